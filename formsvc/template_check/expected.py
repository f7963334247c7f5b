"""What a template has to hold: the controls of a form, with one row in each list."""

from collections.abc import Iterator
from typing import NamedTuple

from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import lists
from formsvc.formkit.spare_rows import empty_rows
from formsvc.formkit.view import FieldView, GroupView, RowsView, View, view
from formsvc.writable.shape import MEASURES

TEXT, DATE, CHOICE, CHECK = "text", "date", "choice", "check"
"""What a control is to the one who makes it in Word."""

_SORTS = {"date": DATE, "choice": CHOICE, "checks": CHECK, "flag": CHECK}


class Wanted(NamedTuple):
    """A control that a template has to hold: its tag, its sort and what it is for."""

    tag: str
    sort: str
    human: str


def wanted(kind: Kind) -> dict[str, Wanted]:
    """Return the controls that a template of `kind` has to hold, by tag."""
    rows = dict.fromkeys(lists(kind.form), 1) | {MEASURES: 1}
    empty = view(kind.form(data=empty_rows(kind.form, rows)))
    return {control.tag: control for field in _fields(empty) for control in _of(field)}


def _fields(part: View) -> Iterator[FieldView]:
    if isinstance(part, FieldView):
        yield part
    else:
        assert isinstance(part, (GroupView, RowsView))
        for inner in part:
            yield from _fields(inner)


def _of(field: FieldView) -> Iterator[Wanted]:
    sort = _SORTS.get(field.kind, TEXT)
    if field.kind != "checks":
        yield Wanted(field.name, sort, field.human)
        return
    for value, words in field.options:
        yield Wanted(f"{field.name}-{value}", sort, f"{field.human}: {words}")
