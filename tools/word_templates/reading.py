"""Reads the HTML vocabulary of `formsvc/templates/pdf/` as parts of a form."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from tools.word_templates.elements import (
    area_of,
    inputs,
    named,
    pieces_of,
    text_of,
    widths_of,
)
from tools.word_templates.lengths import TEXT_WIDTH
from tools.word_templates.list_rows import list_row, row_of
from tools.word_templates.parts import (
    Beside,
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
from tools.word_templates.source import CONDITION, Element

Reading = Callable[[Element], Iterator[Part]]


class Reader:
    """Reads elements one after another; a page may begin with the next heading."""

    def __init__(self, fields: Mapping[str, Field]) -> None:
        """Read a form with `fields`, by name."""
        self._fields = fields
        self._fresh = False
        self._by_class: dict[str, Reading] = {
            "row": self._row,
            "block": self._block,
            "tick": self._tick,
            "item": lambda item: list_row(tuple(self.parts(item)), fields),
            "fixed": lambda fixed: iter((Fixed(tuple(self.parts(fixed))),)),
            "panel": lambda panel: self._group("panel", panel),
            "child": lambda child: self._group("child", child),
            "contact": lambda contact: self._group("contact", contact),
            "beside": self._beside,
            "head": self._area_head,
            "keep": lambda section: self._group("", section),
            "line": lambda _line: iter((Line(),)),
            "hint": lambda hint: iter((Note(text_of(hint)),)),
            "choices": lambda hint: iter((Note(text_of(hint)),)),
            "label": lambda label: iter((Label(text_of(label)),)),
        }
        self._by_tag: dict[str, Reading] = {
            "p": lambda text: iter((Text(pieces_of(text)),)),
            "li": lambda text: iter((Text(pieces_of(text), bullet=True),)),
            "textarea": lambda text: iter((Boxes((self._cell(text, TEXT_WIDTH),)),)),
            **dict.fromkeys(("h2", "h3", "h4"), self._heading),
        }

    def parts(self, element: Element) -> Iterator[Part]:
        """Yield what stands in `element`."""
        for condition, children in groupby(element, lambda each: each.get(CONDITION)):
            parts = [part for child in children for part in self._one(child)]
            if condition:
                yield When(condition, tuple(parts))
            else:
                yield from parts

    def _one(self, element: Element) -> Iterator[Part]:
        classes = element.get("class", "").split()
        self._fresh = self._fresh or _begins_page(element, classes)
        known = (self._by_class[name] for name in self._by_class if name in classes)
        read = next(known, self._by_tag.get(element.tag, self.parts))
        yield from read(element)

    def _begins(self) -> bool:
        """Return whether what comes now begins a page."""
        fresh, self._fresh = self._fresh, False
        return fresh

    def _heading(self, element: Element) -> Iterator[Part]:
        aside = element.find("span")
        level = int(element.tag[1]) - 1
        yield Heading(level, text_of(element, aside), fresh=self._begins())
        if aside is not None:
            yield Note(text_of(aside))

    def _cell(self, element: Element, width: float) -> Cell:
        label = element.find_class("label")
        hints = [*element.find_class("choices"), *element.find_class("hint")]
        control = next(inputs(element), None)
        return Cell(
            text_of(label[0]) if label else "",
            tuple(text_of(hint) for hint in hints),
            width,
            self._fields[control.get("name")] if control is not None else None,
        )

    def _row(self, element: Element) -> Iterator[Part]:
        cells = element.find_class("field")
        pairs = list(zip(cells, widths_of(cells), strict=True))
        if element.find_class("pen"):
            yield Pens(
                tuple((text_of(c.find_class("penned")[0]), mm) for c, mm in pairs)
            )
            return
        read = tuple(self._cell(cell, width) for cell, width in pairs)
        yield Boxes(read, row_of(read[0]))

    def _block(self, element: Element) -> Iterator[Part]:
        cell = self._cell(element, TEXT_WIDTH)
        ticks = element.find_class("tick")
        if ticks:
            boxes = [
                (
                    self._fields[named(tick)].control,
                    text_of(tick.find_class("words")[0]),
                )
                for tick in ticks
            ]
            columns = len(element.find_class("column"))
            yield Ticks(cell.label, cell.hints, tuple(boxes), columns)
        else:
            yield Boxes((cell,), row_of(cell))

    def _tick(self, element: Element) -> Iterator[Part]:
        words, *hints = element.find_class("words")[0].iter("p")
        hint = text_of(hints[0]) if hints else ""
        yield Tick(self._fields[named(element)].control, text_of(words), hint)

    def _group(self, frame: str, element: Element) -> Iterator[Part]:
        area = area_of(element) if frame == "contact" else ""
        yield Group(frame, tuple(self.parts(element)), area)

    def _area_head(self, element: Element) -> Iterator[Part]:
        name = next(element.iter("h3"))
        yield Heading(2, text_of(name), area_of(element), fresh=self._begins())
        for tick in element.find_class("tick"):
            yield from self._tick(tick)

    def _beside(self, element: Element) -> Iterator[Part]:
        """Read a chapter beside the wheel: its hint becomes the label of its box."""
        heading, *notes, chapter = self.parts(element[0])
        assert isinstance(chapter, Boxes)
        hints = tuple(note.text for note in notes if isinstance(note, Note))
        yield heading
        yield Beside(chapter.cells[0]._replace(hints=hints))


def _begins_page(element: Element, classes: list[str]) -> bool:
    """Return whether a page begins here: with an area, and with what comes after.

    Where paper begins one for the sake of its boxes, Word does not.
    """
    about_areas = "area" in classes or bool(element.find_class("area"))
    return "page" in classes and (about_areas or not len(element))
