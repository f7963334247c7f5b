"""The row of a list is repeated, as text: compiled once, it serves all numbers of rows.

Jinja has been there before: it can tell no row from another.
"""

from collections.abc import Iterator, Mapping, Sequence

from formsvc.i18n import _
from formsvc.word import environment
from formsvc.word.cutting import MARK
from formsvc.word.faults import UnusableError
from formsvc.word.slots import Filling, Here, ListRow, Moved, RowSlot, Slot

_FIRST = Here()


def moved(rows: Sequence[ListRow], counts: Mapping[str, int]) -> list[Moved]:
    """Return how far numbers go on after none of `rows`, after one, after two."""
    found = [Moved()]
    for row in rows:
        more, last = counts[row.listed] - 1, found[-1]
        found.append(
            Moved(
                last.controls + more * row.controls,
                last.drawings + more * row.drawings,
            )
        )
    return found


def pieces(
    text: Sequence[str],
    slots: Sequence[Slot],
    filling: Filling,
    counts: Mapping[str, int],
) -> Iterator[str]:
    """Yield a part piece by piece: fixed `text`, and `slots` with what fills them."""
    yield text[0]
    place = 0
    while place < len(slots):
        slot = slots[place]
        if isinstance(slot, RowSlot):
            end = _end(slots, slot, place)
            inside = text[place + 1 : end + 1], slots[place + 1 : end]
            yield from _rows(*inside, filling, slot.row, counts[slot.row.listed])
            place = end
        else:
            yield slot.text(filling, _FIRST)
        yield text[place + 1]
        place += 1


def _end(slots: Sequence[Slot], begins: RowSlot, begin: int) -> int:
    """Return where the row ends that `begins` there: no other is between."""
    for place in range(begin + 1, len(slots)):
        slot = slots[place]
        if isinstance(slot, RowSlot):
            if begins.begins and not slot.begins and slot.row is begins.row:
                return place
            break
    raise broken()


def _rows(
    text: Sequence[str],
    slots: Sequence[Slot],
    filling: Filling,
    row: ListRow,
    count: int,
) -> Iterator[str]:
    for number in range(count):
        step = Moved(number * row.controls, number * row.drawings)
        here = Here(number, step)
        yield text[0]
        for slot, after in zip(slots, text[1:], strict=True):
            yield slot.text(filling, here)
            yield after


def demand_rows(text: str, slots: Sequence[Slot]) -> None:
    """Raise `UnusableError` when Jinja begins in a row and ends outside, or not so."""
    parts = text.split(MARK)
    begin = 0
    for place, number in enumerate(parts[1::2]):
        slot = slots[int(number)]
        if isinstance(slot, RowSlot):
            if slot.begins:
                begin = place
                continue
            row = MARK.join(parts[2 * begin + 2 : 2 * place + 1])
            if environment.is_template(row):
                environment.compiled(row)


def broken() -> UnusableError:
    """Return that Jinja has left half of something."""
    return UnusableError(_("Jinja står så att dokumentet går sönder"))
