"""Where a file is written: nobody's writing is lost, and no half file is left."""

import os
from pathlib import Path

import pytest

from formsvc.cli.files import write_file
from formsvc.document import File, Format
from formsvc.errors import RefusedError

FORM = File("samtycke.pdf", b"a form", "application/pdf")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def here(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_form_is_not_written_twice(folder: Path) -> None:
    for _time in range(2):
        assert write_file(FORM, None, Format.PDF_FORM) == "samtycke.pdf"

    assert here(folder) == {"samtycke.pdf": b"a form"}


def test_forms_that_someone_wrote_in_are_passed_by(folder: Path) -> None:
    for name in ("samtycke.pdf", "samtycke-2.pdf"):
        (folder / name).write_bytes(b"written in")

    assert write_file(FORM, None, Format.PDF_FORM) == "samtycke-3.pdf"

    assert here(folder)["samtycke.pdf"] == here(folder)["samtycke-2.pdf"]
    assert here(folder)["samtycke-3.pdf"] == b"a form"


def test_a_folder_that_has_the_name_of_a_form_is_passed_by(folder: Path) -> None:
    (folder / "samtycke.pdf").mkdir()

    assert write_file(FORM, None, Format.PDF_FORM) == "samtycke-2.pdf"


def test_a_folder_that_has_the_name_of_a_copy_is_refused(folder: Path) -> None:
    (folder / "samtycke.pdf").mkdir()

    with pytest.raises(RefusedError, match="det är en mapp"):
        write_file(FORM, None, Format.PDF)


def test_a_copy_takes_the_place_of_an_older_one(folder: Path) -> None:
    (folder / "samtycke.pdf").write_bytes(b"older")

    assert write_file(FORM, None, Format.PDF) == "samtycke.pdf"

    assert here(folder) == {"samtycke.pdf": b"a form"}


def test_nothing_is_left_when_a_file_could_not_be_written(folder: Path) -> None:
    (folder / "plan.pdf").mkdir()
    with pytest.raises(RefusedError):
        write_file(FORM, "plan.pdf", Format.PDF)

    assert [path.name for path in folder.iterdir()] == ["plan.pdf"]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_file_can_be_read_by_those_whom_the_system_lets_read(
    folder: Path, mask: int, mode: int
) -> None:
    before = os.umask(mask)
    try:
        write_file(FORM, "plan.pdf", Format.PDF)
    finally:
        os.umask(before)

    assert (folder / "plan.pdf").stat().st_mode & 0o777 == mode
