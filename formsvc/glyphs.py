"""What the packaged fonts can draw, and what stands in for the rest.

Documents use the packaged fonts only. A text goes through `drawable` on its way
into a document, so that no font of the machine is ever asked for.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from formsvc.glyph_ranges import RANGES

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character which the packaged fonts lack."""

IGNORABLE = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian variation selectors, vowel separator
    (0x200B, 0x200F),  # zero width space and joiners, direction marks
    (0x202A, 0x202E),  # direction embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, direction isolates
    (0x3164, 0x3164),  # Hangul filler
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # halfwidth Hangul filler
    (0xFFF0, 0xFFF8),  # unassigned
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    (0xE0000, 0xE0FFF),  # tags, variation selectors supplement
)
"""Unicode's Default_Ignorable_Code_Point: what has no shape of its own."""

LINE_BREAKS = "\n\v\f\r\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"

_PLAIN = re.compile("[\n -~\xa0-\xac\xae-\xff]*")
"""Text which is drawn as it is; most texts are."""

_RANGE_STARTS = tuple(first for first, _ in RANGES)
_IGNORABLE_STARTS = tuple(first for first, _ in IGNORABLE)


def drawable(text: str) -> str:
    """Take any text; return it as documents draw it.

    A character which the packaged fonts lack becomes U+FFFD, a space which they
    lack an ordinary space, any line break a newline. Invisible characters are
    left out.
    """
    if _PLAIN.fullmatch(text):
        return text
    return "".join(map(_drawn, text.replace("\r\n", "\n")))


def missing(text: str) -> list[str]:
    """Take any text; return the characters which `drawable` replaces by U+FFFD.

    Each comes once, in the order in which they first appear.
    """
    if _PLAIN.fullmatch(text):
        return []
    return [
        char
        for char in dict.fromkeys(text)
        if char != REPLACEMENT and _drawn(char) == REPLACEMENT
    ]


@lru_cache(maxsize=4096)
def _drawn(char: str) -> str:
    """Take one character; return what is drawn for it, which may be nothing."""
    codepoint = ord(char)
    if _within(codepoint, _RANGE_STARTS, RANGES):
        return char
    if _within(codepoint, _IGNORABLE_STARTS, IGNORABLE):
        return ""
    if char in LINE_BREAKS:
        return "\n"
    if char == "\t" or unicodedata.category(char) == "Zs":
        return " "
    return REPLACEMENT


def _within(
    codepoint: int, starts: tuple[int, ...], ranges: tuple[tuple[int, int], ...]
) -> bool:
    """Say whether a code point is in one of the sorted ranges."""
    index = bisect_right(starts, codepoint) - 1
    return index >= 0 and codepoint <= ranges[index][1]
