"""A writable copy of a stamped version says so, and carries the stamp."""

import json
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from engines.poppler import words
from made import blank, made
from reopen import OpenField, open_fields, pdf_pages, reader, squeezed
from stamped import Case, changed, seal_of, stamp_of, stamped, taken

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.spare_rows import shape_of
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL
from formsvc.renderers.kept import template_of
from formsvc.writable.working_copy import FIELD

KIND = pytest.mark.parametrize("kind", KINDS)
STANDINGS = pytest.mark.parametrize(
    "make",
    [Case, changed, lambda kind: Case(kind, foreign=True)],
    ids=["whole", "changed", "foreign"],
)
WHEN = "stämplad 15 december 2026 kl. 14.02"
NOTE = "Ändringar gäller först när dokumentet har stämplats som nästa version."


def form(case: Case) -> bytes:
    """Return a document as a writable PDF."""
    return stamped(case, Format.PDF_FORM).content


def told(content: bytes) -> OpenField | None:
    """Return the field that says of which version a form is a working copy."""
    found = [field for field in open_fields(content) if field.name == FIELD]
    return found[0] if found else None


@STANDINGS
@KIND
def test_the_foot_of_every_page_says_of_what_it_is_a_working_copy(
    kind: str, make: Any
) -> None:
    case = make(kind)

    foot = f"Arbetsexemplar av version 3 · {case.reference} · {WHEN}"
    for page in range(len(reader(form(case)).pages)):
        low = [w for w in words(form(case)) if w.page == page and w.top > 790]
        assert squeezed(foot) in "".join(word.text for word in low)


@STANDINGS
@KIND
def test_the_first_page_says_it_in_a_field_that_nobody_can_change(
    kind: str, make: Any
) -> None:
    case = make(kind)

    field = told(form(case))

    assert field is not None
    first, note = str(field.value).split("\n")
    assert first.startswith(f"Arbetsexemplar av version 3 · {case.reference} · {WHEN}")
    assert first.endswith("(kan inte kontrolleras här)") is case.foreign
    assert note == NOTE
    head = pdf_pages(form(case))[0]
    assert squeezed(NOTE) in head
    assert head.count(squeezed("Arbetsexemplar av version 3")) == 2
    root: Any = reader(form(case)).root_object
    (raw,) = (f for f in root["/AcroForm"]["/Fields"] if f.get_object()["/T"] == FIELD)
    assert raw.get_object()["/Ff"] & 1


@KIND
def test_a_screen_reader_comes_to_it_first(kind: str) -> None:
    root: Any = reader(form(Case(kind))).root_object

    document = root["/StructTreeRoot"]["/K"][0]
    first = document["/K"][0]
    note = first["/K"]["/Obj"]
    assert (first["/S"], note["/T"]) == ("/Form", FIELD)
    assert note["/TU"] == "Vilken version det här är ett arbetsexemplar av"
    numbers = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    places = dict(zip(numbers[0::2], numbers[1::2], strict=True))
    assert places[note["/StructParent"]] == first


@KIND
def test_without_a_stamp_there_is_no_such_field_and_nothing_in_the_foot(
    kind: str,
) -> None:
    for content in (blank(kind), made(kind, "example", Format.PDF_FORM).content):
        assert told(content) is None
        assert "Arbetsexemplar" not in "".join(pdf_pages(content))
        assert reader(content).attachments == {}


@KIND
def test_forms_with_and_without_a_stamp_are_filled_from_the_same_template(
    kind: str,
) -> None:
    data = taken(Case(kind)).tellable
    static = template_of(KINDS[kind], shape_of(KINDS[kind], data), NEUTRAL).static

    for content in (form(Case(kind)), made(kind, "example", Format.PDF_FORM).content):
        assert content.startswith(static)


@KIND
def test_all_other_fields_are_those_without_a_stamp(kind: str) -> None:
    others = [field for field in open_fields(form(Case(kind))) if field.name != FIELD]

    assert others == open_fields(made(kind, "example", Format.PDF_FORM).content)


@STANDINGS
@KIND
def test_it_carries_its_stamp_and_nothing_else(kind: str, make: Any) -> None:
    case = make(kind)
    wanted = stamp_of(case).as_json()

    by_pypdf = reader(form(case)).attachments
    with pikepdf.open(BytesIO(form(case))) as pdf:
        by_qpdf = {
            name: s.get_file().read_bytes() for name, s in pdf.attachments.items()
        }
        (about,) = pdf.Root.AF
        assert about.AFRelationship == pikepdf.Name.Data
        assert about.UF == "stamp.json"
        file = about.EF.F
        assert file.Subtype == pikepdf.Name("/application/json")
        assert file.Params.Size == len(by_qpdf["stamp.json"])
        assert str(file.Params.ModDate) == "D:20261215140211+01'00'"

    assert list(by_pypdf) == list(by_qpdf) == ["stamp.json"]
    assert json.loads(by_pypdf["stamp.json"][0]) == wanted
    assert json.loads(by_qpdf["stamp.json"]) == wanted


@STANDINGS
@KIND
def test_metadata_say_of_what_it_is_a_working_copy(kind: str, make: Any) -> None:
    case = make(kind)

    with pikepdf.open(BytesIO(form(case))) as pdf, pdf.open_metadata() as there:
        assert there["xmpMM:DocumentID"] == case.reference
        assert there["xmpMM:VersionID"] == "3"
        words = f"Arbetsexemplar av version 3 · {case.reference} · {WHEN}"
        assert there["dc:description"].startswith(words)
        assert there["dc:description"] == str(pdf.docinfo["/Subject"])
        assert there["dc:title"] == str(pdf.docinfo["/Title"]) == KINDS[kind].title
        assert there["pdf:Producer"] == str(pdf.docinfo["/Producer"])
        assert "pdfaid:part" not in there


def test_a_stamp_that_is_not_as_it_was_given_is_left_out() -> None:
    data = taken(Case("plan")).data
    data["stamp"]["version"] = 9
    forged = pipeline.take_in(KINDS["plan"], data)

    file = pipeline.render(forged, Format.PDF_FORM, seal=seal_of(Case("plan")))

    assert file == made("plan", "example", Format.PDF_FORM)


def test_a_long_reference_does_not_run_off_the_page() -> None:
    reference = "BP-0123456789ABCDEFGHJK"
    case = Case("plan", foreign=True, stamp=(("reference", reference),))

    there = [word for word in words(form(case)) if word.text == reference]

    assert len(there) == len(reader(form(case)).pages) + 1
    assert max(word.right for word in words(form(case))) < 545
