"""Files that are no document to read, but that one may well have chosen."""

from formsvc.forms import KINDS
from formsvc.readers import words

_PICTURES = (
    b"\xff\xd8\xff",  # JPEG
    b"\x89PNG\r\n\x1a\n",
    b"GIF8",
    b"II*\0",  # TIFF
    b"MM\0*",
)

_BOX, _BRANDS = b"ftyp", (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
"""What cameras of telephones write (ISO/IEC 23008-12, 10.2)."""

_CALENDAR = "BEGIN:VCALENDAR"

_BEGINNING = 1000
"""Bytes in which a text says what it is."""


def what_else(raw: bytes) -> str:
    """Return what to say of a file that is neither JSON, PDF nor package."""
    if _is_picture(raw):
        return words.PICTURE
    text = raw[:_BEGINNING].decode("utf-8-sig", "replace").lstrip()
    if text.startswith(_CALENDAR):
        return words.CALENDAR
    first = text.partition("\n")[0].strip().casefold()
    return words.TEXT if first in _headings() else words.OTHER_FILE


def _is_picture(raw: bytes) -> bool:
    is_webp = raw.startswith(b"RIFF") and raw[8:12] == b"WEBP"
    is_heic = raw[4:8] == _BOX and raw[8:12] in _BRANDS
    return raw.startswith(_PICTURES) or is_webp or is_heic


def _headings() -> set[str]:
    """Return what the texts of documents begin with."""
    return {
        title.casefold()
        for kind in KINDS.values()
        for title in (kind.title, *kind.headings.values())
    }
