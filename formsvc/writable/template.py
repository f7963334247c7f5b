"""A compiled form: the bytes of an empty PDF, and a table of its fields.

Stored as JSON and bytes with a digest before them, so that a damaged file is noticed
and reading one runs nothing.
"""

import hashlib
import json
from functools import cached_property
from typing import Any, NamedTuple

MAGIC = b"formsvc template 2\n"
"""Begins a stored template; another number is another form of storing."""

_DIGEST = 32
_LENGTH = 8

TEXT, CHOICE, CHECK = "text", "choice", "check"
"""The kinds of field."""

ON = "true"
"""The state of a ticked box: what the data says of it."""

MULTILINE, DO_NOT_SCROLL = 1 << 12, 1 << 23
READ_ONLY = 1
REQUIRED, COMBO = 1 << 1, 1 << 17
"""Flags of a field, `/Ff` (ISO 32000-1, tables 221, 228 and 230)."""

PRINT = 4
"""The flag of what is printed, `/F` (table 165)."""


class Mark(NamedTuple):
    """A disc on a page that shows whether a box is ticked, and what is drawn then.

    `number` is that of its object, `size` its width and height in pt.
    """

    number: int
    size: float
    ticked: str


class Field(NamedTuple):
    """A field of the template; sizes are in pt.

    `sort` is what is written in it, as its form says: a line, a date, a telephone.
    `number` and `look` are the numbers of its object and of its appearance, `start`
    its dictionary without what filling decides and without its end. `limit` is how many
    characters may be typed, `options` the values and words of a choice, `mark` what
    else shows that a box is ticked.
    """

    name: str
    kind: str
    sort: str
    number: int
    look: int
    start: str
    width: float
    height: float
    flags: int = 0
    limit: int = 0
    options: tuple[tuple[str, str], ...] = ()
    mark: Mark | None = None

    @property
    def multiline(self) -> bool:
        """Whether text in it wraps."""
        return bool(self.flags & MULTILINE)


class Tail(NamedTuple):
    """What an update has to know of the file.

    `size` is the number after its highest object, `start` where its cross-reference
    table lies, `trailer` the entries that stay, with a place for the second half of the
    identifier. `font` is the number of the font that fields are drawn with.
    """

    size: int
    start: int
    trailer: str
    font: int


class Opening(NamedTuple):
    """An object that an update says more in: its number, and its text around that."""

    number: int
    before: str
    after: str


class Places(NamedTuple):
    """Where a form can say of which version it is a working copy.

    `foot` is the number of what is drawn in the foot of every page, nothing as yet.
    `element` is the number of the tag for a field on the first page, `key` that of the
    field among what is tagged. The rest are open where the field and an attached file
    are named: the first page, the form, the topmost tag, the catalog, and what is told
    of the document.
    """

    foot: int
    element: int
    key: int
    page: Opening
    form: Opening
    document: Opening
    catalog: Opening
    info: Opening
    metadata: Opening


class Template:
    """An empty form and all that filling it needs.

    `widths` has the width of each character of WinAnsiEncoding in thousandths of an em.
    """

    def __init__(
        self,
        static: bytes,
        fields: tuple[Field, ...],
        widths: tuple[int, ...],
        tail: Tail,
        places: Places,
    ) -> None:
        """Hold the empty form and what was read of it."""
        self.static, self.fields = static, fields
        self.widths, self.tail = widths, tail
        self.places = places

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The fields by name."""
        return {field.name: field for field in self.fields}

    def to_bytes(self) -> bytes:
        """Return the template as it is stored."""
        table = {
            "fields": self.fields,
            "widths": self.widths,
            "tail": self.tail,
            "places": self.places,
        }
        head = json.dumps(table, separators=(",", ":")).encode("utf-8")
        content = len(head).to_bytes(_LENGTH, "big") + head + self.static
        return MAGIC + hashlib.sha256(content).digest() + content

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Template":
        """Return a stored template; raise `ValueError` when it is none, or damaged."""
        place = len(MAGIC) + _DIGEST
        content = stored[place:]
        digest = hashlib.sha256(content).digest()
        if stored[:place] != MAGIC + digest:
            raise ValueError("not a template, or damaged")
        end = _LENGTH + int.from_bytes(content[:_LENGTH], "big")
        table = json.loads(content[_LENGTH:end])
        return cls(
            static=content[end:],
            fields=tuple(_field(row) for row in table["fields"]),
            widths=tuple(table["widths"]),
            tail=Tail(*table["tail"]),
            places=_places(table["places"]),
        )


def _field(row: list[Any]) -> Field:
    *plain, options, mark = row
    plain.append(tuple((value, words) for value, words in options))
    plain.append(Mark(*mark) if mark else None)
    return Field(*plain)


def _places(row: list[Any]) -> Places:
    foot, element, key, *openings = row
    return Places(foot, element, key, *(Opening(*each) for each in openings))
