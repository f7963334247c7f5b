"""The databases that the register is tested on."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import postgres
import pytest
import sqlalchemy as sa

from formsvc.register import database


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Give the address of a PostgreSQL server that runs while tests do."""
    with ExitStack() as stack:
        yield stack.enter_context(postgres.server())


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database, of each sort."""
    if request.param == "SQLite":
        return f"sqlite:///{tmp_path / 'register.db'}"
    address = str(request.getfixturevalue("server"))
    name = f"formsvc_{os.urandom(8).hex()}"
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return address.replace("/postgres?", f"/{name}?")


@pytest.fixture(autouse=True)
def closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let go of every database that a test has opened."""
    engines: list[sa.Engine] = []
    made = database._made

    def making(url: sa.URL) -> sa.Engine:
        engines.append(made(url))
        return engines[-1]

    monkeypatch.setattr(database, "_made", making)
    yield
    for engine in engines:
        engine.dispose()
