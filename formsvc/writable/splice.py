"""A template and values make a filled PDF: an update is appended, nothing is laid out.

Each filled field gets its value and an appearance of its own, so that every reader
shows the same and none has to draw for itself.
"""

from collections.abc import Mapping
from typing import Any

from formsvc import glyphs
from formsvc.writable import appearance, boxes
from formsvc.writable.faces import Faces
from formsvc.writable.syntax import Update, number, text_string
from formsvc.writable.template import (
    CHECK,
    CHOICE,
    MULTILINE,
    ON,
    Field,
    Template,
)
from formsvc.writable.typesetting import Setting, fitting, lines_needed, shrunk
from formsvc.writable.values import named
from formsvc.writable.working_copy import Origin, tell

Values = Mapping[str, str]
"""What stands in fields, by name; a ticked box has `template.ON`."""


def fill(template: Template, values: Values, origin: Origin | None = None) -> bytes:
    """Return the form filled with `values`; names that it does not have are passed by.

    A text that does not fit is drawn small: ask `too_long` before. With `origin` it
    says of which version it is a working copy.
    """
    tail = template.tail
    update = Update(
        template.static,
        size=tail.size,
        start=tail.start,
        trailer=tail.trailer.encode("ascii"),
    )
    faces = Faces(template.widths, tail.font)
    for field in template.fields:
        if value := values.get(field.name):
            _fill_field(field, value, faces, update)
    if origin:
        tell(template.places, origin, faces, update)
    faces.write(update)
    return update.finished()


def too_long(template: Template, values: Values) -> dict[str, int]:
    """Return the fields whose text does not fit, with the lines that it needs."""
    faces = Faces(template.widths, template.tail.font)
    found = {}
    for field in template.fields:
        value = values.get(field.name)
        if value and field.kind != CHECK:
            shown = _shown(field, value)
            if _set(field, shown, faces) is None:
                found[field.name] = lines_needed(shown, field.width, faces.width)
    return found


def named_values(template: Template, data: Mapping[str, Any]) -> dict[str, str]:
    """Return what stands in `data`, by the names of the template's fields.

    A list of words is a multiple choice where the form has a box of such a name.
    """
    ticks = {field.name for field in template.fields if field.kind == CHECK}
    return named(data, ticks)


def _fill_field(field: Field, value: str, faces: Faces, update: Update) -> None:
    if field.kind == CHECK:
        _tick(field, update)
        return
    shown = _shown(field, value)
    setting = _set(field, shown, faces) or shrunk(
        shown, width=field.width, height=field.height, measure=faces.width
    )
    squeezed = not field.multiline and len(setting.lines) > 1
    lines = [faces.runs(line) for line in setting.lines]
    resources = faces.resources((run for line in lines for run in line), update)
    update.put(field.number, _dictionary(field, value, setting, squeezed=squeezed))
    update.put_stream(
        field.look,
        b"/Subtype/Form/BBox[0 0 %s %s]/Resources%s"
        % (number(field.width), number(field.height), resources),
        appearance.look(setting, lines, height=field.height, multiline=field.multiline),
    )


def _dictionary(field: Field, value: str, setting: Setting, *, squeezed: bool) -> bytes:
    """Return a filled field; what is typed on has the size of what stands there."""
    parts = [
        field.start.encode("latin-1"),
        b"/V%s/DA(%s)" % (text_string(value), appearance.usual(setting.size)),
    ]
    if field.kind == CHOICE:
        parts.append(b"/Ff %d/Opt[%s]" % (field.flags, _options(field, value)))
    else:
        flags = field.flags | (MULTILINE if squeezed else 0)
        limit = max(field.limit, len(value.encode("utf-16-le")) // 2)
        if squeezed:
            limit = max(limit, 2 * boxes.line_length(field.width))
        parts.append(b"/Ff %d/MaxLen %d" % (flags, limit))
    return b"".join((*parts, b">>"))


def _options(field: Field, value: str) -> bytes:
    """Return the options of a choice, with a value that is not among them too."""
    options = field.options
    if value not in dict(options):
        options = (*options, (value, value))
    return b"".join(
        b"[%s%s]" % (text_string(each), text_string(words)) if each else b"()"
        for each, words in options
    )


def _tick(field: Field, update: Update) -> None:
    state = ON.encode("ascii")
    start = field.start.encode("latin-1")
    update.put(field.number, start + b"/V/%s/AS/%s>>" % (state, state))
    if mark := field.mark:
        update.put_stream(
            mark.number,
            b"/Subtype/Form/BBox[0 0 %s %s]/Resources<<>>"
            % (number(mark.size), number(mark.size)),
            mark.ticked.encode("ascii"),
        )


def _shown(field: Field, value: str) -> str:
    if field.kind == CHOICE:
        value = dict(field.options).get(value, value)
    return glyphs.drawable(value)


def _set(field: Field, shown: str, faces: Faces) -> Setting | None:
    return fitting(
        shown,
        width=field.width,
        height=field.height,
        multiline=field.multiline,
        measure=faces.width,
    )
