"""The data of a document as JSON, and which kind it is of."""

from typing import Any

from formsvc.errors import UnreadableError
from formsvc.formkit.formdata import STAMP, parse_json
from formsvc.forms import KINDS
from formsvc.readers.result import ReadFile
from formsvc.readers.words import WHICH_KIND


def from_json(raw: bytes) -> ReadFile:
    """Return what JSON carries; raise `UnreadableError` when it is no document's."""
    data = parse_json(raw)
    return ReadFile(kind_of(data), data)


def kind_of(data: dict[str, Any]) -> str:
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
        raise UnreadableError(WHICH_KIND)
    return alike[0]
