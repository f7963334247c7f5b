"""What is printed at once: the pieces, what is said of them, and the file."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from formsvc.document import File
from formsvc.findings import Finding, has_error
from formsvc.hiding import Hidden

__all__ = ["Batch", "Choices", "Hidden", "LinkText", "Piece", "Progress", "words_in"]

Progress = Callable[[int, int], None]
"""Is told how many pieces are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the sender has chosen. Recipients are told by their row, counted from 1.

    It is the row of the source, as findings count: empty ones too. `shown` are those
    who may see units and places though someone is protected, `hidden` those who may
    not, also when they are in both; for others the service decides. `words` are hidden
    from everyone who may not see places. `covers` says whether copies have cover
    letters.
    """

    shown: frozenset[int] = frozenset()
    hidden: frozenset[int] = frozenset()
    words: tuple[str, ...] = ()
    covers: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A letter or a copy. `number` is the row of its recipient in the source, from 1.

    `place` is its row among those in which something is written, as in normalised data.
    `called` is whom it is to, `channel` how it gets there in the words of the contract.
    `pages` are printed pages, `sheets` sheets of paper printed on both sides.
    `guarded` says whether its recipient may not see units and places.
    """

    number: int
    called: str
    channel: str
    pages: int
    sheets: int
    guarded: bool = False
    hidden: tuple[Hidden, ...] = ()
    place: int = 0


MOST_FOLDED = 2
"""Sheets that are folded into an envelope; more are sent unfolded, in C4."""


def unfolded(pieces: Iterable[Piece]) -> int:
    """Return how many pieces that are posted go in an envelope as large as a sheet."""
    posted = (one for one in pieces if one.channel in ("post", "paper"))
    return sum(one.sheets > MOST_FOLDED for one in posted)


@dataclass(frozen=True, slots=True)
class LinkText:
    """A text to paste into Link for one recipient, with nobody else's address.

    `number` and `place` are those of a `Piece`.
    """

    number: int
    called: str
    text: str
    guarded: bool = False
    hidden: tuple[Hidden, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """What is printed at once. Without `file` nothing is: `findings` say why.

    `unused_words` are those of the choices that hide nothing from anybody.
    """

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    file: File | None
    texts: tuple[LinkText, ...] = ()
    unused_words: tuple[str, ...] = ()

    @property
    def sheets(self) -> int:
        """How many sheets of paper are printed, on both sides."""
        return sum(piece.sheets for piece in self.pieces)

    @property
    def faulty(self) -> bool:
        """Whether something has to be mended before anything is printed."""
        return has_error(list(self.findings))


def words_in(text: str) -> tuple[str, ...]:
    """Return the words to hide in what was typed: apart by `,`, `;` or lines."""
    words = (word.strip() for word in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(word for word in words if word))
