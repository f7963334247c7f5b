"""What a document says of itself to machines: properties, and the stamp it carries."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from formsvc.word.characters import escaped
from formsvc.word.xml import DECLARATION

DOCUMENT = "urn:formsvc:document"
"""The namespace of the part that carries form and stamp."""

_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_ITEM = "{6B1B8E0A-6C7D-4D0B-9C55-0D3B5F0C6E11}"
_OFFICE = "http://schemas.openxmlformats.org"
_PACKAGE = f"{_OFFICE}/package/2006/metadata/core-properties"
_PROPERTIES = f"{_OFFICE}/officeDocument/2006"
_WORD_PROPERTIES = "application/vnd.openxmlformats-officedocument"

CORE, APP, CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
ITEM, ITEM_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"

TYPES = {
    CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    APP: f"{_WORD_PROPERTIES}.extended-properties+xml",
    CUSTOM: f"{_WORD_PROPERTIES}.custom-properties+xml",
    ITEM_PROPERTIES: f"{_WORD_PROPERTIES}.customXmlProperties+xml",
}


class About(NamedTuple):
    """What a document says of itself.

    `form` is kind and revision, `plan 1`; `moment` when it was made, nothing for a
    blank. `stamp`, `reference` and `version` are those of the version it comes from.
    """

    title: str
    form: str
    organisation: str = ""
    subject: str = ""
    moment: datetime | None = None
    stamp: Mapping[str, Any] | None = None
    reference: str = ""
    version: int = 0


def parts(about: About) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that tell of a document, by name."""
    yield CORE, _core(about)
    yield APP, _app()
    yield CUSTOM, _custom(about)
    yield ITEM, _item(about)
    yield ITEM_PROPERTIES, _item_properties()


def _core(about: About) -> bytes:
    told = [_element("dc:title", about.title)]
    if about.subject:
        told.append(_element("dc:subject", about.subject))
    if about.organisation:
        told.append(_element("dc:creator", about.organisation))
    told.append(_element("dc:language", "sv-SE"))
    if about.moment:
        time = about.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        told += [
            f'<dcterms:{key} xsi:type="dcterms:W3CDTF">{time}</dcterms:{key}>'
            for key in ("created", "modified")
        ]
    return _part(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(told)}</cp:coreProperties>"
    )


def _app() -> bytes:
    return _part(
        f'<Properties xmlns="{_PROPERTIES}/extended-properties">'
        "<Application>formsvc</Application></Properties>"
    )


def _custom(about: About) -> bytes:
    told = {"FormsvcForm": about.form}
    if about.stamp is not None:
        told |= {"DocumentID": about.reference, "VersionID": str(about.version)}
    written = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(told.items(), 2)
    )
    return _part(
        f'<Properties xmlns="{_PROPERTIES}/custom-properties"'
        f' xmlns:vt="{_PROPERTIES}/docPropsVTypes">{written}</Properties>'
    )


def _item(about: About) -> bytes:
    """Return form and stamp, whose JSON has nothing that XML would not keep."""
    stamp = ""
    if about.stamp is not None:
        stamp = _element("stamp", json.dumps(about.stamp, indent=2))
    return _part(
        f'<document xmlns="{DOCUMENT}" form="{escaped(about.form)}">{stamp}</document>'
    )


def _item_properties() -> bytes:
    space = f"{_PROPERTIES}/customXml"
    return _part(
        f'<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{_ITEM}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{DOCUMENT}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )


def _element(name: str, text: str) -> str:
    return f"<{name}>{escaped(text)}</{name}>"


def _part(xml: str) -> bytes:
    return (DECLARATION + xml).encode("utf-8")
