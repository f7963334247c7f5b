"""What a Word document says, read with zipfile and lxml: none of it is our code."""

import io
import zipfile
from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


class Shown(NamedTuple):
    """A content control: what it shows, and all that it says of itself."""

    tag: str
    text: str
    empty: bool
    element: Any

    def said(self, path: str) -> str | None:
        """Return the value of an element of its properties, nothing without one."""
        found = self.element.find(f"{W}sdtPr/{W}{path}")
        return None if found is None else found.get(f"{W}val", "")


def part(content: bytes, name: str) -> Any:
    """Return the root of a part."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return etree.fromstring(opened.read(name))


def names(content: bytes) -> list[str]:
    """Return the names of the parts, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        assert opened.testzip() is None
        return opened.namelist()


def every_control(content: bytes) -> list[Shown]:
    """Return the controls of a document that have a tag, in their order."""
    return [
        _shown(element)
        for element in part(content, "word/document.xml").iter(f"{W}sdt")
        if element.find(f"{W}sdtPr/{W}tag") is not None
    ]


def controls(content: bytes) -> dict[str, Shown]:
    """Return the controls of a document by tag; no two have the same."""
    found = every_control(content)
    by_tag = {each.tag: each for each in found}
    assert len(by_tag) == len(found)
    return by_tag


def filled(content: bytes) -> dict[str, str]:
    """Return what is filled in, by tag; a ticked box has "true"."""
    return {tag: each.text for tag, each in controls(content).items() if not each.empty}


def words(content: bytes, name: str = "word/document.xml") -> str:
    """Return all text of a part, a paragraph a line."""
    paragraphs = part(content, name).iter(f"{W}p")
    return "\n".join(text(each) for each in paragraphs)


def text(element: Any) -> str:
    """Return the text of runs, with line breaks."""
    return "".join(
        "\n" if each.tag == f"{W}br" else (each.text or "")
        for each in element.iter(f"{W}t", f"{W}br")
    )


def _shown(element: Any) -> Shown:
    properties = element.find(f"{W}sdtPr")
    tag = properties.find(f"{W}tag").get(f"{W}val")
    box = properties.find(f"{W14}checkbox")
    if box is not None:
        ticked = box.find(f"{W14}checked").get(f"{W14}val") == "1"
        return Shown(tag, "true" if ticked else "", not ticked, element)
    empty = properties.find(f"{W}showingPlcHdr") is not None
    return Shown(tag, text(element.find(f"{W}sdtContent")), empty, element)
