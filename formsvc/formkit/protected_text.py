"""What is withheld of a protected person, found again in any other field.

An address, telephone or e-mail is found wherever it stands, in any spacing. So is a
setting, also by the words that tell it from others, but not where a unit or place is
named: those are hidden per recipient, and a service that is invited has to be called by
its name (decision 0020).
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from wtforms import FieldList

from formsvc.formkit.concealing import Term, key, without
from formsvc.formkit.distinctive import Names, terms, words_of
from formsvc.formkit.facts import Facts
from formsvc.formkit.fields import (
    ChecksField,
    EmailField,
    LineField,
    LongField,
    PhoneField,
)
from formsvc.formkit.phones import forms_of
from formsvc.formkit.place_words import is_generic
from formsvc.i18n import _

FEWEST: Final = 4
"""Letters and figures of something that is looked for."""

CALLED: Final = {
    "address": _("en adress"),
    "phone": _("ett telefonnummer"),
    "email": _("en e-postadress"),
    "setting": _("en förskola eller skola"),
    "word": _("en förskola eller skola"),
}
"""What is looked for, by field, as it is told to people."""

NAMES_A_SERVICE: Final = (
    *("organisation", "unit", "place", "convened_by", "named_person_service"),
    *("recipient", "copies_to"),
)
"""Fields in which a setting may stand."""

NO_TEXT: Final = ("address", "postal_code", "town", "phone", "email", "link")
"""Fields in which the words of a setting are not looked for, but the whole."""

WHOLE: Final = ("address", "town", "phone", "email", "setting")
"""Fields that are left out whole, not in part."""

_WORD: Final = re.compile(r"\w+")
_STREET: Final = re.compile(r"[^\d,]*[^\W\d][^\d,]*\d+")


@dataclass(frozen=True, slots=True)
class Told:
    """A field in which something withheld stands: what, and what is shown instead.

    `called` is what the field is called, or the row that it lies in; `source` names the
    field in what was given, where it is another: the box of a value nobody knows.
    """

    name: str
    called: str
    what: str
    shown: str
    source: str = ""


def told_again(
    document: Facts, values: Iterable[tuple[str, str]], own: Collection[str]
) -> Iterator[Told]:
    """Yield the fields of a document in which any of `values` stands.

    `values` are withheld, with the fields that they stand in; `own` are the names of
    those fields.
    """
    given = list(values)
    looked_for = [(name, term) for name, text in given for term in _terms(name, text)]
    settings = [value for name, value in given if name == "setting"]
    looked_for += [("word", term) for term in terms(settings, _names(document))]
    for called, field in _fields(document):
        if field.data and field.name not in own and isinstance(field, SEARCHED):
            yield from _told(called, field, looked_for)
        elif isinstance(field, ChecksField):
            yield from _boxes(called, field, {term for _name, term in looked_for})


def _names(document: Facts) -> Names:
    """Return the words of people's names, which tell of no setting."""
    people = [group for group in document.groups() if group.get("name")]
    words = (word for person in people for word in words_of(person["name"]))
    return Names({}, frozenset(key(word) for word in words if not is_generic(word)))


def _boxes(called: str, field: ChecksField, hidden: set[Term]) -> Iterator[Told]:
    """Yield the values that no vocabulary has in which anything hidden stands."""
    for value in field.unknown():
        if without(value, hidden)[1]:
            source = f"{field.name}-{value}"
            yield Told(field.name, called, str(field.label.text), "", source)


SEARCHED: Final = (LineField, LongField, PhoneField, EmailField)
"""Fields in which people write what they like."""


def _fields(document: Facts) -> Iterator[tuple[str, Any]]:
    """Yield every field, and what it or the row that it lies in is called."""
    for group in document.groups():
        for field in group.form._fields.values():
            label = str(field.label.text)
            if not isinstance(field, FieldList):
                yield group.called or label, field
                continue
            for number, line in enumerate(field.entries, 1):
                yield f"{line.label.text} {number}", line


def _told(called: str, field: Any, found: Iterable[tuple[str, Term]]) -> Iterator[Told]:
    place = field.name.rstrip("-0123456789").rpartition("-")[2]
    looked_for = [
        (name, term)
        for name, term in found
        if not (name in ("setting", "word") and place in NAMES_A_SERVICE)
        and not (name == "word" and place in NO_TEXT)
    ]
    shown, gone = without(str(field.data), {term for _name, term in looked_for})
    if gone:
        written = key(str(field.data))
        what = next(name for name, term in looked_for if term.key in written)
        yield Told(field.name, called, CALLED[what], "" if place in WHOLE else shown)


def _terms(name: str, value: str) -> Iterator[Term]:
    """Yield a value as it is looked for; nothing of one that is in every text."""
    forms = {"phone": _phone, "address": _address}.get(name, _itself)
    found = {key(form) for form in forms(value)} if name in CALLED else set()
    several = len(_WORD.findall(value)) > 1
    yield from (Term(one, spaced=several) for one in found if len(one) >= FEWEST)


def _itself(value: str) -> Iterator[str]:
    if not all(is_generic(word) for word in _WORD.findall(value)):
        yield value


def _phone(value: str) -> Iterator[str]:
    """Yield a number as people write it; what is short is found in too much."""
    yield from (form for form in forms_of(value) if len(form) > FEWEST)


def _address(value: str) -> Iterator[str]:
    """Yield an address, and its street and number alone."""
    yield value
    if street := _STREET.match(value):
        yield street[0]
