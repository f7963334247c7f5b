"""What any PDF reader saves is read back: the same data, and nothing to complain of."""

from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from engines.engine import Values, Writes
from engines.pdfium import Pdfium
from engines.test_readers import KIND, WRITERS, by, typed, written
from engines.with_pypdf import Pypdf
from made import blank, made
from reopen import open_fields, reader
from sample_data import taken

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.data import Data, canonical
from formsvc.forms import KINDS

IN_WORDS = ("PDFium", "pdf-lib")
"""Engines that choose by the words of a choice, and save those."""

LONGER = pytest.mark.parametrize(
    "data",
    [pytest.param(name, marks=pytest.mark.slow) for name in ("longest", "unusual")],
)


def read_back(saved: bytes, kind: str) -> Data:
    """Return the data of a file in which everything has its place."""
    opened = pipeline.opened(saved)
    assert opened.kind.name == kind
    assert opened.shape == []
    return canonical(opened.data)


@cache
def form(kind: str, data: str) -> bytes:
    return made(kind, data, Format.PDF_FORM).content


def set_again(engine: Writes, kind: str, data: str) -> bytes:
    """Return a filled form in which an engine has set every value once more."""
    return engine.write(form(kind, data), standing(engine, form(kind, data)))


def standing(engine: Writes, content: bytes) -> Values:
    """Return what stands in a form, as an engine is told it."""
    return {
        field.name: dict(field.options).get(field.value, field.value)
        if engine.name in IN_WORDS and isinstance(field.value, str)
        else field.value
        for field in open_fields(content)
        if field.value
    }


def expected(kind: str, data: str) -> Data:
    return canonical(taken(kind, data).data)


@KIND
@by(WRITERS)
def test_an_example_comes_back_from_every_engine(kind: str, engine: Writes) -> None:
    saved = set_again(engine, kind, "example")

    assert saved != form(kind, "example")
    assert read_back(saved, kind) == expected(kind, "example")


@LONGER
@KIND
@by(WRITERS)
def test_all_data_comes_back_from_every_engine(
    kind: str, engine: Writes, data: str
) -> None:
    wanted = expected(kind, data)

    there = read_back(set_again(engine, kind, data), kind)

    assert there == (cut(wanted) if isinstance(engine, Pdfium) else wanted)


def cut(value: Any) -> Any:
    """Return data as PDFium keeps what is typed: of each character 16 bits.

    An emoji comes out as a character that no font has, and a rule tells of it.
    """
    if isinstance(value, dict):
        return {key: cut(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [cut(inner) for inner in value]
    return (
        "".join(chr(ord(each) & 0xFFFF) for each in value)
        if isinstance(value, str)
        else value
    )


def test_an_emoji_that_pdfium_breaks_is_told_of() -> None:
    saved = Pdfium().write(blank("plan"), {"reason": "Glad 🙂"})

    found = pipeline.check(pipeline.opened(saved))

    assert "reason" in [one.field for one in found if one.rule == "format.characters"]


@KIND
@by(WRITERS)
def test_what_is_typed_in_a_blank_comes_back(kind: str, engine: Writes) -> None:
    told = {
        name: "true" if value is True else str(value)
        for name, value in typed(kind).items()
    }
    as_posted = pipeline.posted(KINDS[kind], told.items())

    assert read_back(written(engine, kind), kind) == canonical(as_posted.data)


@KIND
@by(WRITERS)
def test_a_box_that_is_no_longer_ticked_comes_back_so(
    kind: str, engine: Writes
) -> None:
    ticked = [f.name for f in open_fields(form(kind, "example")) if f.value is True]

    saved = engine.write(form(kind, "example"), dict.fromkeys(ticked, False))

    there = [
        name
        for name, value in pipeline.opened(saved).formdata.items()
        if value == ["true"]
    ]
    assert ticked
    assert there == []


@KIND
@by(WRITERS)
def test_every_choice_comes_back_from_every_engine(kind: str, engine: Writes) -> None:
    choices = {f.name: f.options for f in open_fields(blank(kind)) if f.options}
    last = {name: options[-1] for name, options in choices.items()}
    in_words = engine.name in IN_WORDS
    values = {
        name: words if in_words else value for name, (value, words) in last.items()
    }

    saved = engine.write(blank(kind), values)

    chosen = [(name, value) for name, (value, _words) in last.items()]
    assert read_back(saved, kind) == canonical(
        pipeline.posted(KINDS[kind], chosen).data
    )


@by(WRITERS)
def test_the_mark_of_the_form_stays(engine: Writes) -> None:
    info: Any = reader(set_again(engine, "consent", "example")).metadata or {}

    assert info.get("/FormsvcForm") == "consent 1 7"


def test_a_form_without_its_mark_is_read_as_well() -> None:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(form("plan", "example"))) as pdf:
        del pdf.docinfo["/FormsvcForm"]
        pdf.save(buffer)

    assert read_back(buffer.getvalue(), "plan") == expected("plan", "example")


def test_what_two_readers_save_after_one_another_comes_back() -> None:
    once = set_again(Pypdf(), "invitation", "example")

    twice = Pdfium().write(once, {"purpose": "Ett annat syfte."})

    there = read_back(twice, "invitation")
    assert there == {**expected("invitation", "example"), "purpose": "Ett annat syfte."}
