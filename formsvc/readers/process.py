"""Has a file read by a process that can do nothing else, and brings back its answer.

The process gets the bytes and no more: no folder, no setting, no open file but its
three streams (`apart/child.py`). Nothing is stored, and nothing of the file is logged.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import BoundedSemaphore, Thread, Timer
from typing import Any

from formsvc.errors import NotNowError
from formsvc.readers.words import BUSY

AT_ONCE = 2
"""Files that are read at the same time by one process of the service."""

WAIT, RUN = 2.0, 7.0
"""Seconds to wait for one's turn and then for the answer: under ten in all."""

MOST_ANSWERED = 60_000_000
"""Bytes of an answer: eight million characters, each written with six or more."""

_ROOT = str(Path(__file__).parents[2])
_PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from formsvc.apart.child import main; main(sys.argv[2])"
)

_turns = BoundedSemaphore(AT_ONCE)

Answer = dict[str, Any]


def read_apart(what: str, raw: bytes) -> Answer:
    """Return what the process found in `raw`, a `pdf` or a `zip`.

    Under `failed` stands `heavy`, `damaged` or `locked` when it was not to be read.
    Raises `NotNowError` when too many files are read at once.
    """
    if not _turns.acquire(timeout=WAIT):
        raise NotNowError(BUSY)
    try:
        return _understood(*_run(what, raw))
    finally:
        _turns.release()


def call(what: str) -> list[str]:
    """Return the call of the process: this Python, this code, no setting of anyone."""
    return [sys.executable, "-I", "-c", _PROGRAM, _ROOT, what]


def _run(what: str, raw: bytes) -> tuple[int, bytes]:
    """Return how the process ended, below zero by a signal, and what it wrote."""
    with _started(call(what)) as process, _killed_after(process):
        sender = Thread(target=_send, args=(process, raw), daemon=True)
        sender.start()
        assert process.stdout is not None
        answer = process.stdout.read(MOST_ANSWERED)
        if process.stdout.read(1):
            process.kill()
        status = process.wait()
        sender.join()
    return status, answer


@contextmanager
def _started(program: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(  # noqa: S603  our own words
        program,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        close_fds=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def _killed_after(process: subprocess.Popen[bytes]) -> Iterator[None]:
    timer = Timer(RUN, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _send(process: subprocess.Popen[bytes], raw: bytes) -> None:
    """Write the file; a process that has ended takes no more of it."""
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.write(raw)
    with suppress(OSError):
        process.stdin.close()


def _understood(status: int, written: bytes) -> Answer:
    """Return the answer; one that was stopped by a limit has none."""
    if status < 0:
        return {"failed": "heavy"}
    try:
        answer = json.loads(written)
    except (ValueError, RecursionError):
        return {"failed": "damaged"}
    return answer if isinstance(answer, dict) else {"failed": "damaged"}
