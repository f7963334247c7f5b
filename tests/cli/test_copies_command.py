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
    assert is_plain(ended.err)
    assert (tmp_path / "ut.pdf").is_file() is bool(said)
