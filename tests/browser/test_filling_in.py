"""Each kind is filled in from its empty page, and taken along."""

import zipfile
from io import BytesIO

import icalendar
import pytest
from browser.filling import DATA, TEXT, button, create, fill, opened, take
from browser.journey import OpenPage, overflow
from browser.ways import (
    CONSENT,
    EVERY_KIND,
    INVITATION,
    PLAN,
    PLAN_FIRST,
    WAYS,
)
from playwright.sync_api import Request, expect
from reopen import attached, filled_in, reader
from word.inside_word import filled

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.data import canonical
from formsvc.formkit.kind import Kind

COPY, WRITABLE, WORD = "Kopia att arkivera (pdf)", "Skrivbar pdf", "Word"
DRAFT = "Utkast att skriva ut (pdf)"
CALENDAR, PACKAGE = "Kalenderfil", "Allt i ett paket (zip)"
PRINT = "Öppna för utskrift"


@PLAN_FIRST
@WAYS
def test_what_is_written_on_an_empty_page_is_what_the_documents_hold(
    open_page: OpenPage, kind: Kind, width: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    page.goto(f"/{kind.page}")
    example = pipeline.take_in(kind, kind.example())

    fill(page, kind, kind.example())
    assert overflow(page) == 0
    create(page)
    assert overflow(page) == 0

    assert take(page, DATA).data == canonical(example.data)
    text = pipeline.render(example, Format.TXT)
    assert take(page, TEXT).content == text.content


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_copy_to_file_and_the_calendar_open_elsewhere(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, INVITATION, INVITATION.example())
    create(page)

    copy, calendar = take(page, COPY), take(page, CALENDAR)

    assert copy.name == "2026-11-21_inbjudan_utkast.pdf"
    example = pipeline.take_in(INVITATION, INVITATION.example())
    assert canonical(attached(copy.content)) == canonical(example.data)
    assert calendar.name == "2026-11-21_inbjudan_utkast.ics"
    (event,) = icalendar.Calendar.from_ical(calendar.content.decode()).events
    assert f"{event.start:%Y-%m-%d %H:%M}" == "2026-12-15 13:00"


@pytest.mark.slow
@EVERY_KIND
def test_the_writable_form_and_the_package_open_elsewhere(
    open_page: OpenPage, kind: Kind
) -> None:
    page = open_page()
    opened(page, kind, kind.example())
    create(page)

    writable, word = take(page, WRITABLE), take(page, WORD)
    package = take(page, PACKAGE)

    assert writable.name.endswith("_utkast_skrivbar.pdf")
    child = kind.example()["child"]["name"]
    assert filled_in(writable.content)["child-name"] == child
    assert word.name.endswith("_utkast_skrivbar.docx")
    assert filled(word.content)["child-name"] == child
    with zipfile.ZipFile(BytesIO(package.content)) as files:
        assert files.testzip() is None
        assert "data.json" in files.namelist()
    assert button(page, PACKAGE).is_enabled()


@pytest.mark.slow
def test_a_draft_can_be_saved_as_a_writable_form(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/samtycke")
    page.get_by_label("Barnets namn").fill("Åsa Testberg")

    writable = take(page, "Spara utkast (skrivbar pdf)")
    word = take(page, "Spara utkast (Word)")

    assert filled_in(writable.content)["child-name"] == "Åsa Testberg"
    assert filled(word.content)["child-name"] == "Åsa Testberg"
    expect(page.get_by_text(f"Klart: {word.name} är hämtad.")).to_be_visible()


def test_only_a_kind_that_has_a_meeting_offers_a_calendar(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, CONSENT, CONSENT.example())
    create(page)

    expect(button(page, CALENDAR)).to_have_count(0)
    expect(button(page, PACKAGE)).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_printing_copy_opens_beside_the_page(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    opened(page, PLAN, PLAN.example())
    create(page)
    context = page.context

    def posts(request: Request) -> bool:
        return request.method == "POST"

    with (
        context.expect_event("response", lambda one: posts(one.request)) as answered,
        context.expect_page() as beside,
    ):
        button(page, PRINT).click()

    headers = answered.value.all_headers()
    assert headers["content-type"] == "application/pdf"
    assert headers["content-disposition"].startswith("inline; ")
    assert headers["cache-control"] == "no-store"
    assert beside.value is not page
    assert len(context.pages) == 2
    expect(page.locator('[data-step="created"]')).to_be_visible()


def test_a_printing_copy_has_pages(open_page: OpenPage) -> None:
    page = open_page()
    opened(page, PLAN, PLAN.example())
    create(page)

    copy = take(page, DRAFT)

    assert len(reader(copy.content).pages) >= 2
