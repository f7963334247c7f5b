"""What a page says of the version that a document is, or goes on from."""

from dataclasses import dataclass, replace

from formsvc import pipeline
from formsvc.errors import RefusedError, RegisterError
from formsvc.formkit.dates import swedish_moment
from formsvc.i18n import _
from formsvc.issuing import Request
from formsvc.pipeline import TakenIn
from formsvc.sealing import digest_of
from formsvc.stamp import Stamp
from formsvc.verifying import Status, Verdict
from formsvc.web.stamping import may_stamp, office, verdict
from formsvc.web.unbroken import unbroken

_STAMPED = (Status.CURRENT, Status.SUPERSEDED, Status.CLOSED, Status.UNKNOWN)

_TOLD = {
    Status.CURRENT: _(
        "Det här är version {version} av {reference}, stämplad {at}. Den är senast "
        "registrerad."
    ),
    Status.SUPERSEDED: _(
        "Det här är version {version} av {reference}, och den är ersatt: version "
        "{latest} finns. Öppna den i stället, om du kan få tag i den."
    ),
    Status.CLOSED: _(
        "Det här är version {version} av {reference}, stämplad {at}. I den är "
        "samverkan avslutad."
    ),
    Status.UNKNOWN: _(
        "Det här är version {version} av {reference}, stämplad {at}. Registret känner "
        "inte till den, eller går inte att nå just nu."
    ),
    Status.CHANGED: _(
        "Det här utgår från version {version} av {reference}, stämplad {at}, och är "
        "ändrat sedan dess. När det är klart kan det stämplas som nästa version."
    ),
    Status.FOREIGN: _(
        "Stämpeln är från {issuer} (version {version} av {reference}) och kan inte "
        "kontrolleras här. Nästa version får en beteckning härifrån."
    ),
}
_AND_NEWER = _(
    "Men version {latest} finns redan. Öppna den och för in det nya där, om du kan få "
    "tag i den."
)
_CLOSED_BY = _("Version {latest} avslutade samverkan.")
_EDITING = _(
    "Du ändrar i version {version}. Ändringarna blir version {next} när du stämplar."
)
_OVERTAKEN = _(
    "Det här utgår från version {version}, men version {latest} finns redan. Öppna den "
    "i stället, om du kan få tag i den."
)
_BROKEN = _(
    "Stämpeln är ändrad och går inte att lita på. Texterna går att använda, men för "
    "att stämpla nästa version behöver du utgå från den förra som den var."
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document stands, and what it can become.

    `stamped` says that it is just what was stamped here, `unchanged` that it is so
    wherever it was stamped, `next_number` which version it would be, `open_to` whether
    who asks may stamp, `ended` whether a later version closed what it is about.
    """

    verdict: Verdict
    stamp: Stamp | None
    stamped: bool
    unchanged: bool
    next_number: int
    open_to: bool
    ended: bool = False

    @property
    def at(self) -> str:
        """When it was stamped, as people read it; empty without a stamp."""
        return swedish_moment(self.stamp.stamped_at) if self.stamp else ""

    @property
    def overtaken(self) -> bool:
        """Whether a newer version exists than the one that it is or goes on from."""
        latest, version = self.verdict.latest, self.verdict.version
        return bool(latest and version and latest > version)

    @property
    def broken(self) -> bool:
        """Whether its stamp is not as it was given, so that nothing can follow it."""
        return self.stamp is None and self.verdict.status is Status.CHANGED

    @property
    def words(self) -> str:
        """What is said of it when it is opened; empty without a stamp."""
        status = self.verdict.status
        if status is Status.NONE:
            return ""
        if self.stamp is None:
            return _BROKEN
        newer = status is Status.CHANGED and self.overtaken
        return self._said(_TOLD[status], _AND_NEWER if newer else "", self._closed_by)

    @property
    def line(self) -> str:
        """What the form goes on saying while one writes; empty without a stamp."""
        if self.overtaken:
            return self._said(_OVERTAKEN, self._closed_by)
        ours = (Status.CURRENT, Status.CLOSED, Status.CHANGED)
        return self._said(_EDITING) if self.verdict.status in ours else ""

    @property
    def _closed_by(self) -> str:
        return _CLOSED_BY if self.ended else ""

    def _said(self, *told: str) -> str:
        if self.stamp is None:
            return ""
        return " ".join(filter(None, told)).format(
            version=self.stamp.version,
            next=self.next_number,
            reference=self.stamp.reference,
            at=unbroken(self.at),
            latest=self.verdict.latest,
            issuer=self.stamp.issuer,
        )


def place_of(taken: TakenIn) -> Place:
    """Return where a document stands."""
    found = verdict(taken)
    stamp = pipeline.checked(taken, office().seal).stamp
    if found.version is None:  # broken: nothing in it counts
        stamp = None
    place = Place(
        verdict=found,
        stamp=stamp,
        stamped=found.status in _STAMPED,
        unchanged=stamp is not None and stamp.digest == digest_of(taken.data),
        next_number=max(found.version or 0, found.latest or 0) + 1,
        open_to=may_stamp(),
    )
    return replace(place, ended=_ended(place)) if place.overtaken else place


def stamped_before(taken: TakenIn) -> Stamp | None:
    """Return the stamp that just this was given already, from the same version."""
    request = Request(taken.kind, taken.data, taken.stamp)
    try:
        return office().issuer.answered(request)
    except (RegisterError, RefusedError):
        return None


def _ended(place: Place) -> bool:
    try:
        newest = office().issuer.register.latest(place.verdict.reference or "")
    except RegisterError:
        return False
    return bool(newest and newest.closed)
