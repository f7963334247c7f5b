"""The bytes of a file into text: Excel, LibreOffice, Sheets and Numbers differ."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from formsvc.errors import UnreadableError
from formsvc.i18n import _

MOST_BYTES = 1_000_000
"""Two hundred recipients are some forty thousand bytes."""

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SWEDISH = "åäöÅÄÖé"


def decoded(raw: bytes) -> str:
    """Return the text of a CSV file.

    UTF-8 with or without a mark, UTF-16, Windows-1252, and what Excel calls MS-DOS.
    Raises `UnreadableError` when it is a workbook, too large or no text.
    """
    if len(raw) > MOST_BYTES:
        raise UnreadableError(_("Filen är för stor för en lista med mottagare."))
    if raw.startswith(_WORKBOOKS):
        raise UnreadableError(
            _(
                "Filen är en arbetsbok, inte CSV. Öppna den, markera cellerna, kopiera "
                "och klistra in dem, eller spara som ”CSV UTF-8”."
            )
        )
    if raw.startswith(b"%PDF"):
        raise UnreadableError(_("Filen är en pdf. Här behövs en CSV-fil."))
    text = _text(raw)
    if "\0" in text:
        raise UnreadableError(_("Filen är ingen text. Spara den som ”CSV UTF-8”."))
    return text


def _text(raw: bytes) -> str:
    if raw.startswith(BOM_UTF8):
        return raw[len(BOM_UTF8) :].decode("utf-8", "replace")
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return raw.decode("utf-16", "replace")
    if raw and raw.count(0) * 3 > len(raw):  # Latin letters: every other byte is none
        odd = raw[1::2].count(0) >= raw[::2].count(0)
        return raw.decode("utf-16-le" if odd else "utf-16-be", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        old = (raw.decode(name, "replace") for name in ("cp1252", "cp850"))
        return max(old, key=lambda text: sum(text.count(one) for one in _SWEDISH))
