"""Rules on the sender, whose unit and address stand on every letter."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.protection import Protected
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import PROTECTED

_TOLD = (
    _("Avsändarens enhet och adress står på varje brev"),
    _("{unit} är avsändare och står på varje brev, fast den döljs på andra ställen"),
    _("{unit} är avsändare och står på varje brev, och barnet går där"),
)
"""What is told: of any unit, of one that is invited too, and of the child's own."""


def _sender_told(facts: Facts) -> Iterator[Hit]:
    sender = facts.group("sender")
    unit = sender["unit"]
    if not (unit or sender["address"]) or not Protected(facts).anyone:
        return
    told = _TOLD[_how_telling(facts, unit)].format(unit=unit)
    yield at(sender, "unit", told=told)


def _how_telling(facts: Facts, unit: str) -> int:
    """Return which words to tell of the sender's unit."""
    rows = (row for row in facts.rows("recipients") if row["kind"] not in FAMILY)
    if _same(unit, facts.group("child")["setting"]):
        return 2
    return int(any(_same(unit, row[key]) for row in rows for key in _NAMES))


_NAMES = ("organisation", "unit")


def _same(unit: str, name: str) -> bool:
    """Return whether the name of a unit stands in another."""
    return bool(unit) and unit.casefold() in name.casefold()


SENDER_RULES = (
    Rule(
        "protected.sender",
        Severity.WARNING,
        _sender_told,
        _("{told}, och någon har skyddade personuppgifter."),
        _("Låt en enhet skicka som inte säger var personen bor, går eller vårdas."),
        PROTECTED,
    ),
)
