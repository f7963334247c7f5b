"""Documents as HTML: the Jinja environment, and what every template is given."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from formsvc import glyphs
from formsvc.document import Document
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import with_spare_rows
from formsvc.formkit.view import FieldView, GroupView, view
from formsvc.i18n import translations
from formsvc.profiles import Profile
from formsvc.renderers import wheel_view
from formsvc.renderers.headings import draft_mark, heading, running_line
from formsvc.wheel import sign_svg, wheel_svg, wheel_text

TEMPLATES = Path(__file__).parent.parent / "templates"

ONE_LINE = 7.8
"""Height of a one-line box, in mm: room for a pen (design/look: 8–9 mm a line)."""

PEN_LINE = 8.0
"""Height of a written line in a larger box, in mm."""

PRINT_LINE = 4.7
"""Height of a typed line, in mm: 10 pt text on 13.3 pt, as wide as readers set it."""

CHARACTER = 1.9
"""Width of a typed character, in mm: the average at 10 pt is 1.8, and words wrap."""

BOX_PADDING = 3.5
"""Width of a box that readers keep free of text, in mm, both sides together."""

BRIEF = 320
"""Characters that look well in half a page's width."""


_CHARACTER = r"(?:&[^;\s]{1,9};|[^\s<>])"
_TEXT = re.compile(r">[^<]+<")
_LONG_WORD = re.compile(rf"{_CHARACTER}{{120,}}")
_PIECE = re.compile(rf"{_CHARACTER}{{1,20}}")


def box_height(field: FieldView, width: float) -> float:
    """Return the height of a field's box in mm, when it is `width` mm wide.

    As tall as a pen needs, and taller when the text that stands in it needs more.
    """
    columns = max(1, int((width - BOX_PADDING) / CHARACTER))
    typed = str(field.value).split("\n")
    needed = sum(max(1, len(wrap(line, columns))) for line in typed)
    needed += needed > 1  # readers wrap a little earlier or later than this
    if field.kind != "long" and needed == 1:
        return ONE_LINE
    pen = ONE_LINE if field.lines == 1 else field.lines * PEN_LINE
    return round(max(pen, needed * PRINT_LINE + 3), 1)


def filled_cells(cells: Sequence[tuple[FieldView, float]]) -> list[Any]:
    """Return the cells that tell something."""
    return [cell for cell in cells if cell[0].told]


def tall(cells: Sequence[tuple[FieldView, float]]) -> bool:
    """Return whether the cells may have to break across pages."""
    return any(len(str(field.value)) > 4 * BRIEF for field, _width in cells)


def brief(fields: Sequence[FieldView]) -> bool:
    """Return whether the fields look well side by side."""
    return all(len(field.shown) <= BRIEF for field in fields)


def long_area(area: GroupView) -> bool:
    """Return whether an area's card may be taller than a page."""
    written = sum(len(field.shown) for field in _leaves(area))
    return written > 5 * BRIEF


def _leaves(part: Any) -> list[FieldView]:
    if isinstance(part, FieldView):
        return [part]
    return [leaf for inner in part for leaf in _leaves(inner)]


def weekday_date(value: str) -> str:
    """Return a date with its weekday, which catches mistakes; empty when it is none."""
    day = read_date(value)
    return swedish_date(day, weekday=True) if day else ""


@cache
def environment() -> Environment:
    """Return the environment in which every document template is rendered."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(
        box_height=box_height,
        filled_cells=filled_cells,
        tall=tall,
        brief=brief,
        long_area=long_area,
        weekday_date=weekday_date,
        drawable=glyphs.drawable,
        needs=wheel_view.needs,
        written_areas=wheel_view.written_areas,
        who_does_what=wheel_view.who_does_what,
    )
    made.globals.update(sign=_sign, wheel=_wheel, one_line=ONE_LINE)
    return made


def _sign(area_id: str) -> Markup:
    return Markup(sign_svg(area_id))  # noqa: S704  our own drawing


def _wheel(needs: list[str]) -> Markup:
    """Return the wheel with its description where a PDF reader looks for it."""
    drawing = wheel_svg(needs)
    opened, rest = drawing.split(">", 1)
    return Markup(f"{opened}><title>{wheel_text(needs)}</title>{rest}")  # noqa: S704


def document_html(
    kind: Kind, document: Document, profile: Profile, *, writable: bool
) -> str:
    """Return the HTML of `document`, with open fields when it is `writable`."""
    data = with_spare_rows(kind.form, document.data) if writable else document.data
    doc = view(kind.form(data=data))
    draft = "" if writable else draft_mark(kind, document)
    html = (
        environment()
        .get_template(f"pdf/{kind.name}.html")
        .render(
            kind=kind,
            doc=doc,
            profile=profile,
            writable=writable,
            blank=document.blank,
            draft=draft,
            heading=heading(kind, document),
            lead=kind.lead,
            running=running_line(kind, document, draft=bool(draft)),
        )
    )
    return html if writable else breakable(html)


def breakable(html: str) -> str:
    """Return `html` with places to break in words that are longer than a line.

    WeasyPrint needs time in the square of an unbroken word: 5,000 letters in every
    field would take hours. A zero-width space would bring in a font of the machine.
    """
    return _TEXT.sub(lambda text: _LONG_WORD.sub(_in_pieces, text[0]), html)


def _in_pieces(word: re.Match[str]) -> str:
    pieces = _PIECE.findall(word[0])
    return "".join(f'<span class="piece">{piece}</span>' for piece in pieces)
