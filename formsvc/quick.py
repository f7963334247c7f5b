"""A writable PDF at the command line, in the time that Python takes to start.

`formsvc render KIND FILE --format pdf-form` of data that is already as the contract
writes it needs neither rules nor form classes: its form is compiled, its values are
known names, and normalising would change nothing. Whatever is not plainly so is left
to the whole command, which gives the same bytes (docs/decisions/0010).
"""

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from formsvc.formkit.text import clean_line, clean_text
from formsvc.whole import write_whole
from formsvc.writable import shelf
from formsvc.writable.shape import Shape, sizes
from formsvc.writable.splice import fill, too_long
from formsvc.writable.template import CHECK, CHOICE, ON, Field, Template

MOST_BYTES, MOST_ROWS = 1_000_000, 200
"""More than this is for the whole command to judge."""

UNPROTECTED = ("", "none")
"""Marks that protect nobody; whoever has another needs the rules."""


def _ascii(pattern: str) -> re.Pattern[str]:
    """Return a pattern in which a figure is 0 to 9 and nothing else."""
    return re.compile(pattern, re.ASCII)


_DAY = _ascii(r"\d{4}-\d\d-\d\d")
_IDENTITY = _ascii(r"(\d{4})(\d\d)(\d\d)-(?!000)\d{4}")

AS_WRITTEN = {
    "date": _DAY,
    "time": _ascii(r"\d\d:\d\d"),
    "postal_code": _ascii(r"[1-9]\d\d \d\d"),
    "email": _ascii(r"[a-z\d]+([._-][a-z\d]+)*@([a-z\d]+\.)+(se|com|nu|org)"),
    # The area codes whose numbers are grouped in one way alone.
    "phone": _ascii(
        r"08-(\d\d \d\d \d\d|\d{3} \d\d \d\d|\d{3} \d{3} \d\d)"
        r"|07[0236]-\d{3} \d\d \d\d"
        r"|0(1[013689]|2[136]|3[1356]|4[0246]|54|60)"
        r"-(\d{3} \d\d|\d\d \d\d \d\d|\d{3} \d\d \d\d)"
        r"|0(1[2457]|2[24-57-9]|3[024789]|4[135789]|5[0-35-9]|6[124-9])\d"
        r"-(\d{3} \d\d|\d\d \d\d \d\d)"
    ),
}
"""Values that normalising leaves as they are, by the sort of field.

Narrower than what is right: the property test compares them with the whole command.
"""


class NotPlainError(Exception):
    """Something is not plainly as the contract writes it."""


def done(arguments: Sequence[str]) -> bool:
    """Do a call that is quick to do, and return whether it is done."""
    match arguments:
        case ["render", kind, name, "--format", "pdf-form", *rest]:
            return _rendered(kind, name, rest)
    return False


def _rendered(kind: str, name: str, rest: Sequence[str]) -> bool:
    if name == "-" or os.environ.get("FORMSVC_PROFILE"):
        return False
    instance = Path(os.environ.get("FORMSVC_INSTANCE") or "instance")
    try:
        data = _read(Path(name))
        target, new = _target(rest, data, _card(instance, kind))
        write_whole(target, filled(kind, data, instance), new=new)
        return _told(str(target))
    except (OSError, NotPlainError):
        return False


def _told(words: str) -> bool:
    """Say what is done; return whether that can be said."""
    if sys.stdout is None:
        return False
    try:
        sys.stdout.buffer.write(f"{words}\n".encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except (OSError, ValueError):
        return False
    return True


def _card(instance: Path, kind: str) -> Mapping[str, Any]:
    card = shelf.read_card(instance / shelf.FOLDER, kind)
    if card is None:
        raise NotPlainError
    return card


def filled(kind: str, data: Mapping[str, Any], instance: Path) -> bytes:
    """Return the writable PDF of data that is as the contract writes it.

    Raises `NotPlainError` when the whole command has to do it.
    """
    folder, card = instance / shelf.FOLDER, _card(instance, kind)
    given = data.get(card["variant_field"], "")
    variant = given if given in card["variants"] else ""
    shape = Shape(variant=variant, rows=sizes(data, card["choices"]))
    template = shelf.read(folder, shelf.name_of(kind, shape, ""))
    if template is None:
        raise NotPlainError
    values = dict(_Plain(template, card["choices"]).values(data, ""))
    if too_long(template, values):
        raise NotPlainError
    return fill(template, values)


def _read(path: Path) -> dict[str, Any]:
    try:
        raw = path.read_bytes()
        data = json.loads(raw.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise NotPlainError from error
    if not isinstance(data, dict) or len(raw) > MOST_BYTES:
        raise NotPlainError
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        raise NotPlainError
    return data


def _target(
    rest: Sequence[str], data: Mapping[str, Any], card: Mapping[str, Any]
) -> tuple[Path, bool]:
    """Return the file to write, and whether there must be no such file yet.

    It is what `-o` says, or the document's own name.
    """
    match rest:
        case ["-o", name] if name not in ("-", ""):
            return Path(name), False
        case []:
            day = data.get(card["date_field"])
            if isinstance(day, str) and _is_day(day):
                return Path(f"{day}_{card['slug']}_utkast_skrivbar.pdf"), True
    raise NotPlainError


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


class _Plain:
    """Values by name, of data of which all is as the form has it."""

    def __init__(self, template: Template, choices: Sequence[str]) -> None:
        """Know the names of a form's fields, groups, lists and multiple choices."""
        self._fields = template.by_name
        self._choices = set(choices)
        self._lists, self._groups = set(self._choices), {""}
        for name in self._fields:
            steps = name.split("-")
            for end in range(1, len(steps)):
                inner = self._lists if steps[end].isdigit() else self._groups
                inner.add("-".join(steps[:end]))
        self._groups -= self._choices

    def values(self, value: Any, name: str) -> Iterator[tuple[str, str]]:
        """Yield names and texts; raise `NotPlainError` where something is not so."""
        if isinstance(value, dict):
            yield from self._group(value, name)
        elif isinstance(value, list):
            yield from self._rows(value, name)
        else:
            yield from _value(value, name, self._fields.get(name))

    def _group(self, group: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
        if name not in self._groups:
            raise NotPlainError
        for key, inner in group.items():
            if not key or "-" in key or key.isdigit():
                raise NotPlainError
            if key == "protected_identity" and inner not in UNPROTECTED:
                raise NotPlainError
            yield from self.values(inner, f"{name}-{key}" if name else key)

    def _rows(self, rows: list[Any], name: str) -> Iterator[tuple[str, str]]:
        if name not in self._lists or len(rows) > MOST_ROWS:
            raise NotPlainError
        for place, row in enumerate(rows):
            if name in self._choices:
                yield self._tick(name, row), ON
                continue
            values = list(self.values(row, f"{name}-{place}"))
            if all(value in UNPROTECTED for _name, value in values):
                raise NotPlainError  # an empty row moves the later ones up
            yield from values

    def _tick(self, name: str, value: Any) -> str:
        box = f"{name}-{value}"
        if not isinstance(value, str) or box not in self._fields:
            raise NotPlainError
        return box


def _value(value: Any, name: str, field: Field | None) -> Iterator[tuple[str, str]]:
    if field is None or isinstance(value, str) is (field.kind == CHECK):
        raise NotPlainError
    if value is True:
        yield name, ON
    elif isinstance(value, str):
        if value and not _is_as_written(value, field):
            raise NotPlainError
        if value:
            yield name, value
    elif value is not False:
        raise NotPlainError


def _is_as_written(text: str, field: Field) -> bool:
    sort = field.sort
    if field.kind == CHOICE:
        return text in dict(field.options)
    if sort == "long":
        return clean_text(text) == text
    if sort == "identity":
        found = _IDENTITY.fullmatch(text)
        return bool(found) and _is_day("-".join(found.groups()))  # type: ignore[union-attr]
    if sort in AS_WRITTEN:
        return bool(AS_WRITTEN[sort].fullmatch(text))
    return clean_line(text) == text
