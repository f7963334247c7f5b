"""Judges of pages: axe for accessibility, html-validate for HTML."""

import json
import re
import subprocess
from collections.abc import Mapping
from functools import cache

import needed
from browser.journey import HEIGHT, WIDE
from playwright.sync_api import Browser, Page, Route

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
"""WCAG 2.2 to level AA, as its rules are marked in axe; and good practice besides."""

RUN_AXE = """
async tags => {
  const { violations } = await axe.run({ runOnly: tags, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node => {
    const why = [...node.any, ...node.all, ...node.none].map(({ message }) => message);
    return `${id}: ${help}: ${node.target.join(" ")}: ${why.join("; ")}`;
  }));
}
"""

NO_SCRIPT = "() => matchMedia('(scripting: none)').matches"


def axe(page: Page) -> list[str]:
    """Return what axe has against a page, as "rule: help: selector: why".

    It needs scripts; a page without them is judged as it stands in `axe_of_html`.
    """
    if page.evaluate(NO_SCRIPT):
        browser = page.context.browser
        assert browser
        size = page.viewport_size
        width = size["width"] if size else WIDE
        return axe_of_html(browser, page.content(), page.url, width=width)
    page.evaluate(_axe_source())
    found: list[str] = page.evaluate(RUN_AXE, [*TAGS, "best-practice"])
    return found


def axe_of_html(
    browser: Browser, html: str, url: str, *, width: int = WIDE
) -> list[str]:
    """Return what axe has against `html`, as who has no scripts is shown it at `url`.

    Style sheets and fonts are those of the service. Only axe runs, no script of the
    page, and what stands in `noscript` is judged too.
    """

    def answer(route: Route) -> None:
        if not route.request.is_navigation_request():
            route.continue_()
            return
        route.fulfill(
            body=re.sub(r"</?noscript\b[^>]*>", "", html),
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": "script-src 'none'"},
        )

    context = browser.new_context(viewport={"width": width, "height": HEIGHT})
    try:
        page = context.new_page()
        page.route("**", answer)
        page.goto(url)
        return axe(page)
    finally:
        context.close()


@cache
def _axe_source() -> str:
    return needed.node_module("browser", "axe-core/axe.min.js").read_text(
        encoding="utf-8"
    )


def html_faults(pages: Mapping[str, str]) -> list[str]:
    """Return what is wrong in HTML texts, as "name:line:column: rule: message".

    Give many at once, for each call starts a process; and give what the service
    answered, for a browser has already mended what `page.content()` returns.
    """
    needed.node_module("browser", "html-validate/package.json")
    done = subprocess.run(
        [needed.program("node", "nodejs"), "html_faults.cjs"],
        cwd=needed.HERE / "browser",
        input=json.dumps(pages),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    found: list[str] = json.loads(done.stdout)
    return found
