"""MuPDF, which draws PDF on many phones and in SumatraPDF."""

from io import BytesIO
from typing import Any

import pymupdf
from engines.engine import SCALE, Values, Word
from PIL import Image

CHECK_BOX = "CheckBox"


class Mupdf:
    """MuPDF by way of PyMuPDF."""

    name = "MuPDF"

    def read(self, content: bytes) -> Values:
        """Return the values; of a choice its value."""
        with pymupdf.open(stream=content) as pdf:
            return {
                widget.field_name: _value(widget)
                for page in pdf
                for widget in page.widgets()
            }

    def pictures(self, content: bytes) -> list[Image.Image]:
        """Return the pages, fields included."""
        turned = pymupdf.Matrix(SCALE, SCALE)
        with pymupdf.open(stream=content) as pdf:
            return [
                Image.open(BytesIO(page.get_pixmap(matrix=turned).tobytes("png")))
                for page in pdf
            ]

    def write(self, content: bytes, values: Values) -> bytes:
        """Set each value and let MuPDF draw it."""
        with pymupdf.open(stream=content) as pdf:
            for page in pdf:
                for widget in page.widgets():
                    if widget.field_name in values:
                        widget.field_value = values[widget.field_name]
                        widget.update()
            made: bytes = pdf.tobytes()
            return made


def drawn_words(content: bytes) -> list[Word]:
    """Return every word that is drawn, once fields are drawn into their pages."""
    with pymupdf.open(stream=content) as pdf:
        pdf.bake()
        return [
            Word(text, page.number, left, top, right, bottom)
            for page in pdf
            for left, top, right, bottom, text, *_ in page.get_text("words")
        ]


def complaints(content: bytes) -> str:
    """Return what MuPDF says of a file while it draws every page."""
    pymupdf.TOOLS.reset_mupdf_warnings()
    with pymupdf.open(stream=content) as pdf:
        for page in pdf:
            page.get_pixmap()
    said: str = pymupdf.TOOLS.mupdf_warnings()
    return said


def _value(widget: Any) -> str | bool:
    if widget.field_type_string == CHECK_BOX:
        return widget.field_value not in (None, False, "Off", "")
    return str(widget.field_value or "")


def baked(content: bytes) -> bytes:
    """Return a file whose fields are drawn into their pages, as when it is printed."""
    with pymupdf.open(stream=content) as pdf:
        pdf.bake()
        made: bytes = pdf.tobytes()
        return made


def page_of(text: str) -> bytes:
    """Return a file of one page with a line of text."""
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), text)
        made: bytes = pdf.tobytes()
        return made


def joined(one: bytes, other: bytes) -> bytes:
    """Return two files as one."""
    with pymupdf.open(stream=one) as pdf, pymupdf.open(stream=other) as more:
        pdf.insert_pdf(more)
        made: bytes = pdf.tobytes()
        return made
