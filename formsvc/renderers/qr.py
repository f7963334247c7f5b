"""QR codes, by segno in this module alone."""

from typing import NamedTuple

import segno

SMALLEST = 24.0
"""Width of the smallest code in mm, without the white around it."""

SQUARE = 0.727
"""Least width of a square of the code in mm: 24 mm for some 50 characters."""

QUIET = 4
"""Squares that are left white around a code (ISO/IEC 18004, 9.1)."""


class Code(NamedTuple):
    """A QR code: a picture as a `data:` address, and its width and edge in mm.

    `edge` is the white around the code at each side, which is part of its width.
    """

    image: str
    width: float
    edge: float


def qr_code(text: str) -> Code:
    """Return the code for `text`.

    Its error correction, level M, reads a code of which 15 per cent is gone.
    """
    made = segno.make(text, error="m", boost_error=False, micro=False)
    squares = made.symbol_size(border=0)[0]
    side = max(SMALLEST, squares * SQUARE)
    edge = QUIET * side / squares
    image = made.svg_data_uri(
        border=QUIET, dark="#000000", light="#ffffff", omitsize=True, xmldecl=False
    )
    return Code(image, round(side + 2 * edge, 2), round(edge, 2))
