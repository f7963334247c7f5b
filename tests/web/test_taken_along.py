"""Documents are taken along, from the page of a kind and when they are made."""

import io
import json
import re
import zipfile
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, changed
from made import made
from pages import Page, Visitor, names_and_texts, text_of
from reopen import unpacked
from sample_data import taken

from formsvc.document import Format
from formsvc.formkit.data import canonical
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
EVERY = [(kind, fmt) for kind in KINDS.values() for fmt in kind.formats]
every_format = pytest.mark.parametrize(
    ("kind", "fmt"), EVERY, ids=[f"{kind.name} {fmt}" for kind, fmt in EVERY]
)
NO_DATE: dict[str, dict[str, Any]] = {
    "invitation": {"meeting-date": ""},
    "plan": {"follow_up": {}},
}


@pytest.fixture(scope="module")
def created(visitor: Visitor) -> dict[str, Page]:
    """Give the page of each kind's example when it is made."""
    return {
        kind.name: visitor.written(kind, kind.example(), "create")
        for kind in KINDS.values()
    }


@all_kinds
def test_a_right_document_can_be_taken_along(
    created: dict[str, Page], kind: Kind
) -> None:
    page = created[kind.name]

    assert page.status == 200
    assert page.buttons()[0] == ("stamp" if kind.drafts else "print pdf")
    assert "stamp" in page.buttons()
    offered = {do.removeprefix("file ") for do in page.buttons() if "file" in do}
    assert offered == set(kind.formats)
    assert canonical(json.loads(page.value("data"))) == example(kind)
    assert all(step in page.html for step in kind.next_steps)


def example(kind: Kind) -> dict[str, Any]:
    return canonical(taken(kind.name, "example").data)


@pytest.mark.slow
@every_format
def test_a_file_is_what_the_command_makes(
    visitor: Visitor, created: dict[str, Page], kind: Kind, fmt: Format
) -> None:
    answer = visitor.press(created[kind.name], f"file {fmt}")

    file = made(kind.name, "example", fmt)
    assert answer.status_code == 200
    assert undated(answer.data) == undated(file.content)
    assert answer.mimetype == file.media_type.partition(";")[0]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (
        answer.headers["Content-Disposition"] == f'attachment; filename="{file.name}"'
    )


def undated(content: bytes) -> Any:
    """Return a file, or all in a package, without the moment it was written."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        return {name: undated(inner) for name, inner in unpacked(content).items()}
    return re.sub(rb"(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}Z", b"", content)


@pytest.mark.parametrize("fmt", [Format.TXT, Format.ICS, Format.JSON, Format.PDF])
def test_a_file_is_called_once_what_it_is(
    visitor: Visitor, created: dict[str, Page], fmt: Format
) -> None:
    answer = visitor.press(created["invitation"], f"file {fmt}")

    assert answer.headers["Content-Type"] == fmt.media_type


@all_kinds
def test_a_file_name_tells_of_no_one(visitor: Visitor, kind: Kind) -> None:
    page = visitor.written(kind, kind.example(), "create")

    for do in ("file json", "file txt"):
        header = visitor.press(page, do).headers["Content-Disposition"]
        [name] = re.findall(r'filename="([^"]+)"', header)
        assert re.fullmatch(rf"\d{{4}}-\d\d-\d\d_{kind.slug}_utkast\.\w+", name)


@all_kinds
def test_what_is_printed_opens_in_the_browser(
    visitor: Visitor, created: dict[str, Page], kind: Kind
) -> None:
    answer = visitor.press(created[kind.name], "print pdf")

    assert answer.data == made(kind.name, "example", Format.PDF).content
    assert answer.headers["Content-Disposition"].startswith("inline; ")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("do", ["file json", "file txt"])
@all_kinds
def test_a_file_from_the_fields_is_the_one_from_the_made_document(
    visitor: Visitor, created: dict[str, Page], kind: Kind, do: str
) -> None:
    pairs = names_and_texts(kind, kind.example())

    from_fields = visitor.post(f"/{kind.page}", [*pairs, ("do", do)])

    assert from_fields.data == visitor.press(created[kind.name], do).data
    assert from_fields.headers["Cache-Control"] == "no-store"


@all_kinds
def test_a_draft_is_saved_whatever_is_wrong(visitor: Visitor, kind: Kind) -> None:
    name = {"consent": "valid_to", "invitation": "reply_by"}.get(kind.name, "reason")

    answer = visitor.post(f"/{kind.page}", [(name, "i går "), ("do", "file json")])

    assert answer.status_code == 200
    assert canonical(json.loads(answer.text)) == {name: "i går"}


def test_a_writable_draft_is_saved_from_the_page(visitor: Visitor) -> None:
    page = visitor.written(CONSENT, CONSENT.example())

    answer = visitor.press(page, "file pdf-form")

    assert answer.data == made("consent", "example", Format.PDF_FORM).content


@all_kinds
def test_one_goes_back_to_the_fields_with_all_of_it(
    visitor: Visitor, created: dict[str, Page], kind: Kind
) -> None:
    page = Page(visitor.press(created[kind.name], "edit"))

    assert page.data(kind) == example(kind)
    assert page.links() == []


def test_a_stamp_goes_all_the_way(visitor: Visitor) -> None:
    stamp = {"kind": "plan", "number": 3}
    data = {**PLAN.example(), "stamp": stamp}
    pairs = [*names_and_texts(PLAN, data), ("stamp", json.dumps(stamp))]

    page = Page(visitor.post("/plan", [*pairs, ("do", "create")]))
    page = Page(visitor.press(page, "edit"))
    answer = visitor.press(page, "file json")

    assert json.loads(answer.text)["stamp"] == stamp


@pytest.mark.parametrize("kind", [INVITATION, PLAN], ids=["invitation", "plan"])
def test_a_calendar_file_needs_a_date(visitor: Visitor, kind: Kind) -> None:
    data = changed(kind, NO_DATE[kind.name])
    page = visitor.written(kind, data)

    answer = Page(visitor.post(f"/{kind.page}", [*page.sent(), ("do", "file ics")]))

    assert answer.status == 422
    assert answer.shown("error")
    assert answer.data(kind) == page.data(kind)


def test_a_closed_plan_is_offered_without_a_calendar_file(visitor: Visitor) -> None:
    closed = {"date": "2026-12-15", "reason": "Insatserna är klara."}
    data = changed(PLAN, {"follow_up": {}, "closing": closed})

    page = visitor.written(PLAN, data, "create")

    assert "file zip" in page.buttons()
    assert "file ics" not in page.buttons()
    with zipfile.ZipFile(io.BytesIO(visitor.press(page, "file zip").data)) as package:
        assert not [name for name in package.namelist() if name.endswith(".ics")]


@pytest.mark.parametrize(
    ("kind", "do"),
    [
        (CONSENT, "file exe"),
        (INVITATION, "print exe"),
        (PLAN, "file"),
        (PLAN, "print "),
    ],
    ids=["consent", "invitation", "plan", "print"],
)
def test_a_sort_of_file_that_is_not_there_loses_nothing(
    visitor: Visitor, created: dict[str, Page], kind: Kind, do: str
) -> None:
    fields = visitor.written(kind, kind.example())

    answer = Page(visitor.post(f"/{kind.page}", [*fields.sent(), ("do", do)]))
    again = Page(
        visitor.post(f"/{kind.page}", [*created[kind.name].sent(), ("do", do)])
    )

    assert (answer.status, again.status) == (422, 422)
    assert answer.shown("error") == ["Den sortens fil finns inte."]
    assert again.shown("error") == ["Den sortens fil finns inte."]
    assert answer.data(kind) == example(kind)
    assert canonical(json.loads(again.value("data"))) == example(kind)


def test_a_consent_is_no_calendar_file(visitor: Visitor) -> None:
    page = visitor.written(CONSENT, CONSENT.example())

    answer = Page(visitor.post("/samtycke", [*page.sent(), ("do", "file ics")]))

    assert answer.status == 422
    assert answer.data(CONSENT) == example(CONSENT)


@all_kinds
def test_what_may_not_be_told_is_in_no_file_but_stays_on_the_page(
    visitor: Visitor, kind: Kind
) -> None:
    protected = {"child-protected_identity": "secrecy_mark"}
    where = "Hemliga förskolan"
    data = changed(kind, {**protected, "child-setting": where})
    page = visitor.written(kind, data, "create")
    assert page.beside("child-setting")
    assert page.value("child-setting") == where

    for do in ("file json", "file txt"):
        answer = visitor.post(f"/{kind.page}", [*page.sent(), ("do", do)])
        assert where not in answer.text


@pytest.mark.parametrize(
    "data",
    ["", "{", "[]", "7", "null", "[" * 100_000, '{"a": NaN}', '{"a":1,"a":2}', "\x00"],
)
def test_a_made_document_that_is_none_is_told_as_an_error(
    visitor: Visitor, data: str
) -> None:
    page = Page(visitor.post("/plan", [("data", data), ("do", "edit")]))

    assert page.status == 400
    assert "Det gick inte att läsa det som skickades" in page.html


@pytest.mark.parametrize("do", ["edit", "create", "file json", "file txt", "stay"])
def test_letters_that_are_no_letters_break_nothing(visitor: Visitor, do: str) -> None:
    data = (
        '{"reason": "a\\ud800b", "x\\udfff": 1, "participants": [{"name": "\\ud801"}]}'
    )

    answer = visitor.post("/plan", [("data", data), ("do", do)])

    assert answer.status_code == 200
    assert "ab" in answer.text


def test_who_has_no_script_is_told_how_to_change_something(visitor: Visitor) -> None:
    page = visitor.written(PLAN, PLAN.example(), "create")

    [advice] = page.all("noscript")

    assert "Tillbaka och ändra" in text_of(advice)
    assert "inte på webbläsarens bakåtpil" in text_of(advice)
