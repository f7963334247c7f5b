"""An organisation in the address book, and the addresses that rows lack."""

from collections.abc import Callable, Iterator

from formsvc.formkit.contact import normal_postal_code
from formsvc.formkit.flattened import FormData
from formsvc.formkit.groups import ADDRESS
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.row_changes import count
from formsvc.recipients.adding import LIST, texts_of
from formsvc.recipients.book import Book, label_of
from formsvc.recipients.reading import Recipient
from formsvc.recipients.words import plain

MOST_ALIKE = 5
"""Names that are told when several are meant."""


def found(book: Book, sought: str) -> list[Recipient]:
    """Return the organisations that `sought` may mean; one, when it is plain which.

    The whole name first, of unit and organisation or one of them; else a part of it.
    """
    wanted = plain(sought)
    if not wanted:
        return []
    for ways in (_whole, _parts, _within):
        if hits := [one for one in book.entries if ways(one, wanted)]:
            return hits
    return []


def _whole(one: Recipient, wanted: str) -> bool:
    return wanted in _wholes(one)


def _wholes(one: Recipient) -> set[str]:
    names = (one.texts.get("organisation", ""), one.texts.get("unit", ""))
    return {plain(label_of(one)), plain(" ".join(names))}


def _parts(one: Recipient, wanted: str) -> bool:
    return wanted in _parts_of(one)


def _parts_of(one: Recipient) -> set[str]:
    return {plain(one.texts.get(key, "")) for key in ("unit", "organisation")}


def _within(one: Recipient, wanted: str) -> bool:
    return wanted in plain(label_of(one))


def completed(formdata: FormData, book: Book) -> tuple[FormData, int, list[str]]:
    """Return `formdata` with the addresses that organisations lack.

    Also how many got one, and the names of those that the book does not have. What is
    written is never changed: a row whose address says something else than the book is
    left as it is, and so are families and those with protected identity.
    """
    made = FormData(formdata)
    filled, unknown = 0, []
    whole, parts = _by_name(book, _wholes), _by_name(book, _parts_of)
    for number, texts in _lacking(formdata):
        name = ", ".join(filter(None, (texts.get("unit"), texts.get("organisation"))))
        entry = _entry(whole, parts, texts)
        if entry is None or not _agrees(texts, entry):
            unknown.append(name)
            continue
        filled += 1
        for key in (*ADDRESS, "kind", "channel"):
            if not texts.get(key) and entry.texts.get(key):
                made[f"{LIST}-{number}-{key}"] = [entry.texts[key]]
    return made, filled, unknown


def _lacking(formdata: FormData) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of organisations without a whole address, with their texts."""
    for number in range(count(formdata, LIST)):
        texts = texts_of(formdata, number)
        named = texts.get("organisation") or texts.get("unit")
        open_ = texts.get("protected_identity", "") in ("", "none")
        whole = all(texts.get(key) for key in ADDRESS)
        if named and open_ and not whole and texts.get("kind") not in FAMILY:
            yield number, texts


_Named = dict[str, list[Recipient]]


def _by_name(book: Book, names: Callable[[Recipient], set[str]]) -> _Named:
    """Return the organisations of a book by each of their names."""
    named: _Named = {}
    for one in book.entries:
        for name in names(one):
            named.setdefault(name, []).append(one)
    return named


def _entry(whole: _Named, parts: _Named, texts: dict[str, str]) -> Recipient | None:
    """Return the one organisation that a row is, by its whole name alone."""
    names = [texts.get("unit", ""), texts.get("organisation", "")]
    wanted = plain(" ".join(names))
    hits = whole.get(wanted, [])
    if not hits and not all(names):
        hits = parts.get(wanted, [])
    return hits[0] if len(hits) == 1 else None


def _agrees(texts: dict[str, str], entry: Recipient) -> bool:
    return all(
        not texts.get(key) or _alike(texts[key]) == _alike(entry.texts.get(key, ""))
        for key in ADDRESS
    )


def _alike(text: str) -> str:
    return normal_postal_code(text) or plain(text)
