"""The pictures that are put in: the code of a version, the logo of an organisation.

A template has one white pixel in the place of each, under a name.
"""

import base64
from collections.abc import Mapping
from typing import Any, NamedTuple

from formsvc.word.cutting import Cutting
from formsvc.word.package import Part, Relation
from formsvc.word.slots import AttributeSlot, XmlSlot
from formsvc.word.xml import name

QR, LOGO = "qr", "logo"

EMU = 36_000
"""Units of DrawingML in a millimetre (ECMA-376, 20.1.2.1)."""

_BLIP, _EMBED = name("a:blip"), name("r:embed")
_SVG = (
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/'
    'main" r:embed="%s"/></a:ext></a:extLst>'
)


_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJ"
    "RU5ErkJggg=="
)
"""One white pixel: what Word before 2016 shows of a drawing."""


class Picture(NamedTuple):
    """A picture: its bytes, the ending of its name, its size in mm and its words."""

    content: bytes
    ending: str
    width: float
    height: float
    words: str


class Place(NamedTuple):
    """Where a picture stands: its part, the relationship, and what is there so far."""

    role: str
    part: str
    id: str
    stand_in: str


def cut_pictures(part: Part, cutting: Cutting) -> list[Place]:
    """Put slots in the place of what the pictures of a part differ in."""
    places = []
    for told in list(part.root.iter(name("wp:docPr"))):
        role, frame = told.get("name"), told.getparent()
        blip = next(frame.iter(_BLIP), None)
        if role not in (QR, LOGO) or blip is None:
            continue
        old = next(each for each in part.relations if each.id == blip.get(_EMBED))
        place = Place(role, part.name, f"rId{role}", old.target)
        _cut(frame, told, blip, place, cutting)
        places.append(place)
    return places


def _cut(frame: Any, told: Any, blip: Any, place: Place, cutting: Cutting) -> None:
    def slot(what: str) -> str:
        return cutting.place_in_attribute(AttributeSlot(f"{place.role}.{what}"))

    told.set("descr", slot("descr"))
    for extent in (*frame.iter(name("wp:extent")), *frame.iter(name("a:ext"))):
        if extent.get("cx"):
            extent.set("cx", slot("cx"))
            extent.set("cy", slot("cy"))
    for child in list(blip):
        blip.remove(child)
    blip.set(_EMBED, place.id)
    blip.append(cutting.place(XmlSlot(f"{place.role}.blip")))


def attributes(pictures: Mapping[str, Picture]) -> dict[str, str]:
    """Return what the slots of `pictures` are filled with."""
    told = {}
    for role, picture in pictures.items():
        told[f"{role}.descr"] = picture.words
        told[f"{role}.cx"] = str(round(picture.width * EMU))
        told[f"{role}.cy"] = str(round(picture.height * EMU))
        if picture.ending == "svg":
            told[f"{role}.blip"] = _SVG % svg_id(role)
    return told


def svg_id(role: str) -> str:
    """Return the relationship of a drawing, whose picture is for older Word."""
    return f"rId{role}svg"


def relations(place: Place, picture: Picture) -> list[Relation]:
    """Return what the part has to refer to, to show a picture in a place."""
    (first, _content), *others = media(place.role, picture)
    return [
        Relation(place.id, "image", first),
        *(Relation(svg_id(place.role), "image", name) for name, _content in others),
    ]


def media(role: str, picture: Picture) -> list[tuple[str, bytes]]:
    """Return the parts of a picture: a drawing comes after one for older Word."""
    name = f"word/media/formsvc-{role}"
    own = (f"{name}.{picture.ending}", picture.content)
    return [(f"{name}.png", _PIXEL), own] if picture.ending == "svg" else [own]
