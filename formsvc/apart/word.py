"""What a Word document holds, for those who judge what it is."""

import re
from collections.abc import Iterator
from zipfile import ZipInfo

from formsvc.apart.limits import (
    FIELDS,
    NAME,
    NAMES,
    SAID,
    STAMP,
    WORD_ANSWER,
    HeavyError,
)
from formsvc.apart.mark import MARK
from formsvc.apart.word_control import Control, Told
from formsvc.apart.word_document import Document
from formsvc.apart.word_links import demand_alone, links_of, main_part
from formsvc.apart.word_markup import elements, root, value
from formsvc.apart.word_parts import Parts

_OWN = "urn:formsvc:document"
"""The namespace of the part in which a document from here says what it is."""

_ITEM = re.compile(r"customxml/item\d*\.xml")
_PROPERTIES = "docprops/custom.xml"

_PROPERTY = {
    MARK.lstrip("/"): "form",
    "DocumentID": "reference",
    "VersionID": "version",
}
"""The properties that are told of, and what they are called in the answer."""

_COMMENTS = 20
"""Comments that are told of one by one."""


def read(raw: bytes, entries: list[ZipInfo]) -> dict[str, object]:
    """Return what `raw` holds; `entries` are what `zipfile` finds in it.

    Raises what is wrong with it (`child.py`).
    """
    parts = Parts(raw, entries)
    main = main_part(parts)
    demand_alone(parts)
    document = Document().read(parts.pieces(main))
    _demand_few(document.controls)
    comments = list(_comments(parts, main))
    forms, stamps = _own(parts)
    controls = [control.told() for control in document.controls]
    _demand_short(controls, *forms, *stamps)
    return {
        "controls": controls,
        "words": "" if document.controls else "".join(document.words),
        "revisions": document.revisions,
        "forms": forms,
        "stamps": stamps,
        "comments": len(comments),
        "commented": comments[:_COMMENTS],
        **_properties(parts),
    }


def _demand_few(controls: list[Control]) -> None:
    names = [len(control.tag) for control in controls]
    if len(names) > FIELDS or sum(names) > NAMES or max(names, default=0) > NAME:
        raise HeavyError


def _demand_short(controls: list[Told], *others: str) -> None:
    """Raise `HeavyError` when more would be told than any document from here has."""
    told = (each for _name, *said in controls for each in said if isinstance(each, str))
    if sum(map(len, told)) + sum(map(len, others)) > WORD_ANSWER:
        raise HeavyError


def _comments(parts: Parts, main: str) -> Iterator[str]:
    for link in links_of(parts, main):
        if link.sort == "comments":
            for comment in Document().read(parts.pieces(link.target)).comments:
                if text := comment.text():
                    yield text[:SAID]


def _own(parts: Parts) -> tuple[list[str], list[str]]:
    """Return which forms the document says that it is, and the stamps that it has.

    Each is told once. A stamp that is too long to be one is cut, and so is broken.
    """
    forms: dict[str, None] = {}
    stamps: dict[str, None] = {}
    for name in filter(_ITEM.fullmatch, parts.names()):
        content = parts.small(name)
        if _OWN.encode() not in content or root(content) != f"{_OWN} document":
            continue
        for element in elements(content):
            if element.name == "document" and not element.parent:
                forms[(value(element.attributes, "form") or "")[:SAID]] = None
            if element.name == "stamp" and element.parent == "document":
                stamps[element.text[:STAMP]] = None
    return [*forms], [*stamps]


def _properties(parts: Parts) -> dict[str, str]:
    """Return what the document says of itself where every program looks."""
    found = dict.fromkeys(_PROPERTY.values(), "")
    if _PROPERTIES not in parts:
        return found
    name = ""
    told = elements(parts.small(_PROPERTIES))
    for element in told:
        if element.parent == "property":
            name = element.text
        elif element.name == "property":
            key = _PROPERTY.get(value(element.attributes, "name") or "")
            if key:
                found[key] = name[:SAID]
            name = ""
    return found
