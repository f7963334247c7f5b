"""Runs `formsvc` without a process of its own: what many calls are tried with."""

import contextlib
import gc
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from command import UNSET, Ended

from formsvc.cli import main

Call = Callable[..., Ended]

KEY = "en nyckel för prov"


def caller(folder: Path, instance: Path) -> Call:
    """Return what calls a command in `folder`, for the installation in `instance`."""

    def call(*arguments: str, given: bytes = b"", **settings: str) -> Ended:
        out, err = io.BytesIO(), io.BytesIO()
        kept = {
            key: each
            for key, each in os.environ.items()
            if key not in UNSET and not key.startswith("FORMSVC_")
        }
        own = {"INSTANCE": str(instance), "SECRET_KEY": KEY, **settings}
        environment = {f"FORMSVC_{key}": each for key, each in own.items()}
        with (
            contextlib.chdir(folder),
            mock.patch.dict(os.environ, {**kept, **environment}, clear=True),
            mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(given))),
            mock.patch.object(sys, "stdout", io.TextIOWrapper(out)),
            mock.patch.object(sys, "stderr", io.TextIOWrapper(err)),
        ):
            status = main(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
            told = out.getvalue(), err.getvalue().decode("utf-8")
        gc.enable()  # some commands do without, since their process ends
        return Ended(status, *told)

    return call
