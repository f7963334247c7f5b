"""What is wrong is told at the top and at the field, and nothing typed is lost."""

from typing import Any

import pytest
from browser.filling import (
    DATA,
    SAVE,
    create,
    field,
    findings,
    opened,
    press,
    shown,
    take,
)
from browser.journey import OpenPage
from browser.ways import CONSENT, INVITATION, PLAN, PLAN_FIRST, SCRIPT, WAYS
from changes import changed
from playwright.sync_api import Page, expect

from formsvc import pipeline
from formsvc.formkit.data import Data, canonical
from formsvc.formkit.kind import Kind

LACKING = pytest.mark.parametrize(
    ("kind", "name", "told", "mended"),
    [
        (PLAN, "areas-development-contact-name", "kontaktpersonen saknar namn", "Eva"),
        (CONSENT, "purpose", "vad samtycket ska användas till", "Hjälp i tid."),
        (INVITATION, "meeting-date", "Mötet saknar datum", "2026-12-15"),
    ],
    ids=["plan", "consent", "invitation"],
)
INSIDE = """
id => document.getElementById(id).contains(document.activeElement)
"""


def held(kind: Kind, data: Data) -> Data:
    """Return what the documents hold of `data`."""
    return canonical(pipeline.take_in(kind, data).data)


@LACKING
@SCRIPT
def test_what_is_lacking_is_told_where_it_is_mended(
    open_page: OpenPage, kind: Kind, name: str, told: str, mended: str, *, script: bool
) -> None:
    page = open_page(script=script)
    lacking = changed(kind, {name: ""})
    opened(page, kind, lacking)

    summary = findings(page)

    expect(summary).to_be_focused()
    assert page.title().startswith("Fel: ")
    expect(summary).to_contain_text("1 sak behöver rättas")
    if script and kind is PLAN:
        page.locator("#areas-development > summary").click()  # out of sight
    summary.get_by_role("link", name=told).click()
    expect(field(page, name)).to_be_focused()
    expect(field(page, name)).to_be_in_viewport()
    note = page.locator(f'[id="{name}-notes"]')
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text(told)
    assert f"{name}-notes" in str(field(page, name).get_attribute("aria-describedby"))
    assert field(page, name).get_attribute("aria-invalid") == "true"
    assert take(page, SAVE).data == held(kind, lacking)

    field(page, name).fill(mended)
    create(page)

    assert take(page, DATA).data == held(kind, changed(kind, {name: mended}))


@PLAN_FIRST
@WAYS
def test_every_finding_on_an_empty_page_leads_to_where_it_is_told(
    open_page: OpenPage, kind: Kind, width: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    page.goto(f"/{kind.page}")
    summary = findings(page)

    for link in summary.get_by_role("link").all():
        name = str(link.get_attribute("href"))[1:]
        link.click()
        expect(page.locator(f'[id="{name}-notes"]')).to_be_in_viewport(ratio=1)
        for label in page.locator(f'label[for="{name}"]').all():
            expect(label).to_be_in_viewport(ratio=1)
        if script:
            assert page.evaluate(INSIDE, name), name


@pytest.mark.parametrize("kind", [PLAN, CONSENT], ids=["plan", "consent"])
def test_a_finding_in_a_section_seldom_needed_opens_it(
    open_page: OpenPage, kind: Kind
) -> None:
    section, name = {
        "plan": ("closing", "closing-reason"),
        "consent": ("withdrawal", "withdrawal-by"),
    }[kind.name]
    date = {f"{section}-date": "2027-01-01", "follow_up-date": ""}
    page = open_page()
    opened(page, kind, changed(kind, dict([*date.items()][: 1 + (kind is PLAN)])))
    page.locator(f"#{section} > summary").click()
    assert field(page, name).is_hidden()

    findings(page).locator(f'a[href="#{name}"]').click()

    expect(field(page, name)).to_be_focused()


WARNED: Data = changed(CONSENT, {"informed_on": ""})
RULE = "consent.informed_on"
REASON = "Informationen gavs muntligt i telefon."


def warned(page: Page) -> None:
    """Ask for the documents of a consent that a rule warns about."""
    opened(page, CONSENT, WARNED)
    summary = findings(page)
    expect(summary).to_contain_text("1 varning att ta ställning till")
    assert not page.title().startswith("Fel: ")


def overrides(data: Data) -> Any:
    """Return the answers to warnings in `data`, those with a reason."""
    return [one for one in data.get("overrides", []) if one.get("reason")]


@SCRIPT
def test_a_warning_that_is_answered_in_place_lets_one_pass(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    warned(page)

    page.get_by_label("Går ni vidare ändå? Skriv varför.").fill(REASON)
    create(page)

    expect(page.get_by_text("obesvarad")).to_have_count(0)
    draft = take(page, DATA)
    assert overrides(draft.data) == [{"rule": RULE, "reason": REASON}]
    opened(page, CONSENT, draft.data)
    expect(page.get_by_label("Besvarad: därför går ni vidare")).to_have_value(REASON)
    expect(page.locator(".note.answered")).to_have_count(1)


@SCRIPT
def test_a_warning_can_be_passed_without_an_answer(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    warned(page)

    press(page, "anyway")

    page.get_by_role("heading", name="1 varning är obesvarad").wait_for()
    assert overrides(take(page, DATA).data) == []


@SCRIPT
def test_one_comes_back_to_the_warnings_that_were_passed(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    warned(page)
    press(page, "anyway")
    shown(page, "created")

    press(page, "edit")
    shown(page, "form")

    expect(page.locator("#findings")).to_be_in_viewport()
    expect(page.locator("#findings")).to_contain_text("1 varning att ta ställning till")
    expect(page.locator(".note.warning")).to_have_count(1)
    page.get_by_label("Går ni vidare ändå? Skriv varför.").fill(REASON)
    create(page)
    assert overrides(take(page, DATA).data) == [{"rule": RULE, "reason": REASON}]


@SCRIPT
def test_one_comes_back_to_a_reason_beside_what_it_answers(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, PLAN, changed(PLAN, {"consent-valid_to": ""}))
    findings(page)
    page.get_by_label("Går ni vidare ändå? Skriv varför.").fill(REASON)
    create(page)

    press(page, "edit")
    shown(page, "form")

    expect(page.locator("#findings, .note.warning, .field.warning")).to_have_count(0)
    note = page.locator("#consent-valid_to-notes .note.answered")
    expect(note).to_contain_text("hur länge samtycket gäller")
    reason = page.get_by_label("Besvarad: därför går ni vidare")
    expect(reason).to_have_value(REASON)
    whole = page.locator(".card#motet .fields").last.bounding_box()
    beside = page.locator(".answer").bounding_box()
    assert whole
    assert beside
    assert round(beside["width"]) == round(whole["width"])


def test_a_warning_that_was_mended_is_gone_when_one_comes_back(
    open_page: OpenPage,
) -> None:
    page = open_page()
    warned(page)
    field(page, "informed_on").fill("2026-11-01")
    create(page)

    press(page, "edit")
    shown(page, "form")

    expect(page.locator(".summary, .note, .answer, .warning")).to_have_count(0)


def test_a_warning_cannot_take_errors_along(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, CONSENT, changed(CONSENT, {"informed_on": "", "purpose": ""}))

    findings(page)

    expect(page.locator('button[value="anyway"]')).to_have_count(0)


def test_tips_are_quiet(open_page: OpenPage) -> None:
    page = open_page()
    tipped = {"child-birth_date": "2022-01-02"}
    opened(page, PLAN, changed(PLAN, {**tipped, "established_on": ""}))

    summary = findings(page)

    tip = summary.get_by_text("Födelsedatumet är ett annat än det i personnumret.")
    assert tip.is_hidden()
    expect(page.locator('[id="child-birth_date-notes"] .note.tip')).to_be_visible()
    field(page, "established_on").fill("2026-12-15")
    create(page)  # a tip stops nobody
