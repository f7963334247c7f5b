"""A form is compiled: laid out, its fields written anew, read into a template.

WeasyPrint says where fields stand; what they are is written by `fields.py`, so that
every reader shows them alike (design, section 4).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pikepdf import Dictionary, Pdf, String

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.fields import LineField
from formsvc.formkit.kind import Kind
from formsvc.formkit.rules import judge
from formsvc.formkit.spare_rows import empty_rows
from formsvc.formkit.view import sort_of
from formsvc.profiles import Profile
from formsvc.renderers import overdraw, version_places, wheel_marks
from formsvc.renderers.fields import KINDS, Demands, write_fields
from formsvc.renderers.finishing import mend
from formsvc.renderers.headings import heading
from formsvc.renderers.html import form_html
from formsvc.renderers.own_font import add_own_font, drop_stand_in, own_widths
from formsvc.renderers.saving import saved
from formsvc.renderers.weasy import print_pdf
from formsvc.renderers.xmp import Claims
from formsvc.writable.faces import OWN
from formsvc.writable.shape import Shape
from formsvc.writable.template import CHECK, Field, Mark, Tail, Template

_DECIDED = ("/V", "/AS", "/DA", "/Ff", "/MaxLen", "/Opt")
"""What filling writes, or the table holds."""


def compile_form(kind: Kind, shape: Shape, profile: Profile) -> Template:
    """Lay out the empty form of a kind in that shape, and return it compiled.

    Raises `RenderError` when it cannot be laid out.
    """
    title = heading(kind, {kind.variant_field: shape.variant})
    laid_out = print_pdf(form_html(kind, shape, profile), forms=True)
    claims = Claims(title, profile.organisation, archive=False, form=kind.mark)
    return compiled(laid_out, claims, _demands(kind, shape))


def _demands(kind: Kind, shape: Shape) -> Demands:
    """Return what the form says of its fields, and what the rules miss in an empty one.

    What no document is right without stands in the rules alone.
    """
    form = kind.form(data=empty_rows(kind.form, shape.rows))
    texts = [leaf for leaf in Facts(form).leaves() if isinstance(leaf, LineField)]
    missed = judge(kind.rules, Facts(kind.form()))
    return Demands(
        sorts={leaf.name: sort_of(leaf) for leaf in texts},
        limits={leaf.name: leaf.limit for leaf in texts},
        required=frozenset(
            finding.field for finding in missed if finding.severity is Severity.ERROR
        ),
    )


def compiled(laid_out: bytes, claims: Claims, demands: Demands) -> Template:
    """Return the template of a form that WeasyPrint has laid out."""
    with Pdf.open(BytesIO(laid_out)) as pdf:
        drop_stand_in(pdf)
        mend(pdf, claims)
        write_fields(pdf, add_own_font(pdf), demands)
        overdraw.begin(pdf)
        wheel_marks.add(pdf)
        version_places.add(pdf)
        overdraw.end(pdf)
        static = saved(pdf)
    return _table(static, demands.sorts)


def _table(static: bytes, sorts: Mapping[str, str]) -> Template:
    """Read the finished file once more: what its objects are called is known now."""
    with Pdf.open(BytesIO(static)) as pdf:
        form, marks = pdf.Root.AcroForm, wheel_marks.read(pdf)
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
            fields=tuple(_row(field, sorts, marks) for field in form.Fields),
            widths=own_widths(),
            tail=Tail(size, start, trailer.decode("ascii"), font.objgen[0]),
            places=version_places.read(pdf),
        )


def _reference(to: Any) -> bytes:
    return b"%d %d R" % to.objgen


def _row(field: Any, sorts: Mapping[str, str], marks: Mapping[str, Mark]) -> Field:
    kind = KINDS[str(field.FT)]
    box = [float(each) for each in field.Rect]
    look = field.AP.N.objgen[0] if kind != CHECK else 0
    options = tuple(
        (str(option), "")
        if isinstance(option, String)
        else (str(option[0]), str(option[1]))
        for option in field.get("/Opt", ())
    )
    return Field(
        name=str(field.T),
        kind=kind,
        sort=sorts.get(str(field.T), ""),
        number=field.objgen[0],
        look=look,
        start=_start(field),
        width=round(box[2] - box[0], 2),
        height=round(box[3] - box[1], 2),
        flags=int(field.get("/Ff", 0)),
        limit=int(field.get("/MaxLen", 0)),
        options=options,
        mark=marks.get(str(field.T)),
    )


def _start(field: Any) -> str:
    """Return a field's dictionary without its end and what filling decides."""
    kept = Dictionary({key: field[key] for key in field if key not in _DECIDED})
    return kept.unparse(resolved=False).decode("latin-1").removesuffix(">>").rstrip()
