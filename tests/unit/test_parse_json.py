"""Bytes that hold a JSON object, and all the others, which are told of in Swedish."""

import pytest
from changes import CONSENT
from hypothesis import given, settings
from hypothesis import strategies as st

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.formdata import MAX_BYTES, MAX_VALUES, parse_json
from formsvc.formkit.posted import ROW, patterns
from formsvc.forms import KINDS

SWEDISH = {
    "twice": "står två gånger",
    "object": "ytterst ska ett objekt stå",
    "json": "Filen är inte JSON: fel på rad",
    "utf8": "Spara den som UTF-8",
    "deep": "för djup",
    "large": "för stor",
}


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"purpose": "a", "purpose": "a"}', "twice"),
        (b'{"child": {"name": "a", "n\\u0061me": "b"}}', "twice"),
        (b'{"parties": [{}, {"unit": "a", "unit": null}]}', "twice"),
        (b'{"\\ud800": 1, "\\ud800": 2}', "twice"),
        (b"[]", "object"),
        (b'[{"purpose": "a"}]', "object"),
        (b'"text"', "object"),
        (b"null", "object"),
        (b"17", "object"),
        (b"", "json"),
        (b"  \n", "json"),
        (b"{", "json"),
        (b'{"purpose": "a",}', "json"),
        (b"{'purpose': 'a'}", "json"),
        (b'{"purpose": "a"} {}', "json"),
        (b'{"purpose": "a\nb"}', "json"),
        (b'{"purpose": "\\x41"}', "json"),
        (b"<html></html>", "json"),
        (b"%PDF-1.7\n", "json"),
        (b"\x00", "json"),
        ('{"purpose": "å"}'.encode("latin-1"), "utf8"),
        (b'{"purpose": "\xed\xa0\x80"}', "utf8"),
        (b"\xff\xfe{\x00}", "utf8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "utf8"),
        (b"[" * 100_000, "deep"),
        (b'{"a":' * 100_000, "deep"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "deep"),
        (b'{"purpose": "' + b"x" * MAX_BYTES + b'"}', "large"),
    ],
)
def test_what_is_no_document_is_told_in_swedish(raw: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=SWEDISH[words]):
        parse_json(raw)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("key", ["purpose", "stamp", "unknown"])
def test_a_number_that_json_does_not_have_is_not_read(number: str, key: str) -> None:
    with pytest.raises(UnreadableError):
        parse_json(f'{{"{key}": {number}}}'.encode())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_json_is_read_in_every_form_of_unicode(encoding: str) -> None:
    raw = '{"purpose": "Åsa 👍"}'.encode(encoding)
    assert parse_json(raw) == {"purpose": "Åsa 👍"}


def test_a_document_of_the_greatest_size_is_read() -> None:
    frame = b'{"purpose": ""}'
    raw = frame[:-2] + b"x" * (MAX_BYTES - len(frame)) + frame[-2:]
    assert len(raw) == MAX_BYTES
    assert len(parse_json(raw)["purpose"]) == MAX_BYTES - len(frame)


def test_a_lone_surrogate_is_read_and_cleaned_away() -> None:
    data = parse_json(rb'{"purpose": "a\ud800b\udc00c \ud83d\ude00"}')
    result = pipeline.take_in(CONSENT, data)
    assert result.shape == []
    assert result.data["purpose"] == "abc \U0001f600"


json_characters = st.text(alphabet='{}[]":,\\u0019eE+-. \nåNaInfity\x00\ud800')


@settings(deadline=None)
@given(st.binary() | json_characters.map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_whatever_is_read_is_an_object_or_unreadable(raw: bytes) -> None:
    message = ""
    try:
        data: object = parse_json(raw)
    except UnreadableError as error:
        data, message = {}, str(error)
    assert isinstance(data, dict)
    assert message == "" or message.startswith(("Filen ", "Nyckeln "))
    assert message.isprintable()


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a": [' + b"0," * MAX_VALUES + b"0]}",
        b'{"a": [' + b"[]," * MAX_VALUES + b"0]}",
        b'{"a": [' + b"[0,0]," * (MAX_VALUES // 2) + b"0]}",
    ],
    ids=range(3),
)
def test_more_values_than_any_document_has_are_none(raw: bytes) -> None:
    with pytest.raises(UnreadableError, match="för många värden"):
        parse_json(raw)


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_at_its_limits_has_far_fewer_values(kind: str) -> None:
    names = patterns(KINDS[kind].form)

    assert 5 * sum(MAX_ROWS if ROW in name else 1 for name in names) < MAX_VALUES
