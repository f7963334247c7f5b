"""The values that travel through the house: formats, documents and finished files."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from formsvc.stamp import UNSTAMPED, Checked, Stamp, Standing


class Format(StrEnum):
    """What a document can be made as (contract, section 3)."""

    PDF_FORM = "pdf-form"
    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"
    ICS = "ics"
    ZIP = "zip"
    JSON = "json"

    @property
    def extension(self) -> str:
        """The ending of its file name."""
        return "pdf" if self is Format.PDF_FORM else self.value

    @property
    def writable(self) -> bool:
        """Whether a person goes on writing in it."""
        return self in (Format.PDF_FORM, Format.DOCX)

    @property
    def media_type(self) -> str:
        """Its name in HTTP."""
        return _MEDIA_TYPES[self.extension]


_MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "zip": "application/zip",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A kind and its normalised data, ready to be rendered.

    `own_date` is the date that the document bears (ISO 8601), used in its file name.
    `checked` is what its stamp is worth, `address` the public page that tells of its
    version, empty when there is none.
    """

    kind: str
    data: dict[str, Any]
    own_date: str
    checked: Checked = UNSTAMPED
    address: str = ""

    @property
    def stamp(self) -> Stamp | None:
        """The stamp of a document that is just what was stamped, else nothing."""
        whole = self.checked.standing is Standing.WHOLE
        return self.checked.stamp if whole else None


@dataclass(frozen=True, slots=True)
class File:
    """A finished file: no name or number of a person is ever part of `name`."""

    name: str
    content: bytes
    media_type: str
