"""What else may be left in a Word template: pictures without words, notes, macros."""

from collections.abc import Iterator
from typing import Any

from formsvc.areas import AREAS
from formsvc.i18n import _
from formsvc.template_check.fault import Fault, near
from formsvc.template_check.places import P, W, around, text_of, words_at
from formsvc.word.package import Part
from formsvc.word.pictures import LOGO, QR
from formsvc.word.wheel import WHEEL
from formsvc.word.xml import RELATIONS

OURS = {
    *(QR, LOGO, WHEEL),
    *(f"{sort}-{area.id}" for sort in ("edge", "sign") for area in AREAS),
}
"""Pictures that the service draws: LibreOffice forgets that some are decorative."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

_CHANGES = tuple(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"),
        *("pPrChange", "rPrChange", "sectPrChange", "numberingChange"),
        *("tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange"),
    )
)
"""What is only suggested: text, rows, and how they look."""


def leftover_faults(part: Part) -> Iterator[Fault]:
    """Yield what is left in a part of a template."""
    yield from _pictures(part.root)
    yield from _changes(part.root)
    yield from _unusable(part)


def _pictures(root: Any) -> Iterator[Fault]:
    for picture in root.iter(_DRAWING + "docPr"):
        if picture.get("name") in OURS or picture.get("descr", "").strip():
            continue
        if any(each.get("val") in ("1", "true") for each in picture.iter(_DECORATIVE)):
            continue
        yield Fault(
            near(words_at(picture)),
            _("En bild saknar alternativtext."),
            _(
                "Högerklicka på den, välj Alternativtext och skriv vad den visar, "
                "eller markera den som dekorativ."
            ),
        )


def _changes(root: Any) -> Iterator[Fault]:
    first = next(root.iter(*_CHANGES), None)
    if first is not None:
        yield Fault(
            near(words_at(first)) or near(text_of(first)),
            _("Mallen har spårade ändringar."),
            _("Välj Granska, Acceptera alla ändringar, och spara."),
        )


def _unusable(part: Part) -> Iterator[Fault]:
    """Tell of what refers to something that no document may have, a paragraph once."""
    known = {relation.id for relation in part.relations}
    told = []
    for element in part.root.iter():
        keys = (key for key in element.attrib if key.startswith(f"{{{RELATIONS}}}"))
        paragraph = around(element, P)
        if paragraph in told or all(element.get(key) in known for key in keys):
            continue
        told.append(paragraph)
        if element.tag == W + "hyperlink":
            yield Fault(
                near(text_of(element)),
                _("En länk går till något annat än en webbplats."),
                _("Ta bort länken: högerklicka på den."),
            )
        else:
            yield Fault(
                near(words_at(element)),
                _(
                    "En bild eller ett inbäddat objekt är av en sort som inte kan "
                    "användas."
                ),
                _("Infoga den som PNG eller JPG."),
            )
