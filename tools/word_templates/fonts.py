"""The fonts that a template carries: cut, named so that Word links them, and veiled.

Word opens an embedded font whose first 32 bytes are mixed with its key (ECMA-376,
part 1, 17.8.1).
"""

import uuid
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from tools.cut_fonts import FONT_FOLDER, subset_options
from tools.word_templates.boxes import EN_SPACE
from tools.word_templates.curves import Point

FAMILY = "Formsvc Sans"

KEPT = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x2010, 0x2026),  # dashes, quotation marks, bullet, ellipsis
    (0x2039, 0x203A),
    (0x2190, 0x2193),  # arrows
    (0x2610, 0x2611),  # check boxes
)

_FOLDED = 32


class Face(NamedTuple):
    """A face of the family: its file, its style, and Word's word for it."""

    source: str
    style: str
    embedded: str


FACES = (
    Face("FormsvcSans-Regular.ttf", "Regular", "embedRegular"),
    Face("FormsvcSans-Semibold.ttf", "Bold", "embedBold"),
)


def key_of(face: Face) -> str:
    """Return the key of a face, the same every time."""
    name = f"urn:formsvc:word-font:{face.style}"
    return f"{{{str(uuid.uuid5(uuid.NAMESPACE_URL, name)).upper()}}}"


def veiled(face: Face) -> bytes:
    """Return the font file of a face as Word embeds it."""
    cut = _cut(face)
    key = bytes.fromhex(key_of(face).strip("{}").replace("-", ""))[::-1]
    first = bytes(
        byte ^ key[place % len(key)] for place, byte in enumerate(cut[:_FOLDED])
    )
    return first + cut[_FOLDED:]


def _cut(face: Face) -> bytes:
    font = TTFont(Path(FONT_FOLDER) / face.source, recalcTimestamp=False)
    options = subset_options()
    options.layout_features = ["kern", "ccmp", "mark"]
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes={code for first, last in KEPT for code in range(first, last + 1)}
    )
    subsetter.subset(font)
    _add_space(font, ord(EN_SPACE), font["head"].unitsPerEm // 2)
    _draw_boxes(font)
    _name(font, face)
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _add_space(font: Any, code: int, width: int) -> None:
    """Give an opened font an empty glyph, `width` units wide."""
    name = "enspace"
    font["glyf"][name] = Glyph()
    font["hmtx"][name] = (width, 0)
    font.setGlyphOrder(font["glyf"].glyphOrder)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _draw_boxes(font: Any) -> None:
    """Draw the check boxes as on paper: a plain square, and one with a tick."""
    square = ((40, -60), (760, 660)), ((92, -8), (708, 608))
    tick = ((196, 292), (346, 132), (612, 478), (556, 522), (342, 246), (242, 346))
    for code, ticked in ((0x2610, False), (0x2611, True)):
        pen = TTGlyphPen(None)
        (outer, inner) = square
        _rectangle(pen, *outer)
        _rectangle(pen, *inner, hole=True)
        if ticked:
            _polygon(pen, tick)
        name = font.getBestCmap()[code]
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (800, 40)


def _rectangle(pen: Any, low: Point, high: Point, *, hole: bool = False) -> None:
    corners = (low, (low[0], high[1]), high, (high[0], low[1]))
    _polygon(pen, corners[::-1] if hole else corners)


def _polygon(pen: Any, corners: Sequence[Point]) -> None:
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()


def _name(font: Any, face: Face) -> None:
    bold = face.style == "Bold"
    names = {
        1: FAMILY,
        2: face.style,
        3: f"formsvc;word;{face.style}",
        4: FAMILY if not bold else f"{FAMILY} {face.style}",
        6: f"FormsvcSans-{face.style}",
    }
    for name_id in (16, 17):
        font["name"].removeNames(nameID=name_id)
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    if bold:
        font["OS/2"].usWeightClass = 700
        font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x40) | 0x20
        font["head"].macStyle |= 1
