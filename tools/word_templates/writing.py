"""Writes the parts of a form as WordprocessingML, one after another."""

from collections.abc import Callable, Iterable
from typing import Any

from formsvc.i18n import _
from formsvc.word.controls import Control
from tools.word_templates.boxes import Controls
from tools.word_templates.drawings import Drawings
from tools.word_templates.field_tables import KEEP, USUAL, FieldTables, Standing
from tools.word_templates.lengths import twips
from tools.word_templates.look import PLAIN, Colours, frame_of
from tools.word_templates.paragraphs import paragraph, run, said, tab, when
from tools.word_templates.parts import (
    Beside,
    Block,
    Boxes,
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
from tools.word_templates.tables import gap
from tools.word_templates.ticks import tick_places

BULLETS = 1
"""The number of the list of bullets; those of blocks come after it."""

ABOVE_AREA = 120
"""Space above an area that does not begin a page, in twips."""


class Writer:
    """Writes the parts of a document, and knows what it has written.

    `blocks` are the names of the rows that have a heading with a number.
    """

    def __init__(self, colours: Colours, title: str) -> None:
        """Begin a document with its title, in the colours of its kind."""
        self.controls = Controls()
        self.drawings = Drawings()
        self.blocks: list[str] = []
        self._colours = colours
        self._at = Standing(title)
        self._tables = FieldTables(self.controls, self._at)
        self._writers: dict[type, Callable[[Any], str]] = {
            Heading: self._heading,
            Note: lambda part: said("Hjalptext", part.text, KEEP),
            Label: lambda part: said("Ledtext", part.text, KEEP),
            Dated: lambda part: paragraph("Datumrad", run(f"{part.text} ") + tab()),
            Line: lambda _part: paragraph("Skrivlinje", ""),
            Boxes: self._tables.boxes,
            Pens: self._tables.pens,
            Beside: lambda part: self._tables.beside(part, self.drawings),
            Ticks: self._ticks,
            Tick: self._tick,
            Text: _text,
            Fixed: self._fixed,
            Group: self._group,
            Block: self._block,
            When: lambda part: when(part.condition, self.body(part.parts)),
        }

    def body(self, parts: Iterable[Part]) -> str:
        """Return what stands in the body for `parts`."""
        return "".join(self._writers[type(part)](part) for part in parts)

    def _heading(self, part: Heading) -> str:
        self._at.heading = part.text
        fresh = "<w:pageBreakBefore/>" if part.fresh else ""
        space = '<w:spacing w:before="0"/>' if part.fresh else ""
        if not part.area:
            return said(f"Rubrik{part.level}", part.text, fresh + space)
        self._at.in_area = True
        space = space or f'<w:spacing w:before="{ABOVE_AREA}"/>'
        return self.drawings.area_heading(part.area, part.text, fresh, space)

    def _fixed(self, part: Fixed) -> str:
        """Write what every document says, on its own ground."""
        heading, *rest = part.parts
        assert isinstance(heading, Heading)
        self._at.heading = heading.text
        written = said("Faktarubrik", heading.text) + self.body(rest)
        return written + paragraph("Faktaslut", "") + gap()

    def _group(self, part: Group) -> str:
        """Write parts in a frame, or such as only stay together."""
        if not part.frame:
            return self._together(part.parts, lists=True)
        self._at.frame = frame_of(part.frame, part.area, self._colours)
        if part.frame == "child":
            self._at.heading = _("Barnet")
        if part.frame == "panel":
            self._at.in_area = False
        written = self._together(part.parts)
        self._at.frame = PLAIN
        return written if part.frame == "panel" else gap() + written

    def _block(self, part: Block) -> str:
        """Write a row that is more than a row: a numbered heading and its tables."""
        self.blocks.append(part.title)
        self._at.heading = part.title
        number = BULLETS + len(self.blocks)
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return said("Radrubrik", part.title, listed) + self._together(part.parts)

    def _together(self, parts: tuple[Part, ...], *, lists: bool = False) -> str:
        """Write parts that stay on one page, and with `lists` all rows of the last."""
        *first, last = parts
        self._at.keep = True
        written = self.body(first)
        self._at.keep = lists and isinstance(last, Boxes) and bool(last.row_of)
        written += self.body([last])
        self._at.keep = False
        return written

    def _ticks(self, part: Ticks) -> str:
        """Write a choice of several: boxes in columns, told row by row."""
        words = [words for _control, words in part.boxes]
        places = tick_places(words, part.columns)
        stops = "".join(
            f'<w:tab w:val="left" w:pos="{twips(place)}"/>' for place in places[1:]
        )
        lines = [
            tab().join(self._ticked(*box) for box in part.boxes[at : at + len(places)])
            for at in range(0, len(part.boxes), len(places))
        ]
        labels = said("Ledtext", part.label, KEEP)
        labels += "".join(said("Hjalptext", hint, KEEP) for hint in part.hints)
        tabs = f"<w:tabs>{stops}</w:tabs>"
        return labels + "".join(paragraph("Kryss", line, tabs) for line in lines)

    def _tick(self, part: Tick) -> str:
        hint = said("Krysstext", part.hint) if part.hint else ""
        return paragraph("Kryss", self._ticked(part.control, part.words)) + hint

    def _ticked(self, control: Control, words: str) -> str:
        box = self.controls.control(control, 0, USUAL)
        return box + run(f"\N{NO-BREAK SPACE}{words}")


def _text(part: Text) -> str:
    words = part.pieces[0][0]
    if words.startswith("{%p"):
        return said("Villkor", words)
    runs = "".join(run(text, "<w:b/>" if bold else "") for text, bold in part.pieces)
    return paragraph("Faktapunkt" if part.bullet else "Faktatext", runs)
