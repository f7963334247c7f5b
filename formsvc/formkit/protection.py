"""Protected identity: what may not be told of a person who lives with it.

Whoever has the field `protected_identity` set is protected wherever the same name
stands. Their address, telephone, e-mail and setting are in no document (contract 4).
"""

import re
from collections.abc import Iterator

from formsvc.formkit.data import Data
from formsvc.formkit.facts import Facts
from formsvc.formkit.text import plain_line

TELLING = ("address", "postal_code", "town", "phone", "email", "setting")
"""The fields that tell where a person is, or how to reach them."""

NAMES = ("name", "attention", "recipient")
"""The fields that name the person whom a group or row is about."""

UNPROTECTED = ("", "none")
"""Marks that protect nobody; one that is not understood protects, to be safe."""


class Protected:
    """Who in a document lives with protected identity."""

    def __init__(self, document: Facts) -> None:
        """Find every marked person in `document`."""
        self._everyone = list(document.groups())
        marked = (person for person in self._everyone if _marked(person))
        self._names = {name for person in marked for name in _names(person)}

    def __contains__(self, person: Facts) -> bool:
        """Return whether a group or row is about someone protected.

        Also when their name is one of several: a joint letter is a known leak.
        """
        if _marked(person):
            return True
        written = list(_names(person))
        return any(name in each for name in self._names for each in written)

    def exposed(self) -> Iterator[tuple[Facts, str]]:
        """Yield each group or row, and field, that tells where someone is."""
        for person in self._everyone:
            if person in self:
                yield from ((person, key) for key in TELLING if person.get(key))


def withheld(document: Facts) -> Data:
    """Return the names and values of fields that are left out of every document."""
    exposed = Protected(document).exposed()
    return {person.name(key): person[key] for person, key in exposed}


def _marked(person: Facts) -> bool:
    return person.get("protected_identity") not in UNPROTECTED


def _names(person: Facts) -> Iterator[str]:
    """Yield the names of a group or row, alike however they are typed, in spaces."""
    for key in NAMES:
        words = re.findall(r"[\w-]+", plain_line(person.get(key)).casefold())
        if words:
            yield f" {' '.join(words)} "
