"""The places of a compiled template where documents differ, and what stands there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from formsvc.word import controls
from formsvc.word.characters import escaped
from formsvc.word.controls import CHECK, DATE, LONGEST_NAME, Control, Value

_HERE = "\ufdd0"
"""Stands for what differs while the XML around it is made; no template has it."""

_CONTENT = "\ufdd1"
"""Stands for the runs of a control among its paragraphs and cells."""


class Moved(NamedTuple):
    """How far numbers go on for rows that are repeated: of controls, of drawings."""

    controls: int = 0
    drawings: int = 0


@dataclass(frozen=True, slots=True)
class Filling:
    """What is filled in: values by tag, areas with needs, attributes of pictures.

    `moved` tells how far the numbers of controls and drawings go on for the rows of
    the lists before: as many, after none, one, two. `shown` takes the tags of all
    fields that have had a place.
    """

    values: Mapping[str, str]
    needs: Collection[str] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    moved: Sequence["Moved"] = (Moved(),)
    shown: set[str] = field(default_factory=set)


@dataclass(slots=True)
class ListRow:
    """The row of a list: how many numbered controls and drawings stand in it."""

    listed: str
    controls: int = 0
    drawings: int = 0


class Here(NamedTuple):
    """Which row of a list, from nought, and how far its numbers go on."""

    row: int = 0
    moved: Moved = Moved()


class Number(NamedTuple):
    """The number of a control or drawing, when no row is repeated.

    `passed` says how many lists come before it.
    """

    first: int
    passed: int

    def of_control(self, filling: Filling, here: Here) -> int:
        """Return the number of a control in a document."""
        return self.first + filling.moved[self.passed].controls + here.moved.controls

    def of_drawing(self, filling: Filling, here: Here) -> int:
        """Return the number of a drawing in a document."""
        return self.first + filling.moved[self.passed].drawings + here.moved.drawings


class Slot(Protocol):
    """A place where documents differ."""

    @property
    def tag(self) -> str:
        """The field whose control stands there, empty when it is none."""

    @property
    def weight(self) -> int:
        """How many characters it holds, about."""

    def text(self, filling: Filling, here: Here) -> str:
        """Return the XML that stands there."""


class Setting(NamedTuple):
    """What a template says of a control: the rest is said by the form.

    `style` is the `w:rPr` of what is typed, `empty` the runs of an empty control,
    `around` what stands around the runs, with `slots.content_here()` between.
    """

    number: Number
    style: str
    placeholder: str
    empty: str
    around: str
    lock: str = "sdtLocked"


class Names(NamedTuple):
    """Tag and name of a field, cut where the number of its row is, if it has one."""

    tag: Sequence[str]
    human: Sequence[str]

    def at(self, row: int) -> tuple[str, str]:
        """Return both in a row, numbered from nought; people count from one."""
        return str(row).join(self.tag), str(row + 1).join(self.human)


class ControlSlot:
    """A content control, in every row of its list."""

    __slots__ = (
        *("_around", "_control", "_empty", "_filled", "_names", "_setting"),
        *("_ticked", "tag"),
    )

    def __init__(self, control: Control, names: Names, setting: Setting) -> None:
        """Make ready all that does not depend on a value or a row."""
        self._control, self._setting, self.tag = control, setting, control.tag
        self._names = names
        self._around = tuple(setting.around.split(_CONTENT))
        self._empty = self._cut("")
        self._ticked = self._cut(controls.TICKED) if control.sort == CHECK else []
        plain = control.sort not in (CHECK, DATE)
        self._filled = self._cut(_HERE) if plain else []

    @property
    def weight(self) -> int:
        """How many characters it holds, about."""
        held = (*self._empty, *self._ticked, *self._filled, *self._setting[1:])
        return sum(map(len, held))

    def text(self, filling: Filling, here: Here) -> str:
        """Return the control with its value."""
        tag, human = self._names.at(here.row)
        filling.shown.add(tag)
        number = str(self._setting.number.of_control(filling, here))
        value = filling.values.get(tag)
        pieces, words = self._empty, ""
        if value and self._ticked:
            pieces = self._ticked
        elif value and self._filled:
            pieces = self._filled
            words = controls.broken(controls.shown(self._control, value))
        elif value:
            return self._whole(Control(tag, human, DATE), value, number)
        start, to_tag, to_number, *rest = pieces
        said = escaped(human[:LONGEST_NAME])
        return "".join(
            (start, said, to_tag, escaped(tag), to_number, number, words.join(rest))
        )

    def _cut(self, value: Value) -> list[str]:
        """Return the control cut at its name, tag, number and value."""
        nameless = self._control._replace(tag=_HERE, human=_HERE)
        return self._whole(nameless, value, _HERE).split(_HERE)

    def _whole(self, control: Control, value: Value, number: str) -> str:
        setting, (before, after) = self._setting, self._around
        inside = controls.properties(
            control,
            value,
            number,
            style=setting.style,
            placeholder=setting.placeholder,
            lock=setting.lock,
        )
        runs = controls.content(
            control, value, style=setting.style, empty=setting.empty
        )
        return (
            f"<w:sdt><w:sdtPr>{inside}</w:sdtPr>"
            f"<w:sdtContent>{before}{runs}{after}</w:sdtContent></w:sdt>"
        )


class RowSlot(NamedTuple):
    """Where the row of a list begins, or ends: it is repeated."""

    row: ListRow
    begins: bool
    tag: str = ""
    weight: int = 0

    def text(self, _filling: Filling, _here: Here) -> str:
        """Return nothing: it stands in no document."""
        return ""


class NumberSlot(NamedTuple):
    """The number of a drawing, or of a control that the form does not know."""

    number: Number
    is_drawing: bool
    tag: str = ""
    weight: int = 0

    def text(self, filling: Filling, here: Here) -> str:
        """Return the number as it stands in an attribute."""
        if self.is_drawing:
            return str(self.number.of_drawing(filling, here))
        return str(self.number.of_control(filling, here))


class WheelSlot(NamedTuple):
    """One look of an area in the wheel: with needs, or without."""

    area: str
    marked: bool
    xml: str
    tag: str = ""

    @property
    def weight(self) -> int:
        """How many characters it holds, about."""
        return len(self.xml)

    def text(self, filling: Filling, _here: Here) -> str:
        """Return the drawing when it is the right one."""
        return self.xml if (self.area in filling.needs) is self.marked else ""


class AttributeSlot(NamedTuple):
    """What is said of a picture, or how large it is."""

    key: str
    tag: str = ""
    weight: int = 0

    def text(self, filling: Filling, _here: Here) -> str:
        """Return the value as it stands in an attribute."""
        return escaped(filling.attributes.get(self.key, ""))


class XmlSlot(NamedTuple):
    """XML that is made for a picture."""

    key: str
    tag: str = ""
    weight: int = 0

    def text(self, filling: Filling, _here: Here) -> str:
        """Return the XML as it is."""
        return filling.attributes.get(self.key, "")


def content_here() -> str:
    """Return what stands for the runs within `Setting.around`."""
    return _CONTENT
