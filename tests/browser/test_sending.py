"""Letters: who gets what, texts to copy, choices, and how far the service has come."""

import json
import re

import pytest
from browser.filling import draft
from browser.journey import NARROW, WIDE, OpenPage, overflow
from browser.judges import axe
from changes import INVITATION, changed
from playwright.sync_api import Page, Route, expect

from formsvc.formkit.data import Data

HIDING = changed(
    INVITATION, {"child-protected_identity": "secrecy_mark", "child-setting": ""}
)
POST = """
data => {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: "/inbjudan" });
  for (const [name, value] of [["data", data], ["do", "anyway"]]) {
    form.append(Object.assign(document.createElement("input"), { name, value }));
  }
  document.body.append(form);
  form.submit();
}
"""
WAYS = pytest.mark.parametrize(
    ("width", "script"),
    [(WIDE, True), pytest.param(NARROW, False, marks=pytest.mark.slow)],
    ids=["wide with script", "narrow without script"],
)


def opened(page: Page, data: Data) -> None:
    """Open a draft, and go on to its letters."""
    page.goto("/oppna")
    page.locator("input[type=file]").set_input_files(
        {
            "name": "utkast.json",
            "mimeType": "application/json",
            "buffer": draft(INVITATION, data),
        }
    )
    page.get_by_role("button", name=re.compile("^Öppna")).first.click()
    page.locator("button[value=create]").last.click()
    anyway = page.locator("button[value=anyway]")
    page.locator("button[value=letters]").or_(anyway).first.wait_for()
    if anyway.count():
        anyway.first.click()
    page.locator("button[value=letters]").click()
    expect(page.locator("h1")).to_have_text("Brev till de inbjudna")


@WAYS
def test_one_looks_chooses_and_takes_the_letters_along(
    open_page: OpenPage, width: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    opened(page, HIDING)
    assert axe(page) == []
    assert overflow(page) == 0

    page.get_by_role("group", name="Örjan Testberg").get_by_label("Visa").check()
    page.get_by_role("button", name="Visa med de här valen").click()

    orjan = page.get_by_role("group", name="Örjan Testberg")
    expect(orjan.get_by_text("döljs")).to_have_count(0)
    expect(orjan.get_by_label("Visa")).to_be_checked()
    with page.expect_download() as download:
        page.get_by_role("button", name="Spara breven").click()
    assert "_brev_" in download.value.suggested_filename


def test_a_text_for_link_is_copied_and_told_of(open_page: OpenPage) -> None:
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, INVITATION.example())

    page.get_by_role("button", name="Kopiera texten").press("Enter")

    expect(page.locator(".copied")).to_contain_text("Kopierat")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.splitlines() == page.locator("textarea").input_value().splitlines()


def test_without_a_clipboard_the_text_is_marked(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, INVITATION.example())
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")

    page.get_by_role("button", name="Kopiera texten").click()

    expect(page.locator(".copied")).to_contain_text("markerad")
    marked = page.evaluate(
        "() => (({ selectionStart, selectionEnd }) => selectionEnd - selectionStart)"
        "(document.activeElement)"
    )
    assert marked == len(page.locator("textarea").input_value())


@pytest.mark.slow
def test_one_is_told_how_far_it_has_come(open_page: OpenPage) -> None:
    page = open_page()
    data = INVITATION.example()
    guardian = data["recipients"][0]  # a letter with a name is like no other
    names = [f"{first}{last} Testberg" for first in "ABCD" for last in "aeiouyå"]
    data["recipients"][3:] = [{**guardian, "attention": name} for name in names[:27]]
    told: list[str] = []

    def tell(words: str) -> None:
        told.append(words)

    page.expose_function("tell", tell)
    page.add_init_script(
        "new MutationObserver(() => document.querySelectorAll('.busy').forEach("
        "one => one.textContent && tell(one.textContent))).observe(document,"
        "{ subtree: true, childList: true })"
    )

    page.goto("/inbjudan")
    with page.expect_navigation():
        page.evaluate(POST, json.dumps(data))
    page.locator("button[value=letters]").click()
    expect(page.locator("h1")).to_have_text("Brev till de inbjudna", timeout=60_000)

    assert any(re.fullmatch(r"Brev \d+ av 30", one) for one in told), told
    expect(page.locator(".lead")).to_contain_text("30 inbjudna")


def test_an_answer_that_breaks_off_is_told_and_nothing_is_lost(
    open_page: OpenPage,
) -> None:
    page = open_page()
    opened(page, INVITATION.example())

    def broken(route: Route) -> None:
        route.fulfill(
            body='{"done": 1, "of": 4}\n', content_type="application/x-ndjson"
        )

    page.route("**/inbjudan", broken)
    page.get_by_role("button", name="Spara breven").click()
    expect(page.get_by_role("alert")).to_contain_text("står kvar")
    page.unroute("**/inbjudan")

    with page.expect_download():
        page.get_by_role("button", name="Spara breven").click()


def test_the_browser_keeps_nothing_of_it(open_page: OpenPage) -> None:
    page = open_page()
    kept: list[str] = []
    page.on(
        "response",
        lambda answer: (
            kept.append(answer.url)
            if answer.request.method == "POST"
            and answer.headers.get("cache-control") != "no-store"
            else None
        ),
    )
    opened(page, HIDING)
    with page.expect_download():
        page.get_by_role("button", name="Spara breven").click()

    assert kept == []
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, (await caches.keys()).length,"
        " JSON.stringify(history.state)]"
    )
    assert stored[:4] == [0, 0, 0, 0]
    assert "Testberg" not in stored[4]
    fields = page.locator("input:not([type=hidden], [type=radio])")
    assert {one.get_attribute("autocomplete") for one in fields.all()} == {"off"}
