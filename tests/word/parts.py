"""The parts of a Word document, for judges and for those that change one."""

import posixpath
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

Tree = Any
"""An element of lxml, which says nothing of its types."""

BODY = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = {
    "w": W,
    "w14": W14,
    "r": OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "rel": f"{PACKAGE}/relationships",
    "types": f"{PACKAGE}/content-types",
    "cp": f"{PACKAGE}/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "decorative": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
}
STRICT = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class Relation(NamedTuple):
    """A relationship of a part: to another part, or to what lies outside."""

    source: str
    number: str
    type: str
    target: str
    external: bool


def q(name: str) -> str:
    """Return `w:p` as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def found(tree: Tree, path: str) -> list[Tree]:
    """Return what an XPath finds, with the usual prefixes."""
    there: list[Tree] = tree.xpath(path, namespaces=NAMESPACES)
    return there


def told(tree: Tree, path: str) -> list[str]:
    """Return the attributes that an XPath finds."""
    return [str(each) for each in found(tree, path)]


def first(tree: Tree, path: str) -> str:
    """Return the first attribute that an XPath finds, empty without one."""
    return next(iter(told(tree, path)), "")


def val(tree: Tree, name: str, path: str = "w:val") -> str | None:
    """Return the value of a child: of `w:tag` its `w:val`; None without it."""
    child = tree.find(q(name))
    value: str | None = None if child is None else child.get(q(path))
    return value


def text_of(tree: Tree) -> str:
    """Return the text of runs, a line break as one."""
    pieces = found(tree, ".//w:t | .//w:br | .//w:tab")
    return "".join(
        piece.text or "" if piece.tag == q("w:t") else "\n" for piece in pieces
    )


def local(tree: Tree) -> str:
    """Return the name of an element without its namespace."""
    return str(etree.QName(tree).localname)


def unzipped(content: bytes) -> dict[str, bytes]:
    """Return the parts by name, in their order."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a document of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def parsed(content: bytes) -> Tree:
    """Return the root of a part."""
    return etree.fromstring(content, STRICT)


def written(tree: Tree) -> bytes:
    """Return a part of a root."""
    made: bytes = etree.tostring(
        tree, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return made


def body(content: bytes) -> Tree:
    """Return the root of the document itself."""
    return parsed(unzipped(content)[BODY])


def edited(content: bytes, change: Callable[[Tree], object], part: str = BODY) -> bytes:
    """Return a document in which `change` was done to the root of a part."""
    parts = unzipped(content)
    root = parsed(parts[part])
    change(root)
    return zipped({**parts, part: written(root)})


def control(root: Tree, tag: str) -> Tree:
    """Return the one control with a tag."""
    (there,) = found(root, f".//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']")
    return there


def tags(content: bytes) -> list[str]:
    """Return the tags of the controls of the document itself, in their order."""
    return told(body(content), ".//w:sdtPr/w:tag/@w:val")


def relations(parts: dict[str, bytes]) -> Iterator[Relation]:
    """Yield every relationship, its target as the name of a part."""
    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        source = folder + file.removesuffix(".rels")
        for each in found(parsed(content), "rel:Relationship"):
            external = each.get("TargetMode") == "External"
            target = each.get("Target")
            yield Relation(
                source,
                each.get("Id"),
                each.get("Type"),
                target if external else _resolved(folder, target),
                external,
            )


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))
