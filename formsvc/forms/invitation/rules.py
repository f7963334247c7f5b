"""The rules of an invitation: one table, each row a small function and its words."""

from collections.abc import Iterator
from datetime import date, timedelta

from formsvc.findings import Severity
from formsvc.formkit.dates import swedish_date
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import (
    BIRTH_DATE_DIFFERS,
    CONSENT_RULES,
    PROTECTED_EXPOSED,
    birth_date,
)
from formsvc.i18n import _
from formsvc.references import (
    ADULT,
    FAQ,
    HANDBOOK,
    HEALTH_CARE,
    MODEL,
    PROTECTED,
    SECRECY_CONSENT,
    SIP_SUPPORT,
)

NOTICE = timedelta(days=21)
"""At least three weeks from letter to meeting (Från SIP till samverkansmöte)."""

ADULT_AGE = 18
"""Years (FB 9 kap. 1 §)."""

FAMILY = ("guardian", "child")
NEVER_BY_LINK = ("preschool", "school")


def _purpose_missing(facts: Facts) -> Iterator[Hit]:
    if not facts["purpose"]:
        yield at(facts, "purpose")


def _letter_undated(facts: Facts) -> Iterator[Hit]:
    if not facts["letter_date"]:
        yield at(facts, "letter_date")


def _nobody_concerned(facts: Facts) -> Iterator[Hit]:
    person = "subject" if _is_sip(facts) else "child"
    if not facts.group("child")["name"] and not facts.group("subject")["name"]:
        yield at(facts, person, "name")


def _is_sip(facts: Facts) -> bool:
    return facts["meeting_type"] == "sip"


def _no_recipient(facts: Facts) -> Iterator[Hit]:
    if not facts.rows("recipients"):
        yield at(facts, "recipients")


def _no_guardian(facts: Facts) -> Iterator[Hit]:
    kinds = {row["kind"] for row in facts.rows("recipients")}
    adult_pupil = "child" in kinds and _is_adult(facts)
    if kinds and "guardian" not in kinds and not adult_pupil and not _is_sip(facts):
        yield at(facts, "recipients")


def _is_adult(facts: Facts) -> bool:
    born = birth_date(facts.group("child"))
    meeting = facts.group("meeting").date("date")
    return bool(born and meeting and _years(born, meeting) >= ADULT_AGE)


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _recipient_incomplete(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        for key in ("kind", "channel"):
            if not row[key]:
                yield at(row, key)
        if row["kind"] in FAMILY and not row["attention"]:
            yield at(row, "attention")
        if row["kind"] not in FAMILY and not (row["organisation"] or row["unit"]):
            yield at(row, "organisation")


def _not_covered(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        if row["kind"] not in FAMILY and not row.flag("consent_covers"):
            yield at(row, "consent_covers")


def _school_by_link(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        if row["kind"] in NEVER_BY_LINK and row["channel"] == "link":
            yield at(row, "channel")


def _protected(row: Facts) -> bool:
    return row["protected_identity"] not in ("", "none")


def _address_missing(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        if row["channel"] == "post" and not _protected(row):
            for key in ("address", "postal_code", "town"):
                if not row[key]:
                    yield at(row, key)


def _protected_by_post(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        if _protected(row) and row["channel"] in ("post", "link"):
            yield at(row, "channel")


def _meeting_incomplete(facts: Facts) -> Iterator[Hit]:
    meeting = facts.group("meeting")
    for key in ("date", "start", "mode"):
        if not meeting[key]:
            yield at(meeting, key)
    if meeting["mode"] in ("in_person", "hybrid") and not meeting["place"]:
        yield at(meeting, "place")
    if meeting["mode"] in ("digital", "hybrid") and not meeting["link"]:
        yield at(meeting, "link")


def _ends_early(facts: Facts) -> Iterator[Hit]:
    meeting = facts.group("meeting")
    start, end = meeting.time("start"), meeting.time("end")
    if start and end and end <= start:
        yield at(meeting, "end")


def _short_notice(facts: Facts) -> Iterator[Hit]:
    sent, meeting = facts.date("letter_date"), facts.group("meeting").date("date")
    if not sent or not meeting or facts["short_notice_reason"]:
        return
    if timedelta(0) <= meeting - sent < NOTICE:
        days = str((meeting - sent).days)
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


def _consent_taker_unnamed(facts: Facts) -> Iterator[Hit]:
    if not facts.group("consent")["received_by"]:
        yield at(facts, "consent", "received_by")


ERROR, WARNING = Severity.ERROR, Severity.WARNING

RULES = (
    Rule(
        "invitation.letter_date",
        ERROR,
        _letter_undated,
        _("Brevets datum saknas."),
        _("Skriv den dag då brevet skickas."),
        MODEL,
    ),
    Rule(
        "invitation.person",
        ERROR,
        _nobody_concerned,
        _("Det framgår inte vem mötet gäller."),
        _("Skriv barnets namn, eller den gravidas när mötet är en SIP."),
        HANDBOOK,
    ),
    BIRTH_DATE_DIFFERS,
    PROTECTED_EXPOSED,
    *CONSENT_RULES,
    Rule(
        "invitation.consent.received_by",
        ERROR,
        _consent_taker_unnamed,
        _("Det framgår inte vem som tog emot samtycket."),
        _("Skriv namnet på den som tog emot det."),
        SECRECY_CONSENT,
    ),
    Rule(
        "invitation.purpose",
        ERROR,
        _purpose_missing,
        _("Mötets syfte saknas."),
        _("Skriv vad mötet ska leda till, så att rätt personer kommer förberedda."),
        SIP_SUPPORT,
    ),
    Rule(
        "invitation.meeting",
        ERROR,
        _meeting_incomplete,
        _("Det framgår inte när, var eller hur mötet hålls."),
        _("Fyll i dag, tid och mötesform, och plats eller länk."),
        SIP_SUPPORT,
    ),
    Rule(
        "invitation.meeting.end",
        ERROR,
        _ends_early,
        _("Mötet slutar innan det har börjat."),
        _("Rätta något av klockslagen."),
        MODEL,
    ),
    Rule(
        "invitation.meeting.passed",
        ERROR,
        _meeting_passed,
        _("Mötet är före brevets datum."),
        _("Rätta något av datumen."),
        MODEL,
    ),
    Rule(
        "invitation.notice",
        WARNING,
        _short_notice,
        _("Det är {days} dagar från brevet till mötet, mindre än tre veckor."),
        _("Välj {earliest} eller senare, eller skriv varför och vem som har sagt ja."),
        SIP_SUPPORT,
    ),
    Rule(
        "invitation.recipients",
        ERROR,
        _no_recipient,
        _("Ingen är inbjuden."),
        _("Lägg till vårdnadshavarna och minst en verksamhet."),
        HANDBOOK,
    ),
    Rule(
        "invitation.guardian",
        ERROR,
        _no_guardian,
        _("Ingen vårdnadshavare är inbjuden."),
        _("Lägg till minst en vårdnadshavare, eller barnet om det är myndigt."),
        f"{HANDBOOK}; {ADULT}",
    ),
    Rule(
        "invitation.recipient",
        ERROR,
        _recipient_incomplete,
        _("Mottagaren är inte komplett."),
        _("Fyll i slag och sändväg, och namn eller verksamhet."),
        FAQ,
    ),
    Rule(
        "invitation.recipient.consent",
        ERROR,
        _not_covered,
        _("Samtycket omfattar inte den här mottagaren."),
        _("Be om ett nytt samtycke, eller ta bort mottagaren."),
        SECRECY_CONSENT,
    ),
    Rule(
        "invitation.recipient.link",
        ERROR,
        _school_by_link,
        _("Förskolor och skolor läser inte Link."),
        _("Skicka inbjudan med vanlig post, eller lämna den personligen."),
        HEALTH_CARE,
    ),
    Rule(
        "invitation.recipient.address",
        ERROR,
        _address_missing,
        _("Adressen är inte komplett, och brevet skulle inte komma fram."),
        _("Fyll i gata eller box, postnummer och ort."),
        MODEL,
    ),
    Rule(
        "invitation.recipient.protected",
        ERROR,
        _protected_by_post,
        _("Mottagaren har skyddade personuppgifter och får inget brev till en adress."),
        _("Välj ”Lämnas personligen”."),
        PROTECTED,
    ),
    Rule(
        "invitation.reply_by",
        WARNING,
        _reply_late,
        _("Svaret ska komma först efter mötet."),
        _("Välj en dag före mötet."),
        SIP_SUPPORT,
    ),
)
