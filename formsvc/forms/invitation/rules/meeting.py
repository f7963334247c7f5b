"""Rules on the meeting: when, where, how, and in good time."""

from collections.abc import Iterator
from datetime import timedelta

from formsvc.findings import Severity
from formsvc.formkit.dates import swedish_date
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import lacking
from formsvc.i18n import _
from formsvc.references import MODEL, SIP_SUPPORT

NOTICE = timedelta(days=21)
"""At least three weeks from letter to meeting (Från SIP till samverkansmöte)."""


def _meeting_incomplete(facts: Facts) -> Iterator[Hit]:
    meeting = facts.group("meeting")
    yield from lacking(meeting, "date", "start", "mode", start=_("klockslag"))
    if meeting["mode"] in ("in_person", "hybrid"):
        yield from lacking(meeting, "place")
    if meeting["mode"] in ("digital", "hybrid"):
        yield from lacking(meeting, "link")


def _ends_early(facts: Facts) -> Iterator[Hit]:
    meeting = facts.group("meeting")
    start, end = meeting.time("start"), meeting.time("end")
    if start and end and end <= start:
        yield at(meeting, "end")


def _days(number: int) -> str:
    return _("1 dag") if number == 1 else _("{number} dagar").format(number=number)


def _short_notice(facts: Facts) -> Iterator[Hit]:
    sent, meeting = facts.date("letter_date"), facts.group("meeting").date("date")
    if not sent or not meeting or facts["short_notice_reason"]:
        return
    if timedelta(0) <= meeting - sent < NOTICE:
        days = _days((meeting - sent).days)
        earliest = swedish_date(sent + NOTICE)
        yield at(facts, "short_notice_reason", days=days, earliest=earliest)


def _meeting_passed(facts: Facts) -> Iterator[Hit]:
    sent, meeting = facts.date("letter_date"), facts.group("meeting").date("date")
    if sent and meeting and meeting < sent:
        yield at(facts, "meeting", "date")


def _reply_late(facts: Facts) -> Iterator[Hit]:
    reply, meeting = facts.date("reply_by"), facts.group("meeting").date("date")
    if reply and meeting and reply > meeting:
        yield at(facts, "reply_by")


MEETING_RULES = (
    Rule(
        "invitation.meeting",
        Severity.ERROR,
        _meeting_incomplete,
        _("Mötet saknar {what}."),
        _("Fyll i dag, tid och mötesform, och plats eller länk."),
        SIP_SUPPORT,
    ),
    Rule(
        "invitation.meeting.end",
        Severity.ERROR,
        _ends_early,
        _("Mötets slut är inte efter dess början."),
        _("Rätta något av klockslagen."),
        MODEL,
    ),
    Rule(
        "invitation.meeting.passed",
        Severity.ERROR,
        _meeting_passed,
        _("Mötet är före brevets datum."),
        _("Rätta något av datumen."),
        MODEL,
    ),
    Rule(
        "invitation.notice",
        Severity.WARNING,
        _short_notice,
        _("Det är {days} från brevet till mötet, mindre än tre veckor."),
        _("Välj {earliest} eller senare, eller skriv varför och vem som har sagt ja."),
        SIP_SUPPORT,
    ),
    Rule(
        "invitation.reply_by",
        Severity.WARNING,
        _reply_late,
        _("Sista dagen att svara är efter mötet."),
        _("Välj en dag före mötet."),
        SIP_SUPPORT,
    ),
)
