"""XML of Word documents: read strictly, named briefly, written as text."""

import re
from typing import Any

from lxml import etree

from formsvc.word.faults import UnusableError

_OFFICE = "http://schemas.openxmlformats.org"

W = f"{_OFFICE}/wordprocessingml/2006/main"
RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
PACKAGE_RELATIONS = f"{_OFFICE}/package/2006/relationships"
CONTENT_TYPES = f"{_OFFICE}/package/2006/content-types"

NAMESPACES = {
    "w": W,
    "r": RELATIONS,
    "a": f"{_OFFICE}/drawingml/2006/main",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_PARSER = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}

_DECLARED = re.compile(r' xmlns(?::([\w.-]+))?="([^"]*)"')


def name(short: str) -> str:
    """Return `w:p` as lxml names it."""
    prefix, _colon, local = short.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def parsed(content: bytes) -> Any:
    """Return the root of a part; raises `UnusableError` when it is not plain XML."""
    try:
        root = etree.fromstring(content, etree.XMLParser(**_PARSER))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableError.damaged() from error
    if root.getroottree().docinfo.doctype:
        raise UnusableError.damaged()
    return root


class _Unbuilt:
    """Takes what a parser reads and keeps nothing: a tree would cost twice as much."""

    def close(self) -> None:
        """End, with nothing to give."""


def whole(content: bytes) -> bool:
    """Return whether `content` is well-formed."""
    try:
        etree.fromstring(content, etree.XMLParser(target=_Unbuilt(), **_PARSER))
    except etree.XMLSyntaxError:
        return False
    return True


def written(element: Any) -> str:
    """Return an element as text, without what comes after it."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def within(element: Any, root: Any) -> str:
    """Return an element as it stands within `root`, which declares the namespaces."""
    known = {(prefix or "", uri) for prefix, uri in root.nsmap.items()}

    def undeclared(found: re.Match[str]) -> str:
        return "" if (found[1] or "", found[2]) in known else found[0]

    return _DECLARED.sub(undeclared, written(element))


def document(element: Any) -> bytes:
    """Return a root as the content of a part."""
    return (DECLARATION + written(element)).encode("utf-8")


def remove(element: Any) -> None:
    """Take an element out; the text that comes after it stays."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def unwrap(element: Any) -> None:
    """Put what is in an element in its place."""
    parent = element.getparent()
    place = parent.index(element)
    for child in list(element):
        parent.insert(place, child)
        place += 1
    remove(element)
