"""Normalised and canonical data: the JSON shape of what a form holds (contract 2)."""

from typing import Any

from wtforms import FieldList, FormField
from wtforms.form import BaseForm

Data = dict[str, Any]
"""The JSON object of a document; its schema is the kind's example."""


NOTHING_SAID = ("protected_identity", "none")
"""An answer that says nothing of a person when nothing else is written."""


def is_empty(value: Any) -> bool:
    """Return whether `value` says nothing: empty text, false, or only such within."""
    if isinstance(value, dict):
        return all(
            is_empty(inner) or (key, inner) == NOTHING_SAID
            for key, inner in value.items()
        )
    if isinstance(value, list):
        return all(is_empty(inner) for inner in value)
    return value is None or value is False or value == ""


def normalised(form: BaseForm) -> Data:
    """Return all that `form` holds, empty rows dropped and later rows moved up."""
    return {key: _value(field) for key, field in form._fields.items()}


def _value(field: Any) -> Any:
    if isinstance(field, FieldList):
        rows = (_value(entry) for entry in field.entries)
        return [row for row in rows if not is_empty(row)]
    if isinstance(field, FormField):
        return normalised(field.form)
    return field.data


def canonical(data: Data) -> Data:
    """Return normalised `data` without `stamp` and without all that is empty.

    Round trips and digests compare this: a field added later changes no old digest.
    """
    return _without_empty({k: v for k, v in data.items() if k != "stamp"})  # type: ignore[no-any-return]


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if not is_empty(v)}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value if not is_empty(inner)]
    return value
