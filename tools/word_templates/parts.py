"""What a form is made of, between the HTML that tells it and the Word that shows it."""

from typing import NamedTuple

from formsvc.word.controls import Control


class Field(NamedTuple):
    """A field of the form: its control, and the lines that a blank has for it."""

    control: Control
    lines: int


class Cell(NamedTuple):
    """A box with its label above it; `width` in mm. Without field it is for a pen."""

    label: str
    hints: tuple[str, ...]
    width: float
    field: Field | None


class Heading(NamedTuple):
    """A heading: 1 is a section, 2 an area, 3 a part of it.

    `area` is the id of the area whose sign it bears. `fresh` begins a page.
    """

    level: int
    text: str
    area: str = ""
    fresh: bool = False


class Note(NamedTuple):
    """A small text that helps to fill in."""

    text: str


class Label(NamedTuple):
    """The name of what follows."""

    text: str


class Boxes(NamedTuple):
    """Fields beside each other, and below them lines for pens.

    `row_of` is the name of the list whose first row they are in.
    """

    cells: tuple[Cell, ...]
    row_of: str = ""
    pens: tuple[str, ...] = ()


class Beside(NamedTuple):
    """A long text with the wheel at its right."""

    cell: Cell


class Ticks(NamedTuple):
    """A choice of several: its label, and boxes to tick in `columns`."""

    label: str
    hints: tuple[str, ...]
    boxes: tuple[tuple[Control, str], ...]
    columns: int


class Tick(NamedTuple):
    """One box to tick."""

    control: Control
    words: str
    hint: str


class Pens(NamedTuple):
    """Lines for pens beside each other: what belongs on each, and its width in mm."""

    lines: tuple[tuple[str, float], ...]


class Dated(NamedTuple):
    """A word and a line beside it, for a pen."""

    text: str


class Line(NamedTuple):
    """An empty line for a pen."""


class Text(NamedTuple):
    """A paragraph: its pieces, each bold or not."""

    pieces: tuple[tuple[str, bool], ...]
    bullet: bool = False


class Fixed(NamedTuple):
    """What every such document says: a heading, paragraphs and bullets."""

    parts: "tuple[Part, ...]"


class Group(NamedTuple):
    """Parts in a frame.

    `frame` is `child`, `panel`, `contact` or none, when they only stay together.
    """

    frame: str
    parts: "tuple[Part, ...]"
    area: str = ""


class Block(NamedTuple):
    """A row of a list that is more than a row of a table: `title` is its name."""

    title: str
    parts: "tuple[Part, ...]"


class When(NamedTuple):
    """Parts that stand in a document only when `condition` is so."""

    condition: str
    parts: "tuple[Part, ...]"


Part = (
    Heading
    | Note
    | Label
    | Boxes
    | Beside
    | Ticks
    | Tick
    | Pens
    | Dated
    | Line
    | Text
    | Fixed
    | Group
    | Block
    | When
)
