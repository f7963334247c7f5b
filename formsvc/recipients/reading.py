"""A table that someone copied out of a spreadsheet, into recipients.

What can be understood is; the rest is kept as it is typed, so that the ordinary rules
tell of it by row and field. What has no place at all stops everything, by its row.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formsvc.errors import UnreadableError
from formsvc.i18n import _
from formsvc.recipients import cells
from formsvc.recipients.decoding import decoded
from formsvc.recipients.headings import COLUMNS, fields_of, heading_in, in_order
from formsvc.recipients.table import Line, lines_of
from formsvc.recipients.words import plain

MOST_TOLD = 20
"""Rows that are told of one by one."""

_SUM = re.compile(r"(?:del)?summa|totalt?|antal|sum|total")


@dataclass(frozen=True, slots=True)
class Recipient:
    """One recipient: names of its fields and their texts, and the row it stood in."""

    line: int
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table holds. `told` is what was left out or taken to mean something.

    With `faults` there are no recipients: they say which rows have no place, and why.
    """

    recipients: tuple[Recipient, ...] = ()
    told: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def read_file(raw: bytes) -> Sheet:
    """Return what a CSV file holds; what it cannot be read for is among the faults."""
    try:
        return read_text(decoded(raw))
    except UnreadableError as error:
        return Sheet(faults=(str(error),))


def read_text(text: str) -> Sheet:
    """Return what a pasted table holds: divided by tabs, `;` or `,`.

    With headings in any order, or without in the order of `COLUMNS`.
    """
    try:
        lines = lines_of(text)
    except UnreadableError as error:
        return Sheet(faults=(str(error),))
    if not lines:
        return Sheet(
            faults=(_("Här finns inga rader. Kopiera cellerna en gång till."),)
        )
    place = heading_in(lines)
    if place is not None:
        return _with_headings(lines, place)
    if in_order(lines):
        return _without_headings(lines)
    return Sheet(faults=(_unknown_columns(lines[0]),))


def _unknown_columns(first: Line) -> str:
    return _(
        "Det går inte att se vad kolumnerna är: rad {row} ser inte ut som rubriker. Ta "
        "med rubrikraden, till exempel Slag, Organisation, Adress, Postnummer, Ort. "
        "Utan rubriker ska kolumnerna stå så här: {order}."
    ).format(row=first.number, order=", ".join(label.lower() for _f, label in COLUMNS))


def _without_headings(lines: Sequence[Line]) -> Sheet:
    return _sheet([field for field, _label in COLUMNS], lines, [])


def _with_headings(lines: Sequence[Line], place: int) -> Sheet:
    heading = lines[place]
    fields = cells.settled(fields_of(heading))
    told = [
        _("Rad {row} är en titel och är inte med: {text}").format(
            row=line.number, text=line.filled[0]
        )
        for line in lines[:place]
    ]
    unused = [
        cell
        for cell, field in zip(heading.cells, fields, strict=True)
        if cell and not field
    ]
    if unused:
        told.append(
            _("Kolumner som inbjudan inte har plats för är inte med: {names}.").format(
                names=", ".join(" ".join(name.split()) for name in unused)
            )
        )
    below = [one for one in lines[place + 1 :] if one.cells != heading.cells]
    return _sheet(fields, below, told)


def _sheet(fields: Sequence[str], lines: Sequence[Line], told: list[str]) -> Sheet:
    kept = [line for line in lines if not _is_sum(line)]
    told += [
        _("Rad {row} är en summa och är inte med.").format(row=line.number)
        for line in lines
        if _is_sum(line)
    ]
    if faults := _outside(fields, kept):
        return Sheet(faults=faults)
    if not kept:
        return Sheet(faults=(_("Under rubrikerna finns inga rader."),))
    read = [cells.recipient(fields, line) for line in kept]
    return Sheet(
        tuple(
            Recipient(line.number, one.texts)
            for line, one in zip(kept, read, strict=True)
        ),
        (*told, *shortened(text for one in read for text in one.told), *_taken(read)),
    )


def _taken(read: Sequence[cells.Read]) -> Iterable[str]:
    """Yield what was taken to mean something without being written."""
    if kinds := sum(one.kind_by_name for one in read):
        yield _("Slag är satt efter namn eller rubrik. Rader: {count}.").format(
            count=kinds
        )
    if posted := sum(one.by_post for one in read):
        yield _(
            "Skickas är satt till vanlig post där adressen är hel. Rader: {count}."
        ).format(count=posted)


def _is_sum(line: Line) -> bool:
    """Return whether a row counts the others: figures, and a word that says so."""
    words = [re.sub(r"[\d ]+(?:st)?$", "", plain(cell)) for cell in line.filled]
    others = [word for word in words if word]
    return len(others) <= 1 and all(_SUM.fullmatch(word) for word in others)


def _outside(fields: Sequence[str], lines: Sequence[Line]) -> tuple[str, ...]:
    """Return which rows have cells beside every column."""
    return shortened(
        _(
            "Rad {row} har fler celler än det finns kolumner: ”{text}” har ingen "
            "plats. Ta bort cellen, eller ge kolumnen en rubrik."
        ).format(row=line.number, text=next(filter(None, line.cells[len(fields) :])))
        for line in lines
        if any(line.cells[len(fields) :])
    )


def shortened(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the first of `texts`, and how many more there are."""
    every = tuple(texts)
    left = len(every) - MOST_TOLD
    if left <= 0:
        return every
    return (*every[:MOST_TOLD], _("… och {count} till.").format(count=left))
