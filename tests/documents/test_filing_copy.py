"""The copy to print and file: it lasts, carries its data and cuts nothing."""

from typing import Any

import pytest
from changes import changed
from made import blank, made
from reopen import attached, fonts, is_found, pdf_pages, pdf_text, reader, squeezed
from sample_data import DATA, taken, words

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.data import canonical
from formsvc.forms import KINDS

KIND = pytest.mark.parametrize("kind", KINDS)
AREAS = ["health", "development", "learning", "care", "home", "relationships", "safety"]
LONG = 3500
"""Characters in an area that the service promises to take in its stride."""

CONTACT = squeezed("Kontaktperson för ")


def copy_of(kind: str, data: dict[str, Any]) -> bytes:
    """Return the filing copy of some data."""
    return pipeline.render(pipeline.take_in(KINDS[kind], data), Format.PDF).content


@KIND
def test_nothing_in_it_can_be_written_in(kind: str) -> None:
    pdf = reader(made(kind, "example", Format.PDF).content)

    assert "/AcroForm" not in pdf.root_object
    notes = [note.get_object() for page in pdf.pages for note in page.annotations or ()]
    assert [note for note in notes if note["/Subtype"] == "/Widget"] == []


@KIND
def test_it_says_that_it_is_pdf_a_and_tagged(kind: str) -> None:
    root: Any = reader(made(kind, "example", Format.PDF).content).root_object

    told = root["/Metadata"].get_data().decode("utf-8")
    assert 'pdfaid:part="3"' in told
    assert 'pdfaid:conformance="A"' in told
    assert KINDS[kind].title in told
    assert root["/MarkInfo"]["/Marked"]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


@KIND
def test_it_carries_its_data_once_and_as_data(kind: str) -> None:
    content = made(kind, "example", Format.PDF).content

    root: Any = reader(content).root_object
    files = {reference.idnum for reference in root["/AF"]}
    assert len(files) == 1
    file = root["/AF"][0].get_object()
    assert (file["/UF"], file["/AFRelationship"]) == ("data.json", "/Data")
    assert canonical(attached(content)) == canonical(KINDS[kind].example())
    assert attached(content) == taken(kind, "example").data


def test_the_attached_file_tells_its_type() -> None:
    root: Any = reader(made("plan", "example", Format.PDF).content).root_object

    assert root["/AF"][0]["/EF"]["/F"]["/Subtype"] == "/application/json"


@KIND
def test_nothing_in_it_tells_who_made_it(kind: str) -> None:
    told = reader(made(kind, "example", Format.PDF).content).metadata

    assert told is not None
    assert told.creator == "formsvc"
    assert not told.author
    people = ("Karin", "Testberg", "Provdotter", "20220101")
    assert [one for one in people if one in str(dict(told))] == []


def test_only_a_plan_is_marked_as_a_draft() -> None:
    assert "UTKAST" in pdf_text(made("plan", "example", Format.PDF).content)
    assert "UTKAST" in pdf_text(made("plan", "empty", Format.PDF).content)
    for kind in ("consent", "invitation"):
        assert "UTKAST" not in pdf_text(made(kind, "example", Format.PDF).content)


@KIND
def test_no_form_to_fill_in_is_marked_as_a_draft(kind: str) -> None:
    assert "UTKAST" not in pdf_text(blank(kind))
    assert "UTKAST" not in pdf_text(made(kind, "example", Format.PDF_FORM).content)


def test_areas_without_a_word_are_left_out() -> None:
    text = pdf_text(made("plan", "example", Format.PDF).content)

    # The wheel names every area once; those with needs have a card of their own.
    assert text.count(CONTACT) == 2
    assert [text.count(name) for name in ("Relationer", "Hemmet", "Omsorg")] == [1] * 3


def test_an_area_stays_when_only_its_box_is_ticked_or_only_a_word_stands() -> None:
    for key, value in (("has_need", True), ("goals", "Ett mål")):
        pages = pdf_pages(copy_of("plan", {"areas": {"home": {key: value}}}))
        assert "".join(pages).count("Hemmet") == 2


def long_areas() -> dict[str, Any]:
    """Return the example plan with long texts in all areas."""
    areas = {
        f"areas-{area}": {"has_need": True, "needs": words(str(number), LONG)}
        for number, area in enumerate(AREAS)
    }
    return changed(KINDS["plan"], areas)


def test_long_texts_in_every_area_are_not_cut() -> None:
    data = long_areas()

    text = pdf_text(copy_of("plan", data))

    for area in AREAS:
        *written, filling = data["areas"][area]["needs"].split()
        # The filling is longer than a line, and may go on over a page's foot.
        assert [word for word in (*written, filling[:40]) if word not in text] == []


@pytest.mark.parametrize("key", ["needs", "strengths", "goals"])
def test_a_text_that_fills_pages_is_not_cut(key: str) -> None:
    lines = "\n".join(words(f"{line:02}", 79) for line in range(50))
    agreed = [{"what": lines, "responsible": "Karin Provman"}]
    area = {"has_need": True, key: f"först\n{lines}", "measures": agreed}

    pages = pdf_pages(copy_of("plan", {"areas": {"safety": area}}))

    assert len(pages) > 2
    assert is_found(f"först\n{lines}", pages)
    assert [word for word in lines.split() if word not in "".join(pages)] == []


@KIND
@pytest.mark.parametrize(
    "data", [pytest.param(d, marks=[pytest.mark.slow] * (d == "longest")) for d in DATA]
)
def test_only_the_packaged_fonts_are_in_it(kind: str, data: str) -> None:
    names = fonts(made(kind, data, Format.PDF).content)

    assert [name for name in names if "formsvc" not in name] == []


@KIND
def test_nothing_is_complained_of_while_it_is_made(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    pipeline.render(taken(kind, "example"), Format.PDF)

    assert caplog.messages == []


def test_a_protected_person_cannot_be_found_by_it() -> None:
    data = changed(
        KINDS["plan"],
        {
            "child-protected_identity": "secrecy_mark",
            "guardians-1-protected_identity": "protected_registration",
        },
    )

    content = copy_of("plan", data)

    text = pdf_text(content) + squeezed(str(attached(content)))
    where = ("070-174 06 06", "lena@example.se", "Testvägen 9", "352 33")
    assert [one for one in where if squeezed(one) in text] == []
    assert not attached(content)["child"]["setting"]
    assert squeezed("Provgatan 2 lgh 1101") in text
