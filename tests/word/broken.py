"""Defects that a Word document may have, each put in a sound one.

They are what programs get wrong that write such files, and what templates bring along.
"""

import re
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

from lxml import etree
from word.parts import (
    BODY,
    NAMESPACES,
    OFFICE,
    Tree,
    edited,
    found,
    local,
    parsed,
    q,
    text_of,
    unzipped,
    written,
    zipped,
)

RELATIONS = "word/_rels/document.xml.rels"
SETTINGS = "word/settings.xml"
STYLES = "word/styles.xml"
GLOSSARY = "word/glossary/document.xml"
CORE = "docProps/core.xml"
TYPES = "[Content_Types].xml"

Break = Callable[[bytes], bytes]


def in_part(part: str, path: str, change: Callable[[Tree], object]) -> Break:
    """Return what does a change to the first thing that a path finds in a part."""
    return lambda content: edited(
        content, lambda root: change(found(root, path)[0]), part
    )


def in_body(path: str, change: Callable[[Tree], object]) -> Break:
    """Return what does a change in the document itself."""
    return in_part(BODY, path, change)


def in_text(part: str, old: str, new: str) -> Break:
    """Return what puts other letters in a part, once; it need be no XML then."""

    def change(content: bytes) -> bytes:
        parts = unzipped(content)
        said, count = re.subn(old, new, parts[part].decode(), count=1)
        assert count
        return zipped({**parts, part: said.encode()})

    return change


def sets(name: str, value: str) -> Callable[[Tree], object]:
    """Return what gives an element an attribute."""
    return lambda element: element.set(q(name) if ":" in name else name, value)


def adds(xml: str, *, place: int | None = None) -> Callable[[Tree], object]:
    """Return what puts XML into an element, last if no place is said."""
    return lambda element: element.insert(
        len(element) if place is None else place, _made(xml)
    )


def removes(element: Tree) -> None:
    """Take an element away."""
    element.getparent().remove(element)


def doubles(element: Tree) -> None:
    """Put an element there twice."""
    element.addnext(deepcopy(element))


def without(*paths: str) -> Callable[[Tree], object]:
    """Return what takes away all that paths find in an element."""

    def change(element: Tree) -> None:
        for path in paths:
            for each in found(element, path):
                removes(each)

    return change


def _made(xml: str) -> Tree:
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    return etree.fromstring(f"<all {declared}>{xml}</all>")[0]


def _first_id_again(properties: Tree) -> None:
    other = found(properties, "//w:sdtPr/w:id")[-1]
    other.set(q("w:val"), properties.find(q("w:id")).get(q("w:val")))


def _first_tag_again(properties: Tree) -> None:
    other = found(properties, "//w:sdtPr/w:tag")[-1]
    other.set(q("w:val"), properties.find(q("w:tag")).get(q("w:val")))


def _shows_otherwise(box: Tree) -> None:
    (text,) = found(box, "w:sdtContent//w:t")
    text.text = "☐" if text_of(box) != "☐" else "☑"


def _block_in_paragraph(box: Tree) -> None:
    inside = box.find(q("w:sdtContent"))
    paragraph = etree.SubElement(inside, q("w:p"))
    for each in [child for child in inside if local(child) == "r"]:
        paragraph.append(each)


def _twice_in_zip(content: bytes) -> bytes:
    buffer = BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("Word/Document.xml", package.read(BODY))
    return buffer.getvalue()


def _with_part(name: str, relation: str) -> Break:
    """Return what puts in a part, with or without a relationship that leads to it."""

    def change(content: bytes) -> bytes:
        parts = unzipped(content)
        relations = parsed(parts[RELATIONS])
        if relation:
            relations.append(_made(relation))
        made = {RELATIONS: written(relations), **({name: b"<a/>"} if name else {})}
        return zipped({**parts, **made})

    return change


def _relation(target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return (
        f'<rel:Relationship Id="rId9001" Type="{OFFICE}/image" '
        f'Target="{target}"{mode}/>'
    )


def _shown(path: str = "") -> str:
    """Return a path to the properties of a control that shows its placeholder."""
    return f"//w:sdtPr[w:showingPlcHdr]{path}"


ANY = "//w:sdtPr[w:text]"
BINDING = '<w:dataBinding w:xpath="/a" w:storeItemID="{0}"/>'

BROKEN: dict[str, Break] = {
    # Controls.
    "two controls with one id": in_body(ANY, _first_id_again),
    "two controls with one tag": in_body(ANY, _first_tag_again),
    "a tag twice in a control": in_body(f"{ANY}/w:tag", doubles),
    "an id before the tag": in_body(ANY, lambda e: e.insert(0, e.find(q("w:id")))),
    "a tag of 65 characters": in_body(f"{ANY}/w:tag", sets("w:val", "a" * 65)),
    "a control without a tag": in_body(f"{ANY}/w:tag", removes),
    "a control without a name": in_body(f"{ANY}/w:alias", removes),
    "a control without an id": in_body(f"{ANY}/w:id", removes),
    "an id that is too large": in_body(f"{ANY}/w:id", sets("w:val", "3000000000")),
    "a control that can be deleted": in_body(f"{ANY}/w:lock", removes),
    "a placeholder that is not there": in_part(
        GLOSSARY, "//w:docPartPr/w:name", sets("w:val", "other")
    ),
    "a placeholder of nothing": in_body(_shown("/w:placeholder"), removes),
    "a placeholder in words": in_body(
        f"{_shown()}/../w:sdtContent//w:t", lambda e: setattr(e, "text", "Skriv här")
    ),
    "a control bound to data": in_body(ANY, adds(BINDING)),
    "a control that repeats": in_body(ANY, adds("<w:group/>")),
    "a control of no type": in_body(f"{ANY}/w:text", removes),
    "a control of two types": in_body(ANY, adds("<w:richText/>")),
    "a control that holds nothing": in_body(f"{ANY}/../w:sdtContent", without("*")),
    "a paragraph in a paragraph's control": in_body("//w:p/w:sdt", _block_in_paragraph),
    "a tick that shows otherwise": in_body(
        "//w:sdt[w:sdtPr/w14:checkbox]", _shows_otherwise
    ),
    "a check box without a state": in_body("//w14:checkbox/w14:checked", removes),
    "a day that shows another": in_body(
        "//w:date[@w:fullDate]", sets("w:fullDate", "2001-02-03T00:00:00Z")
    ),
    "two choices with one value": in_body("//w:dropDownList/w:listItem[2]", doubles),
    # Tables and text.
    "a table of no columns": in_body("//w:tblGrid", without("*")),
    "a column too few": in_body("//w:tblGrid/w:gridCol[1]", removes),
    "a table without a header row": in_body("//w:tblHeader", removes),
    "a cell without a paragraph": in_body("//w:tc[not(w:sdt)]", without("w:p")),
    "a bookmark without an end": in_body(
        "//w:p", adds('<w:bookmarkStart w:id="7001" w:name="a"/>')
    ),
    "a permission without an end": in_body(
        "//w:p", adds('<w:permStart w:id="7001" w:edGrp="everyone"/>')
    ),
    "a field without an end": in_part(
        "word/footer1.xml", "//w:fldChar[@w:fldCharType='end']", removes
    ),
    "a variable of the template": in_body(
        "//w:p", adds("<w:r><w:t>{{ titel }}</w:t></w:r>")
    ),
    "a block of the template": in_part(
        "word/footer1.xml", "//w:p", adds("<w:r><w:t>{%p endif %}</w:t></w:r>")
    ),
    "white space that is lost": in_body("//w:p", adds("<w:r><w:t>Sida </w:t></w:r>")),
    "a line break as a character": in_body(
        "//w:p", adds('<w:r><w:t xml:space="preserve">a\nb</w:t></w:r>')
    ),
    "a heading that jumps": in_part(
        STYLES, "//w:style/w:pPr/w:outlineLvl[@w:val='1']", sets("w:val", "3")
    ),
    "a style that is not there": in_body("//w:pStyle", sets("w:val", "Nothing")),
    "a list that is not there": in_body(
        "//w:pPr",
        adds('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>', place=1),
    ),
    "text of no language": in_part(STYLES, "//w:docDefaults//w:lang", removes),
    "text of another language": in_part(
        STYLES, "//w:docDefaults//w:lang", sets("w:val", "en-US")
    ),
    # Pictures.
    "a picture that is not described": in_body("//wp:docPr", sets("descr", "")),
    "two pictures of one number": in_body(
        "//w:r[.//wp:docPr]", lambda e: e.getparent().append(deepcopy(e))
    ),
    "a drawing without another for old Word": in_body("//mc:Fallback", removes),
    # The package.
    "a part twice in the zip": _twice_in_zip,
    "a relationship to nothing": _with_part("", _relation("media/none.png")),
    "a relationship to elsewhere": _with_part(
        "", _relation("https://example.se/a.png", external=True)
    ),
    "a part of no type": _with_part("word/extra.bin", _relation("extra.bin")),
    "a part that nothing leads to": _with_part("word/extra.xml", ""),
    "a type of no part": in_part(
        TYPES,
        "/types:Types",
        adds('<types:Override PartName="/word/none.xml" ContentType="text/xml"/>'),
    ),
    "a relationship that is not there": in_body(
        "//w:footerReference", sets("r:id", "rId9009")
    ),
    "no XML in the footer": in_text("word/footer1.xml", "</w:p>", "</w:q>"),
    "a newer prefix that is not to be left out": in_text(
        BODY, r'mc:Ignorable="[^"]*"', 'mc:Ignorable=""'
    ),
    "a prefix to be left out that is not declared": in_text(
        BODY, r'mc:Ignorable="', 'mc:Ignorable="w99 '
    ),
    "a time that is none": in_part(
        CORE, "dcterms:created", lambda e: setattr(e, "text", "2026-13-45T12:00:00Z")
    ),
    "a file without a title": in_part(CORE, "dc:title", removes),
    "a file that says who wrote it": in_part(
        CORE,
        "/cp:coreProperties",
        adds("<cp:lastModifiedBy>Karin Provman</cp:lastModifiedBy>"),
    ),
    "forms that are not protected": in_part(SETTINGS, "w:documentProtection", removes),
    "an older Word": in_part(
        SETTINGS, "//w:compatSetting[@w:name='compatibilityMode']", sets("w:val", "14")
    ),
    # What the schema alone forbids.
    "an alignment that is none": in_body(
        "//w:pPr[not(w:jc)]", adds('<w:jc w:val="middle"/>')
    ),
    "an element that is none": in_body("//w:p", adds("<w:paragraph/>")),
    "properties after the text": in_body(
        "//w:p[w:pPr][w:r]", lambda e: e.append(e.find(q("w:pPr")))
    ),
    "a size in words": in_body("//w:pgSz", sets("w:w", "A4")),
    "a part of another type": in_text(
        TYPES, r"wordprocessingml\.footer\+xml", "wordprocessingml.header+xml"
    ),
}
"""What is wrong, and what makes it so."""

BY_SCHEMA = "an alignment that is none"
"""A defect that the lint leaves to the Open XML SDK and openxml-audit."""
