"""The wheel, the signs of areas and their edges, drawn from the wheel's own parts."""

from collections.abc import Iterator

from formsvc.areas import AREAS, AREAS_BY_ID, ICON_STROKE, Area
from formsvc.i18n import _
from formsvc.wheel import SIZE, parts, ring, tickable_text
from tools.word_templates.curves import circle, moved, steps
from tools.word_templates.lengths import emu
from tools.word_templates.lettering import outlined
from tools.word_templates.look import hexed
from tools.word_templates.paragraphs import paragraph, run, shaded
from tools.word_templates.shapes import (
    Drawn,
    Numbers,
    Paint,
    anchored,
    group,
    inline,
    shape,
)

WHEEL_SIZE = 45.0
"""Width and height of the wheel, in mm."""

SIGN_SIZE, SIGN_BOX = (11.0, 5.25), (44, 21)
"""Size of an area's sign in mm, and in the units of its parts."""

EDGE_WIDTH, EDGE_LEFT, EDGE_TOP, EDGE_HEIGHT = 2.2, 11.0, 16.0, 263.0
"""The coloured edge of an area's page, in mm."""


class Drawings:
    """Writes drawings, each with a number of its own in the document."""

    def __init__(self) -> None:
        """Begin with the first number."""
        self.numbers = Numbers()

    def area_heading(self, area_id: str, name: str, fresh: str, space: str) -> str:
        """Return the heading of an area: its edge, its sign, its name in its colour.

        `fresh` is the property that begins a page, `space` that of what is above.
        """
        area = AREAS_BY_ID[area_id]
        colour = f'<w:color w:val="{hexed(area.colour)}"/>'
        ground = shaded(hexed(area.surface), space)
        runs = self.edge(area) + self.sign(area) + run(f"  {name}", colour)
        return paragraph("Rubrik2", runs, fresh + ground)

    def wheel(self) -> str:
        """Return the run with the wheel: each area with and without need."""
        size = (emu(WHEEL_SIZE), emu(WHEEL_SIZE))
        unit = WHEEL_SIZE / SIZE
        groups = [
            group(
                f"wheel-{area.id}-{state}",
                "".join(
                    shape(each, unit, self.numbers) for each in _segment(area, need)
                ),
                size,
                self.numbers,
            )
            for area in AREAS
            for state, need in (("off", False), ("on", True))
        ]
        middle = "".join(shape(each, unit, self.numbers) for each in _centre())
        return inline(
            "wheel", tickable_text(), "".join(groups) + middle, size, self.numbers
        )

    def sign(self, area: Area) -> str:
        """Return the run with an area's number and icon."""
        unit = SIGN_SIZE[0] / SIGN_BOX[0]
        colour = hexed(area.colour)
        number = Drawn(outlined(str(area.number), 7, 19.5, 21), Paint(fill=colour))
        icon = Drawn(moved(steps(area.icon), 1, 18, 0), _pen(colour, ICON_STROKE))
        shapes = "".join(shape(each, unit, self.numbers) for each in (number, icon))
        about = _("Område {number}").format(number=area.number)
        size = (emu(SIGN_SIZE[0]), emu(SIGN_SIZE[1]))
        return inline(f"sign-{area.id}", about, shapes, size, self.numbers)

    def edge(self, area: Area) -> str:
        """Return the run with the coloured edge of an area's page, a decoration."""
        box = f"M0 0H{EDGE_WIDTH}V{EDGE_HEIGHT}H0Z"
        drawn = Drawn([*steps(box)], Paint(fill=hexed(area.colour)))
        return anchored(
            f"edge-{area.id}",
            shape(drawn, 1, self.numbers),
            (emu(EDGE_WIDTH), emu(EDGE_HEIGHT)),
            (emu(EDGE_LEFT), emu(EDGE_TOP)),
            self.numbers,
        )


def _pen(colour: str, width: float) -> Paint:
    return Paint(line=colour, width=width, round_ends=True)


def _segment(area: Area, need: bool) -> Iterator[Drawn]:  # noqa: FBT001
    """Yield an area's piece of the ring, number, icon, name and tick, as `parts`."""
    colour, white = hexed(area.colour), hexed(parts.WHITE)
    if need:
        yield Drawn([*steps(ring.raised_piece(area.number))], Paint(fill=colour))
    else:
        edge = Paint(white, colour, ring.OUTLINE)
        yield Drawn([*steps(ring.outlined_piece(area.number))], edge)
    right, down = parts.PLACES[area.number - 1]
    x, y = ring.CENTRE + right, ring.CENTRE + down
    line = y - parts.ICON_ABOVE
    ink = white if need else colour
    icon_x = x if need else x + parts.NUMBER_OFFSET / 4
    half = parts.NUMBER_SIZE * parts.HALF_CAPITAL
    number_x = icon_x - parts.NUMBER_OFFSET
    number = outlined(str(area.number), number_x, line + half, parts.NUMBER_SIZE)
    yield Drawn(number, Paint(fill=ink))
    scale = parts.ICON_SIZE / parts.ICON_BOX
    corner = (icon_x - parts.ICON_SIZE / 2, line - parts.ICON_SIZE / 2)
    yield Drawn(moved(steps(area.icon), scale, *corner), _pen(ink, ICON_STROKE * scale))
    name = outlined(area.name, x, y + parts.NAME_BELOW, parts.NAME_SIZE)
    yield Drawn(name, Paint(fill=ink))
    if need:
        place = parts.tick_place(area)
        yield Drawn(moved(circle(parts.TICK_RADIUS), 1, *place), Paint(fill=white))
        yield Drawn(moved(steps(parts.TICK), 1, *place), _pen(colour, 1.7))


def _centre() -> Iterator[Drawn]:
    first, second = _("Barnets bästa").split()
    middle = ring.CENTRE + parts.CENTRE_SIZE * parts.HALF_CAPITAL
    for line, aside in ((first, -0.55), (second, 0.55)):
        baseline = middle + parts.CENTRE_SIZE * aside
        outline = outlined(line, ring.CENTRE, baseline, parts.CENTRE_SIZE)
        yield Drawn(outline, Paint(fill=hexed(parts.INK)))
