"""The drawing of the sheet that is held in an envelope: a grid to read mm from."""

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from formsvc.envelopes import PAGE_HEIGHT, PAGE_WIDTH, Window, Zone
from formsvc.i18n import _
from formsvc.renderers.html import titled

STEP, WIDE = 5, 10
"""Between lines, and between those that have numbers, in mm."""

NUMBER: Final = 7.0
"""Room for the number at a crossing, in mm."""

EDGE: Final = 5.0
"""What printers leave white, in mm."""


def drawing(window: Window) -> Markup:
    """Return the whole page as a drawing: the grid, the address's place, the white.

    Numbers say how far a crossing is from the left and from the top edge, in mm. All is
    in the units of the page.
    """
    guard = window.guard
    grid = Zone(
        max(guard.left, EDGE),
        max(guard.top, EDGE),
        min(guard.right, PAGE_WIDTH - EDGE),
        guard.bottom,
    )
    parts = (
        *_lines(grid),
        _frame(grid, "stroke-width='.4' stroke-dasharray='1.5 1'"),
        _frame(window.zone, "stroke-width='.5'"),
        *_numbers(grid),
        _label(window.zone, _("Hela ramen ska synas")),
        _label(guard, _("Inget annat innanför den streckade")),
    )
    size = f"{PAGE_WIDTH:g} {PAGE_HEIGHT:g}"
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size}' "
        f"width='{PAGE_WIDTH:g}mm' height='{PAGE_HEIGHT:g}mm'>{''.join(parts)}</svg>"
    )
    return titled(
        svg,
        _(
            "Ett rutnät med mått i millimeter. Hel ram: adressens plats. Streckad ram: "
            "det som ska vara vitt."
        ),
    )


def _steps(first: float, last: float, step: int) -> range:
    return range(-(-int(first) // step) * step, int(last) + 1, step)


def _lines(grid: Zone) -> Iterator[str]:
    for x in _steps(grid.left, grid.right, STEP):
        yield _line(f"M{x} {grid.top:g}V{grid.bottom:g}", wide=x % WIDE == 0)
    for y in _steps(grid.top, grid.bottom, STEP):
        yield _line(f"M{grid.left:g} {y}H{grid.right:g}", wide=y % WIDE == 0)


def _line(path: str, *, wide: bool) -> str:
    width = 0.2 if wide else 0.08
    return f"<path d='{path}' fill='none' stroke='#77787c' stroke-width='{width}'/>"


def _numbers(grid: Zone) -> Iterator[str]:
    """Yield at each crossing its distances, below and right of it."""
    for x in _steps(grid.left, grid.right - NUMBER, WIDE):
        for y in _steps(grid.top, grid.bottom - STEP, WIDE):
            yield (
                f"<circle cx='{x}' cy='{y}' r='.45' fill='#1d1d1f'/>"
                f"<rect x='{x + 0.5}' y='{y + 0.5}' width='6.2' height='2.3' "
                f"fill='#fff'/><text x='{x + 0.6}' y='{y + 2.4}' font-size='2.1' "
                f"font-family='Formsvc Sans' fill='#1d1d1f'>{x}/{y}</text>"
            )


def _label(zone: Zone, words: str) -> str:
    """Return words high in a frame, on white, between two rows of numbers."""
    left, down = zone.left + 2, (zone.top + 3) // WIDE * WIDE + 7
    return (
        f"<rect x='{left - 1:g}' y='{down - 2.6:g}' width='{len(words) * 1.4 + 2:g}' "
        f"height='3.4' fill='#fff'/><text x='{left:g}' y='{down:g}' font-size='2.8' "
        f"font-family='Formsvc Sans' fill='#b3275d'>{words}</text>"
    )


def _frame(zone: Zone, stroke: str) -> str:
    width, height = zone.right - zone.left, zone.bottom - zone.top
    return (
        f"<rect x='{zone.left:g}' y='{zone.top:g}' width='{width:g}' "
        f"height='{height:g}' fill='none' stroke='#b3275d' {stroke}/>"
    )
