"""The empty rows of a writable document, by its form."""

from collections.abc import Mapping
from typing import Any

from wtforms import FieldList, Form, FormField

from formsvc.formkit.data import Data
from formsvc.formkit.fields import ChecksField
from formsvc.formkit.kind import Kind
from formsvc.writable.shape import FIRST_STEP, MEASURES, Shape, sizes

Sizes = Mapping[str, int]
"""How many rows lists have, by name; `FIRST_STEP` when it is not told."""


def shape_of(kind: Kind, data: Data) -> Shape:
    """Return the shape that a document of `kind` with `data` begins with."""
    given = str(data.get(kind.variant_field) or "") if kind.variant_field else ""
    variant = given if given in kind.headings else ""
    fields = {key: value for key, value in data.items() if key != "stamp"}
    return Shape(variant=variant, rows=sizes(fields, choices(kind.form)))


def choices(form: type[Form]) -> list[str]:
    """Return the names of the multiple choices of a form."""
    return [name for name, field in form()._fields.items() if _is_choice(field)]


def empty_rows(form: type[Form], rows: Sizes) -> Data:
    """Return a document of nothing but empty rows: as many as `rows` tells."""
    return _object(form(), "", rows)


def size_of(name: str, key: str, rows: Sizes) -> int:
    """Return how many rows a list has; `key` is its name in the form it stands in."""
    return rows.get(MEASURES if key == MEASURES else name, FIRST_STEP)


def _is_choice(field: Any) -> bool:
    return isinstance(field, ChecksField)


def _object(form: Any, path: str, rows: Sizes) -> Data:
    return {
        key: _value(field, f"{path}-{key}" if path else key, key, rows)
        for key, field in form._fields.items()
    }


def _value(field: Any, name: str, key: str, rows: Sizes) -> Any:
    if isinstance(field, FormField):
        return _object(field.form, name, rows)
    if isinstance(field, FieldList):
        empty: Any = {} if isinstance(field.append_entry(), FormField) else ""
        return [empty] * size_of(name, key, rows)
    return None
