"""Where things stand on a letter's first page, around the window of its envelope."""

from functools import cache
from typing import Final
from urllib.parse import quote

from formsvc.envelopes import FOLDS, PAGE_HEIGHT, PAGE_WIDTH, Window

MARGIN_TOP: Final = 14.0
MARGIN_SIDE: Final = 18.0
"""The margins of a letter's pages in mm, as in `static/letter.css`."""

AIR: Final = 1.5
"""Between the white around the window and what stands next to it, in mm."""

_MARK: Final = (5.0, 4.0)  # from the left edge, and how long


@cache
def places(window: Window) -> dict[str, str]:
    """Return where things stand on the first page, in CSS lengths below its margin."""
    zone, guard = window.zone, window.guard
    right = PAGE_WIDTH - MARGIN_SIDE
    beside = (
        (0.0, right - guard.left + AIR)
        if window.at_right
        else (guard.right - MARGIN_SIDE + AIR, 0.0)
    )
    return {
        "head": f"{guard.bottom - MARGIN_TOP + AIR:g}mm",
        "sender": f"margin-left: {beside[0]:g}mm; margin-right: {beside[1]:g}mm",
        "address": (
            f"left: {zone.left - MARGIN_SIDE:g}mm; top: {zone.top - MARGIN_TOP:g}mm; "
            f"width: {window.width:g}mm; height: {window.height:g}mm"
        ),
        "folds": _folds(window),
    }


def _folds(window: Window) -> str:
    """Return the marks where a sheet is folded, as a picture behind the first page.

    What stands behind a page is told by no screen reader.
    """
    left, length = _MARK
    guard = window.guard
    apart = left + length <= guard.left
    marks = "".join(
        f"M{left:g} {down:g}h{length:g}"
        for folds in FOLDS.values()
        for down in folds
        if apart or not guard.top <= down <= guard.bottom
    )
    size = f"{PAGE_WIDTH:g} {PAGE_HEIGHT:g}"
    drawing = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size}' "
        f"width='{PAGE_WIDTH:g}mm' height='{PAGE_HEIGHT:g}mm'>"
        f"<path d='{marks}' stroke='#77787c' stroke-width='.2'/></svg>"
    )
    return "data:image/svg+xml," + quote(drawing)
