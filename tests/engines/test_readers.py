"""A writable PDF is the same in every reader: its values, what is drawn, what is typed.

PDFium draws it in Chrome and Edge, pdf.js in Firefox, Poppler in Evince and Okular,
MuPDF on phones; pypdf and pdf-lib are what other programs fill forms with.
"""

from functools import cache
from typing import Any

import pytest
from engines.engine import SCALE, Place, Reads, Shows, Values, Word, Writes
from engines.in_node import PdfJs, PdfLib
from engines.mupdf import Mupdf
from engines.pdfium import Pdfium
from engines.poppler import Poppler, words
from engines.with_pypdf import Pypdf
from made import blank, made
from PIL import ImageChops
from PIL.Image import Image
from reopen import OpenField, open_fields, reader

from formsvc import pipeline
from formsvc.document import Format
from formsvc.forms import KINDS

READERS = (Pdfium(), Mupdf(), PdfJs(), PdfLib(), Pypdf())
PAINTERS = (Pdfium(), Mupdf(), PdfJs(), Poppler())
WRITERS = (Pdfium(), Mupdf(), PdfJs(), PdfLib(), Pypdf())
WRAPPERS = WRITERS[:-1]
"""Those that wrap long text; pypdf sets it on one line."""

KIND = pytest.mark.parametrize("kind", KINDS)
MOST = 80
"""How dark ink is at the least, of 255."""

OVER = {"pdf.js": 5.0, "pdf-lib": 0.5}
"""How far an engine's own lines may reach over, in pt.

pdf.js forgets the first character of a line when it measures the next (5.6.205).
"""

DISC = 5.85
"""Width of a tick within its circle in the wheel, in pt."""

PROSE = (
    "Barnet behöver stöd med språket varje dag i förskolan och får hjälp av logoped. "
    "Åsa trivs när gruppen är liten och de vuxna har tid att lyssna på henne. "
)


def by(engines: tuple[Any, ...]) -> pytest.MarkDecorator:
    """Run a test for each engine."""
    return pytest.mark.parametrize("engine", engines, ids=[e.name for e in engines])


@cache
def form(kind: str) -> bytes:
    """Return the example as a writable PDF."""
    return made(kind, "example", Format.PDF_FORM).content


@cache
def fields(content: bytes) -> tuple[OpenField, ...]:
    """Return the fields of a PDF."""
    return tuple(open_fields(content))


@cache
def places(content: bytes) -> dict[str, Place]:
    """Return where each field stands."""
    found: dict[str, Place] = {}
    for number, page in enumerate(reader(content).pages):
        height = float(page.mediabox.height)
        for note in page.annotations or ():
            each: Any = note.get_object()
            left, low, right, high = map(float, each["/Rect"])
            found[str(each["/T"])] = Place(
                number, left, height - high, right, height - low
            )
    return found


def same(given: object, field: OpenField) -> bool:
    """Say whether an engine has read what stands in a field: of a choice either."""
    words_of = dict(field.options)
    if isinstance(field.value, bool):
        return given is field.value
    text = str(given or "").replace("\r\n", "\n").replace("\r", "\n")
    return text in (field.value, words_of.get(field.value, field.value))


@KIND
@by(READERS)
def test_every_engine_reads_what_was_written(kind: str, engine: Reads) -> None:
    read = engine.read(form(kind))

    assert sorted(read) == sorted(field.name for field in fields(form(kind)))
    assert [f for f in fields(form(kind)) if not same(read[f.name], f)] == []


@cache
def drawn(engine: Shows, content: bytes) -> list[Image]:
    """Return the pages of a PDF as an engine draws them, in grey."""
    return [picture.convert("L") for picture in engine.pictures(content)]


def differs(engine: Shows, one: bytes, other: bytes, place: Place) -> bool:
    """Say whether a field is drawn with ink in `one` that is not in `other`."""
    new = place.cut_from(drawn(engine, one))
    old = place.cut_from(drawn(engine, other))
    return bool(ImageChops.difference(new, old).getextrema()[1] > MOST)  # type: ignore[operator]


@KIND
@by(PAINTERS)
def test_every_value_and_tick_is_drawn_and_nothing_else(
    kind: str, engine: Shows
) -> None:
    content = form(kind)
    empty = emptied(content)

    for field in fields(content):
        told = bool(field.value)
        place = places(content)[field.name]
        assert differs(engine, content, empty, place) is told, field.name


@cache
def emptied(content: bytes) -> bytes:
    """Return the form before it was filled: the file without what was appended."""
    start = content.rindex(b"startxref", 0, content.rindex(b"startxref"))
    return content[: content.index(b"%%EOF", start) + len(b"%%EOF\n")]


@KIND
def test_every_word_stands_in_its_field(kind: str) -> None:
    content = form(kind)

    on_pages = words(content)

    for field in fields(content):
        if isinstance(field.value, str):
            shown = dict(field.options).get(field.value, field.value)
            inside = within(on_pages, places(content)[field.name])
            assert inside == shown.split(), field.name


def within(on_pages: list[Word], place: Place, over: float = 0) -> list[str]:
    """Return the words that stand wholly in a field, or reach `over` its right edge."""
    return [
        word.text
        for word in on_pages
        if word.page == place.page
        and place.holds(word.left, word.top, word.right - over, word.bottom)
    ]


def typed(kind: str) -> dict[str, str | bool]:
    """Return what may be typed in a blank: as much as each field takes, all boxes."""
    values: dict[str, str | bool] = {}
    for raw in reader(blank(kind)).root_object["/AcroForm"]["/Fields"]:  # type: ignore[index]
        field = raw.get_object()
        if field["/FT"] == "/Tx":
            most = int(field["/MaxLen"])
            values[str(field["/T"])] = (PROSE * (most // 100 + 1))[:most].strip()
        elif field["/FT"] == "/Btn":
            values[str(field["/T"])] = True
    return values


@cache
def written(engine: Writes, kind: str) -> bytes:
    """Return a blank in which an engine has written as much as there is room for."""
    return engine.write(blank(kind), typed(kind))


@KIND
@by(WRITERS)
def test_what_is_typed_in_any_reader_is_saved(kind: str, engine: Writes) -> None:
    there = {field.name: field.value for field in fields(written(engine, kind))}

    wanted: Values = typed(kind)
    assert [n for n, value in wanted.items() if there[n] != value] == []
    assert {n for n, value in there.items() if value} == set(wanted)


@KIND
@by(WRAPPERS)
def test_what_may_be_typed_is_whole_in_print(kind: str, engine: Writes) -> None:
    content = written(engine, kind)

    on_pages = words(content)

    for name, value in typed(kind).items():
        if isinstance(value, str):
            inside = within(on_pages, places(content)[name], OVER.get(engine.name, 0))
            assert inside == value.split(), name


@by(WRITERS)
def test_a_change_in_a_filled_form_is_saved_and_leaves_the_rest(engine: Writes) -> None:
    before = {field.name: field for field in fields(form("plan"))}
    status = next(f for n, f in before.items() if n.endswith("measures-0-status"))
    done = dict(status.options)["done"]
    in_words = engine.name in ("PDFium", "pdf-lib")
    chosen = done if in_words else "done"
    change: Values = {
        "child-name": "Örjan Älvsjö",
        "reason": "Ny anledning.\nMed en rad till.",
        "areas-home-has_need": True,
        "areas-safety-has_need": False,
        status.name: chosen,
    }

    content = engine.write(form("plan"), change)

    there = {field.name: field for field in fields(content)}
    for name, value in {**change, status.name: "done"}.items():
        wanted = before[name]._replace(value=value)
        assert same(there[name].value, wanted), name
    assert [n for n in before if n not in change and there[n] != before[n]] == []


@by(PAINTERS)
def test_the_wheel_has_a_tick_for_each_need(engine: Shows) -> None:
    home, safety, none = (with_needs(needs) for needs in (("home",), ("safety",), ()))

    lower = first_page_difference(engine, home, none)
    upper = first_page_difference(engine, safety, none)

    for left, top, right, bottom in (lower, upper):
        assert max(abs(right - left - DISC), abs(bottom - top - DISC)) < 1
    assert lower[1] > upper[3]


def with_needs(needs: tuple[str, ...]) -> bytes:
    """Return a plan as a form in which only some areas are ticked."""
    data = {"areas": {area: {"has_need": True} for area in needs}}
    taken = pipeline.take_in(KINDS["plan"], data)
    return pipeline.render(taken, Format.PDF_FORM).content


def first_page_difference(engine: Shows, one: bytes, other: bytes) -> tuple[float, ...]:
    """Return the box in pt of all that is drawn otherwise on the first page."""
    pages = (drawn(engine, content)[0] for content in (one, other))
    marked = ImageChops.difference(*pages).point(lambda dark: 255 * (dark > MOST))
    box = marked.getbbox()
    assert box is not None
    return tuple(side / SCALE for side in box)


@KIND
def test_one_moves_from_field_to_field_in_the_order_of_the_tags(kind: str) -> None:
    assert {str(page["/Tabs"]) for page in reader(blank(kind)).pages} == {"/S"}
