"""Draws the pictures of docs/versioner.md: a stamped plan, and what the code says."""

import shutil
import tempfile
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from threading import Thread

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from formsvc import clock, pipeline, versions
from formsvc.app import create_app
from formsvc.clock import SWEDEN
from formsvc.config import Settings
from formsvc.document import Format
from formsvc.forms import KINDS

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PAPER_WIDTH = 760
"""Pixels of the page; the upper part of it is shown."""

SHOWN = 0.42
"""The part of a page that is shown: its head and the beginning."""

PHONE = {"width": 390, "height": 640}
"""Pixels of the window."""

FIRST = datetime(2026, 9, 1, 14, 2, tzinfo=SWEDEN)
ADDRESS = "https://plan.example.se"


def upper(content: bytes) -> Image.Image:
    """Return the upper part of the first page of a PDF."""
    page = pypdfium2.PdfDocument(content)[0]
    picture: Image.Image = page.render(scale=PAPER_WIDTH / page.get_width()).to_pil()
    return picture.crop((0, 0, picture.width, int(picture.height * SHOWN)))


def kept(picture: Image.Image, name: str) -> None:
    """Keep a picture, small."""
    picture.convert("RGB").quantize(128).save(FOLDER / f"{name}.png", optimize=True)


def draw(folder: Path) -> None:
    """Stamp a plan three times, and draw the second and what is said of it."""
    app = create_app(Settings(folder, "", base_url=ADDRESS))
    office = app.extensions["formsvc-office"]
    plan = KINDS["plan"]
    made = [pipeline.take_in(plan, plan.example())]
    for number in range(3):
        clock.now = lambda at=FIRST + timedelta(days=105 * number): at  # type: ignore[misc]
        made.append(versions.stamp(made[-1], office))
    copy = pipeline.render(made[2], Format.PDF, office.profile, office.seal)
    kept(upper(copy.content), "version-paper")
    assert made[2].stamp is not None
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    where = (
        f"http://127.0.0.1:{server.server_port}/version/{made[2].stamp['reference']}"
    )
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport=PHONE, locale="sv-SE")  # type: ignore[arg-type]
        page.goto(f"{where}/2")
        kept(Image.open(BytesIO(page.screenshot())), "version-page")
        browser.close()
    server.shutdown()


with tempfile.TemporaryDirectory() as instance:
    draw(Path(instance))
