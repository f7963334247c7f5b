"""Reads the HTML vocabulary of `formsvc/templates/pdf/` as parts of a form."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from tools.word_templates.parts import (
    Beside,
    Block,
    Boxes,
    Cell,
    Field,
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
from tools.word_templates.lengths import TEXT_WIDTH
from tools.word_templates.source import CONDITION, Element

Fields = Mapping[str, Field]

FLAT = {
    "measures": (44, 29, 29, 20, 18, 18, 16),
    "parties": (38, 38, 32, 32, 34),
}
"""Lists whose rows are several rows on paper and one row of a table here.

The widths are in mm, the order is that of the form.
"""

BETWEEN = " · "
"""What stands between the words that may be chosen."""

_ROW = re.compile(r"(?P<list>(?:.*-)?(?P<key>[a-z_]+))-0(?:-|$)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
UNBROKEN = "\N{NON-BREAKING HYPHEN}"
_AREA = re.compile(r"areas-(\w+)-")


class Reader:
    """Reads elements one after another; a page may begin with the next heading."""

    def __init__(self, fields: Fields) -> None:
        """Read a form with `fields`, by name."""
        self._fields = fields
        self._fresh = False

    def parts(self, element: Element) -> Iterator[Part]:
        """Yield what stands in `element`."""
        for condition, children in groupby(element, lambda each: each.get(CONDITION)):
            parts = [part for child in children for part in self._one(child)]
            if condition:
                yield When(condition, tuple(parts))
            else:
                yield from parts

    def _one(self, element: Element) -> Iterator[Part]:
        classes = set(element.get("class", "").split())
        if "page" in classes and (element.find_class("area") or not len(element)):
            self._fresh = True
        if "area" in classes and "page" in classes:
            self._fresh = True
        for name, read in self._readers().items():
            if name in classes:
                yield from read(element)
                return
        by_tag = {"p": self._paragraph, "li": self._bullet, "textarea": self._chapter}
        if element.tag in by_tag:
            yield from by_tag[element.tag](element)
        elif element.tag in ("h2", "h3", "h4"):
            yield from self._heading(element)
        else:
            yield from self.parts(element)

    def _readers(self):
        return {
            "row": self._row,
            "block": self._block,
            "tick": self._tick,
            "item": self._item,
            "fixed": self._fixed,
            "panel": self._panel,
            "child": self._child,
            "contact": self._contact,
            "beside": self._beside,
            "head": self._area_head,
            "keep": self._kept,
            "line": lambda _element: iter((Line(),)),
            "hint": self._note,
            "choices": self._note,
            "label": lambda element: iter((Label(_text(element)),)),
        }

    def _begins(self) -> bool:
        """Return whether what comes now begins a page."""
        fresh, self._fresh = self._fresh, False
        return fresh

    def _heading(self, element: Element) -> Iterator[Part]:
        aside = element.find("span")
        yield Heading(
            int(element.tag[1]) - 1, _text(element, aside), fresh=self._begins()
        )
        if aside is not None:
            yield Note(_text(aside))

    def _note(self, element: Element) -> Iterator[Part]:
        yield Note(_text(element))

    def _paragraph(self, element: Element) -> Iterator[Part]:
        yield Text(_pieces(element))

    def _bullet(self, element: Element) -> Iterator[Part]:
        yield Text(_pieces(element), bullet=True)

    def _chapter(self, element: Element) -> Iterator[Part]:
        yield Boxes((self._cell(element, TEXT_WIDTH),))

    def _cell(self, element: Element, width: float) -> Cell:
        label = element.find_class("label")
        hints = [*element.find_class("choices"), *element.find_class("hint")]
        control = next(_controls(element), None)
        return Cell(
            _text(label[0]) if label else "",
            tuple(_text(hint) for hint in hints),
            width,
            self._fields[control.get("name")] if control is not None else None,
        )

    def _row(self, element: Element) -> Iterator[Part]:
        cells = element.find_class("field")
        widths = _widths(cells)
        if element.find_class("pen"):
            words = [_text(cell.find_class("penned")[0]) for cell in cells]
            yield Pens(tuple(zip(words, widths, strict=True)))
            return
        read = [
            self._cell(cell, width) for cell, width in zip(cells, widths, strict=True)
        ]
        yield Boxes(tuple(read), row_of(read[0]))

    def _block(self, element: Element) -> Iterator[Part]:
        if element.find_class("ticks"):
            yield self._ticks(element)
            return
        cell = self._cell(element, TEXT_WIDTH)
        yield Boxes((cell,), row_of(cell))

    def _ticks(self, element: Element) -> Ticks:
        boxes = [
            (self._fields[_named(tick)].control, _text(tick.find_class("words")[0]))
            for tick in element.find_class("tick")
        ]
        cell = self._cell(element, TEXT_WIDTH)
        columns = len(element.find_class("column"))
        return Ticks(cell.label, cell.hints, tuple(boxes), columns)

    def _tick(self, element: Element) -> Iterator[Part]:
        words, *hints = element.find_class("words")[0].iter("p")
        hint = _text(hints[0]) if hints else ""
        yield Tick(self._fields[_named(element)].control, _text(words), hint)

    def _item(self, element: Element) -> Iterator[Part]:
        """Read what is a row of a list, or looks so, in a frame of hairlines."""
        parts = tuple(self.parts(element))
        boxes = [part for part in parts if isinstance(part, Boxes)]
        cells = [cell for part in boxes for cell in part.cells]
        row = row_of(cells[0]) if cells else ""
        key = row.rsplit("-", 1)[-1]
        if key in FLAT:
            in_order = sorted(cells, key=lambda cell: self._place(cell))
            pairs = zip(in_order, FLAT[key], strict=True)
            yield Boxes(tuple(cell._replace(width=mm) for cell, mm in pairs), row)
        elif row:
            name = next(_controls(element)).get("title").rsplit(" 1,")[0]
            yield from _helped(parts)
            yield Block(name, _signed(_unhelped(parts)))
        else:
            yield from parts

    def _place(self, cell: Cell) -> int:
        assert cell.field
        return list(self._fields).index(cell.field.control.tag)

    def _kept(self, element: Element) -> Iterator[Part]:
        """Read a section that stays on one page."""
        yield Group("", tuple(self.parts(element)))

    def _fixed(self, element: Element) -> Iterator[Part]:
        yield Fixed(tuple(self.parts(element)))

    def _panel(self, element: Element) -> Iterator[Part]:
        yield Group("panel", tuple(self.parts(element)))

    def _child(self, element: Element) -> Iterator[Part]:
        yield Group("child", tuple(self.parts(element)))

    def _contact(self, element: Element) -> Iterator[Part]:
        area = _area_of(element)
        yield Group("contact", tuple(self.parts(element)), area)

    def _area_head(self, element: Element) -> Iterator[Part]:
        name = next(element.iter("h3"))
        yield Heading(2, _text(name), _area_of(element), fresh=self._begins())
        for tick in element.find_class("tick"):
            yield from self._tick(tick)

    def _beside(self, element: Element) -> Iterator[Part]:
        """Read a chapter beside the wheel: its hint becomes the label of its box."""
        heading, *notes, chapter = self.parts(element[0])
        assert isinstance(chapter, Boxes)
        hints = tuple(note.text for note in notes if isinstance(note, Note))
        yield heading
        yield Beside(chapter.cells[0]._replace(hints=hints))


def _helped(parts: tuple[Part, ...]) -> Iterator[Note]:
    """Yield what helps to fill in a block, to be said once, before all of them."""
    for part in parts:
        for cell in part.cells if isinstance(part, Boxes) else ():
            yield from (Note(hint) for hint in cell.hints if BETWEEN not in hint)


def _unhelped(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(
        part._replace(cells=tuple(_brief(cell) for cell in part.cells))
        if isinstance(part, Boxes)
        else part
        for part in parts
    )


def _brief(cell: Cell) -> Cell:
    """Return a cell that says no more than what may be chosen."""
    return cell._replace(hints=tuple(h for h in cell.hints if BETWEEN in h))


def _signed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts of a block with the lines for pens below its last boxes.

    What is repeated for every row goes from its first field to its last. The line that
    somebody signs on is the broader one, at the right.
    """
    *others, boxes, pens = parts
    if not isinstance(pens, Pens) or not isinstance(boxes, Boxes):
        return parts
    words = [line[0] for line in sorted(pens.lines, key=lambda line: line[1])]
    gaps = [""] * (len(boxes.cells) - len(words))
    return (*others, boxes._replace(pens=(words[0], *gaps, *words[1:])))


def row_of(cell: Cell) -> str:
    """Return the name of the list whose first row a cell is in, or nothing."""
    found = _ROW.match(cell.field.control.tag) if cell.field else None
    return found["list"] if found else ""


def _controls(element: Element) -> Iterator[Element]:
    return (each for each in element.iter("input", "select", "textarea"))


def _named(element: Element) -> str:
    return str(next(_controls(element)).get("name"))


def _area_of(element: Element) -> str:
    """Return the id of the area that an element's first field is about."""
    found = _AREA.match(_named(element))
    assert found
    return found[1]


def _widths(cells: list[Element]) -> list[float]:
    """Return the widths of cells in mm; the last may be told by what is left."""
    told = [re.search(r"width: ([\d.]+)mm", cell.get("style", "")) for cell in cells]
    widths = [float(each[1]) if each else 0.0 for each in told]
    return [width or TEXT_WIDTH - sum(widths) for width in widths]


def _text(element: Element, without: Element | None = None) -> str:
    whole = " ".join("".join(_strings(element, without)).split())
    return _DATE.sub(lambda date: date[0].replace("-", UNBROKEN), whole)


def _strings(element: Element, without: Element | None) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child is not without:
            yield from _strings(child, without)
        yield child.tail or ""


def _pieces(element: Element) -> tuple[tuple[str, bool], ...]:
    found = [(element.text or "", False)]
    for child in element:
        found.append((child.text_content(), child.tag == "b"))
        found.append((child.tail or "", False))
    kept = [(re.sub(r"\s+", " ", text), bold) for text, bold in found]
    return tuple((text, bold) for text, bold in kept if text)
