"""Protected identity: what may not be told of a person who lives with it.

Whoever has the field `protected_identity` set is protected wherever the name stands, in
any form that may be the same (`persons.py`). Their address, telephone, e-mail and
setting are in no document (contract 4), nor is what tells of one of the family where
that person works. What is left out of a field is left out of all texts too: see
`protected_text.py`.
"""

from collections.abc import Iterable, Iterator

from wtforms import Form

from formsvc.formkit.data import Data, normalised
from formsvc.formkit.facts import Facts
from formsvc.formkit.flattened import FormData
from formsvc.formkit.groups import ADDRESS
from formsvc.formkit.matching import Pair, matched, title
from formsvc.formkit.persons import FAMILY, each_name, folded, may_be_same
from formsvc.formkit.protected_text import Told, told_again
from formsvc.formkit.view import FieldView, GroupView, RowsView, View, view

TELLING = (*ADDRESS, "phone", "email", "setting")
"""The fields that tell where a person is, or how to reach them."""

NAMES = ("name", "attention", "recipient")
"""The fields that name the person whom a group or row is about."""

SERVICE = ("organisation", "unit")
"""Fields that tell of one of the family where that person works or is cared for."""

UNPROTECTED = ("", "none")
"""Marks that protect nobody; one that is not understood protects, to be safe."""


class Protected:
    """Who in a document lives with protected identity."""

    def __init__(self, document: Facts, *beside: Facts) -> None:
        """Find every marked person in `document`, and in those that lie `beside` it."""
        self._everyone = list(document.groups())
        self._others = [person for other in beside for person in other.groups()]
        people = (*self._everyone, *self._others)
        marked = [one for one in people if is_marked(one)]
        self.anyone = bool(marked)
        self._names = {folded(name) for person in marked for name in _lines(person)}
        self._places = {_place(person) for person in marked} - {""}

    def __contains__(self, person: Facts) -> bool:
        """Return whether a group or row is about someone protected.

        Also when their name is one of several: a joint letter is a known leak.
        """
        if is_marked(person) or _place(person) in self._places:
            return True
        written = {name for line in _lines(person) for name in each_name(line)}
        return any(may_be_same(one, each) for one in self._names for each in written)

    def exposed(self) -> Iterator[tuple[Facts, str]]:
        """Yield each group or row, and field, that tells where someone is."""
        return self._exposed(self._everyone)

    def told_elsewhere(self) -> Iterator[Told]:
        """Yield each other field in which something of it stands again."""
        hidden = list(self._exposed((*self._everyone, *self._others)))
        if hidden:
            values = ((key, person[key]) for person, key in hidden)
            own = {person.name(key) for person, key in hidden}
            yield from told_again(self._everyone[0], values, own)

    def _exposed(self, people: Iterable[Facts]) -> Iterator[tuple[Facts, str]]:
        for person in people:
            if person in self:
                keys = (*TELLING, *(SERVICE if _is_person(person) else ()))
                yield from ((person, key) for key in keys if person.get(key))


def tellable(form: type[Form], formdata: FormData, *beside: Facts) -> Data:
    """Return normalised data without what is left out of every document.

    Whoever is protected in a document `beside` this one is so here too.
    """
    protected = Protected(Facts(form(formdata)), *beside)
    hidden = {person.name(key): "" for person, key in protected.exposed()}
    hidden |= {one.source or one.name: one.shown for one in protected.told_elsewhere()}
    told = {**formdata, **{name: [text] for name, text in hidden.items()}}
    return normalised(form(FormData(told)))


def left_behind(old: Facts, new: Facts) -> tuple[dict[str, str], dict[str, str]]:
    """Return what to show of fields, old and new, that may tell where someone was.

    Whoever gets another name at the same time as a mark is not known again in the other
    document. So when anyone is protected in either, rows of lists that are not of one
    name in both tell nothing, and what stands in them is taken out of all texts.
    """
    shown: tuple[dict[str, str], dict[str, str]] = ({}, {})
    before, after = view(old.form), view(new.form)
    if not (_anyone_marked(before) or _anyone_marked(after)):
        return shown
    values = set()
    for pair in _rows(before, after):
        if not _same_name(pair):
            for names, row in zip(shown, (pair.old, pair.new), strict=True):
                gone = [one for one in _leaves(row) if one.key in TELLING and one.value]
                values |= {(one.key, str(one.value)) for one in gone}
                names |= {one.name: "" for one in gone}
    for names, document in zip(shown, (old, new), strict=True):
        told = told_again(document, sorted(values), set(names))
        names |= {one.source or one.name: one.shown for one in list(told)}
    return shown


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


def _is_person(person: Facts) -> bool:
    """Return whether a group or row is about a person: a service has to have a name."""
    return person.get("kind") in ("", *FAMILY)


def names_of(person: Facts) -> Iterator[frozenset[str]]:
    """Yield the names of a group or row, alike in any case, spacing and order."""
    for line in _lines(person):
        if words := folded(line):
            yield frozenset(words)


def _lines(person: Facts) -> Iterator[str]:
    """Yield the lines that name whom a group or row is about."""
    for key in NAMES:
        if line := person.get(key):
            yield line
