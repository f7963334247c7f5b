"""What a field looks like, as a content stream (ISO 32000-1, 12.7.3.3)."""

from collections.abc import Sequence

from formsvc.writable import boxes
from formsvc.writable.faces import OWN, Run
from formsvc.writable.syntax import number
from formsvc.writable.typesetting import Setting

INK = b"0.11 g"
"""The colour of what is written: near black, as all text (look.md)."""

CAPITAL = 0.66
"""Height of a capital letter in the form's font, in ems."""

FIRST_LINE = 0.95
"""From the top of a field to its first baseline, in ems, below the padding."""

EMPTY = b"/Tx BMC\nEMC"
"""A field without a value."""


def usual(size: float) -> bytes:
    """Return what tells a reader how to draw what is typed: `/DA`."""
    return b"/%s %s Tf %s" % (OWN.encode("ascii"), number(size), INK)


def look(
    setting: Setting, lines: Sequence[Sequence[Run]], *, height: float, multiline: bool
) -> bytes:
    """Return the appearance of a field `height` pt tall that holds `setting`.

    `lines` are the strings and fonts of its lines.
    """
    size = number(setting.size)
    parts = [
        b"/Tx BMC\nq\nBT\n%s" % INK,
        b"%s TL" % number(setting.leading),
        b"%s %s Td"
        % (number(boxes.PADDING), number(_first(setting, height, multiline=multiline))),
    ]
    font = ""
    for place, runs in enumerate(lines):
        if place:
            parts.append(b"T*")
        for name, text in runs:
            if name != font:
                parts.append(b"/%s %s Tf" % (name.encode("ascii"), size))
                font = name
            parts.append(text + b" Tj")
    parts.append(b"ET\nQ\nEMC")
    return b"\n".join(parts)


def _first(setting: Setting, height: float, *, multiline: bool) -> float:
    """Return how high the first baseline stands in the field, in pt."""
    if multiline:
        return height - boxes.PADDING - FIRST_LINE * setting.size
    below = (len(setting.lines) - 1) * setting.leading
    return (height + below - CAPITAL * setting.size) / 2
