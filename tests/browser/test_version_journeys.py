"""A document becomes a version, and a paper is asked whether it is the latest."""

import json
import re
import urllib.request
from typing import Any

import pytest
from browser.filling import create, field, open_draft, opened, press, shown, take
from browser.journey import HEIGHT, NARROW, WIDE, OpenPage, Watch, overflow, visit
from browser.judges import axe, html_faults
from browser.live import Service
from browser.ways import PLAN, SCRIPT, SCRIPT_FIRST
from changes import changed
from playwright.sync_api import Browser, Locator, Page, expect
from stamps import END, UNKNOWN, as_file, plans

from formsvc.formkit.data import Data

SAVED = "Uppgifter (json)"


def stamped_by(service: Service, data: Data, previous: Any = None) -> Data:
    """Return a plan that another has stamped."""
    request = urllib.request.Request(
        f"{service.url}/api/v1/plan/stamp",
        as_file({"data": data, "previous": previous}),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        given: Data = json.loads(answer.read())
    return given


def heading(page: Page) -> Locator:
    return page.locator("h1")


def judged(page: Page) -> None:
    """Judge the page as it stands, narrow and wide."""
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        assert overflow(page) == 0
        assert axe(page) == []


def written(page: Page, reason: str) -> None:
    """Write why, and come to the page that offers documents."""
    field(page, "reason").fill(reason)
    create(page)


def test_every_page_of_a_version_is_accessible(
    open_page: OpenPage, service: Service
) -> None:
    one, alone = plans("Sida ett", "Sida ensam")
    first = stamped_by(service, one)["stamp"]
    last = stamped_by(service, changed(PLAN, END), first)["stamp"]
    current = stamped_by(service, alone)["stamp"]
    addresses = {
        f"/version/{current['reference']}/1": "Senast registrerad",
        f"/version/{first['reference']}/1": "Ersatt av version 2",
        f"/version/{last['reference']}": "Avslutad",
        f"/version/{UNKNOWN}/1": "Okänd",
        "/version": "Är det den senaste versionen?",
        "/version?reference=x&version=3": "Är det den senaste versionen?",
        "/version?reference=BP-7F3K92QD4M&version=x": "Är det den senaste versionen?",
    }
    page = open_page()

    html = {}
    for address, words in addresses.items():
        answer = page.goto(address)
        expect(heading(page)).to_have_text(words)
        judged(page)
        assert answer
        html[address] = answer.text()

    assert html_faults(html) == []


@SCRIPT_FIRST
def test_a_reference_is_typed_from_paper(
    open_page: OpenPage, service: Service, *, script: bool
) -> None:
    reference = stamped_by(service, plans("Skriven av")[0])["stamp"]["reference"]
    page = open_page(NARROW, script=script)
    page.goto("/version")

    field(page, "reference").fill("BP-7F3K")
    field(page, "reference").press("Enter")
    expect(page.locator("#reference-notes")).to_contain_text("Beteckningen ska vara")
    expect(field(page, "reference")).to_be_focused()
    expect(field(page, "reference")).to_have_value("BP-7F3K")
    field(page, "reference").fill(reference.lower().replace("-", " "))
    field(page, "version").fill("1")
    page.get_by_role("button", name="Kontrollera").click()

    expect(heading(page)).to_have_text("Senast registrerad")
    assert page.url == f"{service.url}/version/{reference}/1"


@SCRIPT
def test_a_document_is_stamped_and_then_its_next_version(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, PLAN, changed(PLAN, {"reason": f"Först, {script}"}))
    create(page)

    press(page, "stamp")
    expect(heading(page)).to_have_text("Version 1 är stämplad")
    if script:
        expect(heading(page)).to_be_focused()
        judged(page)
    first = take(page, SAVED)
    press(page, "edit")
    shown(page, "form")
    written(page, f"Sedan, {script}")
    press(page, "stamp")
    expect(heading(page)).to_have_text("Version 2 är stämplad")
    second = take(page, SAVED)

    [reference] = re.findall(r"BP-\w{10}", first.name)
    assert first.name.endswith(f"_barnets-plan_{reference}_v01.json")
    assert second.name.endswith(f"_barnets-plan_{reference}_v02.json")
    assert second.data["reason"] == f"Sedan, {script}"
    expect(page.locator(".lead").first).to_contain_text("ersätter version 1")


def test_who_goes_back_in_the_browser_after_stamping_goes_on_from_the_version(
    open_page: OpenPage,
) -> None:
    page = open_page()
    opened(page, PLAN, changed(PLAN, {"reason": "Bakåt först"}))
    create(page)
    press(page, "stamp")
    expect(heading(page)).to_have_text("Version 1 är stämplad")

    page.go_back()
    shown(page, "form")
    written(page, "Bakåt sedan")

    expect(page.locator('button[value="stamp"]')).to_have_text("Stämpla som version 2")


@SCRIPT_FIRST
def test_a_double_click_stamps_one_version(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, PLAN, changed(PLAN, {"reason": f"Dubbelt, {script}"}))
    create(page)

    page.locator('button[value="stamp"]').dblclick(no_wait_after=True)

    expect(heading(page)).to_have_text("Version 1 är stämplad")
    page.wait_for_load_state()
    expect(page.locator('button[value="stamp"]')).to_have_count(0)


@SCRIPT_FIRST
def test_who_comes_second_loses_nothing_and_may_go_on(
    browser: Browser, service: Service, *, script: bool
) -> None:
    one, two, three = plans(*(f"{each} av {script}" for each in ("Ett", "Två", "Tre")))
    first = stamped_by(service, one)
    # A refusal is told in the console of the browser: that is no fault here.
    with visit(browser, Watch(service.url), script=script) as context:
        page = context.new_page()
        open_draft(page, as_file({**three, "stamp": first["stamp"]}))
        shown(page, "form")
        create(page)
        stamped_by(service, two, first["stamp"])

        press(page, "stamp")

        complaint = page.locator(".summary.error")
        expect(complaint).to_contain_text("Version 2 finns redan")
        expect(complaint).to_be_focused()
        judged(page)
        assert take(page, "Utkast (json)").data["reason"] == three["reason"]
        press(page, "continue")
        expect(heading(page)).to_have_text("Version 3 är stämplad")
        reference = first["stamp"]["reference"]
        expect(page.locator(".lead").first).to_contain_text(
            f"fortsätter från version 1 av {reference}"
        )


WARNED = """
() => {
  const leaving = new Event("beforeunload", { cancelable: true });
  return !window.dispatchEvent(leaving);
}
"""


def test_a_version_is_unsaved_until_it_is_in_a_file(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, PLAN, plans("Osparad version")[0])
    create(page)
    take(page, "Utkast (json)")
    assert not page.evaluate(WARNED)

    press(page, "stamp")
    expect(heading(page)).to_have_text("Version 1 är stämplad")
    assert page.evaluate(WARNED)
    take(page, "Text")
    assert page.evaluate(WARNED)
    take(page, "Spara arkivkopian (pdf)")

    assert not page.evaluate(WARNED)


@SCRIPT_FIRST
def test_who_edits_what_is_stamped_sees_what_it_becomes(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, PLAN, plans(f"Ändras sedan, {script}")[0])
    line = page.locator(".standing")
    expect(line).to_be_hidden()
    create(page)
    press(page, "stamp")
    expect(heading(page)).to_have_text("Version 1 är stämplad")

    press(page, "edit")

    shown(page, "form")
    expect(line).to_have_text(
        "Du ändrar i version 1. Ändringarna blir version 2 när du stämplar."
    )
    if script:
        judged(page)


@SCRIPT
def test_a_version_that_was_replaced_says_so_all_the_time(
    open_page: OpenPage, service: Service, *, script: bool
) -> None:
    one, two = plans(f"Ersatt sedan, {script}", f"Ersätter, {script}")
    first = stamped_by(service, one)
    stamped_by(service, two, first["stamp"])
    page = open_page(script=script)

    open_draft(page, as_file(first))
    shown(page, "form")
    notice, line = page.locator(".summary.notice"), page.locator(".standing")
    expect(notice).to_have_css("background-color", "rgb(253, 246, 221)")
    expect(notice).to_contain_text("version 2 finns")
    expect(line).to_be_hidden()
    if script:
        judged(page)
    press(page, "next follow_up")

    expect(line).to_contain_text("men version 2 finns redan")
    expect(line).to_have_css("background-color", "rgb(253, 246, 221)")
    if script:
        judged(page)


def test_a_stamp_that_is_let_go_of_stays_gone(
    open_page: OpenPage, service: Service
) -> None:
    data = stamped_by(service, plans("Trasig stämpel")[0])
    broken = {**data, "stamp": {**data["stamp"], "version": 7}}
    page = open_page()
    open_draft(page, as_file(broken))
    shown(page, "form")
    create(page)

    press(page, "restart")
    expect(page.locator('button[value="stamp"]')).to_be_visible()
    press(page, "edit")
    shown(page, "form")
    written(page, "Skriven på nytt")
    press(page, "stamp")

    expect(heading(page)).to_have_text("Version 1 är stämplad")


DROP = """
([text, at]) => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([text], "utkast.json", { type: "application/json" }));
  const place = document.querySelector(at);
  for (const type of ["dragenter", "dragover", "drop"]) {
    const options = { bubbles: true, cancelable: true, dataTransfer: dropped };
    place.dispatchEvent(new DragEvent(type, options));
    if (type === "dragover" && !document.querySelector("form.dropping")) return false;
  }
  return true;
}
"""


@pytest.mark.parametrize("at", ["form.card", "footer"])
def test_a_file_is_dropped_anywhere_to_be_opened(open_page: OpenPage, at: str) -> None:
    page = open_page()
    page.goto("/oppna")
    judged(page)

    [data] = plans("Släppt på sidan")
    assert page.evaluate(DROP, [as_file(data).decode(), at])

    shown(page, "form")
    expect(field(page, "reason")).to_have_value("Släppt på sidan")


@pytest.mark.parametrize("reason", [None, "Ändrad"], ids=["whole", "changed"])
def test_a_stamped_document_is_opened_and_told_of(
    open_page: OpenPage, service: Service, reason: str | None
) -> None:
    data = stamped_by(service, plans(f"Öppnad {reason}")[0])
    page = open_page(NARROW)

    open_draft(page, as_file({**data, "reason": reason or data["reason"]}))
    shown(page, "form")

    notice = page.locator(".summary.notice")
    expect(notice).to_contain_text(f"version 1 av {data['stamp']['reference']}")
    expect(notice).to_be_focused()
    assert overflow(page) == 0


GAP = """
reference => {
  const before = document.createRange();
  before.selectNodeContents(reference.previousSibling);
  const rects = [...before.getClientRects()];
  return reference.getBoundingClientRect().left - rects.at(-1).right;
}
"""
"""Pixels between a reference and the words before it, below zero on a new line."""


def test_what_an_opened_version_is_is_told_in_one_sentence(open_page: OpenPage) -> None:
    page = open_page()
    open_draft(page, as_file(changed(PLAN, {"reason": "I en enda mening."})))
    shown(page, "form")
    create(page)
    press(page, "stamp")
    expect(page.locator("h1")).to_contain_text("är stämplad")
    copy = take(page, "Spara arkivkopian (pdf)")
    open_draft(page, copy.content, copy.name)
    shown(page, "form")

    reference = page.locator(".summary.notice .nowrap").first
    expect(reference).to_be_visible()

    assert reference.evaluate(GAP) < 1
