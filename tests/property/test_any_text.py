"""Any text in any field: it renders, and is found again where a reader looks for it."""

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reopen import attached, filled_in, is_found, pdf_pages, squeezed
from sample_data import NOT_TOLD, Leaf, every, leaves
from shown import untold
from word.inside_word import filled

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.data import Data
from formsvc.formkit.fields import ChoiceField, LineField
from formsvc.forms import KINDS

BY_HEADING = ("plan_type", "meeting_type")
"""Choices that a filing copy tells by its title: any other text has none."""

FEW = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=100)


def texts(kind: str) -> list[Leaf]:
    """Return the fields of a kind that hold text, of lists the first two rows."""
    everything = every(KINDS[kind], lambda _field, _number, _row: "")
    return [
        leaf
        for leaf in leaves(KINDS[kind], everything)
        if isinstance(leaf.field, LineField)
        and "-2" not in leaf.name
        and not leaf.name.startswith(NOT_TOLD)
        and not leaf.name.endswith("protected_identity")
    ]


FIELDS = {kind: texts(kind) for kind in KINDS}
CHARACTERS = st.one_of(
    st.characters(),
    st.characters(max_codepoint=0x24F),
    st.characters(min_codepoint=0x300, max_codepoint=0x52F),
    st.characters(categories=["Cs", "Zs", "Zl", "Zp", "Cf", "Cc", "Mn", "Me"]),
    st.characters(min_codepoint=0x590, max_codepoint=0x8FF),
    st.sampled_from("\n\t&<>\"'{}%#\\/-–\xad\u2011.,:;()"),
)
SIGNS = st.text("✓✔✗✘☑☒☐□◻■⬜✅🗹xX –\n", min_size=1, max_size=3)
"""What a box shows, and what anybody may write in a text."""

TEXT = st.one_of(st.text(CHARACTERS, min_size=1, max_size=300), SIGNS)


@st.composite
def documents(draw: st.DrawFn, *kinds: str) -> tuple[str, Data]:
    """Draw a kind, and data with any text in some of its fields."""
    kind = draw(st.sampled_from(kinds))
    names = [leaf.name for leaf in FIELDS[kind]]
    chosen = draw(st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True))
    data: Data = {}
    for name in chosen:
        put(data, name.split("-"), draw(TEXT))
    return kind, data


def put(place: Any, steps: list[str], text: str) -> None:
    """Set what stands at a path, with the objects and lists on the way to it."""
    step, *rest = steps
    key: Any = int(step) if isinstance(place, list) else step
    while isinstance(place, list) and len(place) <= key:
        place.append(None)
    if not rest:
        place[key] = text
        return
    if isinstance(place, list):
        place[key] = place[key] or ([] if rest[0].isdigit() else {})
    else:
        place.setdefault(key, [] if rest[0].isdigit() else {})
    put(place[key], rest, text)


def written(kind: str, data: Data) -> list[Leaf]:
    """Return the texts that stand in normalised data."""
    return [
        leaf
        for leaf in leaves(KINDS[kind], data)
        if leaf.value and isinstance(leaf.field, LineField)
    ]


def reads(text: str, pages: list[str]) -> bool:
    """Say whether a text is read on `pages`, or all but its loose accents.

    WeasyPrint 70 tells a letter twice when an accent is set below an accented letter.
    """
    if is_found(text, pages):
        return True
    loose = any(map(unicodedata.combining, unicodedata.normalize("NFC", text)))
    return loose and is_found(bare(text), [bare(page) for page in pages])


def bare(text: str) -> str:
    """Return a text without accents, and each letter once where it is repeated."""
    letters = unicodedata.normalize("NFD", text)
    return re.sub(r"(.)\1+", r"\1", "".join(c for c in letters if is_letter(c)))


def is_letter(character: str) -> bool:
    return not (unicodedata.combining(character) or character.isspace())


def check_copy_and_text(document: tuple[str, Data]) -> None:
    kind, data = document
    taken = pipeline.take_in(KINDS[kind], data)

    copy = pipeline.render(taken, Format.PDF).content
    plain = squeezed(pipeline.render(taken, Format.TXT).content.decode("utf-8"))

    assert attached(copy) == taken.data
    pages = pdf_pages(copy)
    told = written(kind, taken.data)
    in_copy = [leaf for leaf in told if leaf.name not in BY_HEADING]
    assert untold(in_copy, lambda text: reads(text, pages)) == []
    assert untold(told, lambda text: squeezed(text) in plain) == []


def check_form(document: tuple[str, Data]) -> None:
    kind, data = document
    taken = pipeline.take_in(KINDS[kind], data)

    there = filled_in(pipeline.render(taken, Format.PDF_FORM).content)

    for leaf in written(kind, taken.data):
        assert there[leaf.name] == leaf.value


@FEW
@given(documents(*KINDS))
def test_any_text_is_found_in_the_filing_copy_and_in_the_text(
    document: tuple[str, Data],
) -> None:
    check_copy_and_text(document)


@FEW
@given(documents("consent", "invitation"))
def test_any_text_stands_as_it_is_in_the_writable_document(
    document: tuple[str, Data],
) -> None:
    check_form(document)


@FEW
@given(documents(*KINDS))
def test_any_text_stands_as_it_is_in_word(document: tuple[str, Data]) -> None:
    kind, data = document
    taken = pipeline.take_in(KINDS[kind], data)

    there = filled(pipeline.render(taken, Format.DOCX).content)

    for leaf in written(kind, taken.data):
        if not isinstance(leaf.field, ChoiceField):
            assert there[leaf.name] == leaf.value


@pytest.mark.slow
@MANY
@given(documents(*KINDS))
def test_any_text_is_found_in_many_filing_copies(document: tuple[str, Data]) -> None:
    check_copy_and_text(document)


@pytest.mark.slow
@MANY
@given(documents(*KINDS))
def test_any_text_stands_as_it_is_in_many_forms(document: tuple[str, Data]) -> None:
    check_form(document)
