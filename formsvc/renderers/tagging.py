"""The tags of a laid-out PDF, mended: what is content, what repeats, what is empty.

WeasyPrint tags page by page. The words at the foot of a page are tagged as content, a
table over several pages becomes several, each with its header, and layout leaves
elements with nothing in them.
"""

import re
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

_MARKED = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")
_ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"

EMPTY_WITHOUT_CHILDREN = {
    *("/P", "/Span", "/Div", "/NonStruct", "/Sect"),
    *("/Table", "/THead", "/TBody"),
}
"""Elements that say nothing when nothing is in them; an empty cell does."""


WRAPPERS = {"/Div", "/NonStruct"}
"""Elements that are there for layout: around one other they say nothing."""


def mend_tags(pdf: Pdf) -> None:
    """Mend the tags of an opened PDF."""
    tree = pdf.Root.StructTreeRoot
    _join_tables(tree)
    _turn_rest_into_artifacts(pdf, tree)
    _prune(tree)
    for element in elements(tree):
        if element.S == Name.TH:
            element.A = Dictionary(O=Name.Table, Scope=Name.Column)
        elif element.S == Name.TD and "/A" in element and "/Headers" in element.A:
            del element.A["/Headers"]
        elif Name.Figure == element.S:
            _turn_box(element)
    for page in pdf.pages:
        page.obj.Tabs = Name.S


PT = 0.75
"""Length of a CSS pixel in pt."""


def _turn_box(figure: Any) -> None:
    """Tell where a figure stands in pt from below, not in pixels from above."""
    height = float(figure.Pg.MediaBox[3])
    left, top, right, bottom = (PT * float(each) for each in figure.A.BBox)
    corners = (left, height - bottom, right, height - top)
    figure.A.BBox = Array([round(each, 2) for each in corners])


def elements(parent: Any) -> Iterator[Any]:
    """Yield every structure element below `parent`, in the order of reading."""
    for child in _children(parent):
        if _is_element(child):
            yield child
            yield from elements(child)


def _children(parent: Any) -> list[Any]:
    kids = parent.get("/K", [])
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_element(child: Any) -> bool:
    return isinstance(child, Dictionary) and "/S" in child


def _named(parent: Any, tag: Name) -> list[Any]:
    return [element for element in elements(parent) if tag == element.S]


def _join_tables(tree: Any) -> None:
    """Make one table of its parts on several pages; the header is told once.

    A table that follows another with nothing said between goes on with it: every table
    of ours has words before it. One whose header found no room is told as plain text.
    """
    first: Any = None
    before: Any = None
    for table in list(_tables_of_words(tree)):
        if table is not None and before is None:
            first = table
        elif table is not None and table.objgen != before.objgen:
            _append_rows(first, table)
        before = table
    for table in _named(tree, Name.Table):
        if not _named(table, Name.TH):
            _tell_plainly(table)


def _tables_of_words(parent: Any, table: Any = None) -> Iterator[Any]:
    """Yield for each piece of text the table that it stands in, or nothing."""
    for child in _children(parent):
        if isinstance(child, int):
            yield table
        elif _is_element(child):
            inner = child if Name.Table == child.S else table
            yield from _tables_of_words(child, inner)


def _tell_plainly(table: Any) -> None:
    for element in (table, *elements(table)):
        if str(element.S) in ("/Table", "/TBody", "/TR", "/TD"):
            element.S = Name.Div
            if "/A" in element:
                del element["/A"]


def _append_rows(table: Any, further: Any) -> None:
    """Move the rows of a further part to the end of a table, without their header."""
    body = _named(table, Name.TBody)[-1]
    for part in _named(further, Name.TBody):
        for row in _children(part):
            row.P = body
            body.K.append(row)
    further.K = Array()


def _turn_rest_into_artifacts(pdf: Pdf, tree: Any) -> None:
    """Mark what no element tells as no part of the text: feet, repeated headers."""
    told: dict[tuple[int, int], set[int]] = {}
    for element in elements(tree):
        marks = {kid for kid in _children(element) if isinstance(kid, int)}
        if marks:
            told.setdefault(element.Pg.objgen, set()).update(marks)
    numbers = tree.ParentTree.Nums
    places = {
        int(n): refs for n, refs in zip(numbers[0::2], numbers[1::2], strict=True)
    }
    for number, page in enumerate(pdf.pages):
        text = told.get(page.obj.objgen, set())
        _mark_rest(page, text)
        for place in range(len(places.get(number, ()))):
            if place not in text:
                places[number][place] = None


def _mark_rest(page: Any, text: set[int]) -> None:
    def marked(found: re.Match[bytes]) -> bytes:
        return found[0] if int(found[1]) in text else _ARTIFACT

    page.Contents.write(_MARKED.sub(marked, page.Contents.read_bytes()))


def _prune(parent: Any) -> None:
    """Take away elements in which nothing is, or one alone; the innermost first."""
    kept = []
    for child in _children(parent):
        if not _is_element(child):
            kept.append(child)
            continue
        _prune(child)
        inner = _children(child)
        if not inner and str(child.S) in EMPTY_WITHOUT_CHILDREN:
            continue
        if len(inner) == 1 and str(child.S) in WRAPPERS and _is_element(inner[0]):
            inner[0].P = parent
            kept += inner
        else:
            kept.append(child)
    parent.K = Array(kept)
