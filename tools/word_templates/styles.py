"""The part with the styles: what holds for all text, tables, and each paragraph's."""

from tools.word_templates.fonts import FAMILY
from tools.word_templates.look import INK, Colours
from tools.word_templates.paragraph_styles import Style, paragraph_styles

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_FONTS = " ".join(
    f'w:{each}="{FAMILY}"' for each in ("ascii", "hAnsi", "eastAsia", "cs")
)

_DEFAULTS = (
    f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FONTS}/>"
    f'<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="264" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
)


def _margins(top: int, left: int, bottom: int, right: int) -> str:
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    told = "".join(f'<w:{name} w:w="{w}" w:type="dxa"/>' for name, w in sides.items())
    return f"<w:tblCellMar>{told}</w:tblCellMar>"


_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/>'

_BASIC = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt">'
    f'<w:name w:val="Default Paragraph Font"/>{_HIDDEN}</w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="Normaltabell">'
    f'<w:name w:val="Normal Table"/>{_HIDDEN}<w:tblPr>'
    f'<w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 108, 0, 108)}</w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista">'
    f'<w:name w:val="No List"/>{_HIDDEN}</w:style>'
    '<w:style w:type="character" w:styleId="Platshallare">'
    '<w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/>'
    '<w:rPr><w:color w:val="595959"/></w:rPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Falt">'
    '<w:name w:val="Fält"/><w:basedOn w:val="Normaltabell"/><w:tblPr>'
    f"{_margins(40, 85, 40, 60)}</w:tblPr></w:style>"
)


def basic_styles() -> str:
    """Return the part with the styles of the glossary: none of paragraphs."""
    return f'<w:styles xmlns:w="{NAMESPACE}">{_DEFAULTS}{_BASIC}</w:styles>'


def styles(colours: Colours, title: float) -> str:
    """Return the part with the styles of a kind, its title `title` points large."""
    own = "".join(_style(each) for each in paragraph_styles(colours, title))
    return f'<w:styles xmlns:w="{NAMESPACE}">{_DEFAULTS}{_BASIC}{own}</w:styles>'


def _style(style: Style) -> str:
    custom = (
        "" if style.name.islower() or style.name == "Title" else ' w:customStyle="1"'
    )
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    size = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.style_id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/>'
        f"<w:qFormat/><w:pPr>{style.lines}{level}</w:pPr><w:rPr>{style.letters}"
        f'<w:color w:val="{style.colour}"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/></w:rPr></w:style>'
    )
