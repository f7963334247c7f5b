"""A text in the lines of its box."""

import re
from collections.abc import Callable
from typing import NamedTuple

from formsvc.writable import boxes

Width = Callable[[str], int]
"""How wide a text is, in thousandths of an em."""

SHRINK, SMALLEST = 0.9, 0.5
"""How a text is made smaller that fits nowhere, and the size in pt where that ends."""

_WORDS = re.compile(r"[^ ]* *")


class Setting(NamedTuple):
    """A text as it is set: its lines, and its size and leading in pt."""

    lines: list[str]
    size: float
    leading: float


def fitting(
    text: str, *, width: float, height: float, multiline: bool, measure: Width
) -> Setting | None:
    """Return `text` set in a field of that size in pt, or nothing if it does not fit.

    First at the usual size, then small; a one-line field may get two small lines.
    """
    room = boxes.room(width)
    if not multiline and "\n" not in text:
        wide = measure(text)
        for size in (boxes.SIZE, boxes.SMALL):
            if wide * size <= room * 1000:
                return Setting([text], size, 0)
    if multiline:
        return _wrapped(text, room, height, measure)
    return _squeezed(text, room, height, measure)


def shrunk(text: str, *, width: float, height: float, measure: Width) -> Setting:
    """Return `text` set as small as it has to be, for one that no page has room for.

    Such a text is far beyond what the contract allows; it is whole all the same.
    """
    size = boxes.SMALL
    while True:
        lines = wrap(text, boxes.room(width) * 1000 / size, measure)
        if len(lines) <= boxes.line_count(height, size) or size < SMALLEST:
            return Setting(lines, size, boxes.LEADING * size)
        size *= SHRINK


def lines_needed(text: str, width: float, measure: Width) -> int:
    """Return how many lines `text` takes at the usual size in a field `width` wide."""
    return len(wrap(text, boxes.room(width) * 1000 / boxes.SIZE, measure))


def wrap(text: str, room: float, measure: Width) -> list[str]:
    """Return the lines of `text`, none wider than `room` (thousandths of an em).

    Lines break between words, and within a word that is wider than a line.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if measure(paragraph) <= room:
            lines.append(paragraph)
        else:
            lines += _broken(paragraph, room, measure)
    return lines


def _wrapped(text: str, room: float, height: float, measure: Width) -> Setting | None:
    for size in (boxes.SIZE, boxes.SMALL):
        lines = wrap(text, room * 1000 / size, measure)
        if len(lines) <= boxes.line_count(height, size):
            return Setting(lines, size, boxes.LEADING * size)
    return None


def _squeezed(text: str, room: float, height: float, measure: Width) -> Setting | None:
    leading = boxes.TIGHT * boxes.SMALL
    lines = wrap(text, room * 1000 / boxes.SMALL, measure)
    if len(lines) * leading <= height:
        return Setting(lines, boxes.SMALL, leading)
    return None


def _broken(paragraph: str, room: float, measure: Width) -> list[str]:
    lines, line, used = [], "", 0
    for word in _WORDS.findall(paragraph):
        wide = measure(word.rstrip(" "))
        if line and used + wide > room:
            lines.append(line)
            line, used = "", 0
        while wide > room:
            head = _head(word, room, measure)
            lines.append(word[:head])
            word = word[head:]  # noqa: PLW2901  what is left of it
            wide = measure(word.rstrip(" "))
        line += word
        used += measure(word)
    return [*lines, line]


def _head(word: str, room: float, measure: Width) -> int:
    """Return how many characters of `word` fit on a line: one at the least."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if measure(word[:middle]) <= room else (low, middle - 1)
        )
    return low
