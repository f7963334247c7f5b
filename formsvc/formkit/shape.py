"""The shape of a writable document: all that decides how it is laid out.

Two documents of the same shape differ in their values alone, so that one layout serves
both. A shape tells sizes, never what is written.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import sizes


@dataclass(frozen=True, slots=True)
class Shape:
    """How a writable document is laid out.

    `variant` is the value that decides its title, `rows` the lists with more rows than
    a blank, `lines` the boxes that are taller than usual.
    """

    blank: bool = False
    variant: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def with_lines(self, lines: Mapping[str, int]) -> "Shape":
        """Return this shape with taller boxes."""
        return replace(self, lines={**self.lines, **lines})

    def as_key(self) -> str:
        """Return what two shapes have in common only when they are laid out alike."""
        parts = [self.blank, self.variant, dict(self.rows), dict(self.lines)]
        return json.dumps(parts, sort_keys=True)


BLANK = Shape(blank=True)
"""An empty form, for a screen or a pen."""


def shape_of(kind: Kind, data: Data) -> Shape:
    """Return the shape that a document of `kind` with `data` begins with."""
    given = str(data.get(kind.variant_field) or "") if kind.variant_field else ""
    variant = given if given in kind.headings else ""
    fields = {key: value for key, value in data.items() if key != "stamp"}
    return Shape(variant=variant, rows=sizes(kind.form, fields))
