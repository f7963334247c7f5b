"""What a template of a kind is compared with: the controls and lists of its form."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from wtforms import FieldList, FormField

from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import Sizes, empty_rows, size_of
from formsvc.formkit.view import view
from formsvc.i18n import _
from formsvc.word.control_slots import Names
from formsvc.word.controls import CHECK, LONG, Control, controls_of

VERSION = "sign-version"
"""The control that says which version a document comes from; it is no data."""


class Fields(NamedTuple):
    """The fields of a form, its lists with their first row.

    `controls` and `names` go by tag. `lists` has the key of each list by its name,
    `sizes` how many rows documents have.
    """

    controls: Mapping[str, Control]
    names: Mapping[str, Names]
    lists: Mapping[str, str]
    sizes: Sizes

    @property
    def ticks(self) -> frozenset[str]:
        """The tags of the check boxes."""
        return frozenset(
            tag for tag, each in self.controls.items() if each.sort == CHECK
        )

    def counts(self) -> dict[str, int]:
        """Return how many rows each list has."""
        return {
            name: size_of(name, key, self.sizes) for name, key in self.lists.items()
        }

    def human(self, tag: str) -> str:
        """Return the name of a field in any row, empty when there is no such field."""
        row = _in_row(tag, self.lists)
        names = self.names.get(row[0] if row else tag)
        return names.at(row[1] if row else 0)[1] if names else ""


def fields_of(kind: Kind, rows: Sizes) -> Fields:
    """Return the fields of a kind, for documents with as many rows as `rows` tells."""
    form = kind.form(data=empty_rows(kind.form, {}))
    version = Control(
        VERSION, _("Vilken version det här är ett arbetsexemplar av"), LONG, locked=True
    )
    every = {each.tag: each for each in (*controls_of(view(form)), version)}
    lists = dict(_lists(form))
    found = {tag: _in_row(tag, lists) for tag in every}
    controls = {tag: each for tag, each in every.items() if _is_first(found[tag])}
    names = {tag: _names(each, every, lists) for tag, each in controls.items()}
    return Fields(controls, names, lists, rows)


def _lists(form: Any) -> Iterator[tuple[str, str]]:
    """Yield the lists of a form. No list stands in the row of another."""
    for key, field in form._fields.items():
        if isinstance(field, FormField):
            yield from _lists(field.form)
        elif isinstance(field, FieldList):
            yield field.name, key


def _in_row(tag: str, lists: Mapping[str, str]) -> tuple[str, int] | None:
    """Return the same tag in the first row of its list, and the row that it is in."""
    for found in _NUMBER.finditer(tag):
        if (listed := tag[: found.start()]) in lists:
            return f"{listed}-0{tag[found.end() :]}", int(found[1])
    return None


_NUMBER = re.compile(r"-(\d+)(?=-|$)")


def _is_first(row: tuple[str, int] | None) -> bool:
    return row is None or row[1] == 0


def _names(
    control: Control, every: Mapping[str, Control], lists: Mapping[str, str]
) -> Names:
    """Return what a control is called, whatever its row: seen from the second row."""
    for found in _NUMBER.finditer(control.tag):
        listed, rest = control.tag[: found.start()], control.tag[found.end() :]
        if listed in lists:
            second = every[f"{listed}-1{rest}"].human
            signs = enumerate(zip(control.human, second, strict=True))
            place = next(at for at, (one, two) in signs if one != two)
            return Names((f"{listed}-", rest), (second[:place], second[place + 1 :]))
    return Names((control.tag,), (control.human,))
