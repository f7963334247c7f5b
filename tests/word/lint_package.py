"""Faults of the package: its zip, relationships, types, prefixes and properties."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from lxml import etree
from word.parts import OFFICE, Tree, found, q, relations, told

HYPERLINK = f"{OFFICE}/hyperlink"
LANGUAGE = "sv-SE"
MODE = "15"
"""Of compatibility: Word 2013 and later."""

OLD = re.compile(
    r"http://schemas\.openxmlformats\.org/"
    r"|http://www\.w3\.org/|http://purl\.org/|urn:formsvc:"
)
"""Namespaces that every Word knows."""

NEWER = "starts-with(namespace-uri(), 'http://schemas.microsoft.com/')"
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

WHEN = "%Y-%m-%dT%H:%M:%SZ"


def doubled(content: bytes) -> Iterator[str]:
    """Yield names that a zip has twice: readers differ in which of them they take."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = Counter(name.casefold() for name in package.namelist())
    yield from (f"{name} is in the zip {n} times" for name, n in names.items() if n > 1)


def faults(parts: dict[str, bytes], trees: dict[str, Tree]) -> Iterator[str]:
    """Yield what is wrong with the package."""
    yield from _relations(parts, trees)
    yield from _types(parts, trees)
    for name, tree in trees.items():
        yield from (f"{name}: {said}" for said in _prefixes(tree))
    yield from _core(trees)
    yield from _settings(trees)


def _relations(parts: dict[str, bytes], trees: dict[str, Tree]) -> Iterator[str]:
    there = list(relations(parts))
    for each in there:
        if each.external and each.type != HYPERLINK:
            yield f"{each.source}: {each.number} leads out to {each.target}"
        if not each.external and each.target not in parts:
            yield f"{each.source}: {each.number} leads to {each.target}, not there"
    reached = {each.target for each in there}
    for name in parts:
        if name not in reached and not name.endswith((".rels", "[Content_Types].xml")):
            yield f"{name}: nothing leads to it"
    for name, tree in trees.items():
        numbers = {each.number for each in there if each.source == name}
        for used in sorted(_used(tree) - numbers):
            yield f"{name}: {used} is used and not there"


def _used(tree: Tree) -> set[str]:
    """Return the numbers of relationships that a part uses."""
    return set(told(tree, "//@r:id | //@r:embed | //@r:link"))


def _types(parts: dict[str, bytes], trees: dict[str, Tree]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    endings = {each.lower() for each in told(types, "types:Default/@Extension")}
    names = [each[1:] for each in told(types, "types:Override/@PartName")]
    for name in parts:
        known = name in names or name.rpartition(".")[2].lower() in endings
        if not known and name != "[Content_Types].xml":
            yield f"{name}: it has no content type"
    for name in names:
        if name not in parts:
            yield f"{name}: it has a content type and is not there"


def _prefixes(tree: Tree) -> Iterator[str]:
    """Yield newer namespaces that an older Word is not told to leave out."""
    for each in found(tree, "//*[@mc:Ignorable]"):
        for prefix in _named(each, q("mc:Ignorable")) - set(each.nsmap):
            yield f"{prefix} is in mc:Ignorable and not declared"
    unknown = {
        namespace
        for each in found(tree, f"//*[{NEWER}] | //*[@*[{NEWER}]]")
        for namespace in _namespaces(each)
        if not OLD.match(namespace) and not _left(each, namespace)
    }
    yield from (f"{namespace} is not in mc:Ignorable" for namespace in sorted(unknown))


def _namespaces(element: Tree) -> set[str]:
    names = (element.tag, *element.attrib)
    return {etree.QName(name).namespace or "http://www.w3.org/" for name in names}


def _left(element: Tree, namespace: str) -> bool:
    """Say whether a Word that does not know a namespace leaves out what is of it."""
    for each in (element, *element.iterancestors()):
        names = _named(each, q("mc:Ignorable"))
        if each.tag == q("mc:Choice"):
            names |= _named(each, "Requires")
        if namespace in {each.nsmap.get(name) for name in names} | _as_well(names):
            return True
        if each.tag == q("a:ext"):
            return True  # a list of extensions: what is not known is passed over
    return False


def _as_well(names: set[str]) -> set[str]:
    """Return what comes with a namespace: who draws groups draws shapes, as in Word."""
    return {SHAPES} if "wpg" in names else set()


def _named(element: Tree, attribute: str) -> set[str]:
    return set((element.get(attribute) or "").split())


def _core(trees: dict[str, Tree]) -> Iterator[str]:
    core = trees.get("docProps/core.xml")
    if core is None:
        yield "docProps/core.xml: it is not there"
        return
    for name in ("dcterms:created", "dcterms:modified"):
        if not all(_is_time(each.text or "") for each in core.iterfind(q(name))):
            yield f"docProps/core.xml: {name} is no time"
    if core.findtext(q("dc:language")) != LANGUAGE:
        yield f"docProps/core.xml: its language is not {LANGUAGE}"
    if not (core.findtext(q("dc:title")) or "").strip():
        yield "docProps/core.xml: it has no title"
    if (core.findtext(q("cp:lastModifiedBy")) or "").strip():
        yield "docProps/core.xml: it says who wrote it last"


def _is_time(text: str) -> bool:
    try:
        datetime.strptime(text, WHEN)  # noqa: DTZ007  only whether it is one
    except ValueError:
        return False
    return True


def _settings(trees: dict[str, Tree]) -> Iterator[str]:
    name = "word/settings.xml"
    if name not in trees:
        yield f"{name}: it is not there"
        return
    modes = told(trees[name], "//w:compatSetting[@w:name='compatibilityMode']/@w:val")
    if modes != [MODE]:
        yield f"{name}: its compatibilityMode is {modes}"
    protected = found(
        trees[name], "w:documentProtection[@w:edit='forms'][@w:enforcement='1']"
    )
    if len(protected) != 1:
        yield f"{name}: forms are not protected"
