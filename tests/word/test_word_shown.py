"""What LibreOffice shows and prints of a Word document: all of it, on every page."""

import re
from functools import cache

from made import blank, made
from reopen import is_found, pdf_pages, reader
from sample_data import every, leaves, taken
from shown import untold
from word.cases import each
from word.documents import QUICK, Which, data_of, word
from word.libreoffice import pdf

from formsvc.document import Format
from formsvc.forms import KINDS

FOOT = re.compile(r"[Ss]ida(\d+)av(\d+)")
PLACEHOLDERS = ("klicka", "tryckhär", "angetext", "väljettalternativ", "clickor")
"""What Word says in a control for which no other words are given."""

FILLED = [which for which in QUICK if which[1] not in ("blank", "empty")]


@cache
def printed(which: Which) -> bytes:
    """Return a document as LibreOffice prints it."""
    return pdf(word(which))


@cache
def pages(which: Which) -> list[str]:
    return pdf_pages(printed(which))


@cache
def beside(which: Which) -> bytes:
    """Return the writable PDF of the same data."""
    kind, state = which
    if state == "blank":
        return blank(kind)
    return made(kind, data_of(state), Format.PDF_FORM).content


@each()
def test_every_value_is_read(which: Which) -> None:
    kind, state = which
    there = [
        leaf
        for leaf in leaves(KINDS[kind], taken(kind, data_of(state)).data)
        if leaf.value
    ]

    assert untold(there, lambda text: is_found(text, pages(which))) == []


@each()
def test_every_label_is_read(which: Which) -> None:
    kind = KINDS[which[0]]
    labels = {
        str(leaf.field.label.text) for leaf in leaves(kind, every(kind, lambda *_: ""))
    }
    wanted = {label for label in labels if is_found(label, pdf_pages(beside(which)))}

    assert len(wanted) > 10
    assert [label for label in wanted if not is_found(label, pages(which))] == []


@each()
def test_it_has_about_as_many_pages_as_the_pdf(which: Which) -> None:
    there, others = len(pages(which)), len(reader(beside(which)).pages)

    assert others - 1 <= there <= others * 1.25 + 1


@each()
def test_every_page_says_which_it_is(which: Which) -> None:
    count = str(len(pages(which)))

    told = [FOOT.findall(page)[-1:] for page in pages(which)]

    assert told == [[(str(n), count)] for n in range(1, int(count) + 1)]


@each()
def test_no_placeholder_is_printed(which: Which) -> None:
    text = "".join(pages(which)).lower()

    assert [words for words in PLACEHOLDERS if words in text] == []


@each()
def test_it_is_drawn_in_our_font(which: Which) -> None:
    used = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader(printed(which)).pages
        for font in page["/Resources"].get("/Font", {}).values()
    }

    assert "FormsvcSans" in {name.partition("-")[0] for name in used}
