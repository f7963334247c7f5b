"""What an invitation says, in the words and pieces that letters are made of."""

import re
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from formsvc.areas import AREAS
from formsvc.formkit.data import Data
from formsvc.formkit.dates import read_date, read_time, swedish_date, swedish_period
from formsvc.formkit.facts import Facts
from formsvc.formkit.groups import Child
from formsvc.formkit.kind import Kind
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.shared_rules import ADULT_AGE, age_on
from formsvc.formkit.vocabularies import MEETING_MODES
from formsvc.glyphs import drawable
from formsvc.i18n import _
from formsvc.mailing.address import postal_line
from formsvc.mailing.naming import capital, first_name, service_name, shortened
from formsvc.renderers.letters import Panel

MOST_POINTS = 5
"""Services that are listed one below the other."""

MOST_TOLD = 15
"""Services that are told by name: with more, a letter does not stay one sheet."""

_AND: Final = re.compile(r"\s+(?:och|&)\s+|\s*[,/+]\s*")
"""Between two people on one row."""


class Told:
    """An invitation as one recipient may see it.

    `data` is normalised, `row` the recipient's own in it. `place_hidden` says that the
    meeting has a place which this recipient may not see, `some_hidden` that something
    else is hidden. `again` says that they have been invited to it before.
    """

    def __init__(
        self,
        kind: Kind,
        data: Data,
        row: Data,
        *,
        place_hidden: bool = False,
        some_hidden: bool = False,
        again: bool = False,
    ) -> None:
        """Read what is told; texts become what the packaged fonts can draw."""
        self._kind, self._data = kind, data
        drawn = _drawn(data)
        self.row: Data = _drawn(row)
        self.sender: Data = drawn["sender"]
        self.meeting: Data = drawn["meeting"]
        self.consent: Data = drawn["consent"]
        self.child: Data = drawn["child"]
        self.subject: Data = drawn["subject"]
        self.recipients: list[Data] = drawn["recipients"]
        self.text: Data = drawn
        self.place_hidden = place_hidden
        self.some_hidden = some_hidden
        self.again = again

    @property
    def is_sip(self) -> bool:
        """Whether the meeting is a SIP about a pregnant woman, not about a child."""
        return bool(self._data["meeting_type"] == "sip" and self.subject["name"])

    @property
    def about(self) -> Data:
        """Whom the meeting is about: name and identity number."""
        return self.subject if self.is_sip else self.child

    @property
    def first_name(self) -> str:
        """What the one whom the meeting is about is called among friends."""
        return first_name(self.about["name"])

    @property
    def is_to_the_one(self) -> bool:
        """Whether the recipient is the one whom the meeting is about."""
        if self.row["kind"] == "child" and not self.is_sip:
            return True
        return bool(_alike(self.row["attention"]) == _alike(self.about["name"]))

    @property
    def joint(self) -> tuple[str, ...]:
        """The first names of the guardians on the recipient's row, when two or more."""
        row = self.row
        if row["kind"] != "guardian":
            return ()
        names = _AND.split(row["attention"])
        firsts = tuple(name for name in map(first_name, names) if name)
        return firsts if len(firsts) > 1 else ()

    @cached_property
    def age(self) -> int | None:
        """The child's age at the meeting in years, nothing when it is not known."""
        day = read_date(self._data["meeting"]["date"])
        child = Facts(Child(data=self._data["child"]))
        return age_on(day, child) if day else None

    @property
    def day(self) -> str:
        """The meeting's day: `tisdag 15 december 2026`."""
        day = read_date(self.meeting["date"])
        return swedish_date(day, weekday=True) if day else self.meeting["date"]

    @property
    def time(self) -> str:
        """When it begins and ends: `kl. 13.00–14.00`, empty when it is not written."""
        start, end = (read_time(self.meeting[key]) for key in ("start", "end"))
        return swedish_period(start, end) if start else ""

    @property
    def when(self) -> str:
        """Day and time, in the middle of a sentence."""
        return " ".join(part for part in (self.day, self.time) if part)

    @property
    def panel(self) -> Panel:
        """When and where."""
        link = self.meeting["link"]
        helps = _("Fungerar inte länken? Ring {who}.").format(who=self.reach)
        return Panel(
            capital(self.day),
            self.time,
            self.where,
            self.reply_line,
            link,
            helps if link and self.sender["phone"] else "",
        )

    @property
    def panel_for_family(self) -> Panel:
        """When and where; that they are to answer is said less sternly."""
        return replace(self.panel, reply="")

    @property
    def speaks_to_child(self) -> bool:
        """Whether the letter is for a child, who is not grown up at the meeting."""
        grown = self.age is not None and self.age >= ADULT_AGE
        return self.row["kind"] == "child" and not self.is_sip and not grown

    @property
    def first_name_of_sender(self) -> str:
        """What the sender is called by a child."""
        return first_name(self.sender["name"])

    @property
    def leading(self) -> list[str]:
        """Who leads the meeting, and who writes in the plan, as sentences."""
        leads, writes = self.meeting["chaired_by"], self.meeting["note_taker"]
        if leads and leads == writes:
            return [_("{name} leder mötet och skriver i planen.").format(name=leads)]
        both = (
            (leads, _("{name} leder mötet.")),
            (writes, _("{name} skriver i planen.")),
        )
        return [words.format(name=name) for name, words in both if name]

    @property
    def attends_reason(self) -> str:
        """What the sender writes of how the child takes part, set off as theirs."""
        words = self.text["child_attends_reason"]
        return _("Mer om det: ”{words}”").format(words=words) if words else ""

    @property
    def where(self) -> tuple[str, ...]:
        """Where the meeting is; whom to ask when that is not told."""
        place = self.meeting["place"]
        if self.place_hidden:
            place = _("Fråga {who} om platsen").format(who=self.reach)
        mode = dict(MEETING_MODES).get(self.meeting["mode"], "")
        apart = mode if self.meeting["mode"] != "in_person" or not place else ""
        return tuple(line for line in (place, apart) if line)

    @property
    def reply_line(self) -> str:
        """By when to answer, empty when there is no such day."""
        by = self.date("reply_by")
        return _("Svara senast {day}").format(day=by) if by else ""

    def date(self, key: str, group: str = "") -> str:
        """Return a date in words: `8 december 2026`, as written when it is none."""
        written = (self.text[group] if group else self.text)[key]
        day = read_date(written)
        return swedish_date(day) if day else written

    @property
    def reach(self) -> str:
        """Whom to turn to, and how: `Karin Provman (0470-58 00 00)`."""
        name, way = self.sender["name"], self.sender["phone"] or self.sender["email"]
        return f"{name} ({way})" if name and way else name or way

    @property
    def signed(self) -> tuple[str, ...]:
        """Who has written: name, function and unit, and how to reach them."""
        sender = self.sender
        ways = " · ".join(part for part in (sender["phone"], sender["email"]) if part)
        where = ", ".join(part for part in (sender["role"], sender["unit"]) if part)
        lines = (sender["name"], where, ways)
        return tuple(line for line in lines if line)

    @property
    def returned_to(self) -> str:
        """Where a letter goes back to: the sender's address on one line."""
        address = (self.sender["address"], postal_line(self.sender))
        return ", ".join(part for part in address if part)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas of the wheel that the meeting is about, as they are called."""
        chosen = self._data["areas"]
        return tuple(area.name for area in AREAS if area.id in chosen)

    def invited_listed(
        self, *first: str, most: int = MOST_TOLD
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return `first` and the services, as paragraphs and points.

        Many are told in one paragraph, the first `most` of them by name.
        """
        names = shortened((*first, *self.invited), most)
        if len(names) > MOST_POINTS:
            return ("; ".join(names) + ".",), ()
        return (), names

    @property
    def invited(self) -> tuple[str, ...]:
        """The services that are invited, by name; by kind where that is not told."""
        rows = (row for row in self.recipients if row["kind"] not in FAMILY)
        return tuple(dict.fromkeys(service_name(row) for row in rows))


def _alike(name: str) -> str:
    return " ".join(name.split()).casefold()


def _drawn(value: Any) -> Any:
    """Return data whose texts are what documents draw."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, dict):
        return {key: _drawn(part) for key, part in value.items()}
    return [_drawn(part) for part in value] if isinstance(value, list) else value
