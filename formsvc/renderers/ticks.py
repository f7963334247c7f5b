"""How boxes look, ticked or not, as content streams; lengths in pt."""

from collections.abc import Sequence

from formsvc.writable.syntax import number

NOTHING = b"q Q"
"""Draws nothing; a stream of no bytes is packed into one that MuPDF warns of."""

TICK = ((0.2, 0.52), (0.42, 0.27), (0.82, 0.78))
"""The corners of a tick, as parts of its box from the lower left."""

TICK_WIDTH = 0.13
"""Width of the line of a tick, as a part of its box."""

WITHIN_DISC = 0.62
"""Width of a tick on a disc, as a part of the disc."""

ROUND = 0.5523
"""How far the handles of a quarter circle reach, as a part of its radius."""

LINE = 0.9
"""Width of the outline of an empty disc."""


def in_box(width: float, height: float) -> bytes:
    """Return a tick in near black, for a box that is drawn on the page."""
    return b"q 0.11 G %s Q" % _tick(0, 0, width, height)


def on_disc(width: float, height: float, colour: Sequence[float]) -> bytes:
    """Return a white tick on a disc in `colour` (red, green, blue from 0 to 1)."""
    side = min(width, height) * WITHIN_DISC
    left, low = (width - side) / 2, (height - side) / 2
    disc = _circle(width, height, inset=0)
    return b"q %s rg %s f 1 G %s Q" % (
        _numbers(*colour),
        disc,
        _tick(left, low, side, side),
    )


def empty_disc(width: float, height: float, colour: Sequence[float]) -> bytes:
    """Return a circle in `colour` with room for a pen's tick."""
    return b"q %s RG %s w 1 g %s B Q" % (
        _numbers(*colour),
        number(LINE),
        _circle(width, height, inset=LINE / 2),
    )


def _tick(left: float, low: float, width: float, height: float) -> bytes:
    corners = [(left + x * width, low + y * height) for x, y in TICK]
    (x0, y0), (x1, y1), (x2, y2) = corners
    return b"%s w 1 J 1 j %s m %s l %s l S" % (
        number(TICK_WIDTH * width),
        _numbers(x0, y0),
        _numbers(x1, y1),
        _numbers(x2, y2),
    )


def _circle(width: float, height: float, *, inset: float) -> bytes:
    x, y = width / 2, height / 2
    r = min(x, y) - inset
    h = ROUND * r
    quarters = (
        (x + r, y + h, x + h, y + r, x, y + r),
        (x - h, y + r, x - r, y + h, x - r, y),
        (x - r, y - h, x - h, y - r, x, y - r),
        (x + h, y - r, x + r, y - h, x + r, y),
    )
    arcs = b" ".join(_numbers(*quarter) + b" c" for quarter in quarters)
    return b"%s m %s h" % (_numbers(x + r, y), arcs)


def _numbers(*values: float) -> bytes:
    return b" ".join(map(number, values))
