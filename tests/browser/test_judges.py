"""The judges of pages find what is there to find, and only that."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from browser.journey import OpenPage, Watch, go_back, visit
from browser.judges import axe, html_faults
from browser.live import Service
from playwright.sync_api import Browser, Page

GOOD = """<!DOCTYPE html>
<html lang="sv"><head><title>Bra</title></head>
<body><main><h1>Bra</h1>{more}</main></body></html>"""
POLICY = "default-src 'none'; script-src 'nonce-ours'; img-src *"

SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@contextmanager
def shown(
    browser: Browser, watch: Watch, more: str, *, script: bool = True
) -> Iterator[Page]:
    """Show a page that has `more` in it, in the place of one of the service."""
    with visit(browser, watch, script=script) as context:
        context.route(
            f"{watch.origin}/made-up",
            lambda route: route.fulfill(
                body=GOOD.format(more=more),
                content_type="text/html; charset=utf-8",
                headers={"Content-Security-Policy": POLICY},
            ),
        )
        page = context.new_page()
        page.goto("/made-up")
        yield page


@pytest.mark.slow
@SCRIPT
@pytest.mark.parametrize(
    ("more", "rules"),
    [
        ("<p>Hej</p>", set()),
        ("<input><noscript><p>Hej</p></noscript>", {"label"}),
        ("<ul><p>Hej</p></ul><h3>Hej</h3>", {"list", "heading-order"}),
    ],
)
def test_axe_tells_what_is_wrong_with_and_without_scripts(
    browser: Browser, service: Service, more: str, rules: set[str], *, script: bool
) -> None:
    with shown(browser, Watch(service.url), more, script=script) as page:
        found = axe(page)

    assert {line.partition(":")[0] for line in found} == rules


def test_axe_judges_what_is_shown_to_those_without_scripts(
    browser: Browser, service: Service
) -> None:
    more = "<noscript><input></noscript><script nonce='ours'>n = 1</script>"

    with shown(browser, Watch(service.url), more, script=False) as page:
        found = axe(page)

    assert [line.partition(":")[0] for line in found] == ["label"]


def test_faults_in_html_are_told_with_the_page_they_are_on() -> None:
    pages = {"bra": GOOD.format(more=""), "fel": GOOD.format(more="<p id=a><b id=a>")}

    faults = html_faults(pages)

    assert [line for line in faults if not line.startswith("fel:3:")] == []
    assert any("no-dup-id" in line for line in faults)
    assert any("close-order" in line for line in faults)


@SCRIPT
@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("<img src='http://another.example/a.png' alt=''>", "asked another"),
        ("<img src='/made-up/none.png' alt=''>", "Failed to load resource"),
        ("<p style='color: red'>Hej</p>", "Content Security Policy"),
    ],
)
def test_what_goes_wrong_on_a_page_is_a_fault(
    browser: Browser, service: Service, more: str, fault: str, *, script: bool
) -> None:
    watch = Watch(service.url)

    with shown(browser, watch, more, script=script):
        pass

    assert fault in "\n".join(watch.faults())


@pytest.mark.parametrize("code", ["nope()", "console.error('nope')", "eval('nope')"])
def test_what_goes_wrong_in_a_script_is_a_fault(
    browser: Browser, service: Service, code: str
) -> None:
    watch = Watch(service.url)

    with shown(browser, watch, f"<script nonce='ours'>{code}</script>"):
        pass

    assert len(watch.faults()) >= 1


def test_a_page_that_is_not_there_is_no_fault(open_page: OpenPage) -> None:
    answer = open_page().goto("/nope")

    assert answer
    assert answer.status == 404


@pytest.mark.parametrize("bfcache", [True, False], ids=["kept", "loaded anew"])
def test_going_back_meets_the_page_as_it_was_left_only_where_it_is_kept(
    open_page: OpenPage, service: Service, *, bfcache: bool
) -> None:
    page = open_page(bfcache=bfcache)
    page.goto("/")
    page.evaluate("() => { window.left = true }")
    page.goto("/nope")

    go_back(page)

    assert page.url == f"{service.url}/"
    assert page.evaluate("() => window.left === true") is bfcache
