"""XML as a stream: no tree, no entity of its own, no other coding than UTF-8."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple
from xml.parsers import expat

from formsvc.apart.limits import NESTED, SMALL_NODES, TOKEN, HeavyError

Attributes = dict[str, str]
Parser = Any
"""What `xml.parsers.expat` makes; its type has no name there."""

_BETWEEN = " "
"""Between the name of a namespace and that of an element: in neither."""

_STRICT = "http://purl.oclc.org/ooxml/"
"""Begins the namespaces of strict documents (ISO/IEC 29500-1)."""

_NO_MEMORY = 1
"""What Expat calls it when there is no memory left (XML_ERROR_NO_MEMORY)."""

_OTHER_CODINGS = (b"\xfe\xff", b"\xff\xfe", b"\0", b"<\0")


class Element(NamedTuple):
    """An element: its name and its parent's, what it says, and the text in it."""

    name: str
    parent: str
    attributes: Attributes
    text: str


def parser() -> Parser:
    """Return a parser that takes no document type and no other coding than UTF-8."""
    made = expat.ParserCreate("UTF-8", _BETWEEN)
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse_type
    made.XmlDeclHandler = _refuse_coding
    return made


def feed(made: Parser, pieces: Iterable[bytes]) -> None:
    """Have a parser read `pieces`.

    Raises `HeavyError` for what no document from here has, and `ValueError` or
    `ExpatError` for what is no XML.
    """
    fed = 0
    try:
        for piece in pieces:
            if not fed and piece.startswith(_OTHER_CODINGS):
                raise ValueError("not in UTF-8")
            fed += len(piece)
            made.Parse(piece, False)  # noqa: FBT003  Expat has no names for these
            if fed - made.CurrentByteIndex > TOKEN:
                raise HeavyError
        made.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        if error.code == _NO_MEMORY:
            raise HeavyError from error
        raise


def elements(content: bytes) -> list[Element]:
    """Return the elements of a small part, in the order in which they end.

    Names have no namespace. Raises what `feed` raises.
    """
    found: list[Element] = []
    path: list[tuple[str, Attributes, list[str]]] = []

    def start(name: str, attributes: Attributes) -> None:
        path.append((local(name), attributes, []))
        if len(path) > NESTED or len(path) + len(found) > SMALL_NODES:
            raise HeavyError

    def text(words: str) -> None:
        path[-1][2].append(words)

    def end(_name: str) -> None:
        name, attributes, words = path.pop()
        parent = path[-1][0] if path else ""
        found.append(Element(name, parent, attributes, "".join(words)))

    made = parser()
    made.StartElementHandler = start
    made.CharacterDataHandler = text
    made.EndElementHandler = end
    feed(made, [content])
    return found


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(_BETWEEN)[2]


def root(content: bytes) -> str:
    """Return the name of the outermost element, with its namespace before a space."""
    names: list[str] = []
    made = parser()
    made.StartElementHandler = lambda name, _attributes: names.append(name)
    feed(made, [content])
    return names[0]


def value(attributes: Attributes, name: str = "val") -> str | None:
    """Return what an element says under a name, whatever its namespace."""
    for key, said in attributes.items():
        if local(key) == name:
            return said
    return None


def is_on(attributes: Attributes) -> bool:
    """Return whether a switch is on: it is when it says nothing (ST_OnOff)."""
    return (value(attributes) or "1").lower() not in ("0", "false", "off")


def both(namespace: str, strict: str) -> tuple[str, str]:
    """Return how names of a namespace begin, and those of its strict twin."""
    return namespace + _BETWEEN, _STRICT + strict + _BETWEEN


def _refuse_type(*_said: object) -> None:
    raise ValueError("a document type")


def _refuse_coding(_version: str, coding: str | None, _standalone: int) -> None:
    if coding and coding.lower() != "utf-8":
        raise ValueError("not in UTF-8")


Handler = Callable[[Any, Attributes], None]
"""Does what an element asks for; its first argument is who reads."""
