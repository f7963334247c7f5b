"""A laid-out form is compiled: into static bytes, and a table of its fields.

WeasyPrint lays out where fields stand; what they are is written anew here, so that
every reader shows them alike (design, section 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.fields import LineField
from formsvc.formkit.kind import Kind
from formsvc.formkit.rules import judge
from formsvc.formkit.shape import Shape
from formsvc.formkit.spare_rows import empty_rows
from formsvc.profiles import Profile
from formsvc.renderers.finishing import Claims, mend, saved
from formsvc.renderers.headings import heading
from formsvc.renderers.html import form_html
from formsvc.renderers.weasy import print_pdf
from formsvc.writable import appearance, boxes
from formsvc.writable.faces import FONTS, OWN, PLAIN
from formsvc.writable.syntax import number
from formsvc.writable.template import (
    CHECK,
    CHOICE,
    COMBO,
    DO_NOT_SCROLL,
    MULTILINE,
    ON,
    REQUIRED,
    TEXT,
    Field,
    Tail,
    Template,
)
from formsvc.writable.truetype import TrueType

OWN_FONT = "FormsvcForm-Regular"

FIRST, LAST = 32, 255
"""The characters of WinAnsiEncoding."""

TICK_WIDTH = 0.13
"""Width of the line of a tick, as a part of its box."""

TICK = ((0.2, 0.52), (0.42, 0.27), (0.82, 0.78))
"""The corners of a tick, as parts of its box from the lower left."""

NOTHING = b"q Q"
"""Draws nothing; a stream of no bytes is packed into one that MuPDF warns of."""

_DECIDED = ("/V", "/AS", "/DA", "/Ff", "/MaxLen", "/Opt", "/Kids")
"""What filling writes, or the table holds."""

_KINDS = {"/Tx": TEXT, "/Ch": CHOICE, "/Btn": CHECK}


@dataclass(frozen=True)
class Demands:
    """What the form says of its fields beyond where they stand.

    `limits` are the most characters by name, `required` the names of those that no
    document is right without.
    """

    limits: Mapping[str, int] = field(default_factory=dict)
    required: frozenset[str] = frozenset()


def compile_form(kind: Kind, shape: Shape, profile: Profile) -> Template:
    """Lay out the empty form of a kind in that shape, and return it compiled.

    Raises `RenderError` when it cannot be laid out.
    """
    title = heading(kind, {kind.variant_field: shape.variant})
    laid_out = print_pdf(form_html(kind, shape, profile), forms=True)
    claims = Claims(title, profile.organisation, archive=False)
    return compiled(laid_out, claims, _demands(kind, shape))


def _demands(kind: Kind, shape: Shape) -> Demands:
    """Return what the form says of its fields, and what the rules miss in an empty one.

    What no document is right without stands in the rules alone.
    """
    form = kind.form(data=empty_rows(kind.form, shape.rows))
    texts = (leaf for leaf in Facts(form).leaves() if isinstance(leaf, LineField))
    missed = judge(kind.rules, Facts(kind.form()))
    return Demands(
        limits={leaf.name: leaf.limit for leaf in texts},
        required=frozenset(
            finding.field for finding in missed if finding.severity is Severity.ERROR
        ),
    )


def compiled(laid_out: bytes, claims: Claims, demands: Demands) -> Template:
    """Return the template of a form that WeasyPrint has laid out."""
    with Pdf.open(BytesIO(laid_out)) as pdf:
        mend(pdf, claims)
        _drop_stand_in(pdf)
        font = _own_font(pdf)
        _write_fields(pdf, font, demands)
        static = saved(pdf)
    return _table(static)


def own_widths() -> tuple[int, ...]:
    """Return the width of each byte's character, in thousandths of an em."""
    font = TrueType(FONTS / f"{OWN_FONT}.ttf")
    chars = (bytes([code]).decode(PLAIN, "replace") for code in range(LAST + 1))
    return tuple(font.width(font.glyphs.get(ord(char), 0)) for char in chars)


def _own_font(pdf: Pdf) -> Any:
    """Add the font of fields: simple, in WinAnsiEncoding, so that readers can type."""
    program = (FONTS / f"{OWN_FONT}.ttf").read_bytes()
    font = TrueType(FONTS / f"{OWN_FONT}.ttf")
    stream = Stream(pdf, program, Length1=len(program))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{OWN_FONT}"),
        Flags=32,
        FontBBox=Array(font.box),
        Ascent=950,
        Descent=-250,
        CapHeight=660,
        ItalicAngle=0,
        StemV=80,
        FontFile2=pdf.make_indirect(stream),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{OWN_FONT}"),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=FIRST,
            LastChar=LAST,
            Widths=pdf.make_indirect(Array(own_widths()[FIRST:])),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


def _drop_stand_in(pdf: Pdf) -> None:
    """Take away the font that fields were laid out with: nothing is drawn in it."""
    for page in pdf.pages:
        fonts = page.obj.Resources.get("/Font", {})
        for name in list(fonts.keys()):
            if OWN_FONT in str(fonts[name].BaseFont):
                del fonts[name]


def _write_fields(pdf: Pdf, font: Any, demands: Demands) -> None:
    resources = pdf.make_indirect(Dictionary(Font=Dictionary({f"/{OWN}": font})))
    form = pdf.Root.AcroForm
    fields = list(form.Fields)
    for widget in fields:
        _write_field(pdf, widget, resources, demands)
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(
            Fields=Array(fields),
            DR=resources,
            DA=String(appearance.usual(boxes.SIZE)),
        )
    )


def _write_field(pdf: Pdf, widget: Any, resources: Any, demands: Demands) -> None:
    name, kind = str(widget.T), _KINDS[str(widget.FT)]
    told = {key: widget[key] for key in ("/P", "/T", "/TU", "/StructParent")}
    flags = int(widget.get("/Ff", 0)) & MULTILINE
    options = widget.get("/Opt")
    rect = _upright(widget.Rect, 0 if kind == CHECK else boxes.INSET)
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    for key in list(widget.keys()):
        del widget[key]
    for key, value in {
        "/Type": Name.Annot,
        "/Subtype": Name.Widget,
        "/FT": Name(f"/{_NAMES[kind]}"),
        "/Rect": Array([round(each, 2) for each in rect]),
        "/F": 4,
        "/DA": String(appearance.usual(boxes.SIZE)),
        "/BS": Dictionary(W=0),
        **told,
    }.items():
        widget[key] = value
    if name in demands.required:
        flags |= REQUIRED
    if kind == CHECK:
        _write_check(pdf, widget, width, height)
    else:
        _write_text(pdf, widget, resources, (width, height))
        if kind == CHOICE:
            widget.Opt, flags = options, flags | COMBO
        else:
            flags |= DO_NOT_SCROLL
            widget.MaxLen = _limit(name, width, height, flags, demands)
    if flags:
        widget.Ff = flags


_NAMES = {kind: name.removeprefix("/") for name, kind in _KINDS.items()}


def _upright(rect: Any, inset: float) -> tuple[float, float, float, float]:
    """Return lower left and upper right of a field, within its frame; in pt."""
    across, up = sorted(map(float, rect[0::2])), sorted(map(float, rect[1::2]))
    return across[0] + inset, up[0] + inset, across[1] - inset, up[1] - inset


def _limit(name: str, width: float, height: float, flags: int, demands: Demands) -> int:
    """Return how many characters may be typed: what the box holds (contract 3)."""
    if flags & MULTILINE:
        held = boxes.prose_length(width, height)
    else:
        held = boxes.line_length(width)
    return min(held, demands.limits.get(name, held))


def _write_text(
    pdf: Pdf, widget: Any, resources: Any, size: tuple[float, float]
) -> None:
    """Give a field its empty look; each its own, since readers write over it."""
    widget.AP = Dictionary(N=_look(pdf, size, appearance.EMPTY, resources))


def _write_check(pdf: Pdf, widget: Any, width: float, height: float) -> None:
    size = (width, height)
    states = {
        f"/{ON}": _look(pdf, size, _tick(width, height), Dictionary()),
        "/Off": _look(pdf, size, NOTHING, Dictionary()),
    }
    widget.AP = Dictionary(N=Dictionary(states))
    widget.V = widget.AS = Name.Off
    widget.MK = Dictionary(CA=String("4"))


def _look(pdf: Pdf, size: tuple[float, float], content: bytes, resources: Any) -> Any:
    box = Array([0, 0, round(size[0], 2), round(size[1], 2)])
    stream = Stream(
        pdf,
        content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=box,
        Resources=resources,
    )
    return pdf.make_indirect(stream)


def _tick(width: float, height: float) -> bytes:
    (x0, y0), (x1, y1), (x2, y2) = TICK
    corners = (
        x0 * width,
        y0 * height,
        x1 * width,
        y1 * height,
        x2 * width,
        y2 * height,
    )
    numbers = tuple(number(each) for each in (TICK_WIDTH * width, *corners))
    return b"q %s w 1 J 1 j 0.11 G %s %s m %s %s l %s %s l S Q" % numbers


def _table(static: bytes) -> Template:
    """Read the finished file once more: what its objects are called is known now."""
    with Pdf.open(BytesIO(static)) as pdf:
        form = pdf.Root.AcroForm
        font = form.DR.Font[f"/{OWN}"]
        trailer = b"/Root %s/Info %s/ID[<%s><%%s>]" % (
            _reference(pdf.trailer.Root),
            _reference(pdf.trailer.Info),
            bytes(pdf.trailer.ID[0]).hex().upper().encode("ascii"),
        )
        start = int(static.rsplit(b"startxref", 1)[1].split()[0])
        size = int(pdf.trailer.Size)
        return Template(
            static=static,
            fields=tuple(_row(widget) for widget in form.Fields),
            widths=own_widths(),
            tail=Tail(size, start, trailer.decode("ascii"), font.objgen[0]),
        )


def _reference(to: Any) -> bytes:
    return b"%d %d R" % to.objgen


def _row(widget: Any) -> Field:
    kind = _KINDS[str(widget.FT)]
    box = [float(each) for each in widget.Rect]
    look = widget.AP.N.objgen[0] if kind != CHECK else 0
    options = tuple((str(value), str(words)) for value, words in widget.get("/Opt", ()))
    return Field(
        name=str(widget.T),
        kind=kind,
        number=widget.objgen[0],
        look=look,
        start=_start(widget),
        width=round(box[2] - box[0], 2),
        height=round(box[3] - box[1], 2),
        flags=int(widget.get("/Ff", 0)),
        limit=int(widget.get("/MaxLen", 0)),
        options=options,
    )


def _start(widget: Any) -> str:
    """Return a field's dictionary without its end and what filling decides."""
    kept = Dictionary(
        {key: widget[key] for key in widget if key not in _DECIDED}
    )
    return kept.unparse(resolved=False).decode("latin-1").removesuffix(">>").rstrip()
