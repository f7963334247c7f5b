"""Rules on measures: who does what, for which principal, and when."""

from collections.abc import Callable, Iterator

from formsvc.areas import AREAS
from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import HANDBOOK, SIP_LAW


def _measures(facts: Facts) -> Iterator[Facts]:
    for area in AREAS:
        yield from facts.group("areas").group(area.id).rows("measures")


def _measure_lacks(key: str) -> Callable[[Facts], Iterator[Hit]]:
    def find(facts: Facts) -> Iterator[Hit]:
        for measure in _measures(facts):
            if not measure[key]:
                yield at(measure, key)

    return find


def _measure_without_unit(facts: Facts) -> Iterator[Hit]:
    for measure in _measures(facts):
        if not measure["unit"] and measure["principal"] != "family":
            yield at(measure, "unit")


def _measure_backwards(facts: Facts) -> Iterator[Hit]:
    for measure in _measures(facts):
        start, due = measure.date("start"), measure.date("due")
        if start and due and due < start:
            yield at(measure, "due")


MEASURES_RULES = (
    Rule(
        "plan.measure.what",
        Severity.ERROR,
        _measure_lacks("what"),
        _("{called}: det står inte vad som ska göras."),
        _("Skriv insatsen, eller töm raden."),
        f"{HANDBOOK}; {SIP_LAW}",
    ),
    Rule(
        "plan.measure.responsible",
        Severity.ERROR,
        _measure_lacks("responsible"),
        _("{called}: det finns ingen ansvarig person."),
        _("Skriv namnet på den som ser till att det blir gjort."),
        HANDBOOK,
    ),
    Rule(
        "plan.measure.unit",
        Severity.ERROR,
        _measure_without_unit,
        _("{called}: det står inte vilken verksamhet som gör den."),
        _("Skriv verksamheten, eller välj familjen som huvudman."),
        HANDBOOK,
    ),
    Rule(
        "plan.measure.principal",
        Severity.ERROR,
        _measure_lacks("principal"),
        _("{called}: det står inte vilken huvudman som ansvarar."),
        _("Välj kommunen, regionen, familjen eller annan."),
        SIP_LAW,
    ),
    Rule(
        "plan.measure.dates",
        Severity.ERROR,
        _measure_backwards,
        _("{called}: slutdatumet är före startdatumet."),
        _("Rätta något av datumen."),
        HANDBOOK,
    ),
)
