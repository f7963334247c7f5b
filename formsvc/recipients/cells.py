"""The cells of one row into the fields of a recipient."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formsvc.formkit.persons import FAMILY
from formsvc.formkit.text import clean_line
from formsvc.i18n import _
from formsvc.recipients import words
from formsvc.recipients.headings import (
    COLUMNS,
    FIRST,
    LAST,
    NAME,
    POST,
    PRESCHOOL,
    SCHOOL,
)
from formsvc.recipients.places import put_together, taken_apart
from formsvc.recipients.table import Line

_PLACES = ("address", "postal_code", "town", POST)
_TICKS = ("consent_covers", "established_contact")
_ATTENTION = re.compile(r"att(?:n|ention)?\s*[:.]\s*", re.IGNORECASE)
_LABELS = dict(COLUMNS)


@dataclass(frozen=True, slots=True)
class Read:
    """The fields of one row, what is told of it, and what was set for it."""

    texts: dict[str, str]
    told: tuple[str, ...]
    kind_by_name: bool
    by_post: bool


def settled(fields: Sequence[str]) -> list[str]:
    """Return the fields of columns where a word that two fields share is one of them.

    A school is a unit beside a column of organisations, else the organisation itself.
    """
    if "organisation" in fields:
        beside = {SCHOOL: "unit", PRESCHOOL: "unit", NAME: "attention"}
        return [beside.get(field, field) for field in fields]
    if {SCHOOL, PRESCHOOL, "unit"} & set(fields):
        return ["attention" if field == NAME else field for field in fields]
    return list(fields)


def recipient(fields: Sequence[str], line: Line) -> Read:
    """Return the recipient of a row whose columns are `fields`."""
    written = [
        (field, cell)
        for field, cell in zip(fields, line.cells, strict=False)
        if field and cell
    ]
    texts = _names(written)
    places = [taken_apart(cell, field) for field, cell in written if field in _PLACES]
    texts |= put_together(places)
    told = (*_told(line, written), *_two_towns(line, texts))
    texts |= {
        field: words.ticked(cell) or "" for field, cell in written if field in _TICKS
    }
    by_name = not texts.get("kind") and _kind_by_name(written, texts)
    by_post = "channel" not in fields and _can_be_posted(texts)
    if by_post:
        texts["channel"] = "post"
    return Read({k: t for k, t in texts.items() if t}, told, by_name, by_post)


def _names(written: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the kind, the names and the choices of a row."""
    cells: dict[str, list[str]] = {}
    for field, cell in written:
        cells.setdefault(field, []).append(clean_line(cell))
    texts: dict[str, str] = {
        field: ", ".join(cells[field])
        for field in ("kind", "organisation", "unit", "attention", "channel")
        if field in cells
    }
    if person := cells.get(FIRST, []) + cells.get(LAST, []):
        told = [texts["attention"]] if texts.get("attention") else []
        texts["attention"] = ", ".join([" ".join(person), *told])
    texts["kind"] = words.kind_of(texts.get("kind", ""))
    for shared in (NAME, SCHOOL, PRESCHOOL):
        if shared in cells:
            _add(texts, _whose(texts["kind"]), ", ".join(cells[shared]))
    texts["attention"] = _ATTENTION.sub("", texts.get("attention", ""), count=1)
    texts["channel"] = words.channel_of(texts.get("channel", ""))
    protected = ", ".join(cells.get("protected_identity", []))
    texts["protected_identity"] = words.protected_of(protected)
    return texts


def _whose(kind: str) -> str:
    """Return the field of a name that says no more than that it is one."""
    return "attention" if kind in FAMILY else "organisation"


def _add(texts: dict[str, str], field: str, text: str) -> None:
    texts[field] = ", ".join(filter(None, (texts.get(field, ""), text)))


def _kind_by_name(written: Sequence[tuple[str, str]], texts: dict[str, str]) -> bool:
    """Set the kind that the name or the heading says; return whether one does."""
    named = (texts.get("organisation", ""), texts.get("unit", ""))
    kind = words.kind_by_name(*named)
    headed = {field for field, _cell in written} & {SCHOOL, PRESCHOOL}
    if not kind and len(headed) == 1:
        kind = headed.pop()
    texts["kind"] = kind
    return bool(kind)


def _can_be_posted(texts: dict[str, str]) -> bool:
    """Return whether there is an address, of someone who is not protected."""
    whole = all(texts.get(key) for key in ("address", "postal_code", "town"))
    return whole and texts.get("protected_identity") in ("", "none")


def _two_towns(line: Line, texts: dict[str, str]) -> Iterator[str]:
    """Yield what no rule of a town can see: that two cells name different ones."""
    if " / " in texts.get("town", ""):
        yield _("Rad {row} har två orter: {towns}. Behåll den rätta.").format(
            row=line.number, towns=texts["town"]
        )


def _told(line: Line, written: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield what a box cannot hold: it is ticked or not."""
    for field, cell in written:
        if field in _TICKS and words.ticked(cell) is None:
            yield _(
                "Rad {row}: ”{text}” under {label} är varken ja eller nej, och rutan "
                "är inte ikryssad."
            ).format(row=line.number, text=clean_line(cell), label=_LABELS[field])
