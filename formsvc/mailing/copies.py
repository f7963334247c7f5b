"""`copies`: a plan's paper copies with their covers, as one file to print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from formsvc import pipeline
from formsvc.document import Document, Format
from formsvc.findings import Finding, has_error
from formsvc.i18n import _
from formsvc.mailing.access import access
from formsvc.mailing.address import FAMILY, address_lines
from formsvc.mailing.addressees import Addressee, addressees
from formsvc.mailing.batch import Batch, Choices, Piece, Progress
from formsvc.mailing.covers import (
    LEAD,
    Cover,
    ask_the_giver,
    head_facts,
    kept_back,
)
from formsvc.mailing.listing import listing
from formsvc.mailing.preflight import fault, sheets_of, too_thick, window_faults
from formsvc.mailing.printing import printed
from formsvc.pipeline import TakenIn
from formsvc.profiles import NEUTRAL, Profile
from formsvc.renderers.html import Own, copy_html
from formsvc.renderers.letters import STYLE, Head, letter_html, sheet_html
from formsvc.renderers.weasy import LaidOut, lay_out
from formsvc.sealing import Seal

TITLE = _("Kopior av Barnets plan")
SLUG: Final = "kopior"

ON_PAPER: Final = ("paper", "by_hand")
"""The ways in which a plan is a piece of paper."""

LEADS: Final = 0
"""The number of the last page, which goes to nobody in the list."""


def copies(
    taken: TakenIn,
    profile: Profile,
    seal: Seal | None = None,
    choices: Choices = Choices(),  # noqa: B008  it cannot be changed
    progress: Progress | None = None,
) -> Batch:
    """Return the paper copies of a plan, laid out, looked at and bound.

    Data with errors gives those as findings, and nothing else; so does a cover that
    cannot go in its envelope. The last piece, of number 0, is for the one who leads:
    who shall have a copy. Raises `RenderError` when something cannot be laid out.
    """
    found = pipeline.check(taken)
    if has_error(found):
        return Batch((), tuple(found), None)
    everyone = addressees(taken, choices, "distribution")
    on_paper = [one for one in everyone if one.row["channel"] in ON_PAPER]
    maker = _Maker(taken, profile, pipeline.document(taken, seal), choices)
    parts: list[LaidOut] = []
    pieces: list[Piece] = []
    for number, one in enumerate(on_paper, 1):
        made = maker.parts(one)
        parts += made
        pieces.append(_piece(one, made))
        found += maker.faults(one, made)
        if progress:
            progress(number, len(on_paper))
    if has_error(found) or not parts:
        return Batch(tuple(pieces), tuple(found), None)
    parts.append(maker.last(everyone))
    pieces.append(maker.last_piece(parts[-1]))
    by = NEUTRAL if any(one.guarded for one in on_paper) else profile
    file = printed(parts, maker.file_name, TITLE, by)
    return Batch(tuple(pieces), tuple(found), file)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the parts of each copy of one plan."""

    taken: TakenIn
    profile: Profile
    document: Document
    choices: Choices

    @property
    def file_name(self) -> str:
        """The name of the file: no name or number of a person is part of it."""
        kind, document = replace(self.taken.kind, slug=SLUG), self.document
        return kind.file_name(document.own_date, Format.PDF, stamp=document.stamp)

    def parts(self, one: Addressee) -> list[LaidOut]:
        """Return the cover, when there are covers, and the copy."""
        covers = [self._cover(one)] if self.choices.covers else []
        return [*covers, self._copy(one)]

    def faults(self, one: Addressee, made: list[LaidOut]) -> Iterator[Finding]:
        """Yield what has to be mended before this copy can go in an envelope."""
        if not self.choices.covers or one.row["channel"] != "paper":
            return
        missing = [key for key in ADDRESS if not one.row[key]]
        if missing:
            yield _without_address(one, missing[0])
        sender = f"{LEAD}-organisation"
        yield from window_faults("copies", one, made[0], self.profile, sender)
        yield from too_thick("copies", one, _sheets(made))

    def last(self, everyone: list[Addressee]) -> LaidOut:
        """Return the page for the one who leads the collaboration."""
        told = listing(self.taken.facts, self.document, everyone)
        html = sheet_html("list", self.profile, title=TITLE, listing=told)
        return lay_out(html, STYLE)

    def last_piece(self, last: LaidOut) -> Piece:
        """Return that page as a piece of its own."""
        name = str(self.document.data[LEAD]["name"])
        called = _("Samverkansansvarig ({name})").format(name=name)
        return Piece(LEADS, called, "by_hand", last.pages, sheets_of(last.pages))

    def _cover(self, one: Addressee) -> LaidOut:
        cover = Cover(self.taken.facts, self.document, one)
        by_post = one.row["channel"] == "paper"
        family = one.row["kind"] in FAMILY
        profile = self._told_by(one)
        head = Head(
            sender=_sender(profile, one),
            back_to=profile.address,
            facts=head_facts(self.document, one.data, family=family),
            address=tuple(address_lines(one.row)) if by_post else (),
            to="" if by_post else one.row["recipient"],
        )
        html = letter_html("letter", head, profile, title=TITLE, letter=cover.letter())
        return lay_out(html, STYLE)

    def _copy(self, one: Addressee) -> LaidOut:
        """Return the plan as this recipient may see it, with nothing attached."""
        address = "" if one.guarded else self.document.address
        document = replace(self.document, data=one.data, address=address)
        own = Own((kept_back(), ask_the_giver()) if one.hidden else (), self._end(one))
        profile = self._told_by(one)
        return lay_out(copy_html(self.taken.kind, document, profile, own))

    def _end(self, one: Addressee) -> tuple[str, tuple[str, ...]]:
        """Return how the family reaches the plan, where no cover says so."""
        if self.choices.covers or one.row["kind"] not in FAMILY:
            return "", ()
        return access(self.taken.facts, itself=one.row["kind"] == "child")

    def _told_by(self, one: Addressee) -> Profile:
        """Return the profile that a recipient sees: name and address tell of places."""
        if one.guarded:
            return replace(NEUTRAL, window=self.profile.window)
        return self.profile


ADDRESS: Final = ("address", "postal_code", "town")


def _sender(profile: Profile, one: Addressee) -> tuple[str, ...]:
    """Return who sends a copy: the organisation, and where the one who leads works."""
    lead = str(one.data[LEAD]["organisation"])
    parts = [profile.organisation, *(part.strip() for part in lead.split(","))]
    return tuple(dict.fromkeys(part for part in parts if part))


def _without_address(one: Addressee, key: str) -> Finding:
    return fault(
        "copies.address",
        f"{one.field}-{key}",
        _("{called}: adressen är inte hel, och kopian skulle inte komma fram.").format(
            called=one.called
        ),
        _("Fyll i gata eller box, postnummer och ort, eller välj ett annat sätt."),
    )


def _sheets(parts: list[LaidOut]) -> int:
    return sum(sheets_of(part.pages) for part in parts)


def _piece(one: Addressee, parts: list[LaidOut]) -> Piece:
    return Piece(
        one.number,
        one.called,
        one.row["channel"],
        sum(part.pages for part in parts),
        _sheets(parts),
        guarded=one.guarded,
        hidden=one.hidden,
    )
