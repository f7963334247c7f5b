"""Word documents made by hand: what a control is written as, and a file of them.

Nothing here is what writes them in the service, so that reading is judged by itself.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from formsvc import pipeline
from formsvc.formkit.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    FlagField,
    LongField,
)
from formsvc.formkit.posted import ROW, fields_at
from formsvc.forms import KINDS

Parts = dict[str, bytes]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
STRICT = "http://purl.oclc.org/ooxml/"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": f"{OFFICE}math",
    "r": f"{OFFICE}relationships",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN = f"{WORD}document.main+xml"
EMPTY = "\u2002" * 5

STYLES = "styles.xml"
COMMENTS = "comments.xml"


def run(text: str) -> str:
    """Return a run, with line breaks and tabs as Word has them."""
    written = escape(text).replace("\t", "</w:t><w:tab/><w:t>")
    written = "</w:t><w:br/><w:t xml:space='preserve'>".join(written.split("\n"))
    return f'<w:r><w:t xml:space="preserve">{written}</w:t></w:r>'


def sdt(tag: str, content: str, more: str = "<w:text/>") -> str:
    """Return a control, with what its properties say and what it holds."""
    said = f"<w:tag w:val={quoteattr(tag)}/>" if tag else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="x"/>{said}{more}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def typed(tag: str, text: str, more: str = '<w:text w:multiLine="1"/>') -> str:
    """Return a control of text within a line: a placeholder when it is empty."""
    if not text:
        return sdt(tag, run(EMPTY), f"<w:showingPlcHdr/>{more}")
    return sdt(tag, run(text), more)


def dated(tag: str, text: str, kept: str = "") -> str:
    """Return a date: what it shows, and the day that its calendar has."""
    full = f' w:fullDate="{kept}T00:00:00Z"' if kept else ""
    return typed(tag, text, f"<w:date{full}><w:lid w:val='sv-SE'/></w:date>")


def chosen(tag: str, text: str, items: Iterable[tuple[str, str]]) -> str:
    """Return a choice; `items` are values and words."""
    listed = "".join(
        f"<w:listItem w:displayText={quoteattr(words)} w:value={quoteattr(value)}/>"
        for value, words in items
    )
    return typed(tag, text, f"<w:dropDownList>{listed}</w:dropDownList>")


def ticked(tag: str, *, on: bool, glyph: str = "") -> str:
    """Return a check box, which may show another sign than it should."""
    state = f'<w14:checkbox><w14:checked w14:val="{int(on)}"/></w14:checkbox>'
    return sdt(tag, run(glyph or ("☑" if on else "☐")), state)


def line(content: str) -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>{content}</w:p>"


def row(*cells: str, more: str = "") -> str:
    """Return a row of a table, each cell with a paragraph."""
    inner = "".join(f"<w:tc><w:tcPr/>{line(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{more}{inner}</w:tr>"


def table(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def xml(body: str, root: str = "document", inner: str = "body") -> bytes:
    """Return a part of a document."""
    declared = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:{root} {declared} mc:Ignorable="w14 w15 w16se">'
        f"<w:{inner}>{body}</w:{inner}></w:{root}>"
    ).encode()


def relations(*links: tuple[str, str], outside: bool = False) -> bytes:
    """Return a part of relations, each of a sort and a target."""
    mode = ' TargetMode="External"' if outside else ""
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{sort}" Target="{target}"{mode}/>'
        for n, (sort, target) in enumerate(links)
    )
    uri = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{uri}">{inner}</Relationships>'.encode()


def types(main: str = MAIN, part: str = "word/document.xml") -> bytes:
    """Return the list of types."""
    uri = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'<Types xmlns="{uri}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{main}"/></Types>'
    ).encode()


def parts(body: str, **more: bytes) -> Parts:
    """Return the parts of a document; those in `more` are of the folder `word`."""
    known = {f"word/{name}.xml": content for name, content in more.items()}
    links = [(f"{OFFICE}{name}", f"{name}.xml") for name in more]
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations((f"{OFFICE}officeDocument", "word/document.xml")),
        "word/document.xml": xml(body),
        "word/_rels/document.xml.rels": relations(*links),
        **known,
    }


def own_part(form: str = "", stamp: Any = None) -> bytes:
    """Return the part in which a document says what it is."""
    written = stamp if isinstance(stamp, str) else json.dumps(stamp)
    inner = "" if stamp is None else f"<stamp>{escape(written)}</stamp>"
    said = f" form={quoteattr(form)}" if form else ""
    return f'<document xmlns="urn:formsvc:document"{said}>{inner}</document>'.encode()


def properties(**said: str) -> bytes:
    """Return the part of a document's own properties."""
    values = f"{OFFICE}docPropsVTypes"
    inner = "".join(
        f'<property name="{name}"><vt:lpwstr>{escape(text)}</vt:lpwstr></property>'
        for name, text in said.items()
    )
    uri = f"{OFFICE}custom-properties"
    return (
        f'<Properties xmlns="{uri}" xmlns:vt="{values}">{inner}</Properties>'.encode()
    )


def docx(made: Mapping[str, bytes]) -> bytes:
    """Return the file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def control(name: str, field: Any, text: str) -> str:
    """Return the control of a field of a form, with what stands in it."""
    if isinstance(field, (FlagField, ChecksField)):
        return ticked(name, on=text == "true")
    if isinstance(field, DateField):
        return dated(name, text, text)
    if isinstance(field, ChoiceField):
        words = dict(field.vocabulary)
        return chosen(name, words.get(text, text), [("", "–"), *field.vocabulary])
    if isinstance(field, LongField):
        return typed(name, text)
    return typed(name, text, "<w:text/>")


def body_of(kind: str, texts: Mapping[str, str], spare: int = 1) -> str:
    """Return the body of a document with all fields of a kind, lists as tables."""
    fields = fields_at(KINDS[kind].form)
    alone = [name for name in fields if ROW not in name]
    lists: dict[str, list[str]] = {}
    for name in fields:
        if ROW in name:
            lists.setdefault(name.partition(f"-{ROW}")[0], []).append(name)
    told = [line(control(name, fields[name], texts.get(name, ""))) for name in alone]
    for listed, names in lists.items():
        shown = {name: fields[name] for name in names}
        told.append(_list(listed, shown, texts, spare))
    return "".join([line(run(KINDS[kind].title)), *told])


def _list(
    listed: str, fields: Mapping[str, Any], texts: Mapping[str, str], spare: int
) -> str:
    numbers = [
        int(name[len(listed) + 1 :].partition("-")[0])
        for name in texts
        if name.startswith(f"{listed}-")
    ]
    return table(
        row(*(run("Rubrik") for _name in fields)),
        *(
            row(
                *(
                    control(each, field, texts.get(each, ""))
                    for name, field in fields.items()
                    for each in [name.replace(ROW, str(number), 1)]
                )
            )
            for number in range(max(numbers, default=-1) + 1 + spare)
        ),
    )


def written(kind: str, data: Mapping[str, Any], spare: int = 1) -> Parts:
    """Return the parts of a document with that data, and the stamp that is in it."""
    taken = pipeline.take_in(KINDS[kind], data)
    texts = {name: value[0] for name, value in taken.formdata.items()}
    made = parts(body_of(kind, texts, spare))
    made["customXml/item1.xml"] = own_part(KINDS[kind].mark, data.get("stamp"))
    made["docProps/custom.xml"] = properties(FormsvcForm=KINDS[kind].mark)
    return made
