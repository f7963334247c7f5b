"""A saved PDF has no stream whose end is unclear, and nothing of it is lost."""

import re
from io import BytesIO

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream

from formsvc.renderers.saving import saved

UNCLEAR = re.compile(rb"[\r\n]\nendstream")


def some_pdf(number: int) -> Pdf:
    """Return a PDF with a page, a stream and some hundred objects."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = Stream(pdf, b"q %d 0 0 1 0 0 cm Q" % number)
    objects = [pdf.make_indirect(Dictionary(A=number * place)) for place in range(150)]
    pdf.Root.Objects = objects
    pdf.Root.File = Stream(pdf, b"\1" * number, Length1=number, Type=Name.Font)
    return pdf


@pytest.mark.parametrize("start", range(1, 121, 20))
def test_every_stream_ends_clearly_and_every_object_is_there(start: int) -> None:
    for number in range(start, start + 20):
        content = saved(some_pdf(number))

        assert not UNCLEAR.search(content), number
        with Pdf.open(BytesIO(content)) as pdf:
            told = [int(each.A) for each in pdf.Root.Objects]
            assert told == [number * place for place in range(150)]
            assert pdf.check_pdf_syntax() == []


def test_the_same_objects_give_the_same_bytes() -> None:
    assert saved(some_pdf(7)) == saved(some_pdf(7))
