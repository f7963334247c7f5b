"""How the parts of a Word document hang together, and what it may not hang on to."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from formsvc.apart.limits import OtherError
from formsvc.apart.word_markup import elements, value
from formsvc.apart.word_parts import Parts

TYPES = "[content_types].xml"
ROOT = "_rels/.rels"

_OFFICE = "officedocument"
"""The sort of the part that a package is about."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DOCUMENT, _TEMPLATE = f"{_WORD}document.main+xml", f"{_WORD}template.main+xml"

_MACROS = ("vbaproject", "wordvbadata", "keymapcustomizations")
_LINKED = (
    *("attachedtemplate", "oleobject", "package", "afchunk", "subdocument"),
    *("control", "activexcontrolbinary", "frame"),
)
"""Sorts of part that no document from here has, in small letters."""

_LINK = "hyperlink"
"""What alone may lead out of a document: nothing follows it."""


class Link(NamedTuple):
    """What a part refers to: the sort in small letters, and the name of the part."""

    sort: str
    target: str
    outside: bool


def main_part(parts: Parts) -> str:
    """Return the name of the part that is the document.

    Raises `OtherError` when the file is of another sort, `ValueError` when it is none.
    """
    mains = [link.target for link in links(parts, ROOT) if link.sort == _OFFICE]
    if len(mains) != 1:
        raise ValueError("there is no document, or there are two")
    sort = _type_of(parts, mains[0])
    if "macroenabled" in sort:
        raise OtherError("macros")
    if "spreadsheetml" in sort or "presentationml" in sort or "ms-excel" in sort:
        raise OtherError("office")
    if sort == _TEMPLATE:
        raise OtherError("template")
    if sort != _DOCUMENT:
        raise OtherError("foreign")
    return mains[0]


def links_of(parts: Parts, part: str) -> Iterator[Link]:
    """Yield what a part refers to."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed in parts:
        yield from links(parts, listed)


def links(parts: Parts, listed: str) -> Iterator[Link]:
    """Yield what the part of relations of that name has."""
    folder = posixpath.dirname(posixpath.dirname(listed))
    for element in elements(parts.small(listed)):
        if element.name == "Relationship":
            target = value(element.attributes, "Target") or ""
            outside = value(element.attributes, "TargetMode") == "External"
            path = posixpath.normpath(posixpath.join("/", folder, target))
            sort = (value(element.attributes, "Type") or "").rpartition("/")[2]
            yield Link(sort.lower(), path.lstrip("/").lower(), outside)


def demand_alone(parts: Parts) -> None:
    """Raise `OtherError` when the document runs, fetches or holds what is not its own.

    A link that somebody may press is no matter.
    """
    for name in parts.names():
        if not name.endswith(".rels"):
            continue
        for link in links(parts, name):
            if link.sort in _MACROS:
                raise OtherError("macros")
            if link.sort in _LINKED or (link.outside and link.sort != _LINK):
                raise OtherError("linked")
    if any(name.endswith("vbaproject.bin") for name in parts.names()):
        raise OtherError("macros")


def _type_of(parts: Parts, part: str) -> str:
    """Return what the list of types says of a part, in small letters."""
    by_ending = ""
    for element in elements(parts.small(TYPES)):
        said = (value(element.attributes, "ContentType") or "").lower()
        name = (value(element.attributes, "PartName") or "").lower()
        ending = (value(element.attributes, "Extension") or "").lower()
        if element.name == "Override" and name.lstrip("/") == part:
            return said
        if element.name == "Default" and part.endswith(f".{ending}"):
            by_ending = said
    return by_ending
