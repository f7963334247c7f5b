"""A live service, a real browser, and judges of the pages."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from browser.journey import WIDE, OpenPage, Watch, launched, visit
from browser.live import Service, served
from playwright.sync_api import Browser, Page, Playwright, sync_playwright


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Give a service that runs; one for each process of the tests."""
    with served(tmp_path_factory.mktemp("instance")) as service:
        yield service


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Give what drives browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Give a Chromium that loads a page anew when one goes back."""
    with launched(playwright, bfcache=False) as browser:
        yield browser


@pytest.fixture(scope="session")
def browser_with_bfcache(playwright: Playwright) -> Iterator[Browser]:
    """Give a Chromium that keeps pages alive to go back to, as people's do."""
    with launched(playwright, bfcache=True) as browser:
        yield browser


@pytest.fixture
def open_page(service: Service, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Give what opens pages; at the end there must have been no fault on any."""
    watch = Watch(service.url)

    with ExitStack() as visits:

        def open_one(
            width: int = WIDE, *, script: bool = True, bfcache: bool = False
        ) -> Page:
            name = "browser_with_bfcache" if bfcache else "browser"
            browser = request.getfixturevalue(name)
            context = visits.enter_context(
                visit(browser, watch, width=width, script=script)
            )
            return context.new_page()

        yield open_one
    assert watch.faults() == [], f"the service wrote to {service.log}"
