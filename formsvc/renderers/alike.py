"""Letters that differ only in what is their recipient's own are laid out once.

In a template that stands between marks, `<!--own-->` and `<!--/own-->`: one element in
a place of its own on the page, as large whatever it says, with a name in `data-own`.
It is laid out for each, and put in the pages of the first that said the same
(docs/decisions/0019).
"""

import re
from collections.abc import Iterator
from typing import Any

from formsvc.renderers.weasy import LaidOut, lay_out

_OWN = re.compile(r"<!--own-->(.*?)<!--/own-->", re.DOTALL)

_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
"""What is set of pages: folds and feet, which are not laid out for what is own."""


class Alike:
    """Lays out pieces with one style sheet, what is alike in them only once."""

    def __init__(self, style: str) -> None:
        """Lay out with the style sheet of that name in `static/`."""
        self._style = style
        self._laid_out: dict[tuple[str, int], LaidOut] = {}

    def lay_out(self, html: str) -> LaidOut:
        """Return `html` laid out. Raises as `weasy.lay_out` does."""
        said, count = _OWN.subn("", html)
        first = self._laid_out.get((said, count))
        if first is None:
            first = self._laid_out[said, count] = lay_out(html, self._style)
            return first
        own = lay_out(_alone(html), self._style) if count else first
        return first.with_roots([_with_own(root, _own(own)) for root in first.roots])


def _alone(html: str) -> str:
    """Return a document with nothing but what is own in another."""
    above, body = html.split("<body", 1)
    above = _STYLE.sub("", above)
    return f"{above}<body{body.split('>', 1)[0]}>{''.join(_OWN.findall(html))}</body>"


def _own(piece: LaidOut) -> dict[str, Any]:
    """Return the boxes of what is own in a piece, by name."""
    return {_name(box): box for root in piece.roots for box in _named(root)}


def _named(parent: Any) -> Iterator[Any]:
    for box in _children(parent):
        if _name(box):
            yield box
        else:
            yield from _named(box)


def _name(box: Any) -> str:
    element = getattr(box, "element", None)
    return (element is not None and element.get("data-own")) or ""


def _with_own(parent: Any, own: dict[str, Any]) -> Any:
    """Return a copy of `parent` in which what is own is that of `own`.

    What holds nothing own is shared by all: drawing changes nothing in it.
    """
    children = [
        _moved(own[_name(box)], box) if _name(box) else _with_own(box, own)
        for box in _children(parent)
    ]
    pairs = zip(children, _children(parent), strict=True)
    if all(one is before for one, before in pairs):
        return parent
    made = parent.copy()
    made.children = children
    return made


def _children(parent: Any) -> Any:
    return getattr(parent, "children", ())


def _moved(box: Any, to: Any) -> Any:
    """Return `box` where `to` stands."""
    box.translate(to.position_x - box.position_x, to.position_y - box.position_y)
    return box
