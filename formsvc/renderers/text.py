"""Plain text in the document's order, to paste into Link or any other system."""

from collections.abc import Iterable, Iterator

from formsvc.document import Document
from formsvc.formkit.kind import Kind
from formsvc.formkit.view import FieldView, GroupView, RowsView, View, view
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers import version_words
from formsvc.renderers.headings import heading, notices, standing

LEFT_OUT = ("overrides", "has_need")
"""Fields that are for the service, or that a heading says already."""


def render_text(kind: Kind, document: Document, _profile: Profile) -> bytes:
    """Return all that is written in `document`, heading by heading, in UTF-8."""
    doc = view(kind.form(data=document.data))
    lines = [heading(kind, document.data).upper()]
    lines += _which(kind, document)
    lines += _lines(*notices(document))
    lines += _parts(doc, 1)
    return ("\n".join(lines).strip() + "\n").encode("utf-8")


def _which(kind: Kind, document: Document) -> list[str]:
    """Return which version it is, or that it is a draft and of what."""
    stamp = document.stamp
    if stamp is None:
        goes_on = version_words.goes_on_from(document.checked)
        return _lines(standing(kind, document, goes_on))
    return _lines(
        version_words.version(stamp),
        _("Referens: {reference}").format(reference=stamp.reference),
        _("Stämplad: {moment}").format(moment=version_words.moment(stamp)),
        version_words.before(stamp),
        _("Är detta den senaste versionen? {address}").format(address=document.address)
        if document.address
        else kind.ask,
    )


def _lines(*lines: str) -> list[str]:
    return [line[:1].upper() + line[1:] for line in lines if line]


def _parts(parts: Iterable[View], level: int) -> Iterator[str]:
    """Yield what is written in `parts`: sections with headings, fields as lines."""
    after_section = False
    for part in parts:
        if not _is_told(part):
            continue
        section = not isinstance(part, FieldView) or (level == 1 and _is_long(part))
        if after_section and not section:
            yield ""
        yield from _section(part, level) if section else _field(part)
        after_section = section


def _is_told(part: View) -> bool:
    if isinstance(part, FieldView):
        return part.told and part.key not in LEFT_OUT
    name = part.name if isinstance(part, RowsView) else part.group_name
    return part.filled and name not in LEFT_OUT


def _is_long(part: View) -> bool:
    return isinstance(part, FieldView) and part.kind == "long"


def _section(part: View, level: int) -> Iterator[str]:
    if isinstance(part, GroupView):
        yield from _heading(part.group_label, level)
        yield from _parts(part, level + 1)
    elif isinstance(part, RowsView):
        yield from _heading(part.label, level)
        yield from _rows(part)
    else:
        yield from _heading(part.label, level)
        yield from part.shown.split("\n")


def _heading(label: str, level: int) -> list[str]:
    """Return a heading: capitals, then underlined, then with a colon."""
    if level == 1:
        return ["", label.upper()]
    underline = ["-" * len(label)] if level == 2 else []  # noqa: PLR2004  second level
    return ["", label if underline else f"{label}:", *underline]


def _rows(rows: RowsView) -> Iterator[str]:
    for row in rows:
        if isinstance(row, FieldView):
            yield from ([f"– {row.shown}"] if row.filled else [])
        elif row.filled:
            yield from _one_row(row)


def _one_row(row: GroupView) -> Iterator[str]:
    """Yield a row as a dash and its fields, the first on the same line."""
    fields = [part for part in row if isinstance(part, FieldView) and _is_told(part)]
    for number, field in enumerate(fields):
        lead = "– " if number == 0 else "  "
        first, *more = field.shown.split("\n")
        yield f"{lead}{field.label}: {first}"
        yield from (f"  {line}".rstrip() for line in more)


def _field(part: View) -> list[str]:
    assert isinstance(part, FieldView)
    if "\n" in part.shown or part.kind == "long":
        return [f"{part.label}:", *part.shown.split("\n")]
    return [f"{part.label}: {part.shown}"]
