"""Broken templates are explained to someone who is no programmer."""

from pathlib import Path

import pytest
from command import runner
from word.broken_templates import CONSENT, MISTAKES, Broken, broken

from formsvc.profiles import NEUTRAL
from formsvc.template_check.word_templates import word_faults
from formsvc.word.kept import FOLDER

EACH = pytest.mark.parametrize("mistake", MISTAKES.values(), ids=list(MISTAKES))


def told_of(raw: bytes, folder: Path) -> list[str]:
    """Return what is said of a template, a fault a line."""
    path = folder / "consent.docx"
    path.write_bytes(raw)
    return [str(fault) for fault in word_faults(path, CONSENT, NEUTRAL)]


@EACH
def test_a_mistake_is_told_with_its_place_and_what_to_do(
    mistake: Broken, tmp_path: Path
) -> None:
    lines = told_of(broken(mistake.change), tmp_path)

    assert any(all(words in line for words in mistake.told) for line in lines), lines
    assert len(lines) <= 3


@EACH
def test_what_is_told_is_swedish_and_ends_as_a_sentence(
    mistake: Broken, tmp_path: Path
) -> None:
    for line in told_of(broken(mistake.change), tmp_path):
        assert line.endswith((".", "?")), line
        assert "Error" not in line
        assert "Traceback" not in line


def test_a_file_that_is_no_word_document_is_told_so(tmp_path: Path) -> None:
    (line,) = told_of(b"Hej!", tmp_path)

    assert "Spara den från Word som Word-dokument (.docx)." in line


def test_the_templates_that_come_along_have_no_faults(tmp_path: Path) -> None:
    raw = broken(lambda _parts: None)

    assert told_of(raw, tmp_path) == []


@pytest.mark.slow
def test_the_command_tells_of_each_template_and_fails_for_a_broken_one(
    tmp_path: Path,
) -> None:
    run, own = runner(tmp_path), Path("instance") / FOLDER / "consent.docx"
    assert run("templates", "copy", "consent").status == 0
    again = run("templates", "copy", "consent")
    whole = run("templates", "check")
    (tmp_path / own).write_bytes(broken(MISTAKES["a misspelt tag"].change))
    told = run("templates", "check")

    assert again.status == 4
    assert "skrivs inte över" in again.err
    assert whole.status == 0
    assert f"{own}: inga fel" in whole.told
    assert told.status == 1
    assert f"{own}: Vid ”Barnets namn”: Taggen ”child-nmae” finns inte" in told.err
