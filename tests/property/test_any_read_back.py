"""Any text in any field comes back: what is rendered is read as what it was."""

import pytest
from hypothesis import HealthCheck, given, settings
from property.test_any_text import documents

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.data import Data, canonical
from formsvc.forms import KINDS

FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=150)


def check(document: tuple[str, Data], fmt: Format) -> None:
    kind, data = document
    taken = pipeline.take_in(KINDS[kind], data)

    opened = pipeline.opened(pipeline.render(taken, fmt).content)

    assert opened.kind.name == kind
    assert opened.shape == []
    assert canonical(opened.data) == canonical(taken.data)


@FEW
@given(documents("consent", "invitation"))
def test_any_text_comes_back_from_a_form(document: tuple[str, Data]) -> None:
    check(document, Format.PDF_FORM)


@FEW
@given(documents("consent", "invitation"))
def test_any_text_comes_back_from_a_copy(document: tuple[str, Data]) -> None:
    check(document, Format.PDF)


@FEW
@given(documents("consent", "invitation"))
def test_any_text_comes_back_from_a_word_document(document: tuple[str, Data]) -> None:
    check(document, Format.DOCX)


@pytest.mark.slow
@MANY
@given(documents(*KINDS))
def test_any_text_comes_back_from_many_word_documents(
    document: tuple[str, Data],
) -> None:
    check(document, Format.DOCX)


@pytest.mark.slow
@MANY
@given(documents(*KINDS))
def test_any_text_comes_back_from_many_forms(document: tuple[str, Data]) -> None:
    check(document, Format.PDF_FORM)


@pytest.mark.slow
@MANY
@given(documents(*KINDS))
def test_any_text_comes_back_from_many_copies(document: tuple[str, Data]) -> None:
    check(document, Format.PDF)
