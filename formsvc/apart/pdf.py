"""What a PDF holds, for those who judge what it is: fields, files, what it says."""

import re
from collections.abc import Iterator
from typing import Any

from formsvc.apart.fields import fields
from formsvc.apart.limits import ANSWER, ATTACHED, PAGES, HeavyError
from formsvc.apart.mark import MARK
from formsvc.apart.objects import (
    DEEPEST,
    TOO_MUCH,
    at,
    drawn_text,
    identity,
    is_stream,
    items,
    opened,
    resolved,
    text,
    unpacked,
)

WANTED = {"data.json": "strict", "stamp.json": "replace"}
"""The attached files that are read, and what becomes of bytes that are no text."""

_LOOKED_AT, _TEXT = 3, 20_000
"""Pages that are looked at, and characters that are told of them."""

_NAMES, _PARTS = 1_000, 20
"""Attached files of a document and parts of a page that are looked at."""

_END = b"%%EOF"
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")


def read(raw: bytes) -> dict[str, object]:
    """Return what `raw` holds; raises what is wrong with it (`child.py`)."""
    try:
        return _read(raw)
    except TOO_MUCH as error:
        raise HeavyError from error


def _read(raw: bytes) -> dict[str, object]:
    if _is_cut(raw):
        raise ValueError("the end is missing")
    reader, complaints = opened(raw)
    root = reader.root_object
    pages = _pages(reader)
    found, files = fields(root, pages), _files(root)
    if sum(len(part) for field in found for part in field) > ANSWER:
        raise HeavyError
    return {
        "pages": len(pages),
        "fields": found,
        "files": files,
        "mark": text(at(reader.trailer, "/Info", MARK))[:_NAMES],
        "text": "" if found or "data.json" in files else _drawn(pages),
        "pictures": any(map(_has_picture, pages[:_LOOKED_AT])),
        "mended": complaints.count,
    }


def _is_cut(raw: bytes) -> bool:
    """Say whether objects stand after the last end of file: their end is lost."""
    return bool(_OBJECT.search(raw, raw.rfind(_END) + 1))


def _pages(reader: Any) -> list[Any]:
    pages = []
    for page in reader.pages:
        pages.append(page)
        if len(pages) > PAGES:
            raise HeavyError
    return pages


def _files(root: Any) -> dict[str, list[str]]:
    """Return the wanted attached files: by name, the text of each of that name."""
    found: dict[str, list[str]] = {}
    seen = set()
    for name, specification in (*_named(root), *_associated(root)):
        if name not in WANTED:
            continue
        for stream in _streams(specification):
            if identity(stream) not in seen:
                seen.add(identity(stream))
                content = unpacked(stream)[:ATTACHED].decode("utf-8", WANTED[name])
                found.setdefault(name, []).append(content)
    return found


def _streams(specification: Any) -> Iterator[Any]:
    """Yield the file by each of its names: one that is several is seen to be so."""
    for key in ("/F", "/UF"):
        stream = at(specification, "/EF", key)
        if is_stream(stream):
            yield stream


def _named(root: Any) -> Iterator[tuple[str, Any]]:
    """Yield the attached files of the name tree, each under what it is called."""
    left, seen = [(at(root, "/Names", "/EmbeddedFiles"), 0)], set()
    while left:
        node, depth = left.pop()
        if identity(node) in seen or node is None:
            continue
        seen.add(identity(node))
        if len(seen) > _NAMES or depth > DEEPEST:
            raise HeavyError
        names = items(at(node, "/Names"))[: 2 * _NAMES]
        for key, specification in zip(names[::2], names[1::2], strict=False):
            yield _called(specification) or text(key), specification
        left += [(resolved(kid), depth + 1) for kid in items(at(node, "/Kids"))]


def _associated(root: Any) -> Iterator[tuple[str, Any]]:
    for specification in items(at(root, "/AF"))[:_NAMES]:
        yield _called(specification), specification


def _called(specification: Any) -> str:
    return text(at(specification, "/UF")) or text(at(specification, "/F"))


def _drawn(pages: list[Any]) -> str:
    """Return the beginning of the text that the first pages draw."""
    texts = (drawn_text(page)[:_TEXT] for page in pages[:_LOOKED_AT])
    return "\n".join(texts)[:_TEXT]


def _has_picture(page: Any, depth: int = 0) -> bool:
    """Return whether a page has a picture, by itself or in a part that it draws."""
    parts = at(page, "/Resources", "/XObject")
    for name in list(parts or ())[:_PARTS]:
        sort = text(at(parts, name, "/Subtype"))
        inner = sort == "Form" and depth < _LOOKED_AT
        if sort == "Image" or (inner and _has_picture(at(parts, name), depth + 1)):
            return True
    return False
