"""The version that a request goes on from: what it is worth, and what it tells."""

from datetime import date
from functools import cached_property
from typing import Any

from formsvc.errors import RefusedError
from formsvc.i18n import _
from formsvc.register.rows import Entry
from formsvc.register.store import Register
from formsvc.sealing import Seal
from formsvc.stamp import Continued, Stamp, Standing


class Previous:
    """A previous stamp as it came, or none: `stamp` is what is believed of it."""

    def __init__(self, seal: Seal, register: Register, written: Any, kind: str) -> None:
        """Look at a stamp that a document of `kind` is to go on from.

        Raises `RefusedError` when it cannot be what was once given.
        """
        self._seal, self._register = seal, register
        self.stamp = None if written is None else _believed(seal, written, kind)
        """The stamp, of this installation or another."""

    @property
    def ours(self) -> Stamp | None:
        """The stamp when it was given here."""
        return self.stamp if self.stamp and self._seal.knows(self.stamp) else None

    def is_twin(self) -> bool:
        """Return whether the register has another document of the same number.

        One was stamped after the copy that the register was restored from.
        """
        if self.ours is None:
            return False
        marks = self._seal.digest_marks(self.ours.digest)
        return any(
            known.version == self.ours.version and known.digest_mark not in marks
            for known in self._known
        )

    def seen(self) -> Entry | None:
        """Return what the stamp tells the register, if it was given here."""
        ours = self.ours
        if ours is None:
            return None
        return Entry(
            reference=ours.reference,
            version=ours.version,
            kind=ours.kind,
            stamped_at=ours.stamped_at,
            closed=False,
            digest_mark=self._seal.digest_marks(ours.digest)[0],
        )

    def day_of(self, reference: str, number: int) -> date | None:
        """Return when a version was stamped: as its stamp tells, or the register."""
        if self.stamp and self.stamp.version == number and not self.is_twin():
            return self.stamp.stamped_on
        entries = self._register.versions(reference) if number else []
        times = {known.version: known.stamped_at.date() for known in entries}
        return times.get(number)

    def continued(self, number: int) -> Continued | None:
        """Return what is gone on from, unless it is version `number`, given here."""
        follows = self.ours and self.ours.version == number and not self.is_twin()
        if self.stamp is None or follows:
            return None
        return Continued(self.stamp.reference, self.stamp.version, self.stamp.issuer)

    @cached_property
    def _known(self) -> list[Entry]:
        return self._register.versions(self.ours.reference) if self.ours else []


def _believed(seal: Seal, written: Any, kind: str) -> Stamp:
    checked = seal.check_alone(written)
    if checked.standing is Standing.BROKEN or checked.stamp is None:
        raise RefusedError(
            _(
                "Stämpeln i den förra versionen är ändrad och går inte att lita på. "
                "Öppna den förra versionen som den var när den stämplades, och utgå "
                "från den."
            )
        )
    if checked.stamp.kind != kind:
        raise RefusedError(
            _(
                "Den förra versionen är ett dokument av en annan sort. Välj den förra "
                "versionen av just det här dokumentet."
            )
        )
    return checked.stamp
