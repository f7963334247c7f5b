"""A document as templates see it: each field with its label, value and human name.

Built from the form class, so that no template, of paper or page, declares a field of
its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from wtforms import FieldList, FormField
from wtforms.form import BaseForm

from formsvc import glyphs
from formsvc.formkit.data import NOTHING_SAID, is_empty
from formsvc.formkit.dates import read_date, read_time, swedish_date, swedish_time
from formsvc.formkit.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    EmailField,
    FlagField,
    IdentityField,
    LineField,
    LongField,
    PhoneField,
    PostalCodeField,
    TimeField,
)
from formsvc.formkit.vocabularies import Vocabulary
from formsvc.i18n import _


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: `value` as the data has it, `shown` as a person reads it.

    `human` is the name that a screen reader says: the labels from the outermost group
    inwards. `limit` is in characters, `lines` the room in a blank.
    """

    name: str
    key: str
    label: str
    hint: str
    human: str
    kind: str
    value: Any
    shown: str
    options: Vocabulary = ()
    limit: int = 0
    lines: int = 1

    @property
    def filled(self) -> bool:
        """Whether something is written here."""
        return not is_empty(self.value)

    @property
    def told(self) -> bool:
        """Whether it tells a reader something: that nobody is protected does not."""
        return self.filled and (self.key, self.value) != NOTHING_SAID


class GroupView:
    """Fields and groups by name: `plan["child"]["name"]`, `plan.child.name`."""

    def __init__(
        self, name: str, label: str, hint: str, parts: "dict[str, View]"
    ) -> None:
        """Hold `parts`, which belong together under `label`."""
        self._parts = parts
        self.group_name, self.group_label, self.group_hint = name, label, hint

    def __getitem__(self, key: str) -> "View":
        """Return the part of that name."""
        return self._parts[key]

    def __iter__(self) -> "Iterator[View]":
        """Yield the parts in the order of the document."""
        return iter(self._parts.values())

    @property
    def filled(self) -> bool:
        """Whether something is written anywhere here."""
        return any(part.filled for part in self)


@dataclass(frozen=True, slots=True)
class RowsView:
    """The rows of a list. `next` gives the empty row that would come after them."""

    name: str
    label: str
    hint: str
    rows: "tuple[FieldView | GroupView, ...]"
    next: "Callable[[], FieldView | GroupView]"

    def __iter__(self) -> "Iterator[FieldView | GroupView]":
        """Yield every row."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    @property
    def filled(self) -> bool:
        """Whether any row says something."""
        return any(row.filled for row in self.rows)


View = FieldView | GroupView | RowsView


def view(form: BaseForm) -> GroupView:
    """Return `form` as templates see it."""
    return GroupView("", "", "", _parts(form, ()))


def _parts(form: BaseForm, path: tuple[str, ...]) -> dict[str, View]:
    return {key: _part(key, field, path) for key, field in form._fields.items()}


def _part(key: str, field: Any, path: tuple[str, ...]) -> View:
    label, hint = str(field.label.text), str(field.description)
    if isinstance(field, FieldList):
        rows = tuple(
            _row(number, entry, path) for number, entry in enumerate(field.entries, 1)
        )
        return RowsView(field.name, label, hint, rows, lambda: _next_row(field, path))
    if isinstance(field, FormField):
        parts = _parts(field.form, (*path, label))
        return GroupView(field.name, label, hint, parts)
    return _leaf(key, field, label, hint, path)


def _row(number: int, entry: Any, path: tuple[str, ...]) -> FieldView | GroupView:
    label = f"{entry.label.text} {number}"
    if isinstance(entry, FormField):
        return GroupView(entry.name, label, "", _parts(entry.form, (*path, label)))
    return _leaf(str(number - 1), entry, label, "", path)


def _next_row(field: Any, path: tuple[str, ...]) -> FieldView | GroupView:
    entry = field.append_entry()
    row = _row(len(field.entries), entry, path)
    field.pop_entry()
    return row


def _leaf(
    key: str, field: Any, label: str, hint: str, path: tuple[str, ...]
) -> FieldView:
    return FieldView(
        name=field.name,
        key=key,
        label=label,
        hint=hint,
        human=", ".join((*path, label)),
        kind=sort_of(field),
        value=field.data,
        shown=glyphs.drawable(_shown(field)),
        options=getattr(field, "vocabulary", ()),
        limit=getattr(field, "limit", 0),
        lines=getattr(field, "lines", 1),
    )


def sort_of(field: Any) -> str:
    """Return what is written in a field: a line, a long text, a date, a choice."""
    kinds = (
        (LongField, "long"),
        (ChoiceField, "choice"),
        (ChecksField, "checks"),
        (FlagField, "flag"),
        (DateField, "date"),
        (TimeField, "time"),
        (PhoneField, "phone"),
        (EmailField, "email"),
        (PostalCodeField, "postal_code"),
        (IdentityField, "identity"),
    )
    return next((kind for cls, kind in kinds if isinstance(field, cls)), "line")


def _shown(field: Any) -> str:
    if isinstance(field, FlagField):
        return _("Ja") if field.data else ""
    if isinstance(field, ChecksField):
        words = dict(field.vocabulary)
        return ", ".join(words.get(value, value) for value in field.data)
    if isinstance(field, ChoiceField):
        return str(dict(field.vocabulary).get(field.data, field.data))
    if isinstance(field, DateField) and (day := read_date(field.data)):
        return swedish_date(day)
    if isinstance(field, TimeField) and (time := read_time(field.data)):
        return swedish_time(time)
    assert isinstance(field, LineField)
    return str(field.data)
