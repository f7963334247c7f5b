"""A plan leads on: to its follow-up, a change, its end, and an invitation."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, changed
from elsewhere import stamped
from pages import Page, Visitor, names_and_texts
from web.test_opening import chosen, draft

from formsvc import pipeline
from formsvc.formkit.data import Data, canonical
from formsvc.forms.plan import going_on
from formsvc.next_documents import invitation_to_follow_up

NEXT = {
    "follow_up": (going_on.follow_up, "review-0-status"),
    "supplement": (going_on.supplement, "established_on"),
    "closing": (going_on.closing, "closing-date"),
}
CLOSED = {
    "follow_up": {},
    "closing": {"date": "2026-12-15", "reason": "Insatserna är klara."},
}
every_step = pytest.mark.parametrize("step", NEXT)


def plan(changes: Mapping[str, Any] | None = None) -> Data:
    return stamped(PLAN, changed(PLAN, changes or {}))


def normal(data: Data) -> Data:
    return pipeline.take_in(PLAN, data).data


def opened(visitor: Visitor, changes: Mapping[str, Any] | None = None) -> Page:
    return chosen(visitor, draft(plan(changes)))


def created(visitor: Visitor, changes: Mapping[str, Any] | None = None) -> Page:
    given = plan(changes)
    pairs = names_and_texts(PLAN, given)
    sent = [*pairs, ("stamp", json.dumps(given["stamp"])), ("do", "create")]
    return Page(visitor.post("/plan", sent))


def ways(page: Page) -> list[str]:
    return [do for do in page.buttons() if do.startswith("next ")]


@every_step
def test_a_press_shows_the_next_plan_and_where_to_begin(
    visitor: Visitor, step: str
) -> None:
    make, focus = NEXT[step]

    page = Page(visitor.press(opened(visitor), f"next {step}"))

    assert page.status == 200
    assert page.data(PLAN) == canonical(make(normal(plan())))
    assert json.loads(page.value("stamp")) == plan()["stamp"]
    assert page.focus == focus
    assert "notice" in page.at(focus).get("aria-describedby", "").split()
    assert page.shown("notice")
    assert page.links() == []


@every_step
def test_a_made_plan_leads_on_in_a_page_of_its_own(visitor: Visitor, step: str) -> None:
    made = created(visitor)
    [button] = [one for one in made.all("button") if one.get("value") == f"next {step}"]

    page = Page(visitor.press(made, f"next {step}"))

    assert button.get("formtarget") == "_blank"
    assert page.data(PLAN) == canonical(NEXT[step][0](normal(plan())))


@every_step
def test_one_press_takes_it_back(visitor: Visitor, step: str) -> None:
    typed = {"reason": "Det här skrev jag nyss.", "child_voice-important": "Leka"}
    page = Page(visitor.press(opened(visitor), f"next {step}", typed))

    back = Page(visitor.press(page, "next back"))

    assert back.data(PLAN) == canonical(normal(plan(typed)))
    assert json.loads(back.value("stamp")) == plan()["stamp"]
    assert ways(back) == ["next again", "next invitation", "next supplement"]


@every_step
def test_what_was_taken_back_comes_again(visitor: Visitor, step: str) -> None:
    page = Page(visitor.press(opened(visitor), f"next {step}"))
    typed = {"reason": "Skrivet i det nya."}
    back = Page(visitor.press(page, "next back", typed))

    again = Page(visitor.press(back, "next again", {"reason": "Skrivet i det gamla."}))

    made = {**NEXT[step][0](normal(plan())), **typed}
    assert again.data(PLAN) == canonical(made)
    assert ways(again) == ["next back"]
    assert "begun" in dict(again.sent())
    once_more = Page(visitor.press(again, "next back"))
    assert once_more.value("reason") == "Skrivet i det gamla."


@pytest.mark.parametrize("page", [opened, created])
def test_one_click_gives_the_filled_in_invitation(visitor: Visitor, page: Any) -> None:
    invitation = Page(visitor.press(page(visitor), "next invitation"))

    expected = invitation_to_follow_up(normal(plan()))
    assert invitation.form.get("action") == "/inbjudan"
    assert invitation.data(INVITATION) == canonical(
        pipeline.take_in(INVITATION, expected).data
    )
    assert "stamp" not in dict(invitation.sent())
    assert invitation.focus == "notice"


def test_nothing_of_a_protected_person_comes_into_the_invitation(
    visitor: Visitor,
) -> None:
    protected = {"guardians-0-protected_identity": "secrecy_mark"}

    page = Page(visitor.press(opened(visitor, protected), "next invitation"))

    assert "Provgatan" not in page.html
    assert page.value("recipients-0-protected_identity") == "secrecy_mark"


def test_the_ways_on_stand_where_a_plan_has_a_version_and_a_date(
    visitor: Visitor,
) -> None:
    every = ["next invitation", "next follow_up", "next supplement", "next closing"]
    assert ways(opened(visitor)) == ways(created(visitor)) == every

    without = plan()
    del without["stamp"]
    assert ways(chosen(visitor, draft(without))) == []
    assert ways(opened(visitor, {"established_on": ""})) == []
    assert ways(visitor.open("/plan")) == []


def test_the_ways_on_are_folded_where_the_plan_was_changed(visitor: Visitor) -> None:
    as_it_was = opened(visitor)
    typed = Page(visitor.press(as_it_was, "stay", {"reason": "Ny text."}))

    assert "Hur vill du gå vidare" in as_it_was.html
    assert "Hur vill du gå vidare" not in typed.html
    assert "Gå vidare på ett annat sätt" in typed.html
    assert "next follow_up" in ways(as_it_was)
    assert ways(typed) == ["next invitation", "next supplement"]


def test_the_next_plan_does_not_offer_to_begin_anew(visitor: Visitor) -> None:
    page = Page(visitor.press(opened(visitor), "next follow_up"))
    dated = {"established_on": "2027-03-02"}

    again = Page(visitor.press(page, "add participants", dated))
    kept = Page(visitor.press(again, "stay"))

    assert ways(again) == ways(kept) == []


def test_a_closed_plan_has_no_invitation(visitor: Visitor) -> None:
    made = created(visitor, CLOSED)

    page = Page(visitor.press(made, "next follow_up"))

    assert ways(made) == ["next follow_up"]
    assert "Ta upp samverkan igen" in made.html
    assert "Börja på uppföljningen" not in made.html
    assert "samverkan är avslutad, och den är den sista" in made.html
    assert "nästa möte öppnar den" not in made.html
    assert page.shown("notice")[0].startswith("Samverkan tas upp igen.")


def test_nothing_to_follow_up_is_told_as_it_is(visitor: Visitor) -> None:
    none: Data = {f"areas-{area}-measures": [] for area in ("development", "safety")}

    page = Page(visitor.press(created(visitor, {**CLOSED, **none}), "next follow_up"))

    assert "Det finns inga insatser att följa upp." in page.shown("notice")[0]
    assert "insatser står under" not in page.shown("notice")[0]


def test_a_plan_without_a_stamp_leads_only_to_an_invitation(visitor: Visitor) -> None:
    page = visitor.written(PLAN, PLAN.example(), "create")

    assert ways(page) == ["next invitation"]
    assert "Utkast att skriva ut (pdf)" in page.html
    assert "rkivkopia" not in page.html


@pytest.mark.parametrize("kind", [CONSENT, INVITATION], ids=["consent", "invitation"])
def test_other_kinds_lead_to_no_next(visitor: Visitor, kind: Any) -> None:
    page = visitor.written(kind, kind.example(), "create")
    refused = visitor.written(kind, kind.example(), "next follow_up")

    assert ways(page) == []
    assert refused.status == 400
    assert refused.data(kind) == canonical(pipeline.take_in(kind, kind.example()).data)


@pytest.mark.parametrize("do", ["next", "next nope", "next back", "next follow_up x"])
def test_a_way_that_is_none_loses_nothing(visitor: Visitor, do: str) -> None:
    page = visitor.written(PLAN, PLAN.example(), do)

    assert page.status == 400
    assert page.data(PLAN) == canonical(normal(PLAN.example()))
    assert "Allt du har skrivit står kvar." in page.shown("error")[0]


def test_a_follow_up_asks_how_it_went(visitor: Visitor) -> None:
    page = Page(visitor.press(opened(visitor), "next follow_up"))

    asked = Page(visitor.press(page, "create"))

    said = asked.beside("review-0-status")
    assert said[0].startswith("Insats 1: det står inte hur det gick")
