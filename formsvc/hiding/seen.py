"""The data of a document as each of its recipients may see it.

What is hidden is found once for a document, as of a reader who is nobody in it. Each
reader gets its own fields back: nothing more, and never a word in running text.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from formsvc.formkit.concealing import key
from formsvc.formkit.data import Data
from formsvc.formkit.distinctive import terms
from formsvc.formkit.facts import Facts
from formsvc.formkit.groups import ADDRESS
from formsvc.formkit.kind import Kind
from formsvc.formkit.persons import FAMILY, without_care_of
from formsvc.formkit.place_words import towns
from formsvc.formkit.protection import NAMES
from formsvc.formkit.view import view
from formsvc.hiding.fields import (
    MARK,
    REACH,
    SCHOOL,
    SENDER,
    TELLING,
    UNMARKED,
    Field,
    fields_of,
    groups,
    text_of,
)
from formsvc.hiding.people import LISTS, names_in
from formsvc.hiding.words import Words, chosen_terms, phone_terms

WAY: Final = ("invitation", "meeting-place")
"""Whoever is invited has to find the way there, if it tells of nobody else."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something that a recipient does not see: where it stands, and what it is."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class _Gone:
    """A field that is not shown as it stands, and how the sender is told of it."""

    field: Field
    shown: str
    told: Hidden | None


class Sight:
    """A document, and what each of its recipients may see of it."""

    def __init__(self, kind: Kind, data: Data, words: Sequence[str] = ()) -> None:
        """Take tellable data, and words that are hidden from the guarded besides."""
        self._kind, self._data, self._chosen = kind, data, words
        self._list = LISTS.get(kind.name, "")

    def of(self, number: int, *, guarded: bool) -> tuple[Data, tuple[Hidden, ...]]:
        """Return the data as recipient `number` may see it, and what is left out.

        `number` is its row from 1. The data keeps its shape: a hidden field is empty,
        and in running text `concealing.NOT_SHOWN` stands instead. Nobody sees the
        addresses of others or the answers to warnings, which are not told of as hidden.
        """
        data: Data = json.loads(self._guarded if guarded else self._plain)
        hidden: tuple[Hidden, ...] = ()
        if guarded:
            own = self._own(number)
            mine = [one for one in self._gone if _is_own(one.field, own)]
            for one in mine:
                _put(data, one.field.view.name, one.field.text)
            spared = {id(one) for one in mine}
            hidden = tuple(
                one.told for one in self._gone if one.told and id(one) not in spared
            )
        if self._list:
            row, given = data[self._list][number - 1], self._data[self._list]
            row |= {field: given[number - 1].get(field, "") for field in ADDRESS}
        return data, hidden

    @cached_property
    def _plain(self) -> str:
        """The data without addresses of recipients, and answers to warnings."""
        data = {**self._data, "overrides": []}
        if self._list:
            none = dict.fromkeys(ADDRESS, "")
            data[self._list] = [{**row, **none} for row in data[self._list]]
        return json.dumps(data)

    @cached_property
    def _guarded(self) -> str:
        """The data as nobody of the document may see it."""
        data = json.loads(self._plain)
        for one in self._gone:
            _put(data, one.field.view.name, one.shown)
        return json.dumps(data)

    @cached_property
    def _gone(self) -> list[_Gone]:
        form = self._kind.form(data=self._data)
        document = view(form)
        fields = list(fields_of(document, self._list))
        words, at_sender = self._words(Facts(form), fields)
        gone: list[_Gone] = []
        for field in fields:
            if field.group != SENDER:
                way = (self._kind.name, field.view.name) == WAY
                gone += _without(field, at_sender if way else words, way=way)
        return gone

    def _words(self, facts: Facts, fields: Sequence[Field]) -> tuple[Words, Words]:
        """Return what to look for in texts, and in the name of where people meet."""
        names = names_in(self._kind, facts)
        chosen = chosen_terms(self._chosen)
        worded = [one for one in fields if self._has_words(one)]
        homes = [without_care_of(one.text)[1] for one in fields if _names_one(one)]
        numbers = [one.text for one in fields if one.view.key == "phone"]
        hidden = {*towns(), *terms([*(one.text for one in worded), *homes], names)}
        hidden |= set(phone_terms(numbers))
        sender = terms((one.text for one in worded if one.group == SENDER), names)
        known = {one.key for one in sender}
        there = frozenset(one for one in hidden if one.key not in known)
        kept = tuple(names.whole)
        return Words(frozenset(hidden), kept, chosen), Words(there, kept, chosen)

    def _has_words(self, field: Field) -> bool:
        way = (self._kind.name, field.view.name) == WAY
        return field.telling and field.view.key not in REACH and not way

    def _own(self, number: int) -> "_Own":
        row = self._data[self._list][number - 1]
        family = row["kind"] in FAMILY
        called = row.get("attention") if family else row.get("unit")
        name = key(str(row.get("recipient") or called or row.get("organisation") or ""))
        named = self._named.get(name, ()) if name else ()
        return _Own(f"{self._list}-{number - 1}", frozenset(named), family)

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        """The groups and rows by the folded names that they have."""
        found: dict[str, set[str]] = {}
        for group in groups(view(self._kind.form(data=self._data))):
            service = text_of(group, "unit") or text_of(group, "organisation")
            for name in (*(text_of(group, one) for one in NAMES), service):
                found.setdefault(key(name), set()).add(group.group_name)
        return found


@dataclass(frozen=True, slots=True)
class _Own:
    """What is a reader's own: its row, and groups that have its name."""

    row: str
    groups: frozenset[str]
    family: bool


def _is_own(field: Field, own: _Own) -> bool:
    """Return whether a reader sees a field of its own that others do not see."""
    name = field.view.key
    if field.group == own.row:
        return not own.family or name not in ("organisation", "unit")
    if field.group not in own.groups or name == SCHOOL:
        return False
    family = (*REACH, *ADDRESS, *NAMES, MARK)
    return name in family if own.family else name in (*TELLING, *NAMES, MARK)


def _without(field: Field, words: Words, *, way: bool) -> Iterator[_Gone]:
    """Yield a field if anything of it is hidden; `way` is where people meet."""
    label, text = field.view.human, field.text
    if field.view.key == MARK:
        yield _Gone(field, UNMARKED, Hidden(label, field.view.shown))
        return
    if field.telling and not way:
        told = None if field.view.key in ADDRESS else Hidden(label, text)
        yield _Gone(field, "", told)
        return
    shown, gone = words.taken_out(text)
    if gone and way:
        yield _Gone(field, "", Hidden(label, text))
    elif gone:
        yield _Gone(field, shown, Hidden(label, ", ".join(dict.fromkeys(gone))))


def _names_one(field: Field) -> bool:
    return field.view.key in NAMES


def _put(data: Data, name: str, value: str) -> None:
    """Set the field of that name in a JSON object."""
    *outer, last = name.split("-")
    place: Any = data
    for step in outer:
        place = place[int(step) if isinstance(place, list) else step]
    place[int(last) if isinstance(place, list) else last] = value
