"""A part of a font draws the same glyphs as the whole, and tells the same widths."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

import formsvc
from formsvc.writable.truetype import TrueType

FONTS = sorted((Path(formsvc.__file__).parent / "static" / "fonts").glob("*.ttf"))
FONT = pytest.mark.parametrize("path", FONTS, ids=[path.stem for path in FONTS])


def drawn(font: TTFont, number: int) -> list[object]:
    """Return how a glyph is drawn."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphOrder()[number]].draw(pen)
    return list(pen.value)


@FONT
def test_characters_and_widths_are_those_of_the_font(path: Path) -> None:
    ours, theirs = TrueType(path), TTFont(path)

    names = theirs.getBestCmap()
    numbers = {char: theirs.getGlyphID(name) for char, name in names.items()}
    assert {c: g for c, g in numbers.items() if c <= 0xFFFF} == ours.glyphs
    for char, name in names.items():
        assert ours.width(numbers[char]) == theirs["hmtx"][name][0]


@FONT
def test_a_part_draws_its_glyphs_and_no_others(path: Path) -> None:
    font = TrueType(path)
    wanted = [font.glyphs[ord(char)] for char in "ÅäŁşЮπ" if ord(char) in font.glyphs]

    part = TTFont(BytesIO(font.part(wanted)))

    whole = TTFont(path)
    assert len(part.getGlyphOrder()) == len(whole.getGlyphOrder())
    for number in wanted:
        assert drawn(part, number) == drawn(whole, number)
    outlines = [part["glyf"][name].numberOfContours for name in part.getGlyphOrder()]
    assert sum(map(bool, outlines)) < 20
    assert len(font.part(wanted)) < path.stat().st_size
