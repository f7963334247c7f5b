"""The objects of a PDF, with pypdf in this module alone: hostile until read.

Whatever is asked for may be missing, of another type or point at itself; what cannot be
read raises what pypdf raises, which `child.py` takes for damage.
"""

import codecs
import importlib
import logging
import zlib
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader, filters, overwrite_configuration
from pypdf.errors import FileNotDecryptedError, LimitReachedError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

from formsvc.apart.limits import OBJECTS, PAGES, UNPACKED, HeavyError, LockedError

TOO_MUCH: type[Exception] = LimitReachedError
"""What pypdf raises at its limits."""

DEEPEST = 40
"""Steps down a tree of fields, names or pages."""

# What is loaded when it is first used: no file can be opened once limits are set.
for _name in ("utf-16", "utf-16-be", "utf-16-le", "utf-8-sig", "latin-1", "charmap"):
    codecs.lookup(_name)
for _name in ("_codecs._codecs", "_codecs.core_font_metrics", "xmp"):
    importlib.import_module(f"pypdf.{_name}")


_logger = logging.getLogger("pypdf")
_logger.propagate = False


def _noticed(packed: bytes) -> bytes:
    """Unpack a stream as pypdf does, but tell of one that is not as it was packed."""
    one = zlib.decompressobj()
    try:
        content = one.decompress(packed, UNPACKED)
        if one.eof:
            return content
    except zlib.error:
        pass
    if not one.unconsumed_tail:
        _logger.warning("a stream is damaged")
    return _pypdf_unpacks(packed)


_pypdf_unpacks = filters.decompress
filters.decompress = _noticed  # type: ignore[assignment]


class Complaints(logging.Handler):
    """Counts what pypdf had to guess at: a file that is whole gives no reason to."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  its text is not kept
        """Count one complaint."""
        self.count += 1


_MOST: dict[str, Any] = {
    "maximum_declared_stream_length": UNPACKED,
    "array_based_stream_maximum_output_length": UNPACKED,
    "lzw_maximum_output_length": UNPACKED,
    "run_length_maximum_output_length": UNPACKED,
    "zlib_maximum_output_length": UNPACKED,
    "zlib_maximum_recovery_input_length": UNPACKED // 16,
    "brotli_maximum_output_length": UNPACKED,
    "stream_decoding_work_maximum_length": 4 * UNPACKED,
    "stream_filters_maximum_length": 4,
    "page_tree_maximum_entries": 4 * PAGES,
    "page_tree_maximum_depth": DEEPEST,
    "jbig2dec_binary": None,  # no other program is started
    "disable_legacy_handling": True,
}


def opened(raw: bytes) -> tuple[PdfReader, Complaints]:
    """Return what reads `raw`, locked against changes or not, and what it complains of.

    Raises `LockedError` when it takes a password, `HeavyError` when it is too much.
    """
    complaints = Complaints()
    _logger.addHandler(complaints)
    overwrite_configuration(None, **_MOST)
    try:
        reader = PdfReader(BytesIO(raw), xref_stream_maximum_entries=2 * OBJECTS)
        locked = reader.is_encrypted and (
            reader.decrypt("") is PasswordType.NOT_DECRYPTED
        )
    except (NotImplementedError, FileNotDecryptedError) as error:
        raise LockedError from error
    if locked:
        raise LockedError
    objects = len(reader.xref_objStm) + sum(map(len, reader.xref.values()))
    if objects > OBJECTS:
        raise HeavyError
    return reader, complaints


def at(node: Any, *keys: str) -> Any:
    """Return what stands in a dictionary under a path of keys, or nothing."""
    for key in keys:
        node = resolved(node)
        node = resolved(dict.get(node, key)) if is_dictionary(node) else None
    return node


def resolved(value: Any) -> Any:
    """Return the object that `value` is or points at."""
    value = value.get_object() if hasattr(value, "get_object") else value
    return None if isinstance(value, NullObject) else value


def is_dictionary(value: Any) -> bool:
    """Return whether `value` is a dictionary."""
    return isinstance(value, DictionaryObject)


def items(value: Any) -> list[Any]:
    """Return the items of an array as they stand, none of anything else."""
    value = resolved(value)
    return list(value) if isinstance(value, ArrayObject) else []


def identity(value: Any) -> tuple[int, int]:
    """Return what tells an object from all others: its number, or where it lies."""
    if not isinstance(value, IndirectObject):
        value = getattr(value, "indirect_reference", None) or value
    number = getattr(value, "idnum", None)
    return (1, id(value)) if number is None else (0, number)


def text(value: Any) -> str:
    """Return the text of a string, a name, a stream or the first item of an array."""
    value = resolved(value)
    if isinstance(value, ArrayObject):
        value = resolved(value[0]) if value else None
    if isinstance(value, StreamObject):
        value = ByteStringObject(unpacked(value))
    if isinstance(value, TextStringObject):
        return str(value)
    if isinstance(value, ByteStringObject):
        return _decoded(bytes(value))
    if isinstance(value, NameObject):
        return str(value)[1:]
    return "" if value is None or is_dictionary(value) else str(value)


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    if raw.startswith(b"\xef\xbb\xbf"):
        return raw.decode("utf-8-sig", "replace")
    return raw.decode("latin-1")


def is_on(value: Any) -> bool:
    """Return whether the state of a check box is another than off."""
    value = resolved(value)
    if isinstance(value, BooleanObject):
        return bool(value.value)
    return text(value) not in ("", "Off", "false")


def unpacked(stream: Any) -> bytes:
    """Return the bytes of a stream, unpacked; `HeavyError` when they are too many."""
    content: bytes = stream.get_data()
    if len(content) > UNPACKED:
        raise HeavyError
    return content


def is_stream(value: Any) -> bool:
    """Return whether `value` is a stream."""
    return isinstance(value, StreamObject)


def drawn_text(page: Any) -> str:
    """Return the text that a page draws, nothing when it cannot be told."""
    try:
        return str(page.extract_text())
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  a broken page is a page without text
        return ""
