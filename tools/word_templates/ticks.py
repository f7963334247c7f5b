"""Where boxes to tick stand beside each other."""

from itertools import accumulate

from tools.word_templates.lengths import TEXT_WIDTH
from tools.word_templates.lettering import width

SIZE = 10.5
"""Size of their words, in points."""

BOX, LEAST = 5.4, 4.0
"""Width of a box with the space after it, and the least space to the next; in mm."""

MM_PER_POINT = 25.4 / 72


def tick_places(words: list[str], columns: int) -> list[float]:
    """Return where the boxes of a line begin, in mm: all in one line when they fit."""
    widths = [BOX + width(each, SIZE) * MM_PER_POINT for each in words]
    between = (TEXT_WIDTH - sum(widths)) / max(len(words) - 1, 1)
    if between >= LEAST:
        return list(accumulate((wide + between for wide in widths[:-1]), initial=0.0))
    return [TEXT_WIDTH / columns * column for column in range(columns)]
