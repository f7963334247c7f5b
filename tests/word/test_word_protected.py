"""In LibreOffice labels are locked and fields are open."""

import pytest
from made import made
from sample_data import leaves, taken
from word.broken import BROKEN
from word.libreoffice import controls, typed

from formsvc.document import Format
from formsvc.formkit.fields import ChoiceField, LineField
from formsvc.forms import KINDS

QUICK = "consent"
KIND = pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, marks=() if kind == QUICK else pytest.mark.slow)
        for kind in KINDS
    ],
)


def unprotected(content: bytes) -> bytes:
    """Return a document whose labels anybody may change."""
    return BROKEN["forms that are not protected"](content)


def texts(kind: str) -> list[str]:
    """Return the fields of the example that text is typed in."""
    data = taken(kind, "example").data
    return [
        leaf.name
        for leaf in leaves(KINDS[kind], data)
        if isinstance(leaf.field, LineField) and not isinstance(leaf.field, ChoiceField)
    ]


@KIND
def test_labels_are_locked_and_fields_are_open(kind: str) -> None:
    content = made(kind, "example", Format.DOCX).content

    told = typed(content, texts(kind))

    assert told.protected
    assert told.labels > 20
    assert told.changed == []
    assert told.shut == []


def test_without_protection_labels_would_be_open() -> None:
    content = unprotected(made(QUICK, "example", Format.DOCX).content)

    told = typed(content, [])

    assert not told.protected
    assert len(told.changed) == told.labels


@KIND
def test_no_field_can_be_deleted(kind: str) -> None:
    found = controls(made(kind, "example", Format.DOCX).content)

    assert {each.lock for each in found} <= {"sdtLocked", "sdtContentLocked"}
