"""The database of the register: made, opened and brought up to date by the service."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError

from formsvc.config import Settings
from formsvc.errors import RegisterError
from formsvc.i18n import _

FILE = "register.db"
"""Where in the instance folder the register lies by default."""

HEAD = "0001"
"""The latest step in `migrations/versions`."""

PATIENCE = 20
"""Seconds that a writer waits for others: each needs some milliseconds."""

CONNECTING = 3
"""Seconds to wait for a PostgreSQL server that does not answer."""

_UPGRADING = 7_316_042_118
"""Any number: whoever changes the tables in PostgreSQL holds the lock of this name."""


def open_database(settings: Settings) -> sa.Engine:
    """Return the database of the settings; nothing is opened yet.

    Raises `RegisterError` when the setting is no address of a database.
    """
    url = settings.database_url
    try:
        if url:
            return _made(sa.make_url(url))
        return _made(sa.URL.create("sqlite", database=str(settings.instance / FILE)))
    except (SQLAlchemyError, ImportError, ValueError) as error:
        raise RegisterError(
            _(
                "FORMSVC_DATABASE_URL går inte att använda. Skriv till exempel "
                "postgresql+psycopg://namn@server/databas."
            )
        ) from error


def _made(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() != "sqlite":
        arguments = {"connect_timeout": CONNECTING}
        return sa.create_engine(url, pool_pre_ping=True, connect_args=arguments)
    engine = sa.create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    """Have SQLite write through to the disk, and readers go on while one writes."""
    connection.isolation_level = None  # `_begin` says when a transaction begins
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
    connection.execute("PRAGMA synchronous = FULL")
    for _try in range(PATIENCE * 10):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except connection.OperationalError:  # several at once: it waits for none
            time.sleep(0.1)
        else:
            return


def _begin(connection: sa.Connection) -> None:
    """Begin a transaction; one that writes takes its turn at once."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def told() -> Iterator[None]:
    """Raise `RegisterError` for whatever the database cannot do."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise out_of_reach() from error


def out_of_reach() -> RegisterError:
    """Return what is said of a register that does not answer."""
    return RegisterError(
        _(
            "Registret över versioner går inte att nå just nu, så inget kan stämplas. "
            "Utkast går att spara och öppna som vanligt. Försök igen om en stund."
        )
    )


def bring_up_to_date(engine: sa.Engine) -> None:
    """Make the tables, or change them into those of this version of the service.

    Several processes may do it at once: one does, the others wait. Raises
    `RegisterError` when the tables are of a newer version.
    """
    with told():
        if engine.url.get_backend_name() == "sqlite":
            Path(str(engine.url.database)).parent.mkdir(parents=True, exist_ok=True)
        step = _step(engine)
        if step == HEAD:
            return
        with engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                _change(connection)


def _step(engine: sa.Engine) -> str:
    """Return the step that the tables have come to, empty when there are none."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return ""
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version"))
        return str(found.scalar() or "")


def _change(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_UPGRADING)))
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise RegisterError(
            _(
                "Registret är gjort av en nyare version av tjänsten. Uppdatera "
                "tjänsten och försök igen."
            )
        ) from error
