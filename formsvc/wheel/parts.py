"""The parts of the wheel: segment, number, icon, name, tick, and the words within.

They are used on paper, in Word and on the web page, so they hold only what WeasyPrint,
browsers, LibreOffice and MuPDF draw alike: paths, circles and plain text with
attributes. No classes, no ids (two wheels may stand on one page), no baseline tricks.
"""

from xml.sax.saxutils import escape, quoteattr

from formsvc.areas import ICON_STROKE, Area
from formsvc.i18n import _
from formsvc.wheel.ring import CENTRE, OUTLINE, SIZE, outlined_piece, raised_piece

# Lengths are units of the view box, as in the ring.
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


def framed(naming: str, inside: str) -> str:
    """Put the markup `inside` into the `<svg>` of a wheel, without size of its own.

    `naming` is the attributes, as markup, that tell assistive technology what it is.
    """
    size = f"{SIZE:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" {naming}'
        f"><g {lettering()}>{inside}</g></svg>"
    )


def lettering() -> str:
    """Give the attributes of a group whose text is set as in the wheel."""
    return f'font-family="{FONTS}" font-weight="600" text-anchor="middle"'


def segment(area: Area, *, need: bool, tickable: bool = False) -> str:
    """Draw one area: its piece of the ring, and in it number, icon, name and tick.

    With `tickable`, a place for the tick is left empty (see `tick_place`).
    """
    if need:
        shape, paint = raised_piece(area.number), f'fill="{area.colour}"'
    else:
        shape = outlined_piece(area.number)
        paint = f'fill="{WHITE}" stroke="{area.colour}" stroke-width="{OUTLINE:g}"'
    inside = _content(area, need=need, room=need or tickable)
    return f'<path d="{shape}" {paint}/>{inside}'


def tick_place(area: Area) -> tuple[float, float]:
    """Give the middle of an area's tick in the drawing, from the left and the top."""
    right, down = PLACES[area.number - 1]
    return CENTRE + right + TICK_OFFSET, CENTRE + down - ICON_ABOVE


def centre() -> str:
    """Write "Barnets bästa" in two lines in the middle of the ring."""
    first, second = _("Barnets bästa").split()
    middle = CENTRE + CENTRE_SIZE * HALF_CAPITAL
    lines = [
        (first, middle - CENTRE_SIZE * 0.55),
        (second, middle + CENTRE_SIZE * 0.55),
    ]
    return "".join(text(line, CENTRE, y, CENTRE_SIZE, INK) for line, y in lines)


def icon(area: Area, colour: str) -> str:
    """Draw the lines of an icon in its own box of 24 x 24, in any CSS colour."""
    return (
        f'<path d="{area.icon}" fill="none" stroke={quoteattr(colour)}'
        f' stroke-width="{ICON_STROKE:g}" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )


def text(words: str, x: float, baseline: float, size: float, colour: str) -> str:
    """Write one line of plain text, `size` large and centred on `x`."""
    return (
        f'<text x="{x:.2f}" y="{baseline:.2f}" font-size="{size:g}" fill="{colour}">'
        f"{escape(words)}</text>"
    )


def _content(area: Area, *, need: bool, room: bool) -> str:
    """Draw number, icon and name, and for a need the tick on the icon's other side.

    `room` says whether there is or may be a tick; else number and icon are centred.
    """
    right, down = PLACES[area.number - 1]
    x, y = CENTRE + right, CENTRE + down
    row = y - ICON_ABOVE
    icon_x = x if room else x + NUMBER_OFFSET / 4
    colour = WHITE if need else area.colour
    corner = f"{icon_x - ICON_SIZE / 2:.2f} {row - ICON_SIZE / 2:.2f}"
    scale = f"{ICON_SIZE / ICON_BOX:.4f}"
    number_y = row + NUMBER_SIZE * HALF_CAPITAL
    parts = [
        text(str(area.number), icon_x - NUMBER_OFFSET, number_y, NUMBER_SIZE, colour),
        f'<g transform="translate({corner}) scale({scale})">{icon(area, colour)}</g>',
        text(area.name, x, y + NAME_BELOW, NAME_SIZE, colour),
    ]
    if need:
        parts.append(_tick(*tick_place(area), area.colour))
    return " ".join(parts)  # a space, so that "1 Hälsa" is not read as one word


def _tick(x: float, y: float, colour: str) -> str:
    """Draw the tick that marks a need: a white disc with a tick in its colour."""
    return (
        f'<g data-mark="need" transform="translate({x:.2f} {y:.2f})">'
        f'<circle r="{TICK_RADIUS:g}" fill="{WHITE}"/>'
        f'<path d="{TICK}" fill="none" stroke="{colour}" stroke-width="1.7"'
        ' stroke-linecap="round" stroke-linejoin="round"/></g>'
    )
