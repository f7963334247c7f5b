"""Rules on when: the meeting, its follow-up, or the end of the collaboration."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import birth_date, lacking, meeting_day, occasion
from formsvc.i18n import _
from formsvc.references import FAQ, HANDBOOK, PROCESS


def _no_way_on(facts: Facts) -> Iterator[Hit]:
    if not facts.group("follow_up")["date"] and facts.group("closing").empty:
        yield at(facts, "follow_up", "date")


def _both_ways_on(facts: Facts) -> Iterator[Hit]:
    if not facts.group("follow_up").empty and not facts.group("closing").empty:
        yield at(facts, "closing", "date")


def _closing_incomplete(facts: Facts) -> Iterator[Hit]:
    closing = facts.group("closing")
    if not closing.empty:
        yield from lacking(closing, "date", "reason", date=_("datum"))


def _follow_up_early(facts: Facts) -> Iterator[Hit]:
    follow_up, meeting = facts.group("follow_up"), meeting_day(facts)
    day = follow_up.date("date")
    if day and meeting and day <= meeting:
        yield at(follow_up, "date", occasion=occasion(facts, meeting))


def _unborn(facts: Facts) -> Iterator[Hit]:
    born, meeting = birth_date(facts.group("child")), meeting_day(facts)
    if born and meeting and born > meeting:
        when = occasion(facts, meeting)
        yield at(facts, "child", "birth_date", occasion=when)


def _undated(facts: Facts) -> Iterator[Hit]:
    if not facts["established_on"]:
        yield at(facts, "established_on")


def _meeting_undated(facts: Facts) -> Iterator[Hit]:
    meeting = facts.group("meeting")
    if not meeting["date"] and meeting["type"] != "supplement":
        yield at(meeting, "date")


MEETING_RULES = (
    Rule(
        "plan.established_on",
        Severity.ERROR,
        _undated,
        _("Det framgår inte vilken dag planen är upprättad."),
        _("Skriv dagens datum, så att planerna går att lägga i ordning."),
        FAQ,
    ),
    Rule(
        "plan.unborn",
        Severity.ERROR,
        _unborn,
        _("Barnet är fött efter {occasion}, och kan då inte ha en plan."),
        _("Kalla i stället till ett SIP-möte för den gravida."),
        PROCESS,
    ),
    Rule(
        "plan.meeting.date",
        Severity.ERROR,
        _meeting_undated,
        _("Mötets datum saknas."),
        _("Skriv datumet, eller välj ”Ändring utan möte”."),
        FAQ,
    ),
    Rule(
        "plan.follow_up",
        Severity.ERROR,
        _no_way_on,
        _("Det finns varken ett uppföljningsmöte eller ett avslut."),
        _("Skriv datum för nästa möte, eller avsluta med datum och skäl."),
        FAQ,
    ),
    Rule(
        "plan.follow_up.and_closing",
        Severity.ERROR,
        _both_ways_on,
        _("Planen har både ett uppföljningsmöte och ett avslut."),
        _("Behåll det ena och töm det andra."),
        HANDBOOK,
    ),
    Rule(
        "plan.follow_up.date",
        Severity.ERROR,
        _follow_up_early,
        _("Uppföljningen är inte efter {occasion}."),
        _("Välj en senare dag."),
        FAQ,
    ),
    Rule(
        "plan.closing",
        Severity.ERROR,
        _closing_incomplete,
        _("Avslutet saknar {what}."),
        _("Skriv både datum och skäl."),
        HANDBOOK,
    ),
)
