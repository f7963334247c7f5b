"""QR codes, by segno in this module alone."""

from io import BytesIO
from typing import Any, NamedTuple

import segno

SMALLEST = 24.0
"""Width of the smallest code in mm, without the white around it."""

SQUARE = 0.727
"""Least width of a square of the code in mm: 24 mm for some 50 characters."""

QUIET = 4
"""Squares that are left white around a code (ISO/IEC 18004, 9.1)."""


PIXELS = 8
"""Pixels across a square of a code that is drawn as pixels."""


class Code(NamedTuple):
    """A QR code: a picture as a `data:` address, and its width and edge in mm.

    `edge` is the white around the code at each side, which is part of its width.
    """

    image: str
    width: float
    edge: float


class Drawn(NamedTuple):
    """The same as a PNG, for what shows no SVG; its width in mm."""

    content: bytes
    width: float


def qr_code(text: str) -> Code:
    """Return the code for `text`.

    Its error correction, level M, reads a code of which 15 per cent is gone.
    """
    made = _made(text)
    width, edge = _size(made)
    image = made.svg_data_uri(
        border=QUIET, dark="#000000", light="#ffffff", omitsize=True, xmldecl=False
    )
    return Code(image, width, edge)


def qr_png(text: str) -> Drawn:
    """Return the same code as `qr_code`, as a PNG."""
    made, file = _made(text), BytesIO()
    made.save(file, kind="png", scale=PIXELS, border=QUIET)
    return Drawn(file.getvalue(), _size(made)[0])


def _made(text: str) -> Any:
    return segno.make(text, error="m", boost_error=False, micro=False)


def _size(made: Any) -> tuple[float, float]:
    """Return width and edge of a code, in mm."""
    squares = made.symbol_size(border=0)[0]
    side = max(SMALLEST, squares * SQUARE)
    edge = QUIET * side / squares
    return round(side + 2 * edge, 2), round(edge, 2)
