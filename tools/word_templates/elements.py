"""What single elements of the HTML tell: words, widths, and which field they are."""

import re
from collections.abc import Iterator

from tools.word_templates.lengths import TEXT_WIDTH
from tools.word_templates.source import Element

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_UNBROKEN = "\N{NON-BREAKING HYPHEN}"
_AREA = re.compile(r"areas-(\w+)-")


def inputs(element: Element) -> Iterator[Element]:
    """Yield what one writes in within an element."""
    yield from element.iter("input", "select", "textarea")


def named(element: Element) -> str:
    """Return the name of an element's first field."""
    return str(next(inputs(element)).get("name"))


def area_of(element: Element) -> str:
    """Return the id of the area that an element's first field is about."""
    found = _AREA.match(named(element))
    assert found
    return found[1]


def widths_of(cells: list[Element]) -> list[float]:
    """Return the widths of cells in mm; the last may be told by what is left."""
    told = [re.search(r"width: ([\d.]+)mm", cell.get("style", "")) for cell in cells]
    widths = [float(each[1]) if each else 0.0 for each in told]
    return [width or TEXT_WIDTH - sum(widths) for width in widths]


def text_of(element: Element, without: Element | None = None) -> str:
    """Return the words of an element, but for those of one in it; dates unbroken."""
    whole = " ".join("".join(_strings(element, without)).split())
    return _DATE.sub(lambda date: date[0].replace("-", _UNBROKEN), whole)


def pieces_of(element: Element) -> tuple[tuple[str, bool], ...]:
    """Return the words of a paragraph in pieces, each bold or not."""
    found = [(element.text or "", False)]
    for child in element:
        found.append((child.text_content(), child.tag == "b"))
        found.append((child.tail or "", False))
    kept = [(re.sub(r"\s+", " ", text), bold) for text, bold in found]
    return tuple((text, bold) for text, bold in kept if text)


def _strings(element: Element, without: Element | None) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child is not without:
            yield from _strings(child, without)
        yield child.tail or ""
