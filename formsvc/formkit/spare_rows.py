"""Room to go on writing: how many rows a writable document has (contract, section 3).

Few sizes, so that few layouts serve all documents.
"""

from typing import Any

from wtforms import FieldList, Form, FormField

from formsvc.formkit.data import Data

SPARE = 2
"""Empty rows that every list has at the least."""

FIRST_STEP = 4
"""Rows in a blank."""

MEASURES = "measures"
"""The list that grows by fours, equal in all areas; others double."""


def with_spare_rows(form: type[Form], data: Data) -> Data:
    """Return `data` with empty rows added to every list of `form`."""
    fields = {key: value for key, value in data.items() if key != "stamp"}
    measures = _measure_steps(_longest(fields, MEASURES))
    return _object(form(), data, measures)


def _longest(data: Any, key: str) -> int:
    if isinstance(data, dict):
        here = len(data.get(key) or [])
        return max([here, *(_longest(inner, key) for inner in data.values())])
    return 0


def _measure_steps(rows: int) -> int:
    return max(FIRST_STEP, -(-(rows + SPARE) // FIRST_STEP) * FIRST_STEP)


def _doubled(rows: int) -> int:
    size = FIRST_STEP
    while size < rows + SPARE:
        size *= 2
    return size


def _object(form: Any, data: Data, measures: int) -> Data:
    return {
        key: _value(key, field, data.get(key), measures)
        for key, field in form._fields.items()
    }


def _value(key: str, field: Any, value: Any, measures: int) -> Any:
    if isinstance(field, FormField):
        return _object(field.form, value or {}, measures)
    if isinstance(field, FieldList):
        rows = list(value or [])
        size = measures if key == MEASURES else _doubled(len(rows))
        empty: Any = {} if isinstance(field.append_entry(), FormField) else ""
        return rows + [empty] * (size - len(rows))
    return value
