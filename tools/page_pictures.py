"""Draws the pictures of pages in README: a plan begun, and one that lacks a contact."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from werkzeug.serving import make_server

from formsvc.app import create_app
from formsvc.config import Settings
from formsvc.forms import KINDS

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
SIZE = {"width": 1180, "height": 860}
"""Pixels of the window."""


@contextmanager
def served() -> Iterator[str]:
    """Serve the pages of a new installation; give their address."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(instance=Path(folder), profile=""))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def begun_plan(page: Page, address: str) -> None:
    """Show a plan in which two areas have been chosen in the wheel."""
    page.goto(f"{address}/plan")
    page.get_by_label("Barnets namn").fill("Åsa Testberg")
    for area in ("safety", "development"):
        page.locator(f".segment[data-area={area}]").click()
    page.locator("#areas-development-needs").fill("Behöver stöd i sin språkutveckling.")
    page.locator("#areas-development-strengths").fill("Förstår mycket, leker gärna.")
    page.locator("#areas-development-goals").fill("Blir förstådd av sina kamrater.")
    page.locator("#areas-development").scroll_into_view_if_needed()
    page.locator("#areas-development").evaluate("area => area.scrollIntoView()")


def plan_without_contact(page: Page, address: str) -> None:
    """Show what is said where an area with a need has no contact."""
    plan = KINDS["plan"].example()
    plan["areas"]["safety"]["contact"] = {}
    draft = json.dumps(plan).encode("utf-8")
    page.goto(f"{address}/oppna")
    page.locator("#file").set_input_files(
        {"name": "utkast.json", "mimeType": "application/json", "buffer": draft}
    )
    page.get_by_role("button", name="Öppna").click()
    page.get_by_role("button", name="Skapa dokument").click()
    page.locator("#findings li a").first.click()
    page.mouse.wheel(0, -110)
    page.wait_for_timeout(300)


PICTURES: dict[str, Callable[[Page, str], None]] = {
    "page-plan": begun_plan,
    "page-findings": plan_without_contact,
}


def draw() -> None:
    """Draw every picture anew."""
    chromium = shutil.which("chromium")
    with served() as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for name, show in PICTURES.items():
            page = browser.new_page(viewport=SIZE, locale="sv-SE")  # type: ignore[arg-type]
            show(page, address)
            picture = Image.open(BytesIO(page.screenshot()))
            picture.quantize(128).save(FOLDER / f"{name}.png", optimize=True)
        browser.close()


draw()
