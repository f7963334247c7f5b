"""A plan with a version leads on, and two versions lie beside each other."""

import json
from typing import Any

from browser.filling import button, create, draft, field, open_draft, press, shown
from browser.journey import HEIGHT, NARROW, WIDE, OpenPage, overflow
from browser.judges import axe
from browser.ways import INVITATION, PLAN, SCRIPT, WAYS
from changes import changed
from elsewhere import stamped
from playwright.sync_api import Page, expect

OLD = json.dumps(stamped(PLAN, PLAN.example())).encode()
CHANGES = {
    "meeting-place": "Någon annanstans",
    "areas-development-measures-0": {},
    "areas-safety-measures-0-status": "ongoing",
    "dissent": "Pappa vill vänta.",
    "areas-safety-goals": "",
}


def judged(page: Page) -> None:
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert overflow(page) == 0
        assert axe(page) == []


@WAYS
def test_a_follow_up_begins_where_one_answers_how_it_went(
    open_page: OpenPage, *, width: int, script: bool
) -> None:
    page = open_page(width, script=script)
    open_draft(page, OLD)
    shown(page, "form")
    field(page, "reason").fill("Det här skrev jag nyss.")

    press(page, "next follow_up")

    first = field(page, "review-0-status")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(page.locator("#notice")).to_be_in_viewport()
    expect(field(page, "review-0-what")).to_have_value("Logopedbedömning")
    expect(field(page, "reason")).to_have_value("Det här skrev jag nyss.")
    expect(field(page, "established_on")).to_have_value("")

    button(page, "Ångra").click()

    expect(field(page, "established_on")).to_have_value("2026-12-15")
    expect(page.locator("#review-0-what")).to_have_count(0)

    button(page, "Gör om").click()

    expect(field(page, "review-0-what")).to_have_value("Logopedbedömning")
    expect(button(page, "Ångra")).to_be_visible()


@SCRIPT
def test_a_closing_begins_in_a_section_that_is_open(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    open_draft(page, OLD)
    shown(page, "form")

    press(page, "next closing")

    expect(field(page, "closing-date")).to_be_focused()


@SCRIPT
def test_an_invitation_opens_beside_the_plan(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    open_draft(page, draft(PLAN, PLAN.example()))
    shown(page, "form")
    create(page)

    with page.context.expect_page() as opening:
        press(page, "next invitation")

    invitation = opening.value
    expect(field(invitation, "meeting-date")).to_have_value("2027-03-02")
    expect(invitation.locator("#document")).to_have_attribute(
        "action", f"/{INVITATION.page}"
    )
    expect(page.locator("#nasta-gang")).to_be_visible()


@SCRIPT
def test_the_ways_on_are_accessible(open_page: OpenPage, *, script: bool) -> None:
    page = open_page(script=script)
    open_draft(page, OLD)
    shown(page, "form")
    expect(page.locator(".going-on")).to_be_visible()
    judged(page)

    press(page, "next follow_up")
    expect(page.locator("#notice")).to_be_visible()
    judged(page)


@SCRIPT
def test_two_versions_are_compared_accessibly(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    page.goto("/jamfor")
    judged(page)
    button(page, "Jämför").click()
    expect(page.locator("#older")).to_be_focused()
    judged(page)

    page.set_input_files("#older", file(OLD))
    page.set_input_files("#newer", file(draft(PLAN, changed(PLAN, CHANGES))))
    button(page, "Jämför").click()

    expect(page.locator(".tally")).to_have_text(
        "1 ny, 2 ändrade, 1 avslutad, 1 borttagen"
    )
    formal = page.get_by_text("Någon annanstans")
    expect(formal).to_be_hidden()
    expect(page.locator(".paged-head")).to_be_hidden()
    judged(page)
    page.emulate_media(media="print")
    expect(formal).to_be_visible()
    expect(page.locator(".paged-head")).to_be_visible()
    expect(page.locator(".change.removed")).to_be_visible()
    expect(page.locator(".changes").first).to_be_visible()
    expect(page.locator(".on-screen").first).to_be_hidden()


def file(content: bytes) -> Any:
    return {"name": "utkast.json", "mimeType": "application/json", "buffer": content}
