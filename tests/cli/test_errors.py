"""What goes wrong is told in one line of Swedish, with the right exit status."""

import os
import socket
from pathlib import Path

import pytest
from command import Run, is_plain

from formsvc.forms import KINDS

EXAMPLE = str(KINDS["plan"].folder / "example.json")
CONSENT = str(KINDS["consent"].folder / "example.json")
RENDER = ("render", "plan", EXAMPLE, "--format", "txt")
WRONG_CALL, UNREADABLE, REFUSED = 2, 3, 4

CALLS = [
    ((), "--help"),
    (("läs",), "läs"),
    (("render",), "KIND"),
    (("render", "plan"), "DATA.json"),
    (("render", "plan", EXAMPLE), "--format"),
    (("render", "plan", EXAMPLE, "--format"), "--format"),
    (("check", "plan", EXAMPLE, "extra"), "--help"),
    (("check", "plan", EXAMPLE, "--nope"), "--nope"),
    (("check", "kallelse", EXAMPLE), "kallelse"),
    (("render", "plan", EXAMPLE, "--format", "odt"), "odt"),
    (("render", "consent", CONSENT, "--format", "ics"), "ics"),
    (("blank", "plan", "--format", "txt"), "pdf-form eller docx"),
    ((*RENDER, "--profile", "okänd"), "okänd"),
    ((*RENDER, "--profile", "../../etc/passwd"), "../../etc/passwd"),
    (("serve", "--port", "många"), "--port"),
]


@pytest.mark.parametrize(("call", "named"), CALLS)
def test_a_wrong_call_is_told(formsvc: Run, call: tuple[str, ...], named: str) -> None:
    ended = formsvc(*call)

    assert (ended.status, ended.out) == (WRONG_CALL, b"")
    assert named in ended.err
    assert is_plain(ended.err.replace("--help", "").replace("passwd", "")), ended.err


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (b"", "rad 1"),
        (b'{"child": }', "rad 1, tecken 11"),
        (b'{\n  "child": {"name": "\xe5sa"}\n}', "UTF-8"),
        (b"[]", "objekt"),
        (b"null", "objekt"),
        (b'{"child": {}, "child": {}}', "child"),
        (b"[" * 100_000, "djup"),
        (b'{"reason": ' + b"9" * 5000 + b"}", "tal"),
        (b'{"reason": "' + b"a" * 8_000_000 + b'"}', "8 MB"),
        (b"%PDF-1.7", "JSON"),
    ],
)
def test_data_that_is_no_document_is_told(
    formsvc: Run, given: bytes, named: str
) -> None:
    ended = formsvc("check", "plan", "-", given=given)

    assert (ended.status, ended.out) == (UNREADABLE, b"")
    assert named in ended.err
    assert is_plain(ended.err), ended.err


def test_what_the_data_should_not_have_is_told_a_line_each(formsvc: Run) -> None:
    given = b"""{"chidl": {}, "child": "x", "reason": 3, "areas": {"care": {"has_need":
        "ja"}, "\\ud800": 1}, "guardians": {"name": "x"}, "participants": ["x"],
        "meeting": {"date": ["2026-12-15"]}, "follow_up": {"time": true}}"""

    ended = formsvc("render", "plan", "-", "--format", "txt", "-o", "-", given=given)

    assert ended.status == 0
    lines = ended.err.splitlines()
    named = {line.split(": ")[0] for line in lines}
    assert named == {
        "chidl",
        "child",
        "reason",
        "areas-",
        "areas-care-has_need",
        "guardians",
        "participants-0",
        "meeting-date",
        "follow_up-time",
    }
    assert all(is_plain(f"{line}\n".replace("true", "")) for line in lines)


def test_a_missing_file_and_a_folder_are_told(formsvc: Run, tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()

    for name, words in (("saknas.json", "finns inte"), ("mapp", "är en mapp")):
        ended = formsvc("check", "plan", name)
        assert (ended.status, ended.out) == (UNREADABLE, b"")
        assert name in ended.err
        assert words in ended.err
        assert is_plain(ended.err), ended.err


def test_a_name_that_no_file_can_have_is_told(formsvc: Run) -> None:
    ended = formsvc("check", "plan", "a" * 300)

    assert (ended.status, ended.out) == (UNREADABLE, b"")
    assert is_plain(ended.err), ended.err


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("saknas/plan.txt", "mappen finns inte"),
        (f"{EXAMPLE}/plan.txt", "mappen finns inte"),
        ("mapp", "mapp"),
        ("/dev/full", "disken är full"),
        ("å" * 200, ""),
    ],
)
def test_a_file_that_cannot_be_written_is_told(
    formsvc: Run, tmp_path: Path, output: str, words: str
) -> None:
    (tmp_path / "mapp").mkdir()

    ended = formsvc(*RENDER, "-o", output)

    assert (ended.status, ended.out) == (REFUSED, b"")
    assert words in ended.err
    assert is_plain(ended.err), ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["mapp"]


def test_a_folder_where_nothing_may_be_written_is_told(
    formsvc: Run, tmp_path: Path
) -> None:
    closed = tmp_path / "stängd"
    closed.mkdir(0o500)
    if os.access(closed, os.W_OK):  # to the administrator no folder is closed
        closed = Path("/sys")
    output = closed / "plan.txt"

    ended = formsvc(*RENDER, "-o", str(output))

    assert (ended.status, ended.out) == (REFUSED, b"")
    assert is_plain(ended.err), ended.err
    assert not output.exists()


@pytest.mark.parametrize("call", [(*RENDER, "-o", "-"), ("check", "plan", EXAMPLE)])
def test_a_full_disk_behind_standard_output_is_told(
    formsvc: Run, call: tuple[str, ...]
) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = formsvc(*call, out=full)

    assert ended.status == REFUSED
    assert "disken är full" in ended.err
    assert is_plain(ended.err), ended.err


def test_a_calendar_without_a_meeting_is_refused(formsvc: Run, tmp_path: Path) -> None:
    ended = formsvc("render", "plan", "-", "--format", "ics", given=b"{}")

    assert (ended.status, ended.out) == (REFUSED, b"")
    assert "möte med datum" in ended.err
    assert is_plain(ended.err), ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_does_not_exist_is_told(formsvc: Run, port: str) -> None:
    ended = formsvc("serve", "--port", port)

    assert ended.status == WRONG_CALL
    assert is_plain(ended.err.replace("--help", "")), ended.err


@pytest.mark.slow
def test_a_port_that_is_taken_is_told(formsvc: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        ended = formsvc("serve", "--port", str(other.getsockname()[1]))

    assert ended.status == REFUSED
    assert is_plain(ended.err), ended.err
