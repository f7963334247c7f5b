"""What else may be left in a Word template: pictures without words, notes, macros."""

from collections.abc import Iterator, Mapping
from typing import Any

from formsvc.i18n import _
from formsvc.template_check.fault import Fault, near
from formsvc.template_check.places import W, text_of, words_at

OURS = ("qr", "logo", "wheel")
"""Pictures that the service draws, with words of its own."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

_CHANGES = tuple(W + name for name in ("ins", "del", "moveFrom", "moveTo"))


def leftover_faults(roots: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is left in the parts of a template, `roots` by their names."""
    for root in roots.values():
        yield from _pictures(root)
        yield from _changes(root)
    for name, root in roots.items():
        if name.endswith("/comments.xml") and (words := text_of(root).strip()):
            yield Fault(
                near(words),
                _("Mallen har en kommentar."),
                _("Ta bort den: alla som får dokumentet skulle se den."),
            )


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
