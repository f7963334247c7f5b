"""Tables: rows of boxes with their labels in a row of headings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from formsvc.word.characters import escaped
from tools.word_templates.lengths import twips
from tools.word_templates.look import BOX, PAPER, THIN, Frame
from tools.word_templates.paragraphs import paragraph, said

Sides = Sequence[str]

ALL = ("top", "left", "bottom", "right")

GAP = paragraph("Mellanrum", "")
"""What stands between two tables, so that Word does not make them one."""


class Words(NamedTuple):
    """What is read aloud of a table: its title, and what it holds."""

    title: str
    about: str


def table(
    widths: list[float], rows: str, words: Words, frame: Frame, *, header: bool
) -> str:
    """Return a table of `rows` with columns of `widths` mm, in its frame."""
    edges = {}
    if frame.ground:
        edges = dict.fromkeys(ALL, (frame.edge, frame.width))
    columns = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Falt"/>'
        f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'{_edges("w:tblBorders", edges)}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0020" if header else "0000"}" w:firstRow="{int(header)}"'
        ' w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        ' w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(words.title)}"/>'
        f'<w:tblDescription w:val="{escaped(words.about)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def header_row(cells: list[str]) -> str:
    """Return the row of labels: never parted from what is below, and repeated."""
    return f'<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{"".join(cells)}</w:tr>'


def row(cells: list[str], tall: int, *, whole: bool = False) -> str:
    """Return a row at least `tall` twips tall; a `whole` one stays on one page."""
    split = "<w:cantSplit/>" if whole else ""
    least = f'<w:trHeight w:val="{tall}" w:hRule="atLeast"/>' if tall else ""
    return f"<w:tr><w:trPr>{split}{least}</w:trPr>{''.join(cells)}</w:tr>"


def label_cell(
    width: float,
    label: str,
    hints: tuple[str, ...],
    frame: Frame,
    *,
    right: bool = False,
) -> str:
    """Return the cell with a label, what helps to fill it in, and a frame's ground."""
    side = "<w:keepNext/>" + ('<w:jc w:val="right"/>' if right else "")
    said_there = [said("Ledtext", label, side)] if label else []
    said_there += [said("Hjalptext", hint, "<w:keepNext/>") for hint in hints]
    return cell(
        width,
        "".join(said_there) or said("Ledtext", "", "<w:keepNext/>"),
        _ground(frame.ground) if frame.ground else "",
        margins=(40, 85, 20, 60) if frame.ground else (10, 0, 20, 80),
        align="bottom",
    )


def box_cell(
    width: float, content: str, frame: Frame, sides: Sides, *, middle: bool
) -> str:
    """Return the cell that one writes in, its content in the middle or at the top.

    `sides` are those where it has an edge of its own, not that of its frame.
    """
    edges = {side: (frame.edge, THIN) for side in sides}
    ground = PAPER if frame.ground else BOX
    return cell(
        width,
        content,
        _edges("w:tcBorders", edges) + _ground(ground),
        align="center" if middle else "top",
    )


def cell(
    width: float,
    content: str,
    look: str = "",
    *,
    margins: tuple[int, int, int, int] | None = None,
    align: str = "",
) -> str:
    """Return a cell; `margins` are those at top, left, bottom and right, in twips."""
    sides = ("top", "left", "bottom", "right")
    inner = "".join(
        f'<w:{side} w:w="{wide}" w:type="dxa"/>'
        for side, wide in zip(sides, margins or (), strict=False)
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{look}'
        + (f"<w:tcMar>{inner}</w:tcMar>" if inner else "")
        + (f'<w:vAlign w:val="{align}"/>' if align else "")
        + f"</w:tcPr>{content}</w:tc>"
    )


def _ground(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def _edges(element: str, sides: Mapping[str, tuple[str, int]]) -> str:
    drawn = "".join(
        f'<w:{side} w:val="single" w:sz="{wide}" w:space="0" w:color="{colour}"/>'
        for side, (colour, wide) in sides.items()
    )
    return f"<{element}>{drawn}</{element}>" if drawn else ""
