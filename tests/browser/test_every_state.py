"""Every state of a page is valid HTML, and accessible to who has no script."""

from collections.abc import Iterator

import pytest
from browser.journey import NARROW, WIDE
from browser.judges import axe_of_html, html_faults
from browser.live import Service
from browser.states import State, html_of, sent, states_of
from browser.ways import EVERY_KIND, PLAN
from playwright.sync_api import APIRequestContext, Browser, Playwright

from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS


@pytest.fixture
def asking(playwright: Playwright) -> Iterator[APIRequestContext]:
    """Give what asks the service without a browser."""
    context = playwright.request.new_context()
    yield context
    context.dispose()


OTHERS = {
    "start": State("/"),
    "open": State("/oppna"),
    "nothing opened": State("/oppna", {}),
    "compare": State("/jamfor"),
    "nothing compared": State("/jamfor", {}),
    "404": State("/nope"),
    "405": State("/", {"do": "create"}),
    "400": State("/plan", {"data": "{", "do": "create"}),
}
TOO_LARGE = {
    "413": State("/plan", {"reason": "x" * 17_000_000}),
    "too much": State("/plan", {"reason": "x" * 8_000_001, "do": "create"}),
}


def test_pages_are_valid_html(asking: APIRequestContext, service: Service) -> None:
    states = {
        f"{kind.name}: nothing": sent(kind, {}, "create") for kind in KINDS.values()
    }
    states["created"] = sent(PLAN, PLAN.example(), "create")
    states["follow-up"] = sent(PLAN, PLAN.example(), "next follow_up")
    states["invitation"] = sent(PLAN, PLAN.example(), "next invitation")
    states |= OTHERS

    pages = {name: html_of(asking, service, one) for name, one in states.items()}

    assert html_faults(pages) == []


@pytest.mark.slow
@EVERY_KIND
def test_every_state_is_valid_html(
    asking: APIRequestContext, service: Service, kind: Kind
) -> None:
    states = dict(states_of(kind)) | (TOO_LARGE if kind is PLAN else {})

    pages = {name: html_of(asking, service, one) for name, one in states.items()}

    assert html_faults(pages) == []


@EVERY_KIND
def test_a_kind_is_accessible_without_a_script(
    asking: APIRequestContext, service: Service, browser: Browser, kind: Kind
) -> None:
    state = sent(kind, {}, "create")
    html = html_of(asking, service, state)
    url = f"{service.url}{state.address}"

    assert axe_of_html(browser, html, url, width=NARROW) == []


@pytest.mark.slow
@EVERY_KIND
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_every_state_is_accessible_without_a_script(
    asking: APIRequestContext,
    service: Service,
    browser: Browser,
    kind: Kind,
    width: int,
) -> None:
    found = {}
    for name, state in states_of(kind):
        html = html_of(asking, service, state)
        url = f"{service.url}{state.address}"
        found[name] = axe_of_html(browser, html, url, width=width)

    assert {name: faults for name, faults in found.items() if faults} == {}
