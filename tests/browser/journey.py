"""A visit to the service with a real browser, and a watch over all that happens."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

import needed
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    WebError,
)

FLAGS = (
    "--no-sandbox",  # tests also run as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # the service alone
)
HEIGHT = 800
NARROW, WIDE = 320, 1280
"""320 px is a page of 1,280 px enlarged to 400 %, as WCAG 1.4.10 has it."""

BAD_REQUEST, BROKEN = 400, 500


def launched(playwright: Playwright, *, bfcache: bool) -> Browser:
    """Start Debian's Chromium; with `bfcache` it keeps pages alive to go back to."""
    return playwright.chromium.launch(
        executable_path=needed.program("chromium", "chromium"),
        args=FLAGS,
        ignore_default_args=["--disable-back-forward-cache"] if bfcache else None,
    )


class OpenPage(Protocol):
    """What opens an empty page `width` px wide in a context of its own."""

    def __call__(
        self, width: int = WIDE, *, script: bool = True, bfcache: bool = False
    ) -> Page:
        """Open it: without `script` as for who has none, with `bfcache` as people do.

        `page.goto("/plan")` goes to the service. At the end of the test there must be
        no fault: see `Watch`.
        """


@dataclass
class Watch:
    """What a context asked for, and what went wrong there.

    Faults are errors in the console (among them breaches of the content security
    policy), errors thrown by scripts, answers of 500 and above, and requests to any
    other than the service. A page that answers 4xx is none: the test sees that itself.
    """

    origin: str
    requested: list[str] = field(default_factory=list)
    _faults: list[str] = field(default_factory=list)
    _failed_loads: list[tuple[str, str]] = field(default_factory=list)
    _refused_pages: set[str] = field(default_factory=set)

    def over(self, context: BrowserContext) -> None:
        """Watch all pages of `context`."""
        context.on("console", self._told)
        context.on("weberror", self._thrown)
        context.on("request", self._asked)
        context.on("response", self._answered)

    def faults(self) -> list[str]:
        """Return what went wrong so far."""
        loads = [
            f"console: {text}: {url}"
            for text, url in self._failed_loads
            if url not in self._refused_pages
        ]
        return self._faults + loads

    def _told(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        url = message.location.get("url", "")
        if message.text.startswith("Failed to load resource"):
            self._failed_loads.append((message.text, url))
        else:
            self._faults.append(f"console: {message.text}: {url}")

    def _thrown(self, error: WebError) -> None:
        self._faults.append(f"script: {error.error}")

    def _asked(self, request: Request) -> None:
        self.requested.append(request.url)
        address = urlsplit(request.url)
        of_the_net = address.scheme in ("http", "https", "ws", "wss")
        if of_the_net and f"{address.scheme}://{address.netloc}" != self.origin:
            self._faults.append(f"asked another: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= BROKEN:
            self._faults.append(f"answered {response.status}: {response.url}")
        elif (
            response.status >= BAD_REQUEST and response.request.is_navigation_request()
        ):
            self._refused_pages.add(response.url)


@contextmanager
def visit(
    browser: Browser, watch: Watch, *, width: int = WIDE, script: bool = True
) -> Iterator[BrowserContext]:
    """Give a fresh context, as of someone in Sweden who comes for the first time."""
    context = browser.new_context(
        base_url=watch.origin,
        viewport={"width": width, "height": HEIGHT},
        java_script_enabled=script,
        accept_downloads=True,
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
    )
    watch.over(context)
    try:
        yield context
    finally:
        context.close()


def go_back(page: Page) -> None:
    """Go back; a page that the browser kept alive does not load again."""
    page.go_back(wait_until="commit")


def overflow(page: Page) -> int:
    """Return how many px one can scroll sideways: none, if the page is well made."""
    wider: int = page.evaluate(
        "() => document.documentElement.scrollWidth - window.innerWidth"
    )
    return max(wider, 0)
