"""`formsvc compare`: what has changed, in words and as JSON."""

import json
from pathlib import Path

import pytest
from changes import CONSENT, PLAN, changed
from command import Run, is_plain

from formsvc.formkit.data import Data

CHANGES = {
    "areas-development-measures-0": {},
    "areas-safety-measures-0-status": "ongoing",
    "dissent": "Pappa vill vänta.",
}


@pytest.fixture
def files(tmp_path: Path) -> None:
    """Write an older and a newer plan, and a consent."""
    documents: dict[str, Data] = {
        "old.json": PLAN.example(),
        "new.json": changed(PLAN, CHANGES),
        "consent.json": CONSENT.example(),
    }
    for name, data in documents.items():
        (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")


@pytest.mark.usefixtures("files")
def test_what_has_changed_is_told_by_area(formsvc: Run) -> None:
    ended = formsvc("compare", "old.json", "new.json")

    assert (ended.status, ended.err) == (0, "")
    assert ended.told.splitlines() == [
        "Utveckling",
        "  Avslutat: Insats:",
        "    Logopedbedömning",
        "    Ansvarig person: Karin Provman",
        "    Verksamhet: BVC Exempel",
        "    Huvudman: Regionen",
        "    Börjar: 16 december 2026",
        "    Klart senast: 1 februari 2027",
        "    Läge: Planerad",
        "",
        "Trygghet",
        ("  Ändrat: Insats ”Fast person tar emot vid lämning”, Läge: Planerad → Pågår"),
        "",
        "Barnets plan",
        "  Nytt: Annan uppfattning: Pappa vill vänta.",
    ]
    assert formsvc("compare", "old.json", "old.json").told == "Inget har ändrats.\n"


@pytest.mark.usefixtures("files")
def test_programs_get_json(formsvc: Run) -> None:
    ended = formsvc("compare", "old.json", "new.json", "--json")

    answer = json.loads(ended.told)
    assert answer["counts"] == {"new": 1, "changed": 1, "ended": 1, "removed": 0}
    assert [section["name"] for section in answer["sections"]] == [
        "areas-development",
        "areas-safety",
        "",
    ]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("newer", "status"), [("consent.json", 2), ("none.json", 3), (".", 3)]
)
def test_what_cannot_be_compared_is_told(formsvc: Run, newer: str, status: int) -> None:
    ended = formsvc("compare", "old.json", newer)

    assert (ended.status, ended.told) == (status, "")
    assert is_plain(ended.err)
