"""What is asked of the register, and how a number is taken for good.

A number is taken in one short transaction: what it follows is looked at once more, and
the database itself refuses a second of the same. Nothing is reserved, so that a process
that dies leaves no gap.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Lock
from time import monotonic

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from formsvc.config import Settings
from formsvc.errors import RegisterError
from formsvc.register import rows
from formsvc.register.database import (
    bring_up_to_date,
    open_database,
    out_of_reach,
    told,
)
from formsvc.register.rows import Entry
from formsvc.register.tables import INSTALLATION, VERSIONS

SILENCE = 5.0
"""Seconds for which a register that did not answer is not asked again."""


class OccupiedError(Exception):
    """Someone else was first: `newest` is what stands there now."""

    def __init__(self, newest: Entry) -> None:
        """Tell of the newest version."""
        super().__init__(f"{newest.reference} {newest.version}")
        self.newest = newest


class Register:
    """The versions of one installation. Raises `RegisterError` when out of reach."""

    def __init__(self, settings: Settings) -> None:
        """Open nothing yet: a service without its register still makes drafts.

        Raises `RegisterError` when the setting is no address of a database.
        """
        self._engine = open_database(settings)
        self._ready = False
        self._lock = Lock()
        self._silent_until = 0.0

    @property
    def installation(self) -> str:
        """What this installation is called when it has no address."""
        with self._reading() as connection:
            return str(connection.execute(sa.select(INSTALLATION.c.name)).scalar_one())

    def versions(self, reference: str) -> list[Entry]:
        """Return what is known of a reference, the oldest first; nothing if unknown."""
        with self._reading() as connection:
            return rows.versions(connection, reference)

    def latest(self, reference: str) -> Entry | None:
        """Return the newest version of a reference."""
        return next(reversed(self.versions(reference)), None)

    def latest_time(self) -> datetime | None:
        """Return when the last of all versions was stamped."""
        with self._reading() as connection:
            at = connection.execute(sa.select(sa.func.max(VERSIONS.c.stamped_at)))
            seconds = at.scalar()
        return None if seconds is None else rows.time_of(seconds)

    def given(self, request_marks: Sequence[str]) -> Entry | None:
        """Return the version that was given for a request, if it was."""
        with self._reading() as connection:
            return rows.given(connection, request_marks)

    def take(
        self, entry: Entry, request_marks: Sequence[str], seen: Entry | None = None
    ) -> Entry:
        """Take a number for good, and return what stands in the register for it.

        That is another entry than `entry` when the same request was answered before.
        `seen` is an earlier version whose stamp shows that there was one: the register
        learns of it. Raises `OccupiedError` when another has come first.
        """
        try:
            with self._writing() as connection:
                return _take(connection, entry, request_marks, seen)
        except IntegrityError:  # in PostgreSQL two may look before either writes
            with self._reading() as connection:
                answered = rows.given(connection, request_marks)
                if answered:
                    return answered
                raise OccupiedError(
                    rows.versions(connection, entry.reference)[-1]
                ) from None

    def all(self) -> list[Entry]:
        """Return every version, reference by reference."""
        order = (VERSIONS.c.reference, VERSIONS.c.version)
        with self._reading() as connection:
            found = connection.execute(sa.select(VERSIONS).order_by(*order))
            return [rows.entry_of(row) for row in found.mappings()]

    def add_missing(self, entries: Sequence[Entry], name: str = "") -> int:
        """Add those versions that the register lacks; return how many they were.

        An empty register is called `name` from then on.
        """
        with self._writing() as connection:
            found = connection.execute(sa.select(VERSIONS)).mappings()
            there = [rows.entry_of(row) for row in found]
            known = {(each.reference, each.version) for each in there}
            marks = {each.request_mark for each in there}
            if name and not there:
                connection.execute(sa.update(INSTALLATION).values(name=name))
            missing = [e for e in entries if (e.reference, e.version) not in known]
            for entry in missing:
                # Asked for once more while it was lost: the later answer counts.
                answered = entry.request_mark in marks
                rows.insert(
                    connection, entry._replace(request_mark=None) if answered else entry
                )
            return len(missing)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        self._demand_tables()
        with self._noticed(), told(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        self._demand_tables()
        with self._noticed(), _but_taken(), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection

    def _demand_tables(self) -> None:
        self._demand_answers()
        if self._ready:
            return
        with self._lock:
            self._demand_answers()  # others have waited for it meanwhile
            if not self._ready:
                with self._noticed():
                    bring_up_to_date(self._engine)
                self._ready = True

    def _demand_answers(self) -> None:
        """Say at once that a register is out of reach that was so just now."""
        if monotonic() < self._silent_until:
            raise out_of_reach()

    @contextmanager
    def _noticed(self) -> Iterator[None]:
        """Remember for a while that the register could not be reached."""
        try:
            yield
        except RegisterError:
            self._silent_until = monotonic() + SILENCE
            raise


@contextmanager
def _but_taken() -> Iterator[None]:
    """Raise as `told` does, but for what says that a number is taken."""
    taken: IntegrityError | None = None
    with told():
        try:
            yield
        except IntegrityError as error:
            taken = error
    if taken:
        raise taken


def _take(
    connection: sa.Connection,
    entry: Entry,
    request_marks: Sequence[str],
    seen: Entry | None,
) -> Entry:
    answered = rows.given(connection, request_marks)
    if answered:
        return answered
    known = rows.versions(connection, entry.reference)
    if seen and seen.reference == entry.reference and _is_above(seen, known):
        rows.insert(connection, seen)
        known.append(seen)
    if known and known[-1].version != entry.version - 1:
        raise OccupiedError(known[-1])
    rows.insert(connection, entry)
    return entry


def _is_above(seen: Entry, known: Sequence[Entry]) -> bool:
    return not known or seen.version > known[-1].version
