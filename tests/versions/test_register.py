"""The register on both databases: made, looked into, copied and brought back."""

import hashlib
import json
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from versions.here import KEYS, issued, issuer, plan

from formsvc.config import Settings
from formsvc.errors import RegisterError, UnreadableError
from formsvc.issuing import Issuer
from formsvc.register import database, store
from formsvc.register.backup import packed, unpacked
from formsvc.register.database import FILE, HEAD, open_database
from formsvc.register.store import Register
from formsvc.register.tables import METADATA


def test_the_service_makes_the_tables_by_itself(url: str, tmp_path: Path) -> None:
    register = Register(Settings(tmp_path, "", database_url=url))

    assert register.all() == []
    assert register.latest_time() is None
    assert register.installation.startswith("formsvc-")
    again = Register(Settings(tmp_path, "", database_url=url))
    assert again.installation == register.installation


def test_the_tables_are_those_that_the_steps_make(url: str, tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata

    settings = Settings(tmp_path, "", database_url=url)
    Register(settings).all()
    with open_database(settings).connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, METADATA) == []


def test_the_latest_step_is_the_one_that_is_looked_for() -> None:
    config = Config()
    folder = Path(database.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))

    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_register_of_a_newer_service_is_left_alone(url: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path, "", database_url=url)
    Register(settings).all()
    with open_database(settings).connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            connection.execute(
                sa.text("UPDATE alembic_version SET version_num = '9999'")
            )

    with pytest.raises(RegisterError, match="nyare version av tjänsten"):
        Register(settings).all()


def test_sqlite_writes_through_and_lets_others_read_meanwhile(tmp_path: Path) -> None:
    settings = Settings(tmp_path, "")
    Register(settings).all()

    with open_database(settings).connect() as connection:
        told = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "busy_timeout")
        ]

    assert told == ["wal", 2, 20_000]
    assert (tmp_path / FILE).is_file()


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://ingen@127.0.0.1:1/x", "sqlite:////ingen/mapp/r.db"]
)
def test_a_register_out_of_reach_is_told_in_swedish(url: str, tmp_path: Path) -> None:
    if url.startswith("sqlite"):
        (tmp_path / "fil").write_bytes(b"")
        url = f"sqlite:///{tmp_path}/fil/register.db"

    with pytest.raises(RegisterError, match="går inte att nå just nu"):
        Register(Settings(tmp_path, "", database_url=url)).all()


@pytest.mark.parametrize("url", ["hej", "nosql://x", "postgresql+nope://x/y"])
def test_an_address_that_is_none_is_told_at_once(url: str, tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="FORMSVC_DATABASE_URL"):
        Register(Settings(tmp_path, "", database_url=url))


def test_a_damaged_register_is_told_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"inte en databas" * 1000)

    with pytest.raises(RegisterError):
        Register(Settings(tmp_path, "")).all()

    assert (tmp_path / FILE).read_bytes().startswith(b"inte")


def test_nothing_of_a_person_is_in_the_register(tmp_path: Path) -> None:
    here = issuer(tmp_path)
    issued(here, plan())

    rows = sqlite3.connect(tmp_path / FILE).execute("SELECT * FROM versions").fetchall()

    (row,) = rows
    assert [type(value) for value in row] == [int, str, int, str, int, int, str, str]
    digest = issued(here, plan()).digest.removeprefix("sha256:")
    assert digest not in str(row)
    assert KEYS.current.decode() not in str(row)


def copied(here: Issuer) -> bytes:
    """Return a copy of a register."""
    return packed(here.register.all(), here.register.installation)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "recept"},
        {"reference": "../../x"},
        {"version": 10_000},
        {"version": True},
        {"closed": "no"},
        {"stamped_at": "2026-12-15T12:00:00"},
        {"digest_mark": None},
        {"request_mark": "x"},
        {"mer": 1},
    ],
    ids=str,
)
def test_a_copy_with_a_row_that_is_no_version_is_refused(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    here = issuer(tmp_path)
    issued(here, plan())
    head, row, _end = copied(here).splitlines(keepends=True)
    spoilt = head + json.dumps({**json.loads(row), **change}).encode() + b"\n"
    digest = hashlib.sha256(spoilt).hexdigest()

    with pytest.raises(UnreadableError, match="rad som inte går att läsa"):
        unpacked(spoilt + json.dumps({"sha256": digest}).encode() + b"\n")


def test_a_register_that_is_silent_is_asked_once_and_not_by_everyone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        url = f"postgresql+psycopg://x@127.0.0.1:{port}/x"
        register = Register(Settings(tmp_path, "", database_url=url))
        tries: list[int] = []
        monkeypatch.setattr(store, "bring_up_to_date", counting(tries))
        for _each in range(5):
            with pytest.raises(RegisterError):
                register.all()

    assert len(tries) == 1


def counting(tries: list[int]) -> Callable[[sa.Engine], None]:
    """Return what brings a register up to date, and counts how often it tries."""
    real = database.bring_up_to_date

    def counted(engine: sa.Engine) -> None:
        tries.append(1)
        real(engine)

    return counted


def test_a_copy_brings_everything_back(url: str, tmp_path: Path) -> None:
    here = issuer(tmp_path, url)
    one = issued(here, plan())
    issued(here, plan("Två."), one)
    name, entries = unpacked(copied(here))

    other = issuer(tmp_path / "ny").register
    assert other.add_missing(entries, name) == 2
    assert other.all() == here.register.all()
    assert other.installation == here.register.installation
    assert other.add_missing(entries, "annat namn") == 0
    assert other.installation == name
    assert issued(issuer(tmp_path / "ny"), plan()) == one


def test_bringing_a_copy_back_takes_nothing_away(url: str, tmp_path: Path) -> None:
    here = issuer(tmp_path, url)
    one = issued(here, plan())
    copy = copied(here)
    issued(here, plan("Två."), one)

    here.register.add_missing(unpacked(copy).entries)

    assert [entry.version for entry in here.register.all()] == [1, 2]


def test_a_copy_comes_back_although_the_same_was_asked_for_meanwhile(
    url: str, tmp_path: Path
) -> None:
    here = issuer(tmp_path, url)
    lost = issued(here, plan())
    copy = copied(here)
    after = issuer(tmp_path / "ny")
    again = issued(after, plan())

    assert after.register.add_missing(unpacked(copy).entries) == 1

    assert issued(after, plan()) == again
    assert issued(after, plan("Två."), lost).reference == lost.reference


def test_a_copy_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    here = issuer(tmp_path)
    issued(here, plan())
    copy = copied(here)

    for spoilt in (
        b"",
        b"hej",
        copy[:-1],
        copy[5:],
        copy.replace(b'"plan"', b'"plan2"'),
    ):
        with pytest.raises(UnreadableError, match="säkerhetskopia"):
            unpacked(spoilt)


def test_a_copy_has_no_key_and_no_text(tmp_path: Path) -> None:
    here = issuer(tmp_path)
    issued(here, plan())

    head, *rows, _end = copied(here).decode("ascii").splitlines()

    assert json.loads(head) == {
        "file": "formsvc register 1",
        "installation": here.register.installation,
        "versions": 1,
    }
    assert set(json.loads(rows[0])) == {
        "reference",
        "version",
        "kind",
        "stamped_at",
        "closed",
        "digest_mark",
        "request_mark",
    }
