"""The organisation's address book: a CSV file with the columns of a pasted table.

`{instance}/addresses/{profile}.csv`, where the neutral profile is `formsvc`. Only
organisations have a place there: a family's address belongs in no file of a service
that keeps nothing about a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from formsvc.formkit.flattened import FormData
from formsvc.formkit.groups import ADDRESS
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.text import begins_as_formula
from formsvc.forms.invitation.form import Recipient as Row
from formsvc.i18n import _
from formsvc.recipients.decoding import MOST_BYTES
from formsvc.recipients.reading import Recipient, read_file, shortened
from formsvc.recipients.words import plain

FOLDER = "addresses"

_OF_A_PERSON = ("consent_covers", "established_contact", "protected_identity")


@dataclass(frozen=True, slots=True)
class Book:
    """The organisations of a book. With `faults` it has none: they say what to mend."""

    entries: tuple[Recipient, ...] = ()
    faults: tuple[str, ...] = ()


EMPTY = Book()

_read: dict[Path, tuple[tuple[int, int], Book]] = {}
_reading = Lock()


def path_of(instance: Path, profile: str) -> Path:
    """Return where the book of a profile lies."""
    return instance / FOLDER / f"{profile}.csv"


def book_of(instance: Path, profile: str) -> Book:
    """Return the book of a profile, empty when there is none; read when it changes."""
    path = path_of(instance, profile)
    try:
        found = path.stat()
        version = (found.st_mtime_ns, found.st_size)
        with _reading:
            if path not in _read or _read[path][0] != version:
                _read[path] = version, _checked(path)
            return _read[path][1]
    except FileNotFoundError:
        return EMPTY
    except OSError:
        return Book(
            faults=(_("Filen {name} går inte att läsa.").format(name=path.name),)
        )


def _checked(path: Path) -> Book:
    with path.open("rb") as file:
        sheet = read_file(file.read(MOST_BYTES + 1))
    if sheet.faults:
        return Book(faults=sheet.faults)
    faults = [*_faults(sheet.recipients)]
    if faults:
        return Book(faults=shortened(faults))
    return Book(tuple(_entry(one) for one in sheet.recipients))


def _entry(one: Recipient) -> Recipient:
    """Return an entry without what only holds of one invitation."""
    row = Row(FormData({key: [text] for key, text in one.texts.items()}))
    texts = {
        key: field.data
        for key, field in row._fields.items()
        if field.data and key not in _OF_A_PERSON
    }
    return Recipient(one.line, texts)


def _faults(entries: tuple[Recipient, ...]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for one in entries:
        for why in _wrong(one.texts):
            yield _("Rad {row}: {why}").format(row=one.line, why=why)
        name = plain(label_of(one))
        if name and name in seen:
            yield _("Rad {row}: {name} står redan på rad {other}.").format(
                row=one.line, name=label_of(one), other=seen[name]
            )
        seen.setdefault(name, one.line)


def _wrong(texts: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with one entry."""
    row = Row(FormData({key: [text] for key, text in texts.items()}))
    protected = texts.get("protected_identity") not in (None, "", "none")
    if texts.get("kind") in FAMILY or protected:
        yield _(
            "familjer och den som har skyddade personuppgifter får inte stå i en "
            "adressbok, för tjänsten sparar inget om någon person. Ta bort raden."
        )
        return
    if not texts.get("organisation") and not texts.get("unit"):
        yield _("organisation eller enhet saknas.")
    lacking = [str(row[key].label.text).lower() for key in ADDRESS if key not in texts]
    if lacking:
        yield _("adressen saknar {what}.").format(what=", ".join(lacking))
    for field in row:
        if not getattr(field, "understood", lambda: True)():
            yield _("”{text}” går inte att förstå som {label}.").format(
                text=field.data, label=str(field.label.text).lower()
            )
        elif isinstance(field.data, str) and begins_as_formula(field.data):
            yield _("”{text}” börjar som en formel.").format(text=field.data)


def label_of(one: Recipient) -> str:
    """Return what an organisation is called in the book: unit and organisation."""
    names = (one.texts.get("unit"), one.texts.get("organisation"))
    return ", ".join(filter(None, names))
