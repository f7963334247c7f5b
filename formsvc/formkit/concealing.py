"""Takes words out of running text, however they are written there.

A word is found in any case, with or without accents, in the genitive, as the beginning
of a longer word, broken over lines, with characters in it that show nothing, and in an
address of mail or web.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from formsvc.i18n import _

NOT_SHOWN: Final = _("[visas inte]")
"""Stands in running text where something is left out."""

ANYWHERE: Final = 7
"""Letters and figures of something that is found within a longer word too."""

BEGINS: Final = 5
"""Letters of a word that is found as the beginning of a longer one."""

SHORT_LINKS: Final = " ,/-–\u00a0"
"""What may stand between two things left out that become one."""

_ENDINGS: Final = re.compile(r"(?:n|na|a|an|e|en|er|erna|ar|arna|or|orna|o|et|t)?s?")
"""How a word may go on that is found in its forms alone."""

_WEB = ("://", "www.", "@")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """Something to leave out: its letters and figures, folded by `key`.

    With `capital`, only where it begins with a capital: it is an ordinary word too.
    With `spaced` it is several words. With `inflected` it is the stem of a word, and
    what goes on from it is only an ending.
    """

    key: str
    capital: bool = False
    spaced: bool = False
    inflected: bool = False


def key(text: str) -> str:
    """Return the letters and figures of a text, without case and accents."""
    return "".join(letter for letter, _at in _folded(text))


def without(
    text: str, terms: Iterable[Term], kept: Sequence[str] = ()
) -> tuple[str, list[str]]:
    """Return a text without `terms`, and what has been left out of it.

    `kept` are names that stay, as they are folded.
    """
    found = _Text(text)
    hidden = list(found.spans(terms))
    if not hidden:
        return text, []
    names = list(found.spans(Term(name, spaced=True) for name in kept))
    spans = [
        (start, end)
        for start, end in hidden
        if not any(first <= start and end <= last for first, last in names)
    ]
    return cut(text, spans)


def cut(text: str, spans: Iterable[Span]) -> tuple[str, list[str]]:
    """Return a text with a mark in place of each of `spans`, and what stood there."""
    left, gone, at = [], [], 0
    for start, end in _joined(text, spans):
        left += [text[at:start], NOT_SHOWN]
        gone.append(text[start:end])
        at = end
    return "".join([*left, text[at:]]), gone


def _joined(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that nothing but a comma lies between as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        before = joined[-1] if joined else None
        if before and not text[before[1] : start].strip(SHORT_LINKS):
            joined[-1] = (before[0], max(before[1], end))
        else:
            joined.append((start, end))
    return joined


def _folded(text: str) -> Iterator[tuple[str, int]]:
    """Yield the letters and figures of a text, folded, and where each stands."""
    for at, character in enumerate(text):
        if character.isascii():
            if character.isalnum():
                yield character.lower(), at
            continue
        for part in unicodedata.normalize("NFKD", character).casefold():
            if part.isalnum():
                yield part, at


def _goes_on(term: Term, rest: str) -> bool:
    """Return whether a term may go on so within a word."""
    if term.inflected:
        return bool(_ENDINGS.fullmatch(rest))
    return len(term.key) >= BEGINS or rest in ("", "s")


class _Text:
    """A text, folded once, in which any number of terms are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        pairs = list(_folded(text))
        self.key = "".join(letter for letter, _at in pairs)
        self._places = [at for _letter, at in pairs]

    def spans(self, terms: Iterable[Term]) -> Iterator[Span]:
        """Yield where in the text each of `terms` stands, as whole words."""
        for term in terms:
            at = self.key.find(term.key) if term.key else -1
            while at >= 0:
                yield from self._span(term, at)
                at = self.key.find(term.key, at + 1)

    def _span(self, term: Term, at: int) -> Iterator[Span]:
        size = len(term.key)
        start, end = self._places[at], self._places[at + size - 1] + 1
        first, last = self._edges(start, end)
        apart = not term.spaced and self._is_apart(start, end)
        if size < ANYWHERE and (first < start or apart):
            return
        if not _goes_on(term, self._text[end:last].casefold()):
            return
        if not term.capital or self._text[start].isupper():
            yield self._address(first, last)

    def _edges(self, start: int, end: int) -> Span:
        """Return where the word begins and ends that `start` and `end` lie in."""
        while start and self._text[start - 1].isalnum():
            start -= 1
        while end < len(self._text) and self._text[end].isalnum():
            end += 1
        return start, end

    def _is_apart(self, start: int, end: int) -> bool:
        """Return whether there is a space in it that is no broken line."""
        inside = self._text[start:end]
        return " " in inside and "\n" not in inside

    def _address(self, start: int, end: int) -> Span:
        """Return the whole address of mail or web in which a word stands."""
        first, last = start, end
        while first and not self._text[first - 1].isspace():
            first -= 1
        while last < len(self._text) and not self._text[last].isspace():
            last += 1
        last = first + len(self._text[first:last].rstrip(".,;:!?)]»”\"'"))
        whole = self._text[first:last]
        return (first, last) if any(one in whole for one in _WEB) else (start, end)
