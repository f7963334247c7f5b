"""What to look for in running text so that nobody reads of a unit or a place there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from formsvc.formkit.concealing import Term, cut, key, without
from formsvc.formkit.place_words import ORDINARY, is_generic

FEWEST: Final = 4
"""Letters of a word, and letters and figures of a value, that is looked for."""

FEWEST_CHOSEN: Final = 2
"""Letters of a word that the sender has chosen."""

_WORD: Final = re.compile(r"\w+(?:[-’']\w+)*")
_PART: Final = re.compile(r"[,;/()\n–|·]+")
_REACH: Final = re.compile(
    r"[^\s<>()\[\],;:]+@[^\s<>()\[\],;]+\w"  # e-mail
    r"|(?<![\w.-])(?:\+|00)\d{1,3}[\s-]?(?:\(0\)[\s-]?)?\d(?:[\s-]{0,2}\d){5,11}(?!\d)"
    r"|(?<![\w.-])\(?0\d{1,3}\)?[\s/–-]{0,3}\d(?:[\s-]{0,2}\d){4,8}(?![\d.])"
)
"""An e-mail address, or a telephone number with its area code."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is hidden in running text.

    `terms` are not hidden within a name of `names`; `chosen` are the sender's own words
    and hidden in any case. With `reach`, so are all telephones and e-mail addresses but
    those in `known`.
    """

    terms: frozenset[Term]
    names: tuple[str, ...]
    chosen: frozenset[Term] = frozenset()
    known: frozenset[str] = frozenset()

    def taken_out(self, text: str) -> tuple[str, list[str]]:
        """Return a text without what is hidden, and what that was."""
        if not text:
            return text, []
        shown, chosen = without(text, self.chosen)
        shown, reach = cut(shown, self._reach(shown))
        shown, gone = without(shown, self.terms, self.names)
        return shown, [*chosen, *reach, *gone]

    def _reach(self, text: str) -> Iterator[tuple[int, int]]:
        for found in _REACH.finditer(text):
            if key(found[0]) not in self.known:
                yield found.span()


def chosen_terms(words: Sequence[str]) -> frozenset[Term]:
    """Return what the sender wants to hide beside what the service finds."""
    keys = ((key(word), word.strip()) for word in words)
    return frozenset(
        Term(one, spaced=" " in word) for one, word in keys if len(one) >= FEWEST_CHOSEN
    )


@dataclass(frozen=True, slots=True)
class Names:
    """The names of persons, which stay readable, folded as by `concealing.key`.

    `whole` has the words of each whole name; `spared` are words that are not hidden.
    """

    whole: Mapping[str, frozenset[str]]
    spared: frozenset[str]

    def within(self, text: str) -> frozenset[str]:
        """Return the words of all names that stand in a text."""
        written = key(text)
        found = (words for name, words in self.whole.items() if name in written)
        return self.spared.union(*found)


def terms(values: Iterable[str], names: Names) -> Iterator[Term]:
    """Yield what tells of `values`: the whole, its parts, its distinctive words.

    Nothing of a part that is the name of a person.
    """
    for value in {value.strip() for value in values}:
        if key(value) in names.whole:
            continue
        parts = [one for one in _PART.split(value) if key(one) not in names.whole]
        for phrase in {value, *parts}:
            if len(key(phrase)) >= FEWEST and _is_telling(phrase, names.spared):
                yield _term(phrase)
        capitals = value != value.lower()
        for word in (word for part in parts for word in words_of(part)):
            if _is_distinctive(word, names.within(value), capitals=capitals):
                yield from _inflected(word)


def words_of(text: str) -> list[str]:
    """Return the words of a text, with what a hyphen holds together as one."""
    return _WORD.findall(text)


def _term(phrase: str) -> Term:
    several = len(words_of(phrase)) > 1
    return Term(key(phrase), key(phrase) in ORDINARY, spaced=several)


def _is_telling(phrase: str, spared: frozenset[str]) -> bool:
    """Return whether a phrase has any word that tells one service from others."""
    words = (word for word in words_of(phrase) if not is_generic(word))
    return any(key(word) not in spared for word in words)


def _is_distinctive(word: str, spared: frozenset[str], *, capitals: bool) -> bool:
    named = word[:1].isupper() or not capitals
    letters = not any(one.isdigit() for one in word)
    told = key(word) not in spared and not is_generic(word)
    return named and letters and told and len(key(word)) >= FEWEST


def _inflected(word: str) -> Iterator[Term]:
    """Yield a word as it is looked for, without the s of its genitive too."""
    folded = key(word)
    yield Term(folded, folded in ORDINARY)
    if folded.endswith("s") and len(folded) > FEWEST:
        yield Term(folded[:-1], folded[:-1] in ORDINARY)
