"""The controls of a Word document as fields: rows that were copied, choices, dates."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from formsvc.findings import Finding
from formsvc.formkit.dates import read_date
from formsvc.formkit.fields import ChoiceField
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import ROW, fields_at, taken_apart
from formsvc.readers import word_doubts
from formsvc.readers.names import NOT_DATA

DATE = "date"

_NO_CHOICE = ("\N{EN DASH}", "\N{EM DASH}", "-")
"""What a choice shows that has been taken back."""

_DAY = len("2026-12-15")


class Shown(NamedTuple):
    """A control: the name of its field, its type, and the text that it shows.

    `place` numbers the row of a table, or the paragraph, that it stands in. `other` is
    the value that its own list has for the words of a choice, or the time that the
    calendar of a date has. `strange` says that something in it could not be read.
    """

    name: str
    type: str
    text: str
    place: int
    other: str | None
    strange: bool


class InRows(NamedTuple):
    """Controls whose rows are numbered without gaps, and the rows that were copied.

    These are told by the name of their first control.
    """

    shown: list[Shown]
    copied: list[str]


def in_rows(shown: Sequence[Shown]) -> InRows:
    """Return the controls of a document, with each copied row after its list's last.

    Of a row that somebody has copied every control is there once more, in other places.
    The spare rows of its list are left out, and so is a copy that nobody has filled in.
    What is there twice in any other way is left as it is, and so is a whole document
    that is there twice.
    """
    apart = [taken_apart(one.name) for one in shown]
    rows = _rows(apart)
    copies = [] if _is_twice(shown, apart) else _copies(rows, shown)
    filled = [(listed, copy) for listed, copy in copies if _says(shown, copy)]
    left_out = {at for _listed, copy in copies for at in copy}
    left_out -= {at for _listed, copy in filled for at in copy}
    for listed in {listed for listed, _copy in filled}:
        for row in _spare(rows, listed, shown):
            left_out.update(rows.pop(row))
    numbers, counts = _numbers(rows)
    for listed, copy in filled:
        numbers.update(dict.fromkeys(copy, counts[listed]))
        counts[listed] += 1
    named = {
        at: _numbered(one, *apart[at], numbers.get(at))
        for at, one in enumerate(shown)
        if at not in left_out
    }
    firsts = [copy[0] for _listed, copy in filled]
    return InRows([*named.values()], [named[first].name for first in firsts])


def decided(kind: Kind, name: str, shown: Shown) -> tuple[str, Finding | None]:
    """Return the text for the field `name` of a kind, and what there is to doubt.

    What a person sees counts. Only when that is not understood does what Word keeps
    beside it: the day of the calendar, or the value of an older form's words.
    """
    if shown.type == DATE and shown.text:
        return _dated(name, shown)
    field = fields_at(kind.form).get(taken_apart(name)[0])
    if not isinstance(field, ChoiceField):
        return shown.text, None
    if shown.text.strip() in _NO_CHOICE:
        return "", None
    is_known = field.normal(shown.text) in dict(field.vocabulary)
    return shown.text if is_known or shown.other is None else shown.other, None


def _dated(name: str, shown: Shown) -> tuple[str, Finding | None]:
    kept = _day(shown.other)
    if kept is None or shown.text == kept.isoformat():
        return shown.text, None
    seen = read_date(shown.text)
    if seen is None:
        return kept.isoformat(), word_doubts.on_no_date(name, shown.text, kept)
    if seen != kept:
        return shown.text, word_doubts.on_two_dates(name, seen, kept)
    return shown.text, None


def _day(written: str | None) -> date | None:
    """Return the day of a time as Word writes it, `2026-12-15T00:00:00Z`."""
    return read_date(written[:_DAY]) if written else None


_Apart = tuple[str, int | None]
"""The pattern of a name, and the number of the row that it is in (`taken_apart`)."""

_Row = tuple[str, int]
"""The name of a list, and the number of one of its rows."""


def _rows(apart: Sequence[_Apart]) -> dict[_Row, list[int]]:
    """Return for each row which of the controls are in it."""
    rows: dict[_Row, list[int]] = defaultdict(list)
    for at, (pattern, row) in enumerate(apart):
        if row is not None:
            rows[pattern.partition(f"-{ROW}")[0], row].append(at)
    return rows


def _spare(
    rows: dict[_Row, list[int]], listed: str, shown: Sequence[Shown]
) -> list[_Row]:
    """Return the rows at the end of a list in which nothing is written."""
    of_list = sorted((row for row in rows if row[0] == listed), reverse=True)
    return list(takewhile(lambda row: not _says(shown, rows[row]), of_list))


def _says(shown: Sequence[Shown], row: list[int]) -> bool:
    return any(shown[at].text for at in row)


def _numbers(
    rows: dict[_Row, list[int]],
) -> tuple[dict[int, int], Counter[str]]:
    """Return for each control in a row the number of the row, counted from 0.

    Beside them stands how many rows each list has.
    """
    numbers: dict[int, int] = {}
    count: Counter[str] = Counter()
    for listed, row in sorted(rows):
        numbers.update(dict.fromkeys(rows[listed, row], count[listed]))
        count[listed] += 1
    return numbers, count


def _numbered(one: Shown, pattern: str, row: int | None, number: int | None) -> Shown:
    if row == number:
        return one
    return one._replace(name=pattern.replace(ROW, str(number), 1))


def _is_twice(shown: Sequence[Shown], apart: Sequence[_Apart]) -> bool:
    """Say whether a field that is in no row is there more than once."""
    names = [
        one.name
        for one, (_pattern, row) in zip(shown, apart, strict=True)
        if row is None and not one.name.startswith(NOT_DATA)
    ]
    return len(set(names)) < len(names)


def _copies(
    rows: dict[_Row, list[int]], shown: Sequence[Shown]
) -> list[tuple[str, list[int]]]:
    """Return the rows that were copied, with their list, in the document's order."""
    copies = [
        (listed, copy)
        for (listed, _number), row in rows.items()
        for copy in _copies_of(row, shown)
    ]
    return sorted(copies, key=lambda copy: copy[1][0])


def _copies_of(row: list[int], shown: Sequence[Shown]) -> Iterator[list[int]]:
    by_name: dict[str, list[int]] = defaultdict(list)
    for at in row:
        by_name[shown[at].name].append(at)
    if len({len(places) for places in by_name.values()}) != 1:
        return
    turns = [sorted(turn) for turn in zip(*by_name.values(), strict=True)]
    places = [{shown[at].place for at in turn} for turn in turns]
    if sum(map(len, places)) == len(set().union(*places)):
        yield from turns[1:]
