"""Protected identity: what may not be told of a person who lives with it.

Whoever has the field `protected_identity` set is protected wherever the same name
stands. Their address, telephone, e-mail and setting are in no document (contract 4).
"""

from collections.abc import Iterator

from formsvc.formkit.data import Data
from formsvc.formkit.facts import Facts

TELLING = ("address", "postal_code", "town", "phone", "email", "setting")
"""The fields that tell where a person is, or how to reach them."""

NAMES = ("name", "attention", "recipient")
"""The fields that name the person whom a group or row is about."""


def exposed(facts: Facts) -> Iterator[tuple[Facts, str]]:
    """Yield each group or row, and field of it, that tells of a protected person."""
    everyone = list(facts.groups())
    names = {name for person in everyone if _marked(person) for name in _names(person)}
    for person in everyone:
        if _marked(person) or names.intersection(_names(person)):
            for key in TELLING:
                if person.get(key):
                    yield person, key


def withheld(facts: Facts) -> Data:
    """Return the names and values that `exposed` finds, to be left out of documents."""
    return {person.name(key): person[key] for person, key in exposed(facts)}


def _marked(person: Facts) -> bool:
    if "protected_identity" not in person:
        return False
    return person["protected_identity"] not in ("", "none")


def _names(person: Facts) -> set[str]:
    written = (person[key] for key in NAMES if key in person)
    return {" ".join(name.casefold().split()) for name in written if name}
