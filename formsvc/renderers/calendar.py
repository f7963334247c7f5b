"""The calendar file: the invitation's meeting, or the plan's follow-up.

A calendar is shared with others than those who may know, so that it holds no name of
the child and nothing of what the meeting is about.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from formsvc import clock
from formsvc.document import Document
from formsvc.errors import RefusedError
from formsvc.formkit.dates import read_date, read_time
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers.headings import heading

USUAL_LENGTH = timedelta(hours=1)
"""How long a meeting is put down for when its end is not written."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a calendar shows of a meeting. A day without a time is a whole day."""

    day: date
    start: time | None
    end: time | None
    place: str
    summary: str
    description: str
    cancelled: bool = False

    @property
    def uid(self) -> str:
        """A name that is the same each time for the same meeting, and tells nothing."""
        facts = f"{self.summary}|{self.day}|{self.start}|{self.place}"
        return hashlib.sha256(facts.encode("utf-8")).hexdigest()[:32] + "@formsvc"


def render_calendar(kind: Kind, document: Document, _profile: Profile) -> bytes:
    """Return an iCalendar file with one event.

    Raises `RefusedError` when the document has no meeting with a date.
    """
    event = meeting_of(kind, document)
    if event is None:
        raise RefusedError(
            _("Dokumentet har inget möte med datum, så en kalenderfil kan inte göras.")
        )
    return _written(event)


def meeting_of(kind: Kind, document: Document) -> Event | None:
    """Return the meeting to put in a calendar, or nothing when it has no date."""
    follow_up = document.data.get("follow_up")
    if follow_up is not None:
        return _follow_up(follow_up)
    return _meeting(document.data, heading(kind, document.data))


def _follow_up(data: dict[str, str]) -> Event | None:
    day = read_date(data["date"])
    if day is None:
        return None
    return Event(
        day=day,
        start=read_time(data["time"]),
        end=None,
        place=data["place"],
        summary=_("Uppföljningsmöte"),
        description=_("Bjuder in: {who}").format(who=data["convened_by"])
        if data["convened_by"]
        else "",
    )


def _meeting(data: dict[str, dict[str, str]], title: str) -> Event | None:
    meeting = data["meeting"]
    day = read_date(meeting["date"])
    summary = _("SIP-möte") if "SIP" in title else _("Samverkansmöte")
    if day is None:
        return None
    return Event(
        day=day,
        start=read_time(meeting["start"]),
        end=read_time(meeting["end"]),
        place=meeting["place"] or meeting["link"],
        summary=summary,
        description=_description(data),
        cancelled=bool(data["cancelled"]),
    )


def _description(data: dict[str, dict[str, str]]) -> str:
    sender, link = data["sender"], data["meeting"]["link"]
    who = ", ".join(
        sender[key] for key in ("name", "organisation", "unit", "phone") if sender[key]
    )
    lines = [_("Bjuder in: {who}").format(who=who) if who else "", link]
    return "\n".join(line for line in lines if line)


def _written(event: Event) -> bytes:
    from icalendar import Calendar
    from icalendar import Event as CalendarEvent

    calendar = Calendar()
    calendar.add("prodid", "-//formsvc//Kronobarnsmodellen//SV")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    entry = CalendarEvent()
    entry.add("uid", event.uid)
    entry.add("dtstamp", clock.now())
    entry.add("summary", event.summary)
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    entry.add("sequence", 1 if event.cancelled else 0)
    for key, text in (("location", event.place), ("description", event.description)):
        if text:
            entry.add(key, text)
    start, end = _span(event)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    calendar.add_component(entry)
    year = event.day.year  # the zone's rules around the meeting, not since 1970
    calendar.add_missing_timezones(date(year, 1, 1), date(year + 1, 12, 31))
    content: bytes = calendar.to_ical()
    return content


def _span(event: Event) -> tuple[date | datetime, date | datetime]:
    if event.start is None:
        return event.day, event.day + timedelta(days=1)
    start = datetime.combine(event.day, event.start, clock.SWEDEN)
    end = event.end and datetime.combine(event.day, event.end, clock.SWEDEN)
    return start, end if end and end > start else start + USUAL_LENGTH
