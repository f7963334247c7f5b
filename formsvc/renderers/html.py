"""Documents as HTML: the Jinja environment, and what every template is given."""

import re
from dataclasses import dataclass
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
from formsvc.formkit.view import view
from formsvc.i18n import translations
from formsvc.profiles import Profile
from formsvc.renderers import paper, version_words, wheel_view
from formsvc.renderers.headings import draft_mark, heading, notices, which
from formsvc.renderers.version_block import told_version
from formsvc.wheel import (
    sign_svg,
    tickable_text,
    tickable_wheel_svg,
    wheel_svg,
    wheel_text,
)
from formsvc.writable.shape import Shape

TEMPLATES = Path(__file__).parent.parent / "templates"

_CHARACTER = r"(?:&[^;\s]{1,9};|[^\s<>])"
_TEXT = re.compile(r">[^<]+<")
_LONG_WORD = re.compile(rf"{_CHARACTER}{{120,}}")
_PIECE = re.compile(rf"{_CHARACTER}{{1,20}}")


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
        box_height=paper.box_height,
        filled_cells=paper.filled_cells,
        outgrown=paper.outgrown,
        ingrown=paper.ingrown,
        ordinal=paper.ordinal,
        taller=paper.taller,
        lower_first=paper.lower_first,
        tall=paper.tall,
        brief=paper.brief,
        long_area=paper.long_area,
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
        one_line=paper.ONE_LINE,
    )
    return made


def _sign(area_id: str) -> Markup:
    return Markup(sign_svg(area_id))  # noqa: S704  our own drawing


def _wheel(needs: list[str]) -> Markup:
    return titled(wheel_svg(needs), wheel_text(needs))


def _tickable_wheel() -> Markup:
    return titled(tickable_wheel_svg(), tickable_text())


def titled(drawing: str, title: str) -> Markup:
    """Return a drawing with its description where a PDF reader looks for it."""
    opened, rest = drawing.split(">", 1)
    return Markup(f"{opened}><title>{title}</title>{rest}")  # noqa: S704  our own drawing


@dataclass(frozen=True, slots=True)
class Own:
    """What a copy for one recipient says beside the document.

    `notice` stands at its head; `ending` is a heading and sentences at its end.
    `recipient` is empty for the whole document, `guarded` for a copy to whoever may not
    see where people are, `copy` for another: they hold no addresses.
    """

    notice: tuple[str, ...] = ()
    ending: tuple[str, tuple[str, ...]] = ("", ())
    recipient: str = ""


def copy_html(
    kind: Kind,
    document: Document,
    profile: Profile,
    own: Own = Own(),
) -> str:
    """Return the HTML of the copy to print and file: what is written, as text."""
    return breakable(
        _rendered(
            kind,
            profile,
            doc=view(kind.form(data=document.data)),
            writable=False,
            blank=False,
            lines={},
            draft=draft_mark(kind, document),
            version=told_version(kind, document),
            goes_on=version_words.goes_on_from(document.checked),
            notices=notices(document),
            heading=heading(kind, document.data),
            which=which(kind, document),
            own=own,
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
        version=None,
        goes_on="",
        notices=[],
        heading=heading(kind, {kind.variant_field: shape.variant}),
        which="",
        own=Own(),
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
