"""Files that are no document to read, but that one may well have chosen."""

from formsvc.forms import KINDS
from formsvc.readers import words, words_of_word

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

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins files of older Office programs, and those that take a password (MS-CFB)."""

_STREAMS = (
    ("EncryptedPackage", words_of_word.LOCKED),
    ("WordDocument", words_of_word.OLD),
    ("Workbook", words_of_word.OFFICE),
    ("PowerPoint Document", words_of_word.OFFICE),
)
"""What is in such a file, and what to say of it."""

_MARKUP = (
    ("application/vnd.oasis.opendocument.", words_of_word.OPEN),
    ("http://schemas.microsoft.com/office/word/2003/wordml", words_of_word.FLAT),
    ("http://schemas.microsoft.com/office/2006/xmlPackage", words_of_word.FLAT),
)
"""What a document that is one XML file says early, and what to say of it."""

_EARLY = 10_000

_BEGINNING = 1000
"""Bytes in which a text says what it is."""


def what_else(raw: bytes) -> str:
    """Return what to say of a file that is neither JSON, PDF nor package."""
    if _is_picture(raw):
        return words.PICTURE
    if raw.startswith(_COMPOUND):
        return _compound(raw)
    text = raw[:_BEGINNING].decode("utf-8-sig", "replace").lstrip()
    if text.startswith(_CALENDAR):
        return words.CALENDAR
    if text.startswith("<"):
        return _markup(raw)
    first = text.partition("\n")[0].strip().casefold()
    return words.TEXT if first in _headings() else words.OTHER_FILE


def _compound(raw: bytes) -> str:
    """Return what to say of a file of files, by what is in it."""
    for stream, told in _STREAMS:
        if stream.encode("utf-16-le") in raw:
            return told
    return words.OTHER_FILE


def _markup(raw: bytes) -> str:
    """Return what to say of markup, by what it says of itself."""
    for said, told in _MARKUP:
        if said.encode() in raw[:_EARLY]:
            return told
    return words.OTHER_FILE


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
