"""The rows of the register: what one says, how it is found and put in."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from formsvc.clock import SWEDEN
from formsvc.register.tables import VERSIONS


class Entry(NamedTuple):
    """What the register knows of a version.

    `stamped_at` is a time in Sweden, to the second. `closed` says that the document
    ends what it is about. The marks tell the data, and the request that led to it,
    apart; one that was learned from its stamp has no mark of a request.
    """

    reference: str
    version: int
    kind: str
    stamped_at: datetime
    closed: bool
    digest_mark: str
    request_mark: str | None = None


def given(connection: sa.Connection, marks: Sequence[str]) -> Entry | None:
    """Return the version that was given for a request of one of these marks."""
    wanted = sa.select(VERSIONS).where(VERSIONS.c.request_mark.in_(marks))
    row = connection.execute(wanted).mappings().first()
    return entry_of(row) if row else None


def versions(connection: sa.Connection, reference: str) -> list[Entry]:
    """Return what is known of a reference, the oldest first."""
    wanted = sa.select(VERSIONS).where(VERSIONS.c.reference == reference)
    rows = connection.execute(wanted.order_by(VERSIONS.c.version)).mappings()
    return [entry_of(row) for row in rows]


def insert(connection: sa.Connection, entry: Entry) -> None:
    """Put a version in; the database refuses a second of the same."""
    values = {**entry._asdict(), "stamped_at": int(entry.stamped_at.timestamp())}
    connection.execute(sa.insert(VERSIONS).values(values))


def entry_of(row: sa.RowMapping) -> Entry:
    """Return what a row says."""
    told_of = {key: row[key] for key in Entry._fields}
    return Entry(**{**told_of, "stamped_at": time_of(row["stamped_at"])})


def time_of(seconds: int) -> datetime:
    """Return a time in Sweden."""
    return datetime.fromtimestamp(seconds, SWEDEN)
