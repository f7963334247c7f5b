"""Rules on the seven areas: only those with needs are filled, each with a contact."""

from collections.abc import Iterator

from formsvc.areas import AREAS, Area
from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import unreachable
from formsvc.i18n import _
from formsvc.references import HANDBOOK, SIP_LAW


def _areas(facts: Facts) -> Iterator[tuple[Area, Facts]]:
    for area in AREAS:
        yield area, facts.group("areas").group(area.id)


def _needed(facts: Facts) -> Iterator[tuple[str, Facts]]:
    for area, plan in _areas(facts):
        if plan.flag("has_need"):
            yield area.name, plan


def _no_area(facts: Facts) -> Iterator[Hit]:
    if facts.group("closing").empty and not any(_needed(facts)):
        yield at(facts, "areas")


def _area_not_marked(facts: Facts) -> Iterator[Hit]:
    for area, plan in _areas(facts):
        if not plan.empty and not plan.flag("has_need"):
            yield at(facts, "areas", area.id, area=area.name)


def _need_unwritten(facts: Facts) -> Iterator[Hit]:
    for name, plan in _needed(facts):
        if not plan["needs"]:
            yield at(plan, "needs", area=name)


def _no_measure(facts: Facts) -> Iterator[Hit]:
    ended = not facts.group("closing").empty
    for name, plan in _needed(facts):
        if not ended and not plan.rows("measures"):
            yield at(plan, "measures", area=name)


def _contact_missing(facts: Facts) -> Iterator[Hit]:
    for name, plan in _needed(facts):
        for hit in unreachable(plan.group("contact"), "name", "organisation"):
            yield Hit(hit.field, {**hit.words, "area": name})


AREAS_RULES = (
    Rule(
        "plan.areas",
        Severity.ERROR,
        _no_area,
        _("Inget område är markerat med behov."),
        _("Markera minst ett område, eller avsluta planen med datum och skäl."),
        HANDBOOK,
    ),
    Rule(
        "plan.area.not_marked",
        Severity.ERROR,
        _area_not_marked,
        _("{area}: det står text här, men området är inte markerat med behov."),
        _("Markera att det finns behov av insatser, eller ta bort texten."),
        HANDBOOK,
    ),
    Rule(
        "plan.area.needs",
        Severity.ERROR,
        _need_unwritten,
        _("{area}: behovet är inte beskrivet."),
        _("Skriv med en mening vad barnet behöver."),
        HANDBOOK,
    ),
    Rule(
        "plan.area.measures",
        Severity.ERROR,
        _no_measure,
        _("{area}: det finns ingen insats."),
        _("Skriv minst en insats, eller ta bort markeringen."),
        f"{HANDBOOK}; {SIP_LAW}",
    ),
    Rule(
        "plan.area.contact",
        Severity.ERROR,
        _contact_missing,
        _("{area}: kontaktpersonen saknar {what}."),
        _("Skriv namn, verksamhet och telefon eller e-post."),
        HANDBOOK,
    ),
)
