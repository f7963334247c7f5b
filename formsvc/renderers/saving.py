"""A changed PDF is saved: small, and every stream with a clear end.

An archive refuses a stream that seems to be shorter than it says (ISO 19005-3,
6.1.7.1). One packed stream in 128 does (`writable/syntax.py`).
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Literal

from pikepdf import Name, ObjectStreamMode, Pdf, Stream, settings

from formsvc.writable.faces import FONT_PADDING
from formsvc.writable.syntax import ENDS_OF_LINE, clear

KEPT = (Name.Metadata, Name.EmbeddedFile)
"""Types of streams that are kept to the letter: one is not packed, one has a digest."""

LEVEL: Literal[9] = 9
"""How hard streams are packed: as small as can be, since each is packed once."""

TRIES = 5
"""The last stream of all, one in 128, can only be changed by saving once more."""

_UNCLEAR = re.compile(rb"[\r\n]\nendstream")
_HEAD = re.compile(
    rb"<< /Type /ObjStm /Length (\d+) /Filter /FlateDecode([^>]*) >>\nstream\n"
)


def saved(pdf: Pdf) -> bytes:
    """Return the bytes of an opened PDF: the same objects give the same bytes."""
    settings.set_flate_compression_level(LEVEL)
    _pad_streams(pdf)
    for extra in range(TRIES):
        buffer = BytesIO()
        pdf.save(
            buffer,
            object_stream_mode=ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
            deterministic_id=True,
        )
        content = _with_clear_ends(buffer.getvalue())
        if _has_clear_last_end(content):
            break
        pdf.docinfo["/Pad"] = extra
    return content


def _has_clear_last_end(content: bytes) -> bool:
    """Return whether the last stream of a file ends clearly."""
    ends = [found.start() for found in _UNCLEAR.finditer(content)]
    return not ends or ends[-1] + 1 != content.rfind(b"\nendstream")


def _pad_streams(pdf: Pdf) -> None:
    for stream in pdf.objects:
        if not isinstance(stream, Stream) or stream.get("/Type") in KEPT:
            continue
        content = stream.read_bytes()
        # All that is drawn may have white space at its end, but a font.
        padded = clear(content, FONT_PADDING if "/Length1" in stream else b"\n")
        if padded != content:
            stream.write(padded)
            if "/Length1" in stream:
                stream.Length1 = len(padded)


def _with_clear_ends(content: bytes) -> bytes:
    """Return the file with its object streams packed so that each ends clearly."""
    parts, done = [], 0
    for head in _HEAD.finditer(content):
        start, size = head.end(), int(head[1])
        if content[start + size - 1] in ENDS_OF_LINE:
            parts += [content[done : head.start()], _repacked(content, head)]
            done = start + size
    return b"".join((*parts, content[done:]))


def _repacked(content: bytes, head: re.Match[bytes]) -> bytes:
    """Return an object stream as long as before, with a space turned into a newline."""
    start, size = head.end(), int(head[1])
    plain = zlib.decompress(content[start : start + size])
    for changed in _varied(plain):
        packed = zlib.compress(changed, 9)
        if packed[-1] not in ENDS_OF_LINE and len(packed) <= size:
            told = b"<< /Type /ObjStm /Length %d /Filter /FlateDecode%s >>"
            told %= (len(packed), head[2])
            room = len(head[0]) + size - len(told) - len(b"\nstream\n") - len(packed)
            return told + b" " * room + b"\nstream\n" + packed
    return head[0] + content[start : start + size]


def _varied(plain: bytes) -> Iterator[bytes]:
    """Yield an object stream with other white space among its first numbers."""
    for place in range(plain.find(b"<")):
        if plain[place : place + 1] == b" ":
            yield plain[:place] + b"\n" + plain[place + 1 :]
