"""Files that come back: what a file is, and the data that it carries.

A saved `data.json`, a PDF or a Word document that people have filled in, a filing copy,
a package. What cannot be read is told in words that say what to do.
"""

from formsvc.errors import UnreadableError
from formsvc.readers import words, words_of_word
from formsvc.readers.json_data import from_json
from formsvc.readers.others import what_else
from formsvc.readers.package import read_package
from formsvc.readers.pdf import read_pdf
from formsvc.readers.result import ReadFile

__all__ = ["MOST_BYTES", "ReadFile", "read_file"]

MOST_BYTES = 15_000_000
"""Bytes of a file; a plan with two hundred rows in each list has half of them."""

_PDF, _PDF_WITHIN = b"%PDF-", 1024
"""A PDF begins so, after at most that many other bytes (ISO 32000-1, annex H.3.4.1)."""

_ZIP = b"PK\x03\x04"

_RICH_TEXT = b"{\\rtf"
"""Not JSON, though it begins as that does."""

_BEFORE_JSON = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
"""White space and byte order marks, in any encoding of Unicode."""


def read_file(raw: bytes) -> ReadFile:
    """Return what a file carries.

    Raises `UnreadableError`, in words for the person, when it is not a saved document,
    and `NotNowError` while too many files are read at once.
    """
    if not raw.strip():
        raise UnreadableError(words.EMPTY)
    if raw.startswith(_RICH_TEXT):
        raise UnreadableError(words_of_word.RICH_TEXT)
    if raw.lstrip(_BEFORE_JSON).startswith(b"{"):
        return from_json(raw)
    if raw.startswith(_ZIP):  # first: what is not packed in it may be a PDF
        return read_package(_small_enough(raw))
    if _PDF in raw[:_PDF_WITHIN]:
        return read_pdf(_small_enough(raw))
    raise UnreadableError(what_else(raw))


def _small_enough(raw: bytes) -> bytes:
    if len(raw) > MOST_BYTES:
        raise UnreadableError(words.TOO_LARGE.format(most=MOST_BYTES // 1_000_000))
    return raw
