"""What to look for in running text so that nobody reads of a unit or a place there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from formsvc.formkit.concealing import Term, cut, key, without
from formsvc.formkit.phones import FEWEST_LOCAL, forms_of, numbers_in

FEWEST_CHOSEN: Final = 2
"""Letters of a word that the sender has chosen."""

_MAIL: Final = re.compile(r"[^\s<>()\[\],;:]+@[^\s<>()\[\],;]+\w")


@dataclass(frozen=True, slots=True)
class Words:
    """What is hidden in running text.

    `terms` are not hidden within a name of `names`; `chosen` are the sender's own words
    and hidden in any case. So are all telephones and e-mail addresses.
    """

    terms: frozenset[Term]
    names: tuple[str, ...]
    chosen: frozenset[Term] = frozenset()

    def taken_out(self, text: str) -> tuple[str, list[str]]:
        """Return a text without what is hidden, and what that was."""
        if not text:
            return text, []
        shown, chosen = without(text, self.chosen)
        shown, reach = cut(shown, _reach(shown))
        shown, gone = without(shown, self.terms, self.names)
        return shown, [*chosen, *reach, *gone]


def _reach(text: str) -> Iterator[tuple[int, int]]:
    yield from (found.span() for found in _MAIL.finditer(text))
    yield from numbers_in(text)


def chosen_terms(words: Sequence[str]) -> frozenset[Term]:
    """Return what the sender wants to hide beside what the service finds."""
    keys = ((key(word), word.strip()) for word in words)
    return frozenset(
        Term(one, spaced=" " in word) for one, word in keys if len(one) >= FEWEST_CHOSEN
    )


def phone_terms(numbers: Iterable[str]) -> Iterator[Term]:
    """Yield the telephone numbers of fields, as they are looked for."""
    for number in numbers:
        for form in forms_of(number):
            if len(form) >= FEWEST_LOCAL:
                yield Term(form, spaced=True)
