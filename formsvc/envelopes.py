"""Window envelopes: where on a sheet of A4 an address has to stand, in mm.

Swedish envelopes have their window at the right (H2) or at the left (V2); its place is
the same for C5 and E65/DL, its size is not. No source states the place in mm, so these
are starting values: a profile changes them, and a sheet to print tries them against a
real envelope.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

PAGE_WIDTH: Final = 210.0
PAGE_HEIGHT: Final = 297.0

GUARD: Final = 20.0
"""White around an address, in mm: a folded A4 slides up to 19 mm in a C5 envelope."""

FOLDS: Final = {"E65": (99.0, 198.0), "C5": (148.5,)}
"""Where a sheet is folded for an envelope, in mm from its top."""


class Zone(NamedTuple):
    """A rectangle on a sheet, in mm from its left and top edge."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Zone") -> bool:
        """Return whether two rectangles have any part in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: "Zone", slack: float = 0.0) -> bool:
        """Return whether `other` lies within, `slack` mm over an edge at the most."""
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Window:
    """Where an address stands: `side` is h2 or v2, the rest is in mm on the sheet."""

    side: str
    left: float
    top: float
    width: float
    height: float

    @property
    def zone(self) -> Zone:
        """Where the address stands."""
        right, bottom = self.left + self.width, self.top + self.height
        return Zone(self.left, self.top, right, bottom)

    @property
    def guard(self) -> Zone:
        """Where nothing but the address may stand."""
        zone = self.zone
        return Zone(
            max(0.0, zone.left - GUARD),
            max(0.0, zone.top - GUARD),
            min(PAGE_WIDTH, zone.right + GUARD),
            min(PAGE_HEIGHT, zone.bottom + GUARD),
        )

    @property
    def at_right(self) -> bool:
        """Whether the sender stands at the left of the address, else at its right."""
        return self.side == "h2"


WINDOWS: Final = {
    "h2": Window("h2", left=112.0, top=48.0, width=80.0, height=27.0),
    "v2": Window("v2", left=18.0, top=48.0, width=80.0, height=27.0),
}
"""The windows that a profile may name. 27 mm hold six lines of 10 on 12.5 pt."""
