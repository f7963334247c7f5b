"""SVG path data as moves, lines and cubic curves, all that DrawingML is sure to draw."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

Point = tuple[float, float]


class Step(NamedTuple):
    """One step: `M` to a point, `L` a line, `C` a curve with two controls, `Z`."""

    what: str
    points: tuple[Point, ...]


_WORD = re.compile(r"[MLHVCQAZ]|-?\d*\.?\d+")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}
MOST_TURN = math.pi / 2
"""The largest part of a circle that one cubic curve stands for, in radians."""


def steps(data: str) -> Iterator[Step]:
    """Yield the steps of path data with absolute commands."""
    here = start = (0.0, 0.0)
    for command, numbers in _commands(data):
        for step in _step(command, numbers, here):
            yield step
            here = step.points[-1] if step.points else start
        if command == "M":
            start = here


def moved(path: Iterator[Step], scale: float, right: float, down: float) -> list[Step]:
    """Return a path made larger by `scale`, then moved."""
    return [
        Step(
            step.what,
            tuple((x * scale + right, y * scale + down) for x, y in step.points),
        )
        for step in path
    ]


def circle(radius: float) -> Iterator[Step]:
    """Yield the steps of a circle around (0, 0)."""
    r = f"{radius:g}"
    return steps(f"M-{r} 0A{r} {r} 0 0 1 {r} 0A{r} {r} 0 0 1 -{r} 0Z")


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    words = _WORD.findall(data)
    command = ""
    while words:
        if words[0] in _TAKES:
            command = words.pop(0)
        count = _TAKES[command]
        yield command, [float(word) for word in words[:count]]
        del words[:count]


def _step(command: str, numbers: list[float], here: Point) -> Iterator[Step]:
    points = tuple(zip(numbers[::2], numbers[1::2], strict=False))
    if command == "A":
        yield from _arc(here, numbers)
    elif command == "Q":
        yield _quadratic(here, *points)
    elif command == "H":
        yield Step("L", ((numbers[0], here[1]),))
    elif command == "V":
        yield Step("L", ((here[0], numbers[0]),))
    else:
        yield Step(command, points)


def _quadratic(start: Point, control: Point, end: Point) -> Step:
    first = _between(start, control, 2 / 3)
    return Step("C", (first, _between(end, control, 2 / 3), end))


def _between(one: Point, other: Point, share: float) -> Point:
    return (
        one[0] + (other[0] - one[0]) * share,
        one[1] + (other[1] - one[1]) * share,
    )


def _arc(start: Point, numbers: list[float]) -> Iterator[Step]:
    """Yield the curves of a part of a circle (SVG 1.1, F.6.5, with equal radii)."""
    radius, _same, _turned, large, sweep, *end = numbers
    (x1, y1), (x2, y2) = start, (end[0], end[1])
    half = math.hypot(x2 - x1, y2 - y1) / 2
    radius = max(radius, half)
    aside = math.sqrt(max(radius**2 - half**2, 0)) / (2 * half)
    sign = -1 if large == sweep else 1
    centre_x = (x1 + x2) / 2 + sign * aside * (y1 - y2)
    centre_y = (y1 + y2) / 2 - sign * aside * (x1 - x2)
    first = math.atan2(y1 - centre_y, x1 - centre_x)
    turn = (math.atan2(y2 - centre_y, x2 - centre_x) - first) % (2 * math.pi)
    if not sweep:
        turn -= 2 * math.pi
    pieces = max(1, math.ceil(abs(turn) / MOST_TURN - 1e-9))
    for piece in range(pieces):
        begin = first + turn * piece / pieces
        yield _part_of_circle((centre_x, centre_y), radius, begin, turn / pieces)


def _part_of_circle(centre: Point, radius: float, begin: float, turn: float) -> Step:
    reach = 4 / 3 * math.tan(turn / 4) * radius
    ends = [
        (
            centre[0] + radius * math.cos(angle),
            centre[1] + radius * math.sin(angle),
            math.cos(angle) * reach,
            math.sin(angle) * reach,
        )
        for angle in (begin, begin + turn)
    ]
    (ax, ay, ac, as_), (bx, by, bc, bs) = ends
    return Step("C", ((ax - as_, ay + ac), (bx + bs, by - bc), (bx, by)))
