"""While too many files are read at once people and programs are asked to come back."""

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from made import made
from pages import SAME_ORIGIN, Page, Visitor

from formsvc.cli import main
from formsvc.document import Format
from formsvc.readers import process

WORDS = "Just nu läses många filer på en gång."


@pytest.fixture(autouse=True)
def _busy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(process, "WAIT", 0.01)
    monkeypatch.setattr(process, "_turns", threading.BoundedSemaphore(1))
    with process._turns:
        yield


def raw() -> bytes:
    return made("consent", "example", Format.PDF_FORM).content


@pytest.mark.parametrize(
    ("page", "names"), [("/oppna", ["file"]), ("/jamfor", ["older", "newer"])]
)
def test_a_page_asks_people_to_come_back(
    visitor: Visitor, page: str, names: list[str]
) -> None:
    files = {name: (io.BytesIO(raw()), "x.pdf") for name in names}

    answer = visitor.client.post(page, data=files, headers=SAME_ORIGIN)

    assert answer.status_code == 503
    assert WORDS in Page(answer).html


@pytest.mark.parametrize("call", ["read", "verify"])
def test_programs_are_told_to_come_back(visitor: Visitor, call: str) -> None:
    files = {"file": (io.BytesIO(raw()), "x.pdf")}

    answer = visitor.client.post(f"/api/v1/{call}", data=files)

    assert answer.status_code == 503
    assert answer.mimetype == "application/problem+json"
    assert WORDS in str(answer.get_json()["detail"])


def test_the_command_line_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(raw())

    assert main(["read", str(path)]) == 4
    assert WORDS in capsys.readouterr().err
