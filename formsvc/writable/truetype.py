"""What is needed of a TrueType file: its characters, widths, and a part of its glyphs.

With the standard library, since the library that cuts fonts takes longer to import
than a form takes to fill. Read for the packaged fonts alone: no file of a stranger.
"""

import struct
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

DRAWING_TABLES = (b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp")
"""The tables that a PDF reader draws a glyph with, besides those of hinting."""

_COMPOSITE = -1
_MORE, _WORDS, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80


class TrueType:
    """A font file, read as far as it is asked."""

    def __init__(self, path: Path) -> None:
        """Read the file at `path`."""
        self._data = path.read_bytes()
        count = struct.unpack_from(">H", self._data, 4)[0]
        self._tables = {}
        for place in range(count):
            tag, _sum, start, size = struct.unpack_from(
                ">4sLLL", self._data, 12 + 16 * place
            )
            self._tables[tag] = self._data[start : start + size]

    @cached_property
    def units(self) -> int:
        """Units of an em."""
        return int(struct.unpack_from(">H", self._tables[b"head"], 18)[0])

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The box around all glyphs, in thousandths of an em."""
        left, low, right, high = (
            value * 1000 // self.units
            for value in struct.unpack_from(">4h", self._tables[b"head"], 36)
        )
        return left, low, right, high

    @cached_property
    def glyphs(self) -> dict[int, int]:
        """The glyph of each code point, of the subtable of Unicode's first plane."""
        table = self._tables[b"cmap"]
        for place in range(struct.unpack_from(">H", table, 2)[0]):
            system, coding, start = struct.unpack_from(">HHL", table, 4 + 8 * place)
            if (system, coding) == (3, 1):
                return _segments(table[start:])
        return {}

    def width(self, glyph: int) -> int:
        """Return how wide a glyph is, in thousandths of an em."""
        long_ones = struct.unpack_from(">H", self._tables[b"hhea"], 34)[0]
        place = 4 * min(glyph, long_ones - 1)
        advance: int = struct.unpack_from(">H", self._tables[b"hmtx"], place)[0]
        return round(advance * 1000 / self.units)

    def part(self, glyphs: Iterable[int]) -> bytes:
        """Return a font file with the outlines of `glyphs`, under their numbers."""
        kept = self._with_parts({0, *glyphs})
        outlines, starts = bytearray(), [0]
        for glyph in range(len(self._starts) - 1):
            if glyph in kept:
                outlines += self._outline(glyph)
                outlines += bytes(-len(outlines) % 4)
            starts.append(len(outlines))
        tables = {tag: self._tables[tag] for tag in DRAWING_TABLES}
        tables[b"glyf"] = bytes(outlines)
        tables[b"loca"] = struct.pack(f">{len(starts)}L", *starts)
        head = bytearray(tables[b"head"])
        struct.pack_into(">h", head, 50, 1)  # starts of glyphs are four bytes
        return _font_file({**tables, b"head": bytes(head)})

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        table = self._tables[b"loca"]
        if struct.unpack_from(">h", self._tables[b"head"], 50)[0]:
            return struct.unpack(f">{len(table) // 4}L", table)
        return tuple(
            2 * start for start in struct.unpack(f">{len(table) // 2}H", table)
        )

    def _outline(self, glyph: int) -> bytes:
        start, end = self._starts[glyph], self._starts[glyph + 1]
        return self._tables[b"glyf"][start:end]

    def _with_parts(self, glyphs: set[int]) -> set[int]:
        kept, new = set(), set(glyphs)
        while new:
            kept |= new
            new = {part for glyph in new for part in self._parts(glyph)} - kept
        return kept

    def _parts(self, glyph: int) -> Iterable[int]:
        outline = self._outline(glyph)
        if not outline or struct.unpack_from(">h", outline)[0] != _COMPOSITE:
            return
        place, flags = 10, _MORE
        while flags & _MORE:
            flags, part = struct.unpack_from(">HH", outline, place)
            yield part
            place += 8 if flags & _WORDS else 6
            place += 2 * bool(flags & _SCALE) + 4 * bool(flags & _TWO_SCALES)
            place += 8 * bool(flags & _MATRIX)


def _segments(table: bytes) -> dict[int, int]:
    """Read a subtable of format 4: runs of code points."""
    double = struct.unpack_from(">H", table, 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + double)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * double)
    offsets = struct.unpack_from(f">{count}H", table, 16 + 3 * double)
    found = {}
    for place in range(count):
        for code in range(starts[place], ends[place] + 1):
            glyph = code
            if offsets[place]:
                at = 16 + 3 * double + 2 * place + offsets[place]
                at += 2 * (code - starts[place])
                glyph = struct.unpack_from(">H", table, at)[0] if at < len(table) else 0
            found[code] = (glyph + deltas[place]) & 0xFFFF if glyph else 0
    return {code: glyph for code, glyph in found.items() if glyph}


def _font_file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    head = struct.pack(">L4H", 0x00010000, count, search, power, 16 * count - search)
    place, directory, body = 12 + 16 * count, b"", b""
    for tag in sorted(tables):
        padded = tables[tag] + bytes(-len(tables[tag]) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        directory += struct.pack(
            ">4sLLL", tag, checksum, place + len(body), len(tables[tag])
        )
        body += padded
    return head + directory + body
