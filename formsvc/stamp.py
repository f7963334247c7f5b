"""A stamp: which version a document is (contract, section 4).

Here is what it says and how it is written; whether it may be believed is for
`sealing.py`, and what comes next for `issuing.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from formsvc import clock
from formsvc.reference_numbers import AFTER_PREFIX

HIGHEST = 9999
"""The highest version that is believed: a child meets twice a year."""

_LONGEST = 200
"""Characters of a text in a stamp from another installation."""

_REFERENCE = re.compile(f"[A-Z]{{2}}{AFTER_PREFIX}")


class NoStampError(ValueError):
    """What should be a stamp is not written as one."""


@dataclass(frozen=True, slots=True)
class Continued:
    """The version that a document goes on from, when that is not the one before."""

    reference: str
    version: int
    issuer: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which version a document is. `supersedes` is the number of the one before it.

    `stamped_at` is a time with seconds and its distance to UTC, `supersedes_on` a date;
    both in Sweden.
    """

    kind: str
    reference: str
    version: int
    stamped_at: datetime
    digest: str
    issuer: str
    key_id: str
    supersedes: int | None = None
    supersedes_on: date | None = None
    continues: Continued | None = None
    signature: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the object that documents carry, in the order of the contract."""
        return {
            "kind": self.kind,
            "reference": self.reference,
            "version": self.version,
            "stamped_at": self.stamped_at.isoformat(timespec="seconds"),
            "supersedes": self.supersedes,
            "supersedes_on": _iso(self.supersedes_on),
            "continues": asdict(self.continues) if self.continues else None,
            "digest": self.digest,
            "issuer": self.issuer,
            "key_id": self.key_id,
            "signature": self.signature,
        }

    def signed(self, signature: str) -> "Stamp":
        """Return the stamp with its signature."""
        return replace(self, signature=signature)

    @property
    def stamped_on(self) -> date:
        """The day of stamping in Sweden: the date that its file name bears."""
        return self.stamped_at.astimezone(clock.SWEDEN).date()


class Standing(StrEnum):
    """What a stamp tells of the document that it stands on.

    `NONE`: no stamp. `WHOLE`: ours, and the data is what was stamped. `CHANGED`: ours,
    and the data is another: a draft that goes on from that version. `FOREIGN`: from
    another installation, which cannot be checked here. `BROKEN`: not as it was given.
    """

    NONE = "none"
    WHOLE = "whole"
    CHANGED = "changed"
    FOREIGN = "foreign"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Checked:
    """A stamp that has been looked at: `stamp` is missing when it cannot be read."""

    standing: Standing
    stamp: Stamp | None = None


UNSTAMPED = Checked(Standing.NONE)


def read_stamp(written: Any) -> Stamp:
    """Return the stamp that a document carries.

    Raises `NoStampError` when it is not written as the contract says: it may come from
    anywhere.
    """
    try:
        return _read(written)
    except (ValueError, OverflowError) as error:  # a time before all times
        raise NoStampError(str(error)) from error


def _read(written: Any) -> Stamp:
    if not isinstance(written, Mapping):
        raise NoStampError("no stamp")
    continued = written.get("continues")
    superseded_on = written.get("supersedes_on")
    return Stamp(
        kind=_text(written, "kind"),
        reference=_reference(written),
        version=_version(written, "version"),
        stamped_at=_time(_text(written, "stamped_at")),
        supersedes=None
        if written.get("supersedes") is None
        else _version(written, "supersedes"),
        supersedes_on=None
        if superseded_on is None
        else date.fromisoformat(str(superseded_on)),
        continues=None if continued is None else _continued(continued),
        digest=_text(written, "digest"),
        issuer=_text(written, "issuer"),
        key_id=_text(written, "key_id"),
        signature=_text(written, "signature"),
    )


def _continued(written: Any) -> Continued:
    if not isinstance(written, Mapping):
        raise NoStampError("continues nothing")
    return Continued(
        reference=_reference(written),
        version=_version(written, "version"),
        issuer=_text(written, "issuer"),
    )


def _text(written: Mapping[str, Any], key: str) -> str:
    value = written.get(key)
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise NoStampError(key)
    return value


def _reference(written: Mapping[str, Any]) -> str:
    text = _text(written, "reference")
    if not _REFERENCE.fullmatch(text):
        raise NoStampError(text)
    return text


def _version(written: Mapping[str, Any], key: str) -> int:
    value = written.get(key)
    if type(value) is not int or not 1 <= value <= HIGHEST:
        raise NoStampError(key)
    return value


def _time(text: str) -> datetime:
    """Return a time that says how far from UTC it is, in Swedish time."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise NoStampError(text)
    return time.astimezone(clock.SWEDEN)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
