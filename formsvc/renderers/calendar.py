"""The calendar file: the invitation's meeting, or the plan's follow-up.

A calendar is shared with others than those who may know, so that it holds no name of
the child and nothing of what the meeting is about. When someone in the document lives
in hiding, it names no place and no service either: those stand in the letter.

A stamped document has one entry for each reference: the next version takes the place of
the one before. A moved invitation moves its entry, and a plan has one for the next
meeting, which goes on to the one after it.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from formsvc import clock
from formsvc.document import Document
from formsvc.errors import RefusedError
from formsvc.formkit.contact import normal_email
from formsvc.formkit.dates import read_date, read_time
from formsvc.formkit.facts import Facts
from formsvc.formkit.kind import Kind
from formsvc.formkit.protection import Protected
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers import version_words
from formsvc.renderers.headings import heading

USUAL_LENGTH = timedelta(hours=1)
"""How long a meeting is put down for when its end is not written."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a calendar shows of a meeting. A day without a time is a whole day.

    `convener` and `email` are those of who invites, empty when they are not known.
    """

    day: date
    start: time | None
    end: time | None
    place: str
    summary: str
    description: str
    cancelled: bool = False
    convener: str = ""
    email: str = ""

    @property
    def uid(self) -> str:
        """A name that is the same each time for the same meeting, and tells nothing."""
        facts = f"{self.summary}|{self.day}|{self.start}|{self.place}"
        return hashlib.sha256(facts.encode("utf-8")).hexdigest()[:32] + "@formsvc"


class Edition(NamedTuple):
    """Which entry a calendar is to replace: see `calendar_file.Entry`."""

    uid: str
    sequence: int
    moment: datetime


def render_calendar(kind: Kind, document: Document, _profile: Profile) -> bytes:
    """Return an iCalendar file with one event.

    Raises `RefusedError` when the document has no meeting with a date.
    """
    from formsvc.renderers.calendar_file import Entry, written

    event = meeting_of(kind, document)
    if event is None:
        raise RefusedError(
            _("Dokumentet har inget möte med datum, så en kalenderfil kan inte göras.")
        )
    edition, (start, end) = edition_of(event, document), _span(event)
    return written(
        Entry(
            *edition,
            start=start,
            end=end,
            summary=event.summary,
            place=event.place,
            description=event.description,
            organizer=(event.convener, event.email) if event.email else None,
            cancelled=event.cancelled,
        )
    )


def edition_of(event: Event, document: Document) -> Edition:
    """Return what tells an entry from the one that it takes the place of.

    Versions count from 1 and entries from 0. A draft comes between the version that it
    goes on from and the next one, which is stamped later and has the same number. What
    was never stamped before it was cancelled takes away the entry of an unstamped one.
    One that continues a document of another installation takes its entry's place.
    """
    stamp = version_words.origin(document.checked)
    whole = document.stamp is not None
    if stamp is None or (event.cancelled and whole and stamp.version == 1):
        return Edition(event.uid, int(event.cancelled), clock.now())
    first = stamp.continues.reference if stamp.continues else stamp.reference
    uid = f"{first.lower()}@formsvc"
    if whole:
        return Edition(uid, stamp.version - 1, stamp.stamped_at)
    return Edition(uid, stamp.version, clock.now())


def meeting_of(kind: Kind, document: Document) -> Event | None:
    """Return the meeting to put in a calendar, or nothing when it has no date."""
    hides = Protected(Facts(kind.form(data=document.data))).anyone
    follow_up = document.data.get("follow_up")
    if follow_up is not None:
        return _follow_up(follow_up, hides=hides)
    return _meeting(document, heading(kind, document.data), hides=hides)


def _follow_up(data: dict[str, str], *, hides: bool) -> Event | None:
    day = read_date(data["date"])
    if day is None:
        return None
    return Event(
        day=day,
        start=read_time(data["time"]),
        end=None,
        place="" if hides else data["place"],
        summary=_("Uppföljningsmöte"),
        description=_("Plats: se planen") if hides else _invites(data["convened_by"]),
    )


def _invites(who: str) -> str:
    return _("Bjuder in: {who}").format(who=who) if who else ""


def _meeting(document: Document, title: str, *, hides: bool) -> Event | None:
    meeting, sender = document.data["meeting"], document.data["sender"]
    day = read_date(meeting["date"])
    if day is None:
        return None
    return Event(
        day=day,
        start=read_time(meeting["start"]),
        end=read_time(meeting["end"]),
        place="" if hides else meeting["place"] or meeting["link"],
        summary=_("SIP-möte") if "SIP" in title else _("Samverkansmöte"),
        description=_description(document, hides=hides),
        cancelled=bool(document.data["cancelled"]),
        convener=sender["name"] or sender["unit"],
        email="" if hides else _address(sender["email"]),
    )


def _description(document: Document, *, hides: bool) -> str:
    sender, meeting = document.data["sender"], document.data["meeting"]
    service = () if hides else ("organisation", "unit")
    who = ", ".join(filter(None, map(sender.get, ("name", *service, "phone"))))
    lines = [
        _("Mötet är inställt.") if document.data["cancelled"] else "",
        version_words.replaces(document.checked),
        _invites(who),
        _("Plats: se kallelsen") if hides and meeting["place"] else "",
        meeting["link"],
    ]
    return "\n".join(line for line in lines if line)


def _address(email: str) -> str:
    """Return an address that may stand in a link, else nothing."""
    address = normal_email(email) or ""
    return address if address.isascii() else ""


def _span(event: Event) -> tuple[date | datetime, date | datetime]:
    if event.start is None:
        return event.day, event.day + timedelta(days=1)
    start = datetime.combine(event.day, event.start, clock.SWEDEN)
    end = event.end and datetime.combine(event.day, event.end, clock.SWEDEN)
    return start, end if end and end > start else start + USUAL_LENGTH
