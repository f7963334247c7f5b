"""Protected identity: what may not be told of a person who lives with it.

Whoever has the field `protected_identity` set is protected wherever the same name
stands. Their address, telephone, e-mail and setting are in no document (contract 4).
"""

import re
from collections.abc import Iterator

from wtforms import Form

from formsvc.formkit.data import Data, normalised
from formsvc.formkit.facts import Facts
from formsvc.formkit.flattened import FormData
from formsvc.formkit.matching import Pair, matched, title
from formsvc.formkit.text import plain_line
from formsvc.formkit.view import FieldView, GroupView, RowsView, View

TELLING = ("address", "postal_code", "town", "phone", "email", "setting")
"""The fields that tell where a person is, or how to reach them."""

NAMES = ("name", "attention", "recipient")
"""The fields that name the person whom a group or row is about."""

UNPROTECTED = ("", "none")
"""Marks that protect nobody; one that is not understood protects, to be safe."""


class Protected:
    """Who in a document lives with protected identity."""

    def __init__(self, document: Facts, *beside: Facts) -> None:
        """Find every marked person in `document`, and in those that lie `beside` it."""
        self._everyone = list(document.groups())
        others = (person for other in beside for person in other.groups())
        marked = [one for one in (*self._everyone, *others) if is_marked(one)]
        self._names = {name for person in marked for name in names_of(person)}
        self._places = {_place(person) for person in marked} - {""}

    def __contains__(self, person: Facts) -> bool:
        """Return whether a group or row is about someone protected.

        Also when their name is one of several: a joint letter is a known leak.
        """
        if is_marked(person) or _place(person) in self._places:
            return True
        written = list(names_of(person))
        return any(name in each for name in self._names for each in written)

    def exposed(self) -> Iterator[tuple[Facts, str]]:
        """Yield each group or row, and field, that tells where someone is."""
        for person in self._everyone:
            if person in self:
                yield from ((person, key) for key in TELLING if person.get(key))


def withheld(document: Facts, *beside: Facts) -> Data:
    """Return the names and values of fields that are left out of every document.

    Whoever is protected in a document `beside` this one is so here too.
    """
    exposed = Protected(document, *beside).exposed()
    return {person.name(key): person[key] for person, key in exposed}


def tellable(form: type[Form], formdata: FormData, *beside: Facts) -> Data:
    """Return normalised data without what is withheld."""
    hidden = withheld(Facts(form(formdata)), *beside)
    told = FormData({k: v for k, v in formdata.items() if k not in hidden})
    return normalised(form(told))


def left_behind(old: GroupView, new: GroupView) -> tuple[set[str], set[str]]:
    """Return the names of fields, old and new, that may tell where a protected one was.

    Whoever gets another name at the same time as a mark is not known again in the other
    document. So when anyone is protected in either, rows of lists that are not of one
    name in both tell nothing.
    """
    hidden: tuple[set[str], set[str]] = set(), set()
    if _anyone_marked(old) or _anyone_marked(new):
        for pair in _rows(old, new):
            if not _same_name(pair):
                for names, row in zip(hidden, (pair.old, pair.new), strict=True):
                    names |= {one.name for one in _leaves(row) if one.key in TELLING}
    return hidden


def _anyone_marked(part: View) -> bool:
    return any(
        one.key == "protected_identity" and one.value not in UNPROTECTED
        for one in _leaves(part)
    )


def _rows(old: View, new: View) -> Iterator[Pair]:
    if isinstance(old, RowsView) and isinstance(new, RowsView):
        yield from matched(list(old), list(new))
    elif isinstance(old, GroupView) and isinstance(new, GroupView):
        for one, other in zip(old, new, strict=True):
            yield from _rows(one, other)


def _same_name(pair: Pair) -> bool:
    if pair.old is None or pair.new is None:
        return False
    return title(pair.old).casefold() == title(pair.new).casefold()


def _leaves(part: View | None) -> Iterator[FieldView]:
    if isinstance(part, FieldView):
        yield part
    elif part is not None:
        for inner in part:
            yield from _leaves(inner)


def _place(person: Facts) -> str:
    """Return where there is one person only, as the child; empty for rows."""
    name = str(next(iter(person.form._fields.values())).name)
    return "" if any(step.isdigit() for step in name.split("-")) else name


def is_marked(person: Facts) -> bool:
    """Return whether a group or row says that it is about someone protected."""
    return person.get("protected_identity") not in UNPROTECTED


def names_of(person: Facts) -> Iterator[str]:
    """Yield the names of a group or row, alike however they are typed, in spaces."""
    for key in NAMES:
        words = re.findall(r"[\w-]+", plain_line(person.get(key)).casefold())
        if words:
            yield f" {' '.join(words)} "
