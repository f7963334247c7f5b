"""Every kind, with every sort of data, in every format: nothing that stands is lost."""

import json
from typing import Any

import pytest
from icalendar import Calendar
from made import made
from reopen import (
    attached,
    filled_in,
    is_found,
    open_fields,
    pdf_pages,
    reader,
    squeezed,
    unpacked,
)
from sample_data import DATA, leaves, taken, told
from shown import untold

from formsvc.document import Format
from formsvc.errors import RefusedError
from formsvc.formkit.fields import ChecksField, ChoiceField, FlagField
from formsvc.forms import KINDS

SLOW = {
    ("plan", "longest", Format.PDF),
    ("plan", "longest", Format.PDF_FORM),
    ("plan", "empty", Format.ZIP),
    *((kind, data, Format.ZIP) for kind in KINDS for data in ("longest", "unusual")),
}


def cases(fmt: Format) -> list[Any]:
    """Return each kind that has the format, with each sort of data."""
    return [
        pytest.param(
            kind.name,
            data,
            id=f"{kind.name}-{data}",
            marks=[pytest.mark.slow] * ((kind.name, data, fmt) in SLOW),
        )
        for kind in KINDS.values()
        for data in DATA
        if fmt in kind.formats
    ]


@pytest.mark.parametrize(("kind", "data"), cases(Format.PDF_FORM))
def test_the_writable_document_holds_every_value_as_it_is(kind: str, data: str) -> None:
    there = filled_in(made(kind, data, Format.PDF_FORM).content)

    missing = object()
    entries = standing(kind, data)
    assert [n for n, v in entries.items() if there.pop(n, missing) != v] == []
    assert [n for n, v in there.items() if v] == []


def standing(kind: str, data: str) -> dict[str, str | bool]:
    """Return what has to stand in the fields of a writable document, by name."""
    entries: dict[str, str | bool] = {}
    for name, field, value in leaves(KINDS[kind], taken(kind, data).data):
        if isinstance(field, ChecksField):
            entries |= {f"{name}-{v}": v in value for v, _words in field.vocabulary}
        else:
            entries[name] = value
    return entries


@pytest.mark.parametrize(("kind", "data"), cases(Format.PDF_FORM))
def test_the_writable_document_offers_every_choice_in_words(
    kind: str, data: str
) -> None:
    there = {f.name: f for f in open_fields(made(kind, data, Format.PDF_FORM).content)}

    for name, field, _value in leaves(KINDS[kind], taken(kind, data).data):
        if isinstance(field, ChoiceField):
            assert there[name].type == "/Ch"
            assert there[name].options == (("", ""), *field.vocabulary)
        elif isinstance(field, FlagField):
            assert there[name].type == "/Btn"


@pytest.mark.parametrize(("kind", "data"), cases(Format.PDF))
def test_the_filing_copy_shows_every_value(kind: str, data: str) -> None:
    pages = pdf_pages(made(kind, data, Format.PDF).content)

    values = told(KINDS[kind], taken(kind, data).data)
    assert untold(values, lambda text: is_found(text, pages)) == []


@pytest.mark.parametrize(("kind", "data"), cases(Format.PDF))
def test_the_filing_copy_carries_the_data_as_it_is(kind: str, data: str) -> None:
    assert attached(made(kind, data, Format.PDF).content) == taken(kind, data).data


@pytest.mark.parametrize(("kind", "data"), cases(Format.TXT))
def test_the_text_shows_every_value(kind: str, data: str) -> None:
    text = squeezed(made(kind, data, Format.TXT).content.decode("utf-8"))

    values = told(KINDS[kind], taken(kind, data).data)
    assert untold(values, lambda way: squeezed(way) in text) == []


@pytest.mark.parametrize(("kind", "data"), cases(Format.ZIP))
def test_the_package_holds_every_format_and_the_data(kind: str, data: str) -> None:
    files = unpacked(made(kind, data, Format.ZIP).content)

    assert json.loads(files.pop("data.json")) == taken(kind, data).data
    for fmt in KINDS[kind].formats:
        if fmt not in (Format.ZIP, Format.ICS, Format.JSON):
            alone = made(kind, data, fmt)
            assert files.pop(alone.name) == alone.content
    assert [name.rpartition(".")[2] for name in files] == ["ics"] * has_day(kind, data)


def has_day(kind: str, data: str) -> bool:
    """Say whether the meeting of the data has a day that a calendar can take."""
    return kind != "consent" and data in ("example", "longest")


@pytest.mark.parametrize(("kind", "data"), cases(Format.ICS))
def test_the_calendar_has_the_meeting_or_is_refused(kind: str, data: str) -> None:
    if not has_day(kind, data):
        with pytest.raises(RefusedError, match="inget möte med datum"):
            made(kind, data, Format.ICS)
        return
    (event,) = Calendar.from_ical(made(kind, data, Format.ICS).content).events
    written = taken(kind, data).data
    meeting = written.get("follow_up") or written["meeting"]
    assert str(event["location"]) == meeting["place"]
    assert event.start.isoformat().startswith(meeting["date"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fmt", [Format.PDF_FORM, Format.PDF])
def test_a_document_bears_its_title_and_its_language(kind: str, fmt: Format) -> None:
    content = made(kind, "example", fmt).content

    pdf = reader(content)
    assert pdf.metadata is not None
    assert pdf.metadata.title == KINDS[kind].title
    assert str(pdf.root_object["/Lang"]) == "sv-SE"
    assert squeezed(KINDS[kind].title) in pdf_pages(content)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_name_tells_the_kind_and_the_date_and_no_name(kind: str) -> None:
    names = [made(kind, "example", fmt).name for fmt in KINDS[kind].formats]

    day = {"consent": "2026-11-20", "invitation": "2026-11-21", "plan": "2026-12-15"}
    stem = f"{day[kind]}_{KINDS[kind].slug}_utkast"
    assert names == [
        f"{stem}_skrivbar.{fmt.extension}" if fmt.writable else f"{stem}.{fmt}"
        for fmt in KINDS[kind].formats
    ]
