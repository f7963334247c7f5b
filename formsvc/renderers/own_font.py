"""The font of fields: simple and in WinAnsiEncoding, so that readers can type in it."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from formsvc.writable.faces import FONTS, PLAIN
from formsvc.writable.truetype import TrueType

OWN_FONT = "FormsvcForm-Regular"

STAND_IN = "+Formsvc-Form"
"""How WeasyPrint calls the font that it lays fields out with (document.css)."""

FIRST, LAST = 32, 255
"""The characters of WinAnsiEncoding."""


def own_widths() -> tuple[int, ...]:
    """Return the width of each byte's character, in thousandths of an em."""
    font = TrueType(FONTS / f"{OWN_FONT}.ttf")
    chars = (bytes([code]).decode(PLAIN, "replace") for code in range(LAST + 1))
    return tuple(font.width(font.glyphs.get(ord(char), 0)) for char in chars)


def add_own_font(pdf: Pdf) -> Any:
    """Add the font of fields: simple, in WinAnsiEncoding, so that readers can type."""
    program = (FONTS / f"{OWN_FONT}.ttf").read_bytes()
    font = TrueType(FONTS / f"{OWN_FONT}.ttf")
    stream = Stream(pdf, program, Length1=len(program))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{OWN_FONT}"),
        Flags=32,
        FontBBox=Array(font.box),
        Ascent=950,
        Descent=-250,
        CapHeight=660,
        ItalicAngle=0,
        StemV=80,
        FontFile2=pdf.make_indirect(stream),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{OWN_FONT}"),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=FIRST,
            LastChar=LAST,
            Widths=pdf.make_indirect(Array(own_widths()[FIRST:])),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


def drop_stand_in(pdf: Pdf) -> None:
    """Take away the font that fields were laid out with: nothing is drawn in it."""
    for page in pdf.pages:
        fonts: Any = page.obj.Resources.get("/Font", {})
        for name in list(fonts.keys()):
            if str(fonts[name].BaseFont).endswith(STAND_IN):
                del fonts[name]
