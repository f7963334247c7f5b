"""A document is opened again, whatever its kind, and what is none is told."""

import io
import json
from typing import Any

import pikepdf
import pytest
import worddocs
from altered import changed
from changes import PLAN
from made import made
from pages import SAME_ORIGIN, Page, Visitor
from sample_data import DATA, taken
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from formsvc.document import Format
from formsvc.formkit.data import canonical
from formsvc.formkit.formdata import MAX_BYTES
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import lists
from formsvc.forms import KINDS

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def chosen(visitor: Visitor, raw: bytes, name: str = "utkast.json") -> Page:
    """Return the page that comes when a file is chosen and sent."""
    return Page(send(visitor, raw, name))


def send(visitor: Visitor, raw: bytes, name: str) -> TestResponse:
    """Send a file as a browser does. The client's own way leaves a file open."""
    chosen = FileStorage(io.BytesIO(raw), name, content_type="application/json")
    boundary, body = encode_multipart({"file": chosen})
    return visitor.client.post(
        "/oppna",
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
        headers=SAME_ORIGIN,
    )


def draft(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


def complaint(page: Page) -> str:
    """Return what is said beside the field for the file."""
    assert page.status == 422
    assert page.at("file").get("aria-invalid") == "true"
    assert page.at("file").get("aria-describedby") == "file-notes"
    assert page.title.startswith("Fel: ")
    [said] = page.beside("file") or page.shown("note")
    return said


@pytest.mark.parametrize("data", ["example", "longest", "unusual"])
@all_kinds
def test_a_draft_opens_on_the_page_of_its_kind(
    visitor: Visitor, kind: Kind, data: str
) -> None:
    page = chosen(visitor, draft(DATA[data](kind)))

    assert page.status == 200
    assert page.form.get("action") == f"/{kind.page}"
    assert page.data(kind) == canonical(taken(kind.name, data).data)
    assert "Dokumentet är öppnat." in page.shown("notice")[0]
    assert page.answer.headers["Cache-Control"] == "no-store"


@all_kinds
def test_what_is_saved_is_opened_and_saved_the_same(
    visitor: Visitor, kind: Kind
) -> None:
    first = visitor.press(visitor.written(kind, kind.example()), "file json")

    page = chosen(visitor, first.data)
    second = visitor.press(page, "file json")

    assert second.data == first.data


@all_kinds
def test_a_draft_shows_no_errors_before_one_asks(visitor: Visitor, kind: Kind) -> None:
    key = next(iter(kind.example()))
    page = chosen(visitor, draft({key: kind.example()[key], "stamp": of(kind)}))

    assert page.form.get("action") == f"/{kind.page}"
    assert page.links() == []


def of(kind: Kind) -> dict[str, Any]:
    return {"kind": kind.name, "version": 2, "part": {"digest": "abc", "none": None}}


@all_kinds
def test_a_stamp_comes_along_and_out_again(visitor: Visitor, kind: Kind) -> None:
    page = chosen(visitor, draft({**kind.example(), "stamp": of(kind)}))

    answer = visitor.press(page, "file json")

    assert json.loads(answer.text)["stamp"] == of(kind)


def test_a_field_that_no_document_has_is_told(visitor: Visitor) -> None:
    page = chosen(visitor, draft({**PLAN.example(), "skostorlek": "28"}))

    assert page.status == 200
    assert "Fältet ”skostorlek” finns inte" in page.html
    assert "28" not in page.data(PLAN)


@pytest.mark.parametrize(
    "key", ["child", "meeting", "consent", "areas", "lead_professional", "participants"]
)
def test_a_part_of_another_shape_is_told_with_a_link_that_leads_somewhere(
    visitor: Visitor, key: str
) -> None:
    page = chosen(visitor, draft({**PLAN.example(), key: "fel"}))

    for anchor, _said in page.links():
        assert anchor in page.ids
    assert "Här ska det stå" in page.html
    assert "Jämför med exemplet" in page.html


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "Filen är tom"),
        (b" \n\t", "Filen är tom"),
        (b"{", "Filen är inte JSON"),
        (b"hej", "inget dokument härifrån"),
        (b"[]", "inget dokument härifrån"),
        (b"[" * 100_000, "inget dokument härifrån"),
        (b'{"a":' * 100_000, "för djup"),
        (b'{"a": ' + b"9" * 5000 + b"}", "för stora tal"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": 1, "a": 2}', "två gånger"),
        (b"\xff\xfe\xfa", "inget dokument härifrån"),
        ('{"å": 1}'.encode("latin-1"), "UTF-8"),
        (b"{}", "Det syns inte"),
        (b'{"child": {"name": "Bo"}}', "Det syns inte"),
        (b'{"child": {"name": "Bo"}, "stamp": {"kind": "nope"}}', "Det syns inte"),
        (b'{"stamp": 7}', "Det syns inte"),
        (b'{"stamp": {"kind": []}}', "Det syns inte"),
        (b'{"stamp": {"kind": {}}}', "Det syns inte"),
        (b"%PDF-1.7\n", "Filen är skadad"),
        (b"PK\x03\x04rest", "Paketet är skadat"),
        (b" " * (MAX_BYTES + 1) + b"{", "Filen är för stor"),
    ],
    ids=range(21),
)
def test_what_is_no_draft_is_told_beside_the_file(
    visitor: Visitor, raw: bytes, words: str
) -> None:
    assert words in complaint(chosen(visitor, raw))


@pytest.mark.parametrize("fmt", [Format.PDF_FORM, Format.DOCX, Format.PDF, Format.ZIP])
@all_kinds
def test_every_file_that_carries_its_data_is_opened(
    visitor: Visitor, kind: Kind, fmt: Format
) -> None:
    file = made(kind.name, "example", fmt)

    page = chosen(visitor, file.content, file.name)

    assert page.form.get("action") == f"/{kind.page}"
    assert page.data(kind) == canonical(taken(kind.name, "example").data)
    assert page.links() == []


@all_kinds
def test_a_word_document_is_opened(visitor: Visitor, kind: Kind) -> None:
    raw = worddocs.docx(worddocs.written(kind.name, kind.example()))

    page = chosen(visitor, raw, "skrivbar.docx")

    assert page.form.get("action") == f"/{kind.page}"
    assert page.data(kind) == canonical(taken(kind.name, "example").data)
    assert page.links() == []


def test_what_is_doubtful_in_a_word_document_is_told_where_it_is(
    visitor: Visitor,
) -> None:
    body = worddocs.dated("meeting-date", "2026-12-15", "2026-12-16")
    rows = (
        worddocs.row(worddocs.typed("guardians-0-name", name)) for name in ("Bo", "Ek")
    )
    made = worddocs.parts(worddocs.line(body) + worddocs.table(*rows))
    made["customXml/item1.xml"] = worddocs.own_part("plan 1")

    page = chosen(visitor, worddocs.docx(made), "skrivbar.docx")

    assert "16 december 2026" in " ".join(page.beside("meeting-date"))
    assert "kopierad i Word" in " ".join(page.beside("guardians-1-name"))


def test_a_word_document_that_cannot_be_read_is_told_beside_the_file(
    visitor: Visitor,
) -> None:
    raw = worddocs.docx(worddocs.parts(worddocs.line(worddocs.run("Barnets plan"))))

    assert "känna igen" in complaint(chosen(visitor, raw, "plan.docx"))


def test_the_page_takes_every_sort_of_file_that_is_read(visitor: Visitor) -> None:
    page = Page(visitor.client.get("/oppna"))

    accepted = str(page.at("file").get("accept")).split(",")
    for ending in (".pdf", ".docx", ".json", ".zip"):
        assert ending in accepted
        assert ending in page.html


def test_what_the_form_has_no_field_for_is_told_with_its_text(
    visitor: Visitor,
) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        field = next(f for f in pdf.Root.AcroForm.Fields if str(f.T) == "purpose")
        field.T = pikepdf.String("forna_fältet")

    raw = changed(made("consent", "example", Format.PDF_FORM).content, rename)

    page = chosen(visitor, raw, "samtycke.pdf")

    assert page.status == 200
    assert "forna_fältet" in page.html
    assert taken("consent", "example").data["purpose"] in page.html


def test_a_text_that_carries_no_data_is_told_for_what_it_is(visitor: Visitor) -> None:
    file = made("consent", "example", Format.TXT)

    assert complaint(chosen(visitor, file.content, file.name))


def test_who_cannot_open_a_file_finds_the_forms(visitor: Visitor) -> None:
    page = chosen(visitor, b"hej")

    links = [one.get("href") for one in page.all("a")]
    for kind in KINDS.values():
        assert links.count(f"/{kind.page}") == 2


def test_no_file_is_told(visitor: Visitor) -> None:
    bare = Page(visitor.post("/oppna", []))
    unnamed = chosen(visitor, b"{}", "")

    assert complaint(bare) == complaint(unnamed) == "Välj en fil först."


def test_the_name_of_a_file_is_never_shown(visitor: Visitor) -> None:
    page = chosen(visitor, b"{", "Åsa Provdotter.json")

    assert "Åsa" not in page.html


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_draft_that_a_program_saved_otherwise_is_read(
    visitor: Visitor, encoding: str
) -> None:
    text = json.dumps(PLAN.example(), ensure_ascii=False)

    page = chosen(visitor, text.encode(encoding))

    assert page.data(PLAN) == canonical(taken("plan", "example").data)


def test_letters_that_are_no_letters_break_nothing(visitor: Visitor) -> None:
    raw = (
        b'{"reason": "a\\ud800b", "x\\udfff": 1, "plan_type": "\\ud800",'
        b' "participants": [{"name": "\\ud801"}], "stamp": {"kind": "plan",'
        b' "a\\ud800": "b\\ud800"}, "review": [{"area": "\\u0000"}]}'
    )

    page = chosen(visitor, raw)

    assert page.status == 200
    assert page.value("reason") == "ab"


def test_a_file_over_all_limits_is_refused_in_swedish(visitor: Visitor) -> None:
    page = chosen(visitor, b" " * (2 * MAX_BYTES + 1))

    assert page.status == 413
    assert "Filen är för stor" in page.html


@all_kinds
def test_the_spare_rows_of_a_form_are_no_rows_of_the_page(
    visitor: Visitor, kind: Kind
) -> None:
    draft = made(kind.name, "example", Format.JSON)
    form = made(kind.name, "example", Format.PDF_FORM)

    from_draft = chosen(visitor, draft.content)
    from_form = chosen(visitor, form.content)

    for listed in lists(kind.form):
        assert from_form.rows(listed) == from_draft.rows(listed), listed
