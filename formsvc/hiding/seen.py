"""The data of a document without what a guarded recipient may not see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from formsvc.formkit.concealing import key
from formsvc.formkit.data import Data
from formsvc.formkit.facts import Facts
from formsvc.formkit.kind import Kind
from formsvc.formkit.place_words import towns
from formsvc.formkit.protection import FAMILY
from formsvc.formkit.view import FieldView, GroupView, RowsView, View, view
from formsvc.hiding.people import LISTS, names_in
from formsvc.hiding.words import Words, chosen_terms, terms

ADDRESS: Final = ("address", "postal_code", "town")
"""Fields that no piece has of anybody but its recipient."""

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

WAY: Final = ("invitation", "meeting-place")
"""Whoever is invited has to find the way there, if it tells of nobody else."""

MARK, UNMARKED = "protected_identity", "none"
"""That somebody lives in hiding is not told to whoever is guarded."""

TEXTS: Final = ("line", "long")
"""Sorts of fields in which people write words."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something that a recipient does not see: where it stands, and what it is."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class _Field:
    """A field with text; `own` is what is the recipient's, or in letters the sender's.

    `telling` is one that is hidden whole.
    """

    view: FieldView
    own: bool
    telling: bool

    @property
    def text(self) -> str:
        return str(self.view.value or "")


def guarded_data(
    kind: Kind, data: Data, number: int, words: Sequence[str]
) -> tuple[Data, tuple[Hidden, ...]]:
    """Return `data`, changed in place, for a guarded recipient, and what is hidden."""
    facts = Facts(kind.form(data=data))
    fields = list(_fields(view(facts.form), _Own(kind, data, number)))
    words_hidden = _words(kind, facts, fields, words)
    hidden = []
    for field in fields:
        if field.view.key == MARK:
            _put(data, field.view.name, UNMARKED)
            hidden.append(Hidden(field.view.human, field.view.shown))
            continue
        shown, gone = _shown(kind, field, words_hidden)
        if gone:
            _put(data, field.view.name, shown)
        if gone and field.view.key not in ADDRESS:
            hidden.append(Hidden(field.view.human, ", ".join(dict.fromkeys(gone))))
    return data, tuple(hidden)


def _shown(kind: Kind, field: _Field, words: Words) -> tuple[str, list[str]]:
    """Return what of a field is shown, and what of it is not."""
    text = field.text
    if not text or field.own:
        return text, []
    shown, gone = words.taken_out(text)
    if field.telling:
        stays = (kind.name, field.view.name) == WAY and not gone
        return (text, []) if stays else ("", [text])
    return shown, gone


def _words(
    kind: Kind, facts: Facts, fields: Sequence[_Field], chosen: Sequence[str]
) -> Words:
    """Return what to look for in the texts of a document."""
    names = names_in(kind, facts)
    worded = [
        one
        for one in fields
        if one.telling
        and one.view.key not in REACH
        and (kind.name, one.view.name) != WAY
    ]
    hidden = {*towns(), *terms((one.text for one in worded if not one.own), names)}
    # Towns that the recipient is called by tell all the same where somebody is.
    own = {one.key for one in terms((x.text for x in worded if x.own), names)}
    if kind.name != "invitation":
        own -= {town.key for town in towns()}
    return Words(
        frozenset(term for term in hidden if term.key not in own),
        tuple(names.whole),
        chosen_terms(chosen),
        frozenset(key(one.text) for one in fields if one.own and one.text),
    )


class _Own:
    """Knows what in a document is a recipient's own, and the sender's of a letter."""

    def __init__(self, kind: Kind, data: Data, number: int) -> None:
        self._list = LISTS[kind.name]
        self._row = f"{self._list}-{number - 1}"
        row = data[self._list][number - 1]
        family = row["kind"] in FAMILY
        called = row.get("attention") if family else row.get("unit")
        name = row.get("recipient") or called or row.get("organisation")
        self._name = key(str(name or ""))

    def group(self, group: GroupView) -> bool:
        """Return whether a group or row is about the recipient or the sender."""
        if group.group_name in (self._row, "sender"):
            return True
        called = [_text(group, one) for one in ("name", "attention", "recipient")]
        service = _text(group, "unit") or _text(group, "organisation")
        return bool(self._name) and self._name in map(key, (*called, service))

    def names_service(self, group: GroupView) -> bool:
        """Return whether a row's name is that of a service that gets something."""
        listed = group.group_name.startswith(f"{self._list}-")
        return listed and _text(group, "kind") not in FAMILY


def _fields(part: GroupView | RowsView, own: _Own) -> Iterator[_Field]:
    """Yield every field with text in a document."""
    for inner in part:
        if isinstance(inner, FieldView):
            yield from _field(inner, part, own)
        else:
            yield from _fields(inner, own)


def _field(field: FieldView, part: View, own: _Own) -> Iterator[_Field]:
    group = part if isinstance(part, GroupView) else None
    service = group and field.key == "recipient" and own.names_service(group)
    telling = field.key in TELLING or bool(service)
    marked = field.key == MARK and field.told and not (group and own.group(group))
    if telling or field.kind in TEXTS or marked:
        # A child's school tells of the guardian it lives with, on its own copy too.
        of_reader = group is not None and field.key != "setting" and own.group(group)
        yield _Field(field, of_reader, telling)


def _text(group: GroupView, field: str) -> str:
    part = next((one for one in group if getattr(one, "key", "") == field), None)
    return str(part.value or "") if isinstance(part, FieldView) else ""


def _put(data: Data, name: str, value: str) -> None:
    """Set the field of that name in a JSON object."""
    *outer, last = name.split("-")
    place: Any = data
    for step in outer:
        place = place[int(step) if isinstance(place, list) else step]
    place[int(last) if isinstance(place, list) else last] = value
