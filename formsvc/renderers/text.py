"""Plain text in the document's order, to paste into Link or any other system."""

from collections.abc import Iterator

from formsvc.document import Document
from formsvc.formkit.kind import Kind
from formsvc.profiles import Profile
from formsvc.renderers.headings import draft_mark, heading
from formsvc.renderers.view import FieldView, GroupView, RowsView, View, view

LEFT_OUT = ("overrides",)
"""Fields that are for the service, not for the reader."""


def render_text(kind: Kind, document: Document, _profile: Profile) -> bytes:
    """Return all that is written in `document`, heading by heading, in UTF-8."""
    doc = view(kind.form(data=document.data))
    lines = [heading(kind, document).upper()]
    if mark := draft_mark(kind, document):
        lines.append(mark)
    for part in doc:
        if part.filled and _name(part) not in LEFT_OUT:
            lines += _part(part, 1)
    return ("\n".join(lines).strip() + "\n").encode("utf-8")


def _name(part: View) -> str:
    return part.group_name if isinstance(part, GroupView) else part.name


def _part(part: View, level: int) -> list[str]:
    if isinstance(part, GroupView):
        return [*_heading(part.group_label, level), *_inner(part, level)]
    if isinstance(part, RowsView):
        return [*_heading(part.label, level), *_rows(part)]
    return _field(part)


def _heading(label: str, level: int) -> list[str]:
    """Return a heading: capitals for a section, a line with a colon within one."""
    return ["", label.upper()] if level == 1 else ["", f"{label}:"]


def _inner(group: GroupView, level: int) -> Iterator[str]:
    for part in group:
        if part.filled and not _is_need(part):
            yield from _part(part, level + 1)


def _is_need(part: View) -> bool:
    """Return whether this is the mark of an area: its heading says the same."""
    return isinstance(part, FieldView) and part.key == "has_need"


def _rows(rows: RowsView) -> Iterator[str]:
    for row in rows:
        if isinstance(row, FieldView):
            yield from ([f"– {row.shown}"] if row.filled else [])
        elif row.filled:
            yield from _one_row(row)


def _one_row(row: GroupView) -> Iterator[str]:
    """Yield a row as a dash and its fields, the first on the same line."""
    fields = [field for field in row if isinstance(field, FieldView) and field.filled]
    for number, field in enumerate(fields):
        lead = "– " if number == 0 else "  "
        first, *more = field.shown.split("\n")
        yield f"{lead}{field.label}: {first}"
        yield from (f"  {line}" for line in more)


def _field(field: FieldView) -> list[str]:
    if "\n" in field.shown or field.kind == "long":
        return [f"{field.label}:", *field.shown.split("\n")]
    return [f"{field.label}: {field.shown}"]
