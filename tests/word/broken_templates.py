"""Word templates that somebody has broken, each in one way, from the one of consent."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from formsvc.forms import KINDS
from formsvc.word.kept import packaged_template

CONSENT = KINDS["consent"]
DOCUMENT = "word/document.xml"

Change = Callable[[dict[str, bytes]], None]


class Broken(NamedTuple):
    """One mistake: how it is made, and words that the one who made it is told."""

    change: Change
    told: tuple[str, ...]


def broken(change: Change) -> bytes:
    """Return the file of the template after a change of its parts."""
    parts = _parts()
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return file.getvalue()


def _parts() -> dict[str, bytes]:
    with zipfile.ZipFile(packaged_template(CONSENT)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _swapped(old: str, new: str, count: int = 1) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        text = parts[DOCUMENT].decode()
        assert old in text
        parts[DOCUMENT] = text.replace(old, new, count).encode()

    return change


def _control(tag: str) -> str:
    """Return a control of the template, from beginning to end."""
    text = _parts()[DOCUMENT].decode()
    at = text.index(f'<w:tag w:val="{tag}"/>')
    start = text.rindex("<w:sdt>", 0, at)
    return text[start : text.index("</w:sdt>", at) + len("</w:sdt>")]


def _without(tag: str) -> Change:
    return _swapped(_control(tag), "<w:r><w:t> </w:t></w:r>")


def _typed_in(tag: str, words: str) -> Change:
    control = _control(tag)
    typed = re.sub(r"(<w:t(?: [^>]*)?>)[^<]*", rf"\g<1>{words}", control, count=1)
    return _swapped(control, typed)


def _paragraph(words: str) -> Change:
    """Add a paragraph first in the document."""
    return _swapped("<w:body>", f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p>")


def _part(name: str, content: bytes) -> Change:
    return lambda parts: parts.update({name: content})


def _linked(parts: dict[str, bytes]) -> None:
    name = "word/_rels/document.xml.rels"
    image = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/image" Target="https://example.se/x.png" '
        b'TargetMode="External"/></Relationships>'
    )
    parts[name] = parts[name].replace(b"</Relationships>", image)


def _same_id() -> Change:
    first, second = _control("child-name"), _control("child-birth_date")
    number = re.findall(r'<w:id w:val="[^"]*"/>', first)[0]
    return _swapped(second, re.sub(r'<w:id w:val="[^"]*"/>', number, second))


def _as_text() -> Change:
    control = _control("custody")
    plain = re.sub(
        r"<w:dropDownList.*?</w:dropDownList>|<w:dropDownList/>", "<w:text/>", control
    )
    return _swapped(control, plain)


def _picture() -> Change:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/'
        'drawingml/2006/wordprocessingDrawing"><wp:extent cx="1" cy="1"/>'
        '<wp:docPr id="900" name="Bild 1"/></wp:inline></w:drawing></w:r></w:p>'
    )
    return _swapped(
        "<w:body>", f"<w:body><w:p><w:r><w:t>Vår bild</w:t></w:r></w:p>{drawing}"
    )


MISTAKES = {
    "a misspelt tag": Broken(
        _swapped('w:val="child-name"', 'w:val="child-nmae"'),
        ("child-nmae", "Menade du ”child-name”?", "Barnets namn"),
    ),
    "a tag of no field": Broken(
        _swapped('w:val="child-name"', 'w:val="favoritdjur"'),
        ("Taggen ”favoritdjur” finns inte",),
    ),
    "a field is gone": Broken(
        _without("child-name"),
        ("Fältet ”Barnet, Barnets namn” saknas", "taggen child-name"),
    ),
    "a field stands twice": Broken(
        _swapped('w:val="child-setting"', 'w:val="child-name"'),
        ("Fältet ”child-name” finns 2 gånger",),
    ),
    "a second row": Broken(
        _swapped('w:val="parties-0-unit"', 'w:val="parties-1-unit"'),
        ("”parties-1-unit” är en rad för mycket", "parties-0-unit"),
    ),
    "a control without a tag": Broken(
        _swapped('<w:tag w:val="child-name"/>', ""), ("har ingen tagg", "Barnets namn")
    ),
    "two controls with one id": Broken(_same_id(), ("har samma id", "Spara om mallen")),
    "a choice is a text": Broken(
        _as_text(), ("”custody” är en textkontroll, men fältet är en listruta",)
    ),
    "braces in a control": Broken(
        _typed_in("child-name", "{{ titel }}"),
        ("I en innehållskontroll står ”{{ titel }}”", "Barnets namn"),
    ),
    "an unclosed block": Broken(
        _paragraph("{%p if utkast %}"), ("”{%p if utkast %}” är inte stängt", "endif")
    ),
    "a block that is closed only": Broken(
        _paragraph("{%p endif %}"), ("stänger något som inte är öppnat",)
    ),
    "text beside a tag of its paragraph": Broken(
        _paragraph("Hej {%p if utkast %}"), ("som då försvinner", "Vid ”Hej")
    ),
    "half a brace": Broken(
        _paragraph("Välkommen {{ titel"), ("”{{” har ingen motsvarighet", "Välkommen")
    ),
    "a name that there is not": Broken(
        _paragraph("{{ titeln }}"), ("Namnet ”titeln” finns inte", "Menade du ”titel”?")
    ),
    "a name of Python": Broken(
        _paragraph("{{ lipsum() }}"), ("Namnet ”lipsum” finns inte", "titel")
    ),
    "what Jinja does not take": Broken(
        _paragraph("{{ titel ? }}"), ("”{{ titel ? }}” går inte att förstå",)
    ),
    "a statement that is not for templates": Broken(
        _paragraph("{% include titel %}"), ("kan inte användas i en mall",)
    ),
    "a picture without words": Broken(
        _picture(), ("saknar alternativtext", "Vår bild", "Högerklicka")
    ),
    "a tracked change": Broken(
        _swapped(
            "<w:body>",
            '<w:body><w:p><w:r><w:t>Nytt här:</w:t></w:r><w:ins w:id="9" w:author="x">'
            "<w:r><w:t>text</w:t></w:r></w:ins></w:p>",
        ),
        ("spårade ändringar", "Nytt här"),
    ),
    "a comment": Broken(
        _part("word/comments.xml", b"<w/>"), ("Mallen har kommentarer",)
    ),
    "macros": Broken(_part("word/vbaProject.bin", b"x"), ("Mallen har makron",)),
    "a picture from outside": Broken(_linked, ("hämtar något utifrån",)),
    "XML that is cut": Broken(
        lambda parts: parts.update({DOCUMENT: parts[DOCUMENT][:-40]}),
        ("Mallen går inte att öppna", "spara den på nytt"),
    ),
}
"""Mistakes by what they are; each is told in these words."""
