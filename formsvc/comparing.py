"""What has changed between two documents of a kind: new, changed or gone, by area.

Values are told as people read them. Rows of lists are matched by what they are, not by
their number: see `formkit/matching.py`. Areas come first, for they are what was agreed;
what belongs to the meeting alone comes last, in a section of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from formsvc.formkit.data import Data
from formsvc.formkit.facts import Facts
from formsvc.formkit.flattened import FormData
from formsvc.formkit.formdata import flatten
from formsvc.formkit.kind import Kind
from formsvc.formkit.matching import Pair, matched
from formsvc.formkit.matching import title as title_of
from formsvc.formkit.protection import left_behind
from formsvc.formkit.view import FieldView, GroupView, RowsView, View, view
from formsvc.forms.plan.going_on import FINAL
from formsvc.i18n import _

AREAS = "areas"
"""The group of a plan whose parts are sections of their own."""

NOT_TOLD = ("overrides",)
"""Fields that no reader is told of: they are for the service."""

FORMALITIES = "formalities"
"""The section of what belongs to the meeting alone."""

_MEASURE = re.compile("areas-[a-z]+-measures-[0-9]+(-status)?")


class Sort(StrEnum):
    """What has become of a field or row: a measure ends, a text is removed."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """A field or a row that is not as it was.

    `field` is its name in the newer document, of what is gone in the older one;
    `label` is what it is called, `row` the row or group in which it lies. A row that is
    new or gone is one change: what stands in it is told in lines.
    """

    field: str
    label: str
    row: str
    sort: Sort
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of an area or of a group, in the order of the form."""

    name: str
    title: str
    changes: tuple[Change, ...]


def compare(kind: Kind, old: Data, new: Data) -> list[Section]:
    """Return the sections in which something has changed from `old` to `new`."""
    loose: list[Change] = []
    formal: list[Change] = []
    areas: list[Section] = []
    grouped: list[Section] = []
    for was, now in _sections(*_seen(kind, old, new)):
        name, title = _called(now)
        changes = [_ended(kind, one) for one in _changes(was, now, "")]
        formal += [_within(title, now, one) for one in changes if _formal(kind, one)]
        told = [one for one in changes if not _formal(kind, one)]
        if isinstance(now, FieldView):
            loose += told
        elif told:
            place = areas if name.startswith(f"{AREAS}-") else grouped
            place.append(Section(name, title, tuple(told)))
    first = [Section("", kind.title, tuple(loose))] if loose else []
    last = [Section(FORMALITIES, _("Mötet och formalia"), tuple(formal))]
    return areas + first + grouped + (last if formal else [])


def _formal(kind: Kind, change: Change) -> bool:
    """Return whether a change belongs to the meeting alone."""
    steps = change.field.split("-")
    first, last = steps[0], steps[-1]
    return first in kind.formalities or f"{first}-{last}" in kind.formalities


def _within(title: str, part: View, change: Change) -> Change:
    """Return a change with what it lies in, for a section that gathers several."""
    row = change.row or (title if isinstance(part, GroupView) else "")
    return replace(change, row=row)


def _ended(kind: Kind, change: Change) -> Change:
    """Return a change, as an end when a measure or the collaboration has ended."""
    measure = _MEASURE.fullmatch(change.field)
    closes = change.field.startswith(f"{'-'.join(kind.closed_by[:1])}-")
    if measure and not measure[1] and change.sort is Sort.REMOVED:
        return replace(change, sort=Sort.ENDED)
    if kind.closed_by and closes and change.sort is Sort.NEW:
        return replace(change, sort=Sort.ENDED)
    return change


def as_json(kind: Kind, sections: Sequence[Section]) -> dict[str, Any]:
    """Return the comparison as a JSON object."""
    told = [asdict(section) for section in sections]
    return {"kind": kind.name, "counts": counts(sections), "sections": told}


def counts(sections: Sequence[Section]) -> dict[str, int]:
    """Return how many changes there are of each sort."""
    sorts = [change.sort for section in sections for change in section.changes]
    return {sort.value: sorts.count(sort) for sort in Sort}


def _seen(kind: Kind, *both: Data) -> tuple[GroupView, GroupView]:
    """Return both documents as they are read, without what a protected person left."""
    old, new = (flatten(kind.form, data).formdata for data in both)
    shown = left_behind(Facts(kind.form(old)), Facts(kind.form(new)))
    before, after = (
        view(kind.form(FormData({**texts, **{k: [v] for k, v in names.items()}})))
        for texts, names in zip((old, new), shown, strict=True)
    )
    return before, after


def _sections(before: GroupView, after: GroupView) -> Iterator[tuple[View, View]]:
    for was, now in zip(before, after, strict=True):
        name = _called(now)[0]
        if name in NOT_TOLD:
            continue
        if isinstance(was, GroupView) and isinstance(now, GroupView) and name == AREAS:
            yield from zip(was, now, strict=True)
        else:
            yield was, now


def _called(part: View) -> tuple[str, str]:
    if isinstance(part, GroupView):
        return part.group_name, part.group_label
    return part.name, part.label


def _changes(was: View, now: View, row: str) -> Iterator[Change]:
    """Yield what differs between two parts of the same place in the form."""
    if isinstance(was, RowsView) and isinstance(now, RowsView):
        yield from _rows(was, now)
    elif isinstance(was, GroupView) and isinstance(now, GroupView):
        for one, other in zip(was, now, strict=True):
            if isinstance(one, GroupView) and isinstance(other, GroupView):
                yield from _inner(one, other)
            else:
                yield from _changes(one, other, row)
    elif isinstance(was, FieldView) and isinstance(now, FieldView):
        yield from _field(was, now, row)


def _inner(was: GroupView, now: GroupView) -> Iterator[Change]:
    """Yield what differs in a group within another: one that came or went is one."""
    label = now.group_label
    before, after = list(_lines(was)), list(_lines(now))
    if before and after:
        yield from _changes(was, now, label)
    elif before or after:
        yield _whole(now.group_name, label, before, after)


def _whole(name: str, label: str, before: list[str], after: list[str]) -> Change:
    sort = Sort.NEW if after else Sort.REMOVED
    return Change(name, label, "", sort, "\n".join(before), "\n".join(after))


def _field(was: FieldView, now: FieldView, row: str) -> Iterator[Change]:
    if _told(was) == _told(now):
        return
    before, after = words_of(was), words_of(now)
    if now.kind == "flag" and before:
        after = _("Nej")  # a tick that is taken away: nothing else says so
    sort = Sort.CHANGED if before and after else Sort.NEW if after else Sort.REMOVED
    if _MEASURE.fullmatch(now.name) and now.key == "status" and now.value in FINAL:
        sort = Sort.ENDED
    yield Change(now.name, now.label, row, sort, before, after)


def words_of(field: FieldView) -> str:
    """Return what a field tells: that nobody is protected tells nothing."""
    return field.shown if field.told else ""


def _told(field: FieldView) -> Any:
    return field.value if field.told else None


def _rows(was: RowsView, now: RowsView) -> Iterator[Change]:
    """Yield what differs between two lists: rows as they stand now, then those gone."""
    for pair in matched(list(was), list(now)):
        yield from _row(pair)


def _row(pair: Pair) -> Iterator[Change]:
    if pair.old is None or pair.new is None:
        before = list(_lines(pair.old)) if pair.old is not None else []
        after = list(_lines(pair.new)) if pair.new is not None else []
        part = pair.old if pair.new is None else pair.new
        if part is not None and (before or after):
            yield _whole(_called(part)[0], pair.label, before, after)
        return
    named = f"{pair.label} ”{pair.title}”" if pair.title else pair.label
    of_itself = isinstance(pair.new, FieldView)
    yield from _changes(pair.old, pair.new, "" if of_itself else named)


def _lines(part: FieldView | GroupView) -> Iterator[str]:
    """Yield what stands in a row or group, each field with its label."""
    if isinstance(part, FieldView):
        yield words_of(part)
        return
    first = title_of(part)
    for field in part:
        if isinstance(field, FieldView) and (words := words_of(field)):
            yield words if words == first else f"{field.label}: {words}"
