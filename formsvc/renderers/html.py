"""Documents as HTML: the Jinja environment, and what every template is given."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from formsvc import glyphs
from formsvc.document import Document
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import empty_rows
from formsvc.formkit.view import FieldView, GroupView, view
from formsvc.i18n import translations
from formsvc.profiles import Profile
from formsvc.renderers import wheel_view
from formsvc.renderers.headings import draft_mark, heading, which
from formsvc.wheel import (
    sign_svg,
    tickable_text,
    tickable_wheel_svg,
    wheel_svg,
    wheel_text,
)
from formsvc.writable import boxes
from formsvc.writable.shape import Shape

TEMPLATES = Path(__file__).parent.parent / "templates"

ONE_LINE = 7.8
"""Height of a one-line box, in mm: room for a pen (design/look: 8–9 mm a line)."""

PEN_LINE = 8.0
"""Height of a written line in a larger box, in mm."""

PAGE_HOLDS = 54
"""Lines of the tallest box that stands on one page with its label."""

MM = 72 / 25.4
"""Points in a millimetre."""

BRIEF = 320
"""Characters that look well in half a page's width."""


Cell = tuple[FieldView, float]
"""A field in a row, and its width in mm."""

_CHARACTER = r"(?:&[^;\s]{1,9};|[^\s<>])"
_TEXT = re.compile(r">[^<]+<")
_LONG_WORD = re.compile(rf"{_CHARACTER}{{120,}}")
_PIECE = re.compile(rf"{_CHARACTER}{{1,20}}")


def box_height(field: FieldView, width: float, lines: Mapping[str, int]) -> float:
    """Return the height in mm of a field's box that is `width` mm wide.

    As tall as a pen needs; a box for a long text has room for what the contract wants
    typed in it, and one of `lines` for so many.
    """
    within = width * MM - 2 * boxes.AROUND
    typed = min(lines.get(field.name, 0), PAGE_HOLDS)
    pen = ONE_LINE
    if is_long(field):
        typed = max(typed, boxes.lines_for(boxes.LONG_ROOM, within))
        pen = field.lines * PEN_LINE
    if not typed:
        return pen
    return round(max(pen, (boxes.height_for(typed) + 2 * boxes.AROUND) / MM + 0.1), 1)


def is_long(field: FieldView) -> bool:
    """Return whether a blank has several lines for a field."""
    return field.kind == "long" and field.lines > 1


def outgrown(cells: Sequence[Cell], lines: Mapping[str, int]) -> list[Cell]:
    """Return the cells whose text is longer than a page, so narrow as they are."""
    return [cell for cell in cells if lines.get(cell[0].name, 0) > PAGE_HOLDS]


def ingrown(cells: Sequence[Cell], lines: Mapping[str, int]) -> list[Cell]:
    """Return the other cells."""
    return [cell for cell in cells if lines.get(cell[0].name, 0) <= PAGE_HOLDS]


def lower_first(words: str) -> str:
    """Return words as they stand in a sentence: an abbreviation keeps its capitals."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


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
        is_long=is_long,
        filled_cells=filled_cells,
        outgrown=outgrown,
        ingrown=ingrown,
        lower_first=lower_first,
        tall=tall,
        brief=brief,
        long_area=long_area,
        weekday_date=weekday_date,
        drawable=glyphs.drawable,
        needs=wheel_view.needs,
        written_areas=wheel_view.written_areas,
        who_does_what=wheel_view.who_does_what,
    )
    made.globals.update(
        sign=_sign,
        wheel=_wheel,
        tickable_wheel=_tickable_wheel,
        one_line=ONE_LINE,
    )
    return made


def _sign(area_id: str) -> Markup:
    return Markup(sign_svg(area_id))  # noqa: S704  our own drawing


def _wheel(needs: list[str]) -> Markup:
    return _titled(wheel_svg(needs), wheel_text(needs))


def _tickable_wheel() -> Markup:
    return _titled(tickable_wheel_svg(), tickable_text())


def _titled(drawing: str, title: str) -> Markup:
    """Return a drawing with its description where a PDF reader looks for it."""
    opened, rest = drawing.split(">", 1)
    return Markup(f"{opened}><title>{title}</title>{rest}")  # noqa: S704  our own drawing


def copy_html(kind: Kind, document: Document, profile: Profile) -> str:
    """Return the HTML of the copy to print and file: what is written, as text."""
    return breakable(
        _rendered(
            kind,
            profile,
            doc=view(kind.form(data=document.data)),
            writable=False,
            blank=False,
            lines={},
            draft=draft_mark(kind),
            heading=heading(kind, document.data),
            which=which(kind, document),
        )
    )


def form_html(kind: Kind, shape: Shape, profile: Profile) -> str:
    """Return the HTML of a writable document of that shape, with all fields empty."""
    return _rendered(
        kind,
        profile,
        doc=view(kind.form(data=empty_rows(kind.form, shape.rows))),
        writable=True,
        blank=shape.blank,
        lines=shape.lines,
        draft="",
        heading=heading(kind, {kind.variant_field: shape.variant}),
        which="",
    )


def _rendered(kind: Kind, profile: Profile, **given: Any) -> str:
    template = environment().get_template(f"pdf/{kind.name}.html")
    return template.render(kind=kind, profile=profile, lead=kind.lead, **given)


def breakable(html: str) -> str:
    """Return `html` with places to break in words that are longer than a line.

    WeasyPrint needs time in the square of an unbroken word: 5,000 letters in every
    field would take hours. A zero-width space would bring in a font of the machine.
    """
    return _TEXT.sub(lambda text: _LONG_WORD.sub(_in_pieces, text[0]), html)


def _in_pieces(word: re.Match[str]) -> str:
    pieces = _PIECE.findall(word[0])
    return "".join(f'<span class="piece">{piece}</span>' for piece in pieces)
