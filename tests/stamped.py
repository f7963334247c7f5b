"""Stamped documents, sealed here as the service does it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sample_data import DATA

from formsvc import pipeline
from formsvc.clock import SWEDEN
from formsvc.document import File, Format
from formsvc.forms import KINDS
from formsvc.keys import Keys
from formsvc.sealing import Seal, digest_of
from formsvc.stamp import Continued, Stamp

ADDRESS = "https://plan.example.se"
REFERENCE = "7F3K92QD4M"
FOREIGN = Seal(Keys(b"o" * 32), "https://plan.annan.example.se")
"""Another installation."""


class Case(NamedTuple):
    """A stamped document: `change` is data that is written after it was stamped.

    `stamp` are facts of it that are other than usual.
    """

    kind: str
    data: str = "example"
    address: str = ADDRESS
    foreign: bool = False
    change: tuple[tuple[str, Any], ...] = ()
    stamp: tuple[tuple[str, Any], ...] = ()

    @property
    def reference(self) -> str:
        """What the document is called."""
        return f"{KINDS[self.kind].prefix}-{REFERENCE}"


FIRST = (("supersedes", None), ("supersedes_on", None), ("version", 1))
"""The stamp of a first version."""

REASON = {"plan": "reason", "consent": "purpose", "invitation": "purpose"}
"""A text of each kind."""


def changed(kind: str, **more: Any) -> Case:
    """Return a document that was changed after it was stamped."""
    return Case(kind, change=((REASON[kind], "Något nytt."),), **more)


def seal_of(case: Case) -> Seal:
    """Return what vouches for stamps in the installation that renders."""
    return Seal(Keys(b"k" * 32), case.address)


def stamp_of(case: Case) -> Stamp:
    """Return the signed stamp of a document."""
    kind = KINDS[case.kind]
    seal = FOREIGN if case.foreign else seal_of(case)
    plain = Stamp(
        kind=case.kind,
        reference=case.reference,
        version=3,
        stamped_at=datetime(2026, 12, 15, 14, 2, 11, tzinfo=SWEDEN),
        digest=digest_of(pipeline.take_in(kind, DATA[case.data](kind)).data),
        issuer=seal.host,
        key_id=seal.key_id,
        supersedes=2,
        supersedes_on=date(2026, 9, 1),
    )
    facts: Mapping[str, Any] = dict(case.stamp)
    return seal.signed(replace(plain, **facts))


def taken(case: Case) -> pipeline.TakenIn:
    """Return the stamped document, as it comes in."""
    kind = KINDS[case.kind]
    data = pipeline.take_in(kind, DATA[case.data](kind)).data
    more = {**dict(case.change), "stamp": stamp_of(case).as_json()}
    return pipeline.take_in(kind, {**data, **more})


@cache
def stamped(case: Case, fmt: Format = Format.PDF) -> File:
    """Return the document in one format."""
    return pipeline.render(taken(case), fmt, seal=seal_of(case))


CONTINUED = Continued("BP-0000000000", 2, "plan.annan.example.se")
"""A version of another installation."""
