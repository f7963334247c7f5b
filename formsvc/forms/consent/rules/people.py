"""Rules on who answers, who is told and who receives the consent."""

from collections.abc import Callable, Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.protection import Protected
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import ADULT_AGE, age_on, lacking, unreachable
from formsvc.i18n import _
from formsvc.references import (
    ADULT,
    CHILD_CONSENT,
    CONCERN_REPORT,
    CONSENT_GUIDANCE,
    CUSTODY,
    FAQ,
    INFORMATION_DUTY,
    PROTECTED,
    SECRECY_CONSENT,
)

GUARDIANS_NEEDED = {"joint": 2, "sole": 1, "appointed": 1}
"""How many guardians answer, by custody (FB 6 kap. 13 §)."""


BOTH = 2
"""Guardians of whom one reads what the other's paper says."""


def _missing(key: str) -> Callable[[Facts], Iterator[Hit]]:
    def find(facts: Facts) -> Iterator[Hit]:
        if not facts[key]:
            yield at(facts, key)

    return find


def _few_guardians(facts: Facts) -> Iterator[Hit]:
    needed = GUARDIANS_NEEDED.get(facts["custody"], 0)
    if len(facts.rows("guardians")) < needed:
        yield at(facts, "guardians", needed={1: _("en"), 2: _("två")}[needed])


def _guardian_of_adult(facts: Facts) -> Iterator[Hit]:
    if _is_adult_pupil(facts) and facts.rows("guardians"):
        yield at(facts, "guardians")


def _guardian_unnamed(facts: Facts) -> Iterator[Hit]:
    for guardian in facts.rows("guardians"):
        if not guardian["name"]:
            yield at(guardian, "name")


def _guardian_silent(facts: Facts) -> Iterator[Hit]:
    for guardian in facts.rows("guardians"):
        yield from lacking(guardian, "given", "given_on")


def _declined(facts: Facts) -> Iterator[Hit]:
    for guardian in facts.rows("guardians"):
        if guardian["given"] == "declined":
            yield at(guardian, "given")


def _adult_silent(facts: Facts) -> Iterator[Hit]:
    if _is_adult_pupil(facts) and facts["child_consent"] == "not_applicable":
        yield at(facts, "child_consent")


def _age(facts: Facts) -> int | None:
    """Return the child's age when the consent begins."""
    day = facts.date("valid_from") or facts.date("informed_on")
    return age_on(day, facts.group("child")) if day else None


def _is_adult_pupil(facts: Facts) -> bool:
    """Return whether an adult pupil consents, and no date says that it is a child."""
    age = _age(facts)
    return facts["custody"] == "adult_self" and (age is None or age >= ADULT_AGE)


def _adult_by_mistake(facts: Facts) -> Iterator[Hit]:
    age = _age(facts)
    if facts["custody"] == "adult_self" and age is not None and age < ADULT_AGE:
        yield at(facts, "custody", age=str(age))


def _grown_up(facts: Facts) -> Iterator[Hit]:
    age = _age(facts)
    if facts["custody"] in GUARDIANS_NEEDED and age is not None and age >= ADULT_AGE:
        yield at(facts, "custody", age=str(age))


def _oral_unnoted(facts: Facts) -> Iterator[Hit]:
    oral = any(row["given"] == "oral" for row in facts.rows("guardians"))
    if oral and not facts["oral_note"]:
        yield at(facts, "oral_note")


def _collector_unreachable(facts: Facts) -> Iterator[Hit]:
    yield from unreachable(facts.group("collector"), "name")


def _told_to_both(facts: Facts) -> Iterator[Hit]:
    if len(facts.rows("guardians")) < BOTH or not Protected(facts).anyone:
        return
    if any(row["organisation"] or row["unit"] for row in facts.rows("parties")):
        yield at(facts, "parties")
    if facts.lines("copies_to"):
        yield at(facts, "copies_to")


PEOPLE_RULES = (
    Rule(
        "consent.collector",
        Severity.ERROR,
        _collector_unreachable,
        _("Familjen kan inte se vem de ska vända sig till: {what} saknas."),
        _("Skriv namn och telefon eller e-post till den som tar emot samtycket."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.custody",
        Severity.ERROR,
        _missing("custody"),
        _("Det framgår inte vem som har vårdnaden."),
        _("Välj hur vårdnaden ser ut; det avgör vilka som ska svara."),
        CUSTODY,
    ),
    Rule(
        "consent.custody.child",
        Severity.ERROR,
        _adult_by_mistake,
        _("Barnet är {age} år när samtycket börjar och kan inte samtycka ensamt."),
        _("Rätta uppgiften om vårdnad, eller födelsedatumet."),
        ADULT,
    ),
    Rule(
        "consent.custody.adult",
        Severity.ERROR,
        _grown_up,
        _("Eleven är {age} år när samtycket börjar och har inga vårdnadshavare."),
        _("Välj att eleven är myndig och samtycker själv, eller rätta födelsedatumet."),
        ADULT,
    ),
    Rule(
        "consent.guardians",
        Severity.ERROR,
        _few_guardians,
        _("Minst {needed} vårdnadshavare ska svara när vårdnaden ser ut så här."),
        _("Lägg till den som saknas, eller ändra uppgiften om vårdnad."),
        CUSTODY,
    ),
    Rule(
        "consent.guardians.adult",
        Severity.ERROR,
        _guardian_of_adult,
        _("En myndig elev samtycker själv och har inga vårdnadshavare."),
        _("Ta bort vårdnadshavarna, eller ändra uppgiften om vårdnad."),
        CUSTODY,
    ),
    Rule(
        "consent.guardian.name",
        Severity.ERROR,
        _guardian_unnamed,
        _("{called}: namnet saknas."),
        _("Skriv namnet."),
        CUSTODY,
    ),
    Rule(
        "consent.guardian.answer",
        Severity.ERROR,
        _guardian_silent,
        _("{called}: {what} saknas."),
        _("Välj svar och skriv datum. Utan svar får inget delas."),
        SECRECY_CONSENT,
    ),
    Rule(
        "consent.declined",
        Severity.TIP,
        _declined,
        _("{called}: samtycke lämnas inte, och då får inget delas med stöd av det."),
        _("Finns oro för att barnet far illa ska en orosanmälan göras."),
        f"{FAQ}; {CONCERN_REPORT}",
    ),
    Rule(
        "consent.informed_on",
        Severity.WARNING,
        _missing("informed_on"),
        _("Det framgår inte när vårdnadshavarna fick information."),
        _("Skriv datumet då ni gick igenom vad samtycket innebär."),
        INFORMATION_DUTY,
    ),
    Rule(
        "consent.child",
        Severity.ERROR,
        _missing("child_consent"),
        _("Barnets eget svar saknas."),
        _("Välj ja, nej eller inte aktuellt utifrån ålder och mognad."),
        CHILD_CONSENT,
    ),
    Rule(
        "consent.child.adult",
        Severity.ERROR,
        _adult_silent,
        _("En myndig elev svarar själv."),
        _("Välj ja eller nej."),
        CUSTODY,
    ),
    Rule(
        "consent.received_by",
        Severity.ERROR,
        _missing("received_by"),
        _("Det framgår inte vem som tog emot samtycket."),
        _("Skriv namnet på den som tog emot det."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.oral_note",
        Severity.ERROR,
        _oral_unnoted,
        _("Ett muntligt samtycke ska antecknas."),
        _("Skriv vem som lämnade det, när, hur och till vem."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "protected.consent_copy",
        Severity.WARNING,
        _told_to_both,
        _(
            "Samma papper går till båda vårdnadshavarna, och verksamheterna kan röja "
            "var en person med skyddade personuppgifter finns."
        ),
        _(
            "Låt den andra vårdnadshavaren samtycka på ett eget papper, utan de "
            "verksamheter som säger var personen bor, går eller vårdas."
        ),
        PROTECTED,
    ),
)
