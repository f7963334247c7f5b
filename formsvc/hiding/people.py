"""Whose names a document holds, and who may not read of units and places in it."""

from collections.abc import Iterator, Mapping

from formsvc.formkit.concealing import key
from formsvc.formkit.data import Data
from formsvc.formkit.distinctive import FEWEST, Names, holds_word, stems, words_of
from formsvc.formkit.facts import Facts
from formsvc.formkit.kind import Kind
from formsvc.formkit.persons import FAMILY, is_plain_name, without_care_of
from formsvc.formkit.place_words import is_generic
from formsvc.formkit.protection import is_marked, names_of
from formsvc.formkit.shared_rules import age_on

LISTS: Mapping[str, str] = {"invitation": "recipients", "plan": "distribution"}
"""The list of those who get something, by kind. A consent sends nothing."""

AUTHORITIES = frozenset(
    (
        "maternity_care",
        "child_health",
        "primary_care",
        "specialist_care",
        "habilitation",
        "child_psychiatry",
        "dental_care",
        "preschool",
        "school",
        "school_health",
        "social_services",
        "activity_duty",
        "police",
    )
)
"""Kinds of recipients who may know where a protected person is."""

ADULT = 18
"""Age at which a child's copy is its own."""

STAFF_ROLES = ("chaired_by", "note_taker", "received_by", "responsible")
"""Fields that name a person who works with the child."""

_UNITS = ("organisation", "unit", "place", "setting", "named_person_service")


def recipients_guarded(kind: Kind, data: Data) -> dict[int, bool]:
    """Return of each recipient, by row from 1, whether it may not see where people are.

    So for everyone but authorities, when anyone in `data` is protected. A protected
    person reads of itself and of the child, but not of another who is protected.
    """
    if kind.name not in LISTS:
        return {}
    facts = Facts(kind.form(data=data))
    child = set(names_of(facts.group("child")))
    marked = [_Person(one, child) for one in facts.groups() if is_marked(one)]
    adult = _is_adult(facts)
    rows = facts.all_rows(LISTS[kind.name])
    return {
        number: row["kind"] not in AUTHORITIES
        and _is_guarded(_Person(row, child), marked, adult=adult)
        for number, row in enumerate(rows, 1)
    }


class _Person:
    """A group or row that is about someone: its names, and whether it is the child."""

    def __init__(self, facts: Facts, child: set[frozenset[str]]) -> None:
        self.form = facts.form
        self.names = set(names_of(facts))
        self.of_child = facts.get("kind") == "child"
        first = next(iter(facts.form._fields.values()))
        self.is_child = (
            str(first.name).startswith("child-")
            or self.of_child
            or bool(child & self.names)
        )

    def is_same(self, row: "_Person") -> bool:
        """Return whether both are about one person, and about nobody else."""
        if self.form is row.form or (self.is_child and row.of_child):
            return True
        return not self.names.isdisjoint(row.names)


def _is_guarded(row: _Person, marked: list[_Person], *, adult: bool) -> bool:
    # A child's copy may lie in two homes.
    if marked and row.is_child and not adult:
        return True
    others = [person for person in marked if not person.is_same(row)]
    if len(others) < len(marked):
        return any(not person.is_child for person in others)
    return bool(others)


def _is_adult(facts: Facts) -> bool:
    day = facts.group("meeting").date("date")
    age = age_on(day, facts.group("child")) if day else None
    return age is not None and age >= ADULT


def names_in(kind: Kind, facts: Facts) -> Names:
    """Return the names of persons in a document, and what of them is hidden nowhere.

    That is all words of the family's names, and the first ones of others'.
    """
    family = list(_family(kind, facts))
    staff = list(_staff(facts))
    words = {word for name in family for word in _keys(name) if not is_generic(word)}
    first = {_keys(name)[0] for name in staff}
    whole = {key(name): frozenset(_keys(name)) for name in (*family, *staff)}
    return Names(whole, frozenset(words | first))


def _keys(name: str) -> list[str]:
    return [key(word) for word in words_of(name)]


def _family(kind: Kind, facts: Facts) -> Iterator[str]:
    people = [facts.group("child")]
    people += [facts.group("subject")] if "subject" in facts else []
    people += facts.rows("guardians") if "guardians" in facts else []
    rows = facts.rows(LISTS[kind.name]) if kind.name in LISTS else []
    people += [row for row in rows if row["kind"] in FAMILY]
    for person in people:
        for field in ("name", "attention", "recipient"):
            name = without_care_of(person.get(field))[0]
            if is_plain_name(name):
                yield name


def _staff(facts: Facts) -> Iterator[str]:
    """Yield the names of those who work with the child.

    A name with the word of a service in it, or that is called as a unit, is none.
    """
    units = {
        stem
        for group in facts.groups()
        for field in _UNITS
        for word in words_of(group.get(field))
        if len(key(word)) >= FEWEST and not is_generic(word)
        for stem in stems(key(word))
    }
    for group in facts.groups():
        for field in ("name", *STAFF_ROLES):
            name = group.get(field)
            words = words_of(name)
            alone = field in STAFF_ROLES and len(words) == 1
            if words and not alone and _is_name(name, units):
                yield name


def _is_name(name: str, units: set[str]) -> bool:
    generic = any(is_generic(word) for word in words_of(name))
    return not generic and not holds_word(name, units)
