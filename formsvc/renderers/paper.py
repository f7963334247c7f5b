"""How fields stand on paper: their boxes and rows, and what breaks across pages."""

from collections.abc import Mapping, Sequence
from typing import Any

from formsvc.formkit.view import FieldView, GroupView
from formsvc.i18n import _
from formsvc.writable import boxes

ONE_LINE = 7.8
"""Height of a one-line box, in mm: room for a pen (design/look: 8–9 mm a line)."""

PEN_LINE = 8.0
"""Height of a written line in a larger box, in mm."""

PAGE_HOLDS = 54
"""Lines of the tallest box that stands on one page with its label."""

MM = 72 / 25.4
"""Points in a millimetre."""

BRIEF = 320
"""Characters that look well in half a page's width."""


Cell = tuple[FieldView, float]
"""A field in a row, and its width in mm."""


def box_height(field: FieldView, width: float, lines: Mapping[str, int]) -> float:
    """Return the height in mm of a field's box that is `width` mm wide.

    As tall as a pen needs; a box for a long text has room for what the contract wants
    typed in it, and one of `lines` for so many.
    """
    within = width * MM - 2 * boxes.AROUND
    typed = min(lines.get(field.name, 0), PAGE_HOLDS)
    pen = ONE_LINE
    if is_long(field):
        typed = max(typed, boxes.lines_for(boxes.LONG_ROOM, within))
        pen = field.lines * PEN_LINE
    if not typed:
        return pen
    return round(max(pen, (boxes.height_for(typed) + 2 * boxes.AROUND) / MM + 0.1), 1)


def is_long(field: FieldView) -> bool:
    """Return whether a blank has several lines for a field."""
    return field.kind == "long" and field.lines > 1


def outgrown(cells: Sequence[Cell], lines: Mapping[str, int]) -> list[Cell]:
    """Return the cells whose text is longer than a page, so narrow as they are."""
    return [cell for cell in cells if lines.get(cell[0].name, 0) > PAGE_HOLDS]


def ingrown(cells: Sequence[Cell], lines: Mapping[str, int]) -> list[Cell]:
    """Return the other cells."""
    return [cell for cell in cells if lines.get(cell[0].name, 0) <= PAGE_HOLDS]


def taller(cells: Sequence[Cell], lines: Mapping[str, int]) -> bool:
    """Return whether a cell is taller than usual: labels then align, not boxes."""
    return any(cell[0].name in lines for cell in cells)


def ordinal(number: int) -> str:
    """Return which of several something is, in words as long as one says them so."""
    words = (
        _("Första"),
        _("Andra"),
        _("Tredje"),
        _("Fjärde"),
        _("Femte"),
        _("Sjätte"),
        _("Sjunde"),
        _("Åttonde"),
    )
    return words[number - 1] if number <= len(words) else f"{number}:e"


def lower_first(words: str) -> str:
    """Return words as they stand in a sentence: an abbreviation keeps its capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def filled_cells(cells: Sequence[tuple[FieldView, float]]) -> list[Any]:
    """Return the cells that tell something."""
    return [cell for cell in cells if cell[0].told]


def tall(cells: Sequence[tuple[FieldView, float]]) -> bool:
    """Return whether the cells may have to break across pages."""
    return any(len(str(field.value)) > 4 * BRIEF for field, _width in cells)


def brief(fields: Sequence[FieldView]) -> bool:
    """Return whether the fields look well side by side."""
    return all(len(field.shown) <= BRIEF for field in fields)


def long_area(area: GroupView) -> bool:
    """Return whether an area's card may be taller than a page."""
    written = sum(len(field.shown) for field in _leaves(area))
    return written > 5 * BRIEF


def _leaves(part: Any) -> list[FieldView]:
    if isinstance(part, FieldView):
        return [part]
    return [leaf for inner in part for leaf in _leaves(inner)]
