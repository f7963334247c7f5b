"""The fonts that a Word document brings along (ECMA-376, part 4, 2.8.1)."""

from typing import NamedTuple
from uuid import UUID

from word.parts import found, parsed, q, relations, unzipped

TABLE = "word/fontTable.xml"
MIXED = 32
"""Bytes at the start of a font file that are mixed with its key."""


class Font(NamedTuple):
    """A font: its family, which of its styles (`embedBold`), and its file in plain."""

    family: str
    style: str
    content: bytes


def embedded(content: bytes) -> list[Font]:
    """Return the fonts in a document, unmixed."""
    parts = unzipped(content)
    targets = {
        each.number: each.target for each in relations(parts) if each.source == TABLE
    }
    made = []
    for each in found(parsed(parts[TABLE]), "//w:font/*[@r:id]"):
        mixed = parts[targets[each.get(q("r:id"))]]
        key = UUID(each.get(q("w:fontKey"))).bytes[::-1]
        plain = bytes(a ^ b for a, b in zip(mixed[:MIXED], key * 2, strict=True))
        family = each.getparent().get(q("w:name"))
        style = each.tag.rpartition("}")[2]
        made.append(Font(family, style, plain + mixed[MIXED:]))
    return made
