"""Tells who is a person, whether two names may be one, and whether a line names two.

On the safe side: names are compared as sets of words, without accents, with initials
for words, in any order.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from formsvc.formkit.concealing import key
from formsvc.formkit.place_words import is_generic

FAMILY = ("guardian", "child")
"""Kinds of parties who are persons; the others are services."""

_PARTICLE: Final = re.compile("a[fv]|d[aei]|de[lnr]|[ae]l|l[ae]|v[ao]n|vom|zu|bin|ibn")
"""Words of names that are written without a capital."""

_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200d\u2060]")
_WORD: Final = re.compile(r"[^\W_]+")
_CARE_OF: Final = re.compile(r"\bc\s*/\s*o\b\s*|\bhos\b\s*", re.IGNORECASE)
_AND: Final = re.compile(
    r"[&+/;|\n\u2028]|\s[-–—]\s|\b(?:och|samt|resp(?:ektive)?)\b\.?|\bo\b(?!\.)"
)
_BOTH: Final = re.compile(
    r"\b(?:vårdnadshavarna|föräldra\w*|båda|bägge|fam|familjen?|makarna|paret)\b",
    re.IGNORECASE,
)


def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents and what shows nothing."""
    seen = _INVISIBLE.sub("", name)
    return tuple(filter(None, map(key, _WORD.findall(seen))))


def each_name(line: str) -> set[tuple[str, ...]]:
    """Return the names in a line, as `folded`: the whole, and each of several."""
    name = without_care_of(line)[0]
    return {folded(one) for one in (name, *_AND.split(name))} - {()}


def may_be_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two names, as `folded`, may be of one person.

    So when the first and last word of either are in the other, in any order, or all
    words of one are; a last name may be an initial, or be missing.
    """
    if not one or not other:
        return False
    whole, whole_other = "".join(one), "".join(other)
    if whole == whole_other or whole in (whole_other + "s", whole_other[:-1]):
        return True
    return _within(one, other) or _within(other, one)


def _within(name: Sequence[str], other: Sequence[str]) -> bool:
    first, last = name[0], name[-1]
    if len(name) == 1:
        return first in (other[0], f"{other[0]}s") and len(first) > 1
    named = [word for word in (first, last) if any(_full(word, one) for one in other)]
    meant = all(any(_alike(word, one) for one in other) for word in (first, last))
    apart = len({one for one in other if _alike(first, one) or _alike(last, one)}) > 1
    if named and meant and apart:
        return True
    joined = "".join(name)
    # "Lena Prov-dotter" is "Lena Provdotter", whose name may go on: "-Ek", "s".
    starts = ("".join(other[at:]) for at in range(len(other)))
    whole = len(first) > 1 and len(last) > 1
    return whole and any(start.startswith(joined) for start in starts)


def _full(word: str, other: str) -> bool:
    return len(word) > 1 and word in (other, other.removesuffix("s"))


def _alike(word: str, other: str) -> bool:
    initial = 1 in (len(word), len(other)) and word[:1] == other[:1]
    return initial or _full(word, other) or _full(other, word)


def without_care_of(name: str) -> tuple[str, str]:
    """Return a name, and at whose place that person lives: what follows "c/o"."""
    found = _CARE_OF.search(name)
    if not found:
        return name, ""
    return name[: found.start()].strip(" ,"), name[found.end() :].strip()


def is_plain_name(name: str) -> bool:
    """Return whether a line holds the name of one person, and nothing else."""
    words = re.findall(r"[\w’'.-]+", _INVISIBLE.sub("", name))
    return bool(words) and all(
        word[:1].isupper() or _PARTICLE.fullmatch(key(word)) for word in words
    )


def names_two(name: str, guardians: Iterable[str]) -> bool:
    """Return whether a line is to two persons; `guardians` are those known by name."""
    name = without_care_of(name)[0]
    parts = [part for part in _AND.split(name) if folded(part)]
    if len(parts) > 1 or _BOTH.search(name):
        return True
    written = folded(name)
    letters = "".join(written)
    named = (folded(one) for one in guardians if not _AND.search(one))
    known = _apart(one for one in named if one and one[0] in letters)
    if len([one for one in known if len(one) > 1 and may_be_same(one, written)]) > 1:
        return True
    return _goes_on(name, known)


def _apart(names: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """Return names that are of different persons."""
    found: list[Sequence[str]] = []
    for name in names:
        if name and not any(may_be_same(name, one) for one in found):
            found.append(name)
    return found


def _goes_on(name: str, known: Iterable[Sequence[str]]) -> bool:
    """Return whether another person comes after the first: not in "Testberg, Örjan"."""
    written = folded(name)
    before, _comma, after = name.partition(",")
    if folded(after) or len(written) > len(("first", "last")):
        others = [one for one in known if not may_be_same(one, written[:-1])]
        if any(one[0] == written[-1] and not {*written} <= {*one} for one in others):
            return True
    role = is_generic(after.strip().partition(" ")[0])
    return bool(folded(after)) and len(folded(before)) > 1 and not role
