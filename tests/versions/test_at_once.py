"""Many stamp at once, and some die in the middle: no gap, no double, no lost answer."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from versions.here import issued, issuer
from versions.stampers import OWN, data

from formsvc.register.database import FILE
from formsvc.stamp import Stamp, read_stamp

HERE = Path(__file__).parent
PROCESSES, THREADS = 8, 25
KILLED = 100
LONGEST = 0.25
"""Seconds after its first answer within which a process is killed."""


def started(*arguments: str) -> subprocess.Popen[bytes]:
    """Start a process of `stampers.py`."""
    path = f"{HERE.parent}{os.pathsep}{HERE.parent.parent}"
    return subprocess.Popen(
        [sys.executable, str(HERE / "stampers.py"), *arguments],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )


def told_by(processes: list[subprocess.Popen[bytes]]) -> list[dict[str, Any]]:
    """Return all that processes say, when all have ended well."""
    said = [process.communicate(timeout=240)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return [json.loads(line) for each in said for line in each.splitlines()]


@pytest.mark.slow
def test_two_hundred_threads_in_eight_processes(url: str, tmp_path: Path) -> None:
    here = issuer(tmp_path, url)
    shared = issued(here, data("att tävla om"))
    as_text = json.dumps(shared.as_json())

    told = told_by(
        [
            started("many", str(tmp_path), url, str(number), str(THREADS), as_text)
            for number in range(PROCESSES)
        ]
    )

    by = defaultdict(list)
    for each in told:
        by[each["what"]].append(each)
    everyone = PROCESSES * THREADS
    assert len(by["same"]) == everyone
    assert len({json.dumps(each["stamp"]) for each in by["same"]}) == 1
    assert (len(by["won"]), len(by["lost"])) == (1, everyone - 1)
    assert {each["version"] for each in by["lost"]} == {2}
    own = [each["stamp"] for each in by["own"]]
    versions = Counter(stamp["reference"] for stamp in own)
    assert len(versions) == everyone
    assert set(versions.values()) == {OWN}
    assert contiguous(here) == everyone + 2


def contiguous(here: Any) -> int:
    """Return how many references there are; each has all its versions, in order."""
    known = defaultdict(list)
    for entry in here.register.all():
        known[entry.reference].append(entry)
    for entries in known.values():
        assert [e.version for e in entries] == list(range(1, len(entries) + 1))
        assert all(a.stamped_at <= b.stamped_at for a, b in pairwise(entries))
    return len(known)


@pytest.mark.slow
def test_a_process_that_is_killed_loses_no_answer_and_leaves_no_gap(
    tmp_path: Path,
) -> None:
    chance = random.Random(20261215)
    last: Stamp | None = None

    for _time in range(KILLED):
        as_text = json.dumps(last.as_json()) if last else ""
        answered = killed(tmp_path, as_text, chance.uniform(0, LONGEST))
        with sqlite3.connect(tmp_path / FILE) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        here = issuer(tmp_path)
        entries = here.register.all()
        assert [e.version for e in entries] == list(range(1, len(entries) + 1))
        assert len(entries) - answered[-1].version in (0, 1)
        for stamp in answered:
            assert entries[stamp.version - 1].stamped_at == stamp.stamped_at
        last = issued(here, data(f"nummer {answered[-1].version}"), answered[-1])
        assert last.version == answered[-1].version + 1
        assert contiguous(here) == 1


def killed(folder: Path, stamp: str, after: float) -> list[Stamp]:
    """Let a process stamp, kill it, and return what it was answered."""
    process = started("killed", str(folder), "", stamp)
    assert process.stdout is not None
    first = process.stdout.readline()
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    rest = process.stdout.read()
    process.wait()
    process.stdout.close()
    assert process.returncode == -signal.SIGKILL
    lines = [line for line in (first + rest).split(b"\n") if line]
    if not rest.endswith(b"\n") and rest:
        lines.pop()
    return [read_stamp(json.loads(line)) for line in lines]
