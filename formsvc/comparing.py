"""What has changed between two documents of a kind: new, changed or ended, by area.

Values are told as people read them. Rows of lists are matched by what they are, not by
their number: see `formkit/matching.py`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from formsvc.formkit.data import Data
from formsvc.formkit.formdata import flatten
from formsvc.formkit.kind import Kind
from formsvc.formkit.matching import Pair, matched
from formsvc.formkit.matching import title as title_of
from formsvc.formkit.view import FieldView, GroupView, RowsView, View, view
from formsvc.i18n import _
from formsvc.stamp import Stamp, read_stamp

AREAS = "areas"
"""The group of a plan whose parts are sections of their own."""

NOT_TOLD = ("overrides",)
"""Fields that no reader is told of: they are for the service."""


class Sort(StrEnum):
    """What has become of a field or row."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Change:
    """A field or a row that is not as it was.

    `field` is its name in the newer document, of what has ended in the older one;
    `label` is what it is called, `row` the row or group in which it lies. A row that is
    new or has ended is one change: what stands in it is told in lines.
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
    before, after = _seen(kind, old), _seen(kind, new)
    loose: list[Change] = []
    grouped: list[Section] = []
    for was, now in _sections(before, after):
        changes = tuple(_changes(was, now, ""))
        if isinstance(now, FieldView):
            loose += changes
        elif changes:
            name, title = _called(now)
            grouped.append(Section(name, title, changes))
    first = [Section("", kind.title, tuple(loose))] if loose else []
    return first + grouped


def as_json(kind: Kind, sections: Sequence[Section]) -> dict[str, Any]:
    """Return the comparison as a JSON object."""
    told = [asdict(section) for section in sections]
    return {"kind": kind.name, "counts": counts(sections), "sections": told}


def counts(sections: Sequence[Section]) -> dict[str, int]:
    """Return how many changes there are of each sort."""
    sorts = [change.sort for section in sections for change in section.changes]
    return {sort.value: sorts.count(sort) for sort in Sort}


def stamp_of(data: Data) -> Stamp | None:
    """Return the stamp that a document carries, believed or not; none if unreadable."""
    try:
        return read_stamp(data.get("stamp"))
    except ValueError:
        return None


def is_older(one: Data, other: Data) -> bool | None:
    """Return whether `one` comes before `other`, nothing when their stamps do not say.

    Versions of one document tell it by their numbers, others by when they were stamped.
    """
    mine, others = stamp_of(one), stamp_of(other)
    if mine is None or others is None:
        return None
    if mine.reference == others.reference and mine.version != others.version:
        return mine.version < others.version
    if mine.stamped_at == others.stamped_at:
        return None
    return mine.stamped_at < others.stamped_at


def _seen(kind: Kind, data: Data) -> GroupView:
    return view(kind.form(flatten(kind.form, data).formdata))


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
    sort = Sort.NEW if after else Sort.ENDED
    return Change(name, label, "", sort, "\n".join(before), "\n".join(after))


def _field(was: FieldView, now: FieldView, row: str) -> Iterator[Change]:
    if _told(was) == _told(now):
        return
    before, after = words_of(was), words_of(now)
    if now.kind == "flag" and before:
        after = _("Nej")  # a tick that is taken away: nothing else says so
    sort = Sort.CHANGED if before and after else Sort.NEW if after else Sort.ENDED
    yield Change(now.name, now.label, row, sort, before, after)


def words_of(field: FieldView) -> str:
    """Return what a field tells: that nobody is protected tells nothing."""
    return field.shown if field.told else ""


def _told(field: FieldView) -> Any:
    return field.value if field.told else None


def _rows(was: RowsView, now: RowsView) -> Iterator[Change]:
    """Yield what differs between two lists: rows as they stand now, then ended ones."""
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
