"""How a stamp and a reference are written, and what is none."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formsvc.reference_numbers import ALPHABET, new_reference, typed_reference
from formsvc.stamp import NoStampError, read_stamp

RIGHT = {
    "kind": "plan",
    "reference": "BP-7F3K92QD4M",
    "version": 3,
    "stamped_at": "2026-12-15T14:02:11+01:00",
    "supersedes": 2,
    "supersedes_on": "2026-09-01",
    "continues": None,
    "digest": "sha256:00",
    "issuer": "plan.example.se",
    "key_id": "0123456789abcdef",
    "signature": "00",
}


def test_the_stamp_of_the_contract_is_read_and_written_back() -> None:
    assert read_stamp(RIGHT).as_json() == RIGHT


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("kind", None),
        ("reference", "BP-7F3K92QD4U"),
        ("reference", "7F3K92QD4M"),
        ("reference", "BP-7F3K92QD4M\n"),
        ("version", 0),
        ("version", "3"),
        ("version", True),
        ("version", 10**9),
        ("version", 3.0),
        ("stamped_at", "2026-12-15T14:02:11"),
        ("stamped_at", "i går"),
        ("supersedes", -1),
        ("supersedes_on", "2026-13-01"),
        ("continues", 7),
        ("continues", {"reference": "BP-7F3K92QD4M"}),
        ("digest", None),
        ("issuer", "x" * 201),
        ("key_id", 7),
        ("signature", ["00"]),
    ],
)
def test_what_is_not_as_the_contract_says_is_no_stamp(key: str, wrong: Any) -> None:
    with pytest.raises(NoStampError):
        read_stamp({**RIGHT, key: wrong})


@pytest.mark.parametrize("written", [None, 7, "x", [], {}, {"kind": "plan"}])
def test_other_things_are_no_stamps(written: Any) -> None:
    with pytest.raises(NoStampError):
        read_stamp(written)


@given(
    st.dictionaries(
        st.sampled_from(list(RIGHT)),
        st.none() | st.integers() | st.text() | st.floats(),
    )
)
def test_anything_in_a_stamp_is_read_or_refused(change: dict[str, Any]) -> None:
    with suppress(NoStampError):
        read_stamp({**RIGHT, **change})


@pytest.mark.parametrize(
    "typed",
    [
        "BP-7F3K92QD40",
        "bp-7f3k92qd40",
        " BP 7F3K9 2QD40 ",
        "BP7F3K92QD4O",
        "BP–7F3K92QD4o",
        "bp.7f3k.92qd.40",
    ],
)
def test_a_reference_is_understood_however_it_is_typed(typed: str) -> None:
    assert typed_reference(typed) == "BP-7F3K92QD40"


def test_letters_for_figures_are_understood() -> None:
    assert typed_reference("IN-OIL0123456") == "IN-0110123456"


@pytest.mark.parametrize(
    "typed", ["", "BP", "BP-", "7F3K92QD4M", "BP-7F3K92QD4", "BP-7F3K92QD4U", "ÅÄ-7F3"]
)
def test_what_is_no_reference_is_none(typed: str) -> None:
    assert typed_reference(typed) == ""


@given(st.text(max_size=60))
def test_what_is_typed_as_a_reference_is_one_or_none(typed: str) -> None:
    found = typed_reference(typed)

    assert found == "" or typed_reference(found) == found


def test_references_are_made_of_fifty_random_bits() -> None:
    made = {new_reference("BP") for _each in range(1000)}

    assert len(made) == 1000
    assert all(typed_reference(each) == each for each in made)
    assert set("".join(each[3:] for each in made)) == set(ALPHABET)
    assert len(ALPHABET) == 32
