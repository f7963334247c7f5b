"""What documents are made of in tests: every field of a kind, with texts for it."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from typing import Any, NamedTuple

from wtforms import FieldList, FormField

from formsvc import pipeline
from formsvc.formkit.data import Data
from formsvc.formkit.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    EmailField,
    FlagField,
    IdentityField,
    LongField,
    PhoneField,
    PostalCodeField,
    TimeField,
)
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

ROWS = 3
"""Rows that every list has in the longest and in the unusual data."""

NOT_TOLD = ("overrides",)
"""Fields that filing copy and text leave out: they are for the service."""

RIGHT: tuple[tuple[type, str], ...] = (
    (DateField, "2026-12-15"),
    (TimeField, "13:00"),
    (PhoneField, "0470-58 00 00"),
    (EmailField, "namn@example.se"),
    (PostalCodeField, "352 30"),
    (IdentityField, "20220101-2396"),
)
"""A right value for each type of field that asks for one."""

UNUSUAL = (
    "Łukasz Şahin",
    "Юлия Щербакова",
    "Ελένη Παπαδοπούλου",
    "glad 🙂 👩\u200d👧",
    "محمد שלום",
    "李小龙 ไทย 한국어",
    "A\u030asa Ma\u0308rta i\u0302\u0323 x\u030c",
    "&amp; <b>\"fet\"</b> 'x' {{ 1 + 1 }} {% raw %} {# #} ${x} %s \\n",
    "e" * 200,
    "– — ‑ − “citat” ”svenskt” «fransk» ’apostrof’ … ½ №",
    "före\u202eretfe\u202c efter",
    "två  mellanrum\xa0och\u2003breda",
)

LETTERS = str.maketrans("0123456789", "abcdefghij")
"""Stand for figures in the words of the longest data."""

Make = Callable[[Any, int, int], Any]
"""Takes a field, its number in the document and the number of its row."""


class Leaf(NamedTuple):
    """A field with its name in the document, and what stands in it."""

    name: str
    field: Any
    value: Any


@cache
def taken(kind_name: str, data_name: str) -> pipeline.TakenIn:
    """Return the data of that name, taken in by the form of its kind."""
    kind = KINDS[kind_name]
    return pipeline.take_in(kind, DATA[data_name](kind))


def every(kind: Kind, make: Make) -> Data:
    """Return data of `kind` where `make` has given every field its value."""
    numbers = count(1)
    return {key: _made(f, make, numbers) for key, f in kind.form()._fields.items()}


def _made(field: Any, make: Make, numbers: Iterator[int], row: int = 0) -> Any:
    if isinstance(field, FieldList):
        one = field.append_entry()
        return [_made(one, make, numbers, row) for row in range(ROWS)]
    if isinstance(field, FormField):
        inner = field.form._fields.items()
        return {key: _made(part, make, numbers, row) for key, part in inner}
    return make(field, next(numbers), row)


def leaves(kind: Kind, data: Data) -> list[Leaf]:
    """Return every field of `kind` that stands in `data`, in the form's order."""
    return list(_leaves(kind.form(), data, ""))


def told(kind: Kind, data: Data) -> list[Leaf]:
    """Return the fields whose value a filing copy and a text have to tell."""
    return [
        leaf
        for leaf in leaves(kind, data)
        if leaf.value and not leaf.name.startswith(NOT_TOLD)
    ]


def _leaves(form: Any, data: Any, path: str) -> Iterator[Leaf]:
    for key, field in form._fields.items():
        if key in data:
            yield from _part(field, data[key], f"{path}{key}")


def _part(field: Any, value: Any, name: str) -> Iterator[Leaf]:
    if isinstance(field, FieldList):
        one = field.append_entry()
        for number, row in enumerate(value):
            yield from _part(one, row, f"{name}-{number}")
    elif isinstance(field, FormField):
        yield from _leaves(field.form, value, f"{name}-")
    else:
        yield Leaf(name, field, value)


def usual(field: Any) -> Any:
    """Return a right value for a field; nobody is protected."""
    if isinstance(field, FlagField):
        return True
    if isinstance(field, ChecksField):
        return [value for value, _words in field.vocabulary]
    if isinstance(field, ChoiceField):
        return field.vocabulary[0][0]
    return next((value for kind, value in RIGHT if isinstance(field, kind)), None)


def longest_value(field: Any, number: int, row: int) -> Any:
    """Return as much as a field takes, in words that stand nowhere else.

    Of a list only the first row is so long: three of each would take a minute.
    """
    if (value := usual(field)) is not None:
        return value
    if isinstance(field, LongField):
        lines = range(5 if row else 50)
        return "\n".join(words(f"{number:03}r{line:02}", 79) for line in lines)
    return words(f"{number:03}", 200)


def words(mark: str, length: int) -> str:
    """Return text of `length` characters in words that bear `mark`, each once.

    In letters: what differs in figures alone passes for the number of a page.
    """
    enough = range(length // len(f"ord{mark}n000 ") + 1)
    numbered = " ".join(f"ord{mark}n{word:03}" for word in enough)
    text = numbered.translate(LETTERS)
    return text[:length].strip().ljust(length, "x")


def unusual_value(field: Any, number: int, row: int) -> Any:
    """Return letters of the world where text is, in a field of any type.

    Long texts hold all of them, but in later rows of a list, to save time.
    """
    if isinstance(field, (FlagField, ChecksField, ChoiceField)):
        return usual(field)
    every_piece = isinstance(field, LongField) and row == 0
    pieces = UNUSUAL if every_piece else (UNUSUAL[number % len(UNUSUAL)],)
    between = "\n\n" if isinstance(field, LongField) else " "
    return between.join((f"nr{number:03}", *pieces, f"slut{number:03}"))


DATA: dict[str, Callable[[Kind], Data]] = {
    "empty": lambda _kind: {},
    "example": lambda kind: kind.example(),
    "longest": lambda kind: every(kind, longest_value),
    "unusual": lambda kind: every(kind, unusual_value),
}
