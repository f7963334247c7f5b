"""`formsvc copies`: a plan's paper copies at the command line."""

import json
from pathlib import Path

import pytest
from changes import PLAN, Changes, changed
from command import Run, is_plain


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        pytest.param({}, 0, "3 kopior, 10 blad", marks=pytest.mark.slow),
        pytest.param({"distribution": []}, 0, "", marks=pytest.mark.slow),
        ({"lead_principal": ""}, 1, ""),
    ],
)
def test_copies_are_printed_when_nothing_is_wrong(
    formsvc: Run, tmp_path: Path, changes: Changes, status: int, said: str
) -> None:
    data = json.dumps(changed(PLAN, changes))
    (tmp_path / "plan.json").write_text(data, encoding="utf-8")
    ended = formsvc("copies", "plan.json", "-o", "ut.pdf")
    assert ended.status == status
    assert said in ended.told
    assert not ended.err or is_plain(ended.err)
    assert (tmp_path / "ut.pdf").is_file() is bool(said)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (("--hide", "2"), "Det finns ingen mottagare 2. De som finns är: 1, 3, 4."),
        (("--hide", "3", "--show", "3"), "Välj --hide eller --show för 3, inte båda."),
    ],
)
def test_a_number_is_that_of_a_row_and_is_hidden_or_shown(
    formsvc: Run, tmp_path: Path, chosen: tuple[str, ...], said: str
) -> None:
    data = json.dumps(changed(PLAN, {"distribution-1": {}}))
    (tmp_path / "plan.json").write_text(data, encoding="utf-8")
    ended = formsvc("copies", "plan.json", *chosen)
    assert ended.status == 2
    assert said in ended.err


def test_a_word_that_hides_nothing_is_told(formsvc: Run, tmp_path: Path) -> None:
    data = json.dumps(
        changed(PLAN, {"distribution": [PLAN.example()["distribution"][2]]})
    )
    (tmp_path / "plan.json").write_text(data, encoding="utf-8")
    words = ("--hide", "1", "--hide-word", "Logoped; q", "--hide-word", "Borta,Elsa")
    ended = formsvc("copies", "plan.json", "-o", "ut.pdf", "--without-covers", *words)
    assert [line[:8] for line in ended.err.splitlines()] == ["”q” dölj", "”Borta” "]
