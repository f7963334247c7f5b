"""The ring of the wheel as geometry: its size and the outlines of its seven pieces.

All lengths are units of the view box; at 45 mm, the wheel's size on the plan's first
page, one unit is 0.225 mm.
"""

from math import asin, cos, pi, sin

from formsvc.areas import AREAS

SIZE = 200.0
CENTRE = SIZE / 2
INNER = 29.0  # leaves room for "Barnets" in bold, and for "Utveckling" in the ring
OUTER = 94.0  # an area without needs ends here ...
RAISED = 99.0  # ... and one with needs here: 1.1 mm longer, seen without colour
GAP = 2.6  # 0.6 mm of paper between neighbours
# How far a rounded corner reaches along its sides; the inner arc is short, and broad
# corners would make it wavy.
OUTER_CORNER = 3.0
INNER_CORNER = 1.8
OUTLINE = 1.3  # 0.3 mm: thin, yet survives a copying machine

TURN = 2 * pi / len(AREAS)  # radians of one piece


def outlined_piece(number: int) -> str:
    """Give the path of an area without need, to be drawn as a line `OUTLINE` wide.

    `number` is the area's, 1-7.
    """
    return _ring_piece(number, OUTER, inset=OUTLINE / 2)


def raised_piece(number: int) -> str:
    """Give the path of an area with a need, to be filled; `number` is 1-7."""
    return _ring_piece(number, RAISED, inset=0)


def _ring_piece(number: int, outer: float, *, inset: float) -> str:
    """Give the path of a ring piece with rounded corners and straight, even gaps.

    The sides stand half a gap and `inset` inside of the piece's share of the turn, the
    arcs `inset` inside of `INNER` and `outer`: half a stroke, so that a drawn outline
    and a filled piece are equally large.
    """
    start = TURN * (number - 1)
    end = start + TURN
    aside, inner, outer = GAP / 2 + inset, INNER + inset, outer - inset

    def first(radius: float, along: float = 0) -> str:
        return _point(radius, start + asin(aside / radius) + along / radius)

    def last(radius: float, along: float = 0) -> str:
        return _point(radius, end - asin(aside / radius) - along / radius)

    return (
        f"M{first(inner + INNER_CORNER)}L{first(outer - OUTER_CORNER)}"
        f"Q{first(outer)} {first(outer, OUTER_CORNER)}"
        f"A{outer:g} {outer:g} 0 0 1 {last(outer, OUTER_CORNER)}"
        f"Q{last(outer)} {last(outer - OUTER_CORNER)}L{last(inner + INNER_CORNER)}"
        f"Q{last(inner)} {last(inner, INNER_CORNER)}"
        f"A{inner:g} {inner:g} 0 0 0 {first(inner, INNER_CORNER)}"
        f"Q{first(inner)} {first(inner + INNER_CORNER)}Z"
    )


def _point(radius: float, angle: float) -> str:
    """Give a point of the ring as "x y", the angle clockwise from the top."""
    return f"{CENTRE + radius * sin(angle):.2f} {CENTRE - radius * cos(angle):.2f}"
