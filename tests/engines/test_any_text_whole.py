"""Any text up to the limits, in any field, is whole in print: small or in more room."""

from typing import Any

import pytest
from engines.engine import Word
from engines.mupdf import drawn_words
from engines.poppler import words
from engines.test_readers import fields, places, within
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from property.test_any_text import FIELDS, put
from reopen import squeezed

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.data import Data
from formsvc.formkit.fields import LongField
from formsvc.forms import KINDS

MANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
LETTERS = "abcdefghijklmnoprstuvyåäöABCDEFGÅÄÖWM0123456789.,;:-–()ŁşЮπ"
WORD = st.text(LETTERS, min_size=1, max_size=40)
LONG, LINE = 4000, 200
"""Characters that the contract allows (section 3)."""


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Data]:
    """Draw a kind, and texts of any length for some of its fields."""
    kind = draw(st.sampled_from(list(KINDS)))
    chosen = draw(st.lists(st.sampled_from(FIELDS[kind]), min_size=1, max_size=4))
    data: Data = {}
    for leaf in chosen:
        most = LONG if isinstance(leaf.field, LongField) else LINE
        length = draw(st.integers(1, most))
        between = draw(st.sampled_from([" ", "\n", "  "] if most == LONG else [" "]))
        some = draw(st.lists(WORD, min_size=1, max_size=30))
        text = between.join(some * (length // max(1, len("".join(some))) + 1))
        put(data, leaf.name.split("-"), _allowed(text[:length]))
    return kind, data


def _allowed(text: str) -> str:
    """Return a text with at most sixty lines."""
    *lines, rest = text.split("\n", 59)
    return "\n".join([*lines, rest.replace("\n", " ")]).strip() or "x"


@pytest.mark.slow
@MANY
@given(document=documents())
def test_any_text_is_whole_within_its_field(document: tuple[str, Data]) -> None:
    kind, data = document
    taken = pipeline.take_in(KINDS[kind], data)

    content = pipeline.render(taken, Format.PDF_FORM).content

    for on_pages in (words(content), drawn_words(content)):
        for field in fields(content):
            if isinstance(field.value, str) and field.value:
                assert inside(on_pages, content, field) == squeezed(shown(field))


def shown(field: Any) -> str:
    """Return what a field shows: of a choice its words."""
    return str(dict(field.options).get(field.value, field.value))


def inside(on_pages: list[Word], content: bytes, field: Any) -> str:
    """Return all that is drawn wholly within a field."""
    return squeezed("".join(within(on_pages, places(content)[field.name])))
