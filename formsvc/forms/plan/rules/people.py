"""Rules on people: the child is heard, and someone leads the collaboration."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.protection import Protected
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import unreachable
from formsvc.i18n import _
from formsvc.references import CHILD_HEARD, FAQ, HANDBOOK, SIP_LAW, SIP_SUPPORT


def _lead_missing(facts: Facts) -> Iterator[Hit]:
    yield from unreachable(facts.group("lead_professional"), "name", "organisation")


def _lead_principal_missing(facts: Facts) -> Iterator[Hit]:
    if not facts["lead_principal"]:
        yield at(facts, "lead_principal")


def _child_unheard(facts: Facts) -> Iterator[Hit]:
    if facts.group("child_voice").empty:
        yield at(facts, "child_voice", "participation")


def _protected_on_1177(facts: Facts) -> Iterator[Hit]:
    if facts["family_access"] == "1177" and facts.group("child") in Protected(facts):
        yield at(facts, "family_access")


PEOPLE_RULES = (
    Rule(
        "plan.family_access.protected",
        Severity.ERROR,
        _protected_on_1177,
        _("Barnet har skyddade personuppgifter, och då visas planen inte på 1177."),
        _("Välj ”På papper” och lämna planen personligen."),
        FAQ,
    ),
    Rule(
        "plan.child_voice",
        Severity.ERROR,
        _child_unheard,
        _("Det står inte vad barnet tycker."),
        _("Skriv barnets ord, eller hur barnet har kommit till tals."),
        f"{HANDBOOK}; {CHILD_HEARD}",
    ),
    Rule(
        "plan.lead_professional",
        Severity.ERROR,
        _lead_missing,
        _("Samverkansansvarig saknar {what}."),
        _("Skriv namn, verksamhet och telefon eller e-post till en person."),
        f"{HANDBOOK}; {SIP_SUPPORT}",
    ),
    Rule(
        "plan.lead_principal",
        Severity.ERROR,
        _lead_principal_missing,
        _("Det står inte vilken huvudman som har det övergripande ansvaret."),
        _("Välj kommunen eller regionen."),
        SIP_LAW,
    ),
)
