"""Whatever is written changes what people read: each field alone, and among others."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from changes import put
from sample_data import ROWS, Leaf, every, leaves, usual
from stamped import Case, stamp_of

from formsvc import pipeline
from formsvc.document import Document, Format
from formsvc.formkit.data import Data
from formsvc.formkit.fields import ChecksField, ChoiceField, FlagField
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL
from formsvc.renderers.html import copy_html
from formsvc.stamp import Checked, Standing

BY_HEADING = ("meeting_type", "plan_type")
"""Choices that a heading tells, which says the usual when nothing is chosen."""

LATER = tuple(f"-{row}" for row in range(1, ROWS))


def paper(kind: Kind, data: Data) -> str:
    """Return the filing copy before it is laid out, which takes much longer."""
    told = pipeline.take_in(kind, data).tellable
    return copy_html(kind, Document(kind.name, told, ""), NEUTRAL)


def stamped_paper(kind: Kind, data: Data) -> str:
    """Return the same of a stamped document, whose head is another."""
    told = pipeline.take_in(kind, data).tellable
    whole = Checked(Standing.WHOLE, stamp_of(Case(kind.name)))
    document = Document(kind.name, told, "", whole, "https://plan.example.se/v/BP-1/3")
    return copy_html(kind, document, NEUTRAL)


def text(kind: Kind, data: Data) -> str:
    """Return the plain text."""
    return pipeline.render(pipeline.take_in(kind, data), Format.TXT).content.decode()


KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
FORMAT = pytest.mark.parametrize("read", [paper, stamped_paper, text])


def written(field: Any, number: int, _row: int = 0) -> Any:
    """Return a choice, or a text that stands nowhere else."""
    choice = isinstance(field, (FlagField, ChecksField, ChoiceField))
    return usual(field) if choice else f"prov{number:03}"


def full(kind: Kind) -> Data:
    """Return data in which everything is filled in, a school among the invited."""
    data = every(kind, written)
    if kind.name == "invitation":
        put(data, "recipients-0-kind", "school")
    return data


def fields_of(kind: Kind, data: Data) -> Iterator[Leaf]:
    """Yield every field, of lists the first row, of areas the first one."""
    for leaf in leaves(kind, data):
        in_other_area = leaf.name.startswith("areas-") and "-health" not in leaf.name
        later = any(other in leaf.name for other in LATER)
        if not (in_other_area or later or leaf.name.startswith("overrides")):
            yield leaf


def alone(leaf: Leaf, value: Any) -> Data:
    """Return data in which only this field is filled in."""
    data: Any = value
    for step in reversed(leaf.name.split("-")):
        data = [data] if step == "0" else {step: data}
    assert isinstance(data, dict)
    return data


@KIND
@FORMAT
def test_each_field_is_told_when_it_stands_alone(kind: Kind, read: Any) -> None:
    missing = []
    for leaf in fields_of(kind, full(kind)):
        chosen = isinstance(leaf.field, (FlagField, ChecksField))
        shown = read(kind, alone(leaf, leaf.value if chosen else "provtext"))
        if shown == read(kind, {}) or not (chosen or "provtext" in shown.lower()):
            missing.append(leaf.name)
    assert [name for name in missing if name not in BY_HEADING] == []


@KIND
@FORMAT
def test_each_text_is_told_among_all_others(kind: Kind, read: Any) -> None:
    data = full(kind)
    shown = read(kind, data).lower()

    texts = [leaf for leaf in fields_of(kind, data) if "prov" in str(leaf.value)]
    assert [leaf.name for leaf in texts if leaf.value not in shown] == []


@KIND
def test_each_choice_changes_the_filing_copy(kind: Kind) -> None:
    data = full(kind)

    untold = []
    for leaf in fields_of(kind, data):
        values = choices(leaf.field)
        shown = {paper(kind, with_value(data, leaf.name, value)) for value in values}
        if len(shown) < len(values) and leaf.name not in BY_HEADING:
            untold.append(leaf.name)
    assert untold == []


def choices(field: Any) -> list[Any]:
    """Return all that can be chosen in a field, and nothing; none for a text."""
    if isinstance(field, FlagField):
        return [True, False]
    values = [value for value, _words in getattr(field, "vocabulary", ())]
    if isinstance(field, ChecksField):
        return [[], *([value] for value in values)]
    return [*values, *([""] if values and "none" not in values else [])]


def with_value(data: Data, name: str, value: Any) -> Data:
    """Return a copy of `data` with `value` in one field."""
    made = copy.deepcopy(data)
    put(made, name, value)
    return made
