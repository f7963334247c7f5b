"""What a file says of its own form, which reading works without."""

import re
from typing import NamedTuple

from formsvc.forms import KINDS

_FORM = r"([a-z]+) ([0-9]{1,4})"
_OF_PAGES = re.compile(rf"{_FORM} ([0-9]{{1,4}})")
_WITHOUT = re.compile(rf"{_FORM}()")


class Mark(NamedTuple):
    """The kind of a document, the revision of its form, and its number of pages.

    `pages` is 0 where they are not counted: in Word.
    """

    kind: str
    revision: int
    pages: int = 0

    @property
    def is_older(self) -> bool:
        """Whether the form is an older one than today's."""
        return self.revision < KINDS[self.kind].revision

    @property
    def is_newer(self) -> bool:
        """Whether the form is newer than this service knows."""
        return self.revision > KINDS[self.kind].revision


def read_mark(text: str) -> Mark | None:
    """Return the mark of a PDF, `plan 1 12`, nothing when `text` says no such."""
    return _read(_OF_PAGES.fullmatch(text))


def read_mark_without_pages(text: str) -> Mark | None:
    """Return the mark of a Word document, `plan 1`, or nothing as `read_mark` does."""
    return _read(_WITHOUT.fullmatch(text))


def _read(found: re.Match[str] | None) -> Mark | None:
    if found is None or found[1] not in KINDS:
        return None
    return Mark(found[1], int(found[2]), int(found[3] or 0))
