"""The theme: the colours and the font that Word offers to who changes a template."""

from formsvc.areas import AREAS
from tools.word_templates.fonts import FAMILY
from tools.word_templates.look import INK, LABEL, PAPER, Colours, hexed

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def theme(colours: Colours) -> str:
    """Return the theme of a kind: its own colours, then those of the areas."""
    accents = [colours.line, *(hexed(area.colour) for area in AREAS)]
    named = {"dk1": INK, "lt1": PAPER, "dk2": LABEL, "lt2": colours.surface}
    named |= {f"accent{place}": accents[place - 1] for place in range(1, 7)}
    named |= {"hlink": colours.line, "folHlink": colours.line}
    palette = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>'
        for name, colour in named.items()
    )
    faces = f'<a:latin typeface="{FAMILY}"/><a:ea typeface=""/><a:cs typeface=""/>'
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{plain}</a:ln>'
    none = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{MAIN}" name="formsvc"><a:themeElements>'
        f'<a:clrScheme name="formsvc">{palette}</a:clrScheme>'
        f'<a:fontScheme name="formsvc"><a:majorFont>{faces}</a:majorFont>'
        f"<a:minorFont>{faces}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="formsvc"><a:fillStyleLst>{plain * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{none * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
