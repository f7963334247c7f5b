"""Room to go on writing: how many rows a writable document has (contract, section 3).

Few sizes, so that few layouts serve all documents.
"""

from collections.abc import Mapping
from typing import Any

from wtforms import FieldList, Form, FormField

from formsvc.formkit.data import Data
from formsvc.formkit.fields import ChecksField

SPARE = 2
"""Empty rows that every list has at the least."""

FIRST_STEP = 4
"""Rows in a blank."""

MEASURES = "measures"
"""The list that grows by fours, equal in all areas; others double."""

Sizes = Mapping[str, int]
"""How many rows lists have, by name; `FIRST_STEP` when it is not told."""


def sizes(form: type[Form], data: Data) -> dict[str, int]:
    """Return the lists that need more rows than a blank has, for `data` and to go on.

    All lists of measures are told as one.
    """
    found: dict[str, int] = {}
    _measure(form, data, "", found)
    return {name: rows for name, rows in found.items() if rows != FIRST_STEP}


def empty_rows(form: type[Form], rows: Sizes) -> Data:
    """Return a document of nothing but empty rows: as many as `rows` tells."""
    return _object(form(), "", rows)


def _measure(form: type[Form], data: Data, path: str, found: dict[str, int]) -> None:
    for key, value in data.items():
        name = f"{path}-{key}" if path else key
        if isinstance(value, dict):
            _measure(form, value, name, found)
        elif isinstance(value, list) and not _is_choice(form, name):
            name = MEASURES if key == MEASURES else name
            found[name] = max(found.get(name, 0), _size(name, len(value)))


def _is_choice(form: type[Form], name: str) -> bool:
    return getattr(getattr(form, name, None), "field_class", None) is ChecksField


def _size(name: str, written: int) -> int:
    wanted = written + SPARE
    if name == MEASURES:
        return max(FIRST_STEP, -(-wanted // FIRST_STEP) * FIRST_STEP)
    size = FIRST_STEP
    while size < wanted:
        size *= 2
    return size


def _object(form: Any, path: str, rows: Sizes) -> Data:
    return {
        key: _value(field, f"{path}-{key}" if path else key, key, rows)
        for key, field in form._fields.items()
    }


def _value(field: Any, name: str, key: str, rows: Sizes) -> Any:
    if isinstance(field, FormField):
        return _object(field.form, name, rows)
    if isinstance(field, FieldList):
        size = rows.get(MEASURES if key == MEASURES else name, FIRST_STEP)
        empty: Any = {} if isinstance(field.append_entry(), FormField) else ""
        return [empty] * size
    return None
