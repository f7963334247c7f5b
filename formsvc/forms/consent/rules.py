"""The rules of a consent: one table, each row a small function and its words."""

from collections.abc import Callable, Iterator
from datetime import date

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.shared_rules import CHILD_RULES, PROTECTED_EXPOSED, unreachable
from formsvc.i18n import _
from formsvc.references import (
    CHILD_CONSENT,
    CONSENT_GUIDANCE,
    CUSTODY,
    FAQ,
    INFORMATION_DUTY,
    SECRECY_CONSENT,
)

GUARDIANS_NEEDED = {"joint": 2, "sole": 1, "appointed": 1}
"""How many guardians answer, by custody (FB 6 kap. 13 §)."""

PARTIES_NEEDED = 2
"""Named services at the least: nobody shares with themselves."""

VAGUE = frozenset(
    {
        *("alla", "allt", "samtliga", "berörda", "berörd", "inblandade", "aktuella"),
        *("övriga", "andra", "flera", "många", "relevanta", "lämpliga", "barnet"),
        *("myndigheter", "myndighet", "verksamheter", "verksamhet", "parter", "part"),
        *("aktörer", "aktör", "instanser", "personer", "enheter", "förvaltningar"),
        *("skolor", "förskolor", "professioner", "familjen", "som", "är", "kan"),
        *("behöver", "behövs", "vid", "behov", "med", "m.fl.", "mfl", "m", "fl"),
        *("etc", "etc.", "osv", "osv.", "och", "eller", "i", "runt", "kring"),
        *("de", "den", "det"),
    }
)
"""Words that name nobody: a party of such words alone is no party."""


def _vague(text: str) -> bool:
    words = text.casefold().replace(",", " ").split()
    return bool(words) and VAGUE.issuperset(words)


def _vague_party(facts: Facts) -> Iterator[Hit]:
    for party in facts.rows("parties"):
        for key in ("organisation", "unit"):
            if _vague(party[key]):
                yield at(party, key)


def _named(party: Facts) -> bool:
    return any(
        party[key] and not _vague(party[key]) for key in ("organisation", "unit")
    )


def _few_parties(facts: Facts) -> Iterator[Hit]:
    if sum(_named(party) for party in facts.rows("parties")) < PARTIES_NEEDED:
        yield at(facts, "parties")


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
    for key in ("valid_from", "valid_to"):
        if not facts[key]:
            yield at(facts, key)


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


def _few_guardians(facts: Facts) -> Iterator[Hit]:
    needed = GUARDIANS_NEEDED.get(facts["custody"], 0)
    if len(facts.rows("guardians")) < needed:
        yield at(facts, "guardians", needed={1: _("en"), 2: _("två")}[needed])


def _guardian_of_adult(facts: Facts) -> Iterator[Hit]:
    if facts["custody"] == "adult_self" and facts.rows("guardians"):
        yield at(facts, "guardians")


def _guardian_unnamed(facts: Facts) -> Iterator[Hit]:
    for guardian in facts.rows("guardians"):
        if not guardian["name"]:
            yield at(guardian, "name")


def _guardian_silent(facts: Facts) -> Iterator[Hit]:
    for guardian in facts.rows("guardians"):
        for key in ("given", "given_on"):
            if not guardian[key]:
                yield at(guardian, key)


def _declined(facts: Facts) -> Iterator[Hit]:
    for guardian in facts.rows("guardians"):
        if guardian["given"] == "declined":
            yield at(guardian, "given")


def _adult_silent(facts: Facts) -> Iterator[Hit]:
    if facts["custody"] == "adult_self" and facts["child_consent"] == "not_applicable":
        yield at(facts, "child_consent")


def _oral_unnoted(facts: Facts) -> Iterator[Hit]:
    oral = any(row["given"] == "oral" for row in facts.rows("guardians"))
    if oral and not facts["oral_note"]:
        yield at(facts, "oral_note")


def _withdrawal_incomplete(facts: Facts) -> Iterator[Hit]:
    withdrawal = facts.group("withdrawal")
    if not withdrawal.empty:
        for key in ("date", "by", "extent", "received_by"):
            if not withdrawal[key]:
                yield at(withdrawal, key)


def _third_party_incomplete(facts: Facts) -> Iterator[Hit]:
    for person in facts.rows("third_parties"):
        for key in ("name", "given_on"):
            if not person[key]:
                yield at(person, key)


def _collector_unreachable(facts: Facts) -> Iterator[Hit]:
    yield from unreachable(facts.group("collector"), "name")


ERROR, WARNING, TIP = Severity.ERROR, Severity.WARNING, Severity.TIP

RULES = (
    Rule(
        "consent.collector",
        ERROR,
        _collector_unreachable,
        _("Familjen kan inte se vem de ska vända sig till."),
        _("Skriv namn och telefon eller e-post till den som tar emot samtycket."),
        CONSENT_GUIDANCE,
    ),
    *CHILD_RULES,
    PROTECTED_EXPOSED,
    Rule(
        "consent.custody",
        ERROR,
        _missing("custody"),
        _("Det framgår inte vem som har vårdnaden."),
        _("Välj hur vårdnaden ser ut; det avgör vilka som ska svara."),
        CUSTODY,
    ),
    Rule(
        "consent.guardians",
        ERROR,
        _few_guardians,
        _("Minst {needed} vårdnadshavare ska svara när vårdnaden ser ut så här."),
        _("Lägg till den som saknas, eller ändra uppgiften om vårdnad."),
        CUSTODY,
    ),
    Rule(
        "consent.guardians.adult",
        ERROR,
        _guardian_of_adult,
        _("En myndig elev samtycker själv och har inga vårdnadshavare."),
        _("Ta bort vårdnadshavarna, eller ändra uppgiften om vårdnad."),
        CUSTODY,
    ),
    Rule(
        "consent.guardian.name",
        ERROR,
        _guardian_unnamed,
        _("Vårdnadshavarens namn saknas."),
        _("Skriv namnet."),
        CUSTODY,
    ),
    Rule(
        "consent.guardian.answer",
        ERROR,
        _guardian_silent,
        _("Vårdnadshavarens svar är inte komplett."),
        _("Välj svar och skriv datum. Utan svar får inget delas."),
        SECRECY_CONSENT,
    ),
    Rule(
        "consent.declined",
        TIP,
        _declined,
        _("Samtycke lämnas inte, och då får inget delas med stöd av det."),
        _("Vid oro för barnet: överväg en orosanmälan."),
        FAQ,
    ),
    Rule(
        "consent.purpose",
        ERROR,
        _missing("purpose"),
        _("Det står inte vad samtycket ska användas till."),
        _("Skriv vad ni vill uppnå för just det här barnet."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.parties",
        ERROR,
        _few_parties,
        _("Minst två verksamheter måste vara namngivna."),
        _("Skriv organisation och enhet för var och en."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.party.vague",
        ERROR,
        _vague_party,
        _("Ett samtycke får inte vara generellt; här står ingen bestämd verksamhet."),
        _("Skriv namnet, till exempel ”Växjö kommun” och ”Förskolan Exempelgläntan”."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.scope",
        ERROR,
        _no_scope,
        _("Det framgår inte vilka uppgifter som får delas."),
        _("Kryssa för områden, eller beskriv uppgifterna."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.third_party",
        ERROR,
        _third_party_incomplete,
        _("Den andra personens samtycke är inte komplett."),
        _("Skriv namn och datum; var och en samtycker för sig själv."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.modes",
        ERROR,
        _no_mode,
        _("Det framgår inte hur uppgifterna får delas."),
        _("Kryssa för minst ett sätt."),
        FAQ,
    ),
    Rule(
        "consent.period",
        ERROR,
        _no_period,
        _("Det framgår inte hur länge samtycket gäller."),
        _("Skriv första och sista dag."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.period.order",
        ERROR,
        _backwards,
        _("Sista dagen är inte efter den första."),
        _("Rätta något av datumen."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.period.long",
        WARNING,
        _long_period,
        _("Samtycket gäller längre än tolv månader."),
        _("Välj en tidigare dag, eller skriv varför det behöver gälla så länge."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.informed_on",
        WARNING,
        _missing("informed_on"),
        _("Det framgår inte när vårdnadshavarna fick information."),
        _("Skriv datumet då ni gick igenom vad samtycket innebär."),
        INFORMATION_DUTY,
    ),
    Rule(
        "consent.child",
        ERROR,
        _missing("child_consent"),
        _("Barnets eget svar saknas."),
        _("Välj ja, nej eller inte aktuellt utifrån ålder och mognad."),
        CHILD_CONSENT,
    ),
    Rule(
        "consent.child.adult",
        ERROR,
        _adult_silent,
        _("En myndig elev svarar själv."),
        _("Välj ja eller nej."),
        CUSTODY,
    ),
    Rule(
        "consent.received_by",
        ERROR,
        _missing("received_by"),
        _("Det framgår inte vem som tog emot samtycket."),
        _("Skriv namnet på den som tog emot det."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.oral_note",
        ERROR,
        _oral_unnoted,
        _("Ett muntligt samtycke ska antecknas."),
        _("Skriv vem som lämnade det, när, hur och till vem."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.withdrawal",
        ERROR,
        _withdrawal_incomplete,
        _("Återkallelsen är inte komplett."),
        _("Fyll i alla fyra uppgifterna, eller töm dem."),
        CONSENT_GUIDANCE,
    ),
)
