"""A warning stops once; it is answered in place, or passed without an answer."""

import json
from typing import Any

import pytest
from changes import INVITATION, changed
from pages import Page, Visitor, text_of

from formsvc.formkit.data import canonical

CREATED = "Dokumentet är klart att ta med"
OPEN_ENDED = {"consent-valid_to": ""}
UNUSUAL_EMAIL = {"sender-email": "vc-åseda@kronoberg.se"}
TWO = {**OPEN_ENDED, **UNUSUAL_EMAIL}
REASON = "Samtycket ska ses över i mars."
NUMBERS = {  # two warnings of one rule
    "child-identity_number": "992022000001",
    "child-birth_date": "",
    "subject-name": "Lena Provdotter",
    "subject-identity_number": "991991000001",
    "meeting_type": "sip",
}


def warned(visitor: Visitor, changes: dict[str, Any]) -> Page:
    page = visitor.written(INVITATION, changed(INVITATION, changes), "create")
    assert CREATED not in page.html
    return page


def answer_to(page: Page, rule: str) -> str:
    """Return the name of the field where a rule's warning is answered."""
    [name] = [name for name, text in page.sent() if text == rule]
    return name.removesuffix("-rule") + "-reason"


def saved(visitor: Visitor, page: Page) -> Any:
    return json.loads(visitor.press(page, "file json").text)


def test_a_warning_stops_once_and_asks_for_a_reason(visitor: Visitor) -> None:
    page = warned(visitor, OPEN_ENDED)

    assert page.status == 200
    assert not page.title.startswith("Fel")
    assert [anchor for anchor, _said in page.links()] == ["consent-valid_to"]
    name = answer_to(page, "consent.open_ended")
    assert page.at(name).tag == "input"
    assert "aria-invalid" not in page.at("consent-valid_to").attrib
    assert "anyway" in page.buttons()


def test_a_warning_can_be_passed_without_an_answer(visitor: Visitor) -> None:
    page = Page(visitor.press(warned(visitor, OPEN_ENDED), "anyway"))

    assert CREATED in page.html
    assert "1 varning är obesvarad" in page.html


def test_going_back_shows_the_warnings_that_were_passed(visitor: Visitor) -> None:
    created = Page(visitor.press(warned(visitor, TWO), "anyway"))

    back = Page(visitor.press(created, "edit"))

    anchors = [anchor for anchor, _said in back.links()]
    assert sorted(anchors) == ["consent-valid_to", "sender-email"]
    assert back.focus == "findings"
    for anchor in anchors:
        assert back.beside(anchor)
    name = answer_to(back, "consent.open_ended")
    again = Page(visitor.press(back, "create", {name: REASON}))
    assert [anchor for anchor, _said in again.links()] == ["sender-email"]


def test_going_back_from_what_had_no_warning_says_nothing(visitor: Visitor) -> None:
    created = visitor.written(INVITATION, INVITATION.example(), "create")

    back = Page(visitor.press(created, "edit"))

    assert back.links() == []
    assert "checked" not in dict(back.sent())


def test_a_warning_that_is_not_answered_stops_again(visitor: Visitor) -> None:
    page = warned(visitor, OPEN_ENDED)

    again = Page(visitor.press(page, "create"))

    assert again.links() == page.links()


def test_an_error_is_not_passed(visitor: Visitor) -> None:
    page = warned(visitor, {**OPEN_ENDED, "child-name": ""})
    assert "anyway" not in page.buttons()

    page = Page(visitor.post("/inbjudan", [*page.sent(), ("do", "anyway")]))

    assert CREATED not in page.html
    assert page.beside("child-name")


def test_an_answer_lets_the_warning_pass(visitor: Visitor) -> None:
    page = warned(visitor, OPEN_ENDED)
    name = answer_to(page, "consent.open_ended")

    created = Page(visitor.press(page, "create", {name: REASON}))

    assert CREATED in created.html
    assert "obesvarad" not in created.html
    back = Page(visitor.press(created, "edit"))
    assert back.value(answer_to(back, "consent.open_ended")) == REASON
    assert back.links() == []
    assert len(back.shown("answered")) == 1


def test_an_answer_survives_all_that_is_done_to_the_page(visitor: Visitor) -> None:
    page = warned(visitor, OPEN_ENDED)
    name = answer_to(page, "consent.open_ended")

    for do in ("add recipients", "remove recipients-0", "undo", "stay", "edit"):
        typed = {name: REASON} if do == "add recipients" else {}
        if do == "edit":
            page = Page(visitor.post("/inbjudan", [*page.sent(), ("do", do)]))
        else:
            page = Page(visitor.press(page, do, typed))
        assert page.value(name) == REASON, do


def test_an_answer_comes_along_in_the_draft_and_back(visitor: Visitor) -> None:
    page = warned(visitor, OPEN_ENDED)
    name = answer_to(page, "consent.open_ended")
    page = Page(visitor.press(page, "stay", {name: REASON}))

    draft = saved(visitor, page)

    assert draft["overrides"] == [{"rule": "consent.open_ended", "reason": REASON}]
    again = visitor.written(INVITATION, draft, "create")
    assert CREATED in again.html


def test_two_rules_are_answered_in_two_places(visitor: Visitor) -> None:
    page = warned(visitor, TWO)
    first = answer_to(page, "consent.open_ended")
    second = answer_to(page, "format.email.unusual")
    assert first != second

    page = Page(visitor.press(page, "create", {second: "Adressen är provad."}))

    assert [anchor for anchor, _said in page.links()] == ["consent-valid_to"]
    assert page.value(answer_to(page, "format.email.unusual")) == "Adressen är provad."
    assert page.value(answer_to(page, "consent.open_ended")) == ""
    last = answer_to(page, "consent.open_ended")
    created = Page(visitor.press(page, "create", {last: REASON}))
    assert CREATED in created.html


def test_one_reason_answers_all_warnings_of_a_rule(visitor: Visitor) -> None:
    page = warned(visitor, NUMBERS)
    assert {anchor for anchor, _said in page.links()} == {
        "child-identity_number",
        "subject-identity_number",
    }

    name = answer_to(page, "identity.reserve")
    created = Page(visitor.press(page, "create", {name: "Båda är kontrollerade."}))

    assert CREATED in created.html


def test_an_answer_is_kept_when_its_warning_is_gone(visitor: Visitor) -> None:
    page = warned(visitor, OPEN_ENDED)
    name = answer_to(page, "consent.open_ended")
    typed = {name: REASON, "consent-valid_to": "2027-11-01"}

    created = Page(visitor.press(page, "create", typed))

    assert CREATED in created.html
    draft = json.loads(visitor.press(created, "file json").text)
    assert draft["overrides"] == [{"rule": "consent.open_ended", "reason": REASON}]


@pytest.mark.parametrize(
    ("rule", "label"),
    [
        ("consent.open_ended", "Det framgår inte hur länge samtycket gäller."),
        (
            "invitation.notice",
            "Det är … från brevet till mötet, mindre än tre veckor.",
        ),
        ("a.rule.of.old", "Skäl"),
    ],
)
def test_an_answer_that_is_kept_says_what_it_answered(
    visitor: Visitor, rule: str, label: str
) -> None:
    answers = [{"rule": rule, "reason": REASON}]
    page = visitor.written(INVITATION, changed(INVITATION, {"overrides": answers}))

    name = answer_to(page, rule)

    labels = [text_of(one) for one in page.all("label") if one.get("for") == name]
    assert labels == [label]


def test_a_warning_that_nobody_answers_leaves_nothing_in_the_draft(
    visitor: Visitor,
) -> None:
    page = warned(visitor, TWO)
    created = Page(visitor.press(page, "anyway"))

    assert saved(visitor, page)["overrides"] == []
    assert saved(visitor, created)["overrides"] == []


def test_room_for_an_answer_that_is_mended_is_not_sent_along(visitor: Visitor) -> None:
    page = warned(visitor, {**OPEN_ENDED, "child-name": ""})

    page = Page(visitor.press(page, "create", {"consent-valid_to": "2027-11-01"}))

    assert [name for name, _text in page.sent() if name.startswith("overrides")] == []


@pytest.mark.parametrize("reason", ["x" * 201, "අ"])
def test_what_is_wrong_in_an_answer_is_told_where_it_is_written(
    visitor: Visitor, reason: str
) -> None:
    page = warned(visitor, OPEN_ENDED)
    name = answer_to(page, "consent.open_ended")

    page = Page(visitor.press(page, "create", {name: reason}))

    assert name in [anchor for anchor, _said in page.links()]
    assert page.beside(name)
    assert page.value(name) == reason


@pytest.mark.parametrize("reason", ["x" * 201, "අ"])
def test_an_answer_to_nothing_can_be_mended_when_it_is_wrong(
    visitor: Visitor, reason: str
) -> None:
    page = warned(visitor, OPEN_ENDED)
    name = answer_to(page, "consent.open_ended")
    typed = {name: reason, "consent-valid_to": "2027-11-01"}

    page = Page(visitor.press(page, "create", typed))

    if CREATED not in page.html:
        for anchor, _said in page.links():
            assert anchor in page.ids
            assert page.beside(anchor)


def test_a_warning_answered_in_a_file_is_shown_as_answered(visitor: Visitor) -> None:
    answers = [{}, {"rule": "consent.open_ended", "reason": REASON}]
    data = changed(INVITATION, {**OPEN_ENDED, "overrides": answers})

    page = visitor.written(INVITATION, data)

    assert page.value(answer_to(page, "consent.open_ended")) == REASON
    assert (
        page.data(INVITATION)["overrides"]
        == canonical({"overrides": answers[1:]})["overrides"]
    )


def test_an_answer_to_another_rule_answers_nothing(visitor: Visitor) -> None:
    answers = [{"rule": "format.email.unusual", "reason": REASON}]
    page = warned(visitor, {**OPEN_ENDED, "overrides": answers})

    assert [anchor for anchor, _said in page.links()] == ["consent-valid_to"]
    assert page.data(INVITATION)["overrides"] == answers
    name = answer_to(page, "consent.open_ended")
    page = Page(visitor.press(page, "create", {name: "Annat skäl."}))
    assert CREATED in page.html
    assert len(saved(visitor, page)["overrides"]) == 2
