"""Text into rows of cells: what was copied out of a sheet, or a CSV file."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from formsvc.errors import UnreadableError
from formsvc.formkit.text import clean_text
from formsvc.i18n import _

MOST_CHARACTERS = 400_000
"""Two hundred recipients with every cell full."""

MOST_ROWS = 2_000
"""Rows that are read: an address book may have so many, an invitation far fewer."""

MOST_CELLS = 50
"""Columns that are read."""

_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—.\s]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table. `number` is that of the row from 1, as in a spreadsheet."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        """The cells that say something."""
        return [cell for cell in self.cells if cell]


def lines_of(text: str) -> list[Line]:
    """Return the rows in which something is written, every cell cleaned.

    A cell of nothing but dashes is empty. Line breaks within a cell stay. Raises
    `UnreadableError` when it is more than any list of recipients, as soon as that is
    seen.
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(_("Det är för mycket text för en lista med mottagare."))
    text = text.replace("\0", "").removeprefix("\ufeff")
    told = _SEPARATOR.match(text)
    body = text[told.end() :] if told else text
    first = 2 if told else 1
    rows = _rows(body, told[1] if told else _delimiter(body))
    lines: list[Line] = []
    for number, row in enumerate(rows, first):
        written = [n for n, cell in enumerate(row, 1) if not _NOTHING.fullmatch(cell)]
        if written:
            _demand_room(number, written[-1], lines)
            lines.append(Line(number, tuple(map(_cell, row[:MOST_CELLS]))))
    return [line for line in lines if line.filled]


def _demand_room(number: int, cells: int, before: list[Line]) -> None:
    """Raise `UnreadableError` when there are too many rows, or cells in one."""
    if len(before) == MOST_ROWS:
        raise UnreadableError(
            _("Det är fler än {most} rader, och så många läses inte.").format(
                most=MOST_ROWS
            )
        )
    if cells > MOST_CELLS:
        raise UnreadableError(
            _(
                "Rad {row} har fler än {most} kolumner. Ta bara med dem som hör till "
                "mottagarna."
            ).format(row=number, most=MOST_CELLS)
        )


def _cell(written: str) -> str:
    cleaned = clean_text(written)
    return "" if _NOTHING.fullmatch(cleaned) else cleaned


def _delimiter(text: str) -> str:
    """Return what divides cells: a tab wherever there is one, else `;`, else `,`."""
    outside = "".join(text.split('"')[::2]) if text.count('"') % 2 == 0 else text
    return next((one for one in "\t;" if one in outside), ",")


def _rows(text: str, delimiter: str) -> Iterable[list[str]]:
    """Return the cells of each row; a quotation mark that nothing ends is a sign."""
    try:
        return list(_read(text, delimiter, csv.QUOTE_MINIMAL))
    except csv.Error:
        return (line.split(delimiter) for line in text.splitlines())


def _read(text: str, delimiter: str, quoting: int) -> Iterator[list[str]]:
    file = io.StringIO(text, newline="")
    yield from csv.reader(file, delimiter=delimiter, quoting=quoting, strict=True)  # type: ignore[arg-type]
