"""`copies`: a plan's paper copies with their covers, as one file to print."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from formsvc import pipeline
from formsvc.document import Document, Format
from formsvc.findings import Finding, has_error
from formsvc.formkit.data import Data
from formsvc.formkit.groups import ADDRESS
from formsvc.formkit.persons import FAMILY
from formsvc.hiding import AUTHORITIES
from formsvc.i18n import _
from formsvc.mailing.access import access
from formsvc.mailing.address import address_lines, postal_line
from formsvc.mailing.addressees import Addressee, addressees, unused_words
from formsvc.mailing.batch import Batch, Choices, Piece, Progress
from formsvc.mailing.covers import LEAD, Cover, head_facts, made_for, title_of
from formsvc.mailing.listing import listing
from formsvc.mailing.preflight import fault, sheets_of, too_thick, window_faults
from formsvc.mailing.printing import printed
from formsvc.pipeline import TakenIn
from formsvc.profiles import NEUTRAL, Profile
from formsvc.renderers.alike import Alike
from formsvc.renderers.html import Own, copy_html
from formsvc.renderers.letters import STYLE, Head, letter_html, sheet_html
from formsvc.renderers.weasy import LaidOut, lay_out
from formsvc.sealing import Seal

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
    unused = unused_words(choices, everyone)
    pieces: list[Piece] = []
    for number, one in enumerate(on_paper, 1):
        made = maker.parts(one)
        parts += made
        pieces.append(_piece(one, made))
        found += maker.faults(one, made)
        if progress:
            progress(number, len(on_paper))
    if has_error(found) or not parts:
        return Batch(tuple(pieces), tuple(found), None, unused_words=unused)
    parts.append(maker.last(everyone))
    pieces.append(maker.last_piece(parts[-1]))
    by = NEUTRAL if any(one.guarded for one in on_paper) else profile
    file = printed(parts, maker.file_name, maker.title, by)
    return Batch(tuple(pieces), tuple(found), file, unused_words=unused)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the parts of each copy of one plan.

    What is alike is laid out once: `_made` holds copies by what they say.
    """

    taken: TakenIn
    profile: Profile
    document: Document
    choices: Choices
    _alike: Alike = field(default_factory=lambda: Alike(STYLE))
    _made: dict[str, LaidOut] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What readers show as the name of the file."""
        plan = title_of(self.taken.kind, self.document.data)
        return _("Kopior av {plan}").format(plan=plan)

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
        told = listing(self.taken, self.document, everyone)
        html = sheet_html("list", self.profile, title=self.title, listing=told)
        return lay_out(html, STYLE)

    def last_piece(self, last: LaidOut) -> Piece:
        """Return that page as a piece of its own."""
        name = str(self.document.data[LEAD]["name"])
        called = _("Samverkansansvarig ({name})").format(name=name)
        return Piece(LEADS, called, "by_hand", last.pages, sheets_of(last.pages))

    def _cover(self, one: Addressee) -> LaidOut:
        cover = Cover(self.taken, self.document, one)
        by_post = one.row["channel"] == "paper"
        family = one.row["kind"] in FAMILY
        profile = self._told_by(one)
        head = Head(
            sender=_sender(profile, one),
            back_to="" if one.guarded else self._returned_to(),
            facts=head_facts(self.document, one.data, family=family),
            address=tuple(address_lines(one.row)) if by_post else (),
            to="" if by_post else one.row["recipient"],
        )
        said = cover.letter()
        html = letter_html("letter", head, profile, title=self.title, letter=said)
        return self._alike.lay_out(html)

    def _returned_to(self) -> str:
        """Return where a copy goes back to: to whoever leads, if that is known."""
        works_at = _folded(*self.document.data[LEAD]["organisation"].split(","))
        for row in self.document.data["distribution"]:
            if row["address"] and _folded(row["recipient"]) & works_at:
                return ", ".join(filter(None, (row["address"], postal_line(row))))
        return self.profile.address

    def _copy(self, one: Addressee) -> LaidOut:
        """Return the plan as this recipient may see it, with nothing attached."""
        address = "" if one.guarded else self.document.address
        document = replace(self.document, data=_in_copy(one), address=address)
        notice = made_for(family=one.row["kind"] in FAMILY) if one.hidden else ()
        own = Own(notice, self._end(one), "guarded" if one.guarded else "copy")
        profile = self._told_by(one)
        html = copy_html(self.taken.kind, document, profile, own)
        if html not in self._made:
            self._made[html] = lay_out(html)
        return self._made[html]

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


NUMBERS: Final = ("identity_number", "birth_date")
"""What only the family and authorities have use of, as in letters."""


def _in_copy(one: Addressee) -> Data:
    """Return the plan as it stands in a copy.

    Nobody's address is there, so that copies are alike: its own is on the cover. Those
    who are guarded read of no channel: that somebody gets the plan by hand tells of it.
    """
    empty = dict.fromkeys((*ADDRESS, *(("channel",) if one.guarded else ())), "")
    told: dict[str, Any] = {
        "distribution": [{**row, **empty} for row in one.data["distribution"]]
    }
    if one.row["kind"] not in (*FAMILY, *AUTHORITIES):
        told["child"] = {**one.data["child"], **dict.fromkeys(NUMBERS, "")}
    return {**one.data, **told}


def _folded(*names: str) -> set[str]:
    return {name.strip().casefold() for name in names} - {""}


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
        place=one.place,
    )
