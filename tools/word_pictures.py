"""Draws the pictures of docs/word.md: a template changed, and what comes of it.

Each change is made in a copy of the service's template, as somebody makes it in Word;
LibreOffice shows the document that is made of it.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree
from PIL import Image, ImageDraw

from formsvc import pipeline
from formsvc.document import Document
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL, Profile, load_profile
from formsvc.renderers.docx import filled
from formsvc.word.kept import look_at, packaged_template

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH, GAP = 560, 16
"""Pixels of a page, and between before and after."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"

Change = Callable[[Any], None]


def main() -> None:
    """Draw the three pictures."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        both(folder, "consent", "word-text", (0.10, 0.36), _new_sentence)
        both(folder, "plan", "word-row", (0.23, 0.58), _other_order, page=1)
        profile = _with_logo(folder)
        both(folder, "consent", "word-logo", (0.04, 0.24), profile=profile)


def both(  # noqa: PLR0913  what is changed, and what of it is shown
    folder: Path,
    kind: str,
    name: str,
    part: tuple[float, float],
    change: Change | None = None,
    *,
    page: int = 0,
    profile: Profile = NEUTRAL,
) -> None:
    """Draw a part of a page before and after a change of the template or profile."""
    before = packaged_template(KINDS[kind])
    after = folder / before.name
    after.write_bytes(_changed(before.read_bytes(), change))
    shown = [
        _shown(folder, before, kind, NEUTRAL, page),
        _shown(folder, after, kind, profile, page),
    ]
    top, bottom = (int(each * shown[0].height) for each in part)
    height = bottom - top
    sheet = Image.new("RGB", (2 * WIDTH + 3 * GAP, height + 2 * GAP), "#dddddd")
    for column, picture in enumerate(shown):
        cut = picture.crop((0, top, WIDTH, bottom))
        sheet.paste(cut, (GAP + column * (WIDTH + GAP), GAP))
    sheet.quantize(128).save(FOLDER / f"{name}.png", optimize=True)


def _changed(raw: bytes, change: Change | None) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if change and each == DOCUMENT:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            new.writestr(each, content)
    return file.getvalue()


def _new_sentence(root: Any) -> None:
    """Write another sentence in the place of one."""
    for text in root.iter(W + "t"):
        if (text.text or "").startswith("Det är frivilligt."):
            text.text = (
                "Det är frivilligt. Säger ni nej får barnet samma hjälp av var och en. "
                "Fråga oss på familjecentralen om ni undrar."
            )
            return
    sys.exit("the sentence is not there")


def _other_order(root: Any) -> None:
    """Put the organisation beside the name, and make the row higher."""
    table = next(
        table
        for table in root.iter(W + "tbl")
        if any(
            each.get(W + "val") == "participants-0-role"
            for each in table.iter(W + "tag")
        )
    )
    for row in table.iter(W + "tr"):
        cells = row.findall(W + "tc")
        row.insert(row.index(cells[1]), cells[2])
    for height in row.iter(W + "trHeight"):
        height.set(W + "val", str(2 * int(height.get(W + "val"))))


def _with_logo(folder: Path) -> Profile:
    """Return the profile of an organisation that has a logo."""
    profiles = folder / "profiles"
    profiles.mkdir()
    logo = Image.new("RGB", (1400, 320), "white")
    pen = ImageDraw.Draw(logo)
    pen.ellipse((20, 40, 260, 280), fill="#1f6b3a")
    pen.ellipse((100, 120, 180, 200), fill="white")
    pen.text((300, 100), "Exempelkommunen", fill="#1d1d1f", font_size=110)
    logo.save(profiles / "logo.png")
    written = 'organisation = "Exempelkommunen"\nlogo = "logo.png"\n'
    written += 'logo_text = "Exempelkommunen"\n'
    (profiles / "exempel.toml").write_text(written, encoding="utf-8")
    return load_profile(folder, "exempel")


def _shown(
    folder: Path, template: Path, kind: str, profile: Profile, page: int
) -> Image.Image:
    taken = pipeline.take_in(KINDS[kind], KINDS[kind].example())
    document = Document(kind, taken.tellable, "2026-12-15")
    made = folder / "shown.docx"
    made.write_bytes(filled(look_at(template), taken.kind, document, profile))
    office = shutil.which("soffice") or sys.exit("LibreOffice is not here")
    call = [office, f"-env:UserInstallation=file://{folder}/office", "--headless"]
    call += ["--convert-to", "pdf", "--outdir", str(folder), str(made)]
    subprocess.run(call, check=True, capture_output=True)  # noqa: S603
    shown = pypdfium2.PdfDocument(folder / "shown.pdf")[page]
    picture: Image.Image = shown.render(scale=WIDTH / shown.get_width()).to_pil()
    return picture


main()
