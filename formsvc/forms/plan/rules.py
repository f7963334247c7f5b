"""The rules of Barnets plan: one table, each row a small function and its words."""

from collections.abc import Callable, Iterator

from formsvc.areas import AREAS, Area
from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import (
    CHILD_RULES,
    CONSENT_RULES,
    PROTECTED_EXPOSED,
    birth_date,
    meeting_day,
    unreachable,
)
from formsvc.i18n import _
from formsvc.references import (
    CHILD_HEARD,
    FAQ,
    HANDBOOK,
    PROCESS,
    SIP_LAW,
    SIP_SUPPORT,
)


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
    for name, plan in _needed(facts):
        if not plan.rows("measures"):
            yield at(plan, "measures", area=name)


def _contact_missing(facts: Facts) -> Iterator[Hit]:
    for name, plan in _needed(facts):
        for hit in unreachable(plan.group("contact"), "name", "organisation"):
            yield Hit(hit.field, {"area": name})


def _measures(facts: Facts) -> Iterator[Facts]:
    for _area, plan in _areas(facts):
        yield from plan.rows("measures")


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


def _lead_missing(facts: Facts) -> Iterator[Hit]:
    yield from unreachable(facts.group("lead_professional"), "name", "organisation")


def _lead_principal_missing(facts: Facts) -> Iterator[Hit]:
    if not facts["lead_principal"]:
        yield at(facts, "lead_principal")


def _no_way_on(facts: Facts) -> Iterator[Hit]:
    if not facts.group("follow_up")["date"] and facts.group("closing").empty:
        yield at(facts, "follow_up", "date")


def _both_ways_on(facts: Facts) -> Iterator[Hit]:
    if not facts.group("follow_up").empty and not facts.group("closing").empty:
        yield at(facts, "closing", "date")


def _closing_incomplete(facts: Facts) -> Iterator[Hit]:
    closing = facts.group("closing")
    if not closing.empty:
        for key in ("date", "reason"):
            if not closing[key]:
                yield at(closing, key)


def _follow_up_early(facts: Facts) -> Iterator[Hit]:
    follow_up, meeting = facts.group("follow_up"), meeting_day(facts)
    day = follow_up.date("date")
    if day and meeting and day <= meeting:
        yield at(follow_up, "date")


def _child_unheard(facts: Facts) -> Iterator[Hit]:
    if facts.group("child_voice").empty:
        yield at(facts, "child_voice", "participation")


def _unborn(facts: Facts) -> Iterator[Hit]:
    born, meeting = birth_date(facts.group("child")), meeting_day(facts)
    if born and meeting and born > meeting:
        yield at(facts, "child", "birth_date")


def _undated(facts: Facts) -> Iterator[Hit]:
    if not facts["established_on"]:
        yield at(facts, "established_on")


def _meeting_undated(facts: Facts) -> Iterator[Hit]:
    meeting = facts.group("meeting")
    if not meeting["date"] and meeting["type"] != "supplement":
        yield at(meeting, "date")


ERROR = Severity.ERROR

RULES = (
    Rule(
        "plan.established_on",
        ERROR,
        _undated,
        _("Det framgår inte vilken dag planen är upprättad."),
        _("Skriv dagens datum, så att planerna går att lägga i ordning."),
        FAQ,
    ),
    *CHILD_RULES,
    PROTECTED_EXPOSED,
    Rule(
        "plan.unborn",
        ERROR,
        _unborn,
        _("Barnet är inte fött än på mötesdagen, och kan då inte ha en plan."),
        _("Kalla i stället till ett SIP-möte för den gravida."),
        PROCESS,
    ),
    Rule(
        "plan.meeting.date",
        ERROR,
        _meeting_undated,
        _("Mötets datum saknas."),
        _("Skriv datumet, eller välj ”Ändring utan möte”."),
        FAQ,
    ),
    *CONSENT_RULES,
    Rule(
        "plan.child_voice",
        ERROR,
        _child_unheard,
        _("Det står inte vad barnet tycker."),
        _("Skriv barnets ord, eller hur barnet har kommit till tals."),
        f"{HANDBOOK}; {CHILD_HEARD}",
    ),
    Rule(
        "plan.areas",
        ERROR,
        _no_area,
        _("Inget område är markerat med behov."),
        _("Markera minst ett område, eller avsluta planen med datum och skäl."),
        HANDBOOK,
    ),
    Rule(
        "plan.area.not_marked",
        ERROR,
        _area_not_marked,
        _("{area}: det står text här, men området är inte markerat med behov."),
        _("Markera att det finns behov av insatser, eller ta bort texten."),
        HANDBOOK,
    ),
    Rule(
        "plan.area.needs",
        ERROR,
        _need_unwritten,
        _("{area}: behovet är inte beskrivet."),
        _("Skriv med en mening vad barnet behöver."),
        HANDBOOK,
    ),
    Rule(
        "plan.area.measures",
        ERROR,
        _no_measure,
        _("{area}: det finns ingen insats."),
        _("Skriv minst en insats, eller ta bort markeringen."),
        f"{HANDBOOK}; {SIP_LAW}",
    ),
    Rule(
        "plan.area.contact",
        ERROR,
        _contact_missing,
        _("{area}: kontaktpersonen är inte komplett."),
        _("Skriv namn, verksamhet och telefon eller e-post."),
        HANDBOOK,
    ),
    Rule(
        "plan.measure.what",
        ERROR,
        _measure_lacks("what"),
        _("Det står inte vad som ska göras."),
        _("Skriv insatsen, eller töm raden."),
        f"{HANDBOOK}; {SIP_LAW}",
    ),
    Rule(
        "plan.measure.responsible",
        ERROR,
        _measure_lacks("responsible"),
        _("Insatsen har ingen ansvarig person."),
        _("Skriv namnet på den som ser till att det blir gjort."),
        HANDBOOK,
    ),
    Rule(
        "plan.measure.unit",
        ERROR,
        _measure_without_unit,
        _("Det står inte vilken verksamhet som gör insatsen."),
        _("Skriv verksamheten, eller välj familjen som huvudman."),
        HANDBOOK,
    ),
    Rule(
        "plan.measure.principal",
        ERROR,
        _measure_lacks("principal"),
        _("Det står inte vilken huvudman som ansvarar för insatsen."),
        _("Välj kommunen, regionen, familjen eller annan."),
        SIP_LAW,
    ),
    Rule(
        "plan.measure.dates",
        ERROR,
        _measure_backwards,
        _("Insatsen ska vara klar innan den börjar."),
        _("Rätta något av datumen."),
        HANDBOOK,
    ),
    Rule(
        "plan.lead_professional",
        ERROR,
        _lead_missing,
        _("Samverkansansvarig är inte komplett."),
        _("Skriv namn, verksamhet och telefon eller e-post till en person."),
        f"{HANDBOOK}; {SIP_SUPPORT}",
    ),
    Rule(
        "plan.lead_principal",
        ERROR,
        _lead_principal_missing,
        _("Det står inte vilken huvudman som har det övergripande ansvaret."),
        _("Välj kommunen eller regionen."),
        SIP_LAW,
    ),
    Rule(
        "plan.follow_up",
        ERROR,
        _no_way_on,
        _("Det finns varken ett uppföljningsmöte eller ett avslut."),
        _("Skriv datum för nästa möte, eller avsluta med datum och skäl."),
        FAQ,
    ),
    Rule(
        "plan.follow_up.and_closing",
        ERROR,
        _both_ways_on,
        _("Planen har både ett uppföljningsmöte och ett avslut."),
        _("Behåll det ena och töm det andra."),
        HANDBOOK,
    ),
    Rule(
        "plan.follow_up.date",
        ERROR,
        _follow_up_early,
        _("Uppföljningen är inte efter mötet."),
        _("Välj en dag efter mötet."),
        FAQ,
    ),
    Rule(
        "plan.closing",
        ERROR,
        _closing_incomplete,
        _("Avslutet är inte komplett."),
        _("Skriv både datum och skäl."),
        HANDBOOK,
    ),
)
