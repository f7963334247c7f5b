"""Changes of the Word template of consent, as people and programs make them."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from formsvc.forms import KINDS
from formsvc.word.kept import packaged_template

CONSENT = KINDS["consent"]
DOCUMENT, FOOT = "word/document.xml", "word/footer1.xml"

Change = Callable[[dict[str, bytes]], None]


class Broken(NamedTuple):
    """One mistake: how it is made, and words that the one who made it is told."""

    change: Change
    told: tuple[str, ...]


def broken(change: Change) -> bytes:
    """Return the file of the template after a change of its parts."""
    parts = parts_of()
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return file.getvalue()


def parts_of() -> dict[str, bytes]:
    """Return the parts of the template by name."""
    with zipfile.ZipFile(packaged_template(CONSENT)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def swapped(old: str, new: str, name: str = DOCUMENT) -> Change:
    """Put one text in the place of another, once in a part."""

    def change(parts: dict[str, bytes]) -> None:
        text = parts[name].decode()
        assert old in text
        parts[name] = text.replace(old, new, 1).encode()

    return change


def control(tag: str) -> str:
    """Return a control of the template, from beginning to end."""
    text = parts_of()[DOCUMENT].decode()
    at = text.index(f'<w:tag w:val="{tag}"/>')
    start = text.rindex("<w:sdt>", 0, at)
    return text[start : text.index("</w:sdt>", at) + len("</w:sdt>")]


def all_of(*changes: Change) -> Change:
    """Make several changes, one after another."""

    def change(parts: dict[str, bytes]) -> None:
        for each in changes:
            each(parts)

    return change


def around(tag: str, element: str) -> str:
    """Return the element around a control: its row or its table."""
    text = parts_of()[DOCUMENT].decode()
    at = text.index(f'<w:tag w:val="{tag}"/>')
    start, end = text.rindex(f"<{element}>", 0, at), f"</{element}>"
    return text[start : text.index(end, at) + len(end)]


def between(element: str, before: str, after: str) -> Change:
    """Put something before an element of the document, and after it."""
    return swapped(element, before + element + after)


def without(tag: str) -> Change:
    """Take a control out."""
    return swapped(control(tag), "<w:r><w:t> </w:t></w:r>")


def typed_in(tag: str, words: str) -> Change:
    """Write in a control."""
    whole = control(tag)
    typed = re.sub(r"(<w:t(?: [^>]*)?>)[^<]*", rf"\g<1>{words}", whole, count=1)
    return swapped(whole, typed)


def text(words: str) -> str:
    """Return a paragraph."""
    return f"<w:p>{run(words)}</w:p>"


def run(words: str) -> str:
    """Return a run."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraphs(*words: str) -> Change:
    """Add paragraphs first in the document."""
    return first("".join(text(each) for each in words))


def first(blocks: str) -> Change:
    """Add blocks first in the document."""
    return swapped("<w:body>", f"<w:body>{blocks}")


def part(name: str, content: bytes) -> Change:
    """Add a part to the file."""
    return lambda parts: parts.update({name: content})


def linked(parts: dict[str, bytes]) -> None:
    """Refer to a picture that is elsewhere."""
    related("image", "https://example.se/x.png", 'TargetMode="External"')(parts)


def related(sort: str, target: str, more: str = "") -> Change:
    """Let the document refer to something, as rId99."""
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/{sort}" Target="{target}" {more}/>'
    )
    end = "</Relationships>"
    return swapped(end, relation + end, "word/_rels/document.xml.rels")


def same_id() -> Change:
    """Give two controls the same id."""
    one, other = control("child-name"), control("child-birth_date")
    number = re.findall(r'<w:id w:val="[^"]*"/>', one)[0]
    return swapped(other, re.sub(r'<w:id w:val="[^"]*"/>', number, other))


def as_text() -> Change:
    """Make a choice a control for text."""
    whole = control("custody")
    plain = re.sub(
        r"<w:dropDownList.*?</w:dropDownList>|<w:dropDownList/>", "<w:text/>", whole
    )
    return swapped(whole, plain)


def drawing(name: str = "Bild 1", words: str = "", embedded: str = "") -> str:
    """Return the run of a picture, with an alternative text or none."""
    blip = f'<a:blip r:embed="{embedded}"/>' if embedded else ""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/>'
        f'<wp:docPr id="900" name="{name}" descr="{words}"/>{blip}'
        "</wp:inline></w:drawing></w:r>"
    )


def picture(run: str) -> Change:
    """Add a picture below a text."""
    return first(f"{text('Vår bild')}<w:p>{run}</w:p>")


def box(inside: str) -> str:
    """Return the paragraph of a text box as Word writes it: twice."""
    shape = f"<w:txbxContent>{inside}</w:txbxContent>"
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="77" name="Textruta 1" '
        'descr="En ruta"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/'
        'office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr/><wps:txbx>{shape}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{shape}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def repeating(inside: str) -> str:
    """Return rows as Word wraps them that repeats them itself."""
    names = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    for number, sort in ((901, "repeatingSectionItem"), (902, "repeatingSection")):
        inside = (
            f'<w:sdt><w:sdtPr><w:id w:val="{number}"/><w15:{sort} {names}/></w:sdtPr>'
            f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        )
    return inside


def strict(parts: dict[str, bytes]) -> None:
    """Save as Word does in the strict form of the standard."""
    for name, content in list(parts.items()):
        parts[name] = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        ).replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
