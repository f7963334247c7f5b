"""The fields that a form has and a file has not: nobody has emptied them."""

from collections.abc import Collection, Iterator, Sequence

from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.groups import NEVER_IN_BLANKS
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import ROW, lists, patterns, taken_apart
from formsvc.formkit.spare_rows import empty_rows
from formsvc.formkit.view import view
from formsvc.word.controls import controls_of
from formsvc.writable.shape import MEASURES


def missing_fields(kind: Kind, found: Collection[str]) -> list[str]:
    """Return the names that `found`, the fields of a file, lacks.

    Of a row that has some fields those that it lacks; of a list that has no row at all
    those of its first.
    """
    there = set(found)
    rows: dict[str, set[int]] = {}
    for name in there:
        pattern, row = taken_apart(name)
        if row is not None and row < MAX_ROWS:
            rows.setdefault(_list_of(pattern), set()).add(row)
    wanted = (
        name
        for pattern in patterns(kind.form)
        if not pattern.startswith(NEVER_IN_BLANKS)
        for name in _names(pattern, rows)
    )
    return sorted(set(wanted) - there)


def _list_of(pattern: str) -> str:
    return pattern.partition(f"-{ROW}")[0]


def _names(pattern: str, rows: dict[str, set[int]]) -> Iterator[str]:
    for row in rows.get(_list_of(pattern), {0}) if ROW in pattern else (0,):
        yield pattern.replace(ROW, str(row), 1)


def called(kind: Kind, names: Sequence[str]) -> list[str]:
    """Return what people call fields, in the order of the document."""
    rows = 1 + max((taken_apart(name)[1] or 0 for name in names), default=0)
    sizes = dict.fromkeys((*lists(kind.form), MEASURES), rows)
    form = kind.form(data=empty_rows(kind.form, sizes))
    return [one.human for one in controls_of(view(form)) if one.tag in names]
