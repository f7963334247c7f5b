"""JSON on its way into a form: what is taken, and what is told of."""

import json
from pathlib import Path
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, changed, put

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.findings import Finding, Severity
from formsvc.formkit.data import Data, canonical
from formsvc.formkit.flattened import MAX_ROWS, MOST_UNKNOWN
from formsvc.formkit.formdata import UNREADABLE_STAMP, parse_json
from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import shape_of
from formsvc.forms import KINDS
from formsvc.pipeline import TakenIn

CONTRACT = Path(__file__).parents[3] / "shared" / "examples"

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def taken(kind: Kind, path: str, value: Any) -> TakenIn:
    return pipeline.take_in(kind, changed(kind, {path: value}))


def told(shape: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.field) for finding in shape]


# -- the examples


@all_kinds
def test_an_example_comes_back_as_it_was_given(kind: Kind) -> None:
    example = kind.example()
    result = pipeline.take_in(kind, example)
    assert result.shape == []
    assert canonical(result.data) == canonical(example)


@all_kinds
def test_an_example_holds_all_fields_of_its_form(kind: Kind) -> None:
    assert kind.example().keys() == kind.form()._fields.keys()


@all_kinds
@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract lies elsewhere")
def test_an_example_is_the_one_of_the_contract(kind: Kind) -> None:
    contract = (CONTRACT / f"{kind.name}.json").read_text("utf-8")
    assert json.loads(contract) == kind.example()


# -- names that no form has


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (CONSENT, "purpos"),
        (CONSENT, "Purpose"),
        (CONSENT, ""),
        (CONSENT, "child-nickname"),
        (CONSENT, "guardians-1-age"),
        (CONSENT, "third_parties-0"),
        (PLAN, "areas-play"),
        (PLAN, "areas-learning-note"),
        (PLAN, "areas-safety-contact-fax"),
        (PLAN, "areas-development-measures-1-cost"),
        (INVITATION, "sender-stamp"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_it(kind: Kind, path: str) -> None:
    data = kind.example()
    name = path
    if path == "third_parties-0":
        put(data, path, {"age": 5})
        name = f"{path}-age"
    else:
        put(data, path, "x")
    result = pipeline.take_in(kind, data)
    assert told(result.shape) == [("data.unknown_key", name)]
    assert result.shape[0].severity is Severity.ERROR
    assert f"”{name.rpartition('-')[2]}”" in result.shape[0].message
    assert canonical(result.data) == canonical(kind.example())


def test_a_name_is_no_key_though_it_names_the_same_field() -> None:
    result = pipeline.take_in(PLAN, {"child-name": "Åsa", "areas-learning": {}})
    assert told(result.shape) == [
        ("data.unknown_key", "child-name"),
        ("data.unknown_key", "areas-learning"),
    ]
    assert canonical(result.data) == {}


def test_an_unknown_key_is_shown_without_what_could_harm() -> None:
    [finding] = pipeline.take_in(PLAN, {"a\n\x1b[31m\u202eb\ud800": 1}).shape
    assert finding.field == "a [31mb"
    assert "”a [31mb”" in finding.message


# -- values of another type


def test_of_very_many_unknown_keys_the_rest_is_counted() -> None:
    many = {f"x{number}": number for number in range(1_000)}

    *some, rest = pipeline.take_in(PLAN, {"child": many}).shape

    assert len(some) == MOST_UNKNOWN
    assert rest.rule == "data.unknown_key"
    assert rest.message == "… och 960 fält till som inte finns."


TEXT, LIST, OBJECT = "text", "lista", "objekt"


@pytest.mark.parametrize(
    ("kind", "path", "value", "expected"),
    [
        (CONSENT, "child", "Åsa", OBJECT),
        (CONSENT, "child", [], OBJECT),
        (PLAN, "areas", ["learning"], OBJECT),
        (PLAN, "areas-safety-contact", False, OBJECT),
        (CONSENT, "guardians", {}, LIST),
        (CONSENT, "guardians", "Lena", LIST),
        (CONSENT, "copies_to", "Lena", LIST),
        (PLAN, "areas-safety-measures", 0, LIST),
        (CONSENT, "guardians-1", "Lena", OBJECT),
        (PLAN, "areas-safety-measures-0", [], OBJECT),
        (CONSENT, "copies_to-1", {}, TEXT),
        (CONSENT, "copies_to-1", True, TEXT),
        (CONSENT, "purpose", ["x"], TEXT),
        (CONSENT, "guardians-1-name", {"first": "Lena"}, TEXT),
        (CONSENT, "valid_to", False, TEXT),
        (CONSENT, "areas", "learning", "lista med ord"),
        (CONSENT, "areas", {"learning": True}, "lista med ord"),
        (CONSENT, "modes", ["link", 1], "lista med ord"),
        (CONSENT, "pre_meeting_contact", "true", "true eller false"),
        (CONSENT, "pre_meeting_contact", 1, "true eller false"),
        (PLAN, "areas-safety-has_need", [], "true eller false"),
        (INVITATION, "recipients-3-consent_covers", "ja", "true eller false"),
    ],
)
def test_another_type_is_an_error_that_says_what_belongs_there(
    kind: Kind, path: str, value: Any, expected: str
) -> None:
    result = taken(kind, path, value)
    assert told(result.shape) == [("data.type", path)]
    assert expected in result.shape[0].message
    emptied = canonical(taken(kind, path, None).data)
    assert canonical(result.data) == emptied


@pytest.mark.parametrize(
    ("path", "value", "kept"),
    [
        ("child-identity_number", 202201012396, "20220101-2396"),
        ("sender-postal_code", 35230, "352 30"),
        ("questions-1", 12, "12"),
        ("purpose", 1.5, "1.5"),
    ],
)
def test_a_number_for_a_text_is_an_error_but_kept(
    path: str, value: float, kept: str
) -> None:
    result = taken(INVITATION, path, value)
    assert told(result.shape) == [("data.type", path)]
    assert canonical(result.data) == canonical(changed(INVITATION, {path: kept}))


def test_a_choice_that_is_no_text_is_kept_as_not_understood() -> None:
    result = taken(CONSENT, "custody", ["joint"])
    assert told(result.shape) == [("data.type", "custody")]
    assert result.data["custody"] == "?"


@all_kinds
def test_null_is_empty_at_every_level(kind: Kind) -> None:
    for path in kind.example():
        data = changed(kind, {path: None})
        result = pipeline.take_in(kind, data)
        assert result.shape == []
        assert canonical(result.data) == canonical(data)
    nothing = pipeline.take_in(kind, dict.fromkeys(kind.example()))
    assert canonical(nothing.data) == {}


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (CONSENT, "copies_to-0"),
        (CONSENT, "guardians-0"),
        (PLAN, "areas-safety-measures-0"),
        (PLAN, "areas-safety-measures-0-due"),
        (PLAN, "child-setting"),
    ],
)
def test_null_within_is_empty_too(kind: Kind, path: str) -> None:
    result = taken(kind, path, None)
    assert result.shape == []
    assert canonical(result.data) == canonical(changed(kind, {path: None}))


# -- rows


def test_rows_beyond_the_limit_are_told_of_and_left() -> None:
    rows = [f"rad {number}" for number in range(MAX_ROWS + 2)]
    result = taken(INVITATION, "questions", rows)
    assert told(result.shape) == [("data.too_many_rows", "questions")]
    assert str(MAX_ROWS + 2) in result.shape[0].message
    assert result.data["questions"] == rows[:MAX_ROWS]


def test_as_many_rows_as_the_limit_are_taken() -> None:
    result = taken(INVITATION, "questions", ["rad"] * MAX_ROWS)
    assert result.shape == []
    assert len(result.data["questions"]) == MAX_ROWS


# -- the stamp


@all_kinds
def test_a_stamp_passes_through_and_is_no_part_of_canonical_data(kind: Kind) -> None:
    stamp = {"kind": kind.name, "version": 3, "continues": None}
    result = taken(kind, "stamp", stamp)
    assert result.shape == []
    assert result.data["stamp"] == stamp
    assert result.tellable["stamp"] == stamp
    assert canonical(result.data) == canonical(kind.example())


def test_no_stamp_is_no_key() -> None:
    assert "stamp" not in pipeline.take_in(PLAN, {}).data
    assert "stamp" not in taken(PLAN, "stamp", None).data


@pytest.mark.parametrize("stamp", ["BP-7F3K92QD4M", 3, True, [{}]])
def test_a_stamp_that_is_no_object_is_told_of(stamp: Any) -> None:
    result = taken(PLAN, "stamp", stamp)
    assert told(result.shape) == [("data.type", "stamp")]
    assert result.data["stamp"] == UNREADABLE_STAMP


def written(data: Data) -> bytes:
    """Write as `data.json` is written."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8")


def test_a_stamp_with_a_lone_surrogate_can_be_written_again() -> None:
    raw = rb'{"stamp": {"issuer": "V\udce4xj\ud83d", "\ud800": 1}}'
    assert written(pipeline.take_in(PLAN, parse_json(raw)).data)


@pytest.mark.parametrize("depth", [50, 300, 700, 900, 50_000])
def test_a_deep_stamp_can_be_laid_out_or_not_be_read(depth: int) -> None:
    raw = b'{"stamp":' + b'{"a":' * depth + b"1" + b"}" * depth + b"}"
    try:
        data = parse_json(raw)
    except UnreadableError:
        return
    assert shape_of(PLAN, pipeline.take_in(PLAN, data).data).as_key()


def test_a_key_in_the_stamp_is_no_list_of_the_form() -> None:
    plain, stamped = (
        shape_of(PLAN, pipeline.take_in(PLAN, data).data)
        for data in ({}, {"stamp": {"measures": 5}})
    )
    assert plain == stamped
