"""Normalised and canonical data: one form for whatever people write."""

import json
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, changed, paths, put, value_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wtforms import FieldList, FormField
from wtforms.form import BaseForm

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.formkit.data import Data, canonical, is_empty
from formsvc.formkit.fields import ChecksField, FlagField
from formsvc.formkit.formdata import parse_json
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def normal(kind: Kind, data: Data) -> Data:
    return pipeline.take_in(kind, data).data


@pytest.mark.parametrize(
    ("kind", "path", "typed", "stored"),
    [
        (PLAN, "meeting-date", "15/12 2026", "2026-12-15"),
        (PLAN, "meeting-date", " tisdagen den 15 december 2026\n", "2026-12-15"),
        (PLAN, "areas-safety-measures-0-due", "20270201", "2027-02-01"),
        (PLAN, "meeting-date", "  i går\t", "i går"),
        (INVITATION, "meeting-start", "kl. 9.30", "09:30"),
        (PLAN, "follow_up-time", "9", "09:00"),
        (PLAN, "follow_up-time", "efter  lunch", "efter lunch"),
        (PLAN, "guardians-0-phone", "0470 58 00 00", "0470-58 00 00"),
        (PLAN, "guardians-0-phone", "+46701740605", "070-174 06 05"),
        (PLAN, "areas-safety-contact-phone", "Tfn 0470-410 00", "0470-410 00"),
        (PLAN, "guardians-0-phone", "ring  mig", "ring mig"),
        (CONSENT, "child-identity_number", "201701012393", "20170101-2393"),
        (CONSENT, "child-identity_number", "170101–2393", "20170101-2393"),
        (CONSENT, "child-identity_number", "20170101 2394", "20170101-2394"),
        (CONSENT, "child-identity_number", "kb 2017-0001", "KB2017-0001"),
        (INVITATION, "subject-identity_number", " saknas ", "saknas"),
        (INVITATION, "sender-postal_code", "SE-35230", "352 30"),
        (INVITATION, "sender-email", "MAILTO:Bvc@Example.SE", "Bvc@example.se"),
        (INVITATION, "meeting_type", " sip\n", "sip"),
        # -- NFC, one line or several, nothing that is not seen
        (PLAN, "child-name", "A\u030asa\u00a0 Testberg\r\n", "Åsa Testberg"),
        (PLAN, "child-name", "\ufeffÅ\x00s\x1ba\ud800", "Åsa"),
        (PLAN, "reason", " a\r\nb\rc\u2028d \n\n", "a\nb\nc\nd"),
        (PLAN, "reason", "a\tb\x07\x85c\ud83d", "a b\nc"),
        (PLAN, "areas-safety-measures-0-what", "a\nb", "a\nb"),
        (CONSENT, "copies_to-1", "a\nb", "a b"),
        # -- choices stand in the order of the vocabulary, once
        (CONSENT, "areas", ["safety", "health", "safety"], ["health", "safety"]),
        (CONSENT, "areas", [" play ", "care"], ["care", "play"]),
        (CONSENT, "modes", [], []),
        (CONSENT, "pre_meeting_contact", None, False),
    ],
)
def test_data_leaves_in_its_one_form(
    kind: Kind, path: str, typed: Any, stored: Any
) -> None:
    data = normal(kind, changed(kind, {path: typed}))
    assert value_at(data, path) == stored


@pytest.mark.parametrize(
    ("kind", "key", "rows", "left"),
    [
        (INVITATION, "questions", ["", " ", "a", None, "b"], ["a", "b"]),
        (INVITATION, "enclosures", ["\u200e", "\x00"], []),
        (CONSENT, "third_parties", [{}, {"name": "Bo"}, {"name": ""}], ["Bo"]),
        (CONSENT, "third_parties", [None, {"name": " "}, {"name": "Bo"}], ["Bo"]),
    ],
)
def test_empty_rows_are_dropped_and_later_rows_move_up(
    kind: Kind, key: str, rows: list[Any], left: list[str]
) -> None:
    data = normal(kind, changed(kind, {key: rows}))
    assert [row["name"] if isinstance(row, dict) else row for row in data[key]] == left


def test_a_row_that_moves_up_keeps_all_that_is_in_it() -> None:
    measures = PLAN.example()["areas"]["development"]["measures"]
    rows = [{}, measures[0], {"status": "", "what": "\n"}, measures[1]]
    data = normal(PLAN, changed(PLAN, {"areas-development-measures": rows}))
    assert data["areas"]["development"]["measures"] == measures


@all_kinds
def test_normalised_data_has_every_field_even_of_nothing(kind: Kind) -> None:
    assert normal(kind, {}).keys() == kind.example().keys()


# -- canonical


@pytest.mark.parametrize(
    "value", [None, "", False, [], {}, [""], [{}], {"a": [None, {"b": False}]}]
)
def test_what_says_nothing_is_empty(value: Any) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["0", " ", True, 0, ["", "a"], {"a": [{"b": True}]}])
def test_what_says_something_is_not_empty(value: Any) -> None:
    assert not is_empty(value)


@all_kinds
def test_canonical_data_of_an_empty_form_is_empty(kind: Kind) -> None:
    assert canonical(normal(kind, {})) == {}


@all_kinds
def test_a_field_added_later_and_a_stamp_change_no_canonical_data(kind: Kind) -> None:
    example = normal(kind, kind.example())
    later = {"new": "", "flag": False, "group": {"rows": [{"x": ""}]}, "list": []}
    assert canonical({**example, **later, "stamp": {"version": 3}}) == canonical(
        example
    )


def test_canonical_data_leaves_out_what_is_empty_within() -> None:
    data = {
        "stamp": {"version": 1},
        "child": {"name": "Åsa", "setting": "", "stamp": "kvar"},
        "areas": {"health": {"has_need": False, "measures": [{"what": ""}]}},
        "rows": [{"a": "1", "b": ""}, {"a": ""}, "", "x"],
    }
    assert canonical(data) == {
        "child": {"name": "Åsa", "stamp": "kvar"},
        "rows": [{"a": "1"}, "x"],
    }


@all_kinds
def test_making_data_canonical_changes_nothing_that_was_given(kind: Kind) -> None:
    data = normal(kind, kind.example())
    before = json.dumps(data)
    assert canonical(canonical(data)) == canonical(data)
    assert json.dumps(data) == before


# -- whatever is written

unhurried = settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow]
)
any_text = st.text(alphabet=st.characters(), max_size=12)
almost = st.sampled_from(
    [
        *("", " ", "15/12 2026", "kl. 9.30", "0470 58 00 00", "201701012393"),
        *("A\u030asa", "a\r\nb", "vc-åseda@kronoberg.se", "SE-35231", "none", "sip"),
        *("1701012393", "a\n\n b", "learning", "0470-580000 ankn 3", "1177", "9"),
    ]
)
texts = st.lists(any_text | almost | st.builds(str.__add__, almost, any_text))


def filled(form: BaseForm, words: Iterator[str]) -> Data:
    """Return data with one of `words` in every field, and empty rows in between."""
    return {key: _filled(field, words) for key, field in form._fields.items()}


def _filled(field: Any, words: Iterator[str]) -> Any:
    match field:
        case FormField():
            return filled(field.form, words)
        case FieldList():
            row = field.append_entry()
            return [_filled(row, words), None, _filled(row, words)]
        case FlagField():
            return bool(next(words))
        case ChecksField():
            return [next(words), next(words)]
        case _:
            return next(words)


@pytest.mark.parametrize("name", KINDS)
@unhurried
@given(words=texts)
def test_normalising_twice_changes_nothing(name: str, words: list[str]) -> None:
    kind = KINDS[name]
    data = filled(kind.form(), cycle([*words, "x"]))
    once = pipeline.take_in(kind, data)
    assert once.shape == []
    again = pipeline.take_in(kind, once.data)
    assert again.shape == []
    assert again.data == once.data
    back = normal(kind, canonical(once.data))
    assert canonical(back) == canonical(once.data)


NAMES = {path for kind in KINDS.values() for path in paths(kind.example())}
KEYS = sorted({step for path in NAMES for step in path.split("-")} | {"stamp"})
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
scalars = st.none() | st.booleans() | numbers | any_text | almost
keys = st.sampled_from(KEYS) | any_text
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner),
    max_leaves=15,
)


def nothing_fails(kind: Kind, value: Any) -> None:
    raw = json.dumps(value).encode()
    try:
        data = parse_json(raw)
    except UnreadableError:
        assert not isinstance(value, dict)
        return
    result = pipeline.take_in(kind, data)
    findings = [finding.as_json() for finding in pipeline.check(result)]
    assert json.dumps(findings, ensure_ascii=False).encode("utf-8")
    assert json.dumps(canonical(result.data), ensure_ascii=False).encode("utf-8")
    assert normal(kind, result.tellable) == result.tellable


@pytest.mark.parametrize("name", KINDS)
@unhurried
@given(value=json_values | st.dictionaries(keys, json_values))
def test_no_json_makes_checking_fail(name: str, value: Any) -> None:
    nothing_fails(KINDS[name], value)


@pytest.mark.parametrize("name", KINDS)
@unhurried
@given(value=json_values, choice=st.data())
def test_nothing_in_the_place_of_a_value_makes_checking_fail(
    name: str, value: Any, choice: st.DataObject
) -> None:
    data = KINDS[name].example()
    put(data, choice.draw(st.sampled_from(list(paths(data)))), value)
    nothing_fails(KINDS[name], data)
