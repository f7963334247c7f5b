"""Rules on people: the child is heard, and someone leads the collaboration."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.protected_rules import by_post, by_post_rule, joint, joint_rule
from formsvc.formkit.protection import Protected
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import unreachable
from formsvc.i18n import _
from formsvc.references import (
    CHILD_HEARD,
    FAQ,
    HANDBOOK,
    PROTECTED,
    SIP_LAW,
    SIP_SUPPORT,
)


def _lead_missing(facts: Facts) -> Iterator[Hit]:
    yield from unreachable(facts.group("lead_professional"), "name", "organisation")


def _lead_principal_missing(facts: Facts) -> Iterator[Hit]:
    if not facts["lead_principal"]:
        yield at(facts, "lead_principal")


def _child_unheard(facts: Facts) -> Iterator[Hit]:
    if facts.group("child_voice").empty:
        yield at(facts, "child_voice", "participation")


def _protected_on_1177(facts: Facts) -> Iterator[Hit]:
    protected = Protected(facts)
    family = (facts.group("child"), *facts.rows("guardians"), *_family_rows(facts))
    if facts["family_access"] == "1177" and any(one in protected for one in family):
        yield at(facts, "family_access")


def _protected_not_by_hand(facts: Facts) -> Iterator[Hit]:
    protected = Protected(facts)
    for row in _family_rows(facts):
        if row in protected and row["channel"] not in ("", "by_hand"):
            yield at(row, "channel")


def _family_rows(facts: Facts) -> list[Facts]:
    return [row for row in facts.rows("distribution") if row["kind"] in FAMILY]


def _joint(facts: Facts) -> Iterator[Hit]:
    yield from joint(facts, facts.rows("distribution"), "recipient")


def _family_by_post(facts: Facts) -> Iterator[Hit]:
    yield from by_post(facts, facts.rows("distribution"), "paper")


PEOPLE_RULES = (
    Rule(
        "plan.family_access.protected",
        Severity.ERROR,
        _protected_on_1177,
        _(
            "Barnet eller en vårdnadshavare har skyddade personuppgifter, och då visas "
            "planen inte på 1177."
        ),
        _("Välj ”På papper” och lämna planen personligen."),
        FAQ,
    ),
    Rule(
        "plan.distribution.protected",
        Severity.ERROR,
        _protected_not_by_hand,
        _("{called}: personuppgifterna är skyddade, och planen lämnas personligen."),
        _("Välj ”Lämnas personligen”."),
        PROTECTED,
    ),
    joint_rule("plan.distribution.joint", _joint),
    by_post_rule("plan.distribution.protected_child", _family_by_post),
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
