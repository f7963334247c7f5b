"""The controls of a Word document as fields: what a date or a choice is."""

from datetime import date
from typing import NamedTuple

from formsvc.apart.sorts import DATE
from formsvc.findings import Finding
from formsvc.formkit.dates import read_date
from formsvc.formkit.fields import ChoiceField
from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import fields_at, taken_apart
from formsvc.readers import word_doubts

_DAY = len("2026-12-15")


class Shown(NamedTuple):
    """A control: the name of its field, its type, and the text that it shows.

    `place` numbers the row of a table, or the paragraph, that it stands in. `other` is
    the value that its own list has for the words of a choice, the time that the
    calendar of a date has, or the state of a check box. `strange` says that something
    in it could not be read.
    """

    name: str
    type: str
    text: str
    place: int
    other: str | None
    strange: bool


def decided(kind: Kind, name: str, shown: Shown) -> tuple[str, Finding | None]:
    """Return the text for the field `name` of a kind, and what there is to doubt.

    What a person sees counts, also when it is no date: then a rule asks for one. What
    Word keeps beside it counts for the words of a choice of an older form alone. Rows
    beyond those that a list may have are left out later, and not asked here.
    """
    pattern, row = taken_apart(name)
    if row is not None and row >= MAX_ROWS:
        return shown.text, None
    if shown.type == DATE and shown.text:
        return _dated(name, shown)
    field = fields_at(kind.form).get(pattern)
    if not isinstance(field, ChoiceField):
        return shown.text, None
    value = field.normal(shown.text)
    is_known = not value or value in dict(field.vocabulary)
    return shown.text if is_known or shown.other is None else shown.other, None


def _dated(name: str, shown: Shown) -> tuple[str, Finding | None]:
    kept = _day(shown.other)
    if kept is None or shown.text == kept.isoformat():
        return shown.text, None
    seen = read_date(shown.text)
    if seen is None:
        return shown.text, word_doubts.on_no_date(name, shown.text, kept)
    if seen != kept:
        return shown.text, word_doubts.on_two_dates(name, seen, kept)
    return shown.text, None


def _day(written: str | None) -> date | None:
    """Return the day of a time as Word writes it, `2026-12-15T00:00:00Z`."""
    return read_date(written[:_DAY]) if written else None
