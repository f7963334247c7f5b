"""What a laid-out PDF lacks of PDF/UA-1 and PDF/A-3a, mended in its objects.

Its tags (`tagging.py`), characters that cannot be copied out, and its metadata, which
names one standard at the most. Objects of a finished PDF are changed with pikepdf
(docs/decisions/0009).
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pikepdf import Dictionary, Name, Pdf, Stream

from formsvc.apart.mark import MARK
from formsvc.renderers import xmp
from formsvc.renderers.saving import saved
from formsvc.renderers.tagging import mend_tags
from formsvc.renderers.xmp import Claims

NO_WIDTH = b"2060"
"""Shows nothing and breaks nothing: for a part of a letter that is none by itself."""


def finished(content: bytes, claims: Claims) -> bytes:
    """Return a laid-out PDF with its tags and metadata mended."""
    with Pdf.open(BytesIO(content)) as pdf:
        mend(pdf, claims)
        return saved(pdf)


def mend(pdf: Pdf, claims: Claims) -> None:
    """Mend tags and metadata of an opened PDF."""
    _complete_characters(pdf)
    mend_tags(pdf)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = _metadata(pdf, claims)
    _describe(pdf, claims)
    if claims.form:
        pdf.docinfo[MARK] = f"{claims.form} {len(pdf.pages)}"


def _complete_characters(pdf: Pdf) -> None:
    """Tell a character of each glyph that WeasyPrint leaves without one.

    Where a letter has a mark of its own, it tells both of the letter's glyph, and
    nothing of the mark's.
    """
    for font in _fonts(pdf):
        told = font.ToUnicode.read_bytes()
        if b" <>" in told:
            font.ToUnicode.write(told.replace(b" <>", b" <%s>" % NO_WIDTH))


def _fonts(pdf: Pdf) -> Iterator[Any]:
    found = {
        font.objgen: font
        for page in pdf.pages
        for font in page.obj.Resources.get("/Font", {}).values()
    }
    return (font for font in found.values() if "/ToUnicode" in font)


def _metadata(pdf: Pdf, claims: Claims) -> Stream:
    """Return the metadata as XMP, which an archive reads without a PDF reader."""
    producer = str(pdf.docinfo.get("/Producer", "formsvc"))
    text = xmp.packet(claims, producer)
    return Stream(pdf, text.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)


def _describe(pdf: Pdf, claims: Claims) -> None:
    """Say the same in the dictionary that older readers look in."""
    if claims.version:
        pdf.docinfo["/Subject"] = claims.version.words
