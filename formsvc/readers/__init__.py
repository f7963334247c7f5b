"""Files that come back: what a file is, and the data that it carries.

In this version a saved `data.json`; PDF and Word are told apart so that the person is
told what to do with them.
"""

import json
from typing import Any, NamedTuple

from formsvc.errors import UnreadableError
from formsvc.formkit.formdata import STAMP, parse_json
from formsvc.forms import KINDS
from formsvc.i18n import _

_PDF = _(
    "Det här är en pdf. Fyll i den vidare i en pdf-läsare, eller välj det utkast som "
    "heter något på .json."
)
_PACKED = _(
    "Det här är ett Word-dokument eller ett zip-paket. Packa upp paketet och välj "
    "filen data.json i det."
)
_OTHER_FILE = _(
    "Det här är inget utkast härifrån. Välj en fil som du har sparat här och som "
    "slutar på .json."
)
_OTHER = ((b"%PDF-", _PDF), (b"PK\x03\x04", _PACKED))


class ReadFile(NamedTuple):
    """What a file carries: `kind` is the name of what it is.

    Its data, or when that is missing names and texts of fields and a stamp beside them.
    """

    kind: str
    data: dict[str, Any] | None = None
    fields: tuple[tuple[str, str], ...] = ()
    stamp: Any = None


def read_file(raw: bytes) -> ReadFile:
    """Return what a file carries.

    Raises `UnreadableError`, in words for the person, when it is not a saved document.
    """
    if not raw.strip():
        raise UnreadableError(_("Filen är tom. Välj ett utkast som du har sparat."))
    for start, message in _OTHER:
        if raw.startswith(start):
            raise UnreadableError(message)
    if not raw.decode(json.detect_encoding(raw), "replace").lstrip().startswith("{"):
        raise UnreadableError(_OTHER_FILE)
    data = parse_json(raw)
    return ReadFile(_kind_of(data), data)


def _kind_of(data: dict[str, Any]) -> str:
    """Return the kind of the stamp, else the one whose fields the data has most of."""
    stamp = data.get(STAMP)
    stamped = str(stamp.get("kind")) if isinstance(stamp, dict) else ""
    if stamped in KINDS:
        return stamped
    shared = {
        name: len(kind.form()._fields.keys() & data.keys())
        for name, kind in KINDS.items()
    }
    best = max(shared.values())
    alike = [name for name, count in shared.items() if count == best]
    if len(alike) > 1:
        raise UnreadableError(
            _(
                "Det syns inte på filen om den är ett samtycke, en inbjudan eller en "
                "plan. Välj ett utkast som är sparat härifrån."
            )
        )
    return alike[0]
