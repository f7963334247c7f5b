"""Pages as they stand in a browser with a script, on a screen and on paper."""

import pytest
from browser.filling import create, field, findings, open_draft, opened, press
from browser.journey import HEIGHT, NARROW, WIDE, OpenPage, overflow
from browser.judges import axe
from browser.states import ANSWERED, TIPPED, WARNED
from browser.ways import EVERY_KIND, PLAN, PLAN_FIRST
from changes import changed
from playwright.sync_api import Page, expect

from formsvc.areas import AREAS
from formsvc.formkit.kind import Kind


def judged(page: Page) -> None:
    """Judge the page as it stands, narrow and wide."""
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert overflow(page) == 0
        assert axe(page) == []


@PLAN_FIRST
def test_a_kind_is_accessible_from_empty_to_created(
    open_page: OpenPage, kind: Kind
) -> None:
    page = open_page()
    page.goto(f"/{kind.page}")
    judged(page)
    findings(page)
    judged(page)

    opened(page, kind, changed(kind, {**WARNED[kind.name], **TIPPED}))
    findings(page)
    page.locator("#findings details summary").click()
    judged(page)
    page.get_by_label("Går ni vidare ändå?").fill(ANSWERED)
    create(page)
    judged(page)


def test_a_plan_with_all_open_is_accessible(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, PLAN, PLAN.example())
    for area in AREAS:
        page.locator(f".segment[data-area={area.id}]").click()
    for section in page.locator("details.seldom:not([open]) > summary").all():
        section.click()
    press(page, "remove participants-0")

    judged(page)


def test_a_complaint_is_accessible(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/inbjudan")
    page.evaluate("() => { document.getElementById('document').dataset.most = 1 }")
    press(page, "create")
    page.locator(".unsent").wait_for()

    judged(page)


@pytest.mark.parametrize("page_name", ["/oppna", "/nope"])
def test_a_page_without_a_form_is_accessible(
    open_page: OpenPage, page_name: str
) -> None:
    page = open_page()
    page.goto(page_name)
    judged(page)
    if page_name == "/oppna":
        open_draft(page, b"%PDF-")
        judged(page)


@PLAN_FIRST
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_longest_words_fit(open_page: OpenPage, kind: Kind, width: int) -> None:
    page = open_page(width)
    page.goto(f"/{kind.page}")
    for box in page.locator("#document :is(input[type=text], textarea):visible").all():
        box.fill("x" * 199)

    findings(page)

    assert overflow(page) == 0


@EVERY_KIND
def test_a_printed_page_shows_what_was_written_and_nothing_to_press(
    open_page: OpenPage, kind: Kind
) -> None:
    page = open_page()
    many = "\n".join(["En rad till."] * 55)
    where = "reason" if kind is PLAN else "purpose"
    opened(page, kind, changed(kind, {where: many, "child-name": ""}))
    findings(page)
    page.emulate_media(media="print")

    expect(page.locator("button:visible, nav:visible, .summary:visible")).to_have_count(
        0
    )
    expect(field(page, "child-setting")).to_be_visible()
    expect(field(page, "child-setting")).to_have_value("Förskolan Exempelgläntan")
    hidden = field(page, where).evaluate("box => box.scrollHeight - box.clientHeight")
    assert hidden <= 2


@EVERY_KIND
def test_forced_colours_fit_too(open_page: OpenPage, kind: Kind) -> None:
    page = open_page(NARROW)
    page.emulate_media(forced_colors="active")
    opened(page, kind, kind.example())

    assert overflow(page) == 0
