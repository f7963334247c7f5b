"""Zip files with the same bytes for the same content, of parts that may be ready.

APPNOTE.TXT of PKWARE, 4.3: local headers, the parts, the central directory.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LEVEL = 6

_VERSION, _DEFLATED, _UTF8 = 20, 8, 0x800

_DAY = 1 << 5 | 1
"""1 January 1980, at midnight: the first that zip files can say."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class Packed(NamedTuple):
    """A part that is compressed: its name, checksum, sizes and bytes."""

    name: bytes
    check: int
    size: int
    content: bytes


def packed(name: str, content: bytes) -> Packed:
    """Return a part, compressed."""
    press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    pressed = press.compress(content) + press.flush()
    return Packed(name.encode("utf-8"), zlib.crc32(content), len(content), pressed)


def archive(parts: Iterable[Packed]) -> bytes:
    """Return the zip file of `parts`, in their order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    place = count = 0
    for part in parts:
        told = (_DEFLATED, 0, _DAY, part.check, len(part.content), part.size)
        name = len(part.name)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, _UTF8, *told, name, 0) + part.name
        directory.append(
            _CENTRAL.pack(
                *(b"PK\1\2", _VERSION, _VERSION, _UTF8, *told),
                *(name, 0, 0, 0, 0, 0, place),
            )
            + part.name
        )
        body += (local, part.content)
        place += len(local) + len(part.content)
        count += 1
    listed = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), place, 0)
    return b"".join((*body, listed, end))
