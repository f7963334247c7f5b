"""What a page posts becomes the names and texts of its form, and nothing else."""

import json
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN
from pages import Pairs, names_and_texts
from sample_data import DATA, leaves

from formsvc import pipeline
from formsvc.formkit.data import canonical
from formsvc.formkit.fields import ChecksField
from formsvc.formkit.flattened import MAX_ROWS, FormData
from formsvc.formkit.formdata import UNREADABLE_STAMP
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import lists, patterns, posted
from formsvc.forms import KINDS

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def taken(kind: Kind, *pairs: tuple[str, str]) -> FormData:
    return posted(kind.form, pairs).formdata


@pytest.mark.parametrize("data", ["empty", "example", "longest", "unusual"])
@all_kinds
def test_what_a_page_of_some_data_posts_is_that_data(kind: Kind, data: str) -> None:
    written = pipeline.take_in(kind, DATA[data](kind))
    pairs = names_and_texts(kind, DATA[data](kind))

    back = pipeline.posted(kind, reversed(pairs))

    assert canonical(back.data) == canonical(written.data)
    assert back.shape == []


@all_kinds
def test_every_field_has_a_name_that_is_let_through(kind: Kind) -> None:
    known = patterns(kind.form)

    for leaf in leaves(kind, DATA["longest"](kind)):
        boxes: list[Any] = [""]
        if isinstance(leaf.field, ChecksField):
            boxes = [f"-{value}" for value, _words in leaf.field.vocabulary]
        for box in boxes:
            name = f"{leaf.name}{box}"
            assert taken(kind, (name, "x")), name
    assert len(known) == len({name.replace("#", "0") for name in known})


@pytest.mark.parametrize(
    "name",
    ["", "nope", "child", "child-", "-child", "child-0", "Child-name", "csrf_token"],
)
def test_a_name_of_no_field_is_passed_over(name: str) -> None:
    assert taken(PLAN, (name, "x")) == {}


@pytest.mark.parametrize(
    "number",
    ["", "-1", "+1", "1.0", " 1", "1 ", "1\n", "x", "#", "²", "٣", "１", "1234567"],
)
def test_a_row_is_numbered_in_plain_digits(number: str) -> None:
    assert taken(PLAN, (f"participants-{number}-name", "x")) == {}
    assert taken(CONSENT, (f"copies_to-{number}", "x")) == {}


def test_rows_are_numbered_anew_in_their_order() -> None:
    formdata = taken(
        PLAN,
        ("participants-900-name", "Nio"),
        ("participants-7-role", "Sju"),
        ("participants-10-name", "Tio"),
        ("guardians-3-name", "Lena"),
    )

    assert formdata == {
        "participants-2-name": ["Nio"],
        "participants-0-role": ["Sju"],
        "participants-1-name": ["Tio"],
        "guardians-0-name": ["Lena"],
    }


def test_a_row_that_is_empty_keeps_its_place() -> None:
    formdata = taken(CONSENT, ("copies_to-0", ""), ("copies_to-1", "BVC"))

    assert formdata == {"copies_to-0": [""], "copies_to-1": ["BVC"]}


def test_lists_of_each_area_are_numbered_by_themselves() -> None:
    formdata = taken(
        PLAN,
        ("areas-health-measures-4-what", "Ring"),
        ("areas-safety-measures-2-what", "Skriv"),
    )

    assert formdata == {
        "areas-health-measures-0-what": ["Ring"],
        "areas-safety-measures-0-what": ["Skriv"],
    }


def test_of_two_texts_of_a_name_the_first_counts() -> None:
    pairs = [("reason", "Första"), ("reason", "Andra")]
    rows = [("participants-1-name", "Första"), ("participants-01-name", "Andra")]

    assert taken(PLAN, *pairs) == {"reason": ["Första"]}
    assert taken(PLAN, *rows) == {"participants-0-name": ["Första"]}


def test_a_box_that_is_not_ticked_is_not_sent() -> None:
    data = pipeline.posted(INVITATION, [("areas-learning", "true")]).data

    assert data["areas"] == ["learning"]
    assert data["cancelled"] is False


@pytest.mark.parametrize("number", [MAX_ROWS, MAX_ROWS + 1, 3 * MAX_ROWS])
def test_rows_beyond_the_limit_are_left_out_and_told(number: int) -> None:
    pairs: Pairs = [(f"participants-{row}-name", "x") for row in range(number)]

    result = posted(PLAN.form, pairs)

    assert len(result.formdata) == min(number, MAX_ROWS)
    told = [(one.rule, one.field) for one in result.findings]
    too_many = [("data.too_many_rows", "participants")]
    assert told == (too_many if number > MAX_ROWS else [])


# -- the stamp


@pytest.mark.parametrize("stamp", [{"kind": "plan", "n": 3, "of": {"x": None}}])
def test_a_stamp_comes_along(stamp: dict[str, Any]) -> None:
    assert posted(PLAN.form, [("stamp", json.dumps(stamp))]).stamp == stamp


@pytest.mark.parametrize(
    "text",
    ["x", "7", "[]", "{}", '{"a": []}', '{"a": {"b": {}}}', '{"a": 1.5}', "[" * 99_999],
)
def test_a_stamp_that_cannot_be_read_is_broken_and_not_missing(text: str) -> None:
    result = posted(PLAN.form, [("stamp", text)])

    assert result.stamp == UNREADABLE_STAMP
    assert result.formdata == {}
    assert posted(PLAN.form, [("stamp", "")]).stamp is None


# -- the lists of a form


def test_the_lists_of_a_form_have_the_first_field_of_their_rows() -> None:
    assert lists(CONSENT.form) == {
        "guardians": "name",
        "parties": "kind",
        "third_parties": "name",
        "copies_to": "",
        "overrides": "rule",
    }
    assert lists(PLAN.form)["areas-health-measures"] == "what"
