"""A document becomes the next version, or is told where it stands among versions.

open_office   the settings → key, register and outbox of the installation
stamp         a form without errors → the next version, its number taken for good
verify        a document that came in → current, superseded, changed …
"""

from dataclasses import dataclass, replace
from typing import Any

from formsvc import pipeline
from formsvc.config import Settings
from formsvc.document import File, Format
from formsvc.errors import RegisterError, UnfinishedError
from formsvc.findings import has_error
from formsvc.i18n import _
from formsvc.issuing import Issuer, Request
from formsvc.keys import Keys, load_keys
from formsvc.outbox import Outbox
from formsvc.pipeline import TakenIn
from formsvc.profiles import NEUTRAL, Profile
from formsvc.register.store import Register
from formsvc.sealing import Seal
from formsvc.stamp import Stamp
from formsvc.verifying import Verdict, judged


@dataclass(frozen=True, slots=True)
class Office:
    """What an installation makes versions with, and where filing copies go."""

    issuer: Issuer
    outbox: Outbox
    profile: Profile = NEUTRAL

    @property
    def seal(self) -> Seal:
        """What it seals with."""
        return self.issuer.seal


def stamp(
    taken: TakenIn, office: Office, previous: Any = None, *, go_on: bool = False
) -> TakenIn:
    """Return what came in with its stamp, as the next version.

    `previous` is the stamp that it follows, by default the one that came along; `go_on`
    follows it although a newer version exists. The filing copy is made before the
    number is taken. The data must have no errors: `pipeline.check` first.

    Raises `UnfinishedError` when it has, `TakenError` when a newer version exists,
    `RefusedError` or `RegisterError` when nothing can be stamped, `RenderError`.
    """
    if has_error(pipeline.check(taken)):
        raise UnfinishedError(_("Rätta felen innan dokumentet stämplas."))
    followed = taken.stamp if previous is None else previous

    def copy(stamp: Stamp) -> File:
        bearing = replace(taken, stamp=stamp.as_json())
        return pipeline.render(bearing, Format.PDF, office.profile, office.seal)

    with office.outbox.filing(copy) as filing:
        request = Request(taken.kind, taken.data, followed, go_on)
        given = office.issuer.issue(request, filing.prepare)
        filing.settle(given)
    return replace(taken, stamp=given.as_json())


def verify(taken: TakenIn, office: Office) -> Verdict:
    """Return where a document stands among versions.

    Raises `RegisterError` when the register is out of reach.
    """
    found = pipeline.checked(taken, office.seal)
    digest = found.stamp.digest if found.stamp else ""
    marks = office.seal.digest_marks(digest)
    return judged(taken.kind, taken.data, found, office.issuer.register, marks)


def verify_anyway(taken: TakenIn, office: Office) -> Verdict:
    """Return what `verify` does; without a register a stamp of ours is unknown."""
    try:
        return verify(taken, office)
    except RegisterError:
        found = pipeline.checked(taken, office.seal)
        return judged(taken.kind, taken.data, found, None)


def open_office(
    settings: Settings, profile: Profile = NEUTRAL, keys: Keys | None = None
) -> Office:
    """Return what the settings say that versions are made with.

    Raises `UsageError` when the key or the outbox cannot be had, `RegisterError` when
    the address of the register is none.
    """
    seal = Seal(keys or load_keys(settings), settings.base_url)
    return Office(Issuer(seal, Register(settings)), Outbox(settings.outbox), profile)
