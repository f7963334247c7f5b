"""What the tests ask of a PDF reader that we did not write."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from PIL.Image import Image

Values = Mapping[str, str | bool]
"""What stands in fields; true or false in a check box."""

SCALE = 2.0
"""Pixels for each pt in a picture."""


class Word(NamedTuple):
    """A word that is drawn, and its box in pt from the upper left of a page from 0."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


class Engine(Protocol):
    """A program that reads PDF."""

    @property
    def name(self) -> str:
        """What people call it."""

    def __hash__(self) -> int:
        """Tell it from others: what it has drawn is kept."""


class Reads(Engine, Protocol):
    """Tells what stands in fields."""

    def read(self, content: bytes) -> Values:
        """Return what stands in every field: of a choice its value or its words."""


class Shows(Engine, Protocol):
    """Draws pages."""

    def pictures(self, content: bytes) -> list[Image]:
        """Return the pages as pictures, `SCALE` pixels for each pt."""


class Writes(Engine, Protocol):
    """Lets a person write, and saves."""

    def write(self, content: bytes, values: Values) -> bytes:
        """Return the file with these values, as it saves it."""


@dataclass(frozen=True)
class Place:
    """Where a field stands: page from 0, and its box in pt from the upper left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float

    def cut_from(self, pictures: list[Image]) -> Image:
        """Return the field as it is drawn."""
        box = (self.left, self.top, self.right, self.bottom)
        left, top, right, bottom = (round(SCALE * each) for each in box)
        return pictures[self.page].crop((left, top, right, bottom))

    def holds(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Say whether a word lies within the field, but for a hair's breadth.

        Its box is as tall as the font, which is more than any letter's ink.
        """
        slack, free = 0.6, 0.12 * (bottom - top)
        return (
            self.left - slack <= left
            and right <= self.right + slack
            and self.top - slack <= top + free
            and bottom - free <= self.bottom + slack
        )
