"""The ticks of the wheel in a form: empty discs, each drawn by itself.

Filling a form draws a tick on the discs of the areas that have needs. They are no
fields: the boxes of the areas are, and one field in two places is too much for some
programs that fill forms.
"""

from typing import Any

from pikepdf import Name, Page, Pdf

from formsvc.areas import AREAS, Area
from formsvc.renderers import overdraw, ticks
from formsvc.renderers.tagging import elements
from formsvc.wheel import SIZE, tick_place, tickable_text
from formsvc.writable.template import Mark

DIAMETER = 12.0
"""Width of a disc, in units of the wheel's drawing: 2.7 mm at its 45 mm."""

NAMED = "/Mark-"
"""Begins the name of a disc among the resources of its page."""


def add(pdf: Pdf) -> None:
    """Draw an empty disc in each area of the wheel, where a form has one."""
    for figure in elements(pdf.Root.StructTreeRoot):
        if Name.Figure == figure.S and str(figure.get("/Alt", "")) == tickable_text():
            for area in AREAS:
                _draw(pdf, figure, area)


def read(pdf: Pdf) -> dict[str, Mark]:
    """Return the discs of a saved form, by the field whose state they show."""
    return {
        _field(area): _mark(page.Resources.XObject[f"{NAMED}{area.id}"], area)
        for page in pdf.pages
        for area in AREAS
        if f"{NAMED}{area.id}" in page.Resources.get("/XObject", {})
    }


def _field(area: Area) -> str:
    return f"areas-{area.id}-has_need"


def _mark(disc: Any, area: Area) -> Mark:
    size = float(disc.BBox[2])
    ticked = ticks.on_disc(size, size, _colour(area)).decode("ascii")
    return Mark(disc.objgen[0], size, ticked)


def _colour(area: Area) -> list[float]:
    return [int(area.colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def _draw(pdf: Pdf, figure: Any, area: Area) -> None:
    left, _low, right, high = map(float, figure.A.BBox)
    unit = (right - left) / SIZE
    size = round(DIAMETER * unit, 2)
    across, down = tick_place(area)
    disc = ticks.empty_disc(size, size, _colour(area))
    overdraw.draw(
        Page(figure.Pg),
        f"{NAMED}{area.id}",
        overdraw.drawing(pdf, disc, size, size),
        (left + across * unit - size / 2, high - down * unit - size / 2),
    )
