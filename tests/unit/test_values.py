"""Cleaning, dates, times, phones, addresses: what was typed becomes one form."""

import inspect
import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from importlib import import_module
from time import process_time

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formsvc.formkit.contact import (
    email_needs_smtputf8,
    normal_email,
    normal_phone,
    normal_postal_code,
)
from formsvc.formkit.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS,
    WEEKDAYS,
    read_date,
    read_time,
    swedish_date,
    swedish_period,
    swedish_time,
)
from formsvc.formkit.text import clean_line, clean_text, plain_line, visible_line

type_any = st.text(alphabet=st.characters())  # surrogates and controls included
almost_numbers = st.text(alphabet="0123456789 +-/().:;,x=ankltE\u2013\u00a0\u200b")
almost_dates = st.from_regex(
    r"(tisdag )?(den )?[0-9]{1,4}[-/. ]{0,3}([0-9]{1,2}|dec|maj)[-/. ]{0,3}[0-9]{2,4}"
)
almost_emails = st.from_regex(
    r"(mailto:)?[a-zåA+.]{1,5}@[A-Za-zÖ\u0331.-]{1,8}\.[a-z]{2,3}"
)
accents = st.text(
    alphabet="e\u0301\u0327\u0344\u0f73\u0f71\u0323\U0001d165", min_size=35
)
typed = st.one_of(type_any, almost_numbers, almost_dates, almost_emails, accents)

NBSP = "\u00a0"
THIN = "\u2009"
EN_DASH = "\u2013"

CLEANERS = (clean_text, clean_line, visible_line, plain_line)
NORMALISERS = (normal_phone, normal_email, normal_postal_code)


# -- text


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("A\u030asa", "Åsa"),
        ("A\x00\u030asa", "Åsa"),
        ("a\tb", "a b"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc\U0001fffed\U0010ffffe\ufdd0f\ufdefg", "abcdefg"),
        ("\ufeffa\u200eb\u200fc\u061cd\u202ae\u202ef\u2066g\u2069h", "abcdefgh"),
        (f" {NBSP}\n a  b{NBSP} \n{THIN}\nc\n\n", "a  b\n\nc"),
        ("", ""),
        ("familj \U0001f468\u200d\U0001f469\u200d\U0001f467", None),
        ("Bygglek \u2013 och att vara ute\u2026", None),
    ],
)
def test_text_gets_its_one_stored_form(raw: str, clean: str | None) -> None:
    assert clean_text(raw) == (raw if clean is None else clean)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Förskolan\r\nGläntan", "Förskolan Gläntan"),
        (f"352{NBSP}{THIN} 31\t Växjö ", "352 31 Växjö"),
        ("a\u2028\u2029b", "a b"),
        ("   ", ""),
    ],
)
def test_a_line_has_no_breaks_and_only_single_spaces(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


def test_a_line_to_read_has_plain_dashes_and_nothing_invisible() -> None:
    raw = "1\u20102\u20113\u20124\u20135\u20146\u22127\uff0d8\u200b9\u00ad0\u2060"
    assert plain_line(raw) == "1-2-3-4-5-6-7-890"


@pytest.mark.parametrize("clean", CLEANERS)
@given(text=typed)
def test_cleaning_twice_changes_nothing(clean: Callable[[str], str], text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "accents", ["\u0301\u0327", "\u0344", "\u0f73", "\u0f71\u0f72", "\u0323\U0001d165"]
)
@pytest.mark.parametrize("clean", CLEANERS)
def test_a_pile_of_accents_takes_no_time(
    clean: Callable[[str], str], accents: str
) -> None:
    start = process_time()
    cleaned = clean("e" + accents * 100_000 + "f")
    assert process_time() - start < 1  # sorted, it would be a minute
    assert len(cleaned) <= len("e") + 30 + len("f")
    assert clean(cleaned) == cleaned


def test_accents_that_languages_use_are_kept() -> None:
    word = "\u1ec7\u0e49\u05e9\u05c1\u05b8" * 20
    assert clean_text(word) == unicodedata.normalize("NFC", word)


@given(text=type_any)
def test_clean_text_can_be_written_anywhere(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode("utf-8")
    unwanted = {"Cc", "Cs", "Zl", "Zp"}
    found = {unicodedata.category(mark) for mark in cleaned.replace("\n", "")}
    assert not found & unwanted
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    assert not re.search(r"[^\S\n]\n", cleaned)


@given(text=type_any)
def test_a_clean_line_is_a_clean_text_without_breaks(text: str) -> None:
    cleaned = clean_line(text)
    assert cleaned == clean_text(cleaned)
    assert "\n" not in cleaned


# -- dates


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-15",
        "2026/12/15",
        "2026.12.15",
        "20261215",
        "2026 - 12 - 15",
        f"2026{EN_DASH}12{EN_DASH}15",
        "2026\u201112\u221215",
        "15/12 2026",
        "15/12-2026",
        f"15/12{EN_DASH}2026",
        "15/12/2026",
        "15/12-26",
        f"15/12 {EN_DASH} 26",
        "15 / 12 2026",
        "15.12.2026",
        "15. 12. 2026",
        "15-12-2026",
        "15 december 2026",
        "15 dec 2026",
        "15 dec. 2026",
        "15-dec-2026",
        "15:e december 2026",
        "den 15 december 2026",
        "tisdag 15 december 2026",
        "tis 15 dec 2026",
        "tisdag, den 15 december 2026",
        "tisdagen den 15 december 2026",
        "TISDAGEN DEN 15 DECEMBER 2026",
        f"  Tisdag  den{NBSP}15\tDecember   2026 ",
        "måndag 15 december 2026",  # it is a Tuesday
        "2026\u200b-12-15",
    ],
)
def test_a_date_is_understood_as_people_write_it(text: str) -> None:
    assert read_date(text) == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/2 2026", date(2026, 2, 1)),
        ("2026-2-1", date(2026, 2, 1)),
        ("29 februari 2028", date(2028, 2, 29)),
        ("1 sept 2026", date(2026, 9, 1)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2200-12-31", date(2200, 12, 31)),
    ],
)
def test_day_stands_before_month(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i morgon",
        "15/12",
        "15/12 26",
        "15.12-26",
        "15/12/26",
        "15 dec 26",
        "26-12-15",
        "261215",
        "12/15/2026",
        "2026-02-29",
        "2026-00-10",
        "2026-12-32",
        "31 november 2026",
        "2026-12/15",
        "1899-12-31",
        "2201-01-01",
        "0000-01-01",
        "15 decamber 2026",
        "15 ma 2026",
        "15 måndag 2026",
        "tisdag",
        "den",
        "2026-12-15 2026-12-16",
        "2026-12-15T13:00",
        "\u0662\u0660\u0662\u0666-\u0661\u0662-\u0661\u0665",
    ],
)
def test_what_is_no_date_or_not_sure_is_none(text: str) -> None:
    assert read_date(text) is None


@given(
    day=st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)), weekday=st.booleans()
)
def test_a_written_date_reads_as_itself(day: date, *, weekday: bool) -> None:
    assert read_date(swedish_date(day, weekday=weekday)) == day
    assert read_date(day.isoformat()) == day


@pytest.mark.parametrize("names", [MONTHS, WEEKDAYS])
def test_three_letters_tell_names_apart(names: tuple[str, ...]) -> None:
    assert len({name[:3] for name in names}) == len(names)


def test_dates_are_written_in_swedish() -> None:
    assert swedish_date(date(2026, 12, 15)) == "15 december 2026"
    assert swedish_date(date(2026, 12, 15), weekday=True) == "tisdag 15 december 2026"
    assert swedish_date(date(2026, 3, 1), weekday=True) == "söndag 1 mars 2026"


# -- times


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("09:30", time(9, 30)),
        ("9:30", time(9, 30)),
        ("9.30", time(9, 30)),
        ("kl. 9.30", time(9, 30)),
        ("kl 9:30", time(9, 30)),
        ("Kl.9.30", time(9, 30)),
        ("klockan 9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("09:30:00", time(9, 30)),
        (f" kl.{NBSP}9.30 ", time(9, 30)),
        ("kl. 13", time(13)),
        ("13", time(13)),
        ("9", time(9)),
        ("00:00", time(0)),
        ("23.59", time(23, 59)),
    ],
)
def test_a_time_is_understood_as_people_write_it(text: str, moment: time) -> None:
    assert read_time(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kl.",
        "24:00",
        "2400",
        "24",
        "9:60",
        "9:3",
        "930",
        "09:30:15",
        "9.30-15",
        "x",
    ],
)
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    assert read_time(text) is None


@given(moment=st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_a_written_time_reads_as_itself(moment: time) -> None:
    assert read_time(swedish_time(moment)) == moment
    assert read_time(moment.isoformat("minutes")) == moment
    assert read_time(swedish_period(moment, None)) == moment


def test_times_are_written_with_a_dot_and_periods_with_an_en_dash() -> None:
    assert swedish_time(time(9, 5)) == "9.05"
    assert swedish_time(time(13)) == "13.00"
    period = swedish_period(time(9, 30), time(15))
    assert period == f"kl. 9.30{EN_DASH}15.00"
    assert swedish_period(time(9, 30), None) == "kl. 9.30"


# -- phones


@pytest.mark.parametrize(
    "phone", ["0470-58 00 00", "070-174 06 05", "070-174 06 06", "0470-410 00"]
)
def test_the_phones_of_the_examples_stay_as_they_are(phone: str) -> None:
    assert normal_phone(phone) == phone


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("+46 470 580000", "0470-58 00 00"),
        ("+46 (0)470 58 00 00", "0470-58 00 00"),
        ("0046470580000", "0470-58 00 00"),
        ("0470580000", "0470-58 00 00"),
        ("0470 58 00 00", "0470-58 00 00"),
        ("0470/580000", "0470-58 00 00"),
        ("(0470) 58 00 00", "0470-58 00 00"),
        ("tel:+46470580000", "0470-58 00 00"),
        ("Tfn. 0470-580000", "0470-58 00 00"),
        ("0472 - 150 00", "0472-150 00"),
        (f"0478 {EN_DASH} 126 68", "0478-126 68"),
        (f"070{NBSP}174\u200b06 05", "070-174 06 05"),
        ("0701740605", "070-174 06 05"),
        ("0855012345", "08-550 123 45"),
        ("0771567567", "0771-56 75 67"),
        ("0200-112233", "0200-11 22 33"),
        ("+45 33123456", "+45 33 12 34 56"),
        ("004533123456", "+45 33 12 34 56"),
        ("0470-58 00 00 ankn. 12", "0470-58 00 00 ankn. 12"),
        ("0470-580000, anknytning 12", "0470-58 00 00 ankn. 12"),
        ("0470580000 ANKN:12", "0470-58 00 00 ankn. 12"),
        ("+4533123456 ext. 7", "+45 33 12 34 56 ankn. 7"),
        ("112", "112"),
        ("1177", "1177"),
        ("114 14", "114 14"),
        (f"114{NBSP} 14 ", "114 14"),
        ("11414", "11414"),
    ],
)
def test_a_phone_number_gets_swedish_grouping(text: str, phone: str) -> None:
    assert normal_phone(text) == phone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ring mig",
        "7648",  # an extension alone
        "7648 / 0470-587648",
        "45 8968",
        "470580000",  # no zero: area code or not?
        "0470-58",
        "0470-KRONO",
        "0470-58 00 00 / 070-174 06 05",
        "070-174 06 05 00",
        "+46 112",
        "+999 123456",
        "+",
        "ankn. 12",
        "0" * 400,
        "0470-58 00 00" + " ," * 100_000,
    ],
)
def test_what_is_no_phone_number_is_none(text: str) -> None:
    assert normal_phone(text) is None


@pytest.mark.parametrize("region", sorted(phonenumbers.SUPPORTED_REGIONS))
def test_a_number_of_any_country_stays_as_it_was_made(region: str) -> None:
    example = phonenumbers.example_number(region)
    assert example is not None
    written = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    phone = normal_phone(written)
    assert phone is not None
    assert normal_phone(phone) == phone


# -- e-mail addresses


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" bvc-exempel@example.se\n", "bvc-exempel@example.se"),
        ("Lena.P@Example.SE", "Lena.P@example.se"),
        ("mailto:lena@example.se", "lena@example.se"),
        ("Mailto: lena@example.se", "lena@example.se"),
        ("vc-åseda@kronoberg.se", "vc-åseda@kronoberg.se"),
        ("lena@ÅSEDA.se", "lena@åseda.se"),
        ("lena@xn--seda-poa.se", "lena@xn--seda-poa.se"),
        ("lena\u200b@example.se", "lena@example.se"),
        (f"vc{EN_DASH}x@example.se", f"vc{EN_DASH}x@example.se"),
    ],
)
def test_an_address_stays_as_typed_but_for_its_domain(text: str, address: str) -> None:
    assert normal_email(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lena",
        "lena@",
        "lena@example",
        "@example.se",
        "lena@@example.se",
        "lena@example.se, karin@example.se",
        "Lena <lena@example.se>",
        "lena p@example.se",
        "lena@example..se",
        "mailto:",
    ],
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert normal_email(text) is None
    assert not email_needs_smtputf8(text)


def test_only_letters_beyond_ascii_before_the_at_sign_need_smtputf8() -> None:
    assert email_needs_smtputf8("vc-åseda@kronoberg.se")
    assert not email_needs_smtputf8("vc-aseda@kronoberg.se")
    assert not email_needs_smtputf8("lena@åseda.se")


# -- postal codes


@pytest.mark.parametrize(
    "text", ["35231", "352 31", f"352{NBSP}31", "SE-352 31", "S-35231", "se 352 31"]
)
def test_a_postal_code_is_three_digits_and_two(text: str) -> None:
    assert normal_postal_code(text) == "352 31"


@pytest.mark.parametrize(
    "text", ["", "3523", "352 311", "052 31", "DK-35231", "352 31 Växjö", "35 231"]
)
def test_what_is_no_postal_code_is_none(text: str) -> None:
    assert normal_postal_code(text) is None


# -- all of them


@pytest.mark.parametrize("normal", NORMALISERS)
@given(text=typed)
def test_normalising_never_fails_and_twice_changes_nothing(
    normal: Callable[[str], str | None], text: str
) -> None:
    once = normal(text)
    assert once is None or normal(once) == once


@given(text=typed)
def test_nothing_typed_makes_a_reader_fail(text: str) -> None:
    read_date(text)
    read_time(text)
    email_needs_smtputf8(text)


@pytest.mark.parametrize("name", ["text", "dates", "contact", "identity"])
def test_importing_a_module_loads_no_heavy_library(name: str) -> None:
    source = inspect.getsource(import_module(f"formsvc.formkit.{name}"))
    at_import = re.findall(r"^(?:import|from) (\w+)", source, re.MULTILINE)
    assert "re" in at_import
    assert not {"phonenumbers", "email_validator", "stdnum"} & set(at_import)
