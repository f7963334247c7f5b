"""What can be sent of a document: an invitation's letters, a plan's copies."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from formsvc.formkit.kind import Kind
from formsvc.mailing.batch import Batch
from formsvc.pipeline import TakenIn


@dataclass(frozen=True, slots=True)
class Sending:
    """One sort: what its buttons are named by, and the list of those who get it.

    `paper` are the words of the contract for how it goes on paper: by post first.
    """

    name: str
    kind: str
    listed: str
    paper: tuple[str, str]
    make: Callable[..., Batch]


def _letters(*given: Any) -> Batch:
    """Load what lays out when it is asked for: most pages need it not."""
    from formsvc.mailing.letters import letters

    return letters(*given)


def _copies(*given: Any) -> Batch:
    from formsvc.mailing.copies import copies

    return copies(*given)


SENDINGS: Mapping[str, Sending] = {
    one.name: one
    for one in (
        Sending("letters", "invitation", "recipients", ("post", "by_hand"), _letters),
        Sending("copies", "plan", "distribution", ("paper", "by_hand"), _copies),
    )
}
"""By the word that their buttons send."""


def sending_of(kind: Kind) -> Sending | None:
    """Return what can be sent of a kind, nothing of a consent."""
    found = (one for one in SENDINGS.values() if one.kind == kind.name)
    return next(found, None)


def offered(taken: TakenIn) -> str:
    """Return the name of what can be sent of a document to someone, else nothing."""
    sending = sending_of(taken.kind)
    return sending.name if sending and taken.data[sending.listed] else ""
