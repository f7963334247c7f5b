"""What a laid-out PDF lacks of PDF/UA-1 and PDF/A-3a, mended in its objects.

WeasyPrint tags the words at the foot of a page as content and leaves empty elements;
headers of tables have no scope; the metadata names one standard at the most. All that
changes the objects of a finished PDF is here and in `compiling.py`, with pikepdf
(docs/decisions/0009).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream

_MARKED = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")
_ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"

EMPTY_WITHOUT_CHILDREN = {"/P", "/Span", "/Div", "/NonStruct", "/Sect"}
"""Elements that say nothing when nothing is in them; an empty cell does."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What the metadata says of a document.

    `archive` claims PDF/A-3a; a form does not, since Acrobat opens such files locked.
    """

    title: str
    author: str
    archive: bool


def finished(content: bytes, claims: Claims) -> bytes:
    """Return a laid-out PDF with its tags and metadata mended."""
    with Pdf.open(BytesIO(content)) as pdf:
        mend(pdf, claims)
        return saved(pdf)


def mend(pdf: Pdf, claims: Claims) -> None:
    """Mend tags and metadata of an opened PDF."""
    tree = pdf.Root.StructTreeRoot
    _turn_feet_into_artifacts(pdf, tree)
    _prune(tree)
    for element in elements(tree):
        if element.S == Name.TH:
            element.A = Dictionary(O=Name.Table, Scope=Name.Column)
        elif element.S == Name.TD and "/A" in element and "/Headers" in element.A:
            del element.A["/Headers"]
    for page in pdf.pages:
        page.obj.Tabs = Name.S
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = _metadata(pdf, claims)


def saved(pdf: Pdf) -> bytes:
    """Return the bytes of an opened PDF: the same objects give the same bytes."""
    buffer = BytesIO()
    pdf.save(
        buffer,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return buffer.getvalue()


def elements(parent: Any) -> Iterator[Any]:
    """Yield every structure element below `parent`."""
    for child in _children(parent):
        if _is_element(child):
            yield child
            yield from elements(child)


def _children(parent: Any) -> list[Any]:
    kids = parent.get("/K", [])
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_element(child: Any) -> bool:
    return isinstance(child, Dictionary) and "/S" in child


def _turn_feet_into_artifacts(pdf: Pdf, tree: Any) -> None:
    """Mark what stands at the foot of each page as no part of the text."""
    in_tree: dict[tuple[int, int], set[int]] = {}
    for element in elements(tree):
        marks = {kid for kid in _children(element) if isinstance(kid, int)}
        if marks:
            in_tree.setdefault(element.Pg.objgen, set()).update(marks)
    places = {int(n): refs for n, refs in _pairs(tree.ParentTree.Nums)}
    for number, page in enumerate(pdf.pages):
        text = in_tree.get(page.obj.objgen, set())
        _mark_rest(page, text)
        for place in range(len(places.get(number, ()))):
            if place not in text:
                places[number][place] = None


def _pairs(numbers: Any) -> Iterator[tuple[Any, Any]]:
    return zip(numbers[0::2], numbers[1::2], strict=True)


def _mark_rest(page: Any, text: set[int]) -> None:
    def marked(found: re.Match[bytes]) -> bytes:
        return found[0] if int(found[1]) in text else _ARTIFACT

    page.Contents.write(_MARKED.sub(marked, page.Contents.read_bytes()))


def _prune(parent: Any) -> None:
    """Take away elements in which nothing is, the innermost first."""
    kept = []
    for child in _children(parent):
        if _is_element(child):
            _prune(child)
            if str(child.S) in EMPTY_WITHOUT_CHILDREN and not _children(child):
                continue
        kept.append(child)
    parent.K = Array(kept)


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
