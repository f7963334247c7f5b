"""LibreOffice 25.2 opens, changes and saves Word documents, and makes PDF of them.

One runs for each process of tests, with a profile of its own, from the first question
to the end of the tests.
"""

import atexit
import json
import os
import selectors
import shutil
import signal
import subprocess
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, NamedTuple

import needed

PYTHON = Path("/usr/bin/python3")
SCRIPT = Path(__file__).with_name("office_edit.py")
WHERE = (
    "libreoffice-writer-nogui and python3-uno of bookworm-backports, as .ci/run does"
)
OLDEST = (25, 2)
"""7.4 drops the tags of content controls; this is the version that has been tried."""

PATIENCE = 90
"""Seconds for one answer; the first waits for a new profile."""

Value = str | bool
"""What a person gives a control: text, a day, the words of a choice; or a tick."""


class Control(NamedTuple):
    """A content control as LibreOffice has read it; `checked` only of a check box."""

    tag: str
    text: str
    empty: bool
    checked: bool | None
    lock: str


class Typed(NamedTuple):
    """What became of a letter typed at each label and in some controls.

    `labels` were tried, `changed` are the texts of those that took it, and `shut` the
    tags of the controls that did not.
    """

    protected: bool
    labels: int
    changed: list[str]
    shut: list[str]


class Office:
    """A LibreOffice that runs."""

    def __init__(self) -> None:
        self._profile = mkdtemp(prefix="formsvc-office-")
        self._process = subprocess.Popen(
            [str(PYTHON), str(SCRIPT), self._profile],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={"PATH": os.environ["PATH"], "HOME": self._profile, "LANG": "C.UTF-8"},
        )
        atexit.register(self.stop)
        self.version = str(self._answer())

    def ask(self, do: str, content: bytes, **more: Any) -> Any:
        """Return its answer on a document; AssertionError says what it complains of."""
        with TemporaryDirectory() as folder:
            source = Path(folder, "given.docx")
            source.write_bytes(content)
            asked = {"do": do, "source": str(source), **more}
            assert self._process.stdin
            self._process.stdin.write(json.dumps(asked).encode() + b"\n")
            self._process.stdin.flush()
            return self._answer()

    def stop(self) -> None:
        """End it, and leave nothing."""
        process = self._process
        if process.stdin:
            process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
        if process.stdout:
            process.stdout.close()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _answer(self) -> Any:
        line = self._line()
        if not line:
            _running.cache_clear()
            os.killpg(self._process.pid, signal.SIGKILL)
            self.stop()
            raise AssertionError("LibreOffice fell, or took too long")
        told = json.loads(line)
        assert "error" not in told, told["error"]
        return told["ok"]

    def _line(self) -> bytes:
        assert self._process.stdout
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            return self._process.stdout.readline() if selector.select(PATIENCE) else b""


def pdf(content: bytes) -> bytes:
    """Return a document as LibreOffice prints it."""
    return _saved(content, "pdf", {})


def saved(content: bytes, changes: Mapping[str, Value] | None = None) -> bytes:
    """Return a Word document as LibreOffice saves it, with these values by tag."""
    return _saved(content, "docx", changes or {})


def controls(content: bytes) -> list[Control]:
    """Return the controls that LibreOffice finds, in their order."""
    return [Control(**each) for each in office().ask("told", content)]


def typed(content: bytes, tags: Collection[str]) -> Typed:
    """Type a letter at each label and in the controls with these tags."""
    return Typed(**office().ask("type", content, tags=sorted(tags)))


def _saved(content: bytes, ending: str, changes: Mapping[str, Value]) -> bytes:
    with TemporaryDirectory() as folder:
        target = Path(folder, f"saved.{ending}")
        more = {"as": ending, "target": str(target), "changes": dict(changes)}
        office().ask("save", content, **more)
        return target.read_bytes()


def office() -> Office:
    """Return the LibreOffice of this process, started if none runs."""
    needed.program("soffice", WHERE)
    if not PYTHON.is_file() or not _knows_uno():
        needed.lacking(f"{PYTHON} does not know UNO; install {WHERE}")
    running = _running()
    if tuple(int(part) for part in running.version.split(".")[:2]) < OLDEST:
        needed.lacking(f"LibreOffice {running.version} drops tags; install {WHERE}")
    return running


@cache
def _knows_uno() -> bool:
    call = [str(PYTHON), "-c", "import uno"]
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


@cache
def _running() -> Office:
    return Office()
