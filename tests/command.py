"""Runs `formsvc` as people do: a process of its own, in a folder of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENGLISH = re.compile(
    r"\b(errno|error|usage|missing|traceback|try|file|no such|invalid|unexpected"
    r"|option|exception|too|not|is a|show|message|default|required)\b",
    re.IGNORECASE,
)
"""Words that a Swedish message does not hold."""

UNSET = ("PYTHONUTF8", "PYTHONIOENCODING", "LC_ALL", "LC_CTYPE", "FORMSVC_PROFILE")


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    status: int
    out: bytes
    err: str

    @property
    def told(self) -> str:
        """What it said on standard output, as text."""
        return self.out.decode("utf-8")


Run = Callable[..., Ended]


def runner(folder: Path) -> Run:
    """Return what runs a command in `folder`, where files have no name of ours."""

    def run(*arguments: str, **options: Any) -> Ended:
        return ended([sys.executable, "-m", "formsvc", *arguments], folder, **options)

    return run


def ended(
    call: Sequence[str],
    folder: Path,
    *,
    given: bytes = b"",
    environment: dict[str, str] | None = None,
    out: Any = subprocess.PIPE,
) -> Ended:
    """Run `call` to its end; `given` is what it reads from standard input."""
    done = subprocess.run(
        call,
        cwd=folder,
        input=given,
        stdout=out,
        stderr=subprocess.PIPE,
        env={
            **{key: each for key, each in os.environ.items() if key not in UNSET},
            "LANG": "C",
            "PYTHONPATH": str(Path(__file__).parent.parent),
            "PYTHONWARNINGS": "",
            **(environment or {}),
        },
        check=False,
        timeout=120,
    )
    return Ended(done.returncode, done.stdout or b"", done.stderr.decode("utf-8"))


def is_plain(told: str) -> bool:
    """Say whether an error is one line of Swedish that helps."""
    return told.count("\n") == 1 and told[-2] == "." and not ENGLISH.search(told)
