"""The plan that comes next: what goes along, what is asked, and what its rules say."""

import json
from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any

import pytest
from changes import PLAN, changed, put
from sample_data import DATA

from formsvc import pipeline
from formsvc.areas import AREAS
from formsvc.formkit.data import Data, canonical, is_empty
from formsvc.forms.plan.going_on import closing, follow_up, supplement

NEXT = {"follow_up": follow_up, "supplement": supplement, "closing": closing}
every_next = pytest.mark.parametrize("going_on", NEXT.values(), ids=NEXT)

STAMP = {"kind": "plan", "reference": "BP-7F3K92QD4M", "version": 3}
FIRST = "areas-development-measures-0-status"
SECOND = "areas-development-measures-1-status"

MET = {
    "established_on": "2027-03-02",
    "meeting-date": "2027-03-02",
    "consent": {"given_on": "2027-02-20", "valid_to": "2027-12-31"},
    "child_voice-important": "Att leka.",
}
"""What a meeting has to say for its plan to be right, but for the way on."""


def plan(changes: Mapping[str, Any] = MappingProxyType({})) -> Data:
    """Return the normalised example with `changes`, stamped."""
    data = changed(PLAN, changes)
    return pipeline.take_in(PLAN, {**data, "stamp": STAMP}).data


def found(data: Data, changes: dict[str, Any]) -> list[str]:
    """Return the rules that speak when `changes` are written in `data`."""
    data = deepcopy(data)
    for path, value in changes.items():
        put(data, path, value)
    return [one.rule for one in pipeline.check(pipeline.take_in(PLAN, data))]


@every_next
@pytest.mark.parametrize("data", DATA)
def test_the_next_plan_is_whole_and_the_one_before_is_as_it_was(
    going_on: Any, data: str
) -> None:
    before = pipeline.take_in(PLAN, {**DATA[data](PLAN), "stamp": STAMP}).data
    kept = json.dumps(before)

    after = going_on(before)

    assert after.keys() == before.keys()
    assert after["stamp"] == STAMP
    taken = pipeline.take_in(PLAN, after)
    assert taken.shape == []
    assert taken.data == after
    assert json.dumps(before) == kept


def test_every_measure_is_followed_up_with_its_status_asked_unless_final() -> None:
    after = follow_up(plan({FIRST: "done", SECOND: "ongoing"}))

    assert after["review"] == [
        row("development", "Logopedbedömning", "done"),
        row("development", "Språklek i liten grupp två gånger i veckan", ""),
        row("safety", "Fast person tar emot vid lämning", ""),
    ]


def row(area: str, what: str, status: str) -> Data:
    return {"area": area, "what": what, "status": status, "comment": ""}


@pytest.mark.parametrize(
    ("status", "stays"),
    [("", 1), ("planned", 1), ("ongoing", 1), ("done", 0), ("cancelled", 0)],
)
def test_what_goes_on_stays_in_its_area_and_what_is_finished_leaves(
    status: str, stays: int
) -> None:
    before = plan({"areas-safety-measures-0-status": status})

    after = follow_up(before)

    assert after["areas"]["safety"]["measures"] == (
        before["areas"]["safety"]["measures"] if stays else []
    )
    statuses = [one["status"] for one in after["review"] if one["area"] == "safety"]
    assert statuses == [status if not stays else ""]


@pytest.mark.parametrize("going_on", [follow_up, closing])
def test_needs_contacts_and_people_go_along(going_on: Any) -> None:
    before = plan({"named_person_service": "Förskolan"})

    after = going_on(before)

    for area in AREAS:
        old, new = before["areas"][area.id], after["areas"][area.id]
        assert {**old, "measures": []} == {**new, "measures": []}
    for key in (
        "child",
        "family_access",
        "plan_type",
        "case_reference",
        "reason",
        "lead_professional",
        "lead_principal",
        "named_person_service",
    ):
        assert after[key] == before[key]
    assert [one["name"] for one in after["guardians"]] == [
        "Örjan Testberg",
        "Lena Provdotter",
    ]
    assert not any(one["attended"] for one in after["guardians"])


@pytest.mark.parametrize("going_on", [follow_up, closing])
def test_what_belongs_to_a_meeting_is_asked_anew(going_on: Any) -> None:
    answered = {"overrides": [{"rule": "a", "reason": "b"}], "dissent": "Nej"}

    after = going_on(plan(answered))

    assert after["meeting"] == {
        **dict.fromkeys(after["meeting"], ""),
        "type": "follow_up",
        "place": "BVC Exempel",
        "convened_by": "BVC Exempel",
    }
    for key in (
        "established_on",
        "participants",
        "absentees",
        "consent",
        "child_voice",
        "guardian_voice",
        "dissent",
        "follow_up",
        "closing",
        "overrides",
    ):
        assert is_empty(after[key]), key


@every_next
def test_those_who_get_the_plan_are_kept_and_nothing_is_sent_yet(going_on: Any) -> None:
    before = plan()

    after = going_on(before)

    assert after["distribution"] == [
        {**one, "date": ""} for one in before["distribution"]
    ]


def test_a_follow_up_passes_when_the_meeting_has_said_its_own() -> None:
    after = follow_up(plan())
    answered = {f"review-{number}-status": "ongoing" for number in range(3)}
    way_on = {"follow_up-date": "2027-06-01"}

    assert found(after, {**MET, **way_on}) == ["plan.review.status"] * 3
    assert found(after, {**MET, **way_on, **answered}) == []


def test_a_closing_asks_for_date_and_reason_and_for_no_measure() -> None:
    after = closing(plan())
    answered = {f"review-{number}-status": "done" for number in range(3)}
    met = {**MET, **answered}

    assert not any(area["measures"] for area in after["areas"].values())
    assert "plan.follow_up" in found(after, met)
    assert found(after, {**met, "closing-date": "2027-03-02"}) == ["plan.closing"]
    closed = {"closing-date": "2027-03-02", "closing-reason": "Allt är klart."}
    assert found(after, {**met, **closed}) == []


def test_a_supplement_keeps_all_but_the_meeting() -> None:
    before = plan()

    after = supplement(before)

    assert after["meeting"] == {
        **dict.fromkeys(before["meeting"], ""),
        "type": "supplement",
    }
    emptied = ("established_on", "meeting", "participants", "absentees")
    other = (*emptied, "distribution", "overrides")
    assert {k: v for k, v in after.items() if k not in other} == {
        k: v for k, v in before.items() if k not in other
    }
    assert after["participants"] == after["absentees"] == []


def test_a_new_contact_person_needs_no_more_than_a_date() -> None:
    after = supplement(plan())
    contact = {"areas-safety-contact-name": "Nils Nykontakt"}

    assert found(after, contact) == ["plan.established_on"]
    assert found(after, {**contact, "established_on": "2027-01-15"}) == []


def test_nothing_of_a_plan_is_nothing_of_the_next() -> None:
    empty = pipeline.take_in(PLAN, {}).data

    for going_on in NEXT.values():
        after = going_on(empty)
        kind_of_meeting = after["meeting"].pop("type")
        assert kind_of_meeting in ("follow_up", "supplement")
        assert canonical(after) == {}
