"""Paragraphs and runs, as text of XML."""

from formsvc.word.characters import escaped
from tools.word_templates.look import Frame


def run(text: str, properties: str = "") -> str:
    """Return a run of `text`; `properties` is what stands in its `w:rPr`."""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{style}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of runs; `properties` is what more stands in its `w:pPr`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f"{named}{properties}"
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{content}</w:p>"


def said(style: str, text: str, properties: str = "") -> str:
    """Return a paragraph of plain text."""
    return paragraph(style, run(text), properties)


def tag(words: str) -> str:
    """Return the paragraph of a tag of Jinja, which goes when the template is used."""
    return said("Villkor", f"{{%p {words} %}}")


def when(condition: str, content: str) -> str:
    """Return `content` as something that stands only when `condition` is so."""
    return f"{tag(f'if {condition}')}{content}{tag('endif')}"


def shaded(frame: Frame) -> str:
    """Return the properties of a paragraph that stands on the ground of a frame."""
    if not frame.ground:
        return ""
    side = f'w:val="single" w:sz="4" w:space="4" w:color="{frame.ground}"'
    return (
        f"<w:pBdr><w:left {side}/><w:right {side}/></w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{frame.ground}"/>'
        '<w:ind w:left="90" w:right="90"/>'
    )


def tab() -> str:
    """Return a run that goes to the next tab stop."""
    return "<w:r><w:tab/></w:r>"


def field(instruction: str, shown: str) -> str:
    """Return the runs of a field that Word works out, such as the number of a page."""
    kinds = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run(shown),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    return "".join(kinds)
