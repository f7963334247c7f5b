"""What the sender has chosen for letters and copies, from page to page.

The pages of letters and copies ask: `seen-3` says whether the third recipient sees
places, `words` what else is hidden, `covers` whether copies have covers. Other pages
carry what differs from the usual, each choice with the name that it was made for: rows
come and go, and their numbers with them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import request

from formsvc.hiding import recipients_guarded
from formsvc.mailing.batch import Choices
from formsvc.pipeline import TakenIn
from formsvc.web.posted import DO
from formsvc.web.sendings import Sending, sending_of
from formsvc.web.sent_to import anyone_protected

CARRIED = "sending_choices"
"""The name of the hidden field."""

SEEN = "seen-"
SHOWN, HIDDEN = "shown", "hidden"
"""What a recipient's choice may be."""

WORDS = "words"
"""More words to hide, separated by commas or lines."""

COVERS = "covers"
"""Whether copies have cover letters: yes or no."""

MOST_WORDS, LONGEST_WORD, MOST_DIGITS = 50, 100, 4
MOST_CHARACTERS = 200_000

_NAMES = ("unit", "organisation", "attention", "recipient")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen, `words` as typed, and whose choice no recipient has any more."""

    choices: Choices
    words: str = ""
    lost: tuple[str, ...] = ()


def chosen(taken: TakenIn, sending: Sending) -> Chosen:
    """Return what is chosen on the page that was sent, or on one before it."""
    told = _carried()
    words = request.form.get(WORDS, told["words"])
    covers = request.form.get(COVERS, told["covers"]) != "no"
    if not anyone_protected(taken):
        return Chosen(Choices(covers=covers), words)
    seen = dict(_on_page())
    lost: tuple[str, ...] = ()
    if not seen:
        seen, lost = _found(told["seen"], _names(taken, sending))
    choices = Choices(
        shown=frozenset(number for number, one in seen.items() if one == SHOWN),
        hidden=frozenset(number for number, one in seen.items() if one == HIDDEN),
        words=tuple(_words(words)),
        covers=covers,
    )
    return Chosen(choices, words, lost)


def as_text(taken: TakenIn) -> str:
    """Return what a page sends along of the choices, nothing when all is as usual.

    What was chosen of one document holds of no other that it leads to.
    """
    sending = sending_of(taken.kind)
    if sending is None or request.form.get(DO, "").startswith("next "):
        return ""
    told = _carried()
    if seen := dict(_on_page()):
        told["seen"] = [*_unusual(taken, sending, seen)]
    told |= {key: request.form[key] for key in (WORDS, COVERS) if key in request.form}
    usual = not told["seen"] and not told["words"] and told["covers"] != "no"
    return "" if usual else json.dumps(told, ensure_ascii=False)


def _on_page() -> Iterator[tuple[int, str]]:
    """Yield what is chosen on the page that was sent, by the number of a recipient."""
    for name, choice in request.form.items():
        number = name.removeprefix(SEEN)
        is_number = number.isdecimal() and len(number) <= MOST_DIGITS
        if name.startswith(SEEN) and is_number and choice in (SHOWN, HIDDEN):
            yield int(number), choice


def _unusual(
    taken: TakenIn, sending: Sending, seen: dict[int, str]
) -> Iterator[tuple[str, str]]:
    """Yield the choices that the service would not have made, by name."""
    usual = recipients_guarded(taken.kind, taken.tellable)
    names = _names(taken, sending)
    for number, choice in seen.items():
        if number in names and usual[number] is not (choice == HIDDEN):
            yield names[number], choice


def _found(
    told: list[tuple[str, str]], names: dict[int, str]
) -> tuple[dict[int, str], tuple[str, ...]]:
    """Return choices by number, and the names that nobody, or not only one, has.

    What is hidden is so for all of that name.
    """
    seen: dict[int, str] = {}
    lost: list[str] = []
    for name, choice in told:
        hits = [number for number, one in names.items() if one == name]
        if len(hits) == 1 or (hits and choice == HIDDEN):
            seen |= dict.fromkeys(hits, choice)
        else:
            lost.append(name)
    return seen, tuple(lost)


def _names(taken: TakenIn, sending: Sending) -> dict[int, str]:
    """Return what recipients are called, by number."""
    rows = enumerate(taken.data[sending.listed], 1)
    return {
        number: ", ".join(row[key] for key in _NAMES if row.get(key))
        for number, row in rows
    }


def _words(written: str) -> list[str]:
    lines = written.replace("\n", ",").split(",")
    words = [line.strip()[:LONGEST_WORD] for line in lines]
    return [word for word in words if word][:MOST_WORDS]


def _carried() -> dict[str, Any]:
    """Return what an earlier page sent along, as usual when it is not ours."""
    usual = {"seen": [], "words": "", "covers": "yes"}
    text = request.form.get(CARRIED, "")
    if not text or len(text) > MOST_CHARACTERS:
        return usual
    try:
        told = json.loads(text)
        seen = [(str(name), str(choice)) for name, choice in told["seen"]]
        return {
            "seen": [one for one in seen if one[1] in (SHOWN, HIDDEN)],
            "words": str(told["words"]),
            "covers": str(told["covers"]),
        }
    except (ValueError, TypeError, KeyError, RecursionError):
        return usual
