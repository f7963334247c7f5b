"""Thirty rows are pasted; the faulty one is named and mended, and nothing is lost."""

from pathlib import Path

import pytest
from browser.filling import create, field, opened, press
from browser.journey import NARROW, OpenPage, overflow
from browser.judges import axe
from browser.keys import Keyboard
from browser.ways import INVITATION, SCRIPT, WAYS
from playwright.sync_api import Page, expect
from reopen import pdf_text, squeezed

THIRTY = "Skola\tGata\tPostnr\tPostadress\tAtt\n" + "".join(
    f"Provskolan {n}\tProvgatan {n}\t{3523 if n == 7 else 35230}\tVÄXJÖ\trektor\n"
    for n in range(1, 31)
)
FAULTY = "recipients-11-postal_code"
BOX = "recipients_text"


def paste(page: Page, text: str) -> None:
    """Write `text` in the box, and ask for its rows."""
    if field(page, BOX).is_hidden():
        field(page, "klistra").locator("> summary").click()
    field(page, BOX).fill(text)
    press(page, "paste")


@WAYS
def test_thirty_are_pasted_and_the_faulty_one_is_named_and_mended(
    open_page: OpenPage, width: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    opened(page, INVITATION, INVITATION.example())

    paste(page, THIRTY)

    told = field(page, "mottagare-klart")
    expect(told).to_contain_text("30 mottagare är tillagda: nummer 6–35.")
    expect(told).to_contain_text("Mottagare 12 (Provskolan 7)")
    expect(told).to_be_focused()
    assert axe(page) == []
    assert overflow(page) == 0
    told.get_by_role("link", name="inget postnummer").click()
    expect(field(page, FAULTY)).to_be_visible()
    field(page, FAULTY).fill("352 30")
    told.locator('button[value="cover"]').click()
    expect(field(page, "mottagare-klart")).to_contain_text("Markerade som omfattade")
    create(page)
    press(page, "letters")
    page.wait_for_selector('#document[data-step="sending"]', timeout=60_000)
    with page.expect_download(timeout=60_000) as download:
        press(page, "file letters")
    printed = squeezed(pdf_text(Path(download.value.path()).read_bytes()))
    assert all(f"Provgatan{n}35230Växjö" in printed for n in range(1, 31))


@SCRIPT
def test_what_cannot_be_understood_stays_in_its_box(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(NARROW, script=script)
    page.goto("/inbjudan")
    field(page, "purpose").fill("Det som är skrivet")

    paste(page, "a\tb\nc\td")

    expect(field(page, "mottagare-fel")).to_be_focused()
    expect(field(page, BOX)).to_have_value("a\tb\nc\td")
    expect(field(page, "purpose")).to_have_value("Det som är skrivet")
    assert axe(page) == []


@SCRIPT
def test_a_file_of_an_old_excel_is_chosen(open_page: OpenPage, *, script: bool) -> None:
    page = open_page(script=script)
    page.goto("/inbjudan")
    field(page, "klistra").locator("> summary").click()
    raw = "Förskola;Ort\r\nProvförskolan Å;Växjö\r\n".encode("cp1252")

    page.set_input_files(
        "#recipients_file", {"name": "a.csv", "mimeType": "text/csv", "buffer": raw}
    )
    press(page, "paste")

    expect(field(page, "recipients-0-organisation")).to_have_value("Provförskolan Å")


@pytest.mark.slow
def test_it_is_done_by_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/inbjudan")
    keys = Keyboard(page)

    keys.go_to("klistra")
    keys.press("Enter")
    keys.go_to(BOX)
    keys.write(THIRTY)
    keys.go_to("paste")
    keys.press("Enter")

    told = field(page, "mottagare-klart")
    expect(told).to_be_focused()
    for _ in range(2):
        keys.press("Tab")
    keys.press("Enter")
    expect(field(page, "recipients-6-postal_code")).to_be_focused()
