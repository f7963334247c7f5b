"""Rules on the letter: its date, whom it is about, its purpose and its consent."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import HANDBOOK, MODEL, SECRECY_CONSENT, SIP_SUPPORT


def _purpose_missing(facts: Facts) -> Iterator[Hit]:
    if not facts["purpose"]:
        yield at(facts, "purpose")


def _letter_undated(facts: Facts) -> Iterator[Hit]:
    if not facts["letter_date"]:
        yield at(facts, "letter_date")


def _nobody_concerned(facts: Facts) -> Iterator[Hit]:
    named = [who for who in ("child", "subject") if facts.group(who)["name"]]
    if facts["meeting_type"] == "sip" and not named:
        yield at(facts, "subject", "name")
    if facts["meeting_type"] != "sip" and "child" not in named:
        yield at(facts, "child", "name")


def _consent_taker_unnamed(facts: Facts) -> Iterator[Hit]:
    if not facts.group("consent")["received_by"]:
        yield at(facts, "consent", "received_by")


LETTER_RULES = (
    Rule(
        "invitation.letter_date",
        Severity.ERROR,
        _letter_undated,
        _("Brevets datum saknas."),
        _("Skriv den dag då brevet skickas."),
        MODEL,
    ),
    Rule(
        "invitation.person",
        Severity.ERROR,
        _nobody_concerned,
        _("Det framgår inte vem mötet gäller."),
        _("Skriv barnets namn, eller den gravidas när mötet är en SIP."),
        HANDBOOK,
    ),
    Rule(
        "invitation.consent.received_by",
        Severity.ERROR,
        _consent_taker_unnamed,
        _("Det framgår inte vem som tog emot samtycket."),
        _("Skriv namnet på den som tog emot det."),
        SECRECY_CONSENT,
    ),
    Rule(
        "invitation.purpose",
        Severity.ERROR,
        _purpose_missing,
        _("Mötets syfte saknas."),
        _("Skriv vad mötet ska leda till, så att rätt personer kommer förberedda."),
        SIP_SUPPORT,
    ),
)
