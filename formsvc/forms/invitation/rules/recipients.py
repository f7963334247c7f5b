"""Rules on who is invited, and how the invitation reaches them."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.protected_rules import by_post, by_post_rule, joint, joint_rule
from formsvc.formkit.protection import Protected
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import ADULT_AGE, age_on, lacking
from formsvc.formkit.text import begins_as_formula
from formsvc.i18n import _
from formsvc.references import (
    ADULT,
    FAQ,
    HANDBOOK,
    HEALTH_CARE,
    MODEL,
    PROTECTED,
    SECRECY_CONSENT,
)

NEVER_BY_LINK = ("preschool", "school")


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
    meeting = facts.group("meeting").date("date")
    age = age_on(meeting, facts.group("child")) if meeting else None
    return age is not None and age >= ADULT_AGE


def _recipient_incomplete(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        yield from lacking(row, "kind", "channel", channel=_("sändväg"))
        if row["kind"] in FAMILY:
            yield from lacking(row, "attention", attention=_("namn"))
        elif not row["unit"]:
            yield from lacking(row, "organisation", organisation=_("verksamhet"))


def _not_covered(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        if row["kind"] not in FAMILY and not row.flag("consent_covers"):
            yield at(row, "consent_covers")


def _school_by_link(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        if row["kind"] in NEVER_BY_LINK and row["channel"] == "link":
            yield at(row, "channel")


def _address_missing(facts: Facts) -> Iterator[Hit]:
    protected = Protected(facts)
    for row in facts.rows("recipients"):
        if row["channel"] == "post" and row not in protected:
            yield from lacking(row, "address", "postal_code", "town")


def _formula(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("recipients"):
        for key in ("organisation", "unit", "attention", "address", "town"):
            if begins_as_formula(row[key]):
                yield at(row, key, what=row.label(key), sign=row[key][0])


def _protected_by_post(facts: Facts) -> Iterator[Hit]:
    protected = Protected(facts)
    for row in facts.rows("recipients"):
        if row in protected and row["channel"] in ("post", "link"):
            yield at(row, "channel")


def _joint(facts: Facts) -> Iterator[Hit]:
    yield from joint(facts, facts.rows("recipients"), "attention")


def _family_by_post(facts: Facts) -> Iterator[Hit]:
    yield from by_post(facts, facts.rows("recipients"), "post")


RECIPIENTS_RULES = (
    Rule(
        "invitation.recipients",
        Severity.ERROR,
        _no_recipient,
        _("Ingen är inbjuden."),
        _("Lägg till vårdnadshavarna och minst en verksamhet."),
        HANDBOOK,
    ),
    Rule(
        "invitation.guardian",
        Severity.ERROR,
        _no_guardian,
        _("Ingen vårdnadshavare är inbjuden."),
        _("Lägg till minst en vårdnadshavare, eller barnet om det är myndigt."),
        f"{HANDBOOK}; {ADULT}",
    ),
    Rule(
        "invitation.recipient",
        Severity.ERROR,
        _recipient_incomplete,
        _("{called}: {what} saknas."),
        _("Fyll i slag och sändväg, och namn eller verksamhet."),
        FAQ,
    ),
    Rule(
        "invitation.recipient.consent",
        Severity.ERROR,
        _not_covered,
        _("{called}: det är inte markerat att samtycket omfattar mottagaren."),
        _("Markera det om det stämmer; be annars om ett nytt samtycke."),
        SECRECY_CONSENT,
    ),
    Rule(
        "invitation.recipient.link",
        Severity.ERROR,
        _school_by_link,
        _("{called}: förskolor och skolor har inte Link."),
        _("Skicka inbjudan med vanlig post, eller lämna den personligen."),
        HEALTH_CARE,
    ),
    Rule(
        "invitation.recipient.address",
        Severity.ERROR,
        _address_missing,
        _("{called}: adressen saknar {what}, och brevet skulle inte komma fram."),
        _("Fyll i gata eller box, postnummer och ort."),
        MODEL,
    ),
    Rule(
        "invitation.recipient.formula",
        Severity.ERROR,
        _formula,
        _("{called}: {what} börjar med ”{sign}”, som en formel ur ett kalkylblad."),
        _("Skriv texten så som den ska stå på brevet."),
        MODEL,
    ),
    Rule(
        "invitation.recipient.protected",
        Severity.ERROR,
        _protected_by_post,
        _("{called}: personuppgifterna är skyddade; post och Link går inte."),
        _("Välj ”Lämnas personligen”."),
        PROTECTED,
    ),
    joint_rule("invitation.recipient.joint", _joint),
    by_post_rule("invitation.recipient.protected_child", _family_by_post),
)
