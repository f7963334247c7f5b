"""What a browser posted, into the names and texts that forms read.

Only names that the form has come through, and rows are numbered anew without gaps, so
that neither a browser extension nor a hostile client decides what work is done.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from wtforms import FieldList, Form, FormField

from formsvc.errors import UnreadableError
from formsvc.formkit.fields import ChecksField
from formsvc.formkit.flattened import MAX_ROWS, Flattened
from formsvc.formkit.formdata import STAMP, UNREADABLE_STAMP, parse_json, stamp_in

ROW = "#"
"""Stands for the number of a row in the pattern of a name."""

_NUMBER = re.compile(r"[0-9]{1,6}")


def posted(form: type[Form], pairs: Iterable[tuple[str, str]]) -> Flattened:
    """Return the posted `pairs` that `form` has fields for, rows numbered from 0.

    Of several texts under one name the first counts, as in WTForms. Rows beyond
    `MAX_ROWS` are left out, with a finding.
    """
    result = Flattened()
    known = []
    for name, text in pairs:
        pattern, row = taken_apart(name)
        if pattern in patterns(form):
            known.append((pattern, row, text))
        elif name == STAMP:
            result.stamp = _stamp(text)
    numbers = _numbers(known, result)
    for pattern, row, text in known:
        listed = pattern.partition(f"-{ROW}")[0]
        number = numbers[listed].get(row) if row is not None else 0
        if number is not None:
            name = pattern.replace(ROW, str(number), 1)
            result.formdata.setdefault(name, [text])
    return result


def _stamp(text: str) -> dict[str, Any] | None:
    """Return the stamp that a page carries along as JSON, nothing when it has none."""
    if not text:
        return None
    try:
        return stamp_in(parse_json(text.encode("utf-8", "replace")))
    except UnreadableError:
        return {**UNREADABLE_STAMP}


def taken_apart(name: str) -> tuple[str, int | None]:
    """Return the pattern of a name, and the number of the row that it is in."""
    if ROW in name:
        return "", None
    steps = name.split("-")
    for place, step in enumerate(steps):
        if place and _NUMBER.fullmatch(step):
            pattern = "-".join([*steps[:place], ROW, *steps[place + 1 :]])
            return pattern, int(step)
    return name, None


def _numbers(
    known: list[tuple[str, int | None, str]], result: Flattened
) -> dict[str, dict[int, int]]:
    """Return for each list the new number of each of its rows."""
    rows: dict[str, set[int]] = {}
    for pattern, row, _text in known:
        if row is not None:
            rows.setdefault(pattern.partition(f"-{ROW}")[0], set()).add(row)
    for name, found in rows.items():
        if len(found) > MAX_ROWS:
            result.too_many_rows(name, len(found))
    return {
        name: {row: place for place, row in enumerate(sorted(found)[:MAX_ROWS])}
        for name, found in rows.items()
    }


@cache
def patterns(form: type[Form]) -> frozenset[str]:
    """Return the name of every box and field of `form`, rows numbered `ROW`."""
    return frozenset(fields_at(form))


@cache
def fields_at(form: type[Form]) -> dict[str, Any]:
    """Return every field of `form` by its name, rows numbered `ROW`.

    A multiple choice stands under the name of each of its boxes.
    """
    return dict(_patterns(form(), ""))


@cache
def lists(form: type[Form]) -> dict[str, str]:
    """Return the name of every list of `form`, with its row's first field or none."""
    return dict(_lists(form(), ""))


def _patterns(form: Any, path: str) -> Iterator[tuple[str, Any]]:
    for key, field in form._fields.items():
        yield from _pattern(field, f"{path}{key}")


def _pattern(field: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(field, FieldList):
        yield from _pattern(field.append_entry(), f"{name}-{ROW}")
    elif isinstance(field, FormField):
        yield from _patterns(field.form, f"{name}-")
    elif isinstance(field, ChecksField):
        for value, _words in field.vocabulary:
            yield f"{name}-{value}", field
    else:
        yield name, field


def _lists(form: Any, path: str) -> Iterator[tuple[str, str]]:
    for key, field in form._fields.items():
        name = f"{path}{key}"
        if isinstance(field, FormField):
            yield from _lists(field.form, f"{name}-")
        elif isinstance(field, FieldList):
            row = field.append_entry()
            inner = row.form._fields if isinstance(row, FormField) else ()
            yield name, next(iter(inner), "")
