"""What the register says of a version, and of a document that bears a stamp."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.register.rows import Entry
from formsvc.register.store import Register
from formsvc.stamp import Checked, Stamp, Standing


class Status(StrEnum):
    """Where a document stands among versions (contract, section 5)."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    CLOSED = "closed"
    CHANGED = "changed"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"
    NONE = "none"


STATUS_WORDS = {
    Status.CURRENT: _("Senast registrerad"),
    Status.SUPERSEDED: _("Ersatt av en nyare version"),
    Status.CLOSED: _("Avslutad"),
    Status.CHANGED: _("Ändrad efter stämplingen"),
    Status.FOREIGN: _("Kan inte kontrolleras här"),
    Status.UNKNOWN: _("Okänd"),
    Status.NONE: _("Ingen stämpel"),
}
"""What people are told: that it is registered, never that it is genuine."""


class Verdict(NamedTuple):
    """The status of a document, what its stamp says, and the latest version known."""

    status: Status
    reference: str | None = None
    version: int | None = None
    latest: int | None = None


def status_of(entry: Entry, newest: Entry) -> Status:
    """Return the status of a version, of which `newest` is the latest."""
    if entry.version < newest.version:
        return Status.SUPERSEDED
    return Status.CLOSED if newest.closed else Status.CURRENT


def judged(
    kind: Kind,
    data: Data,
    checked: Checked,
    register: Register | None,
    marks: Sequence[str] = (),
) -> Verdict:
    """Return where a document with normalised `data` stands.

    `marks` are those of its digest: the register may have another document of the same
    number, stamped after the copy that it was restored from. Without a register a stamp
    of ours is `unknown`. Raises `RegisterError` when it is out of reach.
    """
    stamp = checked.stamp
    if stamp is None or checked.standing is Standing.BROKEN:
        broken = checked.standing is Standing.BROKEN
        return Verdict(Status.CHANGED if broken else Status.NONE)
    if checked.standing is Standing.FOREIGN:
        return Verdict(Status.FOREIGN, stamp.reference, stamp.version)
    entries = register.versions(stamp.reference) if register else []
    newest = entries[-1] if entries else None
    known = max(newest.version, stamp.version) if newest else None
    if checked.standing is not Standing.WHOLE:
        return Verdict(Status.CHANGED, stamp.reference, stamp.version, known)
    twins = [e for e in entries if e.version == stamp.version]
    replaced = any(marks and twin.digest_mark not in marks for twin in twins)
    status = Status.SUPERSEDED if replaced else _status(kind, data, stamp, newest)
    return Verdict(status, stamp.reference, stamp.version, known)


def _status(kind: Kind, data: Data, stamp: Stamp, newest: Entry | None) -> Status:
    if newest is None:
        return Status.UNKNOWN
    if stamp.version < newest.version:
        return Status.SUPERSEDED
    return Status.CLOSED if kind.is_closed(data) else Status.CURRENT


def history(entries: Sequence[Entry]) -> list[tuple[Entry, Status]]:
    """Return versions of one reference, the oldest first, each with its status."""
    return [(entry, status_of(entry, entries[-1])) for entry in entries]
