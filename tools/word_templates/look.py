"""Colours and measures of what is drawn, the same as on paper."""

import re
from pathlib import Path
from typing import NamedTuple

from formsvc.areas import AREAS_BY_ID
from formsvc.renderers import paper

CSS = Path(__file__).parents[2] / "formsvc" / "static" / "document.css"

INK, GREY, LABEL, HAIRLINE = "1D1D1F", "55565A", "3F4044", "C9CACC"
BOX, EDGE, PAPER = "F6F7F4", "77787C", "FFFFFF"

ONE_LINE, PEN_LINE = paper.ONE_LINE, paper.PEN_LINE
"""Height of a one-line box, and of each line in a box for more; in mm, as on paper."""

THIN, FRAME = 5, 14
"""Widths of lines, in eighths of a point."""


class Colours(NamedTuple):
    """The colours of a kind: a strong one for lines and headings, and light ones."""

    line: str
    surface: str
    pale: str


class Frame(NamedTuple):
    """How a table looks: the ground of its labels, its edge, and the edge's width."""

    ground: str
    edge: str
    width: int


PLAIN = Frame("", EDGE, THIN)


def colours_of(kind: str) -> Colours:
    """Return the colours that the style sheet of paper gives a kind."""
    css = CSS.read_text(encoding="utf-8")
    rule = re.search(rf"body\.{kind} {{ --surface: .*?}}", css)
    assert rule
    found = dict(re.findall(r"--(\w+): #(\w{6})", rule[0]))
    return Colours(*(found[name].upper() for name in Colours._fields))


def frame_of(frame: str, area: str, colours: Colours) -> Frame:
    """Return the look of the tables in a frame: a band, a panel, an area's contact."""
    if frame == "contact":
        own = AREAS_BY_ID[area]
        return Frame(hexed(own.surface), hexed(own.colour), THIN)
    if frame == "panel":
        return Frame(colours.pale, colours.line, FRAME)
    return Frame(colours.surface, colours.line, THIN)


def hexed(colour: str) -> str:
    """Return a colour of CSS as Word writes it."""
    return colour.removeprefix("#").upper()
