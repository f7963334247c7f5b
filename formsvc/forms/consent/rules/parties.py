"""Rules on the parties: named services, never everyone."""

import re
from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import CONSENT_GUIDANCE

PARTIES_NEEDED = 2
"""Named services at the least: nobody shares with themselves."""

VAGUE = frozenset(
    {
        *("alla", "allt", "samtliga", "berörda", "berörd", "inblandade", "aktuella"),
        *("övriga", "andra", "flera", "många", "relevanta", "lämpliga", "barnet"),
        *("myndigheter", "myndigheterna", "myndighet", "verksamheter", "verksamhet"),
        *("verksamheterna", "parter", "parterna", "part", "aktörer", "aktörerna"),
        *("aktör", "instanser", "instanserna", "personer", "personerna", "enheter"),
        *("enheterna", "förvaltningar", "förvaltningarna", "skolor", "skolorna"),
        *("förskolor", "förskolorna", "professioner", "professionerna", "familjen"),
        *("yrkesverksamma", "som", "är", "kan", "behöver", "behövs", "vid", "behov"),
        *("med", "mfl", "m", "fl", "etc", "osv", "och", "eller", "i", "runt"),
        *("kring", "de", "den", "det"),
    }
)
"""Words that name nobody: a party of such words alone is no party."""


def _vague(text: str) -> bool:
    words = re.findall(r"\w+", text.casefold())
    return bool(words) and VAGUE.issuperset(words)


def _vague_party(facts: Facts) -> Iterator[Hit]:
    for party in facts.rows("parties"):
        for key in ("organisation", "unit"):
            if _vague(party[key]):
                yield at(party, key)


def _named(party: Facts) -> tuple[str, ...]:
    """Return the words that name a party, none for a vague one or the family."""
    if party["kind"] in FAMILY:
        return ()
    written = (party[key].casefold() for key in ("organisation", "unit"))
    return tuple(text for text in written if text and not _vague(text))


def _few_parties(facts: Facts) -> Iterator[Hit]:
    named = {_named(party) for party in facts.rows("parties")} - {()}
    if len(named) < PARTIES_NEEDED:
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
        _("{called}: här står ingen bestämd verksamhet."),
        _(
            "Ett samtycke får inte vara generellt. Skriv namnet, till exempel ”Växjö "
            "kommun” och ”Förskolan Exempelgläntan”."
        ),
        CONSENT_GUIDANCE,
    ),
)
