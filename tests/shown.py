"""How documents show a value to people."""

from collections.abc import Callable
from datetime import date

from sample_data import Leaf

from formsvc.formkit.fields import (
    ChecksField,
    ChoiceField,
    DateField,
    FlagField,
    TimeField,
)
from formsvc.glyphs import drawable

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"),
    *("september", "oktober", "november", "december"),
)


def untold(leaves: list[Leaf], is_there: Callable[[str], bool]) -> list[str]:
    """Return the names of the fields whose value `is_there` does not find."""
    return [
        leaf.name
        for leaf in leaves
        if not all(any(map(is_there, ways)) for ways in shown(leaf))
    ]


def shown(leaf: Leaf) -> list[tuple[str, ...]]:
    """Return what a reader has to find of a field: of each tuple one at the least.

    A yes/no shows in many ways, and that nobody is protected need not be told. What
    fonts cannot draw is U+FFFD on paper and may stand as it is in a text.
    """
    field, value = leaf.field, leaf.value
    if isinstance(field, FlagField) or value == "none":
        return []
    if isinstance(field, ChecksField):
        return [_choice(dict(field.vocabulary), each) for each in value]
    if isinstance(field, ChoiceField):
        return [_choice(dict(field.vocabulary), value)]
    if isinstance(field, DateField) and _is_date(value):
        return [(value, swedish(date.fromisoformat(value)))]
    if isinstance(field, TimeField):
        return [(drawable(value), value, value.removeprefix("0").replace(":", "."))]
    return [(drawable(value), value)]


def swedish(day: date) -> str:
    """Return a day in words: 15 december 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _choice(words: dict[str, str], value: str) -> tuple[str, ...]:
    label = words.get(value, value)
    return (label, label.lower(), drawable(label), drawable(label).lower())


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
