"""The tools that tests need, and what to do without them."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

HERE = Path(__file__).parent


def lacking(what: str) -> NoReturn:
    """Skip the test; fail it where `FORMSVC_ALL_TOOLS` says that all tools are here."""
    if os.environ.get("FORMSVC_ALL_TOOLS"):
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


def program(name: str, package: str) -> str:
    """Return the path of a program that a package of Debian brings."""
    return shutil.which(name) or lacking(f"{name} is not here; install {package}")


def node_module(folder: str, path: str) -> Path:
    """Return a file of those that `make node-tools` brings to a folder of tests."""
    file = HERE / folder / "node_modules" / path
    return file if file.is_file() else lacking("Run `make node-tools` first")
