"""The Word documents that are tried: each kind in every state."""

from made import blank, made
from sample_data import DATA
from stamped import Case, stamped

from formsvc.document import Format
from formsvc.forms import KINDS

STATES = ("blank", *DATA, "stamped")
"""An empty form for a pen, data of `sample_data`, and the example with a stamp."""

Which = tuple[str, str]
"""A kind and a state."""

EVERY: tuple[Which, ...] = tuple((kind, state) for kind in KINDS for state in STATES)

QUICK: tuple[Which, ...] = (
    ("consent", "blank"),
    ("invitation", "empty"),
    ("plan", "stamped"),
)
"""One of each that is tried every time."""


def word(which: Which) -> bytes:
    """Return a finished Word document, made once in a run."""
    kind, state = which
    if state == "blank":
        return blank(kind, Format.DOCX)
    if state == "stamped":
        return stamped(Case(kind), Format.DOCX).content
    return made(kind, state, Format.DOCX).content


def data_of(state: str) -> str:
    """Return which data of `sample_data` stands in a document of a state."""
    return {"blank": "empty", "stamped": "example"}.get(state, state)
