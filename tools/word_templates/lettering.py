"""Words as outlines of the packaged font, which look the same wherever they are drawn."""

from functools import cache
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from tools.word_templates.curves import Point, Step

FONTS = Path(__file__).parents[2] / "formsvc" / "static" / "fonts"
_WHOLE = 1000


class _Outline(BasePen):  # type: ignore[misc]
    """Takes down the steps of glyphs; the base makes quadratic curves cubic."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.steps: list[Step] = []

    def _moveTo(self, pt: Point) -> None:
        self.steps.append(Step("M", (pt,)))

    def _lineTo(self, pt: Point) -> None:
        self.steps.append(Step("L", (pt,)))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:
        self.steps.append(Step("C", (pt1, pt2, pt3)))

    def _closePath(self) -> None:
        self.steps.append(Step("Z", ()))


@cache
def _font(style: str) -> Any:
    return TTFont(FONTS / f"FormsvcSans-{style}.ttf")


def width(words: str, size: float) -> float:
    """Return how wide words are, `size` large; in the unit of `size`."""
    font = _font("Regular")
    names = font.getBestCmap()
    return sum(font["hmtx"][names[ord(each)]][0] for each in words) * size / _WHOLE


def outlined(words: str, x: float, baseline: float, size: float) -> list[Step]:
    """Return the outlines of one line, `size` large and centred on `x`."""
    font = _font("Semibold")
    names = [font.getBestCmap()[ord(letter)] for letter in words]
    glyphs = font.getGlyphSet()
    scale = size / _WHOLE
    right = x - sum(glyphs[name].width for name in names) * scale / 2
    found: list[Step] = []
    for name in names:
        pen = _Outline(glyphs)
        glyphs[name].draw(pen)
        found += [
            Step(
                step.what,
                tuple((px * scale + right, baseline - py * scale) for px, py in step.points),
            )
            for step in pen.steps
        ]
        right += glyphs[name].width * scale
    return found
