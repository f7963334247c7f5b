"""A content control where it stands in a template, and what it is in a document."""

from collections.abc import Sequence
from typing import NamedTuple

from formsvc.word import controls
from formsvc.word.characters import escaped
from formsvc.word.controls import CHECK, DATE, LONGEST_NAME, Control, Value
from formsvc.word.slots import Filling, Here, Number

_HERE = "\ufdd0"
"""Stands for what differs while the XML around it is made; no template has it."""

_CONTENT = "\ufdd1"
"""Stands for the runs of a control among its paragraphs and cells."""


class Setting(NamedTuple):
    """What a template says of a control: the rest is said by the form.

    `style` is the `w:rPr` of what is typed, `empty` the runs of an empty control,
    `around` what stands around the runs, with `content_here()` between.
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


def content_here() -> str:
    """Return what stands for the runs within `Setting.around`."""
    return _CONTENT
