"""Who gets something, as the page shows it: how it goes, and what is hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from formsvc.findings import Finding, Severity
from formsvc.formkit.protection import is_marked
from formsvc.formkit.view import view
from formsvc.hiding import Hidden
from formsvc.i18n import _
from formsvc.mailing.batch import Batch, LinkText, Piece
from formsvc.pipeline import TakenIn
from formsvc.web.sendings import Sending

LEADS = 0
"""The number of a page that goes to nobody in the list."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One who gets something. `how` are the words for the way it goes.

    `sheets` are of paper; without them it is `text`, to be pasted into Link.
    """

    number: int
    name: str
    sort: str
    how: str
    sheets: int
    guarded: bool
    hidden: tuple[Hidden, ...]
    text: str = ""


def recipients(taken: TakenIn, sending: Sending, batch: Batch) -> list[Recipient]:
    """Return everyone who gets something of a batch, in the order of the list."""
    document: Any = view(taken.kind.form(data=taken.tellable))
    rows = document[sending.listed].rows
    everyone: list[Piece | LinkText] = [*batch.pieces, *batch.texts]
    everyone.sort(key=lambda one: one.number)
    return [_recipient(one, rows) for one in everyone if one.number != LEADS]


def _recipient(one: Piece | LinkText, rows: Sequence[Any]) -> Recipient:
    row = rows[one.place - 1]
    name = one.called.partition(" (")[2].removesuffix(")")
    return Recipient(
        number=one.number,
        name=name or one.called,
        sort=row["kind"].shown if row["kind"].filled else "",
        how=row["channel"].shown,
        sheets=one.sheets if isinstance(one, Piece) else 0,
        guarded=one.guarded,
        hidden=one.hidden,
        text=one.text if isinstance(one, LinkText) else "",
    )


def counted(sending: Sending, batch: Batch) -> str:
    """Return how many go which way: "5 inbjudna: 3 brev att posta, 1 att lämna …"."""
    post, hand = sending.paper
    pieces = [one for one in batch.pieces if one.number != LEADS]
    ways = (
        (_("{count} att posta"), sum(one.channel == post for one in pieces)),
        (_("{count} att lämna"), sum(one.channel == hand for one in pieces)),
        (_("{count} att klistra in i Link"), len(batch.texts)),
    )
    told = ", ".join(words.format(count=count) for words, count in ways if count)
    return told[:1].upper() + told[1:] + "."


def on_paper(batch: Batch) -> str:
    """Return how much paper the file takes, printed on both sides."""
    return _("{count} blad papper").format(count=batch.sheets)


def anyone_protected(taken: TakenIn) -> bool:
    """Return whether anyone in the document lives in hiding."""
    return any(is_marked(group) for group in taken.facts.groups())


def warnings(batch: Batch) -> Iterator[Finding]:
    """Yield what is warned of about those who live in hiding."""
    return (one for one in _warned(batch) if _of_hiding(one))


def others(sending: Sending, batch: Batch) -> list[Finding]:
    """Return what else is warned of about those who get something."""
    row = f"{sending.listed}-"
    found = (one for one in _warned(batch) if one.field.startswith(row))
    return [one for one in found if not _of_hiding(one)]


def _warned(batch: Batch) -> Iterator[Finding]:
    return (one for one in batch.findings if one.severity is Severity.WARNING)


def _of_hiding(finding: Finding) -> bool:
    return "protected" in finding.rule


def errors(batch: Batch) -> list[Finding]:
    """Return what has to be mended before anything is printed."""
    return [one for one in batch.findings if one.severity is Severity.ERROR]
