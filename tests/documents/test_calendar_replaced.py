"""A calendar follows its meeting: a new version takes the place of the one before.

What is read here is read by others: ical.js as Thunderbird does, and vobject.
"""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import needed
import pytest
import vobject
from changes import INVITATION, changed
from made import made
from stamped import FIRST, REFERENCE, Case, seal_of, stamp_of

from formsvc import pipeline
from formsvc.clock import SWEDEN
from formsvc.document import Format
from formsvc.formkit.data import Data
from formsvc.forms import KINDS
from formsvc.sealing import digest_of
from formsvc.stamp import Continued

UID = f"in-{REFERENCE.lower()}@formsvc"
MOVED = {"meeting-date": "2027-01-19", "meeting-place": "Exempelskolan"}


def issued(version: int, *, again: str = "", elsewhere: str = "", **more: Any) -> bytes:
    """Return the calendar of a version of the invitation, stamped in month `version`.

    `again` is written after it was stamped; `elsewhere` is the reference of a document
    of another installation that it continues.
    """
    data = pipeline.take_in(INVITATION, changed(INVITATION, more)).data
    continued = Continued(elsewhere, version - 1, "annan.example.se")
    case = Case(
        "invitation",
        stamp=(
            ("version", version),
            ("supersedes", version - 1 or None),
            ("stamped_at", datetime(2026, version, 3, 9, tzinfo=SWEDEN)),
            ("digest", digest_of(data)),
            ("continues", continued if elsewhere else None),
        ),
    )
    written: Data = {**data, "stamp": stamp_of(case).as_json()}
    if again:
        written["purpose"] = again
    taken = pipeline.take_in(INVITATION, written)
    return pipeline.render(taken, Format.ICS, seal=seal_of(case)).content


@dataclass
class Shelf:
    """A calendar as RFC 5546 wants it (2.1.5): by UID, then SEQUENCE, then DTSTAMP.

    What was cancelled stays away, so that a file that comes late changes nothing.
    """

    entries: dict[str, tuple[tuple[int, datetime], Any]]

    def take(self, content: bytes) -> None:
        """Take a file that somebody opens."""
        calendar: Any = vobject.readOne(content.decode())
        event = calendar.vevent
        rank = (int(event.sequence.value), event.dtstamp.value)
        known = self.entries.get(event.uid.value)
        if known and known[0] >= rank:
            return
        shown = None if calendar.method.value == "CANCEL" else event
        self.entries[event.uid.value] = (rank, shown)

    @property
    def shown(self) -> list[str]:
        """When and where the meetings are that the calendar shows."""
        return [
            f"{event.dtstart.value:%Y-%m-%d %H:%M} {event.location.value}"
            for _rank, event in self.entries.values()
            if event is not None
        ]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf({})


FIRST_SHOWN = "2026-12-15 13:00 BVC Exempel, Exempelvägen 1, Växjö"
MOVED_SHOWN = "2027-01-19 13:00 Exempelskolan"


def test_a_moved_meeting_takes_the_place_of_the_first(shelf: Shelf) -> None:
    shelf.take(issued(1))
    assert shelf.shown == [FIRST_SHOWN]

    shelf.take(issued(2, **MOVED))

    assert shelf.shown == [MOVED_SHOWN]


def test_an_old_file_that_is_opened_late_changes_nothing(shelf: Shelf) -> None:
    shelf.take(issued(2, **MOVED))

    shelf.take(issued(1))

    assert shelf.shown == [MOVED_SHOWN]


def test_what_continues_a_document_of_elsewhere_takes_the_place_of_its_entry(
    shelf: Shelf,
) -> None:
    shelf.take(issued(2, elsewhere="IN-7F3K92QD4M", **MOVED))

    assert list(shelf.entries) == ["in-7f3k92qd4m@formsvc"]


def test_the_same_version_says_the_same_each_time() -> None:
    assert issued(2, **MOVED) == issued(2, **MOVED)


def test_a_meeting_that_is_called_off_goes_away_and_can_come_back(shelf: Shelf) -> None:
    shelf.take(issued(1))
    shelf.take(issued(2, cancelled=True))
    assert shelf.shown == []

    shelf.take(issued(3, **MOVED))

    assert shelf.shown == [MOVED_SHOWN]


def test_a_draft_comes_after_its_version_and_before_the_next() -> None:
    draft: Any = vobject.readOne(issued(1, again="Något nytt.").decode())

    assert draft.vevent.uid.value == UID
    assert draft.vevent.sequence.value == "1"
    following: Any = vobject.readOne(issued(2).decode())
    assert following.vevent.sequence.value == "1"


def test_what_was_never_stamped_is_called_off_by_a_first_version(shelf: Shelf) -> None:
    shelf.take(made("invitation", "example", Format.ICS).content)
    assert shelf.shown == [FIRST_SHOWN]

    shelf.take(issued(1, cancelled=True))

    assert shelf.shown == []


def test_a_plan_has_one_entry_for_its_next_meeting() -> None:
    case = Case("plan", stamp=FIRST)
    data = KINDS["plan"].example() | {"stamp": stamp_of(case).as_json()}
    taken = pipeline.take_in(KINDS["plan"], data)

    content = pipeline.render(taken, Format.ICS, seal=seal_of(case)).content

    event: Any = vobject.readOne(content.decode()).vevent
    assert event.uid.value == f"bp-{REFERENCE.lower()}@formsvc"
    assert event.sequence.value == "0"


def every() -> Iterator[tuple[str, bytes]]:
    """Yield one calendar of each sort."""
    yield "first", issued(1)
    yield "moved", issued(2, **MOVED)
    yield "cancelled", issued(2, cancelled=True)
    yield "whole day", issued(1, **{"meeting-start": "", "meeting-end": ""})
    yield "no sender", issued(1, **{"sender-email": "", "sender-name": ""})
    yield "odd signs", issued(1, **{"sender-name": 'A; "B", C\\D å', "meeting-end": ""})
    yield "summer", issued(1, **{"meeting-date": "2027-07-01"})
    yield "plan", made("plan", "example", Format.ICS).content


EVERY = pytest.mark.parametrize(("name", "content"), [*every()], ids=[*dict(every())])


@EVERY
def test_vobject_finds_all_that_must_be_there(name: str, content: bytes) -> None:
    calendar: Any = vobject.readOne(content.decode())

    assert calendar.validate(raiseException=True)
    assert calendar.vevent.validate(raiseException=True)
    assert name == "whole day" or len(calendar.vtimezone_list) == 1


def test_thunderbirds_parser_reads_them_strictly() -> None:
    needed.node_module("browser", "ical.js/package.json")
    done = subprocess.run(
        [needed.program("node", "nodejs"), "calendar_file.cjs"],
        cwd=needed.HERE / "browser",
        input=json.dumps({name: content.decode() for name, content in every()}),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    read = json.loads(done.stdout)

    assert [name for name, one in read.items() if one["problems"]] == []
    assert read["first"]["start"] == "2026-12-15T12:00:00.000Z"
    assert read["summer"]["end"] == "2027-07-01T12:00:00.000Z"
    assert read["cancelled"]["method"] == "CANCEL"
    assert read["cancelled"]["summary"] == "Inställt: Samverkansmöte"
    assert read["cancelled"]["sequence"] == 1
    assert read["first"]["organizer"] == "mailto:bvc-exempel@example.se"
    assert read["no sender"]["organizer"] is None
    assert {read[one]["uid"] for one in ("first", "moved", "cancelled")} == {UID}


def test_who_sees_the_calendar_of_another_sees_no_more_than_that_it_is_taken() -> None:
    event: Any = vobject.readOne(issued(1).decode()).vevent

    assert event.contents["class"][0].value == "PRIVATE"
    assert event.transp.value == "OPAQUE"


def test_a_whole_day_and_a_cancelled_meeting_leave_the_time_free() -> None:
    for more in ({"meeting-start": ""}, {"cancelled": True}):
        event: Any = vobject.readOne(issued(1, **more).decode()).vevent
        assert event.transp.value == "TRANSPARENT"
