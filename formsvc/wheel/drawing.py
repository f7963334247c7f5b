"""The wheel, and an area's icon and sign, as drawings to look at."""

from collections.abc import Collection
from xml.sax.saxutils import escape, quoteattr

from formsvc.areas import AREAS, AREAS_BY_ID
from formsvc.i18n import _
from formsvc.wheel.parts import ICON_BOX, centre, framed, icon, lettering, segment, text
from formsvc.wheel.words import refuse_unknown, wheel_text


def tickable_wheel_svg() -> str:
    """Draw the wheel of a form: nothing marked, and a place in each area for a tick.

    It is hidden from assistive technology, unless words are added.
    """
    segments = [segment(area, need=False, tickable=True) for area in AREAS]
    return framed('aria-hidden="true"', "".join(segments) + centre())


def wheel_svg(needs: Collection[str], *, described: bool = True) -> str:
    """Draw the wheel with the areas in `needs` (ids, any order) marked.

    Gives one `<svg>` without size of its own, readable from 45 mm width. It carries
    `wheel_text` as its name; with `described=False` it is hidden from assistive
    technology, for a page that already says the same in words.
    Raises ValueError for an id that is no area.
    """
    label = quoteattr(wheel_text(needs))
    name = f'role="img" aria-label={label}' if described else 'aria-hidden="true"'
    segments = [segment(area, need=area.id in needs) for area in AREAS]
    return framed(name, "".join(segments) + centre())


def icon_svg(area_id: str, *, colour: str | None = None) -> str:
    """Draw the icon of one area alone, 24 x 24, hidden from assistive technology.

    `colour` is any CSS colour, the area's own when not given.
    Raises ValueError for an id that is no area.
    """
    refuse_unknown([area_id])
    area = AREAS_BY_ID[area_id]
    box = f"{ICON_BOX:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{box}" height="{box}"'
        f' viewBox="0 0 {box} {box}" aria-hidden="true">'
        f"{icon(area, colour or area.colour)}</svg>"
    )


def sign_svg(area_id: str) -> str:
    """Draw an area's number and icon side by side, 44 x 24, with a name of its own.

    The `<title>` is where a PDF reader looks for it.
    Raises ValueError for an id that is no area.
    """
    refuse_unknown([area_id])
    area = AREAS_BY_ID[area_id]
    name = escape(_("Område {number}").format(number=area.number))
    number = text(str(area.number), 7, 19.5, 21, area.colour)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 24" role="img">'
        f"<title>{name}</title>"
        f"<g {lettering()}>{number}</g>"
        f'<g transform="translate(18 0)">{icon(area, area.colour)}</g></svg>'
    )
