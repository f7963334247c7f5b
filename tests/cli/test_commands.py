"""The commands as people run them: what they make, where they put it, what they say."""

import json
from pathlib import Path

import pytest
from changes import changed
from command import ENGLISH, Run
from made import blank, made
from reopen import filled_in, pdf_text, squeezed

from formsvc import pipeline
from formsvc.document import Format
from formsvc.forms import KINDS

CONSENT, INVITATION, PLAN = KINDS["consent"], KINDS["invitation"], KINDS["plan"]
EXAMPLES = {name: str(kind.folder / "example.json") for name, kind in KINDS.items()}


def test_a_blank_gets_the_name_of_its_page_and_never_takes_the_place_of_another(
    formsvc: Run, tmp_path: Path
) -> None:
    (tmp_path / "inbjudan.pdf").write_bytes(b"what someone wrote")

    ended = formsvc("blank", "invitation", "--format", "pdf-form")

    assert (ended.status, ended.told, ended.err) == (0, "inbjudan-2.pdf\n", "")
    assert (tmp_path / "inbjudan.pdf").read_bytes() == b"what someone wrote"
    assert (tmp_path / "inbjudan-2.pdf").read_bytes() == blank("invitation")
    assert {path.name for path in tmp_path.iterdir()} - {"instance"} == {
        "inbjudan.pdf",
        "inbjudan-2.pdf",
    }


def test_a_blank_for_word_is_made_too(formsvc: Run, tmp_path: Path) -> None:
    ended = formsvc("blank", "plan", "--format", "docx")

    assert (ended.status, ended.told, ended.err) == (0, "barnets-plan.docx\n", "")
    made_here = pipeline.blank(KINDS["plan"], Format.DOCX).content
    assert (tmp_path / "barnets-plan.docx").read_bytes() == made_here


@pytest.mark.parametrize(
    ("kind", "fmt", "name"),
    [
        ("plan", "pdf", "2026-12-15_barnets-plan_utkast.pdf"),
        ("plan", "txt", "2026-12-15_barnets-plan_utkast.txt"),
        ("invitation", "pdf-form", "2026-11-21_inbjudan_utkast_skrivbar.pdf"),
        ("consent", "docx", "2026-11-20_samtycke_utkast_skrivbar.docx"),
    ],
)
def test_a_document_gets_its_name_and_the_bytes_it_gets_everywhere(
    formsvc: Run, tmp_path: Path, kind: str, fmt: str, name: str
) -> None:
    ended = formsvc("render", kind, EXAMPLES[kind], "--format", fmt)

    assert (ended.status, ended.told, ended.err) == (0, f"{name}\n", "")
    assert [p.name for p in tmp_path.iterdir() if p.name != "instance"] == [name]
    assert (tmp_path / name).read_bytes() == made(kind, "example", Format(fmt)).content


def test_a_calendar_is_made(formsvc: Run, tmp_path: Path) -> None:
    ended = formsvc(
        "render", "invitation", EXAMPLES["invitation"], "--format", "ics", "-o", "a.ics"
    )

    assert (ended.status, ended.told) == (0, "a.ics\n")
    assert b"20261215T130000" in (tmp_path / "a.ics").read_bytes()


def test_the_data_may_come_on_standard_input_and_the_document_leave_on_output(
    formsvc: Run, tmp_path: Path
) -> None:
    data = json.dumps(PLAN.example()).encode()

    ended = formsvc("render", "plan", "-", "--format", "txt", "-o", "-", given=data)

    assert (ended.status, ended.err) == (0, "")
    assert ended.out == made("plan", "example", Format.TXT).content
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_the_data_may_be_as_windows_saves_it(formsvc: Run, encoding: str) -> None:
    text = json.dumps({"child": {"name": "Åsa Ögren"}}, ensure_ascii=False)
    given = text.replace("{", "{\r\n").encode(encoding)

    ended = formsvc("render", "plan", "-", "--format", "txt", "-o", "-", given=given)

    assert ended.status == 0
    assert "Åsa Ögren" in ended.told


def test_a_document_without_a_date_bears_that_of_today(
    formsvc: Run, tmp_path: Path
) -> None:
    ended = formsvc("render", "consent", "-", "--format", "txt", given=b"{}")

    (made_file,) = tmp_path.iterdir()
    assert ended.told.strip() == made_file.name
    assert made_file.name.endswith("_samtycke_utkast.txt")
    assert made_file.name.startswith("20")


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_have_no_errors(formsvc: Run, kind: str) -> None:
    ended = formsvc("check", kind, EXAMPLES[kind])

    assert ended.status == 0
    assert "Inga fel" in ended.told
    assert not ENGLISH.search(ended.told + ended.err)


def test_a_contact_removed_from_an_area_is_missed_there(formsvc: Run) -> None:
    empty = dict.fromkeys(("name", "role", "organisation", "phone", "email"), "")
    data = changed(PLAN, {"areas-development-contact": empty})

    ended = formsvc("check", "plan", "-", given=json.dumps(data).encode())

    assert (ended.status, ended.out) == (1, b"")
    lines = ended.err.splitlines()
    assert any(line.startswith("areas-development-contact-name: ") for line in lines)
    assert all(line.startswith("areas-development-contact-") for line in lines)
    assert not ENGLISH.search(ended.err)


def test_findings_as_json_are_those_of_the_contract(formsvc: Run) -> None:
    data = changed(PLAN, {"areas-safety-contact-name": "", "extra": 1})

    ended = formsvc("check", "plan", "-", "--json", given=json.dumps(data).encode())

    assert (ended.status, ended.err) == (1, "")
    told = json.loads(ended.told)
    assert set(told) == {"valid", "findings"}
    assert told["valid"] is False
    keys = {"rule", "severity", "field", "message", "fix", "source"}
    assert all(set(finding) == keys for finding in told["findings"])
    at = {finding["field"]: finding for finding in told["findings"]}
    assert set(at) == {"extra", "areas-safety-contact-name"}
    assert at["extra"]["severity"] == "error"
    assert all(isinstance(text, str) and text for text in at["extra"].values())


def test_warnings_alone_do_not_fail(formsvc: Run) -> None:
    data = changed(INVITATION, {"letter_date": "2026-12-10", "reply_by": "2026-12-12"})
    given = json.dumps(data).encode()

    ended = formsvc("check", "invitation", "-", given=given)

    assert ended.status == 0
    assert "short_notice_reason: Varning: " in ended.err


def test_incomplete_data_is_rendered_and_what_is_left_out_is_told(
    formsvc: Run,
) -> None:
    given = b'{"child": {"name": "\\u00c5sa", "shoe_size": "24"}, "areas": []}'

    ended = formsvc("render", "plan", "-", "--format", "txt", "-o", "-", given=given)

    assert ended.status == 0
    assert "Åsa" in ended.told
    fields = [line.split(":")[0] for line in ended.err.splitlines()]
    assert sorted(fields) == ["areas", "child-shoe_size"]


def test_what_nobody_writes_in_is_made_anew(formsvc: Run, tmp_path: Path) -> None:
    copy = tmp_path / "2026-12-15_barnets-plan_utkast.txt"
    copy.write_bytes(b"older")

    ended = formsvc("render", "plan", EXAMPLES["plan"], "--format", "txt")

    assert ended.told == f"{copy.name}\n"
    assert copy.read_bytes() == made("plan", "example", Format.TXT).content


def test_a_form_that_is_named_is_written_there(formsvc: Run, tmp_path: Path) -> None:
    (tmp_path / "formulär.pdf").write_bytes(b"older")
    call = ("render", "consent", "-", "--format", "pdf-form", "-o", "formulär.pdf")

    ended = formsvc(*call, given='{"child": {"name": "Łukasz 李"}}'.encode())

    assert ended.told == "formulär.pdf\n"
    content = (tmp_path / "formulär.pdf").read_bytes()
    assert filled_in(content)["child-name"] == "Łukasz 李"
    assert squeezed(CONSENT.title) in pdf_text(content)


@pytest.mark.parametrize("command", ["", "blank", "render", "check", "serve"])
def test_every_command_has_a_help_page_in_swedish(formsvc: Run, command: str) -> None:
    ended = formsvc(*command.split(), "--help")

    assert (ended.status, ended.err) == (0, "")
    assert ended.told.startswith(f"Användning: formsvc {command}".strip())
    assert "Visa den här hjälpen." in ended.told
    assert not ENGLISH.search(ended.told)


def test_the_settings_are_told_by_the_help_page_of_the_service(formsvc: Run) -> None:
    told = formsvc("serve", "--help").told

    assert "FORMSVC_INSTANCE" in told
    assert "FORMSVC_PROFILE" in told
    assert "127.0.0.1" in told
