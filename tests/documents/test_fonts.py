"""Documents are drawn with the packaged fonts, whatever fonts the machine has."""

import re
import unicodedata
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from formsvc import glyphs
from formsvc.glyph_ranges import RANGES

FONTS = Path(glyphs.__file__).parent / "static" / "fonts"

# The fallback has another name here than in its file: under the name Noto Sans,
# WeasyPrint could use a Noto Sans of the machine.
FACES = (
    ("Formsvc Sans", 400, "FormsvcSans-Regular"),
    ("Formsvc Sans", 600, "FormsvcSans-Semibold"),
    ("Formsvc Fallback", 400, "NotoSans-Regular"),
    ("Formsvc Fallback", 600, "NotoSans-SemiBold"),
)
FILES = [TTFont(FONTS / f"{name}.ttf") for _, _, name in FACES]
GLYPH_COUNTS = {font["name"].getDebugName(3): font["maxp"].numGlyphs for font in FILES}

DRAWN = [chr(code) for first, last in RANGES for code in range(first, last + 1)]

TEXTS = (
    "x\u030c ɛ\u0301 q\u0303 ọ\u0301 å\u0304 Ɫ\u0301 a\u030e \ufffd\u0301 1\u0338",
    "👩\u200d👩\u200d👧 ❤\ufe0f ☕ 1\ufe0f\u20e3 🇸🇪 👍🏽 ©\u20e0 ☺\ufe0f ✔\ufe0e",
    "李小龙 ไทย עברית العربية हिन्दी 한국어 \u3000",
    "a\x00b\x07c\u2028d\ue000e\u034ff\xadg\t\u2003h\ufefe",
)

# What templates may use to say where a line can break needs no glyph.
TEMPLATE_TEXT = "folkbok&shy;föring <wbr>Ɫa<wbr>Ɡ\u2060a\u200db"


def style() -> str:
    faces = "".join(
        f"@font-face {{ font-family: '{family}'; font-weight: {weight};"
        f" src: url('{(FONTS / name).as_uri()}.ttf') }}"
        for family, weight, name in FACES
    )
    return (
        f"<style>{faces} body {{ font: 9pt 'Formsvc Sans', 'Formsvc Fallback' }}"
        " .semibold { font-weight: 600 }</style>"
    )


@pytest.fixture(scope="module")
def document() -> Callable[[str], PdfReader]:
    """Return what makes a document of a piece of HTML."""
    fonts = FontConfiguration()  # one for all: loading the fonts takes long
    head = f"<html lang=sv>{style()}<body>"

    def make(body: str) -> PdfReader:
        return PdfReader(BytesIO(HTML(string=head + body).write_pdf(font_config=fonts)))

    return make


@pytest.fixture(scope="module")
def everything(document: Callable[[str], PdfReader]) -> dict[str, dict[int, str]]:
    """Every character which the fonts draw, in both weights."""
    chars = [escape(on_a_letter(char)) for char in DRAWN]
    lines = [" ".join(chars[start : start + 40]) for start in range(0, len(chars), 40)]
    return used(document(both_weights("".join(f"<p>{line}" for line in lines))))


def on_a_letter(char: str) -> str:
    return f"o{char}" if unicodedata.category(char).startswith("M") else char


def both_weights(body: str) -> str:
    return f"<div>{body}</div><div class=semibold>{body}</div>"


def used(pdf: PdfReader) -> dict[str, dict[int, str]]:
    """Return the fonts in a document and which text each of their glyphs stands for.

    A font goes by the unique name inside its file.
    """
    fonts: dict[str, Any] = {}
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        fonts |= {key: font.get_object() for key, font in resources["/Font"].items()}
    return {unique_name(font): glyph_texts(font) for font in fonts.values()}


def unique_name(font: Any) -> str:
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    content = descriptor["/FontFile2"].get_data()
    return str(TTFont(BytesIO(content), lazy=True)["name"].getDebugName(3))


def glyph_texts(font: Any) -> dict[int, str]:
    table = font["/ToUnicode"].get_data().decode()
    pairs = re.findall("<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>", table)
    texts = {
        int(glyph, 16): bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs
    }
    del texts[0]  # WeasyPrint lists .notdef in every font, used or not
    return texts


def undrawn(fonts: dict[str, dict[int, str]]) -> list[str]:
    """Return the texts for which the packaged fonts had no glyph."""
    return [
        text
        for name, texts in fonts.items()
        for glyph, text in texts.items()
        if glyph >= GLYPH_COUNTS.get(name, 0)
    ]


def test_every_character_is_drawn_with_the_packaged_fonts(
    everything: dict[str, dict[int, str]],
) -> None:
    assert set(everything) == set(GLYPH_COUNTS)
    assert undrawn(everything) == []


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_every_character_can_be_copied(
    everything: dict[str, dict[int, str]], weight: str
) -> None:
    copied = " ".join(
        unicodedata.normalize("NFD", text)
        for name, texts in everything.items()
        if name.lower().endswith(weight.lower())
        for text in texts.values()
    )

    assert [c for c in DRAWN if unicodedata.normalize("NFD", c) not in copied] == []


def test_any_drawable_text_is_drawn_with_the_packaged_fonts(
    document: Callable[[str], PdfReader],
) -> None:
    lines = [escape(glyphs.drawable(text)) for text in TEXTS]

    fonts = used(document("".join(f"<p>{line}" for line in [*lines, TEMPLATE_TEXT])))

    assert set(fonts) <= set(GLYPH_COUNTS)
    assert undrawn(fonts) == []


def test_what_is_not_drawable_would_be_noticed(
    document: Callable[[str], PdfReader],
) -> None:
    assert set(undrawn(used(document("a李b☕c\x07d")))) >= {"李", "☕", "\x07"}


def test_spaces_and_hyphens_are_copied_as_what_they_are(
    document: Callable[[str], PdfReader],
) -> None:
    pdf = document("1\xa0250 kr, e\u2011post, A-kassa")

    assert pdf.pages[0].extract_text() == "1\xa0250 kr, e\u2011post, A-kassa"
