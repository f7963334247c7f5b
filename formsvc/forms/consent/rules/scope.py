"""Rules on what may be shared, for what, how and how long."""

from collections.abc import Callable, Iterator
from datetime import date

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import lacking
from formsvc.i18n import _
from formsvc.references import CONSENT_GUIDANCE, FAQ


def _missing(key: str) -> Callable[[Facts], Iterator[Hit]]:
    def find(facts: Facts) -> Iterator[Hit]:
        if not facts[key]:
            yield at(facts, key)

    return find


def _no_mode(facts: Facts) -> Iterator[Hit]:
    if not facts.chosen("modes"):
        yield at(facts, "modes")


def _no_scope(facts: Facts) -> Iterator[Hit]:
    if not facts.chosen("areas") and not facts["information"]:
        yield at(facts, "areas")


def _no_period(facts: Facts) -> Iterator[Hit]:
    yield from lacking(
        facts,
        "valid_from",
        "valid_to",
        valid_from=_("första dag"),
        valid_to=_("sista dag"),
    )


def _backwards(facts: Facts) -> Iterator[Hit]:
    start, end = facts.date("valid_from"), facts.date("valid_to")
    if start and end and end <= start:
        yield at(facts, "valid_to")


def _long_period(facts: Facts) -> Iterator[Hit]:
    start, end = facts.date("valid_from"), facts.date("valid_to")
    if start and end and end > _a_year_after(start):
        yield at(facts, "valid_to")


def _a_year_after(day: date) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


def _withdrawal_incomplete(facts: Facts) -> Iterator[Hit]:
    withdrawal = facts.group("withdrawal")
    if not withdrawal.empty:
        yield from lacking(
            withdrawal,
            "date",
            "by",
            "extent",
            "received_by",
            date=_("datum"),
            by=_("namn på den som återkallade"),
            received_by=_("namn på den som tog emot den"),
        )


def _third_party_incomplete(facts: Facts) -> Iterator[Hit]:
    for person in facts.rows("third_parties"):
        yield from lacking(person, "name", "given_on", given_on=_("datum"))


SCOPE_RULES = (
    Rule(
        "consent.purpose",
        Severity.ERROR,
        _missing("purpose"),
        _("Det står inte vad samtycket ska användas till."),
        _("Skriv vad ni vill uppnå för just det här barnet."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.scope",
        Severity.ERROR,
        _no_scope,
        _("Det framgår inte vilka uppgifter som får delas."),
        _("Kryssa för områden, eller beskriv uppgifterna."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.third_party",
        Severity.ERROR,
        _third_party_incomplete,
        _("{called}: samtycket saknar {what}."),
        _("Skriv namn och datum; var och en samtycker för sig själv."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.modes",
        Severity.ERROR,
        _no_mode,
        _("Det framgår inte hur uppgifterna får delas."),
        _("Kryssa för minst ett sätt."),
        FAQ,
    ),
    Rule(
        "consent.period",
        Severity.ERROR,
        _no_period,
        _("Det framgår inte hur länge samtycket gäller: {what} saknas."),
        _("Skriv första och sista dag."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.period.order",
        Severity.ERROR,
        _backwards,
        _("Sista dagen är inte efter den första."),
        _("Rätta något av datumen."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.period.long",
        Severity.WARNING,
        _long_period,
        _("Samtycket gäller längre än tolv månader."),
        _("Välj en tidigare dag, eller skriv varför det behöver gälla så länge."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.withdrawal",
        Severity.ERROR,
        _withdrawal_incomplete,
        _("Återkallelsen saknar {what}."),
        _("Fyll i alla fyra uppgifterna, eller töm dem."),
        CONSENT_GUIDANCE,
    ),
)
