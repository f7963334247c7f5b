"""Nothing that is typed is lost: by haste, by the back button, or by leaving."""

import pytest
from browser.filling import (
    EDIT,
    NAME,
    SAVE,
    button,
    create,
    field,
    findings,
    focus_unseen,
    named,
    opened,
    press,
    shown,
    take,
)
from browser.journey import OpenPage, go_back
from browser.ways import CONSENT, INVITATION, PLAN, SCRIPT
from changes import changed
from playwright.sync_api import Dialog, Locator, Page, Route, expect

CHANGED = "Åsa Ändring"
DOUBLE = 0.15
"""Seconds between the presses of a double click."""


def double_click(place: Locator) -> None:
    """Press twice as a person does, wherever the page has moved in between."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box
    mouse = place.page.mouse
    mouse.move(box["x"] + 15, box["y"] + box["height"] / 2)
    for count in (1, 2):
        mouse.down(click_count=count)
        mouse.up(click_count=count)
        place.page.wait_for_timeout(1000 * DOUBLE)


def test_a_double_click_gives_one_file(open_page: OpenPage) -> None:
    page = open_page()
    got: list[str] = []
    page.on("download", lambda one: got.append(one.suggested_filename))
    opened(page, INVITATION, INVITATION.example())

    double_click(button(page, SAVE))
    page.get_by_text("är hämtad.").first.wait_for()

    assert got == ["2026-11-21_inbjudan_utkast.json"]


@SCRIPT
def test_a_double_click_makes_documents_and_starts_nothing_more(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    got: list[str] = []
    page.on("download", lambda one: got.append(one.suggested_filename))
    page.on("popup", lambda one: got.append(one.url))
    opened(page, PLAN, PLAN.example())

    double_click(page.locator('button[value="create"]').last)

    shown(page, "created")
    page.wait_for_timeout(500)
    if script:  # without one, a late second click meets the next page
        assert got == []
    expect(button(page, EDIT)).to_be_visible()


def test_a_double_click_takes_one_row_away(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, PLAN, PLAN.example())
    rows = page.locator('[data-list="distribution"] > .row')

    double_click(page.locator('button[value="remove distribution-0"]'))

    expect(rows).to_have_count(3)


def test_steps_of_the_history_show_what_was_left(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, CONSENT, changed(CONSENT, {"purpose": ""}))
    findings(page)
    named(page, CHANGED)

    page.go_back()
    expect(field(page, "child-name")).to_have_value(CHANGED)
    assert focus_unseen(page) != "nothing"
    field(page, "purpose").fill("Hjälp i tid.")
    create(page)
    page.go_back()
    shown(page, "form")
    expect(field(page, "purpose")).to_have_value("Hjälp i tid.")
    assert focus_unseen(page) != "nothing"
    page.go_forward()
    shown(page, "created")
    assert focus_unseen(page) != "nothing"
    assert take(page, "Utkast (json)").data["child"]["name"] == CHANGED


def test_documents_of_an_older_text_are_not_offered_again(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, CONSENT, changed(CONSENT, {"purpose": ""}))
    findings(page)
    field(page, "purpose").fill("Hjälp i tid.")
    create(page)

    page.go_back()

    expect(page.locator(".summary, .notes")).to_have_count(0)
    assert not page.title().startswith("Fel")
    named(page, CHANGED)
    page.go_forward()
    shown(page, "form")
    expect(field(page, "child-name")).to_have_value(CHANGED)


@SCRIPT
@pytest.mark.parametrize("link", ["", "#barnet"], ids=["at once", "after a link"])
def test_one_goes_back_from_the_documents_and_changes(
    open_page: OpenPage, link: str, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, PLAN, PLAN.example())
    named(page, CHANGED)
    if link:
        page.locator(f'.contents a[href="{link}"]').click()
    create(page)

    button(page, EDIT).click()

    shown(page, "form")
    expect(field(page, "child-name")).to_have_value(CHANGED)
    named(page, NAME)
    create(page)
    assert take(page, "Utkast (json)").data["child"]["name"] == NAME


def test_the_browsers_own_back_button_keeps_the_text_without_a_script(
    open_page: OpenPage,
) -> None:
    page = open_page(script=False, bfcache=True)
    page.goto("/samtycke")
    named(page)
    findings(page)

    go_back(page)

    expect(page.locator("#findings")).to_have_count(0)
    expect(field(page, "child-name")).to_have_value(NAME)


def leaves_asked(page: Page) -> bool:
    """Go to the start page; say whether the browser asked first. Stay if so."""
    asked: list[Dialog] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("a.home").click(no_wait_after=True)
    page.wait_for_timeout(300)
    page.remove_listener("dialog", stay)
    return bool(asked)


def test_leaving_asks_only_while_something_is_in_no_file(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    named(page)
    assert leaves_asked(page)
    expect(field(page, "child-name")).to_have_value(NAME)

    take(page, SAVE)
    named(page, CHANGED)
    assert leaves_asked(page)
    take(page, SAVE)
    assert not leaves_asked(page)
    expect(page.locator("body.start")).to_have_count(1)


def test_leaving_an_untouched_page_asks_nothing(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")

    assert not leaves_asked(page)


@pytest.mark.parametrize("do", ["create", "file json"])
def test_what_is_typed_while_the_service_works_is_not_lost(
    open_page: OpenPage, do: str
) -> None:
    page = open_page()
    page.goto("/plan")
    named(page)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/plan", hold, times=1)

    press(page, do)
    page.wait_for_timeout(100)
    named(page, CHANGED)
    waiting[0].continue_()
    page.wait_for_timeout(800)

    expect(field(page, "child-name")).to_have_value(CHANGED)
    assert leaves_asked(page)
