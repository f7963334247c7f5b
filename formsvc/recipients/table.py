"""Text into rows of cells: what was copied out of a sheet, or a CSV file."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from formsvc.errors import UnreadableError
from formsvc.formkit.text import clean_text
from formsvc.i18n import _

MOST_CHARACTERS = 400_000
"""Two hundred recipients with every cell full."""

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
    `UnreadableError` when it is more than any list of recipients.
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(_("Det är för mycket text för en lista med mottagare."))
    text = text.replace("\0", "").removeprefix("\ufeff")
    told = _SEPARATOR.match(text)
    body = text[told.end() :] if told else text
    first = 2 if told else 1
    rows = _rows(body, told[1] if told else _delimiter(body))
    lines = (
        Line(number, tuple(_cell(cell) for cell in row))
        for number, row in enumerate(rows, first)
    )
    return [line for line in lines if line.filled]


def _cell(written: str) -> str:
    cleaned = clean_text(written)
    return "" if _NOTHING.fullmatch(cleaned) else cleaned


def _delimiter(text: str) -> str:
    """Return what divides cells: a tab wherever there is one, else `;`, else `,`."""
    outside = "".join(text.split('"')[::2]) if text.count('"') % 2 == 0 else text
    return next((one for one in "\t;" if one in outside), ",")


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the cells of each row; a quotation mark that nothing ends is a sign."""
    try:
        return list(_read(text, delimiter, csv.QUOTE_MINIMAL))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]


def _read(text: str, delimiter: str, quoting: int) -> Iterator[list[str]]:
    file = io.StringIO(text, newline="")
    yield from csv.reader(file, delimiter=delimiter, quoting=quoting, strict=True)  # type: ignore[arg-type]
