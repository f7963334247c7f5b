"""A saved draft is opened again, and one goes on where one was."""

import pytest
from browser.filling import (
    SAVE,
    create,
    draft,
    field,
    open_draft,
    opened,
    shown,
    take,
)
from browser.journey import OpenPage
from browser.ways import CONSENT, INVITATION, PLAN_FIRST, SCRIPT
from playwright.sync_api import expect

from formsvc.formkit.kind import Kind


@PLAN_FIRST
@SCRIPT
def test_one_goes_on_with_what_was_saved(
    open_page: OpenPage, kind: Kind, *, script: bool
) -> None:
    page = open_page(script=script)
    page.goto(f"/{kind.page}")
    field(page, "child-name").fill("Åsa Testberg")
    field(page, "child-setting").fill("&quot; <b>'\"</b>\\ {{ 1 }} 🙂")

    saved = take(page, SAVE)
    open_draft(page, saved.content, saved.name)
    shown(page, "form")

    expect(page.get_by_text("Dokumentet är öppnat.")).to_be_visible()
    expect(field(page, "child-name")).to_have_value("Åsa Testberg")
    field(page, "child-birth_date").fill("2022-01-31")
    again = take(page, SAVE).data["child"]
    assert again == {**saved.data["child"], "birth_date": "2022-01-31"}


@SCRIPT
def test_a_whole_document_is_opened_as_it_was(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, INVITATION, INVITATION.example())

    first = take(page, SAVE)
    create(page)

    assert first.content == draft(INVITATION, INVITATION.example())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"%PDF-1.7", "Filen är skadad"),
        (b"PK\x03\x04", "packa upp det och välj filen data.json"),
        (b"", "Filen är tom"),
        (b"hej", "Välj en fil som du har sparat här"),
        (b"{}", "Det syns inte på filen"),
    ],
)
def test_the_wrong_file_tells_what_to_do(
    open_page: OpenPage, content: bytes, told: str
) -> None:
    page = open_page(script=False)

    open_draft(page, content)

    expect(page.locator("#file-notes")).to_contain_text(told)
    assert page.title().startswith("Fel: ")


def test_no_file_tells_to_choose_one(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/oppna")

    page.get_by_role("button", name="Öppna", exact=True).click()

    expect(page.get_by_text("Välj en fil först.")).to_be_visible()
    open_draft(page, draft(CONSENT, CONSENT.example()))
    shown(page, "form")
