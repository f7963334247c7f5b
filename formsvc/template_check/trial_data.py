"""The data that templates are tried with: nothing, the example, as much as there is."""

from itertools import count
from typing import Any

from wtforms import FieldList, FormField

from formsvc.formkit.data import Data
from formsvc.formkit.fields import (
    LINE_LIMIT,
    LONG_LIMIT,
    LONG_LINE_LIMIT,
    ChecksField,
    ChoiceField,
    DateField,
    EmailField,
    FlagField,
    IdentityField,
    LongField,
    PhoneField,
    PostalCodeField,
    TimeField,
)
from formsvc.formkit.kind import Kind
from formsvc.i18n import _

ROWS = 3
"""Rows of each list in the longest data; only the first is as long as may be."""

_OF_FORM = (
    (DateField, "2026-12-15"),
    (TimeField, "13:00"),
    (PhoneField, "070-174 06 05"),
    (EmailField, "namn@example.se"),
    (PostalCodeField, "352 30"),
    (IdentityField, "20170101-2393"),
)
"""A value for each field that asks for one form: the numbers are nobody's."""


def trials(kind: Kind) -> dict[str, Data]:
    """Return the data to try a template of `kind` with, by what it is called."""
    return {
        _("tomt"): {},
        _("exemplet"): kind.example(),
        _("längsta möjliga"): longest(kind),
    }


def longest(kind: Kind) -> Data:
    """Return data in which every field holds as much as it takes."""
    numbers = count(1)
    fields = kind.form()._fields.items()
    return {key: _value(field, numbers, first=True) for key, field in fields}


def _value(field: Any, numbers: Any, *, first: bool) -> Any:
    if isinstance(field, FieldList):
        row = field.append_entry()
        return [_value(row, numbers, first=not number) for number in range(ROWS)]
    if isinstance(field, FormField):
        inner = field.form._fields.items()
        return {key: _value(part, numbers, first=first) for key, part in inner}
    if isinstance(field, FlagField):
        return True
    if isinstance(field, ChecksField):
        return [value for value, _words in field.vocabulary]
    if isinstance(field, ChoiceField):
        return max(field.vocabulary, key=lambda each: len(each[1]))[0]
    return _text(field, next(numbers), first=first)


def _text(field: Any, number: int, *, first: bool) -> str:
    for sort, value in _OF_FORM:
        if isinstance(field, sort):
            return value
    if isinstance(field, LongField) and first:
        line = LONG_LIMIT // LONG_LINE_LIMIT - 1
        return "\n".join(_words(number, line) for _line in range(LONG_LINE_LIMIT))
    return _words(number, LINE_LIMIT if first else LINE_LIMIT // 4)


def _words(number: int, length: int) -> str:
    """Return text of `length` characters in words of common length."""
    word = f"provord{number:03} "
    return (word * (length // len(word) + 1))[:length].strip().ljust(length, "x")
