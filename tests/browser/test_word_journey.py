"""A plan goes on in Word: filled in with LibreOffice, opened, and stamped anew."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from browser.filling import Taken, field, open_draft, shown, take
from browser.live import Service, served
from browser.test_whole_journey import stamp, stamped, told
from browser.ways import PLAN
from playwright.sync_api import Browser, Page, expect
from word.libreoffice import Value, saved

from formsvc.document import Format

MEASURE = "areas-development-measures-0"
FIRST: Mapping[str, Value] = {"reason": "Logopeden har träffat barnet.\nTre gånger."}
SECOND: Mapping[str, Value] = {
    "guardian_voice": "Barnet leker nu i grupp, och trivs.",
    f"{MEASURE}-status": "Pågår",
    "guardians-1-attended": False,
}


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="module")
def own(instance: Path) -> Iterator[Service]:
    """Give a service that only this journey uses."""
    with served(instance, {"FORMSVC_BASE_URL": "{url}"}) as service:
        yield service


@pytest.mark.slow
def test_a_plan_is_filled_in_with_word_from_version_to_version(
    browser: Browser, own: Service, instance: Path, tmp_path: Path
) -> None:
    context = browser.new_context(base_url=own.url, accept_downloads=True)
    page = context.new_page()
    filed: list[Taken] = []

    one = stamped(page, json.dumps(PLAN.example()).encode(), "utkast.json", filed)
    first = take(page, "Word")
    two = written(page, first, FIRST, filed)
    second = take(page, "Word")
    three = written(page, second, SECOND, filed)
    third = take(page, "Word")

    stamps = (one, two, three)
    assert {each["reference"] for each in stamps} == {one["reference"]}
    assert [each["version"] for each in stamps] == [1, 2, 3]
    assert [each["supersedes"] for each in stamps] == [None, 1, 2]
    told(page, one, 2, "Ersatt av version 3")
    told(page, one, 3, "Senast registrerad")
    context.close()

    data = filed[-1].data
    assert data["reason"] == FIRST["reason"]
    assert data["guardian_voice"] == SECOND["guardian_voice"]
    assert data["areas"]["development"]["measures"][0]["status"] == "ongoing"
    assert "attended" not in data["guardians"][1]
    assert third.data == data
    changed = Taken(f"{tmp_path.name}.docx", saved(third.content, {"dissent": "Nej."}))
    assert verified([*filed, first, second, third, changed], tmp_path, instance) == [
        *("superseded", "superseded", "current"),
        *("superseded", "superseded", "current", "changed"),
    ]


def written(
    page: Page, working: Taken, values: Mapping[str, Value], filed: list[Taken]
) -> Any:
    """Fill in a Word document with LibreOffice, open it, and stamp that."""
    assert working.name.endswith(f"_skrivbar.{Format.DOCX}")
    open_draft(page, saved(working.content, values), working.name)
    shown(page, "form")
    expect(page.locator("main")).to_contain_text("är ändrat sedan dess")
    for name, value in values.items():
        if isinstance(value, str) and not name.endswith("-status"):
            expect(field(page, name)).to_have_value(value)
    return stamp(page, filed)


def verified(files: list[Taken], folder: Path, instance: Path) -> list[str]:
    """Return what the command says of files, one after the other."""
    paths = []
    for number, file in enumerate(files):
        paths.append(folder / f"{number}-{file.name}")
        paths[-1].write_bytes(file.content)
    call = [sys.executable, "-m", "formsvc", "verify", "--json", *map(str, paths)]
    run = subprocess.run(
        call,
        check=True,
        capture_output=True,
        env={"FORMSVC_INSTANCE": str(instance), "PATH": "/usr/bin:/bin"},
    )
    return [row["status"] for row in json.loads(run.stdout)]
