"""Draws the pictures of README: the first page of each kind, as a copy and a blank."""

from pathlib import Path

import pypdfium2
from PIL import Image

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH = 560
"""Pixels: two pages side by side fit a screen."""


def page(content: bytes, number: int = 0) -> Image.Image:
    """Return a page of a PDF as a picture, `WIDTH` pixels wide."""
    pdf = pypdfium2.PdfDocument(content)
    pdf.init_forms()
    shown = pdf[number]
    picture: Image.Image = shown.render(
        scale=WIDTH / shown.get_width(), may_draw_forms=True
    ).to_pil()
    return picture


def both(kind: Kind) -> Image.Image:
    """Return the first page of the filing copy, with that of the blank beside it."""
    taken = pipeline.take_in(kind, kind.example())
    pages = [
        page(pipeline.render(taken, Format.PDF).content),
        page(pipeline.blank(kind, Format.PDF_FORM).content),
    ]
    gap = 16
    sheet = Image.new(
        "RGB", (2 * WIDTH + 3 * gap, pages[0].height + 2 * gap), "#dddddd"
    )
    for column, picture in enumerate(pages):
        sheet.paste(picture, (gap + column * (WIDTH + gap), gap))
    return sheet


for each in KINDS.values():
    FOLDER.mkdir(exist_ok=True)
    both(each).quantize(128).save(FOLDER / f"{each.name}.png", optimize=True)
