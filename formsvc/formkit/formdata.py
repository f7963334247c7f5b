"""JSON, and later every other source, into the one shape that forms read.

A form reads names and texts, whatever the source: `areas-learning-goals`. What the
JSON has and the form does not is told of, never dropped in silence.
"""

import json
from collections.abc import Callable
from types import NoneType
from typing import Any

from wtforms import FieldList, Form, FormField

from formsvc.errors import UnreadableError
from formsvc.formkit.fields import CHECKED, ChecksField, ChoiceField, FlagField
from formsvc.formkit.flattened import MAX_ROWS, Flattened
from formsvc.formkit.text import clean_line
from formsvc.i18n import _

MAX_BYTES = 8_000_000
"""The longest document is under 1 MB of JSON; more than this is no document."""

MAX_VALUES = 200_000
"""Values of a file: a plan with two hundred rows in every list has a tenth of them."""

STAMP = "stamp"
"""What a document may carry beside its fields."""

UNREADABLE_STAMP = {"unreadable": True}
"""Stands for a stamp that cannot be read: broken, and not the same as none."""

NOT_UNDERSTOOD = "?"
"""Stands for a choice that is no text: not empty, so that protection holds."""


def parse_json(raw: bytes) -> dict[str, Any]:
    """Return the object that `raw` holds; raise `UnreadableError` if it holds none."""
    if len(raw) > MAX_BYTES:
        raise UnreadableError(_("Filen är för stor. Ett dokument är under 8 MB."))
    try:
        text = raw.decode(json.detect_encoding(raw))
        parsed = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise UnreadableError(
            _("Filen är inte JSON: fel på rad {line}, tecken {column}.").format(
                line=error.lineno, column=error.colno
            )
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableError(
            _("Filen är inte text i UTF-8. Spara den som UTF-8 och försök igen.")
        ) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            _("Filen är JSON men inget dokument: för djup eller med för stora tal.")
        ) from error
    if not isinstance(parsed, dict):
        raise UnreadableError(
            _("Filen är JSON men inget dokument: ytterst ska ett objekt stå, { … }.")
        )
    if _has_too_many_values(parsed):
        raise UnreadableError(
            _("Filen är JSON men inget dokument: den har alldeles för många värden.")
        )
    return parsed


def _has_too_many_values(parsed: dict[str, Any]) -> bool:
    left: list[Any] = [parsed]
    count = 0
    while left and count <= MAX_VALUES:
        part = left.pop()
        inner = part.values() if isinstance(part, dict) else part
        count += len(inner)
        left += [one for one in inner if isinstance(one, (dict, list))]
    return count > MAX_VALUES


def _no_number(word: str) -> None:
    raise UnreadableError(
        _("Filen är inte JSON: ordet {word} finns inte där. Skriv en text.").format(
            word=word
        )
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise UnreadableError(
                _("Nyckeln ”{key}” står två gånger i filen. Behåll den rätta.").format(
                    key=clean_line(key)
                )
            )
        seen[key] = value
    return seen


def flatten(form: type[Form], data: dict[str, Any]) -> Flattened:
    """Return `data` as names and texts for `form`, with findings on its shape."""
    result = Flattened()
    inner = {key: value for key, value in data.items() if key != STAMP}
    _object(form(), inner, "", result)
    result.more_unknown_keys()
    if data.get(STAMP) is not None:
        result.stamp = stamp_in(data[STAMP])
        if result.stamp == UNREADABLE_STAMP != data[STAMP]:
            result.wrong_type(STAMP, _("en stämpel som tjänsten har gett"))
    return result


def stamp_in(written: Any) -> dict[str, Any]:
    """Return the stamp that is written, or what stands for one that is none."""
    return clean_stamp(written) or {**UNREADABLE_STAMP}


def clean_stamp(stamp: Any, depth: int = 2) -> dict[str, Any] | None:
    """Return a stamp: words and whole numbers, and one object of such, or nothing."""
    if not isinstance(stamp, dict) or depth == 0:
        return None
    clean: dict[str, Any] = {}
    for key, value in stamp.items():
        if isinstance(value, dict):
            value = clean_stamp(value, depth - 1)  # noqa: PLW2901  as it is kept
            if value is None:
                return None
        if not isinstance(value, (str, int, dict, NoneType)):
            return None
        clean[clean_line(key)] = clean_line(value) if isinstance(value, str) else value
    return clean


def _object(form: Any, data: Any, name: str, result: Flattened) -> None:
    if data is None:
        return
    if not isinstance(data, dict):
        result.wrong_type(name, _("ett objekt med namngivna fält"))
        return
    fields = form._fields
    for key, value in data.items():
        path = f"{name}-{key}" if name else key
        if key in fields:
            _take(fields[key], value, path, result)
        else:
            result.unknown_key(path, key)


def _take(part: Any, value: Any, name: str, result: Flattened) -> None:
    for kind, take in _TAKERS:
        if isinstance(part, kind):
            take(part, value, name, result)
            return
    _text(part, value, name, result)


def _group(part: Any, value: Any, name: str, result: Flattened) -> None:
    _object(part.form, value, name, result)


def _rows(part: Any, value: Any, name: str, result: Flattened) -> None:
    if value is None:
        return
    if not isinstance(value, list):
        result.wrong_type(name, _("en lista"))
        return
    if len(value) > MAX_ROWS:
        result.too_many_rows(name, len(value))
    template = part.append_entry()
    for index, row in enumerate(value[:MAX_ROWS]):
        _hold_place(template, f"{name}-{index}", result)
        _take(template, row, f"{name}-{index}", result)


def _hold_place(template: Any, name: str, result: Flattened) -> None:
    """Make the row known by its first field, so that an empty row keeps its number."""
    if isinstance(template, FormField):
        name = f"{name}-{next(iter(template.form._fields))}"
    result.put(name, "")


def _flag(_part: Any, value: Any, name: str, result: Flattened) -> None:
    if value is True:
        result.put(name, CHECKED)
    elif value is not False and value is not None:
        result.wrong_type(name, _("true eller false"))


def _checks(_part: Any, value: Any, name: str, result: Flattened) -> None:
    if value is None:
        return
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        result.wrong_type(name, _("en lista med ord"))
        return
    for chosen in value:
        result.put(f"{name}-{chosen}", CHECKED)


def _text(part: Any, value: Any, name: str, result: Flattened) -> None:
    if isinstance(value, str):
        result.put(name, value)
    elif value is not None:
        result.wrong_type(name, _("en text inom citattecken"))
        if isinstance(part, ChoiceField):
            result.put(name, NOT_UNDERSTOOD)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            result.put(name, json.dumps(value))


_Taker = Callable[[Any, Any, str, Flattened], None]
_TAKERS: tuple[tuple[type, _Taker], ...] = (
    (FieldList, _rows),
    (FormField, _group),
    (FlagField, _flag),
    (ChecksField, _checks),
)
