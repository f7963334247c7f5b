"""There is room to write in, and nothing is cut off, on all sorts of screens."""

from io import BytesIO

import pytest
from browser.filling import field, findings, opened
from browser.journey import NARROW, OpenPage
from browser.ways import CONSENT, PLAN, SCRIPT
from PIL import Image
from playwright.sync_api import expect

TOPS = "links => links.map(link => Math.round(link.getBoundingClientRect().top))"
ALL_IN_SIGHT = "beside => beside.scrollHeight <= beside.clientHeight"
WRONG = (0xB3, 0x12, 0x2F)
ROOM = 200
"""The least width, in px, of what one writes in on a page of 320 px."""


@SCRIPT
def test_most_of_a_narrow_page_is_to_write_in(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(NARROW, script=script)
    opened(page, PLAN, PLAN.example())
    if script:
        page.locator(".segment[data-area=safety]").click()

    for name in ("measures-0-what", "measures-0-unit", "contact-name", "needs"):
        box = field(page, f"areas-safety-{name}").bounding_box()
        assert box
        assert box["width"] >= ROOM, name


@pytest.mark.parametrize("address", ["/", "/plan", "/oppna", "/nope"])
def test_the_links_above_a_narrow_page_take_two_lines(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(NARROW)
    page.goto(address)

    tops = page.locator("header.site a").evaluate_all(TOPS)
    assert len(set(tops)) <= 2


@pytest.mark.parametrize(
    ("width", "height"), [(1280, 800), (1366, 720), (1366, 700), (1366, 600)]
)
@SCRIPT
def test_all_that_stands_beside_a_plan_is_in_sight_on_a_laptop(
    open_page: OpenPage, width: int, height: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    page.set_viewport_size({"width": width, "height": height})
    page.goto("/plan")

    page.locator("#barnet").scroll_into_view_if_needed()
    page.mouse.wheel(0, height)

    last = page.locator(".contents").get_by_role("link", name="Klar?")
    expect(last).to_be_in_viewport(ratio=1)
    assert page.locator(".beside").evaluate(ALL_IN_SIGHT)


def test_a_wide_page_has_no_mark_on_a_list_that_is_always_open(
    open_page: OpenPage,
) -> None:
    page = open_page(script=False)
    page.goto("/plan")
    summary = page.locator(".contents summary")

    expect(page.locator(".contents").get_by_role("link", name="Klar?")).to_be_visible()
    assert summary.evaluate("one => getComputedStyle(one).listStyleType") == "none"


def test_what_stands_above_the_cards_is_no_wider_than_they(open_page: OpenPage) -> None:
    page = open_page(900)
    page.goto("/plan")

    above = page.locator(".beside").bounding_box()
    card = page.locator("#planen").bounding_box()

    assert above
    assert card
    assert above["width"] == card["width"]


def test_the_bar_of_what_is_wrong_stands_beside_all_of_a_question(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.goto(f"/{CONSENT.page}")
    findings(page)

    for name in ("custody", "modes"):
        picture = Image.open(BytesIO(field(page, name).screenshot())).convert("RGB")
        for height in (2, picture.height // 2, picture.height - 3):
            assert picture.getpixel((2, height)) == WRONG, (name, height)
