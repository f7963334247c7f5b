"""What a PDF says of its own form, which reading works without."""

import re
from typing import NamedTuple

from formsvc.forms import KINDS

_WRITTEN = re.compile(r"([a-z]+) ([0-9]{1,4}) ([0-9]{1,4})")


class Mark(NamedTuple):
    """The kind of a document, the revision of its form, and its number of pages."""

    kind: str
    revision: int
    pages: int

    @property
    def is_older(self) -> bool:
        """Whether the form is an older one than today's."""
        return self.revision < KINDS[self.kind].revision

    @property
    def is_newer(self) -> bool:
        """Whether the form is newer than this service knows."""
        return self.revision > KINDS[self.kind].revision


def read_mark(text: str) -> Mark | None:
    """Return the mark that is written as `plan 1 12`, nothing when it says no such."""
    found = _WRITTEN.fullmatch(text)
    if found is None or found[1] not in KINDS:
        return None
    return Mark(found[1], int(found[2]), int(found[3]))
