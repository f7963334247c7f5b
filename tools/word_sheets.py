"""Draws every Word document as LibreOffice shows it, beside the writable PDF.

A sheet for each page, for people to look at: blank, filled in, stamped and unusual.
They lie in build/sheets.
"""

from itertools import zip_longest
from pathlib import Path

from engines.pdfium import Pdfium
from made import blank, made
from PIL import Image, ImageDraw, ImageFont
from stamped import Case, stamped
from word.documents import EVERY, Which, data_of, word
from word.libreoffice import pdf

from formsvc import pipeline
from formsvc.document import Format

FOLDER = Path("build/sheets")
WIDTH, HEIGHT, GAP, HEAD = 744, 1052, 16, 34
"""Of a page on a sheet, between pages, and for the names above them; in pixels."""

PAPER, TABLE = "#ffffff", "#8d8f94"
FONT = Path(pipeline.__file__).parent / "static" / "fonts" / "FormsvcSans-Semibold.ttf"
NAMES = ("Word i LibreOffice", "Skrivbar pdf i PDFium")
TOO_LONG = ("longest",)
"""States that fill a hundred pages with made-up words."""


def main() -> None:
    """Draw every document."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for which in EVERY:
        if which[1] not in TOO_LONG:
            print(f"{'-'.join(which)}-docx: {draw(which)} sidor")


def draw(which: Which) -> int:
    """Draw the pages of a document; return how many Word has."""
    shown = Pdfium().pictures(pdf(word(which)))
    pages = zip_longest(shown, Pdfium().pictures(writable(which)))
    for number, both in enumerate(pages, 1):
        sheet(both).save(FOLDER / f"{'-'.join(which)}-docx-{number:02}.png")
    return len(shown)


def writable(which: Which) -> bytes:
    """Return the writable PDF of the same."""
    kind, state = which
    if state == "blank":
        return blank(kind)
    if state == "stamped":
        return stamped(Case(kind), Format.PDF_FORM).content
    return made(kind, data_of(state), Format.PDF_FORM).content


def sheet(both: tuple[Image.Image | None, Image.Image | None]) -> Image.Image:
    """Return a page of each, where there is one, with their names above."""
    size = (GAP + len(NAMES) * (WIDTH + GAP), HEAD + HEIGHT + GAP)
    drawn = Image.new("RGB", size, TABLE)
    pen, font = ImageDraw.Draw(drawn), ImageFont.truetype(str(FONT), 18)
    for place, (name, page) in enumerate(zip(NAMES, both, strict=True)):
        left = GAP + place * (WIDTH + GAP)
        pen.text((left, 6), name, PAPER, font)
        if page:
            drawn.paste(page.convert("RGB").resize((WIDTH, HEIGHT)), (left, HEAD))
    return drawn


if __name__ == "__main__":
    main()
