"""An invitation says which one it takes the place of, and that a meeting is off."""

import io

import pytest
from docx import Document
from reopen import pdf_text, squeezed
from stamped import FIRST, Case, changed, stamped

from formsvc.document import Format

WHOLE = Case("invitation")
DRAFT = changed("invitation")
CANCELLED = Case("invitation", change=(("cancelled", True),))


def written(case: Case, fmt: Format) -> str:
    """Return the words of a document, without white space."""
    content = stamped(case, fmt).content
    if fmt is Format.TXT:
        return squeezed(content.decode())
    if fmt is Format.PDF:
        return pdf_text(content)
    paragraphs = Document(io.BytesIO(content)).paragraphs
    return squeezed("".join(one.text for one in paragraphs))


FORMATS = pytest.mark.parametrize("fmt", [Format.PDF, Format.TXT, Format.DOCX])


@FORMATS
def test_a_new_version_says_which_invitation_it_replaces(fmt: Format) -> None:
    assert squeezed("Ersätter kallelsen daterad 1 september 2026") in written(
        WHOLE, fmt
    )


@FORMATS
def test_a_draft_replaces_the_version_that_it_goes_on_from(fmt: Format) -> None:
    assert squeezed("Ersätter kallelsen daterad 15 december 2026") in written(
        DRAFT, fmt
    )


@FORMATS
def test_a_cancelled_meeting_is_told_of_first(fmt: Format) -> None:
    words = written(CANCELLED, fmt).replace(".", "")

    assert squeezed("Mötet är inställt Ersätter kallelsen") in words


@FORMATS
@pytest.mark.parametrize(
    "case",
    [
        Case("invitation", stamp=FIRST),
        Case("invitation", foreign=True),
        Case("plan"),
    ],
    ids=["first", "foreign", "plan"],
)
def test_others_say_nothing_of_it(case: Case, fmt: Format) -> None:
    assert "kallelsendaterad" not in written(case, fmt)
