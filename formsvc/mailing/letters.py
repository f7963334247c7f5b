"""`letters`: an invitation's letters, one for each recipient, as one file to print."""

from collections.abc import Sequence
from dataclasses import replace

from formsvc import pipeline
from formsvc.document import Document, Format
from formsvc.findings import has_error
from formsvc.formkit.data import Data
from formsvc.formkit.persons import FAMILY
from formsvc.i18n import _
from formsvc.mailing.address import address_lines
from formsvc.mailing.addressees import Addressee, addressees, unused_words
from formsvc.mailing.batch import Batch, Choices, LinkText, Piece, Progress
from formsvc.mailing.cancelled import cancelled
from formsvc.mailing.link_texts import link_text
from formsvc.mailing.naming import first_name
from formsvc.mailing.preflight import faults, sheets_of
from formsvc.mailing.printing import printed
from formsvc.mailing.reissued import reissued
from formsvc.mailing.to_child import note_to_reader, to_child
from formsvc.mailing.to_family import to_family
from formsvc.mailing.to_organisation import to_organisation
from formsvc.mailing.told import Told
from formsvc.pipeline import TakenIn
from formsvc.profiles import Profile
from formsvc.renderers import version_words
from formsvc.renderers.alike import Alike
from formsvc.renderers.letters import STYLE, Head, Letter, letter_html
from formsvc.renderers.weasy import LaidOut
from formsvc.sealing import Seal

TITLE = _("Brev")
SLUG = "brev"

PAGES = {"organisation": 2}
"""Pages that a letter should have by its tone; for people one."""


def letters(
    taken: TakenIn,
    profile: Profile,
    seal: Seal | None = None,
    choices: Choices = Choices(),  # noqa: B008  it cannot be changed
    progress: Progress | None = None,
) -> Batch:
    """Return the letters of an invitation, laid out, looked at and bound.

    Data with errors gives those as findings, and nothing else. So does a letter that
    cannot go in its envelope: then no part of the batch is printed. Those who are
    reached in Link get a text. Raises `RenderError` when something cannot be laid out.
    """
    found = pipeline.check(taken)
    if has_error(found):
        return Batch((), tuple(found), None)
    everyone = addressees(taken, choices, "recipients")
    on_paper = [one for one in everyone if one.row["channel"] != "link"]
    writer = _Writer(taken, profile, pipeline.document(taken, seal))
    made: list[LaidOut] = []
    for number, one in enumerate(on_paper, 1):
        made.append(writer.laid_out(one))
        found += faults("letters", one, made[-1], profile)
        if progress:
            progress(number, len(on_paper))
    pieces = tuple(map(_piece, on_paper, made))
    texts = _texts(everyone, writer)
    unused = unused_words(choices, everyone)
    if has_error(found) or not made:
        return Batch(pieces, tuple(found), None, texts, unused)
    file = printed(made, writer.file_name, TITLE, profile)
    return Batch(pieces, tuple(found), file, texts, unused)


def link_texts(
    taken: TakenIn,
    profile: Profile,
    seal: Seal | None = None,
    choices: Choices = Choices(),  # noqa: B008  it cannot be changed
) -> Batch:
    """Return the texts for Link alone: nothing is laid out, and there is no file."""
    found = pipeline.check(taken)
    if has_error(found):
        return Batch((), tuple(found), None)
    everyone = addressees(taken, choices, "recipients")
    writer = _Writer(taken, profile, pipeline.document(taken, seal))
    texts, unused = _texts(everyone, writer), unused_words(choices, everyone)
    return Batch((), tuple(found), None, texts, unused)


class _Writer:
    """Writes the letters of one invitation."""

    def __init__(self, taken: TakenIn, profile: Profile, document: Document) -> None:
        self._kind, self._profile, self._document = taken.kind, profile, document
        self._tight: set[str] = set()
        self._alike = Alike(STYLE)

    @property
    def file_name(self) -> str:
        """The name of the file: no name or number of a person is part of it."""
        kind, document = replace(self._kind, slug=SLUG), self._document
        return kind.file_name(document.own_date, Format.PDF, stamp=document.stamp)

    def letter(self, one: Addressee) -> Letter:
        """Return what one recipient is told."""
        told = self._of(one)
        letter = cancelled(told) if one.data["cancelled"] else _invitation(told)
        return self._dated(reissued(letter, told, self._document.checked), told)

    def _dated(self, letter: Letter, told: Told) -> Letter:
        """Return a letter that says which version it is, its slip too."""
        stamp = self._document.stamp
        version = version_words.dated_line(stamp) if stamp else ""
        slip = letter.slip
        if slip and version:
            slip = replace(slip, facts=(*slip.facts, version))
        return replace(letter, version=version or told.date("letter_date"), slip=slip)

    def laid_out(self, one: Addressee) -> LaidOut:
        """Return the letter to one recipient, set tighter when that saves a page.

        What was so for one is tried first for others who are told the same.
        """
        letter = self.letter(one)
        tight = letter.tone in self._tight
        most = PAGES.get(letter.tone, 1)
        made = self._set(one, letter, most, tight=tight)
        if made.pages > most:
            other = self._set(one, letter, most, tight=not tight)
            if other.pages < made.pages:
                made, tight = other, not tight
                self._tight.symmetric_difference_update({letter.tone})
        if made.pages == most:
            return made
        return self._set(one, letter, made.pages, tight=tight)

    def _set(
        self, one: Addressee, letter: Letter, pages: int, *, tight: bool
    ) -> LaidOut:
        """Return a letter that says at the foot that it has so many `pages`."""
        html = letter_html(
            *("letter", self._head(one), self._profile),
            title=TITLE,
            letter=replace(letter, tone=f"{letter.tone} tight") if tight else letter,
            pages=pages,
        )
        return self._alike.lay_out(html)

    def _of(self, one: Addressee) -> Told:
        hidden = (
            self._document.data["meeting"]["place"] and not one.data["meeting"]["place"]
        )
        return Told(
            *(self._kind, one.data, one.row),
            place_hidden=bool(hidden),
            some_hidden=bool(one.hidden),
            again=bool(version_words.replaced(self._document.checked)),
        )

    def _head(self, one: Addressee) -> Head:
        told, by_hand = self._of(one), one.row["channel"] != "post"
        sender = (told.sender["organisation"], told.sender["unit"])
        return Head(
            sender=tuple(dict.fromkeys(name for name in sender if name)),
            back_to=told.returned_to,
            facts=self._facts(told),
            address=() if by_hand else tuple(address_lines(one.row)),
            to=_handed_to(one.row) if by_hand else "",
            note="" if one.data["cancelled"] else note_to_reader(told),
        )

    def _facts(self, told: Told) -> tuple[str, ...]:
        """Return date and reference; the reference only to organisations."""
        day = told.date("letter_date")
        reference = told.text["case_reference"]
        if told.row["kind"] in FAMILY or not reference:
            return (day,)
        return (day, _("Vår beteckning: {reference}").format(reference=reference))


def _invitation(told: Told) -> Letter:
    """Return an invitation in the words of its recipient."""
    kind = told.row["kind"]
    if kind == "child":
        return to_child(told)
    return to_family(told) if kind in FAMILY else to_organisation(told)


def _handed_to(row: Data) -> str:
    """Return for whom a letter without an address is."""
    if row["kind"] == "child":
        return first_name(row["attention"])
    return str(row["attention"] or row["unit"] or row["organisation"])


def _piece(one: Addressee, laid_out: LaidOut) -> Piece:
    pages = laid_out.pages
    channel = one.row["channel"]
    return Piece(
        *(one.number, one.called, channel, pages, sheets_of(pages)),
        guarded=one.guarded,
        hidden=one.hidden,
        place=one.place,
    )


def _texts(everyone: Sequence[Addressee], writer: _Writer) -> tuple[LinkText, ...]:
    """Return a text for each who is reached in Link."""
    return tuple(
        LinkText(
            *(one.number, one.called, link_text(writer.letter(one))),
            *(one.guarded, one.hidden, one.place),
        )
        for one in everyone
        if one.row["channel"] == "link"
    )
