"""A template as a file: its parts, what they are, and how they belong together."""

import base64
import io
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from tools.word_templates.fonts import FACES, veiled
from tools.word_templates.settings import RELATIONS

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

WHITE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTkw1QAAAABJRU5ErkJggg=="
)
"""A picture of one white dot, where the service puts in another."""

TYPES = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/fontTable.xml": f"{WORD}.fontTable+xml",
    "word/theme/theme1.xml": (
        "application/vnd.openxmlformats-officedocument.theme+xml"
    ),
    "word/footer1.xml": f"{WORD}.footer+xml",
    "word/footer2.xml": f"{WORD}.footer+xml",
    "word/glossary/document.xml": f"{WORD}.document.glossary+xml",
    "word/glossary/styles.xml": f"{WORD}.styles+xml",
    "word/glossary/settings.xml": f"{WORD}.settings+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    ),
}

ENDINGS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}


class Relation(NamedTuple):
    """What a part has to do with another."""

    sort: str
    target: str


RELATED = {
    "_rels/.rels": (
        Relation(f"{RELATIONS}/officeDocument", "word/document.xml"),
        Relation(f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        Relation(f"{RELATIONS}/extended-properties", "docProps/app.xml"),
    ),
    "word/_rels/document.xml.rels": (
        Relation(f"{RELATIONS}/image", "media/logo.png"),
        Relation(f"{RELATIONS}/footer", "footer1.xml"),
        Relation(f"{RELATIONS}/footer", "footer2.xml"),
        Relation(f"{RELATIONS}/styles", "styles.xml"),
        Relation(f"{RELATIONS}/numbering", "numbering.xml"),
        Relation(f"{RELATIONS}/settings", "settings.xml"),
        Relation(f"{RELATIONS}/fontTable", "fontTable.xml"),
        Relation(f"{RELATIONS}/glossaryDocument", "glossary/document.xml"),
        Relation(f"{RELATIONS}/theme", "theme/theme1.xml"),
    ),
    "word/_rels/footer1.xml.rels": (Relation(f"{RELATIONS}/image", "media/qr.png"),),
    "word/_rels/fontTable.xml.rels": tuple(
        Relation(f"{RELATIONS}/font", f"fonts/font{number}.odttf")
        for number, _face in enumerate(FACES, 1)
    ),
    "word/glossary/_rels/document.xml.rels": (
        Relation(f"{RELATIONS}/styles", "styles.xml"),
        Relation(f"{RELATIONS}/settings", "settings.xml"),
    ),
}


def packed(texts: Mapping[str, str]) -> bytes:
    """Return the file with these parts of XML, and what all templates have besides."""
    parts = {"[Content_Types].xml": (HEADER + _content_types()).encode()}
    for name, relations in RELATED.items():
        parts[name] = (HEADER + _relations(relations)).encode()
    for name, text in texts.items():
        parts[name] = (HEADER + text).encode()
    parts["word/media/logo.png"] = parts["word/media/qr.png"] = WHITE
    for number, face in enumerate(FACES, 1):
        parts[f"word/fonts/font{number}.odttf"] = veiled(face)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, compresslevel=9)
    return buffer.getvalue()


def _content_types() -> str:
    endings = "".join(
        f'<Default Extension="{ending}" ContentType="{what}"/>'
        for ending, what in ENDINGS.items()
    )
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{what}"/>'
        for name, what in TYPES.items()
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{endings}{parts}</Types>'


def _relations(relations: tuple[Relation, ...]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{relation.sort}"'
        f' Target="{relation.target}"/>'
        for number, relation in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{told}</Relationships>'
