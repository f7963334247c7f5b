"""The places of a compiled template where documents differ, and what stands there."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from formsvc.word.characters import escaped


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


class RowSlot(NamedTuple):
    """Where the row of a list begins, or ends: it is repeated."""

    row: ListRow
    begins: bool
    tag: str = ""
    weight: int = 0

    def text(self, _filling: Filling, _here: Here) -> str:
        """Return nothing: it stands in no document."""
        return ""


class RowNumberSlot(NamedTuple):
    """The number of a row, in the tag of a control that the form does not know."""

    tag: str = ""
    weight: int = 0

    def text(self, _filling: Filling, here: Here) -> str:
        """Return the number as it stands in an attribute."""
        return str(here.row)


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
