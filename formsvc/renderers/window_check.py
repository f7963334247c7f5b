"""Whether an address stands in the window of its envelope, and nothing else near it.

Measured in what is laid out, before anything is printed: in mm, from the boxes of the
first page.
"""

from collections.abc import Iterator
from typing import Any, Final

from formsvc.envelopes import PAGE_HEIGHT, Window, Zone
from formsvc.renderers.weasy import LaidOut

_MM: Final = 25.4 / 96  # of a CSS pixel
SLACK: Final = 0.3
"""What a box may stand out, in mm: the space around letters has no ink."""

EDGE: Final = 4.2
"""What printers leave white at the foot, in mm."""

ADDRESS: Final = "address"
"""The class of the element in the window (`templates/pdf/letter/_letter.html`)."""


def address_fits(laid_out: LaidOut, window: Window, most_lines: int) -> bool:
    """Return whether the whole address stands in the window, in so many lines."""
    boxes = [_zone(box) for box in _printed(_first(laid_out), inside=True)]
    lines = {round(box.top) for box in boxes}
    held = all(window.zone.holds(box, SLACK) for box in boxes)
    return held and len(lines) <= most_lines


def white_around(laid_out: LaidOut, window: Window) -> bool:
    """Return whether nothing but the address stands in the white around the window."""
    boxes = (_zone(box) for box in _printed(_first(laid_out), inside=False))
    return not any(window.guard.meets(box) for box in boxes)


def on_paper(laid_out: LaidOut) -> bool:
    """Return whether nothing stands below what a printer prints, on any page."""
    lowest = PAGE_HEIGHT - EDGE
    texts = (box for root in laid_out.roots for box in _printed(root, inside=False))
    return all(_zone(box).bottom <= lowest + SLACK for box in texts)


def own_fits(laid_out: LaidOut) -> bool:
    """Return whether all that is a recipient's own stands within its place.

    Of the address it is asked by `address_fits`: a window is smaller than its place.
    """
    return all(
        _zone(own).holds(_zone(box), SLACK)
        for root in laid_out.roots
        for own in _own(root)
        for box in _printed(own, inside=False)
    )


def _own(box: Any) -> Iterator[Any]:
    """Yield the places below `box` of a recipient's own, but for the address."""
    element = getattr(box, "element", None)
    if element is not None and element.get("data-own") and not _is_address(box):
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from _own(child)


def _first(laid_out: LaidOut) -> Any:
    return laid_out.document.pages[0]._page_box  # noqa: SLF001  what is laid out has no other name


def _printed(box: Any, *, inside: bool, within: bool = False) -> Iterator[Any]:
    """Yield the texts and pictures below `box`, inside the address or outside it."""
    within = within or _is_address(box)
    children = getattr(box, "children", ())
    printed = hasattr(box, "text") or hasattr(box, "replacement")
    if printed and within is inside and not _is_empty(box):
        yield box
    for child in children:
        yield from _printed(child, inside=inside, within=within)


def _is_address(box: Any) -> bool:
    element = getattr(box, "element", None)
    return element is not None and element.get("class") == ADDRESS


def _is_empty(box: Any) -> bool:
    return hasattr(box, "text") and not box.text.strip()


def _zone(box: Any) -> Zone:
    left, top = box.position_x * _MM, box.position_y * _MM
    right, bottom = left + box.width * _MM, top + box.height * _MM
    return Zone(left, top, right, bottom)
