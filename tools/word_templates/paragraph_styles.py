"""The styles of paragraphs: few, with Swedish names, for office staff to change."""

from typing import NamedTuple

from tools.word_templates.lengths import TEXT_WIDTH, twips
from tools.word_templates.look import GREY, HAIRLINE, INK, LABEL, Colours


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
    above, below = round(before * 20), round(after * 20)
    return f'<w:spacing w:before="{above}" w:after="{below}"{told}/>'


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


def _tab(how: str, place: float, look: str = "") -> str:
    """Return the stop of a tab, `place` mm from the left."""
    return f'<w:tabs><w:tab w:val="{how}"{look} w:pos="{twips(place)}"/></w:tabs>'


def paragraph_styles(colours: Colours, title: float) -> tuple[Style, ...]:
    """Return the styles of a kind, its title `title` points large."""
    line, pale = colours.line, colours.pale
    rule = _border("bottom", 16, 7, line)
    side = _sides(colours)
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{pale}"/>'
    aside = '<w:ind w:left="230" w:right="170"/>'
    bullet = '<w:ind w:left="400" w:right="170" w:hanging="170"/>'
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    pen = _border("top", 5, 2, LABEL)
    written = _borders({"bottom": (4, 0, HAIRLINE), "between": (4, 0, HAIRLINE)})
    lined = _tab("left", TEXT_WIDTH / 2, ' w:leader="underscore"')
    foot = _tab("right", TEXT_WIDTH)
    return (
        Style("Title", "Title", title, INK, KEEP + spacing(0, 2, title * 1.2), BOLD),
        Style(
            "Rubrik1",
            "heading 1",
            14,
            line,
            KEEP + KEEP_LINES + spacing(9, 2, 17),
            BOLD,
            level=1,
        ),
        Style(
            "Rubrik2",
            "heading 2",
            14,
            INK,
            KEEP + KEEP_LINES + spacing(0, 4, 22, "atLeast"),
            BOLD,
            level=2,
        ),
        Style(
            "Rubrik3",
            "heading 3",
            11,
            INK,
            KEEP + KEEP_LINES + spacing(5, 1, 14),
            BOLD,
            level=3,
        ),
        Style("Avsandare", "Avsändare", 9, line, spacing(0, 2, 12), BOLD),
        Style("Ingress", "Ingress", 10.5, LABEL, rule + spacing(0, 6, 14, "atLeast")),
        Style("Version", "Version", 9.5, LABEL, spacing(0, 3), BOLD),
        Style("Anmarkning", "Anmärkning", 8.5, GREY, spacing(0, 5, 11)),
        Style("Utkast", "Utkast", 13, line, KEEP + spacing(0, 2), BOLD),
        Style("Ledtext", "Ledtext", 8.5, LABEL, KEEP + spacing(0, 0, 11), BOLD),
        Style("Hjalptext", "Hjälptext", 8, GREY, spacing(0, 1.5, 10)),
        Style("Falttext", "Fälttext", 10.5, INK, spacing(0, 0)),
        Style("Faltsmatt", "Fälttext liten", 9.5, INK, spacing(0, 0)),
        Style("Kryssruta", "Kryssruta", 15, INK, spacing(0, 0, 18)),
        Style("Kryss", "Kryss", 10.5, INK, spacing(0, 0, 19)),
        Style(
            "Krysstext",
            "Kryss hjälptext",
            8,
            GREY,
            spacing(0, 2, 10) + '<w:ind w:left="390"/>',
        ),
        Style("Mellanrum", "Mellanrum", 2, INK, spacing(0, 0, 3)),
        Style("Villkor", "Villkor", 8, GREY, spacing(0, 0)),
        Style(
            "Faktatext",
            "Fakta",
            9.2,
            INK,
            KEEP + KEEP_LINES + side + ground + spacing(0, 0, 13) + aside,
        ),
        Style(
            "Faktarubrik",
            "Fakta rubrik",
            11,
            line,
            KEEP + side + ground + spacing(8, 0, 17) + aside,
            BOLD,
            "Rubrik1",
        ),
        Style(
            "Faktapunkt",
            "Fakta punkt",
            9.2,
            INK,
            KEEP + KEEP_LINES + numbered + side + ground + spacing(0, 0, 13) + bullet,
            "",
            "Faktatext",
        ),
        Style(
            "Faktaslut", "Fakta slut", 2, INK, side + ground + spacing(0, 0, 5) + aside
        ),
        Style(
            "Radrubrik", "Radrubrik", 11, INK, KEEP + spacing(6, 0, 14), BOLD, "Rubrik2"
        ),
        Style("Pennrad", "Pennrad", 8, GREY, pen + spacing(32, 0, 11)),
        Style("Datumrad", "Datumrad", 8.5, LABEL, lined + spacing(11, 5), BOLD),
        Style("Pennplats", "Pennplats", 8, GREY, spacing(0, 0, 112)),
        Style("Skrivlinje", "Skrivlinje", 8, GREY, written + spacing(0, 0, 25.5)),
        Style("Bild", "Bild", 8, GREY, spacing(0, 3, 12, "auto")),
        Style("Kod", "Kod", 8, GREY, foot + spacing(0, 2, 12, "auto"), "", "footer"),
        Style("footer", "footer", 8, GREY, foot + spacing(0, 0, 11)),
    )
