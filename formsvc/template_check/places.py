"""What stands where in a Word template, by the words that people see there."""

import re
from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

P, TC, TR, TBL, SDT = (W + name for name in ("p", "tc", "tr", "tbl", "sdt"))

TEXTS = {W + "t": None, W + "tab": "\t", W + "br": "\t", W + "cr": "\t"}
"""What shows text, and what it stands for."""

_PLACEHOLDERS = (W + "docPartObj", W + "docPartList", W + "picture", W + "group")
"""Controls that hold no field: a table of contents, a picture, a locked group."""

_STATEMENTS = re.compile(r"\{%.*?%\}")
"""What is in no document is no place either, when it stands alone."""

_TABS = {W + "tabs"}


def is_field(element: Any) -> bool:
    """Return whether an element is a control in which somebody writes."""
    if element.tag != SDT:
        return False
    properties = element.find(W + "sdtPr")
    return properties is None or all(
        properties.find(name) is None for name in _PLACEHOLDERS
    )


def text_of(element: Any) -> str:
    """Return the text that an element shows, drawings left out."""
    return "".join(shown(node) for node in element.iter(*TEXTS))


def shown(node: Any) -> str:
    """Return what one of `TEXTS` shows."""
    if node.getparent().tag in _TABS:
        return ""
    stands_for = TEXTS[node.tag]
    return (node.text or "") if stands_for is None else stands_for


def fixed_text(element: Any) -> str:
    """Return the text of an element without that of its fields, a paragraph a line."""
    if is_field(element):
        return ""
    if element.tag in TEXTS:
        return shown(element)
    words = "".join(fixed_text(child) for child in element)
    return f"{words}\n" if element.tag == P else words


def paragraphs(root: Any) -> Iterator[Any]:
    """Yield the paragraphs of a part in the order in which they are read."""
    return iter(root.iter(P))


def words_at(element: Any) -> str:
    """Return the words by which one finds an element.

    Those of its own paragraph; in a table those above its column; else those before.
    """
    own = around(element, P)
    words = _first_line(own) if own is not None else ""
    return words or _above(element) or _before(element)


def around(element: Any, tag: str) -> Any:
    """Return an element or the nearest of that tag around it, nothing without one."""
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def _first_line(element: Any) -> str:
    """Return the first paragraph of an element that says something: its label."""
    return next(iter(_lines(element)), "")


def _lines(element: Any) -> list[str]:
    lines = (line.strip() for line in fixed_text(element).split("\n"))
    return [line for line in lines if _STATEMENTS.sub("", line).strip()]


def _above(element: Any) -> str:
    """Return the words above, in the same cell or in the first row of its column."""
    cell, row = around(element, TC), around(element, TR)
    table = around(element, TBL)
    if cell is None or row is None or table is None:
        return ""
    if words := _label(element, cell) or _first_line(cell):
        return words
    column = list(row.iter(TC)).index(cell)
    first = next(table.iter(TR))
    cells = list(first.iter(TC))
    if first is row or column >= len(cells):
        return ""
    return _first_line(cells[column])


def _label(element: Any, cell: Any) -> str:
    """Return the first of the paragraphs right before an element in its cell."""
    while element.getparent() is not cell:
        element = element.getparent()
        if element is None or element is cell:
            return ""
    label = ""
    for earlier in element.itersiblings(preceding=True):
        words = _first_line(earlier)
        if label and (not words or next(earlier.iter(SDT), None) is not None):
            break
        label = words or label
    return label


def _before(element: Any) -> str:
    """Return the nearest words before."""
    while element is not None:
        for earlier in element.itersiblings(preceding=True):
            if lines := _lines(earlier):
                return lines[-1]
        element = element.getparent()
    return ""
