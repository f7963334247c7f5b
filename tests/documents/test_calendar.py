"""The calendar file: the right moment, the right place, and no name of the child."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from changes import changed
from icalendar import Calendar
from made import made

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import RefusedError
from formsvc.forms import KINDS


def calendar(kind: str, changes: dict[str, Any]) -> Calendar:
    """Return the calendar of a kind's example with changes, as icalendar reads it."""
    taken = pipeline.take_in(KINDS[kind], changed(KINDS[kind], changes))
    read = Calendar.from_ical(pipeline.render(taken, Format.ICS).content)
    assert isinstance(read, Calendar)
    return read


def event(kind: str, **changes: Any) -> Any:
    """Return the one event; `meeting__date` stands for the field `meeting-date`."""
    named = {key.replace("__", "-"): value for key, value in changes.items()}
    (found,) = calendar(kind, named).events
    return found


def test_the_invitation_gives_its_meeting() -> None:
    meeting = event("invitation")

    assert meeting.start == datetime(2026, 12, 15, 12, tzinfo=UTC)
    assert meeting.end == datetime(2026, 12, 15, 13, tzinfo=UTC)
    assert meeting["location"] == "BVC Exempel, Exempelvägen 1, Växjö"
    assert "Karin Provman" in meeting["description"]
    assert meeting["status"] == "CONFIRMED"


def test_the_plan_gives_its_follow_up() -> None:
    meeting = event("plan")

    assert meeting.start == datetime(2027, 3, 2, 12, tzinfo=UTC)
    assert meeting.end == datetime(2027, 3, 2, 13, tzinfo=UTC)
    assert meeting["location"] == "BVC Exempel"


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        ("2027-03-27", 12),
        ("2027-03-28", 11),
        ("2027-07-01", 11),
        ("2027-10-30", 11),
        ("2027-10-31", 12),
        ("2027-01-01", 12),
        ("2027-12-31", 12),
    ],
)
def test_the_moment_is_right_when_the_clocks_change(day: str, hour: int) -> None:
    read = calendar("invitation", {"meeting-date": day})

    moment = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    meeting: Any = read.events[0]
    assert meeting.start == moment.replace(hour=hour)
    assert meeting.end - meeting.start == timedelta(hours=1)
    (zone,) = read.timezones
    assert meeting.start.replace(tzinfo=zone.to_tz(lookup_tzid=False)) == meeting.start


@pytest.mark.parametrize("end", ["", "13:00", "12:00", "vet inte"])
def test_a_meeting_without_a_right_end_takes_an_hour(end: str) -> None:
    meeting = event("invitation", meeting__end=end)

    assert meeting.end - meeting.start == timedelta(hours=1)


@pytest.mark.parametrize("start", ["", "någon gång"])
def test_a_meeting_without_a_time_takes_the_whole_day(start: str) -> None:
    meeting = event("invitation", meeting__start=start)

    assert meeting.start == date(2026, 12, 15)
    assert meeting.end == date(2026, 12, 16)
    assert meeting["dtstart"].params["value"] == "DATE"


def test_a_meeting_that_is_called_off_says_so() -> None:
    read = calendar("invitation", {"cancelled": True})

    (meeting,) = read.events
    assert read["method"] == "CANCEL"
    assert meeting["status"] == "CANCELLED"
    assert meeting["sequence"] == 1
    assert meeting["uid"] == event("invitation")["uid"]


def test_the_link_is_there_when_the_meeting_has_no_place() -> None:
    meeting = event(
        "invitation", meeting__place="", meeting__link="https://example.se/möte"
    )

    assert meeting["location"] == "https://example.se/möte"


def test_the_link_is_there_beside_the_place() -> None:
    meeting = event("invitation", meeting__link="https://example.se/möte")

    assert meeting["location"] == "BVC Exempel, Exempelvägen 1, Växjö"
    assert "https://example.se/möte" in meeting["description"]


def test_text_with_signs_of_its_own_comes_back_as_it_was() -> None:
    place = "Rum 1; våning 2, \\ ”Eken” 🙂 BEGIN:VEVENT " + "å" * 100

    meeting = event("invitation", meeting__place=place)

    assert meeting["location"] == place


@pytest.mark.parametrize("kind", ["invitation", "plan"])
def test_no_name_of_the_family_and_no_number_is_in_it(kind: str) -> None:
    text = made(kind, "example", Format.ICS).content.decode().replace("\r\n ", "")

    secret = ("Åsa", "Testberg", "Provdotter", "20220101", "2396", "Språk", "trygghet")
    assert [one for one in secret if one.lower() in text.lower()] == []


def test_the_same_meeting_has_the_same_name_and_another_one_another() -> None:
    assert event("invitation")["uid"] == event("invitation")["uid"]
    assert event("invitation")["uid"] != event("invitation", meeting__start="9")["uid"]


@pytest.mark.parametrize("kind", ["invitation", "plan"])
def test_it_follows_the_standard_that_calendars_read(kind: str) -> None:
    content = made(kind, "example", Format.ICS).content

    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    read: Any = Calendar.from_ical(content)
    assert read["version"] == "2.0"
    assert read.events[0].stamp.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("invitation", "meeting-date", ""),
        ("invitation", "meeting-date", "på tisdag"),
        ("invitation", "meeting-date", "2026-02-30"),
        ("plan", "follow_up-date", ""),
        ("plan", "follow_up-date", "till våren"),
    ],
)
def test_without_a_date_it_is_refused(kind: str, field: str, value: str) -> None:
    with pytest.raises(RefusedError, match="inget möte med datum"):
        calendar(kind, {field: value})


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31"])
def test_the_outermost_days_are_taken(day: str) -> None:
    assert event("invitation", meeting__date=day).start.date().isoformat() == day


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("invitation", "Bjuder in: Karin Provman, 0470-58 00 00\nPlats: se kallelsen"),
        ("plan", "Plats: se planen"),
    ],
)
def test_no_place_or_service_is_told_when_someone_lives_in_hiding(
    kind: str, told: str
) -> None:
    hiding = event(kind, child__protected_identity="secrecy_mark", child__setting="")

    assert "location" not in hiding
    assert "organizer" not in hiding
    assert hiding["description"] == told
