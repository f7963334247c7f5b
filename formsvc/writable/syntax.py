"""The objects of a PDF as bytes, and an update that is appended to a finished file.

ISO 32000-1, 7.3 (objects), 7.5.6 (incremental updates), 7.5.7 and 7.5.8 (object and
cross-reference streams).
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable, Mapping

LEVEL = 6
"""How hard streams are packed: more takes longer and gains under a percent."""

_FREE, _IN_FILE, _IN_STREAM = 0, 1, 2
ENDS_OF_LINE = b"\r\n"
"""The bytes of which none may be the last of a packed stream (see `clear`)."""

_SPECIAL = re.compile(rb"[()\\\r\n]")
_ESCAPES = {b"\r": b"\\r", b"\n": b"\\n"}


def literal(raw: bytes) -> bytes:
    """Return `raw` as a string of a PDF, in parentheses."""
    return b"(" + _SPECIAL.sub(_escaped, raw) + b")"


def _escaped(found: re.Match[bytes]) -> bytes:
    return _ESCAPES.get(found[0], b"\\" + found[0])


def clear(content: bytes, padding: bytes = b"\n") -> bytes:
    """Return `content` with as much `padding` as it needs to pack with a clear end.

    Before `endstream` stands the end of a line, and a stream whose own last byte is one
    seems to be a byte shorter than it says. That byte is the lowest of a sum of all
    bytes (RFC 1950), which no zero changes.
    """
    while zlib.adler32(content) & 0xFF in ENDS_OF_LINE:
        content += padding
    return content


def text_string(text: str) -> bytes:
    """Return any text as a string of a PDF that tells its encoding."""
    if text.isascii():
        return literal(text.encode("ascii"))
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode("ascii") + b">"


def number(value: float) -> bytes:
    """Return a number of a PDF, with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".").encode("ascii")


def reference(to: int) -> bytes:
    """Return what points at the object of that number."""
    return b"%d 0 R" % to


class Update:
    """Objects that are added to a PDF or take the place of earlier ones.

    `size` is the number after the highest in use, `start` where the cross-reference
    table of the file lies, `trailer` what the new table says as the old one did.
    """

    def __init__(self, base: bytes, *, size: int, start: int, trailer: bytes) -> None:
        """Begin an update of the file `base`."""
        self._base, self._next = base, size
        self._start, self._trailer = start, trailer
        self._body: list[bytes] = []
        self._length = len(base)
        self._places: dict[int, tuple[int, int, int]] = {}
        self._packed: list[tuple[int, bytes]] = []

    def new(self) -> int:
        """Return a number that no object has."""
        self._next += 1
        return self._next - 1

    def put(self, at: int, content: bytes) -> None:
        """Have the dictionary `content` as the object of that number."""
        self._packed.append((at, content))

    def put_stream(self, at: int, keys: bytes, content: bytes) -> None:
        """Have a stream with the dictionary entries `keys` as that object."""
        self._places[at] = (_IN_FILE, self._length, 0)
        self._write(
            b"%d 0 obj\n<<%s/Length %d>>stream\n" % (at, keys, len(content)),
            content,
            b"\nendstream\nendobj\n",
        )

    def put_packed(self, at: int, keys: bytes, content: bytes) -> None:
        """Have a stream as that object, packed; `content` may get white space more."""
        packed = zlib.compress(clear(content), LEVEL)
        self.put_stream(at, keys + b"/Filter/FlateDecode", packed)

    def finished(self) -> bytes:
        """Return the file with the update at its end."""
        if self._packed:
            self._put_object_stream()
        self._put_table()
        return b"".join((self._base, *self._body))

    def _write(self, *parts: bytes) -> None:
        self._body += parts
        self._length += sum(map(len, parts))

    def _put_object_stream(self) -> None:
        holder = self.new()
        offset, heads = 0, []
        for place, (at, content) in enumerate(self._packed):
            heads.append(b"%d %d" % (at, offset))
            offset += len(content) + 1
            self._places[at] = (_IN_STREAM, holder, place)
        head = b" ".join(heads) + b"\n"
        body = b"\n".join(content for _at, content in self._packed)
        keys = b"/Type/ObjStm/N %d/First %d" % (len(self._packed), len(head))
        self.put_packed(holder, keys, head + body)

    def _put_table(self) -> None:
        at, start = self.new(), self._length
        self._places[at] = (_IN_FILE, start, 0)
        packed = _packed_rows(self._places)
        if packed[-1] in ENDS_OF_LINE:
            # A number that no object has: one row more, and another last byte.
            self._places[self.new()] = (_FREE, 0, 1)
            packed = _packed_rows(self._places)
        keys = b"/Type/XRef/Size %d/Prev %d/Index[%s]%s" % (
            self._next,
            self._start,
            _ranges(sorted(self._places)),
            self._trailer % self._digest(),
        )
        self.put_stream(at, keys + b"/W[1 4 2]/Filter/FlateDecode", packed)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _digest(self) -> bytes:
        """Return what names just this content, for the second half of `/ID`."""
        digest = hashlib.sha256()
        for part in self._body:
            digest.update(part)
        return digest.hexdigest()[:32].encode("ascii")


def _packed_rows(places: Mapping[int, tuple[int, int, int]]) -> bytes:
    rows = (places[number] for number in sorted(places))
    return zlib.compress(b"".join(struct.pack(">BLH", *row) for row in rows), LEVEL)


def _ranges(numbers: Iterable[int]) -> bytes:
    """Return first number and length of each run of numbers."""
    runs: list[list[int]] = []
    for each in numbers:
        if runs and sum(runs[-1]) == each:
            runs[-1][1] += 1
        else:
            runs.append([each, 1])
    return b" ".join(b"%d %d" % tuple(run) for run in runs)
