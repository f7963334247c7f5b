"""What is looked at in each piece before anything is printed.

A fault names its recipient: no part of a batch is printed while there is one.
"""

from collections.abc import Iterator
from typing import Final

from formsvc.findings import Finding, Severity
from formsvc.formkit.data import Data
from formsvc.glyphs import missing
from formsvc.i18n import _
from formsvc.mailing.address import MOST_LINES
from formsvc.mailing.addressees import Addressee
from formsvc.profiles import Profile
from formsvc.references import MODEL
from formsvc.renderers.weasy import LaidOut
from formsvc.renderers.window_check import (
    address_fits,
    on_paper,
    own_fits,
    white_around,
)

MOST_SHEETS: Final = 10
"""Sheets of a piece: more do not go in an envelope."""

POSTED: Final = ("post", "paper")
"""The words of the contract for what goes in an envelope."""

NAMES: Final = ("organisation", "unit", "attention", "recipient")
WRITTEN: Final = (*NAMES, "address", "town")
"""The fields that stand in a window, but for the postal code."""


def sheets_of(pages: int) -> int:
    """Return how many sheets of paper are printed on both sides."""
    return (pages + 1) // 2


def faults(
    rule: str, to: Addressee, laid_out: LaidOut, profile: Profile
) -> Iterator[Finding]:
    """Yield what has to be mended in a letter; `rule` begins the rule's code."""
    around = [*window_faults(rule, to, laid_out, profile, "sender-organisation")]
    yield from around
    if not around and not own_fits(laid_out):
        yield fault(
            f"{rule}.slip",
            f"{to.field}-{_longest(to.row, NAMES)}",
            _("{called}: namnet får inte plats på svarstalongen.").format(
                called=to.called
            ),
            _("Korta organisationens eller enhetens namn."),
        )
    if not on_paper(laid_out):
        yield fault(
            f"{rule}.slip",
            "sender-organisation",
            _("{called}: svarstalongen får inte plats på sidan.").format(
                called=to.called
            ),
            _("Korta avsändarens organisation, enhet eller adress."),
        )
    yield from too_thick(rule, to, sheets_of(laid_out.pages))


def window_faults(
    rule: str, to: Addressee, laid_out: LaidOut, profile: Profile, sender: str
) -> Iterator[Finding]:
    """Yield what has to be mended around the window; `sender` is a field of theirs."""
    window = profile.window
    yield from _unreadable(rule, to)
    if not address_fits(laid_out, window, MOST_LINES):
        yield fault(
            f"{rule}.address",
            f"{to.field}-{_longest(to.row)}",
            _("{called}: adressen får inte plats i kuvertets fönster.").format(
                called=to.called
            ),
            _("Korta den: högst sex rader, och ingen rad bredare än fönstret."),
        )
    if not white_around(laid_out, window):
        yield fault(
            f"{rule}.window",
            sender,
            _("{called}: avsändaren når in i det vita kring adressen.").format(
                called=to.called
            ),
            _("Korta avsändarens uppgifter, eller ändra fönstret i profilen."),
        )


def too_thick(rule: str, to: Addressee, sheets: int) -> Iterator[Finding]:
    """Yield that a piece has too many sheets for an envelope, when it has."""
    if sheets > MOST_SHEETS:
        yield fault(
            f"{rule}.sheets",
            to.field,
            _(
                "{called}: det blir {sheets} blad, och högst {most} går i ett kuvert."
            ).format(called=to.called, sheets=sheets, most=MOST_SHEETS),
            _("Korta de långa texterna."),
        )


def _unreadable(rule: str, to: Addressee) -> Iterator[Finding]:
    """Yield that the post could not read an address, when no font draws it."""
    keys = [key for key in WRITTEN if missing(to.row.get(key) or "")]
    if keys and to.row["channel"] in POSTED:
        yield fault(
            f"{rule}.address",
            f"{to.field}-{keys[0]}",
            _("{called}: adressen har tecken som inte går att skriva ut.").format(
                called=to.called
            ),
            _("Skriv namnet med latinska bokstäver."),
        )


def _longest(row: Data, keys: tuple[str, ...] = WRITTEN) -> str:
    """Return the field that most likely makes an address too long."""
    return max(keys, key=lambda key: len(row.get(key) or ""))


def fault(code: str, field: str, message: str, fix: str) -> Finding:
    """Return what has to be mended before anything is printed."""
    return Finding(code, Severity.ERROR, field, message, fix, MODEL)
