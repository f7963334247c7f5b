"""What a laid-out PDF lacks of PDF/UA-1 and PDF/A-3a, mended in its objects.

Its tags (`tagging.py`), characters that cannot be copied out, and its metadata, which
names one standard at the most. Objects of a finished PDF are changed with pikepdf
(docs/decisions/0009).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from pikepdf import Dictionary, Name, Pdf, Stream

from formsvc.apart.mark import MARK
from formsvc.renderers.saving import saved
from formsvc.renderers.tagging import mend_tags

NO_WIDTH = b"2060"
"""Shows nothing and breaks nothing: for a part of a letter that is none by itself."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What the metadata says of a document.

    `archive` claims PDF/A-3a; a form does not, since Acrobat opens such files locked.
    `form` is the kind and the revision of its form, for who reads the file again.
    """

    title: str
    author: str
    archive: bool
    form: str = ""


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


_EXTENSION = """
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 pdfaid:part="3" pdfaid:conformance="A"/>"""

_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>formsvc</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 pdfuaid:part="1"/>{archive}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _metadata(pdf: Pdf, claims: Claims) -> Stream:
    """Return the metadata as XMP, which an archive reads without a PDF reader."""
    text = _PACKET.format(
        title=escape(claims.title),
        author=_AUTHOR.format(escape(claims.author)) if claims.author else "",
        producer=escape(str(pdf.docinfo.get("/Producer", "formsvc"))),
        archive=_EXTENSION if claims.archive else "",
    )
    return Stream(pdf, text.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)
