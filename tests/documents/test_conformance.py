"""Both PDFs are what the law and archives ask for, say judges that are not ours.

`page` checks PDF/UA-1 and PDF/A-3a by the tests of veraPDF; `outloud` checks what a
screen reader says; qpdf and MuPDF read every object.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import needed
import page
import pytest
from engines.mupdf import complaints
from made import blank, made
from reopen import open_fields
from stamped import FIRST, Case, changed, stamped

from formsvc.document import Format
from formsvc.forms import KINDS

PDFS = (Format.PDF_FORM, Format.PDF)
KIND = pytest.mark.parametrize("kind", KINDS)
CASES = pytest.mark.parametrize(
    ("kind", "data", "fmt"),
    [
        pytest.param(
            kind, data, fmt, marks=[pytest.mark.slow] * (data in ("longest", "unusual"))
        )
        for kind in KINDS
        for data in ("empty", "example", "longest", "unusual")
        for fmt in PDFS
    ],
)
UA, A = page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A

CLAIM_ALONE = {
    "PDFA3A-ID-SCHEMA-001",
    "PDFA3A-XMP-EXTENSION-PROPERTY-DEFINITION-001",
    "PDFA3A-XMP-EXTENSION-PROPERTY-VALUE-SHAPE-001",
    "PDFA3A-XMP-PROPERTY-DEFINITION-001",
}
"""What PDF/A-3a misses in a form: that it says so (docs/decisions/0009)."""

UNHEARD_BY_DESIGN = {"LNK-010"}
"""Addresses that people type are told as text, and are no links."""


def faults(content: bytes, profile: Any) -> set[str]:
    """Return the rules of a profile that a PDF breaks."""
    report = page.validate_pdf_bytes(content, profile=profile)
    return {failure.rule_id for failure in report.failures}


def heard(content: bytes, folder: Path) -> list[dict[str, Any]]:
    """Return what `outloud` finds, but for what is so by design."""
    path = folder / "heard.pdf"
    path.write_bytes(content)
    program = Path(sys.executable).with_name("outloud")
    call = [str(program), "--json", "-", "--fail-on", "never", str(path)]
    run = subprocess.run(call, capture_output=True, check=True)
    (result,) = json.loads(run.stdout)["results"]
    findings: list[dict[str, Any]] = result["findings"]
    return [each for each in findings if each["rule"] not in UNHEARD_BY_DESIGN]


def unspoken_but_in_a_field(found: dict[str, Any], content: bytes) -> bool:
    """Say whether a finding is of words that a screen reader has from a field."""
    fields = open_fields(content)
    shown = {str(field.value) for field in fields}
    shown |= {words for field in fields for _value, words in field.options}
    return found["rule"] == "TAG-003" and all(
        any(word in text for text in shown) for word in found["evidence"].split("; ")
    )


@CASES
def test_every_pdf_conforms_to_pdf_ua(kind: str, data: str, fmt: Format) -> None:
    assert faults(made(kind, data, fmt).content, UA) == set()


@CASES
def test_a_copy_is_pdf_a_and_a_form_is_but_for_the_claim(
    kind: str, data: str, fmt: Format
) -> None:
    found = faults(made(kind, data, fmt).content, A)

    assert found == (set() if fmt is Format.PDF else CLAIM_ALONE)


@KIND
def test_a_blank_conforms_as_a_filled_form_does(kind: str) -> None:
    assert faults(blank(kind), UA) == set()
    assert faults(blank(kind), A) == CLAIM_ALONE


@pytest.mark.parametrize("fmt", PDFS)
@pytest.mark.parametrize(
    "data", ["empty", "example", pytest.param("longest", marks=pytest.mark.slow)]
)
@KIND
def test_a_screen_reader_says_all_and_in_order(
    kind: str, data: str, fmt: Format, tmp_path: Path
) -> None:
    content = made(kind, data, fmt).content

    found = heard(content, tmp_path)

    if fmt is Format.PDF_FORM:
        found = [each for each in found if not unspoken_but_in_a_field(each, content)]
    assert [(each["rule"], each["page"], each["message"]) for each in found] == []


@KIND
def test_a_screen_reader_says_all_of_a_blank(kind: str, tmp_path: Path) -> None:
    assert heard(blank(kind), tmp_path) == []


@CASES
def test_every_object_can_be_read(
    kind: str, data: str, fmt: Format, tmp_path: Path
) -> None:
    path = tmp_path / "read.pdf"
    path.write_bytes(made(kind, data, fmt).content)
    qpdf = [needed.program("qpdf", "qpdf"), "--check", str(path)]

    checked = subprocess.run(qpdf, capture_output=True, text=True, check=False)

    assert (checked.returncode, checked.stderr) == (0, "")
    assert complaints(path.read_bytes()) == ""


STAMPED = pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=[pytest.mark.slow] * (case.data == "longest"))
        for kind in KINDS
        for case in (
            Case(kind),
            Case(kind, data="empty"),
            Case(kind, data="empty", address="", stamp=FIRST),
            Case(kind, data="longest"),
            Case(kind, data="empty", foreign=True),
            changed(kind, data="empty"),
        )
    ],
    ids=lambda case: "-".join(map(str, case[:4])) + "-changed" * bool(case.change),
)


@pytest.mark.parametrize("fmt", PDFS)
@STAMPED
def test_a_stamped_document_conforms_as_others_do(
    case: Case, fmt: Format, tmp_path: Path
) -> None:
    content = stamped(case, fmt).content

    assert faults(content, UA) == set()
    assert faults(content, A) == (set() if fmt is Format.PDF else CLAIM_ALONE)
    found = heard(content, tmp_path)
    if fmt is Format.PDF_FORM:
        found = [each for each in found if not unspoken_but_in_a_field(each, content)]
    assert [(each["rule"], each["page"], each["message"]) for each in found] == []
    assert complaints(content) == ""
    path = tmp_path / "read.pdf"
    path.write_bytes(content)
    qpdf = [needed.program("qpdf", "qpdf"), "--check", str(path)]
    checked = subprocess.run(qpdf, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_judge_finds_what_is_wrong(tmp_path: Path) -> None:
    content = made("plan", "example", Format.PDF).content

    assert faults(content.replace(b"pdfuaid:part", b"pdfuaid:port"), UA)
    assert heard(content.replace(b"pdfuaid:part", b"pdfuaid:port"), tmp_path)
