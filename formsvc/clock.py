"""The clock, in one place, so that tests can stand still."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """Return the time now, in Swedish time."""
    return datetime.now(SWEDEN)


def today() -> date:
    """Return today's date in Sweden."""
    return now().date()
