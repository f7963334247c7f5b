"""An organisation's logo in a Word document, where its size has to be told.

All lengths are in mm.
"""

import base64
import re
import struct
from collections.abc import Callable

from formsvc.profiles import LOGO_TYPES, Profile
from formsvc.word.pictures import Picture

WIDEST, TALLEST = 50.0, 16.0
"""The room that a logo has, as in document.css."""

_PIXEL = 25.4 / 96
"""Width of a pixel of a picture that says nothing of its scale, as in CSS."""

_ENDINGS = {media_type: ending[1:] for ending, media_type in LOGO_TYPES.items()}

_VIEW = re.compile(
    rb"""viewBox\s*=\s*["'][-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"""
)
_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG that tell how large the picture is (ITU-T T.81, table B.1)."""

Size = tuple[float, float] | None


def logo_of(profile: Profile) -> Picture | None:
    """Return the logo of a profile as it stands in a document, nothing without one."""
    head, _comma, content = profile.logo.partition(";base64,")
    ending = _ENDINGS.get(head.removeprefix("data:"))
    if ending is None:
        return None
    raw = base64.b64decode(content)
    wide, high = SIZES[ending](raw) or (TALLEST / _PIXEL, TALLEST / _PIXEL)
    scale = min(_PIXEL, WIDEST / wide, TALLEST / high)
    words = profile.logo_text or profile.organisation
    return Picture(raw, ending, wide * scale, high * scale, words)


def _png(raw: bytes) -> Size:
    """Return width and height in pixels, as the first chunk has them."""
    return _positive(*struct.unpack_from(">2L", raw.ljust(24, b"\0"), 16))


def _jpeg(raw: bytes) -> Size:
    place = 2
    while place + 9 < len(raw) and raw[place] == _MARKER:
        marker, length = struct.unpack_from(">xBH", raw, place)
        if marker in _FRAMES:
            high, wide = struct.unpack_from(">2H", raw, place + 5)
            return _positive(wide, high)
        place += 2 + length
    return None


def _svg(raw: bytes) -> Size:
    found = _VIEW.search(raw)
    return _positive(float(found[1]), float(found[2])) if found else None


def _positive(wide: float, high: float) -> Size:
    return (wide, high) if wide > 0 and high > 0 else None


SIZES: dict[str, Callable[[bytes], Size]] = {"png": _png, "jpg": _jpeg, "svg": _svg}
"""What tells width and height of a picture, by the ending of its name."""
