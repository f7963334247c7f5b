"""Barnets bästa-hjulet as a drawing and as a sentence.

One drawing serves paper, Word and the web page, so it uses only what WeasyPrint,
browsers, LibreOffice and MuPDF draw alike: paths, circles and plain text with
attributes. No classes, no ids (two wheels may stand on one page), no baseline tricks.
"""

from collections.abc import Collection
from math import asin, cos, pi, sin
from xml.sax.saxutils import escape, quoteattr

from formsvc.areas import AREAS, AREAS_BY_ID, ICON_STROKE, Area
from formsvc.i18n import _

# All lengths are units of the view box; at 45 mm, the wheel's size on the plan's first
# page, one unit is 0.225 mm.
SIZE = 200.0
CENTRE = SIZE / 2
INNER = 29.0  # leaves room for "Barnets" in bold, and for "Utveckling" in the ring
OUTER = 94.0  # an area without needs ends here ...
RAISED = 99.0  # ... and one with needs here: 1.1 mm longer, seen without colour
GAP = 2.6  # 0.6 mm of paper between neighbours
# How far a rounded corner reaches along its sides; the inner arc is short, and broad
# corners would make it wavy.
OUTER_CORNER = 3.0
INNER_CORNER = 1.8
OUTLINE = 1.3  # 0.3 mm: thin, yet survives a copying machine

NAME_SIZE = 10.6  # 6.8 pt at 45 mm
CENTRE_SIZE = 11.0
NUMBER_SIZE = 12.5
# Half the height of a figure or capital as a share of the type size: text is placed by
# its baseline, since no other alignment is drawn alike everywhere.
HALF_CAPITAL = 0.35

ICON_BOX = 24.0
ICON_SIZE = 20.0  # 4.5 mm at 45 mm
NUMBER_OFFSET = 15.5  # from the icon's centre to that of the number ...
TICK_OFFSET = 16.5  # ... and of the tick, which is broader
TICK_RADIUS = 5.0
TICK = "M-2.6 0.2L-0.7 2.1L2.7 -1.9"

# Where the middle of icon and name stands in each segment, seen from the centre of the
# wheel (right, down). Near the middle line of the segment, and moved from there so far
# that name and icon keep clear of the slanting sides.
PLACES = (
    (29.0, -60.5),
    (62.0, -14.0),
    (52.5, 35.0),
    (0.0, 65.0),
    (-52.5, 35.0),
    (-62.0, -14.0),
    (-29.0, -60.5),
)
ICON_ABOVE = 6.0  # from that middle up to the icon's centre
NAME_BELOW = 15.0  # and down to the baseline of the name

INK = "#1d1d1f"
WHITE = "#ffffff"
# WeasyPrint does not let a drawing inherit the font of the page, so it is named here.
# A page with another font says `svg > g { font-family: inherit }`, which wins over the
# attribute. It stands on a group, since MuPDF passes over it on the root element.
FONTS = "'Formsvc Sans','Formsvc Fallback'"


def wheel_text(needs: Collection[str]) -> str:
    """Say in a Swedish sentence which areas are marked, for those who cannot see it.

    `needs` are area ids in any order; the areas are named in the wheel's order.
    Raises ValueError for an id that is no area.
    """
    _check(needs)
    names = [area.name.lower() for area in AREAS if area.id in needs]
    if not names:
        return _("Barnets bästa-hjulet. Inga områden är markerade.")
    text = _("Barnets bästa-hjulet. Områden med behov: {areas}.")
    return text.format(areas=", ".join(names))


def wheel_svg(needs: Collection[str], *, described: bool = True) -> str:
    """Draw the wheel with the areas in `needs` (ids, any order) marked.

    Gives one `<svg>` without size of its own, readable from 45 mm width. It carries
    `wheel_text` as its name; with `described=False` it is hidden from assistive
    technology, for a page that already says the same in words.
    Raises ValueError for an id that is no area.
    """
    label = quoteattr(wheel_text(needs))
    name = f'role="img" aria-label={label}' if described else 'aria-hidden="true"'
    parts = [_segment(area, need=area.id in needs) for area in AREAS]
    size = f"{SIZE:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" {name}'
        f'><g font-family="{FONTS}" font-weight="600" text-anchor="middle">'
        f"{''.join(parts)}{_centre()}</g></svg>"
    )


def icon_svg(area_id: str, *, colour: str | None = None) -> str:
    """Draw the icon of one area alone, 24 x 24, hidden from assistive technology.

    `colour` is any CSS colour, the area's own when not given.
    Raises ValueError for an id that is no area.
    """
    _check([area_id])
    area = AREAS_BY_ID[area_id]
    box = f"{ICON_BOX:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{box}" height="{box}"'
        f' viewBox="0 0 {box} {box}" aria-hidden="true">'
        f"{_icon(area, colour or area.colour)}</svg>"
    )


def sign_svg(area_id: str) -> str:
    """Draw an area's number and icon side by side, 44 x 24, with a name of its own.

    The `<title>` is where a PDF reader looks for it.
    Raises ValueError for an id that is no area.
    """
    _check([area_id])
    area = AREAS_BY_ID[area_id]
    name = escape(_("Område {number}").format(number=area.number))
    number = _text(str(area.number), 7, 19.5, 21, area.colour)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 24" role="img">'
        f"<title>{name}</title>"
        f'<g font-family="{FONTS}" font-weight="600" text-anchor="middle">{number}</g>'
        f'<g transform="translate(18 0)">{_icon(area, area.colour)}</g></svg>'
    )


def _check(area_ids: Collection[str]) -> None:
    """Refuse what is no area, so that a misspelt need never silently goes unmarked."""
    for area_id in area_ids:
        if area_id not in AREAS_BY_ID:
            known = ", ".join(AREAS_BY_ID)
            raise ValueError(f"unknown area id {area_id!r}, known are: {known}")


def _segment(area: Area, *, need: bool) -> str:
    """Draw one area: its piece of the ring, and in it number, icon, name and tick."""
    turn = 2 * pi / len(AREAS)
    start = turn * (area.number - 1)
    if need:
        shape = _ring_piece(start, start + turn, RAISED, inset=0)
        paint = f'fill="{area.colour}"'
    else:
        shape = _ring_piece(start, start + turn, OUTER, inset=OUTLINE / 2)
        paint = f'fill="{WHITE}" stroke="{area.colour}" stroke-width="{OUTLINE:g}"'
    return f'<path d="{shape}" {paint}/>{_content(area, need=need)}'


def _content(area: Area, *, need: bool) -> str:
    """Draw number, icon and name, and for a need the tick on the icon's other side."""
    right, down = PLACES[area.number - 1]
    x, y = CENTRE + right, CENTRE + down
    row = y - ICON_ABOVE
    # Without a tick, number and icon alone are centred.
    icon_x = x if need else x + NUMBER_OFFSET / 4
    colour = WHITE if need else area.colour
    corner = f"{icon_x - ICON_SIZE / 2:.2f} {row - ICON_SIZE / 2:.2f}"
    scale = f"{ICON_SIZE / ICON_BOX:.4f}"
    number_y = row + NUMBER_SIZE * HALF_CAPITAL
    parts = [
        _text(str(area.number), icon_x - NUMBER_OFFSET, number_y, NUMBER_SIZE, colour),
        f'<g transform="translate({corner}) scale({scale})">{_icon(area, colour)}</g>',
        _text(area.name, x, y + NAME_BELOW, NAME_SIZE, colour),
    ]
    if need:
        parts.append(_tick(icon_x + TICK_OFFSET, row, area.colour))
    return "".join(parts)


def _tick(x: float, y: float, colour: str) -> str:
    """Draw the tick that marks a need: a white disc with a tick in its colour."""
    return (
        f'<g data-mark="need" transform="translate({x:.2f} {y:.2f})">'
        f'<circle r="{TICK_RADIUS:g}" fill="{WHITE}"/>'
        f'<path d="{TICK}" fill="none" stroke="{colour}" stroke-width="1.7"'
        ' stroke-linecap="round" stroke-linejoin="round"/></g>'
    )


def _icon(area: Area, colour: str) -> str:
    """Draw the lines of an icon in its own box of 24 x 24."""
    return (
        f'<path d="{area.icon}" fill="none" stroke={quoteattr(colour)}'
        f' stroke-width="{ICON_STROKE:g}" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )


def _centre() -> str:
    """Write "Barnets bästa" in two lines in the middle of the ring."""
    first, second = _("Barnets bästa").split()
    middle = CENTRE + CENTRE_SIZE * HALF_CAPITAL
    lines = [
        (first, middle - CENTRE_SIZE * 0.55),
        (second, middle + CENTRE_SIZE * 0.55),
    ]
    return "".join(_text(line, CENTRE, y, CENTRE_SIZE, INK) for line, y in lines)


def _text(words: str, x: float, baseline: float, size: float, colour: str) -> str:
    """Write one line of text, centred on `x`."""
    return (
        f'<text x="{x:.2f}" y="{baseline:.2f}" font-size="{size:g}" fill="{colour}">'
        f"{escape(words)}</text>"
    )


def _ring_piece(start: float, end: float, outer: float, *, inset: float) -> str:
    """Give the path of a ring piece with rounded corners and straight, even gaps.

    `start` and `end` are radians clockwise from the top. The sides stand half a gap and
    `inset` inside of them, the arcs `inset` inside of `INNER` and `outer`: half a
    stroke, so that a drawn outline and a filled piece are equally large.
    """
    aside, inner, outer = GAP / 2 + inset, INNER + inset, outer - inset

    def first(radius: float, along: float = 0) -> str:
        return _point(radius, start + asin(aside / radius) + along / radius)

    def last(radius: float, along: float = 0) -> str:
        return _point(radius, end - asin(aside / radius) - along / radius)

    return (
        f"M{first(inner + INNER_CORNER)}L{first(outer - OUTER_CORNER)}"
        f"Q{first(outer)} {first(outer, OUTER_CORNER)}"
        f"A{outer:g} {outer:g} 0 0 1 {last(outer, OUTER_CORNER)}"
        f"Q{last(outer)} {last(outer - OUTER_CORNER)}L{last(inner + INNER_CORNER)}"
        f"Q{last(inner)} {last(inner, INNER_CORNER)}"
        f"A{inner:g} {inner:g} 0 0 0 {first(inner, INNER_CORNER)}"
        f"Q{first(inner)} {first(inner + INNER_CORNER)}Z"
    )


def _point(radius: float, angle: float) -> str:
    """Give a point of the ring as "x y", the angle clockwise from the top."""
    return f"{CENTRE + radius * sin(angle):.2f} {CENTRE - radius * cos(angle):.2f}"
