"""Rules on protected identity that several kinds share."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.persons import FAMILY, names_two
from formsvc.formkit.protection import Protected
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import PROTECTED

PLACES: Final = ("meeting", "follow_up")
"""Groups that have a place where people meet."""


def _exposed(facts: Facts) -> Iterator[Hit]:
    for person, key in Protected(facts).exposed():
        yield at(person, key, what=person.label(key))


def _told_elsewhere(facts: Facts) -> Iterator[Hit]:
    for told in Protected(facts).told_elsewhere():
        yield Hit(told.name, {"called": told.called, "what": told.what})


def _place_told(facts: Facts) -> Iterator[Hit]:
    if Protected(facts).anyone:
        for group in (facts.group(key) for key in PLACES if key in facts):
            if group["place"]:
                yield at(group, "place")


def joint(facts: Facts, rows: Iterable[Facts], field: str) -> Iterator[Hit]:
    """Yield the rows that go to both guardians at once, while anyone is protected."""
    if not Protected(facts).anyone:
        return
    own = [row for row in rows if row["kind"] == "guardian"]
    known = facts.rows("guardians") if "guardians" in facts else []
    named = [row["name"] for row in known]
    for row in own:
        others = [one[field] for one in own if one is not row]
        if names_two(row[field], (*named, *others)):
            yield at(row, field)


def joint_rule(code: str, find: Callable[[Facts], Iterable[Hit]]) -> Rule:
    """Return the rule that each guardian gets a piece alone, for a kind's own list."""
    return Rule(
        code,
        Severity.ERROR,
        find,
        _("{called}: raden gäller flera, och någon har skyddade personuppgifter."),
        _("Gör en rad för var och en, så att ingen läser vad den andra får veta."),
        PROTECTED,
    )


def by_post(facts: Facts, rows: Iterable[Facts], channel: str) -> Iterator[Hit]:
    """Yield the family's rows that go by post while another of them is protected.

    `channel` is how post is called in that list. One who is protected is an error.
    """
    protected = Protected(facts)
    if not protected.anyone:
        return
    for row in rows:
        if row["kind"] in FAMILY and row["channel"] == channel and row not in protected:
            yield at(row, "channel")


def by_post_rule(code: str, find: Callable[[Facts], Iterable[Hit]]) -> Rule:
    """Return the rule that a letter to the family may come where a child lives."""
    return Rule(
        code,
        Severity.WARNING,
        find,
        _(
            "{called}: det går med post till familjen, och den som har skyddade "
            "personuppgifter kan bo på adressen."
        ),
        _("Lämna det personligen, om den som är skyddad inte bor någon annanstans."),
        PROTECTED,
    )


PROTECTED_PLACE = Rule(
    "protected.meeting_place",
    Severity.WARNING,
    _place_told,
    _("{called}: platsen kan röja var en person med skyddade personuppgifter finns."),
    _("Välj en plats som inte säger något om var personen bor, går eller vårdas."),
    PROTECTED,
)

PROTECTED_RULES = (
    Rule(
        "protected.exposed",
        Severity.ERROR,
        _exposed,
        _(
            "{called}: {what} kan röja var en person med skyddade personuppgifter "
            "finns."
        ),
        _("Ta bort uppgiften. Den skrivs inte ut i något dokument."),
        PROTECTED,
    ),
    Rule(
        "protected.told",
        Severity.ERROR,
        _told_elsewhere,
        _(
            "{called}: här står {what} som hör till en person med skyddade "
            "personuppgifter."
        ),
        _("Ta bort uppgiften. Den skrivs inte ut i något dokument."),
        PROTECTED,
    ),
)
