"""Shapes of DrawingML from paths (ECMA-376, part 1, 20.1.9; wps and wpg of 2010)."""

from collections.abc import Sequence
from typing import NamedTuple

from formsvc.word.characters import escaped
from tools.word_templates.curves import Step
from tools.word_templates.lengths import EMU_PER_MM

GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"

DECORATIVE = (
    f'<a:extLst xmlns:a="{MAIN}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    "<adec:decorative"
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)
"""What tells assistive technology to pass by a drawing."""


class Paint(NamedTuple):
    """How a shape is painted: colours, and the width of its line in units."""

    fill: str = ""
    line: str = ""
    width: float = 0
    round_ends: bool = False


class Drawn(NamedTuple):
    """A shape: a path in units, and its paint."""

    path: Sequence[Step]
    paint: Paint


class Numbers:
    """Gives every drawing and shape of a document a number of its own."""

    def __init__(self) -> None:
        """Begin with the first."""
        self._last = 0

    def next(self) -> int:
        """Return a number that nothing has."""
        self._last += 1
        return self._last


def shape(drawn: Drawn, unit: float, numbers: Numbers) -> str:
    """Return a shape; `unit` is how many mm a unit of its path is."""
    scale = unit * EMU_PER_MM
    points = [
        [(round(x * scale), round(y * scale)) for x, y in step.points]
        for step in drawn.path
    ]
    across = [x for step in points for x, _y in step]
    down = [y for step in points for _x, y in step]
    left, top = min(across), min(down)
    wide, high = max(max(across) - left, 1), max(max(down) - top, 1)
    path = "".join(
        _step(step.what, [(x - left, y - top) for x, y in each])
        for step, each in zip(drawn.path, points, strict=True)
    )
    number = numbers.next()
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="form {number}"/><wps:cNvSpPr/>'
        f'<wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/>'
        '<a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{wide}" h="{high}">{path}</a:path></a:pathLst>'
        f"</a:custGeom>{_paint(drawn.paint, scale)}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def group(name: str, shapes: str, size: tuple[int, int], numbers: Numbers) -> str:
    """Return shapes as a group within a drawing that is `size` EMU large."""
    return (
        f'<wpg:grpSp><wpg:cNvPr id="{numbers.next()}" name="{name}"/>'
        f"<wpg:cNvGrpSpPr/>{_frame(size)}{shapes}</wpg:grpSp>"
    )


def inline(
    name: str, about: str, shapes: str, size: tuple[int, int], numbers: Numbers
) -> str:
    """Return the run of a drawing that stands in a line; `about` is read aloud."""
    return _run(
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">{_extent(size)}'
        f"{_named(name, about, numbers)}{_graphic(shapes, size)}</wp:inline>"
    )


def anchored(
    name: str,
    shapes: str,
    size: tuple[int, int],
    place: tuple[int, int],
    numbers: Numbers,
) -> str:
    """Return the run of a decoration that stands at a place of the page, in EMU."""
    return _run(
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="1" locked="1" layoutInCell="0"'
        ' allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{place[0]}</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{place[1]}</wp:posOffset></wp:positionV>{_extent(size)}"
        f"<wp:wrapNone/>{_named(name, '', numbers)}{_graphic(shapes, size)}</wp:anchor>"
    )


def _run(drawing: str) -> str:
    """Return a run with a drawing for a Word that knows groups, and so shapes.

    LibreOffice 25.2 passes by a choice that requires two namespaces by name.
    """
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg">'
        f"<w:drawing>{drawing}</w:drawing></mc:Choice><mc:Fallback/>"
        "</mc:AlternateContent></w:r>"
    )


def _extent(size: tuple[int, int]) -> str:
    return (
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
    )


def _named(name: str, about: str, numbers: Numbers) -> str:
    told = f' descr="{escaped(about)}"' if about else ""
    inside = "" if about else DECORATIVE
    return (
        f'<wp:docPr id="{numbers.next()}" name="{name}"{told}>{inside}</wp:docPr>'
        "<wp:cNvGraphicFramePr/>"
    )


def _graphic(shapes: str, size: tuple[int, int]) -> str:
    return (
        f'<a:graphic xmlns:a="{MAIN}"><a:graphicData uri="{GROUP}">'
        f"<wpg:wgp><wpg:cNvGrpSpPr/>{_frame(size)}{shapes}</wpg:wgp>"
        "</a:graphicData></a:graphic>"
    )


def _frame(size: tuple[int, int]) -> str:
    wide, high = size
    return (
        '<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide}" cy="{high}"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="{wide}" cy="{high}"/></a:xfrm></wpg:grpSpPr>'
    )


def _step(what: str, points: Sequence[tuple[int, int]]) -> str:
    names = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Z": "close"}
    inner = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    return f"<a:{names[what]}>{inner}</a:{names[what]}>" if inner else "<a:close/>"


def _paint(paint: Paint, scale: float) -> str:
    filled = _solid(paint.fill) if paint.fill else "<a:noFill/>"
    if not paint.line:
        return f"{filled}<a:ln><a:noFill/></a:ln>"
    ends = "<a:round/>" if paint.round_ends else '<a:miter lim="800000"/>'
    cap = ' cap="rnd"' if paint.round_ends else ""
    return (
        f'{filled}<a:ln w="{round(paint.width * scale)}"{cap}>'
        f"{_solid(paint.line)}{ends}</a:ln>"
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
