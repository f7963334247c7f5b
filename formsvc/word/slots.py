"""The places of a compiled template where documents differ, and what stands there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from formsvc.word import controls
from formsvc.word.characters import escaped
from formsvc.word.controls import CHECK, DATE, Control, Value

_HERE = "\ufdd0"
"""Stands for a value while the XML around it is made; no text has it."""

_CONTENT = "\ufdd1"
"""Stands for the runs of a control among its paragraphs and cells."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What is filled in: values by tag, areas with needs, attributes of pictures."""

    values: Mapping[str, str]
    needs: Collection[str] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


class Slot(Protocol):
    """A place where documents differ."""

    @property
    def tag(self) -> str:
        """The field whose control stands there, empty when it is none."""

    def text(self, filling: Filling) -> str:
        """Return the XML that stands there."""


class Setting(NamedTuple):
    """What a template says of a control: the rest is said by the form.

    `style` is the `w:rPr` of what is typed, `empty` the runs of an empty control,
    `around` what stands around the runs, with `slots.content_here()` between.
    """

    number: int
    style: str
    placeholder: str
    empty: str
    around: str
    lock: str = "sdtLocked"


class ControlSlot:
    """A content control."""

    __slots__ = (
        "_around",
        "_control",
        "_filled",
        "_setting",
        "_ticked",
        "empty",
        "tag",
    )

    def __init__(self, control: Control, setting: Setting) -> None:
        """Make ready all that does not depend on a value."""
        self._control, self._setting, self.tag = control, setting, control.tag
        self._around = tuple(setting.around.split(_CONTENT))
        self.empty = self._whole("")
        self._ticked = self._whole(controls.TICKED) if control.sort == CHECK else ""
        plain = control.sort not in (CHECK, DATE)
        self._filled = self._whole(_HERE).split(_HERE) if plain else []

    def text(self, filling: Filling) -> str:
        """Return the control with its value."""
        value = filling.values.get(self.tag)
        if not value:
            return self.empty
        if self._ticked:
            return self._ticked
        if not self._filled:
            return self._whole(value)
        before, after = self._filled
        words = controls.shown(self._control, value)
        return f"{before}{controls.broken(words)}{after}"

    def _whole(self, value: Value) -> str:
        setting, (before, after) = self._setting, self._around
        inside = controls.properties(
            self._control,
            value,
            setting.number,
            style=setting.style,
            placeholder=setting.placeholder,
            lock=setting.lock,
        )
        runs = controls.content(
            self._control, value, style=setting.style, empty=setting.empty
        )
        return (
            f"<w:sdt><w:sdtPr>{inside}</w:sdtPr>"
            f"<w:sdtContent>{before}{runs}{after}</w:sdtContent></w:sdt>"
        )


class WheelSlot(NamedTuple):
    """One look of an area in the wheel: with needs, or without."""

    area: str
    marked: bool
    xml: str
    tag: str = ""

    def text(self, filling: Filling) -> str:
        """Return the drawing when it is the right one."""
        return self.xml if (self.area in filling.needs) is self.marked else ""


class AttributeSlot(NamedTuple):
    """What is said of a picture, or how large it is."""

    key: str
    tag: str = ""

    def text(self, filling: Filling) -> str:
        """Return the value as it stands in an attribute."""
        return escaped(filling.attributes.get(self.key, ""))


class XmlSlot(NamedTuple):
    """XML that is made for a picture."""

    key: str
    tag: str = ""

    def text(self, filling: Filling) -> str:
        """Return the XML as it is."""
        return filling.attributes.get(self.key, "")


def content_here() -> str:
    """Return what stands for the runs within `Setting.around`."""
    return _CONTENT
