"""Rules on the parties: named services, never everyone."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import CONSENT_GUIDANCE

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


PARTIES_RULES = (
    Rule(
        "consent.parties",
        Severity.ERROR,
        _few_parties,
        _("Minst två verksamheter måste vara namngivna."),
        _("Skriv organisation och enhet för var och en."),
        CONSENT_GUIDANCE,
    ),
    Rule(
        "consent.party.vague",
        Severity.ERROR,
        _vague_party,
        _("Ett samtycke får inte vara generellt; här står ingen bestämd verksamhet."),
        _("Skriv namnet, till exempel ”Växjö kommun” och ”Förskolan Exempelgläntan”."),
        CONSENT_GUIDANCE,
    ),
)
