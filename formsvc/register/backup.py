"""The register in one file, and back: it goes between SQLite and PostgreSQL too.

Lines of JSON: what it is, each version, and last a digest of all before it.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from formsvc.errors import UnreadableError
from formsvc.i18n import _
from formsvc.register.store import Entry
from formsvc.stamp import HIGHEST

MAGIC = "formsvc register 1"
"""Begins a copy; another number is another form of storing."""


def packed(entries: Sequence[Entry]) -> bytes:
    """Return a copy of `entries`."""
    lines = [json.dumps({"file": MAGIC, "versions": len(entries)})]
    lines += [json.dumps(_row(entry)) for entry in entries]
    content = "".join(f"{line}\n" for line in lines).encode("ascii")
    return content + _end(content)


def unpacked(raw: bytes) -> list[Entry]:
    """Return the versions in a copy.

    Raises `UnreadableError` when it is none, or is not whole.
    """
    place = raw.rfind(b"\n", 0, len(raw) - 1) + 1
    content = raw[:place]
    if raw[place:] != _end(content) or MAGIC.encode() not in content[:64]:
        raise UnreadableError(
            _(
                "Filen är ingen hel säkerhetskopia av registret. Välj en som är gjord "
                "med formsvc register backup. Inget är ändrat."
            )
        )
    lines = content.decode("ascii").splitlines()[1:]
    try:
        return [_entry(json.loads(line)) for line in lines]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            _("Säkerhetskopian har en rad som inte går att läsa. Inget är ändrat.")
        ) from error


def _row(entry: Entry) -> dict[str, Any]:
    at = entry.stamped_at.isoformat(timespec="seconds")
    return {**entry._asdict(), "stamped_at": at}


def _entry(row: dict[str, Any]) -> Entry:
    entry = Entry(**{**row, "stamped_at": datetime.fromisoformat(row["stamped_at"])})
    if not 1 <= int(entry.version) <= HIGHEST:
        raise ValueError(entry.version)
    return entry


def _end(content: bytes) -> bytes:
    digest = hashlib.sha256(content).hexdigest()
    return json.dumps({"sha256": digest}).encode("ascii") + b"\n"
