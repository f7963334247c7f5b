"""Identity numbers: what was typed becomes one form and a kind.

The personal and coordination numbers are Skatteverket's published test numbers.
The reserve numbers are made up for their form alone.
"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formsvc.formkit.identity import IdentityKind, read_identity

TODAY = date(2026, 11, 22)
SAMPLES = Path(__file__).parents[1] / "samples" / "test_identity_numbers.txt"
NUMBERS = [
    line
    for line in SAMPLES.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
COORDINATION_DAYS = 60
NBSP = "\u00a0"
EN_DASH = "\u2013"

numbers = st.sampled_from(NUMBERS)
todays = st.dates()
type_any = st.text(alphabet=st.characters())
almost_identities = st.from_regex(
    r"\A[0-9]{6,8}[-+ \u2013]?[0-9A-Z\u00e5]{4}\Z"
) | st.text(alphabet="0123456789AKMXkmx\u00df\u00e4-+ \u2013\u200b", max_size=18)


def _normal(number: str) -> str:
    return f"{number[:8]}-{number[8:]}"


@pytest.mark.parametrize("number", NUMBERS)
def test_every_published_test_number_is_read(number: str) -> None:
    identity = read_identity(number, TODAY)
    day = int(number[6:8])
    coordination = day > COORDINATION_DAYS
    assert identity.text == _normal(number)
    assert identity.kind == (
        IdentityKind.COORDINATION if coordination else IdentityKind.PERSONAL
    )
    assert identity.birth_date == date(
        int(number[:4]),
        int(number[4:6]),
        day - COORDINATION_DAYS if coordination else day,
    )


@pytest.mark.parametrize(
    "text",
    [
        "201701012393",
        "20170101-2393",
        "20170101+2393",
        "20170101 2393",
        "2017-01-01-2393",
        f" 20170101 {EN_DASH} 2393\n",
        f"20170101{NBSP}2393",
        "20170101\u20112393",
        "20170101\u22122393",
        "2017\u200b0101-2393",
        "1701012393",
        "170101-2393",
        f"170101{EN_DASH}2393",
        "17 01 01 23 93",
    ],
)
def test_a_number_is_understood_as_people_write_it(text: str) -> None:
    identity = read_identity(text, TODAY)
    assert identity.text == "20170101-2393"
    assert identity.kind is IdentityKind.PERSONAL
    assert identity.birth_date == date(2017, 1, 1)


@pytest.mark.parametrize(
    ("text", "today", "normal"),
    [
        ("170101-2393", date(2017, 1, 1), "20170101-2393"),
        ("170101-2393", date(2016, 12, 31), "19170101-2393"),
        ("170101-2393", date(2116, 12, 31), "20170101-2393"),
        ("170101+2393", date(2116, 12, 31), "19170101-2393"),
        ("170101+2393", date(2117, 1, 1), "20170101-2393"),
        ("170101+2393", date(2026, 11, 22), "19170101-2393"),
        ("170101+2393", date(2016, 12, 31), "18170101-2393"),
        ("170101-2393", date(2117, 1, 1), "21170101-2393"),
        # The day of a coordination number counts as the day it stands for.
        ("231286-2382", date(2023, 12, 26), "20231286-2382"),
        ("231286-2382", date(2023, 12, 25), "19231286-2382"),
        # "+" is written from new year of the year in which a person turns 100.
        ("231286+2382", date(2123, 1, 1), "20231286-2382"),
    ],
)
def test_the_century_of_ten_digits_follows_from_sign_and_today(
    text: str, today: date, normal: str
) -> None:
    assert read_identity(text, today).text == normal


@given(number=numbers)
def test_ten_digits_mean_the_same_as_twelve(number: str) -> None:
    twelve = read_identity(number, TODAY)
    assert read_identity(number[2:], TODAY) == twelve
    assert read_identity(f"{number[2:8]}-{number[8:]}", TODAY) == twelve


@given(number=numbers, place=st.integers(8, 11), step=st.integers(1, 9))
def test_one_mistyped_digit_among_the_last_four_is_found(
    number: str, place: int, step: int
) -> None:
    digit = str((int(number[place]) + step) % 10)
    mistyped = number[:place] + digit + number[place + 1 :]
    identity = read_identity(mistyped, TODAY)
    assert identity.kind is IdentityKind.WRONG_CHECKSUM
    assert identity.text == _normal(mistyped)
    assert identity.birth_date == read_identity(number, TODAY).birth_date


def test_a_mistyped_number_of_ten_digits_gets_its_century_too() -> None:
    identity = read_identity("170101-2394", TODAY)
    assert identity.kind is IdentityKind.WRONG_CHECKSUM
    assert identity.text == "20170101-2394"


def test_a_date_not_yet_reached_is_still_a_personal_number() -> None:
    identity = read_identity("202301012395", date(2022, 12, 31))
    assert identity.kind is IdentityKind.PERSONAL
    assert identity.birth_date == date(2023, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "saknas",
        "20170101",
        "2017010123",  # month 17
        "20170101-239",
        "20170101-23933",
        "201701012393 201701052399",
        "20171301-2393",
        "20170001-2393",
        "20170100-2393",
        "20170160-2393",
        "20170192-2393",
        "20170231-2393",
        "20170291-2393",  # 31 February + 60
        "20170101-0003",
        "00170101-2393",
        "290229-2393",  # 1929 had no 29 February
        "0470-58 00 00",
        "000000000000",
        "123456",
        "\u0662\u0660\u0661\u0667\u0660\u0661\u0660\u0661\u0662\u0663\u0669\u0663",
    ],
)
def test_what_is_no_identity_number_stays_as_typed(text: str) -> None:
    identity = read_identity(f"  {text} ", TODAY)
    assert identity.kind is IdentityKind.UNKNOWN
    assert identity.text == text
    assert identity.birth_date is None


@pytest.mark.parametrize(
    ("text", "normal", "born"),
    [
        ("22170101AB12", "22170101AB12", date(1917, 1, 1)),
        ("23170101AB12", "23170101AB12", date(2017, 1, 1)),
        ("23170101 - ab12", "23170101AB12", date(2017, 1, 1)),
        ("26170101ZYX2", "26170101ZYX2", date(2017, 1, 1)),
        ("97170101AB12", "97170101AB12", date(1917, 1, 1)),
        ("98170101AB12", "98170101AB12", date(2017, 1, 1)),
        ("00172040AB12", "00172040AB12", None),
        ("00999959ABC2", "00999959ABC2", None),
    ],
)
def test_a_national_reserve_number_may_carry_the_date_of_birth(
    text: str, normal: str, born: date | None
) -> None:
    identity = read_identity(text, TODAY)
    assert identity.kind is IdentityKind.NATIONAL_RESERVE
    assert identity.text == normal
    assert identity.birth_date == born


@pytest.mark.parametrize(
    "text",
    [
        "21170101AB12",  # a century left to personal numbers
        "24170101AB12",  # no century plus 3, 6, 9 ...
        "99170101AB12",
        "23170231AB12",  # no such day
        "23170101IB12",  # a letter left out, since it looks like a digit
        "23170101ABV2",
        "00171940AB12",
        "00172060AB12",
    ],
)
def test_what_only_resembles_a_national_reserve_number_may_be_local(text: str) -> None:
    assert read_identity(text, TODAY).kind is IdentityKind.LOCAL_RESERVE


@pytest.mark.parametrize(
    ("text", "normal", "born"),
    [
        ("992017000001", "992017000001", None),  # Stockholm
        ("992017-000001", "992017000001", None),
        ("20170101K061", "20170101K061", date(2017, 1, 1)),  # Västra Götaland
        ("20170101-x061", "20170101X061", date(2017, 1, 1)),
        ("20170231M061", "20170231M061", None),
        ("20170101SF1A", "20170101SF1A", date(2017, 1, 1)),  # Värmland
        ("201701320001", "201701320001", None),  # Inera
        ("20170159 0001", "201701590001", None),
        ("KB 2017-0001", "KB2017-0001", None),  # whatever Kronoberg writes
        ("lärk17", "LÄRK17", None),
        ("A23456789012345B", "A23456789012345B", None),
    ],
)
def test_a_local_reserve_number_is_accepted(
    text: str, normal: str, born: date | None
) -> None:
    identity = read_identity(text, TODAY)
    assert identity.kind is IdentityKind.LOCAL_RESERVE
    assert identity.text == normal
    assert identity.birth_date == born


@pytest.mark.parametrize(
    "text", ["A1234", "A2345678901234567", "ABCDEF", "A12345!", "201713320001"]
)
def test_what_can_be_no_reserve_number_is_unknown(text: str) -> None:
    assert read_identity(text, TODAY).kind is IdentityKind.UNKNOWN


@given(text=type_any | almost_identities, today=todays)
def test_nothing_typed_makes_it_fail_and_twice_changes_nothing(
    text: str, today: date
) -> None:
    once = read_identity(text, today)
    assert read_identity(once.text, today) == once


@given(number=numbers, first=todays, later=todays)
def test_the_normal_form_means_the_same_on_every_day(
    number: str, first: date, later: date
) -> None:
    assert read_identity(number, first) == read_identity(_normal(number), later)
