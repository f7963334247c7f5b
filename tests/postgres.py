"""A PostgreSQL server for tests: Debian's, in a folder of its own, on no network."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import needed

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian keeps the programs of each version."""

OWNER = "postgres"
"""Who runs the server when tests are run by root: it refuses to be root's."""


@contextmanager
def server() -> Iterator[str]:
    """Start a server, give the address of its database, and stop it."""
    initdb, pg_ctl = (_program(name) for name in ("initdb", "pg_ctl"))
    folder = Path(mkdtemp(prefix="formsvc-postgres-"))
    data = folder / "data"
    if os.geteuid() == 0:
        owner = pwd.getpwnam(OWNER)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    _run(initdb, "-D", str(data), "-U", OWNER, "-A", "trust", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' -c max_connections=300"
    try:
        _run(pg_ctl, "-D", str(data), "-o", options, "-w", "-l", "/dev/null", "start")
        yield f"postgresql+psycopg://{OWNER}@/postgres?host={folder}"
        _run(pg_ctl, "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str:
    found = sorted(DEBIAN.glob(f"*/bin/{name}"))
    return str(found[-1]) if found else needed.program(name, "postgresql")


def _run(*call: str) -> None:
    as_owner = ("setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups")
    whole = (*as_owner, *call) if os.geteuid() == 0 else call
    done = subprocess.run(whole, capture_output=True, check=False, cwd="/", timeout=60)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
