"""Rules on the child and the consent that several kinds share.

A rule stands once: a kind names those it takes in its own table.
"""

from collections.abc import Iterator
from datetime import date

from formsvc import clock
from formsvc.findings import Severity
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.facts import Facts
from formsvc.formkit.identity import read_identity
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import (
    CONSENT_GUIDANCE,
    HANDBOOK,
    PERSONAL_NUMBER,
    SECRECY_CONSENT,
)


def birth_date(child: Facts) -> date | None:
    """Return the child's birth date: as written, else the date its number carries."""
    if written := child["birth_date"]:
        return read_date(written)
    number = child["identity_number"]
    return read_identity(number, clock.today()).birth_date if number else None


ADULT_AGE = 18
"""Years (FB 9 kap. 1 §)."""


def age_on(day: date, child: Facts) -> int | None:
    """Return the child's age in whole years on `day`, or nothing when not known."""
    born = birth_date(child)
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def unreachable(facts: Facts, *required: str) -> Iterator[Hit]:
    """Yield the empty ones of `required`, and the telephone when no e-mail is there."""
    yield from lacking(facts, *required)
    if not facts["phone"] and not facts["email"]:
        yield at(facts, "phone", what=_("telefon eller e-post"))


def lacking(facts: Facts, *required: str, **called: str) -> Iterator[Hit]:
    """Yield the empty ones of `required`, called as in `called` or by their label."""
    for key in required:
        if not facts[key]:
            yield at(facts, key, what=called.get(key) or facts.label(key))


def _child_unnamed(facts: Facts) -> Iterator[Hit]:
    child = facts.group("child")
    if not child["name"]:
        yield at(child, "name")


def _child_unknown(facts: Facts) -> Iterator[Hit]:
    child = facts.group("child")
    if not child["identity_number"] and not child["birth_date"]:
        yield at(child, "identity_number")


def _dates_differ(facts: Facts) -> Iterator[Hit]:
    child = facts.group("child")
    carried = child["identity_number"] and read_identity(
        child["identity_number"], clock.today()
    )
    written = child.date("birth_date")
    if carried and written and carried.birth_date not in (None, written):
        yield at(child, "birth_date")


def _consent_undated(facts: Facts) -> Iterator[Hit]:
    consent = facts.group("consent")
    if not consent["given_on"]:
        yield at(consent, "given_on")


def _consent_open_ended(facts: Facts) -> Iterator[Hit]:
    consent = facts.group("consent")
    if not consent["valid_to"]:
        yield at(consent, "valid_to")


def _consent_expired(facts: Facts) -> Iterator[Hit]:
    consent, meeting = facts.group("consent"), meeting_day(facts)
    valid_to = consent.date("valid_to")
    if valid_to and meeting and valid_to < meeting:
        when = _("mötet är") if _has_met(facts) else _("planen är upprättad")
        yield at(
            consent,
            "valid_to",
            valid_to=swedish_date(valid_to),
            day=f"{when} {swedish_date(meeting)}",
        )


def _consent_late(facts: Facts) -> Iterator[Hit]:
    consent, meeting = facts.group("consent"), meeting_day(facts)
    given_on = consent.date("given_on")
    if given_on and meeting and given_on > meeting:
        yield at(consent, "given_on", occasion=occasion(facts, meeting))


def occasion(facts: Facts, day: date) -> str:
    """Return what was on the day that `meeting_day` gives, in a sentence."""
    what = _("mötet") if _has_met(facts) else _("den dag planen är upprättad,")
    return f"{what} {swedish_date(day)}"


def _has_met(facts: Facts) -> bool:
    """Return whether the day is that of a meeting: a change may do without one."""
    return facts.group("meeting").date("date") is not None


def meeting_day(facts: Facts) -> date | None:
    """Return the day of the meeting, else the day the document was established."""
    day = facts.group("meeting").date("date")
    if day is None and "established_on" in facts:
        day = facts.date("established_on")
    return day


CHILD_NAMED = Rule(
    "child.name",
    Severity.ERROR,
    _child_unnamed,
    _("Barnets namn saknas."),
    _("Skriv barnets namn."),
    HANDBOOK,
)

CHILD_KNOWN = Rule(
    "child.identity",
    Severity.ERROR,
    _child_unknown,
    _("Barnets personnummer eller födelsedatum saknas."),
    _("Skriv personnummer, eller födelsedatum om barnet saknar nummer."),
    PERSONAL_NUMBER,
)

BIRTH_DATE_DIFFERS = Rule(
    "child.birth_date.differs",
    Severity.TIP,
    _dates_differ,
    _("Födelsedatumet är ett annat än det i personnumret."),
    _("Det kan vara rätt. Åldern räknas från födelsedatumet."),
    PERSONAL_NUMBER,
)

CONSENT_DATED = Rule(
    "consent.given_on",
    Severity.ERROR,
    _consent_undated,
    _("Det framgår inte när samtycket lämnades."),
    _("Skriv datumet då vårdnadshavarna lämnade sitt samtycke."),
    SECRECY_CONSENT,
)

CONSENT_LIMITED = Rule(
    "consent.open_ended",
    Severity.WARNING,
    _consent_open_ended,
    _("Det framgår inte hur länge samtycket gäller."),
    _("Skriv sista dagen som samtycket gäller."),
    CONSENT_GUIDANCE,
)

CONSENT_VALID = Rule(
    "consent.expired",
    Severity.ERROR,
    _consent_expired,
    _("Samtycket gäller till och med {valid_to}, {day}."),
    _("Be vårdnadshavarna om ett nytt samtycke först."),
    SECRECY_CONSENT,
)

CONSENT_IN_TIME = Rule(
    "consent.late",
    Severity.ERROR,
    _consent_late,
    _("Samtycket är lämnat efter {occasion}."),
    _("Kontrollera datumen. Utan samtycke får inget delas."),
    SECRECY_CONSENT,
)

CHILD_RULES = (CHILD_NAMED, CHILD_KNOWN, BIRTH_DATE_DIFFERS)
CONSENT_RULES = (CONSENT_DATED, CONSENT_LIMITED, CONSENT_VALID, CONSENT_IN_TIME)
