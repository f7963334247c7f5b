"""The ticks of the wheel in a form: empty discs, each drawn by itself.

Filling a form draws a tick on the discs of the areas that have needs. They are no
fields: the boxes of the areas are, and one field in two places is too much for some
programs that fill forms.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from formsvc.areas import AREAS, Area
from formsvc.renderers import ticks
from formsvc.renderers.tagging import elements
from formsvc.wheel import SIZE, tick_place, tickable_text
from formsvc.writable.syntax import number
from formsvc.writable.template import Mark

DIAMETER = 12.0
"""Width of a disc, in units of the wheel's drawing: 2.7 mm at its 45 mm."""

NAMED = "/Mark-"
"""Begins the name of a disc among the resources of its page."""


def add(pdf: Pdf) -> None:
    """Draw an empty disc in each area of the wheel, where a form has one."""
    for figure in elements(pdf.Root.StructTreeRoot):
        if Name.Figure == figure.S and str(figure.get("/Alt", "")) == tickable_text():
            _close_drawing(Page(figure.Pg))
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


def _close_drawing(page: Page) -> None:
    """Begin anew after what is drawn: it has turned and scaled the page."""
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q")


def _draw(pdf: Pdf, figure: Any, area: Area) -> None:
    left, _low, right, high = map(float, figure.A.BBox)
    unit = (right - left) / SIZE
    size = round(DIAMETER * unit, 2)
    across, down = tick_place(area)
    disc = Stream(
        pdf,
        ticks.empty_disc(size, size, _colour(area)),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, size, size]),
        Resources=Dictionary(),
    )
    page = Page(figure.Pg)
    name = page.add_resource(disc, Name.XObject, Name(f"{NAMED}{area.id}"))
    place = (left + across * unit - size / 2, high - down * unit - size / 2)
    page.contents_add(
        b"/Artifact BMC q 1 0 0 1 %s %s cm %s Do Q EMC"
        % (*map(number, place), str(name).encode("ascii"))
    )
