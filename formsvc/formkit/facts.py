"""What a rule sees: values by name, rows that say something, names of fields.

Names are those of the source that was given, so that a finding points at its row.
"""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from wtforms import FieldList, FormField
from wtforms.form import BaseForm

from formsvc.formkit.data import is_empty, normalised
from formsvc.formkit.dates import read_date, read_time


class Facts:
    """A form, a group of it or a row, read by the names of its fields."""

    def __init__(self, form: BaseForm, path: tuple[str, ...] = ()) -> None:
        """Read from `form`, which has its data; `path` has the labels above it."""
        self.form = form
        self._path = path

    def __getitem__(self, key: str) -> str:
        """Return the text of a field, empty when nothing was written."""
        return str(self._field(key).data or "")

    def get(self, key: str) -> str:
        """Return the text of a field, empty also when there is no such field."""
        field = self.form._fields.get(key)
        return str(field.data or "") if field is not None else ""

    def name(self, *path: str) -> str:
        """Return the whole name of the field at `path`, for a finding."""
        *groups, key = path
        facts = self
        for step in groups:
            facts = facts.group(step)
        return str(facts.form._fields[key].name)

    def flag(self, key: str) -> bool:
        """Return whether a box is ticked."""
        return bool(self._field(key).data)

    def chosen(self, key: str) -> list[str]:
        """Return the ticked values of a multiple choice."""
        return list(self._field(key).data)

    def label(self, key: str) -> str:
        """Return what the field is called, in the middle of a sentence."""
        label = str(self._field(key).label.text)
        return label[:1].lower() + label[1:]

    @property
    def called(self) -> str:
        """What a group or row is called, after what it lies in: "Omsorg, insats 6"."""
        *outer, own = self._path[-2:] or ("",)
        return f"{outer[0]}, {own[:1].lower()}{own[1:]}" if outer else own

    def date(self, key: str) -> date | None:
        """Return a date, or nothing when none is written or it is not understood."""
        return read_date(self[key])

    def time(self, key: str) -> time | None:
        """Return a time, or nothing when none is written or it is not understood."""
        return read_time(self[key])

    def group(self, key: str) -> "Facts":
        """Return the facts of a group."""
        return self._inner(self._field(key))

    def rows(self, key: str) -> "list[Facts]":
        """Return the rows of a list in which something is written."""
        return [row for row in self.all_rows(key) if not row.empty]

    def all_rows(self, key: str) -> "list[Facts]":
        """Return the rows of a list, empty ones too."""
        entries = self._field(key).entries
        return [self._inner(entry, number) for number, entry in enumerate(entries, 1)]

    def lines(self, key: str) -> list[str]:
        """Return the texts of a list of one-line texts that are not empty."""
        return [entry.data for entry in self._field(key).entries if entry.data]

    @property
    def empty(self) -> bool:
        """Whether nothing is written here."""
        return is_empty(normalised(self.form))

    def leaves(self) -> Iterator[Any]:
        """Yield every field that holds a value, in the order of the document."""
        return _leaves(self.form)

    def groups(self) -> "Iterator[Facts]":
        """Yield this, and every group and row within, in the document's order."""
        yield self
        for field in self.form._fields.values():
            if isinstance(field, FormField):
                yield from self._inner(field).groups()
            elif isinstance(field, FieldList):
                for number, row in enumerate(field.entries, 1):
                    if isinstance(row, FormField):
                        yield from self._inner(row, number).groups()

    def __contains__(self, key: str) -> bool:
        """Return whether there is a field of this name."""
        return key in self.form._fields

    def _inner(self, part: Any, number: int | None = None) -> "Facts":
        label = str(part.label.text)
        own = label if number is None else f"{label} {number}"
        return Facts(part.form, (*self._path, own))

    def _field(self, key: str) -> Any:
        return self.form._fields[key]


def _leaves(form: BaseForm) -> Iterator[Any]:
    for field in form._fields.values():
        for part in field.entries if isinstance(field, FieldList) else [field]:
            if isinstance(part, FormField):
                yield from _leaves(part.form)
            else:
                yield part
