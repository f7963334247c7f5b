"""What a template says of itself: settings, fonts, placeholders, properties."""

import uuid
from collections.abc import Iterable

from formsvc.word.characters import escaped
from tools.word_templates.boxes import EN_SPACE, placeholder_name
from tools.word_templates.fonts import FACES, FAMILY, key_of
from tools.word_templates.styles import NAMESPACE

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.microsoft.com/office/word"
MADE = "2026-01-01T00:00:00Z"
"""When a template says that it was made: the same every time."""


def settings() -> str:
    """Return the settings: fonts are embedded, the language is Swedish."""
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/>'
        "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>"
        '<w:defaultTabStop w:val="1304"/><w:characterSpacingControl'
        ' w:val="doNotCompress"/><w:compat><w:compatSetting'
        f' w:name="compatibilityMode" w:uri="{COMPATIBILITY}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def font_table() -> str:
    """Return the table of fonts, with those that the template carries."""
    embedded = "".join(
        f'<w:{face.embedded} r:id="rId{number}" w:fontKey="{key_of(face)}"/>'
        for number, face in enumerate(FACES, 1)
    )
    return (
        f'<w:fonts xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"><w:font'
        f' w:name="{FAMILY}"><w:altName w:val="Calibri"/>'
        '<w:panose1 w:val="020B0503030403020204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        '<w:sig w:usb0="E0000AFF" w:usb1="5000387B" w:usb2="00000000"'
        ' w:usb3="00000000" w:csb0="0000019F" w:csb1="00000000"/>'
        f"{embedded}</w:font></w:fonts>"
    )


def glossary(placeholders: Iterable[int]) -> str:
    """Return the glossary: what controls show when they are emptied, by width."""
    parts = "".join(_placeholder(spaces) for spaces in sorted(placeholders))
    return (
        f'<w:glossaryDocument xmlns:w="{NAMESPACE}"><w:docParts>{parts}</w:docParts>'
        "</w:glossaryDocument>"
    )


def _placeholder(spaces: int) -> str:
    name = placeholder_name(spaces)
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:formsvc:word-empty:{spaces}"))
    guid = f"{{{key.upper()}}}"
    return (
        f'<w:docPart><w:docPartPr><w:name w:val="{name}"/><w:category>'
        '<w:name w:val="General"/><w:gallery w:val="placeholder"/></w:category>'
        '<w:types><w:type w:val="bbPlcHdr"/></w:types><w:behaviors>'
        f'<w:behavior w:val="content"/></w:behaviors><w:guid w:val="{guid}"/>'
        "</w:docPartPr><w:docPartBody><w:p><w:r><w:rPr>"
        '<w:rStyle w:val="Platshallare"/></w:rPr>'
        f'<w:t xml:space="preserve">{EN_SPACE * spaces}</w:t></w:r></w:p>'
        "</w:docPartBody></w:docPart>"
    )


def core(title: str) -> str:
    """Return the properties that every file of Office has."""
    dated = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{MADE}</dcterms:{what}>'
        for what in ("created", "modified")
    )
    return (
        "<cp:coreProperties xmlns:cp="
        '"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:language>sv-SE</dc:language>{dated}"
        "</cp:coreProperties>"
    )


def app() -> str:
    """Return the properties that programs of Office add: none."""
    return (
        "<Properties xmlns="
        '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    )
