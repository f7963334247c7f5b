"""Many recipients come to the page at once, and nothing that is pasted is lost."""

from io import BytesIO
from pathlib import Path

import pytest
from changes import INVITATION
from pages import SAME_ORIGIN, Page, Visitor

from formsvc.app import create_app
from formsvc.config import Settings
from formsvc.recipients.example import example

HEAD = "Skola\tGata\tPostnr\tPostadress\n"
THIRTY = HEAD + "".join(
    f"Provskolan {n}\tProvgatan {n}\t{3523 if n == 7 else 35230}\tVÄXJÖ\n"
    for n in range(1, 31)
)
BOX = "recipients_text"
FAULTY = "recipients-11-postal_code"


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("with-book")
    (folder / "addresses").mkdir()
    (folder / "addresses" / "formsvc.csv").write_bytes(example())
    return folder


@pytest.fixture(scope="module")
def reader(instance: Path) -> Visitor:
    """Give a visitor to a service with an address book."""
    return Visitor(create_app(Settings(instance, "")).test_client())


def pasted(visitor: Visitor, text: str, do: str = "paste") -> Page:
    page = visitor.written(INVITATION, INVITATION.example())
    return Page(visitor.press(page, do, {BOX: text}))


def test_thirty_rows_are_added_and_the_faulty_one_is_named(visitor: Visitor) -> None:
    page = pasted(visitor, THIRTY)

    (told,) = page.shown("notice")
    assert "30 mottagare är tillagda: nummer 6–35." in told
    wrong = "Mottagare 12 (Provskolan 7): ”3523” är inget postnummer."
    assert page.links() == [(FAULTY, wrong)]
    assert page.focus == "mottagare-klart"
    assert page.value(BOX) == ""
    assert page.value("recipients-34-organisation") == "Provskolan 30"
    assert page.value("recipients-34-consent_covers") == ""


def test_what_was_pasted_is_taken_back_into_its_box(visitor: Visitor) -> None:
    page = pasted(visitor, THIRTY)

    back = Page(visitor.press(page, "unpaste", {"purpose": "Nytt"}))

    assert len(back.rows("recipients")) == 5
    assert back.value(BOX).splitlines() == THIRTY.splitlines()
    assert back.value("purpose") == "Nytt"


def test_one_press_marks_every_organisation_and_no_family(visitor: Visitor) -> None:
    page = Page(visitor.press(pasted(visitor, THIRTY), "cover"))

    assert page.value("recipients-20-consent_covers") == "true"
    assert page.value("recipients-0-consent_covers") == ""


@pytest.mark.parametrize("do", ["paste", "create", "add recipients", "cover"])
def test_pasted_text_that_is_not_added_stays(visitor: Visitor, do: str) -> None:
    page = pasted(visitor, "a\tb\nc\td", do)

    assert page.value(BOX).splitlines() == ["a\tb", "c\td"]
    if do in ("paste", "create"):
        assert page.focus == "mottagare-fel"
        assert "Inget är tillagt." in page.shown("error")[0]
        assert len(page.rows("recipients")) == 5


def test_more_than_two_hundred_are_told_and_none_is_added(visitor: Visitor) -> None:
    page = pasted(visitor, HEAD + "Provet\tGatan 1\t35230\tVäxjö\n" * 196)

    assert "Det skulle bli 201 mottagare" in page.shown("error")[0]
    assert len(page.rows("recipients")) == 5


def test_two_hundred_recipients_are_a_page_that_is_folded(visitor: Visitor) -> None:
    page = pasted(visitor, HEAD + "Provet\tGatan 1\t35230\tVäxjö\n" * 195)

    assert len(page.shown("fold")) == 200
    assert len(page.html.encode()) < 1_200_000


def test_a_file_is_read_beside_more_than_a_thousand_names(visitor: Visitor) -> None:
    page = pasted(visitor, HEAD + "Provet\tGatan 1\t35230\tVäxjö\n" * 150)
    file = "Förskola;Ort\r\nProvförskolan;Växjö\r\n".encode("cp1252")
    fields = dict(page.sent("paste"))

    answer = visitor.client.post(
        "/inbjudan",
        data=fields | {"recipients_file": (BytesIO(file), "lista.csv")},
        content_type="multipart/form-data",
        headers=SAME_ORIGIN,
    )

    assert Page(answer).value("recipients-155-organisation") == "Provförskolan"


def test_an_organisation_is_fetched_from_the_book(reader: Visitor) -> None:
    page = reader.written(INVITATION, INVITATION.example())

    page = Page(reader.press(page, "address", {"recipients_sought": "exempelskolan"}))

    assert page.value("recipients-5-address") == "Exempelvägen 2"
    assert page.value("recipients-5-consent_covers") == ""


@pytest.mark.parametrize("sought", ["", "finns inte", "Provköpings"])
def test_one_that_is_not_plain_is_told(reader: Visitor, sought: str) -> None:
    page = reader.written(INVITATION, INVITATION.example())

    page = Page(reader.press(page, "address", {"recipients_sought": sought}))

    assert page.focus == "mottagare-fel"
    assert page.value("recipients_sought") == sought


def test_addresses_that_lack_are_filled_in_and_none_is_changed(reader: Visitor) -> None:
    page = reader.written(INVITATION, INVITATION.example())
    text = "Enhet;Ort\nExempelskolan;\nFörskolan Provet;Ljungby\nOkänd;\n"
    page = Page(reader.press(page, "paste", {BOX: text}))

    page = Page(reader.press(page, "fill"))

    assert page.value("recipients-5-postal_code") == "352 30"
    assert page.value("recipients-6-address") == ""
    assert "Okänd: ingen adress" in page.shown("notice")[0]


def test_a_broken_book_is_told_by_line_and_the_page_works(tmp_path: Path) -> None:
    (tmp_path / "addresses").mkdir()
    lines = "Slag;Namn;Gata;Postnr;Ort\nVårdnadshavare;Åsa;Gatan 1;35230;Växjö\n"
    (tmp_path / "addresses" / "formsvc.csv").write_text(lines, encoding="utf-8")
    visitor = Visitor(create_app(Settings(tmp_path, "")).test_client())

    page = pasted(visitor, THIRTY)

    assert any("Rad 2: familjer" in told for told in page.shown("warning"))
    assert len(page.rows("recipients")) == 35


@pytest.mark.parametrize("do", ["paste", "address", "fill", "cover", "unpaste"])
def test_other_kinds_have_no_such_button(visitor: Visitor, do: str) -> None:
    assert visitor.post("/plan", [("do", do)]).status_code == 400
