"""Lengths: what is told in mm and points, in the units of Word and DrawingML."""

PAGE, MARGIN = (210, 297), 18
"""A4, and the margins at its sides; in mm."""

TEXT_WIDTH = PAGE[0] - 2 * MARGIN
"""What lies between the margins, in mm."""

EMU_PER_MM = 36000


def twips(mm: float) -> int:
    """Return millimetres as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """Return millimetres as English metric units, of which drawings are made."""
    return round(mm * EMU_PER_MM)


def shared(widths: list[float], whole: float) -> list[float]:
    """Return `widths` in the same proportions, and so that they make up `whole`."""
    return [width * whole / sum(widths) for width in widths]
