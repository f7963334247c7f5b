"""What of a template's file is used: the parts that belong to a document, and no more.

Comments, custom XML, thumbnails, printers and macros that Word leaves in it stay out,
and so does all that is fetched from elsewhere.
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from formsvc.i18n import _
from formsvc.word.faults import UnusableError
from formsvc.word.xml import (
    CONTENT_TYPES,
    DECLARATION,
    PACKAGE_RELATIONS,
    RELATIONS,
    document,
    parsed,
)

MOST_PARTS, MOST_BYTES = 300, 40_000_000

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

MAIN = f"{_WORD}.document.main+xml"

TYPES = {
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "footnotes": f"{_WORD}.footnotes+xml",
    "endnotes": f"{_WORD}.endnotes+xml",
    "glossaryDocument": f"{_WORD}.document.glossary+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
"""The parts that are kept, by the sort of their relationship, and their types."""

IMAGES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
}

DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    **IMAGES,
}
"""The types of the other parts, by the ending of their names."""

_PRESSED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts may be compressed (ISO/IEC 29500-2): Word writes no other."""

_LINKS = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: another part by name, or an address."""

    id: str
    sort: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Part:
    """A part: `root` when it is XML, its bytes when it is not."""

    name: str
    sort: str
    root: Any = None
    content: bytes = b""
    relations: list[Relation] = field(default_factory=list)

    def as_bytes(self) -> bytes:
        """Return what it holds."""
        return self.content if self.root is None else document(self.root)


def read_package(raw: bytes) -> list[Part]:
    """Return the parts of a template, its document first.

    Raises `UnusableError` when it is none, or has what may not be in it.
    """
    files = _unpacked(raw)
    start = _relations(files, "")
    main = next((each for each in start if each.sort == "officeDocument"), None)
    if main is None or main.target not in files:
        raise UnusableError.damaged()
    parts: dict[str, Part] = {}
    _follow(files, main.target, "officeDocument", parts)
    return list(parts.values())


def _unpacked(raw: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as opened:
            entries = opened.infolist()
            names = {entry.filename.lower() for entry in entries}
            if len(entries) > MOST_PARTS or len(names) < len(entries):
                raise UnusableError.damaged()
            if not all(entry.compress_type in _PRESSED for entry in entries):
                raise UnusableError.damaged()
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise UnusableError(_("den är för stor"))
            return {entry.filename: opened.read(entry) for entry in entries}
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
        *(NotImplementedError, ValueError),
    ) as error:
        raise UnusableError.damaged() from error


def _follow(
    files: dict[str, bytes], name: str, sort: str, parts: dict[str, Part]
) -> None:
    if name in parts:
        return
    if name not in files:
        raise UnusableError(_("delen {name} saknas i filen").format(name=name))
    part = parts[name] = Part(name, sort)
    if sort in ("image", "font"):
        part.content = files[name]
        return
    part.root = parsed(files[name])
    part.relations = [each for each in _relations(files, name) if _is_kept(each)]
    for relation in part.relations:
        if not relation.external:
            _follow(files, relation.target, relation.sort, parts)


def _relations(files: dict[str, bytes], name: str) -> Iterator[Relation]:
    content = files.get(relations_name(name))
    if content is None:
        return
    for each in parsed(content).iter(f"{{{PACKAGE_RELATIONS}}}Relationship"):
        kind, target = each.get("Type", ""), each.get("Target", "")
        external = each.get("TargetMode") == "External"
        if not external:
            folder = posixpath.dirname(name)
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        start = f"{RELATIONS}/"
        sort = kind.removeprefix(start) if kind.startswith(start) else ""
        yield Relation(each.get("Id", ""), sort, target, external)


def _is_kept(relation: Relation) -> bool:
    if relation.external:
        return relation.sort == "hyperlink" and relation.target.startswith(_LINKS)
    if relation.sort == "image":
        return relation.target.rpartition(".")[2].lower() in IMAGES
    return relation.sort in TYPES or relation.sort == "font"


def relations_name(name: str) -> str:
    """Return the name of the part that tells what the part `name` refers to."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relations_part(name: str, relations: list[Relation]) -> bytes:
    """Return the content of that part."""
    folder = posixpath.dirname(name)
    lines = "".join(
        f"<Relationship Id={quoteattr(each.id)}"
        f' Type="{_type(each.sort)}"'
        f" Target={quoteattr(_seen_from(folder, each))}"
        + (' TargetMode="External"/>' if each.external else "/>")
        for each in relations
    )
    return (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE_RELATIONS}">{lines}'
        "</Relationships>"
    ).encode()


def _type(sort: str) -> str:
    if sort == "core-properties":
        return f"{PACKAGE_RELATIONS}/metadata/{sort}"
    return f"{RELATIONS}/{sort}"


def _seen_from(folder: str, relation: Relation) -> str:
    if relation.external:
        return relation.target
    return posixpath.relpath(f"/{relation.target}", f"/{folder}")


def content_types(overrides: dict[str, str]) -> bytes:
    """Return the part that tells the type of each part; `overrides` go by name."""
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in DEFAULTS.items()
    )
    named = "".join(
        f'<Override PartName={quoteattr(f"/{name}")} ContentType="{kind}"/>'
        for name, kind in overrides.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{CONTENT_TYPES}">{defaults}{named}</Types>'
    ).encode()
