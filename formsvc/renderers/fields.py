"""The fields of a form, written anew where WeasyPrint has laid them out.

Each has an appearance for every state, upright corners, a font that readers can type
with, its flags and limit, and no action (ISO 32000-1, 12.7).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from formsvc.renderers import ticks
from formsvc.writable import appearance, boxes
from formsvc.writable.faces import OWN
from formsvc.writable.template import (
    CHECK,
    CHOICE,
    COMBO,
    DO_NOT_SCROLL,
    MULTILINE,
    ON,
    PRINT,
    REQUIRED,
    TEXT,
)

KINDS = {"/Tx": TEXT, "/Ch": CHOICE, "/Btn": CHECK}
"""What the types of ISO 32000-1 are called here."""


@dataclass(frozen=True)
class Demands:
    """What the form says of its fields beyond where they stand.

    `limits` are the most characters by name, `sorts` what is written, `required` the
    names of those that no document is right without.
    """

    sorts: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    required: frozenset[str] = frozenset()


def write_fields(pdf: Pdf, font: Any, demands: Demands) -> None:
    """Write the fields of an opened form anew, with `font` to type in."""
    resources = pdf.make_indirect(Dictionary(Font=Dictionary({f"/{OWN}": font})))
    widgets = list(pdf.Root.AcroForm.Fields)
    for widget in widgets:
        _write(pdf, widget, resources, demands)
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(widgets),
            DR=resources,
            DA=String(appearance.usual(boxes.SIZE)),
        )
    )


def _write(pdf: Pdf, widget: Any, resources: Any, demands: Demands) -> None:
    name, kind = str(widget.T), KINDS[str(widget.FT)]
    laid_out = {key: widget[key] for key in list(widget.keys())}
    rect = _upright(widget.Rect, 0 if kind == CHECK else boxes.INSET)
    for key in laid_out:
        del widget[key]
    for key in ("/P", "/T", "/TU", "/FT", "/StructParent"):
        widget[key] = laid_out[key]
    widget.Type, widget.Subtype = Name.Annot, Name.Widget
    widget.Rect = Array([round(each, 2) for each in rect])
    widget.F = PRINT
    widget.DA = String(appearance.usual(boxes.SIZE))
    widget.BS = Dictionary(W=0)
    if kind == CHECK:
        _write_check(pdf, widget)
        flags = 0
    else:
        flags = _write_text(pdf, widget, laid_out, resources, demands)
    if name in demands.required:
        flags |= REQUIRED
    if flags:
        widget.Ff = flags


def _upright(rect: Any, inset: float) -> tuple[float, float, float, float]:
    """Return lower left and upper right of a field, within its frame; in pt."""
    across, up = sorted(map(float, rect[0::2])), sorted(map(float, rect[1::2]))
    return across[0] + inset, up[0] + inset, across[1] - inset, up[1] - inset


def _size(widget: Any) -> tuple[float, float]:
    left, low, right, high = map(float, widget.Rect)
    return right - left, high - low


def _write_text(
    pdf: Pdf, widget: Any, laid_out: Any, resources: Any, demands: Demands
) -> int:
    """Write what texts and choices have, and return their flags.

    Each has an empty look of its own, since readers write over it.
    """
    widget.AP = Dictionary(N=_look(pdf, widget, appearance.EMPTY, resources))
    if "/Opt" in laid_out:
        # No answer is a plain word: PyMuPDF takes no pair of empty ones.
        none, *options = laid_out["/Opt"]
        widget.Opt = Array([none[0], *options])
        return COMBO
    flags = int(laid_out.get("/Ff", 0)) & MULTILINE
    widget.MaxLen = _limit(widget, demands, multiline=bool(flags))
    return flags | DO_NOT_SCROLL


def _limit(widget: Any, demands: Demands, *, multiline: bool) -> int:
    """Return how many characters may be typed: what the box holds (contract 3)."""
    width, height = _size(widget)
    held = boxes.line_length(width)
    if multiline:
        held = boxes.prose_length(width, height)
    return min(held, demands.limits.get(str(widget.T), held))


def _write_check(pdf: Pdf, widget: Any) -> None:
    states = {f"/{ON}": ticks.in_box(*_size(widget)), "/Off": ticks.NOTHING}
    looks = {name: _look(pdf, widget, what) for name, what in states.items()}
    widget.AP = Dictionary(N=Dictionary(looks))
    widget.V = widget.AS = Name.Off
    widget.MK = Dictionary(CA=String("4"))


def _look(pdf: Pdf, widget: Any, content: bytes, resources: Any = None) -> Any:
    box = Array([0, 0, *(round(each, 2) for each in _size(widget))])
    stream = Stream(
        pdf,
        content,
        Subtype=Name.Form,
        BBox=box,
        Resources=Dictionary() if resources is None else resources,
    )
    return pdf.make_indirect(stream)
