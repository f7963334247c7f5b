"""The styles of a template: few, with Swedish names, for office staff to change."""

from typing import NamedTuple

from tools.word_templates.fonts import FAMILY
from tools.word_templates.lengths import TEXT_WIDTH, twips
from tools.word_templates.look import GREY, HAIRLINE, INK, LABEL, Colours

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Style(NamedTuple):
    """A paragraph style: its id and name, size in points, and what more it has.

    `lines` is what stands in `w:pPr`, `letters` in `w:rPr` before colour and size.
    """

    style_id: str
    name: str
    size: float
    colour: str
    lines: str
    letters: str = ""
    based_on: str = "Normal"
    level: int = 0


KEEP, KEEP_LINES = "<w:keepNext/>", "<w:keepLines/>"
BOLD = "<w:b/><w:bCs/>"


def spacing(before: float, after: float, line: float = 0, rule: str = "exact") -> str:
    """Return distances in points above, below and from line to line."""
    told = f' w:line="{round(line * 20)}" w:lineRule="{rule}"' if line else ""
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{told}/>'
    )


def _border(side: str, width: int, space: int, colour: str) -> str:
    return _borders({side: (width, space, colour)})


def _borders(sides: dict[str, tuple[int, int, str]]) -> str:
    drawn = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}"'
        f' w:color="{colour}"/>'
        for side, (width, space, colour) in sides.items()
    )
    return f"<w:pBdr>{drawn}</w:pBdr>"


def _sides(colours: Colours) -> str:
    return _borders({"left": (24, 8, colours.surface), "right": (4, 8, colours.pale)})


def _tabs(*stops: tuple[str, float]) -> str:
    told = "".join(f'<w:tab w:val="{how}" w:pos="{twips(mm)}"/>' for how, mm in stops)
    return f"<w:tabs>{told}</w:tabs>"


def _styles(colours: Colours, title: float) -> tuple[Style, ...]:
    line, pale = colours.line, colours.pale
    rule = _border("bottom", 16, 7, line)
    side = _sides(colours)
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{pale}"/>'
    aside = '<w:ind w:left="230" w:right="170"/>'
    bullet = '<w:ind w:left="400" w:right="170" w:hanging="170"/>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    pen = _border("top", 5, 2, LABEL)
    written = _borders(
        {"bottom": (4, 0, HAIRLINE), "between": (4, 0, HAIRLINE)}
    )
    dotted = f'<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="{twips(87)}"/></w:tabs>'
    foot = _tabs(("right", TEXT_WIDTH))
    return (
        Style("Title", "Title", title, INK, KEEP + spacing(0, 2, title * 1.2), BOLD),
        Style("Rubrik1", "heading 1", 14, line, KEEP + KEEP_LINES + spacing(9, 2, 17), BOLD, level=1),
        Style("Rubrik2", "heading 2", 14, INK, KEEP + KEEP_LINES + spacing(0, 4, 22, "atLeast"), BOLD, level=2),
        Style("Rubrik3", "heading 3", 11, INK, KEEP + KEEP_LINES + spacing(5, 1, 14), BOLD, level=3),
        Style("Avsandare", "Avsändare", 9, line, spacing(0, 2, 12), BOLD),
        Style("Ingress", "Ingress", 10.5, LABEL, rule + spacing(0, 6, 14, "atLeast")),
        Style("Version", "Version", 9.5, LABEL, spacing(0, 3), BOLD),
        Style("Utkast", "Utkast", 13, line, KEEP + spacing(0, 2), BOLD),
        Style("Ledtext", "Ledtext", 8.5, LABEL, KEEP + spacing(0, 0, 11), BOLD),
        Style("Hjalptext", "Hjälptext", 8, GREY, spacing(0, 1.5, 10)),
        Style("Falttext", "Fälttext", 10.5, INK, spacing(0, 0)),
        Style("Faltsmatt", "Fälttext liten", 9.5, INK, spacing(0, 0)),
        Style("Kryssruta", "Kryssruta", 15, INK, spacing(0, 0, 18)),
        Style("Kryss", "Kryss", 10.5, INK, spacing(0, 0, 19)),
        Style("Krysstext", "Kryss hjälptext", 8, GREY, spacing(0, 2, 10) + '<w:ind w:left="390"/>'),
        Style("Mellanrum", "Mellanrum", 2, INK, KEEP + spacing(0, 0, 3)),
        Style("Villkor", "Villkor", 8, GREY, spacing(0, 0)),
        Style("Faktatext", "Fakta", 9.2, INK, KEEP + KEEP_LINES + side + ground + spacing(0, 0, 13) + aside),
        Style("Faktarubrik", "Fakta rubrik", 11, line, KEEP + side + ground + spacing(8, 0, 17) + aside, BOLD, "Rubrik1"),
        Style("Faktapunkt", "Fakta punkt", 9.2, INK, KEEP + KEEP_LINES + numbered + side + ground + spacing(0, 0, 13) + bullet, "", "Faktatext"),
        Style("Faktaslut", "Fakta slut", 2, INK, side + ground + spacing(0, 0, 5) + aside),
        Style("Radrubrik", "Radrubrik", 11, INK, KEEP + spacing(6, 0, 14), BOLD, "Rubrik2"),
        Style("Pennrad", "Pennrad", 8, GREY, pen + spacing(32, 0, 11)),
        Style("Datumrad", "Datumrad", 8.5, LABEL, dotted + spacing(11, 5), BOLD),
        Style("Skrivlinje", "Skrivlinje", 8, GREY, written + spacing(0, 0, 25.5)),
        Style("Bild", "Bild", 8, GREY, spacing(0, 3)),
        Style("Kod", "Kod", 8, GREY, foot + spacing(0, 2), "", "footer"),
        Style("footer", "footer", 8, GREY, foot + spacing(0, 0, 11)),
    )


def styles(colours: Colours, title: float) -> str:
    """Return the part with the styles of a kind, its title `title` points large."""
    fonts = " ".join(f'w:{each}="{FAMILY}"' for each in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts {fonts}/><w:color w:val="{INK}"/><w:sz w:val="21"/>'
        '<w:szCs w:val="21"/><w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"'
        ' w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Standardstycketeckensnitt">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
        "<w:semiHidden/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="Normaltabell">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="Ingenlista">'
        '<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:styleId="Platshallare">'
        '<w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/>'
        '<w:rPr><w:color w:val="595959"/></w:rPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Falt"><w:name w:val="Fält"/>'
        '<w:basedOn w:val="Normaltabell"/><w:tblPr><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        + "".join(_style(each) for each in _styles(colours, title))
        + "</w:styles>"
    )


def _style(style: Style) -> str:
    custom = "" if style.name.islower() or style.name == "Title" else ' w:customStyle="1"'
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    size = round(style.size * 2)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.style_id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/>'
        f"<w:qFormat/><w:pPr>{style.lines}{level}</w:pPr><w:rPr>{style.letters}"
        f'<w:color w:val="{style.colour}"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/></w:rPr></w:style>'
    )
