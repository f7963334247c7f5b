"""The words that tell one service or place from others, in their forms."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from formsvc.formkit.concealing import Term, key
from formsvc.formkit.place_words import ORDINARY, TOWNS, is_generic

FEWEST: Final = 4
"""Letters of a word, and letters and figures of a value, that is looked for."""

FEWEST_SHORT: Final = 2
"""Letters of a word that is looked for when nothing else tells of its service."""

STEM: Final = 5
"""Letters of a word without its ending."""

BEGINS: Final = 6
"""Letters of a word without its ending that begins longer words: "Solrosbarnen"."""

_ENDINGS: Final = ("en", "an", "et", "na", "n")
_SURNAME: Final = re.compile(
    "(?:s?son|dotter|berg|gren|lund|mann?|qvist|kvist|stedt?|holm|dahl|dal|strom|strand"
    "|stam|ell|en|er|in|ius|ander|roth)s?"
)
_WORD: Final = re.compile(r"\w+(?:[-’']\w+)*")
_PART: Final = re.compile(r"[,;/()\n–|·]+")


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
        spared = names.within(value)
        for part in parts:
            yield from _words(part, spared, capitals=value != value.lower())


def words_of(text: str) -> list[str]:
    """Return the words of a text, with what a hyphen holds together as one."""
    return _WORD.findall(text)


def stems(word: str) -> set[str]:
    """Return a folded word, and it without the ending of the genitive and the form."""
    found = {word}
    if word.endswith("s") and len(word) > FEWEST:
        found.add(word[:-1])
    for one in tuple(found):
        for ending in _ENDINGS:
            if one.endswith(ending) and len(one) - len(ending) >= STEM:
                found.add(one[: -len(ending)])
    return found


def holds_word(text: str, words: Collection[str]) -> bool:
    """Return whether a text has a word of `words`, stems of places, in any form.

    A last name that only begins as one of them is none: "Exempelsson".
    """
    for written in words_of(text):
        for part in (key(written), *map(key, written.split("-"))):
            if not stems(part).isdisjoint(words):
                return True
            if any(_is_compound(part, word) for word in words):
                return True
    return False


def _is_compound(written: str, word: str) -> bool:
    longer = len(word) >= BEGINS and written.startswith(word)
    return longer and not _SURNAME.fullmatch(written[len(word) :])


def _words(part: str, spared: frozenset[str], *, capitals: bool) -> Iterator[Term]:
    words = [one for one in words_of(part) if _is_distinctive(one, spared, capitals)]
    long = [one for one in words if len(key(one)) >= FEWEST]
    for word in long:
        yield from _forms(key(word))
    if all(key(word) in TOWNS for word in long):
        yield from _short(words)


def _short(words: Sequence[str]) -> Iterator[Term]:
    for word in words:
        if FEWEST_SHORT <= len(key(word)) < FEWEST and word[:1].isupper():
            yield Term(key(word), capital=True)


def _forms(word: str) -> Iterator[Term]:
    """Yield a word as it is looked for, without its endings too."""
    plain = stems(word)
    ordinary = not plain.isdisjoint(ORDINARY)
    for one in plain:
        if not is_generic(one):
            short = len(one) < BEGINS and one != word
            yield Term(one, ordinary, inflected=short)


def _term(phrase: str) -> Term:
    several = len(words_of(phrase)) > 1
    return Term(key(phrase), key(phrase) in ORDINARY, spaced=several)


def _is_telling(phrase: str, spared: frozenset[str]) -> bool:
    """Return whether a phrase has any word that tells one service from others."""
    words = (word for word in words_of(phrase) if not is_generic(word))
    return any(key(word) not in spared for word in words)


def _is_distinctive(word: str, spared: frozenset[str], capitals: bool) -> bool:  # noqa: FBT001
    named = word[:1].isupper() or not capitals
    letters = not any(one.isdigit() for one in word)
    return named and letters and key(word) not in spared and not is_generic(word)
