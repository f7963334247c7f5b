"""What is said of an opened file stays on its page until the person has answered."""

import json
from typing import Any

import pikepdf
import pytest
from altered import changed
from made import made
from pages import Page, Visitor, text_of
from web.test_opening import chosen, draft

from formsvc.document import Format
from formsvc.findings import Finding, Severity
from formsvc.forms import KINDS
from formsvc.web.carried import MOST, as_text, from_file, from_text

TEXT = "Texten som inte fick plats"
CONSENT = KINDS["consent"]


def with_unknown_field() -> bytes:
    def rename(pdf: pikepdf.Pdf) -> None:
        field = next(f for f in pdf.Root.AcroForm.Fields if str(f.T) == "information")
        field.T, field.V = pikepdf.String("forna_faltet"), pikepdf.String(TEXT)

    return changed(made("consent", "example", Format.PDF_FORM).content, rename)


@pytest.fixture
def page(visitor: Visitor) -> Page:
    return chosen(visitor, with_unknown_field(), "samtycke.pdf")


def told(page: Page) -> str:
    return text_of(page.at("filen"))


def answers(page: Page) -> dict[str, str]:
    """Return the room to answer: the name of each by its rule."""
    return {
        text: name.replace("-rule", "-reason")
        for name, text in page.sent()
        if name.startswith("overrides-") and name.endswith("-rule")
    }


def test_what_the_file_had_is_told_with_room_to_answer(page: Page) -> None:
    assert TEXT in told(page)
    assert ("filen", page.links()[0][1]) in page.links()
    assert set(answers(page)) == {"file.missing_fields", "file.unknown_field"}


@pytest.mark.parametrize("do", ["create", "stay", "add guardians"])
def test_it_stays_when_a_button_is_pressed(
    visitor: Visitor, page: Page, do: str
) -> None:
    assert TEXT in told(Page(visitor.press(page, do)))


def test_it_stays_when_one_goes_on_and_comes_back(visitor: Visitor, page: Page) -> None:
    created = Page(visitor.press(page, "anyway"))
    back = Page(visitor.press(created, "edit"))

    assert TEXT in created.html
    assert TEXT in told(back)


def test_once_it_is_answered_nothing_stops(visitor: Visitor, page: Page) -> None:
    reasons = dict.fromkeys(answers(page).values(), "Texten behövs inte.")
    pairs = [(name, reasons.get(name, text)) for name, text in page.sent("create")]

    created = Page(visitor.post(f"/{CONSENT.page}", pairs))

    assert "Dokumentet är klart att ta med" in created.html
    assert TEXT not in text_of(next(created.all("main")))


def test_what_a_draft_has_beside_its_fields_asks_and_does_not_vanish(
    visitor: Visitor,
) -> None:
    page = chosen(visitor, draft({**CONSENT.example(), "skostorlek": "28"}))

    again = Page(visitor.press(page, "create"))

    assert "Fältet ”skostorlek” finns inte" in told(again)
    assert set(answers(again)) >= {"data.unknown_key"}


def finding(**more: Any) -> Finding:
    one = Finding("file.x", Severity.WARNING, "a", "<b>Hej</b>", "Gör", "Här")
    return Finding(**{**one.as_json(), **more})


def test_what_is_carried_comes_back_the_same() -> None:
    some = from_file([finding(), finding(severity=Severity.TIP, field="")])

    assert from_text(as_text(some)) == some
    assert as_text(()) == ""


def test_no_more_is_carried_than_a_page_takes_back() -> None:
    many = [finding(field=f"{n}" * 999, message='"' * 99_999) for n in range(MOST + 9)]

    some = from_file(many)

    assert some[-1].message == "Det finns 9 saker till att säga om filen."
    assert from_text(as_text(some)) == some


GOOD = finding().as_json()


@pytest.mark.parametrize(
    "sent",
    [
        7,
        {},
        [7],
        [None],
        [[]],
        [{}],
        [{**GOOD, "severity": "error"}],
        [{**GOOD, "severity": "fatal"}],
        [{**GOOD, "severity": []}],
        [{**GOOD, "field": 7}],
        [{**GOOD, "more": ""}],
        [{**GOOD, "message": "x" * 5_001}],
        [{key: text for key, text in GOOD.items() if key != "fix"}],
        [GOOD] * (MOST + 2),
    ],
    ids=range(14),
)
def test_what_no_page_has_written_is_passed_over(sent: Any) -> None:
    assert from_text(json.dumps(sent)) == ()


@pytest.mark.parametrize("sent", ["", "x", "[" * 99_999, "[" + " " * 2_000_000 + "]"])
def test_what_is_no_json_is_passed_over(sent: str) -> None:
    assert from_text(sent) == ()


def test_what_is_sent_along_is_text_and_never_html(visitor: Visitor) -> None:
    sent = [("do", "stay"), ("file_findings", as_text([finding()]))]

    page = Page(visitor.post(f"/{CONSENT.page}", sent))

    assert "<b>Hej</b>" not in page.html
    assert "<b>Hej</b>" in told(page)


def test_what_is_said_goes_along_to_the_next_document(visitor: Visitor) -> None:
    plan = KINDS["plan"]
    page = chosen(visitor, draft({**plan.example(), "skostorlek": "28"}))
    created = Page(visitor.press(page, "anyway"))

    after = Page(visitor.press(created, "next invitation"))

    assert "Fältet ”skostorlek” finns inte" in told(after)
