"""Whose names a document holds, and who may not read of units and places in it."""

from collections.abc import Iterator, Mapping

from formsvc.formkit.concealing import key
from formsvc.formkit.data import Data
from formsvc.formkit.facts import Facts
from formsvc.formkit.kind import Kind
from formsvc.formkit.place_words import is_generic
from formsvc.formkit.protection import FAMILY, is_marked, names_of
from formsvc.hiding.words import Names, words_of

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
    marked = [person for person in facts.groups() if is_marked(person)]
    child = set(names_of(facts.group("child")))
    rows = facts.all_rows(LISTS[kind.name])
    return {
        number: row["kind"] not in AUTHORITIES and _is_guarded(row, marked, child)
        for number, row in enumerate(rows, 1)
    }


def _is_guarded(row: Facts, marked: list[Facts], child: set[str]) -> bool:
    others = [person for person in marked if not _is_same(person, row, child)]
    if len(others) < len(marked):
        return any(not _is_child(person, child) for person in others)
    return bool(others)


def _is_same(person: Facts, row: Facts, child: set[str]) -> bool:
    """Return whether both are about one person, and about nobody else."""
    if person.form is row.form:
        return True
    if _is_child(person, child) and row["kind"] == "child":
        return True
    return bool(set(names_of(person)) & set(names_of(row)))


def _is_child(person: Facts, child: set[str]) -> bool:
    first = next(iter(person.form._fields.values()))
    return (
        str(first.name).startswith("child-")
        or person.get("kind") == "child"
        or bool(child & set(names_of(person)))
    )


def names_in(kind: Kind, facts: Facts) -> Names:
    """Return the names of persons in a document, and what of them is hidden nowhere.

    That is all words of the family's names, and the first ones of others'.
    """
    family = list(_family(kind, facts))
    staff = list(_staff(facts))
    words = {word for name in family for word in _keys(name)}
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
            if words_of(person.get(field)):
                yield person.get(field)


def _staff(facts: Facts) -> Iterator[str]:
    """Yield the names of those who work with the child.

    A name with the word of a service in it, or that is called as a unit, is none.
    """
    units = {
        key(word)
        for group in facts.groups()
        for field in _UNITS
        for word in (group.get(field), *words_of(group.get(field)))
    }
    for group in facts.groups():
        for field in ("name", *STAFF_ROLES):
            name = group.get(field)
            words = words_of(name)
            alone = field in STAFF_ROLES and len(words) == 1
            if words and not alone and _is_name(name, units):
                yield name


def _is_name(name: str, units: set[str]) -> bool:
    return not any(is_generic(word) or key(word) in units for word in words_of(name))
