"""What breaks on the way is told, and nothing that is typed is lost."""

import socket
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest
from browser.filling import NAME, SAVE, button, field, findings, named, press, take
from browser.journey import OpenPage, Watch, visit
from browser.live import Service
from browser.ways import SCRIPT
from playwright.sync_api import Browser, Page, Route, expect

from formsvc.formkit.formdata import MAX_BYTES


@contextmanager
def unwatched(
    browser: Browser, service: Service, *, script: bool = True
) -> Iterator[Page]:
    """Give a page with a name written, on which faults are meant to happen."""
    with visit(browser, Watch(service.url), script=script) as context:
        page = context.new_page()
        page.goto("/plan")
        named(page)
        yield page


def complaint(page: Page) -> str:
    """Return what could not be done: it has the focus, and the text is still there."""
    box = page.locator(".unsent")
    expect(box).to_be_focused()
    expect(field(page, "child-name")).to_have_value(NAME)
    return box.inner_text()


def test_too_much_text_is_told_and_kept(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    named(page)
    page.evaluate("() => { document.getElementById('document').dataset.most = 9000 }")
    field(page, "reason").fill("x" * 9000)

    press(page, "create")

    assert "Det är mer text än ett dokument rymmer." in complaint(page)
    field(page, "reason").fill("Kort")
    findings(page)
    expect(page.locator(".unsent")).to_have_count(0)


@pytest.mark.slow
@SCRIPT
def test_too_much_text_that_reached_the_service_is_told_and_kept(
    browser: Browser, service: Service, *, script: bool
) -> None:
    with unwatched(browser, service, script=script) as page:
        for name in ("reason", "guardian_voice"):
            field(page, name).fill("x" * (MAX_BYTES // 2 + 1))

        press(page, "create")

        page.get_by_text("Det är mer text än ett dokument rymmer.").wait_for()
        expect(field(page, "child-name")).to_have_value(NAME)
        assert len(field(page, "reason").input_value()) == MAX_BYTES // 2 + 1


def test_a_lost_network_is_told_and_nothing_is_lost(
    browser: Browser, service: Service
) -> None:
    with unwatched(browser, service) as page:
        page.context.set_offline(True)

        press(page, "create")
        assert "Det gick inte att nå tjänsten." in complaint(page)
        button(page, SAVE).click()
        assert "Allt du har skrivit står kvar." in complaint(page)

        page.context.set_offline(False)
        assert take(page, SAVE).data["child"]["name"] == NAME
        expect(page.locator(".unsent")).to_have_count(0)


@pytest.mark.parametrize(
    ("status", "body"), [(500, "<h1>Stopp</h1>"), (503, ""), (403, "<html>")]
)
def test_a_service_that_breaks_is_told_and_nothing_is_lost(
    browser: Browser, service: Service, status: int, body: str
) -> None:
    def broken(route: Route) -> None:
        route.fulfill(status=status, content_type="text/html", body=body)

    with unwatched(browser, service) as page:
        page.route("**/plan", broken)
        press(page, "create")
        assert "Allt du har skrivit står kvar." in complaint(page)
        button(page, SAVE).click()
        assert "Allt du har skrivit står kvar." in complaint(page)

        page.unroute("**/plan", broken)
        findings(page)
        expect(field(page, "child-name")).to_have_value(NAME)


@pytest.mark.parametrize("content_type", ["text/plain", "application/json"])
def test_a_fault_that_is_no_page_is_no_file(
    browser: Browser, service: Service, content_type: str
) -> None:
    with unwatched(browser, service) as page:
        page.route(
            "**/plan",
            lambda route: route.fulfill(
                status=503, content_type=content_type, body="upstream"
            ),
        )
        button(page, SAVE).click()

        assert "Allt du har skrivit står kvar." in complaint(page)


def test_connections_on_which_nothing_comes_hold_up_nobody(service: Service) -> None:
    address = urlsplit(service.url)
    with ExitStack() as waiting:
        for _ in range(8):  # browsers open spare ones
            spare = socket.create_connection((address.hostname, address.port))
            waiting.enter_context(spare)

        with urllib.request.urlopen(service.url, timeout=30) as answer:
            assert answer.status == 200
