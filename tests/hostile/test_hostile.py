"""Files that mean harm and files that are broken: an answer each, within bounds."""

import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import worddocs
from hostile.corpus import CORPUS, mutants
from hostile.word_corpus import WORD_CORPUS, rewritten, whole
from made import made

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import UnreadableError
from formsvc.formkit.data import Data, canonical
from formsvc.forms import KINDS
from formsvc.readers import process

MOST_BYTES, MOST_SECONDS = 300_000_000, 10
HERE = Path(__file__).parent

Took = dict[str, Any]

ALL = (*CORPUS, *WORD_CORPUS)
each_file = pytest.mark.parametrize("make", ALL, ids=[m.__name__ for m in ALL])


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Took]:
    """Have every file read under a watch, and give what each took."""
    seen: list[Took] = []

    def run(what: str, raw: bytes) -> tuple[int, bytes]:
        path = tmp_path / "file"
        path.write_bytes(raw)
        watch = [sys.executable, "-I", str(HERE / "measured.py"), str(path)]
        run = subprocess.run(
            [*watch, *process.call(what)], capture_output=True, check=True
        )
        seen.append(json.loads(run.stdout))
        return seen[-1]["status"], Path(f"{path}.answer").read_bytes()

    monkeypatch.setattr(process, "_run", run)
    return seen


def answer(raw: bytes) -> str:
    """Return what is said of a file that cannot be read."""
    with pytest.raises(UnreadableError) as told:
        pipeline.opened(raw)
    return str(told.value)


@each_file
def test_a_hostile_file_is_refused_in_time(make: Callable[[], bytes]) -> None:
    raw = make()
    start = time.monotonic()

    assert answer(raw).endswith(".")
    assert time.monotonic() - start < MOST_SECONDS


def test_the_word_document_that_all_are_made_of_is_read() -> None:
    assert pipeline.opened(worddocs.docx(whole())).data["reason"] == "Lugn"


@pytest.mark.slow
@each_file
def test_a_hostile_file_takes_no_more_than_it_may(
    make: Callable[[], bytes], measured: list[Took]
) -> None:
    answer(make())

    (took,) = measured
    assert took["bytes"] < MOST_BYTES
    assert took["seconds"] < MOST_SECONDS


@pytest.mark.parametrize("fmt", [Format.PDF_FORM, Format.PDF, Format.DOCX])
def test_a_document_takes_far_less(fmt: Format, measured: list[Took]) -> None:
    pipeline.opened(made("plan", "example", fmt).content)

    (took,) = measured
    assert took["bytes"] < MOST_BYTES / 3


DAMAGED = (
    ("plan", Format.PDF_FORM, 600),
    ("consent", Format.PDF, 300),
    ("invitation", Format.PDF_FORM, 400),
    ("consent", Format.ZIP, 200),
    ("plan", Format.DOCX, 400),
    ("invitation", Format.DOCX, 200),
    ("consent", Format.DOCX, 200),
)


@pytest.mark.parametrize(("kind", "fmt", "count"), DAMAGED)
def test_some_broken_files_lose_nothing_in_silence(
    kind: str, fmt: Format, count: int
) -> None:
    whole = made(kind, "example", fmt).content
    data = canonical(pipeline.opened(whole).data)

    for mutant in islice(mutants(whole, count, seed=7), 8):
        assert is_told_or_whole(mutant, data)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "fmt", "count"), DAMAGED)
def test_broken_files_lose_nothing_in_silence(
    kind: str, fmt: Format, count: int, measured: list[Took]
) -> None:
    whole = made(kind, "example", fmt).content
    data = canonical(pipeline.opened(whole).data)

    for mutant in mutants(whole, count, seed=11):
        assert is_told_or_whole(mutant, data)

    assert len(measured) > 0.9 * count  # some no longer begin as what they were
    assert max(took["bytes"] for took in measured) < MOST_BYTES
    assert max(took["seconds"] for took in measured) < MOST_SECONDS


def is_told_or_whole(mutant: bytes, data: Data) -> bool:
    """Say whether a broken file is refused, doubted, or has all its data."""
    try:
        opened = pipeline.opened(mutant)
    except UnreadableError:
        return True
    return bool(opened.shape) or canonical(opened.data) == data


WORD_KINDS = pytest.mark.parametrize("kind", KINDS)


def word(kind: str) -> worddocs.Parts:
    """Return the parts of a filled Word document."""
    raw = made(kind, "example", Format.DOCX).content
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@WORD_KINDS
def test_a_few_word_documents_with_broken_parts_are_answered(kind: str) -> None:
    for mutant in rewritten(word(kind), 40, seed=7):
        assert is_answered(mutant)


@pytest.mark.slow
@WORD_KINDS
def test_word_documents_with_broken_parts_are_answered(
    kind: str, measured: list[Took]
) -> None:
    for mutant in rewritten(word(kind), 300, seed=11):
        assert is_answered(mutant)

    assert len(measured) == 300
    assert max(took["bytes"] for took in measured) < MOST_BYTES
    assert max(took["seconds"] for took in measured) < MOST_SECONDS


def is_answered(mutant: bytes) -> bool:
    """Say whether a file is read, or refused in words."""
    try:
        return pipeline.opened(mutant).kind.name in KINDS
    except UnreadableError as error:
        return str(error).endswith(".")
