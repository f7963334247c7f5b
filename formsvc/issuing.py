"""Which version a document becomes, and how its number is taken (contract, section 4).

The number is worked out, the filing copy is made with it, and only then is it taken:
whatever goes wrong before leaves nothing behind. The same request is answered alike,
however often it comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from formsvc import clock
from formsvc.errors import NotNowError, RefusedError, TakenError
from formsvc.formkit.data import Data
from formsvc.formkit.dates import swedish_moment
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.reference_numbers import new_reference
from formsvc.register.store import Entry, OccupiedError, Register
from formsvc.sealing import Seal, digest_of
from formsvc.stamp import HIGHEST, Continued, Stamp, Standing

CLOCK_SLACK = timedelta(seconds=5)
"""How far the clocks of servers that share a register may be apart: NTP holds less."""

Prepare = Callable[[Stamp], Any]
"""Makes what has to be there before a number is taken; an error of it stops that."""


@dataclass(frozen=True)
class Request:
    """What is to be stamped.

    `data` is normalised and without errors, `previous` the stamp as it came, if any.
    `go_on` says to continue a version although a newer one exists.
    """

    kind: Kind
    data: Data
    previous: Any = None
    go_on: bool = False


@dataclass(frozen=True)
class Issuer:
    """What an installation gives out versions with."""

    seal: Seal
    register: Register

    def answered(self, request: Request) -> Stamp | None:
        """Return the stamp that just this request was given before, if it was.

        Raises as `issue` does.
        """
        return _Issue(self, request).answered()

    def issue(self, request: Request, prepare: Prepare) -> Stamp:
        """Return the stamp of the next version, its number taken for good.

        Raises `TakenError` when a newer version exists, `RefusedError` when the
        previous stamp is broken or of another kind, `NotNowError` when the clock is
        behind, `RegisterError` when the register is out of reach, and what `prepare`
        raises.
        """
        return _Issue(self, request).issued(prepare)


class _Issue:
    """One request on its way."""

    def __init__(self, issuer: Issuer, request: Request) -> None:
        self._seal, self._register = issuer.seal, issuer.register
        self._request = request
        self._digest = digest_of(request.data)
        self._previous = self._believed()
        self._marks = self._seal.marks(
            {
                "kind": request.kind.name,
                "digest": self._digest,
                "previous": self._previous.as_json() if self._previous else None,
            }
        )

    def answered(self) -> Stamp | None:
        given = self._register.given(self._marks)
        return self._stamp(given) if given else None

    def issued(self, prepare: Prepare) -> Stamp:
        if answered := self.answered():
            return answered
        entry = self._next_entry(self._newest())
        stamp = self._stamp(entry)
        prepare(stamp)
        try:
            taken = self._register.take(entry, self._marks, self._seen())
        except OccupiedError as error:
            raise _taken(error.newest) from None
        return stamp if taken == entry else self._stamp(taken)

    def _believed(self) -> Stamp | None:
        """Return the previous stamp; refuse one that cannot be what we once gave."""
        if self._request.previous is None:
            return None
        checked = self._seal.check_alone(self._request.previous)
        if checked.standing is Standing.BROKEN or checked.stamp is None:
            raise RefusedError(
                _(
                    "Stämpeln i den förra versionen är ändrad och går inte att lita "
                    "på. Öppna den förra versionen som den var när den stämplades, och "
                    "utgå från den."
                )
            )
        if checked.stamp.kind != self._request.kind.name:
            raise RefusedError(
                _(
                    "Den förra versionen är ett dokument av en annan sort. Välj den "
                    "förra versionen av just det här dokumentet."
                )
            )
        if checked.stamp.version >= HIGHEST:
            raise RefusedError(_("Versionsnumret är för högt. Börja på ett nytt."))
        return checked.stamp

    @property
    def _ours(self) -> Stamp | None:
        """The previous stamp when it was given here."""
        previous = self._previous
        ours = previous and self._seal.knows(previous)
        return previous if ours else None

    def _newest(self) -> Entry | None:
        """Return the newest version of what is gone on from, looked up just once.

        Raises `TakenError` when that is another one, unless told to go on from it.
        """
        if self._ours is None:
            return None
        newest = self._register.latest(self._ours.reference)
        later = newest and newest.version > self._ours.version
        if newest and later and not self._request.go_on:
            raise _taken(newest)
        return newest

    def _next_entry(self, newest: Entry | None) -> Entry:
        """Return the entry of the next version, at the time that it is now."""
        ours, kind = self._ours, self._request.kind
        reference, before = new_reference(kind.prefix), 0
        if ours:
            before = max(ours.version, newest.version if newest else 0)
            reference = ours.reference
        elif self._previous:
            before = self._previous.version
        return Entry(
            reference=reference,
            version=before + 1,
            kind=kind.name,
            stamped_at=self._now(),
            closed=kind.is_closed(self._request.data),
            digest_mark=self._digest_mark(self._digest),
            request_mark=self._marks[0],
        )

    def _now(self) -> datetime:
        """Return the time; refuse when the clock is behind what was stamped before."""
        now = clock.now().replace(microsecond=0)
        times = [self._register.latest_time(), self._ours and self._ours.stamped_at]
        latest = max((time for time in times if time), default=now)
        if now < latest - CLOCK_SLACK:
            raise NotNowError(
                _(
                    "Klockan på servern går efter den senaste stämpeln ({latest}). "
                    "Inget stämplas förrän den går rätt. Säg till den som sköter "
                    "tjänsten."
                ).format(latest=swedish_moment(latest))
            )
        return max(now, latest)

    def _seen(self) -> Entry | None:
        """Return what the previous stamp tells the register, if it is ours."""
        ours = self._ours
        if ours is None:
            return None
        return Entry(
            reference=ours.reference,
            version=ours.version,
            kind=ours.kind,
            stamped_at=ours.stamped_at,
            closed=False,
            digest_mark=self._digest_mark(ours.digest),
        )

    def _digest_mark(self, digest: str) -> str:
        return self._seal.marks({"digest": digest})[0]

    def _stamp(self, entry: Entry) -> Stamp:
        """Return the signed stamp of a version: alike whenever it is asked for."""
        number = entry.version - 1
        stamp = Stamp(
            kind=entry.kind,
            reference=entry.reference,
            version=entry.version,
            stamped_at=entry.stamped_at,
            supersedes=number or None,
            supersedes_on=self._day_of(entry.reference, number) if number else None,
            continues=self._continued(number),
            digest=self._digest,
            issuer=self._seal.host or self._register.installation,
            key_id=self._seal.key_id,
        )
        return self._seal.signed(stamp)

    def _day_of(self, reference: str, number: int) -> date | None:
        """Return when the version before was stamped: told by its stamp, or here."""
        if self._previous and self._previous.version == number:
            return self._previous.stamped_on
        times = {
            known.version: known.stamped_at.date()
            for known in self._register.versions(reference)
        }
        return times.get(number)

    def _continued(self, number: int) -> Continued | None:
        """Return what is gone on from, unless it is the version before, given here."""
        previous = self._previous
        if previous is None or (self._ours and previous.version == number):
            return None
        return Continued(previous.reference, previous.version, previous.issuer)


def _taken(newest: Entry) -> TakenError:
    return TakenError(
        _(
            "Version {version} finns redan: den stämplades {when}. Öppna den och för "
            "in det nya där, så går inget förlorat."
        ).format(version=newest.version, when=swedish_moment(newest.stamped_at)),
        newest.version,
        newest.stamped_at.isoformat(timespec="seconds"),
    )
