"""How much a box of the writable PDF holds. All lengths are in pt, 1/72 inch.

Text in a field has a fixed size. Readers that choose a size themselves draw short
texts huge or long ones beyond their box: MuPDF keeps 12 pt, Poppler begins at 20.
"""

from math import ceil

SIZE = 9.0
"""Size of what is written in a field."""

SMALL = 8.0
"""Size of what does not fit at `SIZE`: the least that print may have (contract 3)."""

LEADING = 1.35
"""From line to line, in ems: as wide as the widest reader sets it, pdf.js."""

TIGHT = 1.15
"""From line to line, in ems, where two lines share a one-line box."""

PADDING = 2.0
"""What readers leave free at each side within a field."""

FRAME = 0.6
"""Width of the line drawn around a field (look.md), as in document.css."""

INSET = 1.2
"""How far a field stands inside of that line."""

AROUND = FRAME + INSET
"""What a box is larger than its field, at each side."""

LINE_CHARACTER = 0.5
"""Width of a character in a line, in ems: names and figures; examples have 0.46."""

PROSE_CHARACTER = 0.45
"""Width of a character in prose, in ems: the examples' widest text has 0.447."""

FULL = 0.92
"""How much of its lines a text fills when words are not divided."""

STEPS = ((4, 1), (12, 2), (32, 4), (100, 8))
"""How boxes grow: up to so many lines, by so many."""

LONG_ROOM = 600
"""Characters for which a box for a long text has room at the least (contract 3)."""


def room(width: float) -> float:
    """Return the width that a text may have in a field `width` wide."""
    return width - 2 * PADDING


def line_length(width: float) -> int:
    """Return how many characters a one-line field `width` wide holds."""
    return max(1, int(room(width) / (LINE_CHARACTER * SIZE)))


def line_count(height: float, size: float = SIZE) -> int:
    """Return how many lines a field `height` tall holds."""
    return max(1, int((height - 2 * PADDING) / (LEADING * size) + 1e-6))


def prose_length(width: float, height: float) -> int:
    """Return how many characters of prose a field of that size holds."""
    per_line = room(width) / (PROSE_CHARACTER * SIZE)
    return max(1, int(line_count(height) * per_line * FULL))


def lines_for(characters: int, width: float) -> int:
    """Return how many lines so many characters of prose take in a field."""
    per_line = room(width) / (PROSE_CHARACTER * SIZE)
    return max(1, ceil(characters / (per_line * FULL)))


def height_for(lines: int) -> float:
    """Return how tall a field of so many lines is."""
    return lines * LEADING * SIZE + 2 * PADDING


def stepped(lines: int) -> int:
    """Return a number of lines at least as large: few sizes, so few layouts."""
    step = next((step for most, step in STEPS if lines <= most), STEPS[-1][1])
    return -(-lines // step) * step
