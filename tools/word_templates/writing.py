"""Writes the parts of a form as WordprocessingML."""

from collections.abc import Callable, Iterable

from formsvc.i18n import _
from formsvc.word.controls import CHECK, LONG, Control
from tools.word_templates import drawings
from tools.word_templates.boxes import Controls
from tools.word_templates.lengths import TEXT_WIDTH, shared, twips
from tools.word_templates.look import (
    ONE_LINE,
    PEN_LINE,
    PLAIN,
    Colours,
    Frame,
    frame_of,
)
from tools.word_templates.paragraphs import (
    paragraph,
    run,
    said,
    tab,
    when,
)
from tools.word_templates.parts import (
    Beside,
    Block,
    Boxes,
    Cell,
    Dated,
    Fixed,
    Group,
    Heading,
    Label,
    Line,
    Note,
    Part,
    Pens,
    Text,
    Tick,
    Ticks,
    When,
)
from tools.word_templates.tables import (
    ALL,
    GAP,
    Words,
    box_cell,
    cell,
    header_row,
    label_cell,
    row,
    table,
)
from tools.word_templates.ticks import tick_places

LARGE, USUAL, SMALL = 13.0, 10.5, 9.5
"""Size of what is typed, in points: small in tables of more than four columns."""

ROW_OF_MANY = 16.5
"""Height in mm of a row with long texts in narrow columns: two lines for a pen."""

AREA_LINES = 1.6
"""How much taller a box is in an area, that has a page of its own."""

WHEEL = 48.0
"""Width of the column with the wheel, in mm."""

BULLETS = 1
"""The number of the list of bullets; those of blocks come after it."""


class Writer:
    """Writes parts one after another."""

    def __init__(self, colours: Colours) -> None:
        """Begin a document in the colours of its kind."""
        self.controls = Controls()
        self.drawings = drawings.Drawings()
        self.blocks: list[str] = []
        self._colours = colours
        self._frame = PLAIN
        self._heading = ""
        self._in_area = False
        self._keep = False

    def body(self, parts: Iterable[Part]) -> str:
        """Return what stands in the body for `parts`."""
        written = "".join(self.written(part) for part in parts)
        return written

    def written(self, part: Part) -> str:
        """Return what stands in the body for a part."""
        writers: dict[type, Callable[..., str]] = {
            Heading: self._write_heading,
            Note: lambda part: said("Hjalptext", part.text, "<w:keepNext/>"),
            Label: lambda part: said("Ledtext", part.text, "<w:keepNext/>"),
            Dated: lambda part: paragraph("Datumrad", run(part.text + " ") + tab()),
            Boxes: self._boxes,
            Beside: self._beside,
            Ticks: self._ticks,
            Tick: self._tick,
            Pens: self._pens,
            Line: lambda _part: paragraph("Skrivlinje", ""),
            Text: self._text,
            Fixed: self._fixed,
            Group: self._group,
            Block: self._block,
            When: lambda part: when(part.condition, self.body(part.parts)),
        }
        return writers[type(part)](part)

    def _write_heading(self, part: Heading) -> str:
        self._heading = part.text
        fresh = "<w:pageBreakBefore/>" if part.fresh else ""
        above = 120 if part.area and not part.fresh else 0
        space = f'<w:spacing w:before="{above}"/>' if part.fresh or above else ""
        if not part.area:
            return said(f"Rubrik{part.level}", part.text, fresh + space)
        self._in_area = True
        return drawings.area_heading(
            self.drawings, part.area, part.text, fresh, space
        )

    def _text(self, part: Text) -> str:
        runs = "".join(run(text, "<w:b/>" if bold else "") for text, bold in part.pieces)
        words = part.pieces[0][0]
        if words.startswith("{%p"):
            return said("Villkor", words)
        return paragraph("Faktapunkt" if part.bullet else "Faktatext", runs)

    def _fixed(self, part: Fixed) -> str:
        heading, *rest = part.parts
        assert isinstance(heading, Heading)
        self._heading = heading.text
        written = said("Faktarubrik", heading.text) + self.body(rest)
        return written + paragraph("Faktaslut", "") + GAP

    def _group(self, part: Group) -> str:
        self._frame = PLAIN
        if part.frame:
            self._frame = frame_of(part.frame, part.area, self._colours)
        if part.frame == "child":
            self._heading = _("Barnet")
        if part.frame == "panel":
            self._in_area = False
        if not part.frame:
            return self._together(part.parts, last=True)
        written = self._together(part.parts)
        self._frame = PLAIN
        return GAP + written if part.frame != "panel" else written

    def _block(self, part: Block) -> str:
        """Write a row that is more than a row: a numbered heading and its tables."""
        self.blocks.append(part.title)
        self._heading = part.title
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{BULLETS + len(self.blocks)}"/></w:numPr>'
        return said("Radrubrik", part.title, number) + self._together(part.parts)

    def _together(self, parts: tuple[Part, ...], *, last: bool = False) -> str:
        """Write parts that stay on one page as far as they can, the `last` one too."""
        self._keep = True
        written = self.body(parts[:-1])
        self._keep = last and isinstance(parts[-1], Boxes) and bool(parts[-1].row_of)
        if self._keep:
            written += self.written(parts[-1])
            self._keep = False
            return written
        return written + self.written(parts[-1])

    def _ticks(self, part: Ticks) -> str:
        """Write a choice of several: boxes in columns, told row by row."""
        places = tick_places([words for _control, words in part.boxes], part.columns)
        columns = len(places)
        stops = "".join(
            f'<w:tab w:val="left" w:pos="{twips(place)}"/>' for place in places[1:]
        )
        rows = [
            part.boxes[start : start + columns]
            for start in range(0, len(part.boxes), columns)
        ]
        lines = [
            tab().join(self._ticked(control, words) for control, words in boxes)
            for boxes in rows
        ]
        return "".join(
            (
                said("Ledtext", part.label, "<w:keepNext/>"),
                *(said("Hjalptext", hint, "<w:keepNext/>") for hint in part.hints),
                *(
                    paragraph("Kryss", line, f"<w:tabs>{stops}</w:tabs>")
                    for line in lines
                ),
            )
        )

    def _tick(self, part: Tick) -> str:
        ticked = paragraph("Kryss", self._ticked(part.control, part.words))
        return ticked + (said("Krysstext", part.hint) if part.hint else "")

    def _ticked(self, control: Control, words: str) -> str:
        return self.controls.control(control, 0, USUAL) + run(f"\N{NO-BREAK SPACE}{words}")

    def _pens(self, part: Pens) -> str:
        widths = [width for _words, width in part.lines]
        cells = [_pen_cell(width, words) for words, width in part.lines]
        title = Words(_("Underskrift"), _("Rader för penna."))
        return table(widths, row(cells, 0, whole=True), title, PLAIN, header=False) + GAP

    def _boxes(self, part: Boxes) -> str:
        cells, frame = part.cells, self._frame
        whole = self._whole_width(cells)
        widths = shared([each.width for each in cells], whole)
        size = SMALL if len(cells) > 4 else USUAL
        labelled = any(each.label or each.hints for each in cells)
        rows = header_row(
            [
                label_cell(width, each.label, each.hints, frame)
                for each, width in zip(cells, widths, strict=True)
            ]
        )
        tall = max(self._height(each, part) for each in cells)
        middle = not any(_is_long(each) for each in cells)
        keep = self._keep or bool(part.pens)
        boxes = [
            self._box(each, width, size, sides, middle=middle, keep=keep)
            for each, width, sides in zip(
                cells, widths, _sides(len(cells), frame), strict=True
            )
        ]
        alone = tall <= twips(ROW_OF_MANY)
        written = (rows if labelled else "") + row(boxes, tall, whole=alone)
        if part.pens:
            pens = zip(widths, part.pens, strict=True)
            written += row([_pen_cell(width, words) for width, words in pens], 0, whole=True)
        return table(widths, written, self._words(part), frame, header=labelled) + GAP

    def _whole_width(self, cells: tuple[Cell, ...]) -> float:
        """Return how wide a table is: a short field alone is no line across the page."""
        told = sum(each.width for each in cells)
        return told if told < TEXT_WIDTH * 0.9 and not self._frame.ground else TEXT_WIDTH

    def _height(self, each: Cell, part: Boxes) -> int:
        if not each.field or each.field.control.sort != LONG:
            return twips(ONE_LINE)
        if part.row_of and len(part.cells) > 2:
            return twips(ROW_OF_MANY if len(part.cells) > 4 else ONE_LINE)
        taller = AREA_LINES if self._in_area else 1
        return twips(max(each.field.lines, 1) * PEN_LINE * taller)

    def _box(
        self,
        each: Cell,
        width: float,
        size: float,
        sides: tuple[str, ...],
        *,
        middle: bool,
        keep: bool = False,
    ) -> str:
        style = "Faltsmatt" if size == SMALL else "Falttext"
        if each.field is None:
            return box_cell(width, said(style, ""), self._frame, sides, middle=True)
        control = each.field.control
        size, bold = self._letters(control, size)
        inner = self.controls.control(control, width, size, bold=bold)
        if control.sort == CHECK:
            style = "Kryssruta"
        return box_cell(
            width,
            paragraph(style, inner, "<w:keepNext/>" if keep else ""),
            self._frame,
            sides,
            middle=middle,
        )

    def _letters(self, control: Control, size: float) -> tuple[float, bool]:
        """Return the size of what is typed, and whether it is bold.

        So are the child's name, and the telephone of who is to be called.
        """
        if control.tag == "child-name":
            return LARGE, True
        return size, control.tag.endswith("-phone") and bool(self._frame.ground)

    def _beside(self, part: Beside) -> str:
        """Write a long text with the wheel at its right, in a table of two columns."""
        widths = [TEXT_WIDTH - WHEEL, WHEEL]
        each = part.cell
        head = header_row(
            [
                label_cell(widths[0], each.label, each.hints, PLAIN),
                label_cell(widths[1], _("Barnets bästa-hjulet"), (), PLAIN, right=True),
            ]
        )
        wheel = cell(
            widths[1], paragraph("Bild", self.drawings.wheel(), '<w:jc w:val="right"/>'), margins=(0, 60, 0, 0)
        )
        box = self._box(each, widths[0], USUAL, ALL, middle=False)
        words = Words(self._heading, _("Ett fält att fylla i, med hjulet bredvid."))
        rows = head + row([box, wheel], twips(46))
        return table(widths, rows, words, PLAIN, header=True) + GAP

    def _words(self, part: Boxes) -> Words:
        """Return what is read of a table: where it stands, and what it asks for."""
        labels = ", ".join(each.label or self._heading for each in part.cells)
        if part.row_of:
            return Words(self._heading, _("Lista att fylla i: {labels}.").format(labels=labels))
        return Words(self._heading, _("Fält att fylla i: {labels}.").format(labels=labels))


def _is_long(cell: Cell) -> bool:
    return cell.field is not None and cell.field.control.sort == LONG


def _pen_cell(width: float, words: str) -> str:
    """Return the cell of a line for a pen, with what belongs on it below."""
    style = "Pennrad" if words else "Ledtext"
    return cell(width, said(style, words), margins=(0, 0, 0, 120), align="bottom")


def _sides(count: int, frame: Frame) -> list[tuple[str, ...]]:
    """Return where each box of a row has an edge of its own."""
    if not frame.ground:
        return [ALL] * count
    return [("top", *(("left",) if place else ())) for place in range(count)]
