"""A part of a template is cut: fixed text, and slots where documents differ.

Where a slot is, the text has its number between two characters that XML cannot have.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree

from formsvc.i18n import _
from formsvc.word.control_slots import ControlSlot, Setting, content_here
from formsvc.word.controls import CHECK, Control, check_style
from formsvc.word.environment import is_template
from formsvc.word.faults import UnusableError
from formsvc.word.fields import Fields
from formsvc.word.rows import CONTROL, is_in, tag_element, tag_of
from formsvc.word.slots import (
    ListRow,
    Number,
    NumberSlot,
    RowNumberSlot,
    RowSlot,
    Slot,
)
from formsvc.word.xml import name, remove, within, written

MARK = "\x00"
"""Stands before and after the number of a slot in the text of a part."""

_TARGET = "formsvc"
_INSTRUCTION = re.compile(rf"<\?{_TARGET} (\d+)\?>")
_IN_ATTRIBUTE = re.compile("\ufdd2(\\d+)\ufdd2")
_OURS = re.compile("[\ufdd0-\ufdd2]")

_PROPERTIES, _CONTENT = name("w:sdtPr"), name("w:sdtContent")
_PARAGRAPH, _RUN, _VALUE = name("w:p"), name("w:r"), name("w:val")
_STYLE = name("w:rPr")
_DRAWING, _DRAWN = name("w:drawing"), name("wp:docPr")


class Cutting:
    """The slots of a template, numbered through all its parts."""

    def __init__(self, fields: Fields, docparts: Collection[str]) -> None:
        """Know the fields of the form, and the placeholders there are.

        `rows` are those of the lists that have been passed.
        """
        self.slots: list[Slot] = []
        self.rows: list[ListRow] = []
        self._fields, self._docparts = fields, docparts
        self._numbers: dict[Any, Number] = {}
        self._controls = self._drawings = 0

    def place(self, slot: Slot) -> Any:
        """Return what stands for a slot between elements."""
        self.slots.append(slot)
        return etree.ProcessingInstruction(_TARGET, str(len(self.slots) - 1))

    def place_in_attribute(self, slot: Slot) -> str:
        """Return what stands for a slot in an attribute."""
        self.slots.append(slot)
        return f"\ufdd2{len(self.slots) - 1}\ufdd2"

    def marks(self, listed: str) -> tuple[Any, Any]:
        """Return what stands before and after the row of a list."""
        row = ListRow(listed)
        begin, end = RowSlot(row, begins=True), RowSlot(row, begins=False)
        return self.place(begin), self.place(end)

    def number(self, root: Any) -> None:
        """Give each control and drawing of a part a number of its own.

        Those in the row of a list are counted: as many are in each row.
        """
        row = ListRow("")
        for element in list(root.iter(etree.PI, CONTROL, _DRAWN)):
            if element.tag is etree.PI:
                slot = self.slots[int(element.text)]
                assert isinstance(slot, RowSlot)
                row = slot.row if slot.begins else ListRow("")
                self.rows += [] if slot.begins else [slot.row]
            elif element.tag == CONTROL:
                self._number_control(element, row)
            else:
                self._number_drawing(element, row)

    def _number_control(self, control: Any, row: ListRow) -> None:
        """Give a control a number; that of one of others is put in it at once."""
        tag = tag_of(control)
        known = tag in self._fields.controls
        if row.listed and not known and is_in(tag, f"{row.listed}-0"):
            rest = tag.removeprefix(f"{row.listed}-0")
            number_here = self.place_in_attribute(RowNumberSlot())
            tag_element(control).set(_VALUE, f"{row.listed}-{number_here}{rest}")
        told = control.find(f"{_PROPERTIES}/{name('w:id')}")
        if not known and told is None:
            return
        self._controls += 1
        row.controls += 1
        number = Number(self._controls, len(self.rows))
        if known:
            self._numbers[control] = number
        else:
            slot = NumberSlot(number, is_drawing=False)
            told.set(_VALUE, self.place_in_attribute(slot))

    def _number_drawing(self, told: Any, row: ListRow) -> None:
        """Give a drawing a number, when it does not stand in another."""
        if len(list(told.iterancestors(_DRAWING))) > 1:
            return
        self._drawings += 1
        row.drawings += 1
        slot = NumberSlot(Number(self._drawings, len(self.rows)), is_drawing=True)
        told.set("id", self.place_in_attribute(slot))

    def put(self, slot: Slot, element: Any) -> None:
        """Put a slot in the place of an element."""
        element.addprevious(self.place(slot))
        remove(element)

    def cut_controls(self, root: Any) -> None:
        """Put slots in the place of the controls of a part.

        A control that the form does not know stays as it is. Raises `UnusableError`
        for one that cannot be filled.
        """
        for control in list(root.iter(CONTROL)):
            known = self._fields.controls.get(tag_of(control))
            if known is not None:
                names = self._fields.names[known.tag]
                setting = self._setting(control, root, known)
                self.put(ControlSlot(known, names, setting), control)

    def _setting(self, control: Any, root: Any, known: Control) -> Setting:
        content = control.find(_CONTENT)
        if content is None:
            content = etree.SubElement(control, _CONTENT)
        _demand_plain(content, known.tag)
        for drawing in list(content.iter(_DRAWING)):
            remove(drawing)
        style = _style(control, root)
        if known.sort == CHECK:
            style = check_style(style)
        return Setting(
            number=self._numbers[control],
            style=style,
            placeholder=self._placeholder(control),
            empty="".join(within(run, root) for run in _runs(content)),
            around=_around(content, root),
            lock="sdtContentLocked" if known.locked else "sdtLocked",
        )

    def _placeholder(self, control: Any) -> str:
        where = f"{_PROPERTIES}/{name('w:placeholder')}/{name('w:docPart')}"
        element = control.find(where)
        named = "" if element is None else str(element.get(_VALUE, ""))
        return named if named in self._docparts else ""

    def text(self, root: Any) -> str:
        """Return a part that is cut, as text with numbers in it."""
        text = _INSTRUCTION.sub(rf"{MARK}\1{MARK}", written(root))
        return _IN_ATTRIBUTE.sub(rf"{MARK}\1{MARK}", text)


def refuse_ours(root: Any) -> None:
    """Raise `UnusableError` for a part with characters that stand for slots."""
    if _OURS.search(written(root)):
        raise UnusableError.damaged()


def _demand_plain(content: Any, tag: str) -> None:
    if content.find(f".//{CONTROL}") is not None:
        raise UnusableError(_("i fältet {field} står ett annat fält").format(field=tag))
    if is_template(written(content)):
        raise UnusableError(
            _("i fältet {field} står Jinja, som bara får stå i fast text").format(
                field=tag
            )
        )


def _style(control: Any, root: Any) -> str:
    """Return the `w:rPr` of what is typed: the control's own, or of what it shows."""
    properties = control.find(_PROPERTIES)
    own = properties.find(_STYLE)
    placeholder = properties.find(name("w:showingPlcHdr"))
    if own is None and placeholder is None:
        own = control.find(f"{_CONTENT}//{_RUN}/{_STYLE}")
    return "" if own is None or not len(own) else within(own, root)


def _runs(content: Any) -> Iterator[Any]:
    """Yield the runs of a control's first paragraph, or of the control itself."""
    paragraph = next(content.iter(_PARAGRAPH), content)
    yield from paragraph.iter(_RUN)


def _around(content: Any, root: Any) -> str:
    """Return what stands around the runs of a control: its paragraph, its cell."""
    paragraph = next(content.iter(_PARAGRAPH), None)
    if paragraph is None:
        return content_here()
    for other in [each for each in content.iter(_PARAGRAPH) if each is not paragraph]:
        if other.getparent() is paragraph.getparent():
            remove(other)
        else:
            _empty(other)
    _empty(paragraph)
    mark = etree.SubElement(paragraph, _RUN)
    mark.text = content_here()
    whole = "".join(within(each, root) for each in content)
    return whole.replace(within(mark, root), content_here())


def _empty(paragraph: Any) -> None:
    for each in [each for each in paragraph if each.tag != name("w:pPr")]:
        paragraph.remove(each)
