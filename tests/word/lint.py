"""What neither the Open XML SDK nor openxml-audit finds wrong in a Word document.

Of finished documents: the templates of office staff may be otherwise.
"""

from collections.abc import Callable, Iterator

from lxml import etree
from word import lint_controls, lint_package, lint_text
from word.parts import Tree, parsed, unzipped

Check = Callable[[Tree], Iterator[str]]
Whole = Callable[[dict[str, Tree]], Iterator[str]]

PARTS = ("word/document", "word/header", "word/footer")
"""What people see, by how its name begins."""

NEEDED = {"word/document.xml", lint_text.STYLES}


def faults(content: bytes) -> list[str]:
    """Return what is wrong, as "lint: part: what"."""
    doubled = [f"lint: {said}" for said in lint_package.doubled(content)]
    parts = unzipped(content)
    try:
        trees = {name: parsed(parts[name]) for name in parts if is_xml(name)}
    except etree.XMLSyntaxError as error:
        return [*doubled, f"lint: no XML: {error}"]
    return [*doubled, *(f"lint: {said}" for said in _faults(parts, trees))]


def is_xml(name: str) -> bool:
    """Say whether a part is XML, by its name."""
    return name.endswith((".xml", ".rels"))


def _faults(parts: dict[str, bytes], trees: dict[str, Tree]) -> Iterator[str]:
    yield from lint_package.faults(parts, trees)
    if lacking := NEEDED - set(trees):
        yield f"there is no {sorted(lacking)}"
        return
    shown = {name: tree for name, tree in trees.items() if name.startswith(PARTS)}
    for name, tree in shown.items():
        for check in (*lint_controls.CHECKS, *lint_text.CHECKS):
            yield from (f"{name}: {said}" for said in check(tree))
    for whole in (*lint_controls.OF_ALL, *lint_text.OF_ALL):
        yield from whole(trees)
