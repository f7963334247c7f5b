"""The fields of a document in which something may be hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from formsvc.formkit.groups import ADDRESS
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.view import FieldView, GroupView, RowsView, View

TELLING: Final = frozenset(
    (
        *("organisation", "unit", "place", "convened_by", "named_person_service"),
        *("phone", "email", "setting"),
        *ADDRESS,
    )
)
"""Fields that are hidden whole: they tell where someone is, or whom to ask there."""

REACH: Final = frozenset(("phone", "email", "postal_code"))
"""Those of them that hold no words to look for."""

MARK, UNMARKED = "protected_identity", "none"
"""That somebody lives in hiding is not told to whoever is guarded."""

SENDER, LINK, SCHOOL = "sender", "link", "setting"
"""The sender's group; a link, that is shown whole; the child's school or the like."""

TEXTS: Final = ("line", "long")
"""Sorts of fields in which people write words."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field with text, and the group or row that it lies in.

    `telling` is one that is hidden whole.
    """

    view: FieldView
    group: str
    telling: bool

    @property
    def text(self) -> str:
        """What is written in it."""
        return str(self.view.value or "")


def groups(part: View) -> Iterator[GroupView]:
    """Yield every group and row of a document."""
    if isinstance(part, GroupView):
        yield part
    if not isinstance(part, FieldView):
        for inner in part:
            yield from groups(inner)


def fields_of(part: GroupView | RowsView, listed: str) -> Iterator[Field]:
    """Yield every field with text in a document whose recipients are in `listed`."""
    for inner in part:
        if isinstance(inner, FieldView):
            yield from _field(inner, part, listed)
        else:
            yield from fields_of(inner, listed)


def _field(field: FieldView, part: View, listed: str) -> Iterator[Field]:
    group = part if isinstance(part, GroupView) else None
    name = group.group_name if group else ""
    in_list = group is not None and name.startswith(f"{listed}-")
    family = group is not None and text_of(group, "kind") in FAMILY
    service = field.key == "recipient" and in_list and not family
    telling = field.key in TELLING or service
    marked = field.key == MARK and field.told
    text = field.kind in TEXTS and field.key != LINK
    if field.value and (telling or text or marked):
        yield Field(field, name, telling)


def text_of(group: GroupView, field: str) -> str:
    """Return what is written in a field of a group, empty when it has none."""
    part = next((one for one in group if getattr(one, "key", "") == field), None)
    return str(part.value or "") if isinstance(part, FieldView) else ""
