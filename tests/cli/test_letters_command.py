"""`formsvc letters`: the print file, the texts for Link, and what stops them."""

import json
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from formsvc.cli import main
from formsvc.forms import KINDS

EXAMPLE = str(KINDS["invitation"].folder / "example.json")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FORMSVC_INSTANCE", str(tmp_path / "instance"))


def pages(name: str) -> int:
    reader: Any = pymupdf
    return len(reader.open(name))


def test_it_writes_one_file_and_counts_letters_and_sheets(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["letters", EXAMPLE]) == 0

    told = capsys.readouterr()
    assert told.out == "2026-11-21_brev_utkast.pdf\n4 brev, 4 blad\n"
    assert "--text" in told.err
    assert pages("2026-11-21_brev_utkast.pdf") == 8


def test_the_texts_for_link_are_written_instead(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["letters", EXAMPLE, "--text"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("Mottagare 5 (Barn och familj)\n=====")
    assert not list(Path().glob("*.pdf"))


def test_data_with_errors_is_told_and_no_file_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = {**KINDS["invitation"].example(), "purpose": ""}
    (tmp_path / "data.json").write_text(json.dumps(data), encoding="utf-8")

    assert main(["letters", "data.json", "-o", "brev.pdf"]) == 1

    assert "purpose: " in capsys.readouterr().err
    assert not Path("brev.pdf").exists()


def test_the_sheet_for_envelopes_needs_no_data() -> None:
    assert main(["letters", "--calibration", "-o", "prov.pdf"]) == 0
    assert pages("prov.pdf") == 1


def test_a_plan_is_told_what_makes_its_copies(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["letters", str(KINDS["plan"].folder / "example.json")]) == 2

    assert "formsvc copies" in capsys.readouterr().err


def test_standard_in_is_one_thing_at_a_time() -> None:
    assert main(["letters", "-", "--recipients", "-"]) == 2


def test_where_nobody_is_reached_in_link_there_is_no_text(tmp_path: Path) -> None:
    data = KINDS["invitation"].example()
    data["recipients"] = data["recipients"][:4]
    (tmp_path / "data.json").write_text(json.dumps(data), encoding="utf-8")

    assert main(["letters", "data.json", "--text"]) == 2


def test_without_data_the_call_is_wrong() -> None:
    assert main(["letters"]) == 2
