"""What LibreOffice shows and prints of a Word document: all of it, on every page."""

import re
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from engines.pdfium import Pdfium
from engines.poppler import words
from fontTools.ttLib import TTFont
from made import blank, made
from PIL import ImageChops
from PIL.Image import Image, new
from reopen import is_found, pdf_pages, reader
from sample_data import every, leaves, taken
from shown import untold
from stamped import ADDRESS, Case
from word.cases import each
from word.documents import Which, data_of, word
from word.fonts import embedded
from word.libreoffice import pdf

from formsvc.areas import AREAS
from formsvc.document import Format
from formsvc.forms import KINDS

FOOT = re.compile(r"sida (\d+) av (\d+)")
PLACEHOLDERS = ("klicka", "tryckhär", "angetext", "väljettalternativ", "clickor")
"""What Word says in a control for which no other words are given."""

PLAN, EMPTY_PLAN = ("plan", "stamped"), ("plan", "empty")
HARD_HYPHEN = "\N{NON-BREAKING HYPHEN}"
NEAR, LINES = 24, 60
"""How far a colour may be from another, of 255, and pixels that thin lines have."""


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
    data = taken(kind, data_of(state)).data
    there = [leaf for leaf in leaves(KINDS[kind], data) if leaf.value]
    reads = in_words if state == "unusual" else whole

    assert untold(there, lambda text: reads(text, which)) == []


def whole(text: str, which: Which) -> bool:
    return is_found(text, pages(which))


def in_words(text: str, which: Which) -> bool:
    """Say whether every word is read that our font can draw.

    Others are drawn with the fonts of the machine, if it has any, and read apart. The
    hyphen that does not break comes out of a PDF as one that does.
    """
    ours = [word for word in text.split() if set(map(ord, word)) <= letters(which)]
    return all(is_found(word.replace(HARD_HYPHEN, "-"), pages(which)) for word in ours)


@cache
def letters(which: Which) -> set[int]:
    """Return the characters of the font that a document brings along."""
    regular, *_others = embedded(word(which))
    return set(TTFont(BytesIO(regular.content)).getBestCmap())


@each()
def test_every_label_is_read(which: Which) -> None:
    kind = KINDS[which[0]]
    labels = {
        str(leaf.field.label.text) for leaf in leaves(kind, every(kind, lambda *_: ""))
    }
    others = pdf_pages(beside(which))
    wanted = {label for label in labels if is_found(label, others)}

    assert len(wanted) > 10
    assert [label for label in wanted if not is_found(label, pages(which))] == []


@each()
def test_it_has_about_as_many_pages_as_the_pdf(which: Which) -> None:
    there, others = len(pages(which)), len(reader(beside(which)).pages)

    assert others * 0.9 - 2 <= there <= others * 1.5 + 1


@each()
def test_every_page_says_which_it_is(which: Which) -> None:
    count = len(pages(which))
    lines: list[list[str]] = [[] for _page in range(count)]
    for each_word in words(printed(which)):
        lines[each_word.page].append(each_word.text)

    told = [FOOT.findall(" ".join(line)) for line in lines]

    assert told == [[(str(number), str(count))] for number in range(1, count + 1)]


@each()
def test_no_placeholder_is_printed(which: Which) -> None:
    text = "".join(pages(which)).lower()

    assert [words for words in PLACEHOLDERS if words in text] == []


@each()
def test_it_is_drawn_in_our_font(which: Which) -> None:
    used = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader(printed(which)).pages
        for font in resources(page, "/Font").values()
    }

    assert "FormsvcSans" in {name.partition("-")[0] for name in used}


def resources(page: Any, name: str) -> Any:
    return page["/Resources"].get(name, {})


@cache
def pictures(which: Which) -> list[Image]:
    return Pdfium().pictures(printed(which))


@pytest.mark.parametrize(
    "kind",
    [pytest.param(k, marks=() if k == "plan" else pytest.mark.slow) for k in KINDS],
)
def test_its_code_leads_to_the_page_of_the_version(kind: str) -> None:
    first, *others = pictures((kind, "stamped"))

    address = f"{ADDRESS}/version/{Case(kind).reference}/3"
    assert [code.text for code in zxingcpp.read_barcodes(first)] == [address]
    assert [code for page in others for code in zxingcpp.read_barcodes(page)] == []


def test_the_wheel_is_drawn_with_the_areas_where_there_is_a_need() -> None:
    there = {area.id: ink(pictures(PLAN)[0], area.colour) for area in AREAS}
    none = {area.id: ink(pictures(EMPTY_PLAN)[0], area.colour) for area in AREAS}

    areas = taken("plan", "example").data["areas"]
    needs = {name for name, area in areas.items() if area["has_need"]}
    assert needs
    assert min(there.values()) > LINES
    assert min(none.values()) > LINES
    assert {name for name in there if there[name] > 3 * none[name]} == needs
    assert max(none.values()) < min(there[name] for name in needs)


def ink(picture: Image, colour: str) -> int:
    """Return how many pixels have a colour, or nearly so."""
    ground = new("RGB", picture.size, colour)
    far = ImageChops.difference(picture.convert("RGB"), ground)
    channels = [each.point(lambda by: 255 * (by <= NEAR)) for each in far.split()]
    near = ImageChops.darker(ImageChops.darker(channels[0], channels[1]), channels[2])
    return int(near.histogram()[255])
