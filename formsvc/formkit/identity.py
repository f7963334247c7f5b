"""Reads identity numbers: personal, coordination and reserve numbers.

The rules are those of research/domain.md 5.5: personal numbers FOL (1991:481)
18 §, coordination numbers law 2022:1697 2 kap. 8 §, national reserve numbers
"Nationellt Reservidformat" (Inera), local ones Inera's list and the formats in
HL7 Sweden's base profiles. Kronoberg's own local format is not published.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from formsvc.formkit.text import clean_line, plain_line

_COORDINATION_DAY = 60  # what a coordination number adds to the day of birth
_PLUS_AGE = 100  # "+" is written from the year in which a person turns this old

_TWELVE_DIGITS = re.compile(
    r"(?P<year>(?:18|19|20|21)[0-9]{2})-?(?P<month>[0-9]{2})-?(?P<day>[0-9]{2})"
    r"[-+]?(?P<serial>[0-9]{3})(?P<check>[0-9])"
)
_TEN_DIGITS = re.compile(
    r"(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?P<sign>[-+]?)(?P<serial>[0-9]{3})(?P<check>[0-9])"
)

# XX YYMMDD NN G C. XX is the century of birth plus 3, 6, 9 ... 78, so 22, 25 ... 97
# for the 1900s and 23, 26 ... 98 for the 2000s; 18 to 21 are left to personal numbers.
_BIRTH_CENTURIES = {19 % 3: 19, 20 % 3: 20}
_RESERVE_LETTER = "[A-HJ-NPR-UX-Z]"  # not I O Q V W
_RESERVE_END = rf"{_RESERVE_LETTER}{{2}}(?:[0-9]|{_RESERVE_LETTER})[0-9]"
_NATIONAL_RESERVE = re.compile(
    r"(?P<century>2[2-9]|[3-8][0-9]|9[0-8])(?P<year>[0-9]{2})(?P<month>[0-9]{2})"
    rf"(?P<day>[0-9]{{2}}){_RESERVE_END}"
)
_NATIONAL_RESERVE_UNDATED = re.compile(
    rf"00[0-9]{{2}}[2-9][0-9][45][0-9]{_RESERVE_END}"
)

# Västra Götaland, birth date + K, M or X (the sex, or not known) + 3 digits;
# Värmland, birth date + two letters + digit + letter or digit.
_LOCAL_RESERVE_DATED = re.compile(
    r"(?P<year>(?:18|19|20|21)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:[KMX][0-9]{3}|[A-Z]{2}[0-9][A-Z0-9])"
)
# Stockholm, 99 + 10 digits; Inera and Halland, a day that no calendar has.
_LOCAL_RESERVE_DIGITS = re.compile(
    r"99[0-9]{10}"
    r"|(?:17|18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:3[2-9]|4[0-9]|5[0-9])[0-9]{4}"
)
_LOCAL_RESERVE_OTHER = re.compile(r"(?=.*[0-9])(?=.*[A-ZÅÄÖ])[0-9A-ZÅÄÖ-]{6,16}")


class IdentityKind(StrEnum):
    """What an identity number is; `UNKNOWN` also stands for no number at all."""

    PERSONAL = "personal"
    COORDINATION = "coordination"
    NATIONAL_RESERVE = "national_reserve"
    LOCAL_RESERVE = "local_reserve"
    WRONG_CHECKSUM = "wrong_checksum"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Identity:
    """An identity number that was read.

    `text` is its normal form: "20170101-2393" for personal and coordination
    numbers, right or mistyped, capitals without spaces for reserve numbers, as
    typed for what was not understood. `birth_date` is the date the number
    carries. It need not be the day of birth: a near day is used when the numbers
    of a day run out (FOL 18 § 3 st.), and a mistyped number may mistake the date.
    """

    text: str
    kind: IdentityKind
    birth_date: date | None


def read_identity(text: str, today: date) -> Identity:
    """Return the identity number in `text`; this never fails.

    Twelve digits, or ten whose century follows from "-" or "+" and `today`, with
    any dash or space between, are a personal or coordination number; a date not
    yet reached is no error here. Check digits of reserve numbers are not tested,
    and any other 6 to 16 letters and digits may be a local reserve number.
    """
    compact = plain_line(text).replace(" ", "").upper()
    found = _read_personal(compact, today) or _read_reserve(compact)
    return found or Identity(clean_line(text), IdentityKind.UNKNOWN, None)


def _read_personal(compact: str, today: date) -> Identity | None:
    """Return the personal or coordination number, None if the form is not theirs."""
    if found := _TWELVE_DIGITS.fullmatch(compact):
        year = int(found["year"])
    elif found := _TEN_DIGITS.fullmatch(compact):
        year = _full_year(found, today)
    else:
        return None
    day = int(found["day"])
    coordination = day > _COORDINATION_DAY
    if coordination:
        day -= _COORDINATION_DAY
    born = _real_date(year, int(found["month"]), day)
    if born is None or found["serial"] == "000":
        return None
    date_part = f"{year:04}{found['month']}{found['day']}"
    number = f"{date_part}-{found['serial']}{found['check']}"
    if not _has_right_check_digit(number):
        kind = IdentityKind.WRONG_CHECKSUM
    elif coordination:
        kind = IdentityKind.COORDINATION
    else:
        kind = IdentityKind.PERSONAL
    return Identity(number, kind, born)


def _full_year(found: re.Match[str], today: date) -> int:
    """Return the year of birth, with century, of a number of ten digits."""
    year = int(found["year"])
    if found["sign"] == "+":
        latest = today.year - _PLUS_AGE
        return latest - (latest - year) % 100
    year = today.year - (today.year - year) % 100
    day = int(found["day"])
    if day > _COORDINATION_DAY:
        day -= _COORDINATION_DAY
    in_future = (year, int(found["month"]), day) > (today.year, today.month, today.day)
    return year - 100 if in_future else year


def _has_right_check_digit(number: str) -> bool:
    """Say whether the last ten digits of "YYYYMMDD-NNNC" pass the Luhn test."""
    from stdnum import luhn

    return luhn.is_valid(number[2:].replace("-", ""))


def _read_reserve(compact: str) -> Identity | None:
    """Return the reserve number, None if it can be none."""
    bare = compact.replace("-", "")
    if found := _NATIONAL_RESERVE.fullmatch(bare):
        born = _national_reserve_date(found)
        if born is not None:
            return Identity(bare, IdentityKind.NATIONAL_RESERVE, born)
    if _NATIONAL_RESERVE_UNDATED.fullmatch(bare):
        return Identity(bare, IdentityKind.NATIONAL_RESERVE, None)
    if found := _LOCAL_RESERVE_DATED.fullmatch(bare):
        born = _real_date(int(found["year"]), int(found["month"]), int(found["day"]))
        return Identity(bare, IdentityKind.LOCAL_RESERVE, born)
    if _LOCAL_RESERVE_DIGITS.fullmatch(bare):
        return Identity(bare, IdentityKind.LOCAL_RESERVE, None)
    if _LOCAL_RESERVE_OTHER.fullmatch(compact):
        return Identity(compact, IdentityKind.LOCAL_RESERVE, None)
    return None


def _national_reserve_date(found: re.Match[str]) -> date | None:
    """Return the date of birth in a national reserve number, None if it has none."""
    century = _BIRTH_CENTURIES.get(int(found["century"]) % 3)
    if century is None:
        return None
    year = century * 100 + int(found["year"])
    return _real_date(year, int(found["month"]), int(found["day"]))


def _real_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
