"""The register in one file, and back: it goes between SQLite and PostgreSQL too.

Lines of JSON: what it is, each version, and last a digest of all before it.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from formsvc.errors import UnreadableError
from formsvc.forms import KINDS
from formsvc.i18n import _
from formsvc.reference_numbers import typed_reference
from formsvc.register.rows import Entry
from formsvc.stamp import HIGHEST

MAGIC = "formsvc register 1"
"""Begins a copy; another number is another form of storing."""


_MARK = re.compile(r"[0-9a-f]{64}")


class Copy(NamedTuple):
    """What a copy holds: what the installation is called, and its versions."""

    installation: str
    entries: list[Entry]


def packed(entries: Sequence[Entry], installation: str) -> bytes:
    """Return a copy of `entries` and of what the installation is called."""
    head = {"file": MAGIC, "installation": installation, "versions": len(entries)}
    lines = [json.dumps(head)]
    lines += [json.dumps(_row(entry)) for entry in entries]
    content = "".join(f"{line}\n" for line in lines).encode("ascii")
    return content + _end(content)


def unpacked(raw: bytes) -> Copy:
    """Return what is in a copy.

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
    try:
        head, *rows = (json.loads(line) for line in content.decode().splitlines())
        return Copy(str(head["installation"])[:32], [_entry(row) for row in rows])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            _("Säkerhetskopian har en rad som inte går att läsa. Inget är ändrat.")
        ) from error


def _row(entry: Entry) -> dict[str, Any]:
    at = entry.stamped_at.isoformat(timespec="seconds")
    return {**entry._asdict(), "stamped_at": at}


def _entry(row: dict[str, Any]) -> Entry:
    if not _is_right(row):
        raise ValueError("no version")
    return Entry(**{**row, "stamped_at": datetime.fromisoformat(row["stamped_at"])})


def _is_right(row: dict[str, Any]) -> bool:
    """Return whether a row says what a version may say."""
    version = row["version"]
    return (
        row["kind"] in KINDS
        and typed_reference(row["reference"]) == row["reference"]
        and type(version) is int
        and 1 <= version <= HIGHEST
        and type(row["closed"]) is bool
        and datetime.fromisoformat(row["stamped_at"]).tzinfo is not None
        and row["digest_mark"] is not None
        and all(_is_mark(row[key]) for key in ("digest_mark", "request_mark"))
    )


def _is_mark(mark: object) -> bool:
    return mark is None or (isinstance(mark, str) and bool(_MARK.fullmatch(mark)))


def _end(content: bytes) -> bytes:
    digest = hashlib.sha256(content).hexdigest()
    return json.dumps({"sha256": digest}).encode("ascii") + b"\n"
