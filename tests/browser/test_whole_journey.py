"""A plan from first version to last, in other people's readers, without a trace.

Stamped in Chromium, filled in by pdf.js, stamped, filled in by PDFium, stamped, closed;
the page behind the QR code is right at each step, and afterwards the service has kept
nothing of it.
"""

import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from browser.filling import (
    Taken,
    field,
    open_draft,
    press,
    shown,
    take,
)
from browser.live import Service, served
from browser.ways import PLAN
from changes import changed
from engines.engine import Writes
from engines.in_node import PdfJs
from engines.pdfium import Pdfium
from playwright.sync_api import Browser, Page, expect
from sample_data import leaves

WRITABLE, COPY = "Skrivbar pdf", "Spara arkivkopian (pdf)"
BY_PDF_JS = "Logopeden Berit Exempelsson har träffat barnet tre gånger."
BY_PDFIUM = "Barnet leker nu i grupp, och Stina Provare är ny kontakt."
CLOSING = "Insatserna är klara, och ingen ser fler behov just nu."
SHORTEST = 6
"""Characters of a text that is looked for: shorter ones stand anywhere."""

NUMBERS = re.compile(r"[0-9 ]+").fullmatch
"""A postal code: a drawing has such numbers too."""

STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the folders that the service may write in: its own, and a temporary one."""
    return {name: tmp_path_factory.mktemp(name) for name in ("instance", "temporary")}


@pytest.fixture(scope="module")
def own(folders: Mapping[str, Path]) -> Iterator[Service]:
    """Give a service that only this journey uses."""
    settings = {"TMPDIR": str(folders["temporary"]), "FORMSVC_BASE_URL": "{url}"}
    with served(folders["instance"], settings) as service:
        yield service


@pytest.mark.slow
def test_a_plan_goes_from_its_first_version_to_its_last_and_leaves_no_trace(
    browser: Browser, own: Service, folders: Mapping[str, Path], tmp_path: Path
) -> None:
    context = browser.new_context(base_url=own.url, accept_downloads=True)
    page = context.new_page()
    first = changed(PLAN, {"case_reference": "ÄRENDE-2026-4711"})
    filed: list[Taken] = []

    one = stamped(page, json.dumps(first).encode(), "utkast.json", filed)
    told(page, one, 1, "Senast registrerad")

    two = filled(page, PdfJs(), filed, {"reason": BY_PDF_JS})
    assert (two["reference"], two["version"]) == (one["reference"], 2)
    told(page, one, 1, "Ersatt av version 2")
    told(page, one, 2, "Senast registrerad")

    three = filled(page, Pdfium(), filed, {"guardian_voice": BY_PDFIUM})
    assert (three["version"], three["supersedes"]) == (3, 2)
    told(page, one, 2, "Ersatt av version 3")

    four = closed(page, filed)
    assert (four["reference"], four["version"]) == (one["reference"], 4)
    told(page, one, 3, "Ersatt av version 4")
    told(page, one, 4, "Avslutad")
    context.close()

    assert verified(filed, tmp_path, folders["instance"]) == [
        ("superseded", 1),
        ("superseded", 2),
        ("superseded", 3),
        ("closed", 4),
    ]
    assert traces(texts(filed), folders.values()) == []
    assert {text for _file, text in traces(texts(filed), [tmp_path])} == texts(filed)


def stamped(page: Page, content: bytes, name: str, filed: list[Taken]) -> Any:
    """Open a file, stamp it, keep what is filed; return the stamp."""
    open_draft(page, content, name)
    shown(page, "form")
    return stamp(page, filed)


def stamp(page: Page, filed: list[Taken]) -> Any:
    """Stamp what is on the page, keep what is filed; return the stamp."""
    press(page, "create")
    page.wait_for_selector('[data-step="created"], #findings')
    if page.locator("#findings").count():
        press(page, "anyway")
    shown(page, "created")
    press(page, "stamp")
    expect(page.locator("h1")).to_contain_text("är stämplad")
    filed.append(take(page, COPY))
    made = json.loads(take(page, "Uppgifter (json)").content)["stamp"]
    day = made["stamped_at"][:10]
    named = f"{day}_barnets-plan_{made['reference']}_v{made['version']:02}.pdf"
    assert filed[-1].name == named
    return made


def filled(
    page: Page, reader: Writes, filed: list[Taken], values: Mapping[str, str]
) -> Any:
    """Fill in the working copy of what is stamped with a reader, and stamp that."""
    working = take(page, WRITABLE)
    content = reader.write(working.content, values)
    open_draft(page, content, working.name)
    shown(page, "form")
    expect(page.locator("main")).to_contain_text("är ändrat sedan dess")
    for name, value in values.items():
        expect(field(page, name)).to_have_value(value)
    return stamp(page, filed)


def closed(page: Page, filed: list[Taken]) -> Any:
    """Open the latest filing copy, end the collaboration, and stamp that."""
    open_draft(page, filed[-1].content, filed[-1].name)
    shown(page, "form")
    press(page, "next closing")
    expect(field(page, "closing-date")).to_be_focused()
    review = page.locator("[id^=review-][id$=-status]")
    expect(review.first).to_be_visible()
    for row in review.all():
        row.select_option("done")
    values = {
        "established_on": "2027-06-01",
        "meeting-date": "2027-06-01",
        "participants-0-name": "Karin Provman",
        "participants-0-role": "BHV-sjuksköterska",
        "participants-0-organisation": "Region Kronoberg",
        "consent-given_on": "2026-11-20",
        "consent-valid_to": "2027-06-30",
        "child_voice-participation": "Barnet var med och berättade själv.",
        "closing-date": "2027-06-01",
        "closing-reason": CLOSING,
    }
    for name, value in values.items():
        field(page, name).fill(value)
    return stamp(page, filed)


def told(page: Page, stamp: Any, version: int, words: str) -> None:
    """See what the page behind a paper's code says."""
    there = page.context.new_page()
    there.goto(f"/version/{stamp['reference']}/{version}")
    expect(there.locator("h1")).to_have_text(words)
    there.close()


def verified(filed: list[Taken], folder: Path, instance: Path) -> list[tuple[str, int]]:
    """Return what the command says of a folder with all that was filed."""
    for file in filed:
        (folder / file.name).write_bytes(file.content)
    call = [sys.executable, "-m", "formsvc", "verify", "--json", str(folder)]
    run = subprocess.run(
        call,
        check=True,
        capture_output=True,
        env={"FORMSVC_INSTANCE": str(instance), "PATH": "/usr/bin:/bin"},
    )
    return [(row["status"], row["version"]) for row in json.loads(run.stdout)]


def texts(filed: list[Taken]) -> set[str]:
    """Return every text that people wrote, in any version."""
    found = {BY_PDF_JS, BY_PDFIUM, CLOSING}
    for file in filed:
        for leaf in leaves(PLAN, file.data):
            if isinstance(leaf.value, str) and not hasattr(leaf.field, "vocabulary"):
                found.add(leaf.value)
    return {text for text in found if len(text) >= SHORTEST and not NUMBERS(text)}


def traces(texts: set[str], folders: Any) -> list[tuple[str, str]]:
    """Return what is found of `texts` in files, packed or not, however encoded."""
    found = []
    for path in (path for folder in folders for path in folder.rglob("*")):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        whole = b"\n".join((raw, *_unpacked(raw), path.name.encode()))
        found += [
            (path.name, text)
            for text in texts
            if any(
                text.encode(encoding) in whole
                for encoding in ("utf-8", "utf-16-be", "utf-16-le", "latin-1")
            )
            or json.dumps(text).encode() in whole
        ]
    return found


def _unpacked(raw: bytes) -> Iterator[bytes]:
    for packed in STREAM.findall(raw):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue
