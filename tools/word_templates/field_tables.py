"""Fields beside each other: a table with their labels, their boxes, lines for pens."""

from dataclasses import dataclass

from formsvc.i18n import _
from formsvc.word.controls import CHECK, LONG, Control
from tools.word_templates.boxes import Controls
from tools.word_templates.drawings import Drawings
from tools.word_templates.lengths import TEXT_WIDTH, shared, twips
from tools.word_templates.list_rows import row_of
from tools.word_templates.look import ONE_LINE, PEN_LINE, PLAIN, Frame
from tools.word_templates.paragraphs import paragraph, said, when
from tools.word_templates.parts import Beside, Boxes, Cell, Pens
from tools.word_templates.tables import (
    ALL,
    Sides,
    Words,
    box_cell,
    cell,
    gap,
    header_row,
    label_cell,
    row,
    table,
)

LARGE, USUAL, SMALL = 13.0, 10.5, 9.5
"""Sizes of what is typed, in points: large is the child's name."""

FEW = 4
"""Columns in which one types in the usual size."""

TWO_PEN_LINES = 13.5
"""Height in mm of a row with long texts in narrow columns."""

WHEEL = 48.0
"""Width of the column with the wheel, and its least height; in mm."""

WHOLE_LINE = 0.9
"""The share of the page's width from which a table takes all of it."""

KEEP = "<w:keepNext/>"


@dataclass
class Standing:
    """Where in a document something stands.

    `keep` says that it stays on the page of what comes next.
    """

    heading: str = ""
    frame: Frame = PLAIN
    in_area: bool = False
    keep: bool = False


class FieldTables:
    """Writes tables of fields, where the document stands."""

    def __init__(self, controls: Controls, at: Standing) -> None:
        """Write with `controls`, at a place that others move."""
        self._controls = controls
        self._at = at

    def boxes(self, part: Boxes) -> str:
        """Return fields beside each other, and lines for pens below them."""
        cells, frame = part.cells, self._at.frame
        widths = shared([each.width for each in cells], self._whole_width(cells))
        written = self._box_row(part, widths)
        labelled = any(each.label or each.hints for each in cells)
        if labelled:
            written = _labels(cells, widths, frame) + written
        if part.pens:
            pens = [
                _pen_cell(width, words)
                for width, words in zip(widths, part.pens, strict=True)
            ]
            written += row(pens, whole=True)
        told = self._words(part)
        return table(widths, written, told, frame, header=labelled) + self._gap()

    def beside(self, part: Beside, drawings: Drawings) -> str:
        """Return a long text with the wheel at its right, in a table of two columns."""
        widths = [TEXT_WIDTH - WHEEL, WHEEL]
        name = _("Barnets bästa-hjulet")
        labels = header_row(
            [
                label_cell(widths[0], part.cell.label, part.cell.hints, PLAIN),
                label_cell(widths[1], name, (), PLAIN, right=True),
            ]
        )
        picture = paragraph("Bild", drawings.wheel(), '<w:jc w:val="right"/>')
        box = self._box(part.cell, widths[0], USUAL, ALL, "top")
        cells = [box, cell(widths[1], picture, margins=(0, 60, 0, 0))]
        told = Words(self._at.heading, _("Ett fält att fylla i, med hjulet bredvid."))
        written = labels + row(cells, twips(WHEEL))
        return table(widths, written, told, PLAIN, header=True) + self._gap()

    def pens(self, part: Pens) -> str:
        """Return lines for pens beside each other."""
        widths = [width for _words, width in part.lines]
        cells = [_pen_cell(width, words) for words, width in part.lines]
        told = Words(_("Underskrift"), _("Rader för penna."))
        written = row(cells, whole=True)
        return table(widths, written, told, PLAIN, header=False) + self._gap()

    def _gap(self) -> str:
        return gap(KEEP if self._at.keep else "")

    def _whole_width(self, cells: tuple[Cell, ...]) -> float:
        """Return how wide a table is in mm: a short field does not take all of it."""
        told = sum(each.width for each in cells)
        short = told < TEXT_WIDTH * WHOLE_LINE and not self._at.frame.ground
        return told if short else TEXT_WIDTH

    def _box_row(self, part: Boxes, widths: list[float]) -> str:
        size = USUAL if len(part.cells) <= FEW else SMALL
        align = "top" if any(_is_long(each) for each in part.cells) else "center"
        keep = KEEP if self._at.keep or part.pens else ""
        sides = _sides(len(part.cells), self._at.frame)
        boxes = [
            self._box(each, width, size, edges, align, keep)
            for each, width, edges in zip(part.cells, widths, sides, strict=True)
        ]
        tall = max(self._height(each, part) for each in part.cells)
        return row(boxes, twips(tall), whole=tall <= TWO_PEN_LINES)

    def _height(self, each: Cell, part: Boxes) -> float:
        """Return how tall a box is in a blank, in mm."""
        if not each.field or not _is_long(each):
            return ONE_LINE
        if part.row_of:
            return TWO_PEN_LINES if len(part.cells) > FEW else ONE_LINE
        return max(each.field.lines, 1) * PEN_LINE

    def _box(
        self,
        each: Cell,
        width: float,
        size: float,
        sides: Sides,
        align: str,
        keep: str = "",
    ) -> str:
        assert each.field
        control = each.field.control
        size, bold = self._letters(control, size)
        style = "Falttext" if size >= USUAL else "Faltsmatt"
        if control.sort == CHECK:
            style = "Kryssruta"
        inner = self._controls.control(control, width, size, bold=bold)
        content = paragraph(style, inner, keep)
        if self._at.in_area and control.sort == LONG and not row_of(each):
            content += when("tom", paragraph("Pennplats", ""))
        return box_cell(width, content, self._at.frame, sides, align)

    def _letters(self, control: Control, size: float) -> tuple[float, bool]:
        """Return the size of what is typed, and whether it is bold.

        So are the child's name, and the telephone of who is to be called.
        """
        if control.tag == "child-name":
            return LARGE, True
        return size, control.tag.endswith("-phone") and bool(self._at.frame.ground)

    def _words(self, part: Boxes) -> Words:
        """Return what is read of a table: where it stands, and what it asks for."""
        heading = self._at.heading
        labels = ", ".join(each.label or heading for each in part.cells)
        about = _("Fält att fylla i: {labels}.")
        if part.row_of:
            about = _("Lista att fylla i: {labels}.")
        return Words(heading, about.format(labels=labels))


def _labels(cells: tuple[Cell, ...], widths: list[float], frame: Frame) -> str:
    return header_row(
        [
            label_cell(width, each.label, each.hints, frame)
            for each, width in zip(cells, widths, strict=True)
        ]
    )


def _is_long(each: Cell) -> bool:
    return each.field is not None and each.field.control.sort == LONG


def _pen_cell(width: float, words: str) -> str:
    """Return the cell of a line for a pen, with what belongs on it below."""
    style = "Pennrad" if words else "Ledtext"
    return cell(width, said(style, words), margins=(0, 0, 0, 120), align="bottom")


def _sides(count: int, frame: Frame) -> list[Sides]:
    """Return where each box of a row has an edge of its own."""
    if not frame.ground:
        return [ALL] * count
    return [("top", *(("left",) if place else ())) for place in range(count)]
