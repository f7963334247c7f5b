"""Reads and writes dates and times as Swedes do.

In running text "15 december 2026" and "kl. 9.30", in data ISO 8601: the
recommendation of webbriktlinjer.se no. 66 (research/domain.md 5.10).
"""

import re
from datetime import date, datetime, time

from formsvc import clock
from formsvc.formkit.text import plain_line

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

FIRST_YEAR = 1900  # a year before or after is a slip of the finger
LAST_YEAR = 2200

THIS_CENTURY = 2000
_SHORT_YEAR = 2  # figures, in 15/12-26

_SHORTEST_WORD = 3  # three letters tell all months, and all weekdays, apart

# `plain_line` has left no white space but single spaces, and no dash but "-".
_YEAR = r"(?P<year>\d{4})"
_MONTH = r"(?P<month>\d{1,2})"
_DAY = r"(?P<day>\d{1,2})"
_DATE_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_YEAR} ?(?P<sign>[-/.]) ?{_MONTH} ?(?P=sign) ?{_DAY}",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_DAY} ?[-/.] ?{_MONTH} ?[-/. ] ?{_YEAR}",
        rf"{_DAY}/{_MONTH} ?- ?(?P<year>\d{{2}})",
        rf"{_DAY}(?::[ae])?[-. ]{{0,2}}(?P<month>[a-z]{{3,9}})[-., ]{{0,2}}{_YEAR}",
    )
)
_TIME = re.compile(
    r"(?:kl(?:\.|ockan)? ?)?"
    r"(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2})(?:[.:]00)?)?"
    r"|(?P<hour4>\d{2})(?P<minute4>\d{2}))",
    re.ASCII,
)


def read_date(text: str) -> date | None:
    """Return the date written in `text`, None if that is none or not sure.

    Understood are ISO 8601 (also with "/" or "." or nothing between), day before
    month in figures, and the month in words, with or without "den" and the
    weekday. The year has four digits and lies between 1900 and 2200; in 15/12-26, the
    short form that people write by hand, it has two and is of this century. Elsewhere
    two digits would be a guess. A weekday that is not that of the date is not noticed.
    """
    line = _without_weekday(plain_line(text).lower())
    for form in _DATE_FORMS:
        if found := form.fullmatch(line):
            return _real_date(found["year"], found["month"], found["day"])
    return None


def read_time(text: str) -> time | None:
    """Return the time of day written in `text`, None if that is none.

    Understood are 9:30, 9.30, 0930 and 13, with or without "kl."; seconds must be
    00, since no form asks for them. 24:00 is not a time.
    """
    found = _TIME.fullmatch(plain_line(text).lower())
    if found is None:
        return None
    hour = found["hour"] or found["hour4"]
    minute = found["minute"] or found["minute4"] or "0"
    try:
        return time(int(hour), int(minute))
    except ValueError:
        return None


def swedish_date(day: date, *, weekday: bool = False) -> str:
    """Return `day` as "15 december 2026", with `weekday` "tisdag 15 december 2026".

    Letters print the weekday with a meeting's date: it reveals a wrong date.
    """
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {written}" if weekday else written


def swedish_time(moment: time) -> str:
    """Return `moment` as "9.30" or "13.00": hours without zero, then a dot."""
    return f"{moment.hour}.{moment.minute:02}"


def swedish_moment(moment: datetime) -> str:
    """Return a time in Sweden as "15 december 2026 kl. 14.02"."""
    local = moment.astimezone(clock.SWEDEN)
    return f"{swedish_date(local.date())} kl. {swedish_time(local.time())}"


def swedish_period(start: time, end: time | None) -> str:
    """Return "kl. 9.30-15.00" with an en dash, or "kl. 9.30" without `end`."""
    until = "" if end is None else f"\N{EN DASH}{swedish_time(end)}"
    return f"kl. {swedish_time(start)}{until}"


def _without_weekday(line: str) -> str:
    """Return `line` without a weekday, or its abbreviation, and "den" in front."""
    first, _, rest = line.partition(" ")
    word = first.rstrip(".,")
    if len(word) >= _SHORTEST_WORD and any(
        f"{name}en".startswith(word) for name in WEEKDAYS
    ):
        line = rest
    return line.removeprefix("den ")


def _real_date(year: str, month: str, day: str) -> date | None:
    """Return the date of the three parts, None if the calendar has no such day."""
    number = int(month) if month.isdigit() else _month_number(month)
    whole_year = int(year) if len(year) > _SHORT_YEAR else THIS_CENTURY + int(year)
    if not FIRST_YEAR <= whole_year <= LAST_YEAR:
        return None
    try:
        return date(whole_year, number, int(day))
    except ValueError:
        return None


def _month_number(word: str) -> int:
    """Return 1 to 12 for a month's name or its beginning, 0 for any other word."""
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(word):
            return number
    return 0
