"""What a file that comes back is, and what kind of document it holds."""

import io
import json
from typing import Any

import pytest
from made import made
from PIL import Image

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import UnreadableError
from formsvc.formkit.data import canonical
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.readers import ReadFile, read_file

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
UNCLEAR = "Det syns inte på filen"


def raw(data: Any) -> bytes:
    return json.dumps(data).encode()


@all_kinds
def test_an_example_is_known_by_its_fields(kind: Kind) -> None:
    assert read_file(raw(kind.example())) == ReadFile(kind.name, kind.example())


@all_kinds
def test_a_saved_draft_is_known_and_the_same(kind: Kind) -> None:
    saved = made(kind.name, "example", Format.JSON).content

    opened = pipeline.opened(saved)

    assert opened.kind is kind
    assert opened.shape == []
    assert canonical(opened.data) == canonical(json.loads(saved))


@all_kinds
def test_a_draft_with_nothing_in_it_is_known(kind: Kind) -> None:
    """All kinds have some fields in common; a saved draft has all of its own."""
    empty = pipeline.render(pipeline.take_in(kind, {}), Format.JSON).content

    assert read_file(empty).kind == kind.name


@all_kinds
def test_the_stamp_says_what_kind_it_is(kind: Kind) -> None:
    data = {"child": {"name": "Bo"}, "stamp": {"kind": kind.name}}

    assert read_file(raw(data)).kind == kind.name


@pytest.mark.parametrize(
    "stamp",
    [
        None,
        7,
        "plan",
        [],
        ["plan"],
        {},
        {"kind": "nope"},
        {"kind": None},
        {"kind": 7},
        {"kind": []},
        {"kind": ["plan"]},
        {"kind": {}},
    ],
    ids=str,
)
def test_a_stamp_that_says_nothing_is_passed_over(stamp: Any) -> None:
    example = KINDS["plan"].example()

    assert read_file(raw({**example, "stamp": stamp})).kind == "plan"
    with pytest.raises(UnreadableError, match=UNCLEAR):
        read_file(raw({"child": {}, "stamp": stamp}))


@pytest.mark.parametrize("data", [{}, {"x": 1}, {"child": {}}, {"overrides": []}])
def test_what_could_be_any_kind_is_told(data: Any) -> None:
    with pytest.raises(UnreadableError, match=UNCLEAR):
        read_file(raw(data))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "GIF", "WEBP"])
def test_a_picture_is_told_for_what_it_is(form: str) -> None:
    picture = io.BytesIO()
    Image.new("L", (20, 28), 255).save(picture, form)

    with pytest.raises(UnreadableError, match="text i bilder går inte att läsa"):
        read_file(picture.getvalue())


def test_a_picture_from_a_telephone_is_told_for_what_it_is() -> None:
    with pytest.raises(UnreadableError, match="text i bilder går inte att läsa"):
        read_file(b"\0\0\0\x24ftypheic\0\0\0\0mif1heic")


@all_kinds
def test_the_text_of_a_document_is_told_for_what_it_is(kind: Kind) -> None:
    variants = [{kind.variant_field: one} for one in kind.headings]
    for data in (kind.example(), *variants):
        taken = pipeline.take_in(kind, data)
        text = pipeline.render(taken, Format.TXT).content

        with pytest.raises(UnreadableError, match="Det här är texten ur ett dokument"):
            read_file(text)


def test_a_calendar_is_told_for_what_it_is() -> None:
    with pytest.raises(UnreadableError, match="Det här är en kalenderfil"):
        read_file(made("invitation", "example", Format.ICS).content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Filen är tom"),
        (b" \r\n\t", "Filen är tom"),
        (b"%PDF-1.7", "Filen är skadad"),
        (b"PK\x03\x04", "Paketet är skadat"),
        (b"{", "inte JSON"),
        (b"[1]", "inget dokument härifrån"),
        (b"\xff\xfe\xfa", "inget dokument härifrån"),
        (b'{"a":' * 100_000, "för djup"),
    ],
)
def test_what_is_no_document_is_told(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        read_file(content)
