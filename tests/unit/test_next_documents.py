"""A plan leads to the invitation to its follow-up, as far as the plan knows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest
from changes import INVITATION, PLAN, changed
from sample_data import DATA

from formsvc import pipeline
from formsvc.formkit.data import Data, canonical
from formsvc.next_documents import invitation_to_follow_up

PROTECTED = "secrecy_mark"
NOTHING: Mapping[str, Any] = MappingProxyType({})


def invited(changes: Mapping[str, Any] = NOTHING) -> Data:
    """Return the normalised invitation that the example with `changes` leads to."""
    plan = pipeline.take_in(PLAN, {**changed(PLAN, changes), "stamp": {"version": 3}})
    taken = pipeline.take_in(INVITATION, invitation_to_follow_up(plan.data))
    assert taken.shape == []
    return taken.data


def names(data: Data) -> list[str]:
    """Return those who are invited."""
    return [one["unit"] or one["attention"] for one in data["recipients"]]


@pytest.mark.parametrize("data", DATA)
def test_any_plan_leads_to_an_invitation_without_a_stamp(data: str) -> None:
    plan = pipeline.take_in(PLAN, DATA[data](PLAN)).data

    taken = pipeline.take_in(INVITATION, invitation_to_follow_up(plan))

    assert taken.shape == []
    assert taken.stamp is None


def test_what_the_plan_agreed_on_stands_in_the_invitation() -> None:
    data = invited()

    agreed = {"date": "2027-03-02", "start": "13:00", "place": "BVC Exempel"}
    assert canonical(data["meeting"]) == agreed
    assert data["areas"] == ["development", "safety"]
    assert data["questions"] == [
        "Utveckling: hur har det gått?",
        "Trygghet: hur har det gått?",
    ]
    assert data["purpose"].splitlines() == [
        "Följa upp planen från den 15 december 2026.",
        "Logopedens bedömning, lämningar, våren.",
    ]
    assert data["child"] == PLAN.example()["child"]
    assert canonical(data["subject"]) == {}


def test_only_what_the_plan_cannot_know_is_left_to_fill_in() -> None:
    found = pipeline.check(pipeline.take_in(INVITATION, invited()))

    assert {one.field for one in found} == {
        "letter_date",
        "meeting-mode",
        "recipients-2-consent_covers",
        "recipients-3-kind",
        "recipients-3-channel",
        "recipients-3-consent_covers",
    }


@pytest.mark.parametrize(
    ("plan_type", "meeting_type"),
    [("sip", "sip"), ("childs_plan", "collaboration"), ("", "collaboration")],
)
def test_a_sip_is_followed_up_as_a_sip(plan_type: str, meeting_type: str) -> None:
    assert invited({"plan_type": plan_type})["meeting_type"] == meeting_type


@pytest.mark.parametrize(
    ("convener", "name", "organisation", "unit", "phone"),
    [
        ("", "Karin Provman", "Region Kronoberg", "BVC Exempel", "0470-58 00 00"),
        (
            "bvc exempel",
            "Karin Provman",
            "Region Kronoberg",
            "BVC Exempel",
            "0470-58 00 00",
        ),
        (
            "Maria Exempelsson",
            "Maria Exempelsson",
            "Växjö kommun",
            "Förskolan Exempelgläntan",
            "0470-410 00",
        ),
        ("Habiliteringen", "", "Habiliteringen", "", ""),
    ],
    ids=["who leads", "a service", "a contact", "someone else"],
)
def test_the_service_that_convenes_is_the_sender(
    convener: str, name: str, organisation: str, unit: str, phone: str
) -> None:
    sender = invited({"follow_up-convened_by": convener})["sender"]

    told = (sender["name"], sender["organisation"], sender["unit"], sender["phone"])
    assert told == (name, organisation, unit, phone)


def test_guardians_and_services_are_invited_once_and_the_sender_is_not() -> None:
    doctor = {"name": "Bo Ek", "organisation": "Region Kronoberg", "unit": "Vc Ek"}
    twice = [*PLAN.example()["participants"], doctor, {**doctor, "name": "Eva Ek"}]
    father = {"name": "ÖRJAN Testberg", "organisation": "Familjen"}

    data = invited({"participants": [*twice, father]})

    assert names(data) == [
        "Örjan Testberg",
        "Lena Provdotter",
        "Förskolan Exempelgläntan",
        "Vc Ek",
        "Barn och familj",
    ]


def test_who_gets_the_plan_is_invited_with_kind_way_and_address() -> None:
    row = {
        "recipient": "BUP Växjö",
        "kind": "child_psychiatry",
        "channel": "paper",
        "address": "Box 1",
        "postal_code": "351 00",
        "town": "Växjö",
    }

    invitation = invited({"distribution-4": row})

    last = invitation["recipients"][-1]
    expected = {
        "kind": "child_psychiatry",
        "organisation": "BUP Växjö",
        "address": "Box 1",
        "postal_code": "351 00",
        "town": "Växjö",
        "channel": "post",
    }
    assert {key: last[key] for key in expected} == expected


@pytest.mark.parametrize(
    "mark", ["guardians-0-protected_identity", "distribution-0-protected_identity"]
)
def test_who_is_protected_is_invited_by_hand_and_nothing_tells_where(mark: str) -> None:
    data = invited({mark: PROTECTED})

    row = data["recipients"][0]
    assert (row["attention"], row["channel"]) == ("Örjan Testberg", "by_hand")
    assert row["protected_identity"] == PROTECTED
    assert {row[key] for key in ("address", "postal_code", "town")} == {""}
    assert "Provgatan" not in str(data)


def test_a_protected_child_stays_protected() -> None:
    child = invited({"child-protected_identity": PROTECTED})["child"]

    assert (child["protected_identity"], child["setting"]) == (PROTECTED, "")
