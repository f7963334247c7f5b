"""Who gets something of a batch, and what of the document each may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from formsvc.formkit.concealing import without
from formsvc.formkit.data import Data
from formsvc.hiding import Hidden, Sight, recipients_guarded
from formsvc.hiding.words import chosen_terms
from formsvc.i18n import _
from formsvc.mailing.address import name_lines
from formsvc.mailing.batch import Choices
from formsvc.pipeline import TakenIn


@dataclass(frozen=True, slots=True)
class Addressee:
    """A recipient. `number` is its row in the source that was given, from 1.

    `place` is its row in the normalised data, which has no empty rows, from 1. `field`
    is the name of its row in the source, `called` what people call it, `data` the
    document as it may see it, `row` its own row there.
    """

    number: int
    place: int
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
    for place, number in enumerate(numbers(taken, rows), 1):
        facts = taken.facts.all_rows(rows)[number - 1]
        is_guarded = _is_guarded(number, choices, by_default=guarded[place])
        data, hidden = sight.of(place, guarded=is_guarded)
        row = data[rows][place - 1]
        called = _called(facts.called, row)
        field = next(facts.leaves()).name.rpartition("-")[0]
        found.append(
            Addressee(number, place, field, called, data, row, is_guarded, hidden)
        )
    return found


def numbers(taken: TakenIn, rows: str) -> list[int]:
    """Return the rows of a list in which something is written, from 1.

    These are the numbers by which findings call them: empty rows count.
    """
    listed = taken.facts.all_rows(rows)
    return [number for number, row in enumerate(listed, 1) if not row.empty]


def unused_words(choices: Choices, everyone: Sequence[Addressee]) -> tuple[str, ...]:
    """Return the words to hide that hid nothing from anybody: too short, or nowhere."""
    hidden = {part.what for one in everyone if one.guarded for part in one.hidden}
    return tuple(word for word in choices.words if not _hides(word, hidden))


def _hides(word: str, hidden: Iterable[str]) -> bool:
    terms = chosen_terms((word,))
    return any(without(text, terms)[1] for text in hidden)


def _is_guarded(number: int, choices: Choices, *, by_default: bool) -> bool:
    if number in choices.hidden:
        return True
    return by_default and number not in choices.shown


def _called(row: str, data: Data) -> str:
    """Return what a recipient is called: `Mottagare 3 (Förskolan Exempelgläntan)`."""
    names = [data.get("unit"), data.get("attention"), *name_lines(data)]
    name = next((name for name in names if name), "")
    return _("{row} ({name})").format(row=row, name=name) if name else row
