"""What is quick at the command line gives the same bytes as the whole command."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from property.test_any_text import documents

from formsvc import pipeline, quick
from formsvc.document import Format
from formsvc.formkit.contact import normal_email, normal_phone
from formsvc.formkit.data import Data
from formsvc.forms import KINDS
from formsvc.renderers.kept import KEPT
from formsvc.writable import shelf

KIND = pytest.mark.parametrize("kind", KINDS)
MANY = settings(
    max_examples=400, deadline=None, suppress_health_check=list(HealthCheck)
)
FEW = settings(MANY, max_examples=40)


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give an instance folder in which forms are kept."""
    folder = tmp_path_factory.mktemp("instance")
    before = KEPT._folder
    KEPT.__init__()  # type: ignore[misc]  # what was held is in no folder
    KEPT.keep_in(folder)
    yield folder
    KEPT._folder = before


def whole(kind: str, data: Data) -> bytes:
    """Return what the whole command makes."""
    return pipeline.render(pipeline.take_in(KINDS[kind], data), Format.PDF_FORM).content


@KIND
def test_the_example_is_quick_and_the_same(kind: str, instance: Path) -> None:
    data = KINDS[kind].example()
    made = whole(kind, data)

    assert quick.filled(kind, data, instance) == made


@pytest.mark.slow
@FEW
@given(document=documents(*KINDS))
def test_what_is_quick_is_the_same(instance: Path, document: tuple[str, Data]) -> None:
    kind, data = document
    made = whole(kind, data)

    try:
        assert quick.filled(kind, data, instance) == made
    except quick.NotPlainError:
        return


@pytest.mark.parametrize(
    "change",
    [
        {"nonsense": "x"},
        {"sign-supersedes_on": "2026-01-01"},
        {"established_on": "15/12 2026"},
        {"established_on": None},
        {"reason": "slut "},
        {"reason": 7},
        {"child": {"phone": "x"}},
        {"child": {"name": "A", "protected_identity": "secrecy_mark"}},
        {"child": {"identity_number": "20221301-2396"}},
        {"guardians": [{"name": ""}, {"name": "Lena"}]},
        {"guardians": [{"name": "Lena", "phone": "0470580000"}]},
        {"guardians": [{"name": "Lena", "attended": "true"}]},
        {"reason": "ord " * 900},
        {"reason": {}},
        {"reason": []},
        {"nonsense": {}},
        {"nonsense": {"a": {"b": []}}},
        {"": {"reason": "hej"}},
        {"stamp": []},
        {"participants": {"0": {"name": "Anna"}}},
        {"participants": {}},
        {"areas": {"home": {"has_need": 0}}},
        {"areas": {"home": {"measures": {"0": {"what": "x"}}}}},
        {"areas": ["home"]},
        {"family_access": "På papper"},
        {"lead_principal": "kommunen"},
        {"child": []},
    ],
)
def test_what_is_not_plain_is_left_to_the_whole_command(
    instance: Path, change: dict[str, Any]
) -> None:
    whole("plan", {})

    with pytest.raises(quick.NotPlainError):
        quick.filled("plan", change, instance)


@pytest.mark.parametrize("damage", ["[]", "{}", "5", '{"slug": 1}', "", "{"])
def test_a_damaged_note_of_a_kind_is_written_anew(instance: Path, damage: str) -> None:
    data = KINDS["plan"].example()
    made = whole("plan", data)
    (card,) = (instance / shelf.FOLDER).glob("plan-*.json")
    card.write_text(damage)

    with pytest.raises(quick.NotPlainError):
        quick.filled("plan", data, instance)
    KEPT._held.clear()
    assert whole("plan", data) == made
    assert quick.filled("plan", data, instance) == made


@MANY
@given(written=st.from_regex(quick.AS_WRITTEN["phone"], fullmatch=True))
def test_a_telephone_that_is_quick_is_grouped_right(written: str) -> None:
    assert normal_phone(written) in (None, written)


@MANY
@given(written=st.from_regex(quick.AS_WRITTEN["email"], fullmatch=True))
def test_an_address_that_is_quick_is_written_right(written: str) -> None:
    assert normal_email(written) in (None, written)
