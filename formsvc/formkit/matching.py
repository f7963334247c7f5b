"""Rows of two lists, paired by what they are: a row that has moved is the same row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from formsvc.formkit.view import FieldView, GroupView

Row = FieldView | GroupView

ALIKE = 0.6
"""How alike the names of two rows are that may be the same row (`difflib`)."""

READ = 80
"""Characters of a name that are compared."""

MOST = 30
"""Rows on either side that are compared by likeness; in longer lists, by name alone."""

_TEXTS = ("line", "long")


@dataclass(frozen=True, slots=True)
class Pair:
    """A row as it was and as it is: one is missing when it is new or has ended.

    `label` is what a row of the list is called, `title` what just this one is.
    """

    old: Row | None
    new: Row | None
    label: str
    title: str


class _Seen(NamedTuple):
    name: str
    values: list[object]


def matched(old: Sequence[Row], new: Sequence[Row]) -> list[Pair]:
    """Return the rows as they stand now, each with what it was, then the ended ones."""
    was, now = _written(old), _written(new)
    found = dict(_found(was, now))
    before = {there: here for here, there in found.items()}
    titles = Counter(title(row) for row in now)
    pairs = [
        Pair(was[before[at]] if at in before else None, row, *_called(row, titles))
        for at, row in enumerate(now)
    ]
    ended = [row for at, row in enumerate(was) if at not in found]
    titles = Counter(title(row) for row in was)
    return pairs + [Pair(row, None, *_called(row, titles)) for row in ended]


def title(row: Row) -> str:
    """Return what tells a row from others: the first text that is written in it."""
    return next(_texts(row), "")


def _written(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.filled]


def _found(was: Sequence[Row], now: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of rows that are the same, those that are most alike first."""
    closely = len(was) <= MOST and len(now) <= MOST
    after = list(enumerate(map(_seen, now)))
    scores = [
        (score, -abs(here - there), -here, -there)
        for here, one in enumerate(map(_seen, was))
        for there, other in after
        if (score := _likeness(one, other, closely=closely)) >= ALIKE
    ]
    free = set(range(len(was))), set(range(len(now)))
    for _score, _distance, here, there in sorted(scores, reverse=True):
        if -here in free[0] and -there in free[1]:
            free[0].remove(-here)
            free[1].remove(-there)
            yield -here, -there


def _likeness(one: _Seen, other: _Seen, *, closely: bool) -> float:
    """Return 1 and more for rows of one name: the more, the more they share."""
    if one.name == other.name:
        pairs = list(zip(one.values, other.values, strict=True))
        return 1 + sum(mine == others for mine, others in pairs) / len(pairs)
    if not closely:
        return 0
    matcher = SequenceMatcher(None, one.name[:READ], other.name[:READ])
    quick = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if quick >= ALIKE else 0


def _seen(row: Row) -> _Seen:
    return _Seen(title(row).casefold(), [field.value for field in _fields(row)])


def _texts(row: Row) -> Iterator[str]:
    fields = _fields(row)
    yield from (one.shown for one in fields if one.kind in _TEXTS and one.filled)


def _fields(row: Row) -> list[FieldView]:
    parts = [row] if isinstance(row, FieldView) else list(row)
    return [part for part in parts if isinstance(part, FieldView)]


def _called(row: Row, titles: Counter[str]) -> tuple[str, str]:
    """Return label and title of a row; a title that others have too gets one text more.

    The label is without the number: that is no part of what a row is.
    """
    label = row.label if isinstance(row, FieldView) else row.group_label
    texts = list(_texts(row))
    own = texts[: 2 if titles[title(row)] > 1 else 1]
    return label.rpartition(" ")[0], ", ".join(own)
