"""Who gets something of a batch, and what of the document each may see."""

from dataclasses import dataclass

from formsvc.formkit.data import Data
from formsvc.hiding import Hidden, Sight, recipients_guarded
from formsvc.i18n import _
from formsvc.mailing.address import name_lines
from formsvc.mailing.batch import Choices
from formsvc.pipeline import TakenIn


@dataclass(frozen=True, slots=True)
class Addressee:
    """A recipient. `number` is its row in the normalised data, from 1.

    `field` is the name of its row in the source that was given, `called` what people
    call it, `data` the document as it may see it, `row` its own row there.
    """

    number: int
    field: str
    called: str
    data: Data
    row: Data
    guarded: bool
    hidden: tuple[Hidden, ...]


def addressees(taken: TakenIn, choices: Choices, rows: str) -> list[Addressee]:
    """Return everyone in the list `rows` of a document, in its order."""
    told = taken.tellable
    guarded = recipients_guarded(taken.kind, told)
    sight = Sight(taken.kind, told, choices.words)
    found = []
    for number, facts in enumerate(taken.facts.rows(rows), 1):
        is_guarded = _is_guarded(number, choices, by_default=guarded[number])
        data, hidden = sight.of(number, guarded=is_guarded)
        row = data[rows][number - 1]
        called = _called(facts.called, row)
        field = next(facts.leaves()).name.rpartition("-")[0]
        found.append(Addressee(number, field, called, data, row, is_guarded, hidden))
    return found


def _is_guarded(number: int, choices: Choices, *, by_default: bool) -> bool:
    if number in choices.shown:
        return False
    return by_default or number in choices.hidden


def _called(row: str, data: Data) -> str:
    """Return what a recipient is called: `Mottagare 3 (Förskolan Exempelgläntan)`."""
    names = [data.get("unit"), data.get("attention"), *name_lines(data)]
    name = next((name for name in names if name), "")
    return _("{row} ({name})").format(row=row, name=name) if name else row
