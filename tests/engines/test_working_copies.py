"""A working copy says which version it came from in every reader, also when saved."""

import json

import pytest
from engines.engine import SCALE, Reads, Shows, Values, Writes
from engines.in_node import PdfJs, PdfLib
from engines.mupdf import Mupdf, drawn_words
from engines.pdfium import Pdfium
from engines.poppler import Poppler, words
from engines.with_pypdf import Pypdf
from made import made
from PIL import ImageChops
from PIL.Image import Image
from reopen import open_fields, reader
from stamped import Case, stamp_of, stamped

from formsvc.document import Format
from formsvc.forms import KINDS
from formsvc.writable.working_copy import (
    FIELD,
    FOOT_HEIGHT,
    FOOT_LOW,
    HEAD_HEIGHT,
    HEAD_LOW,
    LEFT,
    WIDTH,
)

READERS = [Pdfium(), Mupdf(), PdfJs(), PdfLib(), Pypdf()]
PAINTERS = [Pdfium(), Mupdf(), PdfJs(), Poppler()]
WRITERS = READERS
KIND = pytest.mark.parametrize("kind", KINDS)
CHANGE: Values = {"child-name": "Örjan Älvsjö", "case_reference": "Dnr 2027/1"}
HEIGHT = 841.89
MOST = 80
"""How dark ink is at the least, of 255."""


def by_reader(engine: Reads) -> str:
    """Return what an engine is called."""
    return engine.name


def form(kind: str) -> bytes:
    """Return a working copy of the example."""
    return stamped(Case(kind), Format.PDF_FORM).content


@KIND
@pytest.mark.parametrize("engine", READERS, ids=by_reader)
def test_every_engine_reads_of_what_it_is_a_working_copy(
    kind: str, engine: Reads
) -> None:
    there = engine.read(form(kind))

    assert str(there[FIELD]).startswith("Arbetsexemplar av version 3 · ")
    assert sorted(there) == sorted(field.name for field in open_fields(form(kind)))


Box = tuple[int, int, int, int]
"""Left, upper, right and lower edge in pixels."""


def box(low: float, height: float) -> Box:
    """Return where something is drawn that is as wide as the text, and a pixel more."""
    sides = (LEFT, HEIGHT - low - height, LEFT + WIDTH, HEIGHT - low)
    left, top, right, bottom = (round(SCALE * side) for side in sides)
    return left - 1, top - 1, right + 1, bottom + 1


HEAD, FOOT = box(HEAD_LOW, HEAD_HEIGHT), box(FOOT_LOW, FOOT_HEIGHT)


def ink(picture: Image) -> bool:
    """Say whether something is seen in the difference of two pictures."""
    return bool(picture.getextrema()[1] > MOST)  # type: ignore[operator]


@KIND
@pytest.mark.parametrize("engine", PAINTERS, ids=lambda engine: engine.name)
def test_head_and_feet_are_drawn_and_nothing_else_is_otherwise(
    kind: str, engine: Shows
) -> None:
    stamped_ones = engine.pictures(form(kind))
    plain_ones = engine.pictures(made(kind, "example", Format.PDF_FORM).content)

    for number, pages in enumerate(zip(stamped_ones, plain_ones, strict=True)):
        there = ImageChops.difference(*(page.convert("L") for page in pages))
        for where in (HEAD, FOOT) if number == 0 else (FOOT,):
            assert ink(there.crop(where))
            there.paste(0, where)
        assert not ink(there)


@KIND
@pytest.mark.parametrize("engine", WRITERS, ids=by_reader)
def test_the_stamp_is_still_there_when_it_is_saved(kind: str, engine: Writes) -> None:
    content = engine.write(form(kind), CHANGE)

    pdf = reader(content)
    (told,) = pdf.attachments["stamp.json"]
    assert json.loads(told) == stamp_of(Case(kind)).as_json()
    values = {field.name: field.value for field in open_fields(content)}
    assert {name: values[name] for name in CHANGE} == CHANGE
    assert str(values[FIELD]).startswith("Arbetsexemplar av version 3")
    assert pdf.xmp_metadata is not None
    assert pdf.xmp_metadata.xmpmm_document_id == Case(kind).reference


@KIND
@pytest.mark.parametrize("engine", WRITERS, ids=by_reader)
def test_every_page_says_so_still_when_it_is_saved(kind: str, engine: Writes) -> None:
    content = engine.write(form(kind), CHANGE)

    pages = len(reader(content).pages)
    for by in (words, drawn_words):
        there = [word.page for word in by(content) if word.text == "Arbetsexemplar"]
        assert sorted(there) == sorted([0, *range(pages)])
