"""An iCalendar file (RFC 5545, RFC 5546) as Outlook, Google and others read it.

The library is imported where it is used: it is slow to load, and most commands need it
not.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from formsvc import clock
from formsvc.i18n import _

if TYPE_CHECKING:
    from icalendar import Calendar, Event, vCalAddress

ZONE = """\
BEGIN:VTIMEZONE
TZID:{zone}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""When the clocks change in Sweden, since 1996. As rules: Outlook does not read a list
of days, and takes the zone for another (github.com/iCalcreator/iCalcreator, issue 86).
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar shows, and when. `start` and `end` are days or times.

    An entry with the same `uid` and a higher `sequence` takes the place of the one
    before; with the same, the later `moment` does (RFC 5546, 2.1.5). `organizer` is a
    name and an e-mail address.
    """

    uid: str
    sequence: int
    moment: datetime
    start: date | datetime
    end: date | datetime
    summary: str
    place: str
    description: str
    organizer: tuple[str, str] | None = None
    cancelled: bool = False


def written(entry: Entry) -> bytes:
    """Return the file with one entry.

    It is published and not requested: nobody answers to it. Not every calendar takes
    an entry away by itself, so that a cancelled one says what it is.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//formsvc//Kronobarnsmodellen//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if entry.cancelled else "PUBLISH")
    if isinstance(entry.start, datetime):
        _add_zone(calendar)
    calendar.add_component(_event(entry))
    content: bytes = calendar.to_ical()
    return content


def _add_zone(calendar: "Calendar") -> None:
    from icalendar import Timezone

    zone = Timezone.from_ical(ZONE.format(zone=clock.SWEDEN.key))
    assert isinstance(zone, Timezone)
    calendar.add_component(zone)


def _event(entry: Entry) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.moment)
    event.add("last-modified", entry.moment)
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", _summary(entry))
    for key, text in (("location", entry.place), ("description", entry.description)):
        if text:
            event.add(key, text)
    if entry.organizer:
        event.add("organizer", _organizer(*entry.organizer))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    # Others who see the calendar of whoever is invited see that the time is taken.
    event.add("class", "PRIVATE")
    free = entry.cancelled or not isinstance(entry.start, datetime)
    event.add("transp", "TRANSPARENT" if free else "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", "FREE" if free else "BUSY")
    return event


def _summary(entry: Entry) -> str:
    if entry.cancelled:
        return _("Inställt: {summary}").format(summary=entry.summary)
    return entry.summary


def _organizer(name: str, email: str) -> "vCalAddress":
    from icalendar import vCalAddress, vText

    organizer = vCalAddress(f"mailto:{email}")
    if name:
        organizer.params["CN"] = vText(name)
    return organizer
