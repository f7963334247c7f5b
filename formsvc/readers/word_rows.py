"""The rows of a Word document: which were copied, and what is there twice."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from formsvc.apart.sorts import CHECK
from formsvc.formkit.posted import ROW, taken_apart
from formsvc.readers.names import NOT_DATA
from formsvc.readers.word_fields import Shown


class InRows(NamedTuple):
    """Controls whose rows are numbered without gaps, and the rows that were copied.

    These are told by the name of their first control. `is_twice` says that the whole
    document is there twice.
    """

    shown: list[Shown]
    copied: list[str]
    is_twice: bool


_Apart = tuple[str, int | None]
"""The pattern of a name, and the number of the row that it is in (`taken_apart`)."""

_Rows = dict[str, dict[int, list[int]]]
"""For each list, for each of its rows, which of the controls are in it."""

_Copy = tuple[str, list[int]]
"""The name of a list, and which of the controls are in a copy of a row of it."""


def in_rows(shown: Sequence[Shown], known: Collection[str]) -> InRows:
    """Return the controls of a document, with each copied row after its list's last.

    Of a row that somebody has copied its controls are there once more, in other places.
    The spare rows of its list are left out, and so is a copy that nobody has filled in,
    and an empty twin of what is filled in elsewhere. What is there twice in any other
    way is left as it is, and so are a whole document that is there twice and the names
    that are not `known`.
    """
    apart = [_apart(one.name, known) for one in shown]
    rows = _rows(apart)
    is_twice = _is_twice(shown, apart, known)
    copies = [] if is_twice else _copies(rows, shown)
    filled = [(listed, copy) for listed, copy in copies if _says(shown, copy)]
    left_out = {at for _listed, copy in copies for at in copy}
    left_out -= {at for _listed, copy in filled for at in copy}
    for listed in {listed for listed, _copy in filled}:
        for row in _spare(rows[listed], shown):
            left_out.update(rows[listed].pop(row))
    numbers = _numbers(rows, filled)
    named = {
        at: _numbered(one, *apart[at], numbers.get(at))
        for at, one in enumerate(shown)
        if at not in left_out
    }
    firsts = [named[copy[0]].name for _listed, copy in filled]
    return InRows(_without_empty_twins([*named.values()]), firsts, is_twice)


def _apart(name: str, known: Collection[str]) -> _Apart:
    return taken_apart(name) if name in known else (name, None)


def _rows(apart: Sequence[_Apart]) -> _Rows:
    rows: _Rows = defaultdict(lambda: defaultdict(list))
    for at, (pattern, row) in enumerate(apart):
        if row is not None:
            rows[pattern.partition(f"-{ROW}")[0]][row].append(at)
    return rows


def _spare(rows: dict[int, list[int]], shown: Sequence[Shown]) -> list[int]:
    """Return the rows at the end of a list in which nothing is written."""
    backwards = sorted(rows, reverse=True)
    return list(takewhile(lambda row: not _says(shown, rows[row]), backwards))


def _says(shown: Sequence[Shown], row: list[int]) -> bool:
    return any(shown[at].text for at in row)


def _numbers(rows: _Rows, copies: Sequence[_Copy]) -> dict[int, int]:
    """Return for each control in a row the number of the row, counted from 0.

    The copies come after the rows of their list.
    """
    ordered = {
        listed: [numbered[row] for row in sorted(numbered)]
        for listed, numbered in rows.items()
    }
    for listed, copy in copies:
        ordered[listed].append(copy)
    return {
        at: number
        for listed in ordered.values()
        for number, row in enumerate(listed)
        for at in row
    }


def _numbered(one: Shown, pattern: str, row: int | None, number: int | None) -> Shown:
    if row == number:
        return one
    return one._replace(name=pattern.replace(ROW, str(number), 1))


def _is_twice(
    shown: Sequence[Shown], apart: Sequence[_Apart], known: Collection[str]
) -> bool:
    """Say whether most fields that are in no row are there more than once."""
    names = [
        one.name
        for one, (_pattern, row) in zip(shown, apart, strict=True)
        if row is None and one.name in known and not one.name.startswith(NOT_DATA)
    ]
    once = set(names)
    return len(names) - len(once) > len(once) / 2


def _without_empty_twins(shown: list[Shown]) -> list[Shown]:
    """Leave out what is empty where another control of the name is not.

    A box that is not ticked is not empty: it says no.
    """
    filled = {one.name for one in shown if one.text and one.type != CHECK}
    return [
        one for one in shown if one.text or one.type == CHECK or one.name not in filled
    ]


def _copies(rows: _Rows, shown: Sequence[Shown]) -> list[_Copy]:
    """Return the rows that were copied, with their list, in the document's order."""
    copies = [
        (listed, copy)
        for listed, numbered in rows.items()
        for row in numbered.values()
        for copy in _copies_of(row, shown)
    ]
    return sorted(copies, key=lambda copy: copy[1][0])


def _copies_of(row: list[int], shown: Sequence[Shown]) -> Iterator[list[int]]:
    """Yield the copies in what has the number of one row, none when there is doubt.

    A copy may lack some controls, but not more than half, and no two share a place.
    """
    turns = _turns(row, shown)
    names = {shown[at].name for at in row}
    places = [{shown[at].place for at in turn} for turn in turns]
    is_row = [
        len({shown[at].name for at in turn}) == len(turn) >= len(names) / 2
        for turn in turns
    ]
    firsts = {shown[turn[0]].name for turn in turns}
    is_apart = sum(map(len, places)) == len(set().union(*places))
    if all(is_row) and is_apart and (len(firsts) == 1 or max(map(len, places)) == 1):
        yield from turns[1:]


def _turns(row: list[int], shown: Sequence[Shown]) -> list[list[int]]:
    """Return the controls of a row and of its copies, cut where a name comes again."""
    turns: list[list[int]] = []
    names: set[str] = set()
    for _place, together in groupby(row, key=lambda at: shown[at].place):
        group = list(together)
        here = {shown[at].name for at in group}
        if not turns or names & here:
            turns.append([])
            names = set()
        turns[-1] += group
        names |= here
    return turns
