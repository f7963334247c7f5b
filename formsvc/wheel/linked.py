"""The wheel on the web page: every segment is a link to the questions of its area.

A segment holds both its looks, so that the page can switch between them with a class
alone. Its style sheet says, and thereby wins over the attribute `display`, which is
for a page without style sheet:

    .segment .on, .segment.chosen .off { display: none }
    .segment .off, .segment.chosen .on { display: inline }
"""

from collections.abc import Collection, Mapping
from xml.sax.saxutils import quoteattr

from formsvc.areas import AREAS, Area
from formsvc.i18n import _
from formsvc.wheel.parts import centre, framed, segment
from formsvc.wheel.ring import raised_piece
from formsvc.wheel.words import refuse_unknown, segment_text


def linked_wheel_svg(needs: Collection[str], targets: Mapping[str, str]) -> str:
    """Draw the wheel with a link in each segment and the areas in `needs` marked.

    `needs` are area ids in any order; `targets` gives for every area id the address
    that its link leads to, such as "#area-learning".
    Gives one `<svg>` without size of its own, a named group of seven links in the
    wheel's order. Each is an `<a class="segment">`, also `chosen` when there is a need,
    with the area's id in `data-area`. Its name is in `aria-label`; `data-label-on` and
    `data-label-off` are the names with and without need, for a script that switches.
    In it stand both looks, `<g class="on">` and `<g class="off">`, and last an unseen
    `<path class="ring">` around the raised segment, for the mark of keyboard focus.
    Raises ValueError for an id that is no area, and for an area without target.
    """
    refuse_unknown(needs)
    refuse_unknown(targets)
    for area in AREAS:
        if area.id not in targets:
            raise ValueError(f"no target for area {area.id!r}")
    label = _("Barnets bästa-hjulet: välj de områden där barnet har behov")
    links = [_link(area, targets[area.id], need=area.id in needs) for area in AREAS]
    return framed(
        f'role="group" aria-label={quoteattr(label)}',
        f'{"".join(links)}<g aria-hidden="true">{centre()}</g>',
    )


def _link(area: Area, target: str, *, need: bool) -> str:
    """Draw one area as a link that holds the segment as it is with and without need."""
    with_need = quoteattr(segment_text(area, need=True))
    without = quoteattr(segment_text(area, need=False))
    return (
        f"<a href={quoteattr(target)}"
        f' class="{"segment chosen" if need else "segment"}" data-area="{area.id}"'
        f" aria-label={with_need if need else without}"
        f" data-label-on={with_need} data-label-off={without}>"
        f"{_look('off', segment(area, need=False), shown=not need)}"
        f"{_look('on', segment(area, need=True), shown=need)}"
        f'<path class="ring" d="{raised_piece(area.number)}" fill="none"'
        ' aria-hidden="true"/></a>'
    )


def _look(name: str, drawing: str, *, shown: bool) -> str:
    """Put one look of a segment into a group; the link says in words what it shows."""
    hidden = "" if shown else ' display="none"'
    return f'<g class="{name}" aria-hidden="true"{hidden}>{drawing}</g>'
