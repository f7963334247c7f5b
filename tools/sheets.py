"""Draws every PDF as each reader shows it, side by side, for people to look at.

A sheet for each page of each document: PDFium (Chrome, Edge), pdf.js (Firefox), MuPDF
and Poppler (Evince, Okular). They lie in build/sheets.
"""

from pathlib import Path
from typing import NamedTuple

from engines.engine import Shows
from engines.in_node import PdfJs
from engines.mupdf import Mupdf
from engines.pdfium import Pdfium
from engines.poppler import Poppler
from PIL import Image, ImageDraw, ImageFont
from sample_data import DATA

from formsvc import pipeline
from formsvc.document import Format
from formsvc.forms import KINDS

FOLDER = Path("build/sheets")
WIDTH, GAP, HEAD = 620, 16, 34
"""Of a page on a sheet, between pages, and for the names above them; in pixels."""

PAPER, TABLE = "#ffffff", "#8d8f94"
ENGINES: tuple[Shows, ...] = (Pdfium(), PdfJs(), Mupdf(), Poppler())
FONT = Path(pipeline.__file__).parent / "static" / "fonts" / "FormsvcSans-Semibold.ttf"


class Drawn(NamedTuple):
    """A document to draw."""

    name: str
    content: bytes


def main() -> None:
    """Draw every document: blank, filled in and longest, and the copies to file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for document in documents():
        pages = [engine.pictures(document.content) for engine in ENGINES]
        for number, shown in enumerate(zip(*pages, strict=True), 1):
            path = FOLDER / f"{document.name}-{number:02}.png"
            sheet(list(shown)).save(path)
        print(f"{document.name}: {len(pages[0])} sidor")


def documents() -> list[Drawn]:
    """Return the documents that are looked at."""
    found = []
    for name, kind in KINDS.items():
        found.append(
            Drawn(f"{name}-blank", pipeline.blank(kind, Format.PDF_FORM).content)
        )
        for data in ("example", "unusual"):
            taken = pipeline.take_in(kind, DATA[data](kind))
            for fmt in (Format.PDF_FORM, Format.PDF):
                content = pipeline.render(taken, fmt).content
                found.append(Drawn(f"{name}-{data}-{fmt}", content))
    return found


def sheet(shown: list[Image.Image]) -> Image.Image:
    """Return one page as every engine shows it, with their names above."""
    height = round(WIDTH * shown[0].height / shown[0].width)
    size = (GAP + len(shown) * (WIDTH + GAP), HEAD + height + GAP)
    made = Image.new("RGB", size, TABLE)
    draw, font = ImageDraw.Draw(made), ImageFont.truetype(str(FONT), 18)
    for place, (engine, page) in enumerate(zip(ENGINES, shown, strict=True)):
        left = GAP + place * (WIDTH + GAP)
        draw.text((left, 6), engine.name, PAPER, font)
        made.paste(page.convert("RGB").resize((WIDTH, height)), (left, HEAD))
    return made


if __name__ == "__main__":
    main()
