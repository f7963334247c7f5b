"""The parts of a Word document: unpacked in pieces, and no size in it is trusted.

`zipfile` tells what the file says that it has; the bytes are unpacked here, so that
every one of them counts, and what the two tables of a zip say has to agree.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from formsvc.apart.limits import (
    ALL_PARTS,
    PART,
    PARTS,
    RATIO,
    SMALL_PART,
    HeavyError,
)

_PIECE = 1 << 16
"""Bytes that are taken at a time."""

_FREE = 200_000
"""Bytes that anything may become, however small it is packed."""

_HEAD = struct.Struct("<4s5H3I2H")
_SIGNATURE = b"PK\x03\x04"

_LOCKED, _UTF8 = 0x1, 0x800
"""Flags of an entry: it takes a password, its name is in UTF-8."""

_STRANGE = ("\\", ":", "\0", "%2e", "%2f", "%5c")
"""Stand in no name of a part; with percent, they are other signs than they seem."""


class Parts:
    """The parts of a package by their names, which differ in more than capitals."""

    def __init__(self, raw: bytes, entries: Sequence[ZipInfo]) -> None:
        """Take a file and what `zipfile` says that is in it.

        Raises `HeavyError` when that is too much, `ValueError` when it is no package.
        """
        if len(entries) > PARTS or sum(each.file_size for each in entries) > ALL_PARTS:
            raise HeavyError
        self._raw, self._left = raw, ALL_PARTS
        self._entries: dict[str, ZipInfo] = {}
        for entry in entries:
            name = _plain(entry)
            if not name:
                continue
            if name in self._entries:
                raise ValueError("two parts of one name")
            self._entries[name] = entry

    def names(self) -> list[str]:
        """Return the names of all parts, in small letters."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def small(self, name: str) -> bytes:
        """Return a part; raise `HeavyError` when it is a large one."""
        content = bytearray()
        for piece in self.pieces(name):
            content += piece
            if len(content) > SMALL_PART:
                raise HeavyError
        return bytes(content)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a part, unpacked, in pieces.

        Raises `ValueError` when there is none or it is not as it was packed, and
        `HeavyError` when it is too much.
        """
        entry = self._entries.get(name.lower())
        if entry is None or entry.flag_bits & _LOCKED:
            raise ValueError("a part is missing or locked")
        packed = self._packed(entry)
        most = min(PART, RATIO * len(packed) + _FREE)
        size = checksum = 0
        for piece in _unpacked(packed, entry.compress_type):
            size, checksum = size + len(piece), zlib.crc32(piece, checksum)
            self._left -= len(piece)
            if size > most or self._left < 0:
                raise HeavyError
            yield piece
        if (size, checksum) != (entry.file_size, entry.CRC):
            raise ValueError("a part is not as it was packed")

    def _packed(self, entry: ZipInfo) -> memoryview:
        """Return the packed bytes of a part, where both tables say that they are."""
        start = entry.header_offset + _HEAD.size
        head = _HEAD.unpack(self._raw[entry.header_offset : start])
        named, more = head[-2:]
        coding = "utf-8" if entry.flag_bits & _UTF8 else "cp437"
        name = self._raw[start : start + named].decode(coding)
        if head[0] != _SIGNATURE or name != entry.orig_filename:
            raise ValueError("the tables say different things")
        start += named + more
        packed = memoryview(self._raw)[start : start + entry.compress_size]
        if len(packed) != entry.compress_size:
            raise ValueError("the end is missing")
        return packed


def _plain(entry: ZipInfo) -> str:
    """Return the name of a part in small letters; nothing when it is a folder."""
    name = entry.orig_filename.lower()
    if name.endswith("/") and not entry.file_size:
        name = name[:-1]
        is_folder = True
    else:
        is_folder = False
    steps = name.split("/")
    if any(sign in name for sign in _STRANGE) or any(
        step in ("", ".", "..") for step in steps
    ):
        raise ValueError("a name that leads elsewhere")
    return "" if is_folder else name


def _unpacked(packed: memoryview, way: int) -> Iterator[bytes]:
    """Yield what is packed in one of the two ways of a package."""
    pieces = (packed[at : at + _PIECE] for at in range(0, len(packed), _PIECE))
    if way == ZIP_STORED:
        yield from map(bytes, pieces)
        return
    if way != ZIP_DEFLATED:
        raise ValueError("packed in another way")
    one = zlib.decompressobj(-zlib.MAX_WBITS)
    for piece in pieces:
        left: bytes | memoryview = piece
        while left:
            yield one.decompress(left, _PIECE)
            left = one.unconsumed_tail
    while not one.eof and (rest := one.decompress(b"", _PIECE)):
        yield rest
    if not one.eof or one.unused_data:
        raise ValueError("the end is missing")
