"""What is deleted in a template, with the change tracked, is not in its documents.

Text is in an element of its own. Of rows, cells and paragraphs a mark in their
properties tells (ECMA-376, 17.13.5).
"""

from typing import Any

from formsvc.word.xml import name

_TABLE, _ROW, _CELL = name("w:tbl"), name("w:tr"), name("w:tc")
_PARAGRAPH, _PROPERTIES = name("w:p"), name("w:pPr")
_DELETED_ROW = f"{name('w:trPr')}/{name('w:del')}"
_DELETED_CELL = f"{name('w:tcPr')}/{name('w:cellDel')}"
_DELETED_ENDS = tuple(
    f"{_PROPERTIES}/{name('w:rPr')}/{name(mark)}" for mark in ("w:del", "w:moveFrom")
)


def take_away(root: Any) -> None:
    """Take out of a part the rows and cells that are deleted; join paragraphs."""
    for row in list(root.iter(_ROW)):
        if row.find(_DELETED_ROW) is not None:
            _take(row)
    for cell in list(root.iter(_CELL)):
        if cell.find(_DELETED_CELL) is not None:
            _take(cell)
    for paragraph in list(root.iter(_PARAGRAPH)):
        if any(paragraph.find(end) is not None for end in _DELETED_ENDS):
            _join(paragraph)


def _take(element: Any) -> None:
    """Take out a cell or row, and the row or table that has nothing left."""
    while element is not None:
        holder = next(element.iterancestors(_ROW, _TABLE), None)
        parent = element.getparent()
        if parent is None:
            return
        parent.remove(element)
        if parent.tag == _CELL and (not len(parent) or parent[-1].tag != _PARAGRAPH):
            parent.append(parent.makeelement(_PARAGRAPH))
        empty = holder is not None and holder.find(f".//{_CELL}") is None
        element = holder if empty else None


def _join(paragraph: Any) -> None:
    """Join a paragraph whose end is deleted with the next, which says how it looks."""
    following = paragraph.getnext()
    if following is None or following.tag != _PARAGRAPH:
        return
    place = 0 if following.find(_PROPERTIES) is None else 1
    for child in [each for each in paragraph if each.tag != _PROPERTIES]:
        following.insert(place, child)
        place += 1
    paragraph.getparent().remove(paragraph)
