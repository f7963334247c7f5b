"""The metadata of a PDF as XMP, which an archive reads without a PDF reader."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from formsvc.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Version:
    """Which version a document is, in `words` too.

    `is_it` says that it is that version, or a working copy of it that says so; else it
    goes on from it, and is another document.
    """

    reference: str
    number: int
    stamped_at: datetime
    words: str
    is_it: bool

    @classmethod
    def of(cls, stamp: Stamp, words: str, *, is_it: bool) -> "Version":
        """Return what is told of the version of a stamp."""
        return cls(stamp.reference, stamp.version, stamp.stamped_at, words, is_it)


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
    version: Version | None = None


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
 pdfuaid:part="1"/>{archive}{version}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_VERSION = """
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#">
<dc:description><rdf:Alt>
<rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:description>
{identity}
</rdf:Description>"""

_IS_IT = """<dc:date><rdf:Seq><rdf:li>{moment}</rdf:li></rdf:Seq></dc:date>
<xmpMM:DocumentID>{reference}</xmpMM:DocumentID>
<xmpMM:VersionID>{number}</xmpMM:VersionID>"""

_GOES_ON = """<xmpMM:DerivedFrom rdf:parseType="Resource">
<stRef:documentID>{reference}</stRef:documentID>
<stRef:versionID>{number}</stRef:versionID>
</xmpMM:DerivedFrom>"""

END = "</rdf:RDF>"
"""Before this stands what is told last: of the version."""


def packet(claims: Claims, producer: str) -> str:
    """Return the whole packet (ISO 16684-1, 7)."""
    return _PACKET.format(
        title=escape(claims.title),
        author=_AUTHOR.format(escape(claims.author)) if claims.author else "",
        producer=escape(producer),
        archive=_EXTENSION if claims.archive else "",
        version=version_part(claims.version) if claims.version else "",
    )


def version_part(version: Version) -> str:
    """Return what a packet says of a version (xmpMM: XMP part 2, 1.2.4)."""
    identity = (_IS_IT if version.is_it else _GOES_ON).format(
        reference=escape(version.reference),
        number=version.number,
        moment=version.stamped_at.isoformat(timespec="seconds"),
    )
    return _VERSION.format(words=escape(version.words), identity=identity)
