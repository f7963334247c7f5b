"""What stands where in a Word template, by the words that people see there."""

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

P, TC, TR, TBL, SDT = (W + name for name in ("p", "tc", "tr", "tbl", "sdt"))

_TEXTS = {W + "t": None, W + "tab": " ", W + "br": " ", W + "cr": " "}


def text_of(element: Any) -> str:
    """Return the text that an element shows, drawings left out."""
    parts = []
    for node in element.iter(*_TEXTS):
        stands_for = _TEXTS[node.tag]
        parts.append((node.text or "") if stands_for is None else stands_for)
    return "".join(parts)


def fixed_text(element: Any) -> str:
    """Return the text of an element without what stands in its controls."""
    if element.tag == SDT:
        return ""
    if element.tag in _TEXTS:
        return text_of(element)
    return "".join(fixed_text(child) for child in element)


def paragraphs(root: Any) -> Iterator[Any]:
    """Yield the paragraphs of a part in the order in which they are read."""
    return iter(root.iter(P))


def words_at(element: Any) -> str:
    """Return the words by which one finds an element.

    Those of its own paragraph; in a table those above its column; else those before.
    """
    own = _around(element, P)
    words = fixed_text(own).strip() if own is not None else ""
    return words or _above(element) or _before(element)


def _around(element: Any, tag: str) -> Any:
    """Return an element or the nearest of that tag around it, nothing without one."""
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def _above(element: Any) -> str:
    """Return the words above, in the same cell or in the first row of its column."""
    cell, row = _around(element, TC), _around(element, TR)
    table = _around(element, TBL)
    if cell is None or row is None or table is None:
        return ""
    if words := fixed_text(cell).strip():
        return words
    column = list(row.iter(TC)).index(cell)
    first = next(table.iter(TR))
    cells = list(first.iter(TC))
    if first is row or column >= len(cells):
        return ""
    return fixed_text(cells[column]).strip()


def _before(element: Any) -> str:
    """Return the nearest words before."""
    while element is not None:
        for earlier in element.itersiblings(preceding=True):
            if words := fixed_text(earlier).strip():
                return words.rsplit("\n", 1)[-1]
        element = element.getparent()
    return ""
