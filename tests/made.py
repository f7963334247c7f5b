"""Finished documents, each made once in a run of the tests."""

import os
import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path

from sample_data import taken

from formsvc import pipeline
from formsvc.document import File, Format
from formsvc.forms import KINDS

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")

shelf: list[Path] = []
"""The folder in which the processes of a run leave documents for one another."""


@cache
def made(kind: str, data: str, fmt: Format) -> File:
    """Return the document of a kind, with data of `sample_data.DATA`."""
    name = f"{kind}-{data}-{fmt}"
    return _shared(name, lambda: pipeline.render(taken(kind, data), fmt))


@cache
def blank(kind: str, fmt: Format = Format.PDF_FORM) -> bytes:
    """Return the blank of a kind."""
    name = f"{kind}-blank-{fmt}"
    return _shared(name, lambda: pipeline.blank(KINDS[kind], fmt)).content


def _shared(name: str, make: Callable[[], File]) -> File:
    """Return the file of that name from the shelf, made and put there if it is not."""
    if not shelf:
        return make()
    path = shelf[0] / name
    if path.is_file():
        found: File = pickle.loads(path.read_bytes())
        return found
    file = make()
    unfinished = path.with_name(f"{name}.{WORKER}")
    unfinished.write_bytes(pickle.dumps(file))
    unfinished.replace(path)
    return file
