"""What a template of a kind is compared with: the controls and lists of its form."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wtforms import FieldList, FormField

from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import Sizes, empty_rows
from formsvc.formkit.view import view
from formsvc.i18n import _
from formsvc.word.controls import LONG, Control, controls_of

VERSION = "sign-version"
"""The control that says which version a document comes from; it is no data."""


class Fields(NamedTuple):
    """The controls of a form by tag, and its lists with how many rows each has."""

    controls: Mapping[str, Control]
    lists: Sequence[tuple[str, int]]


def fields_of(kind: Kind, rows: Sizes) -> Fields:
    """Return the fields of a kind, its lists with as many rows as `rows` tells."""
    form = kind.form(data=empty_rows(kind.form, rows))
    version = Control(
        VERSION, _("Vilken version det här är ett arbetsexemplar av"), LONG, locked=True
    )
    controls = {each.tag: each for each in (*controls_of(view(form)), version)}
    return Fields(controls, tuple(_lists(form)))


def _lists(form: Any) -> Iterator[tuple[str, int]]:
    """Yield the lists of a form, an outer one before those in its rows."""
    for field in form._fields.values():
        if isinstance(field, FormField):
            yield from _lists(field.form)
        elif isinstance(field, FieldList):
            yield field.name, len(field.entries)
            for entry in field.entries:
                if isinstance(entry, FormField):
                    yield from _lists(entry.form)
