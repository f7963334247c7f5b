"""A whole template, of one kind."""

from formsvc.formkit.kind import Kind
from tools.word_templates import frame, lists, settings
from tools.word_templates.lengths import MARGIN, PAGE, twips
from tools.word_templates.look import colours_of
from tools.word_templates.package import packed
from tools.word_templates.parts import Boxes, Dated, Part, When
from tools.word_templates.reading import Reader
from tools.word_templates.source import Element, body_of, fields_of
from tools.word_templates.styles import basic_styles, styles
from tools.word_templates.theme import theme
from tools.word_templates.writing import Writer

TITLE, LONG_TITLE, LONG = 20.0, 17.0, 30
"""Size of the title in points: smaller when it is long, as on paper."""

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)


def template_of(kind: Kind) -> bytes:
    """Return the Word template of a kind, the same bytes every time."""
    colours = colours_of(kind.name)
    body = body_of(kind)
    top = body.find_class("top")[0]
    body.remove(top)
    reader = Reader(fields_of(kind))
    writer = Writer(colours, kind.title)
    sender = top.find_class("model")[0].text_content()
    numbers = writer.drawings.numbers
    head = frame.head(writer.controls, numbers, sender)
    own = writer.body(_own(reader, top))
    written = head + own + writer.body(reader.parts(body))
    first = frame.first_foot(numbers)
    size = TITLE if len(kind.title) < LONG else LONG_TITLE
    look = styles(colours, size)
    return packed(
        {
            "word/document.xml": _document(written),
            "word/styles.xml": look,
            "word/numbering.xml": lists.numbering(len(writer.blocks)),
            "word/settings.xml": settings.settings(),
            "word/fontTable.xml": settings.font_table(),
            "word/theme/theme1.xml": theme(colours),
            "word/footer1.xml": f"<w:ftr {NAMESPACES}>{first}</w:ftr>",
            "word/footer2.xml": f"<w:ftr {NAMESPACES}>{frame.foot()}</w:ftr>",
            "word/glossary/document.xml": settings.glossary(
                writer.controls.placeholders
            ),
            "word/glossary/styles.xml": basic_styles(),
            "word/glossary/settings.xml": settings.settings(),
            "docProps/core.xml": settings.core(kind.title),
            "docProps/app.xml": settings.app(),
        }
    )


def _own(reader: Reader, top: Element) -> list[Part]:
    """Return what tells one document from another, in a row; then what is for a pen."""
    boxes = [
        part
        for part in reader.parts(top.find_class("which")[0])
        if isinstance(part, Boxes)
    ]
    typed = tuple(cell for part in boxes for cell in part.cells if cell.field)
    penned = tuple(cell for part in boxes for cell in part.cells if not cell.field)
    parts: list[Part] = [Boxes(typed)]
    if penned:
        parts.append(When("tom", tuple(Dated(each.label) for each in penned)))
    return parts


def _document(body: str) -> str:
    wide, high = (twips(mm) for mm in PAGE)
    side = twips(MARGIN)
    section = (
        '<w:sectPr><w:footerReference w:type="first" r:id="rId2"/>'
        '<w:footerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="{twips(16)}"'
        f' w:right="{side}" w:bottom="{twips(18)}" w:left="{side}"'
        f' w:header="{twips(8)}" w:footer="{twips(8.5)}" w:gutter="0"/><w:titlePg/>'
        "</w:sectPr>"
    )
    return (
        f'<w:document {NAMESPACES} mc:Ignorable="w14"><w:body>{body}{section}'
        "</w:body></w:document>"
    )
