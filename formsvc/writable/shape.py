"""The shape of a writable document: all that decides how it is laid out.

Two documents of the same shape differ in their values alone, so that one layout serves
both. A shape tells sizes, never what is written. Lists grow by steps, so that few
shapes serve all documents (contract, section 3).
"""

import json
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

SPARE = 2
"""Empty rows that every list has at the least, to go on writing."""

FIRST_STEP = 4
"""Rows in a blank."""

MEASURES = "measures"
"""The list that grows by fours, equal in all areas; others double."""


class Shape(NamedTuple):
    """How a writable document is laid out.

    `variant` is the value that decides its title, `rows` the lists with more rows than
    a blank, `lines` the boxes that are taller than usual.
    """

    blank: bool = False
    variant: str = ""
    rows: Mapping[str, int] = MappingProxyType({})
    lines: Mapping[str, int] = MappingProxyType({})

    def with_lines(self, lines: Mapping[str, int]) -> "Shape":
        """Return this shape with taller boxes."""
        return self._replace(lines={**self.lines, **lines})

    def as_key(self) -> str:
        """Return what two shapes have in common only when they are laid out alike."""
        parts = [self.blank, self.variant, dict(self.rows), dict(self.lines)]
        return json.dumps(parts, sort_keys=True)


BLANK = Shape(blank=True)
"""An empty form, for a screen or a pen."""


def sizes(data: Mapping[str, Any], choices: Collection[str]) -> dict[str, int]:
    """Return the lists that need more rows than a blank has, for `data` and to go on.

    `choices` names the lists that are answers to a multiple choice, and have no rows.
    All lists of measures are told as one.
    """
    found: dict[str, int] = {}
    _measure(data, "", choices, found)
    return {name: rows for name, rows in found.items() if rows != FIRST_STEP}


def _measure(
    data: Mapping[str, Any],
    path: str,
    choices: Collection[str],
    found: dict[str, int],
) -> None:
    for key, value in data.items():
        name = f"{path}-{key}" if path else key
        if isinstance(value, dict):
            _measure(value, name, choices, found)
        elif isinstance(value, list) and name not in choices:
            name = MEASURES if key == MEASURES else name
            found[name] = max(found.get(name, 0), _size(name, len(value)))


def _size(name: str, written: int) -> int:
    wanted = written + SPARE
    if name == MEASURES:
        return max(FIRST_STEP, -(-wanted // FIRST_STEP) * FIRST_STEP)
    size = FIRST_STEP
    while size < wanted:
        size *= 2
    return size
