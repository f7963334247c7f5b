"""A part of a Word document as a stream of the elements that matter."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Self

from formsvc.apart.limits import NESTED, NODES, HeavyError
from formsvc.apart.word_markup import Attributes, both, feed, parser

Starts = Callable[[Any, Attributes], None]
Ends = Callable[[Any], None]

TICK = "tick"
"""What `w14:checkbox` is called here."""

NO_TEXT = (
    *("group", "docPartObj", "docPartList", "picture", "bibliography", "citation"),
    "equation",
)
SECTIONS = ("repeatingSection", "repeatingSectionItem")
"""Controls around others, or around no text; sections are of a later namespace."""

PICTURES = ("drawing", "pict", "object", "footnoteReference", "endnoteReference")
"""Show something in a text that is no text of it."""

_OFFICE = "http://schemas.openxmlformats.org/"
_MICROSOFT = "http://schemas.microsoft.com/office/word/"

_NAMES = (
    (
        both(f"{_OFFICE}wordprocessingml/2006/main", "wordprocessingml/main"),
        (
            *("sdt", "sdtPr", "sdtContent", "tag", "showingPlcHdr", "date"),
            *("dropDownList", "comboBox", "listItem", *NO_TEXT, *PICTURES),
            *("p", "pPr", "rPr", "r", "t", "rt", "tab", "ptab", "br", "cr", "sym"),
            *("noBreakHyphen", "softHyphen", "tr", "trPr", "tc", "tcPr", "cellDel"),
            *("ins", "del", "moveTo", "moveFrom", "comment"),
        ),
    ),
    (both(f"{_OFFICE}officeDocument/2006/math", "officeDocument/math"), ("t",)),
    (
        both(f"{_OFFICE}markup-compatibility/2006", "markup-compatibility"),
        ("AlternateContent", "Choice", "Fallback"),
    ),
    ((f"{_MICROSOFT}2010/wordml ",), ("checkbox", "checked")),
    (
        (f"{_MICROSOFT}2012/wordml ",),
        SECTIONS,
    ),
    ((f"{_MICROSOFT}2015/wordml/symex ",), ("symEx",)),
)
"""The names that matter, by how their namespaces begin."""

_KNOWN = {
    start + name: TICK if name == "checkbox" else name
    for starts, names in _NAMES
    for start in starts
    for name in names
}


class Stream:
    """Reads a part; `starts` and `ends` say what is done at which element."""

    starts: ClassVar[Mapping[str, Starts]]
    ends: ClassVar[Mapping[str, Ends]]

    def __init__(self) -> None:
        """Begin before the first element."""
        self.parser = parser()
        self._path: list[str] = []
        self._nodes = self._skipped = 0

    def read(self, pieces: Iterable[bytes]) -> Self:
        """Read the part; raise what `feed` raises."""
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        feed(self.parser, pieces)
        return self

    def above(self, steps: int = 1) -> str:
        """Return the name of what this element is in, nothing when it has no matter."""
        return self._path[-1 - steps] if len(self._path) > steps else ""

    def skip(self, steps: int = 0) -> None:
        """Pass over this element, or over one that it is in."""
        self._skipped = len(self._path) - steps

    def _start(self, name: str, attributes: Attributes) -> None:
        path = self._path
        key = _KNOWN.get(name, "")
        path.append(key)
        self._nodes += 1
        if self._nodes > NODES or len(path) > NESTED:
            raise HeavyError
        if key and not self._skipped and (do := self.starts.get(key)):
            do(self, attributes)

    def _end(self, _name: str) -> None:
        depth, key = len(self._path), self._path.pop()
        if self._skipped:
            if depth > self._skipped:
                return
            self._skipped = 0
        if key and (do := self.ends.get(key)):
            do(self)
