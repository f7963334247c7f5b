"""Broken templates are explained to someone who is no programmer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from command import runner
from word.broken_templates import MISTAKES
from word.fine_templates import FINE, TIPS
from word.template_changes import CONSENT, Broken, Change, broken, paragraphs

from formsvc import template_check
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL
from formsvc.template_check import Fault, checked
from formsvc.template_check.trials import trial_faults
from formsvc.template_check.word_templates import seen_faults, word_faults
from formsvc.word.kept import FOLDER, packaged_template

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


@pytest.mark.parametrize("change", FINE.values(), ids=list(FINE))
def test_what_is_as_it_should_be_has_no_faults(change: Change, tmp_path: Path) -> None:
    assert told_of(broken(change), tmp_path) == []


@pytest.mark.parametrize("tip", TIPS.values(), ids=list(TIPS))
def test_what_a_document_lacks_is_a_tip(tip: Broken, tmp_path: Path) -> None:
    lines = told_of(broken(tip.change), tmp_path)

    assert any(all(words in line for words in tip.told) for line in lines), lines
    assert all(line.startswith("Tips: ") for line in lines)


def test_a_plan_says_that_it_is_a_draft_and_has_its_wheel(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(broken(lambda _parts: None))  # a consent has neither need

    told = [str(each) for each in seen_faults(path, KINDS["plan"]) if each.tip]
    ours = seen_faults(packaged_template(KINDS["plan"]), KINDS["plan"])

    assert any("Bilden ”wheel” saknas" in line for line in told)
    assert list(ours) == []


def test_what_goes_wrong_in_all_documents_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "consent.docx"
    path.write_bytes(broken(paragraphs("{{ titeln }}")))

    (line,) = map(str, trial_faults(path, CONSENT, NEUTRAL))

    assert line.startswith("Prov med tomt, exemplet, längsta möjliga, en stämplad")
    assert "Det blir inget dokument: ”titeln” finns inte" in line
    assert "templates check" not in line


def test_a_template_that_breaks_the_check_is_told_of_and_the_others_are_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen(path: Path, _kind: object) -> Iterator[Fault]:
        if path.name == "consent.docx":
            raise KeyError(path)
        yield from ()

    monkeypatch.setattr(template_check, "seen_faults", seen)
    for used in ("used_faults", "pdf_faults"):
        monkeypatch.setattr(template_check, used, lambda *_given: iter(()))

    (name, fault), *others = checked(tmp_path, NEUTRAL)

    assert name.endswith("consent.docx")
    assert "Granskningen kom inte igenom mallen." in str(fault)
    assert [fault for _name, fault in others] == [None] * 5


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
