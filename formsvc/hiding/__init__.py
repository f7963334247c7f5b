"""What each recipient may see, when someone in a document lives in hiding.

recipients_guarded   who may not read of units and places, if the sender says nothing
Sight                a document, of which each recipient sees its own
seen_by              the document as one recipient may see it, and what is left out

people   whose names stand in it; who is guarded
fields   in which fields something may be hidden
words    what to look for in running text

Words that tell where somebody is, and words that do not, are in
`formkit/place_words.py`; what nobody may see of a protected person, whoever reads, in
`formkit/protection.py`.
"""

from collections.abc import Sequence

from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.hiding.people import AUTHORITIES, recipients_guarded
from formsvc.hiding.seen import Hidden, Sight

__all__ = ["AUTHORITIES", "Hidden", "Sight", "recipients_guarded", "seen_by"]


def seen_by(
    kind: Kind, data: Data, number: int, *, guarded: bool, words: Sequence[str] = ()
) -> tuple[Data, tuple[Hidden, ...]]:
    """Return tellable `data` as a recipient may see it, and what is hidden from it.

    `number` is its row from 1, `words` are hidden besides from whoever is `guarded`.
    The data keeps its shape: a field that is hidden is empty, and in running text
    `concealing.NOT_SHOWN` stands instead. Nobody sees the addresses of others or the
    answers to warnings, which are not told of as hidden: no piece ever holds them.
    """
    return Sight(kind, data, words).of(number, guarded=guarded)
