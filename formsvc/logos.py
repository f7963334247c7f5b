"""What may be a logo: a whole picture, which runs nothing and fetches nothing.

A logo stands in every document as it is, and goes out with it.
"""

import re
import struct
from collections.abc import Iterator
from io import BytesIO
from math import isfinite
from typing import Any

from formsvc.i18n import _

Size = tuple[float, float] | None
"""Width and height in pixels, nothing when a picture does not tell."""

MOST_PIXELS = 20_000_000
"""Of a picture that is drawn anew for each document."""

_LEAST, _MOST = 1e-2, 1e6
"""Lengths in pixels that are taken for a size."""

_MARKER = 0xFF
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG that tell how large the picture is (ITU-T T.81, table B.1)."""

_NUMBER = r"[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?"
_LENGTH = re.compile(rf"\s*({_NUMBER})(px|mm|cm|in|pt|pc|)\s*")
_BETWEEN = r"(?:\s+|\s*,\s*)"
_BOX = re.compile(rf"\s*{_BETWEEN.join([f'({_NUMBER})'] * 4)}\s*")
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "pt": 96 / 72,
    "pc": 16.0,
}
"""Pixels of a unit, as in CSS."""

_NO_PICTURE = frozenset(
    (
        *("script", "foreignObject", "handler", "listener", "iframe", "object"),
        *("embed", "audio", "video", "animate", "animateMotion", "animateTransform"),
        *("animateColor", "set", "discard"),
    )
)
"""Elements that run something, show pages, or move."""

_INSIDE = r"#|data:(?:image/(?:png|jpeg|gif|webp)|font/|application/(?:x-)?font)"
_OWN = re.compile(rf"\s*(?:$|{_INSIDE})", re.IGNORECASE)
_OUTER = re.compile(rf"url\(\s*[\"']?\s*(?!\s|[\"']|{_INSIDE})", re.IGNORECASE)
_OUTER_STYLE = re.compile(r"@import|image-set|//|\\", re.IGNORECASE)
"""What fetches in CSS; by a backslash any word can be written in another way."""


_WITHIN = re.compile(r"url\(\s*[\"']?data:[\w+./;=,%-]*[\"']?\s*\)")
"""Data in CSS, which is not looked through for addresses."""


def fault_of(raw: bytes, ending: str) -> str:
    """Return what is wrong with a logo, in Swedish; empty when it can be used."""
    if ending == "svg":
        return _fault_of_drawing(raw)
    kind = "PNG" if ending == "png" else "JPEG"
    if _is_whole(raw, kind):
        return ""
    return _("logotypen är ingen hel {kind}-bild, eller för stor").format(kind=kind)


def _png_ends(raw: bytes) -> bool:
    """Return whether all chunks of a PNG are there: WeasyPrint lets Pillow go on."""
    place, last = 8, b""
    while place + 12 <= len(raw) and last != b"IEND":
        length, last = struct.unpack_from(">L4s", raw, place)
        place += 12 + length
    return last == b"IEND" and place <= len(raw)


def _jpeg_ends(raw: bytes) -> bool:
    return raw.rfind(b"\xff\xd9") > raw.rfind(b"\xff\xda")


_ENDS = {"PNG": _png_ends, "JPEG": _jpeg_ends}
"""What tells whether a picture is cut off."""


def _is_whole(raw: bytes, kind: str) -> bool:
    """Return whether a picture can be drawn to its last line."""
    from PIL import Image

    if not _ENDS[kind](raw):
        return False
    try:
        with Image.open(BytesIO(raw), formats=[kind]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return False
            picture.load()
    except (OSError, SyntaxError, ValueError, struct.error):
        return False
    except Image.DecompressionBombError:
        return False
    return True


def _fault_of_drawing(raw: bytes) -> str:
    root = _root(raw)
    if root is None:
        return _("logotypen är ingen SVG som går att läsa")
    if root.getroottree().docinfo.doctype:
        return _("logotypen har DOCTYPE; spara den som vanlig SVG utan")
    if more := next(_no_picture(root), None):
        return _("logotypen har annat än bild: {what}").format(what=more)
    if more := next(_fetched(root), None):
        return _("logotypen hämtar något utifrån: {what}").format(what=more)
    return ""


def _root(raw: bytes) -> Any:
    """Return the root of a drawing, nothing when it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if _local(root.tag) == "svg" else None


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _no_picture(root: Any) -> Iterator[str]:
    """Yield what in a drawing runs or is a page: elements, attributes, instructions."""
    from lxml import etree

    for before in root.itersiblings(etree.PI, preceding=True):
        yield before.target
    for element in root.iter():
        if element.tag is etree.PI:
            yield element.target
        elif isinstance(element.tag, str):
            if _local(element.tag) in _NO_PICTURE:
                yield _local(element.tag)
            names = (_local(key) for key, _value in element.items())
            yield from (name for name in names if name.startswith("on"))


def _fetched(root: Any) -> Iterator[str]:
    """Yield what in a drawing is not in it, but has an address."""
    for element in root.iter("*"):
        tag = _local(element.tag)
        if tag == "style" and _is_outer_style("".join(element.itertext())):
            yield tag
        for key, value in element.items():
            name = _local(key)
            is_outer = _OUTER.search(value) is not None
            if name in ("href", "src"):
                is_outer = _OWN.match(value) is None
            elif name == "style":
                is_outer = _is_outer_style(value)
            if is_outer or key.endswith("/namespace}base"):
                yield f"{tag} {name}"


def _is_outer_style(text: str) -> bool:
    found = _OUTER.search(text) or _OUTER_STYLE.search(_WITHIN.sub("", text))
    return found is not None


def size_of(raw: bytes, ending: str) -> Size:
    """Return how large a logo is, nothing when it does not tell."""
    sizes = {"png": _png, "jpg": _jpeg, "svg": _svg}
    return sizes[ending](raw)


def _png(raw: bytes) -> Size:
    """Return width and height as the first chunk has them."""
    return _possible(*struct.unpack_from(">2L", raw.ljust(24, b"\0"), 16))


def _jpeg(raw: bytes) -> Size:
    place = 2
    while place + 9 < len(raw) and raw[place] == _MARKER:
        if raw[place + 1] == _MARKER:  # a byte that fills (T.81, B.1.1.2)
            place += 1
            continue
        marker, length = struct.unpack_from(">xBH", raw, place)
        if marker in _FRAMES:
            high, wide = struct.unpack_from(">2H", raw, place + 5)
            return _possible(wide, high)
        place += 2 + length
    return None


def _svg(raw: bytes) -> Size:
    """Return what a drawing says, or the shape of its box when it does not."""
    root = _root(raw)
    if root is None:
        return None
    wide, high = (_length(root.get(key, "")) for key in ("width", "height"))
    found = _BOX.fullmatch(root.get("viewBox", ""))
    box = _possible(float(found[3]), float(found[4])) if found else None
    if box and wide and not high:
        high = wide * box[1] / box[0]
    elif box and high and not wide:
        wide = high * box[0] / box[1]
    elif box and not wide:
        wide, high = box
    return _possible(wide, high)


def _length(written: str) -> float:
    """Return a length in pixels, nought when it is none or a share of something."""
    found = _LENGTH.fullmatch(written)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0


def _possible(wide: float, high: float) -> Size:
    both = (wide, high)
    if all(isfinite(each) and _LEAST <= each <= _MOST for each in both):
        return both
    return None
