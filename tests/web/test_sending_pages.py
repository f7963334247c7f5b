"""The pages of letters and copies, without a browser."""

import io
import json
from typing import Any

import pytest
from changes import INVITATION, PLAN, changed
from pages import Page, Visitor, text_of
from pypdf import PdfReader

from formsvc.formkit.data import Data
from formsvc.web import sending
from formsvc.web.progress import LINES

HIDING = {"child-protected_identity": "secrecy_mark", "child-setting": ""}
UNIT = "Förskolan Exempelgläntan"


def letters(visitor: Visitor, **changes: Any) -> Page:
    """Return the page of the letters of the example with changes."""
    named = {name.replace("__", "-"): value for name, value in changes.items()}
    return visitor.written(INVITATION, changed(INVITATION, named), "letters")


def protected(visitor: Visitor) -> Page:
    return visitor.written(INVITATION, changed(INVITATION, HIDING), "letters")


def lead(page: Page) -> str:
    """Return the first line, which says how many and how much paper."""
    return page.shown("lead")[0]


def many(count: int) -> Data:
    """Return an invitation to many."""
    data = INVITATION.example()
    school = data["recipients"][3]
    family = data["recipients"][:1]
    rows = [{**school, "unit": f"Exempelskolan {one}"} for one in range(count - 1)]
    return {**data, "recipients": [*family, *rows]}


def test_one_line_says_who_gets_what_and_how_much_paper(visitor: Visitor) -> None:
    page = letters(visitor)

    assert lead(page).startswith(
        "5 inbjudna: 3 att posta, 1 att lämna, 1 att klistra in i Link."
    )
    assert lead(page).endswith("blad papper.")
    assert len(page.shown("who")) == 5


def test_the_file_is_shown_to_print_or_taken_along(visitor: Visitor) -> None:
    page = letters(visitor)

    shown = visitor.press(page, "print letters")
    saved = visitor.press(page, "file letters")

    assert shown.mimetype == saved.mimetype == "application/pdf"
    assert shown.headers["Content-Disposition"].startswith("inline; filename=")
    assert "_brev_" in saved.headers["Content-Disposition"]
    assert shown.headers["Cache-Control"] == "no-store"


def test_the_text_for_link_stands_there_to_be_copied(visitor: Visitor) -> None:
    page = letters(visitor)

    [text] = page.all("textarea")

    assert "readonly" in text.attrib
    assert "samverkansmöte" in (text.text or "")
    assert "Provgatan" not in (text.text or "")


def test_a_letter_that_cannot_go_is_named_and_leads_to_its_field(
    visitor: Visitor,
) -> None:
    page = letters(visitor, recipients__3__unit="Förskolan " * 12)

    assert "file letters" not in page.buttons()
    [button] = [one for one in page.buttons() if one.startswith("edit ")]
    form = Page(visitor.press(page, button))

    assert form.focus == button.removeprefix("edit ") == "recipients-3-unit"


def test_a_document_with_errors_shows_its_form(visitor: Visitor) -> None:
    page = letters(visitor, child__name="")

    assert page.title.startswith("Fel: ")
    assert "create" in page.buttons()


def test_nothing_is_said_of_hiding_where_nobody_hides(visitor: Visitor) -> None:
    assert "skyddade" not in letters(visitor).ids


def test_what_is_hidden_is_told_and_can_be_chosen(visitor: Visitor) -> None:
    page = protected(visitor)
    assert dict(page.sent())["seen-1"] == "hidden"
    assert dict(page.sent())["seen-4"] == "shown"
    assert UNIT in text_of(page.at("skyddade-1"))

    again = Page(
        visitor.press(page, "letters", {"seen-1": "shown", "words": "Gläntan"})
    )

    assert dict(again.sent())["seen-1"] == "shown"
    assert "skyddade-1" not in again.ids
    assert again.value("words") == "Gläntan"


@pytest.mark.slow
def test_the_choice_goes_along_to_the_file(visitor: Visitor) -> None:
    page = protected(visitor)

    hidden = visitor.press(page, "file letters", {"seen-2": "hidden"})
    shown = visitor.press(page, "file letters", {"seen-1": "shown", "seen-2": "shown"})

    assert text_in(hidden.data).count("Exempelgläntan") < text_in(shown.data).count(
        "Exempelgläntan"
    )


def text_in(content: bytes) -> str:
    """Return all text of a PDF."""
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


@pytest.mark.slow
def test_copies_with_and_without_covers(visitor: Visitor) -> None:
    page = visitor.written(PLAN, PLAN.example(), "copies")
    assert page.value("covers") == "yes"

    without = Page(visitor.press(page, "copies", {"covers": "no"}))

    assert without.value("covers") == "no"
    assert lead(without) != lead(page)
    assert visitor.press(without, "file copies").mimetype == "application/pdf"


def test_a_program_that_asks_for_it_is_told_how_far_it_has_come(
    visitor: Visitor,
) -> None:
    page = visitor.written(INVITATION, INVITATION.example(), "create")

    answer = visitor.press(
        page,
        "letters",
        headers={"Sec-Fetch-Site": "same-origin", "Accept": f"{LINES}, */*"},
    )

    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert lines[:-1] == [{"done": done, "of": 4} for done in range(1, 5)]
    assert lines[-1]["status"] == 200
    assert "Vem får vad" in lines[-1]["text"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_while_another_batch_is_made_one_is_asked_to_wait(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "PATIENCE", 0)
    page = protected(visitor)

    with sending.alone():
        answer = visitor.press(page, "letters", {"seen-1": "shown"})

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    later = Page(visitor.press(Page(answer), "letters"))
    assert dict(later.sent())["seen-1"] == "shown"


@pytest.mark.parametrize("do", ["copies", "file copies", "print copies"])
def test_what_another_kind_sends_is_refused(visitor: Visitor, do: str) -> None:
    page = visitor.written(INVITATION, INVITATION.example(), do)

    assert page.status == 400


def test_the_calibration_sheet_is_a_pdf(visitor: Visitor) -> None:
    answer = visitor.client.get("/brev/provsida.pdf")

    assert answer.mimetype == "application/pdf"


@pytest.mark.slow
def test_two_hundred_recipients_have_their_place(visitor: Visitor) -> None:
    page = visitor.written(INVITATION, many(200), "letters")

    assert lead(page).startswith("200 inbjudna: 200 att posta.")


def back_and_again(visitor: Visitor, page: Page, **typed: str) -> Page:
    """Return the page of the letters after its form was shown and something typed."""
    form = Page(visitor.press(page, "edit", {"seen-1": "shown", "words": "Gläntan"}))
    named = {name.replace("__", "-"): text for name, text in typed.items()}
    created = Page(visitor.press(form, "create", named))
    if "letters" not in created.buttons():
        created = Page(visitor.press(created, "anyway"))
    return Page(visitor.press(created, "letters"))


def test_choices_are_kept_while_the_form_is_changed(visitor: Visitor) -> None:
    page = back_and_again(visitor, protected(visitor))

    assert dict(page.sent())["seen-1"] == "shown"
    assert page.value("words") == "Gläntan"


def test_a_choice_for_someone_who_is_gone_is_told_of_and_dropped(
    visitor: Visitor,
) -> None:
    other = {"recipients__0__attention": "Åsa Annan"}
    page = back_and_again(visitor, protected(visitor), **other)

    assert dict(page.sent())["seen-1"] == "hidden"
    assert any("gäller inte längre" in told for told in page.shown("warning"))
