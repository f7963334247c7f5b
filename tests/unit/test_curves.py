"""Drawings for Word: paths keep their form when their arcs become cubic curves."""

import math

import pytest

from formsvc.areas import AREAS
from tools.word_templates.curves import Point, Step, circle, moved, steps
from tools.word_templates.lettering import outlined, width
from tools.word_templates.ticks import tick_places


def along(start: Point, curve: Step) -> list[Point]:
    """Return points of a cubic curve."""
    (x1, y1), (x2, y2), (x3, y3) = curve.points
    found = []
    for t in (0.1, 0.25, 0.5, 0.75, 0.9):
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        found.append(
            (
                a * start[0] + b * x1 + c * x2 + d * x3,
                a * start[1] + b * y1 + c * y2 + d * y3,
            )
        )
    return found


def test_a_circle_stays_round() -> None:
    path = list(circle(5))
    here = path[0].points[0]
    for step in path[1:-1]:
        for x, y in along(here, step):
            assert math.hypot(x, y) == pytest.approx(5, abs=0.01)
        here = step.points[-1]

    assert here == pytest.approx((-5, 0))


@pytest.mark.parametrize(
    ("sweep", "middle"), [(1, (math.sqrt(0.5), -math.sqrt(0.5))), (0, None)]
)
def test_an_arc_turns_the_way_it_is_told(
    sweep: int, middle: tuple[float, float] | None
) -> None:
    _start, curve = steps(f"M0 -1A1 1 0 0 {sweep} 1 0")
    halfway = along((0, -1), curve)[2]

    expected = middle or (1 - math.sqrt(0.5), -1 + math.sqrt(0.5))
    assert halfway == pytest.approx(expected, abs=0.001)


def test_a_quadratic_curve_keeps_its_middle() -> None:
    _start, curve = steps("M0 0Q1 2 2 0")

    assert along((0, 0), curve)[2] == pytest.approx((1, 1))


@pytest.mark.parametrize("area", AREAS, ids=[area.id for area in AREAS])
def test_every_icon_stays_in_its_box(area: object) -> None:
    path = moved(steps(area.icon), 1, 0, 0)  # type: ignore[attr-defined]

    ends = [step.points[-1] for step in path if step.points]
    assert all(0 <= x <= 24 and 0 <= y <= 24 for x, y in ends)


def test_words_are_drawn_around_their_middle() -> None:
    path = outlined("Hälsa", 100, 50, 10)
    across = [x for step in path for x, _y in step.points]

    assert (min(across) + max(across)) / 2 == pytest.approx(100, abs=0.6)
    assert width("Hälsa", 10) == pytest.approx(max(across) - min(across), rel=0.15)


def test_boxes_to_tick_stand_on_one_line_when_their_words_are_short() -> None:
    assert len(tick_places([area.name for area in AREAS], 4)) == 7
    assert tick_places(["Genom att lämna över handlingar"] * 4, 2) == [0, 87]
