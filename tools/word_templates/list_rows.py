"""A row of a list, where it is several rows of fields on paper.

It becomes one row of a table when that is wide enough, else a block of its own: its
heading is numbered by Word, and what belongs to it goes from its first field to its
last, so that the service can repeat it.
"""

import re
from collections.abc import Iterator, Mapping

from tools.word_templates.parts import Block, Boxes, Cell, Field, Note, Part, Pens

FLAT = {
    "measures": (44, 29, 29, 20, 18, 18, 16),
    "parties": (38, 38, 32, 32, 34),
}
"""The lists that become one row: widths in mm, in the order of the form."""

BETWEEN = " · "
"""What stands between the words that may be chosen."""

_ROW = re.compile(r"(?P<list>(?:.*-)?[a-z_]+)-0(?:-|$)")


def row_of(cell: Cell) -> str:
    """Return the name of the list whose first row a cell is in, or nothing."""
    found = _ROW.match(cell.field.control.tag) if cell.field else None
    return found["list"] if found else ""


def list_row(parts: tuple[Part, ...], fields: Mapping[str, Field]) -> Iterator[Part]:
    """Yield the row of a list that `parts` are, or the parts when they are none."""
    cells = [cell for part in parts if isinstance(part, Boxes) for cell in part.cells]
    listed = row_of(cells[0]) if cells else ""
    widths = FLAT.get(listed.rsplit("-", 1)[-1])
    if widths:
        yield _one_row(listed, cells, widths, list(fields))
    elif listed:
        yield from _helped(cells)
        yield Block(_name(cells[0]), _signed(tuple(_brief(part) for part in parts)))
    else:
        yield from parts


def _one_row(
    listed: str, cells: list[Cell], widths: tuple[int, ...], order: list[str]
) -> Boxes:
    in_order = sorted(cells, key=lambda cell: order.index(_tag(cell)))
    pairs = zip(in_order, widths, strict=True)
    return Boxes(tuple(cell._replace(width=mm) for cell, mm in pairs), listed)


def _tag(cell: Cell) -> str:
    assert cell.field
    return cell.field.control.tag


def _name(cell: Cell) -> str:
    """Return what one row is called: `Mottagare`, of `Mottagare 1, Slag`."""
    assert cell.field
    return cell.field.control.human.rsplit(" 1,")[0]


def _helped(cells: list[Cell]) -> Iterator[Note]:
    """Yield what helps to fill in a block, to be said once, before all of them."""
    for cell in cells:
        yield from (Note(hint) for hint in cell.hints if BETWEEN not in hint)


def _brief(part: Part) -> Part:
    """Return boxes that say no more than what may be chosen."""
    if not isinstance(part, Boxes):
        return part
    cells = [
        cell._replace(hints=tuple(hint for hint in cell.hints if BETWEEN in hint))
        for cell in part.cells
    ]
    return part._replace(cells=tuple(cells))


def _signed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts of a block with the lines for pens below its last boxes.

    The line that somebody signs on is the broader one, at the right.
    """
    *others, boxes, pens = parts
    if not isinstance(pens, Pens) or not isinstance(boxes, Boxes):
        return parts
    words = [line[0] for line in sorted(pens.lines, key=lambda line: line[1])]
    gaps = [""] * (len(boxes.cells) - len(words))
    return (*others, boxes._replace(pens=(words[0], *gaps, *words[1:])))
