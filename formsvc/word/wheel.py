"""The wheel of a template: each area drawn with needs and without, one of them kept."""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from formsvc.areas import AREAS_BY_ID
from formsvc.word.cutting import Cutting
from formsvc.word.slots import AttributeSlot, WheelSlot
from formsvc.word.xml import name, within

WHEEL = "wheel"

_GROUP = re.compile(r"wheel-([a-z]+)-(on|off)")


def renew_wheels(root: Any, ours: Any) -> None:
    """Draw each wheel of a part anew whose groups have lost their names.

    LibreOffice drops them when it saves a template: all areas would be marked in all
    documents. `ours` is the document of the template that comes along.
    """
    whole = next((each for each in _wheels(ours) if _groups(each)), None)
    for told in list(_wheels(root)):
        if whole is not None and not _groups(told):
            worn = _drawing(told)
            worn.getparent().replace(worn, deepcopy(_drawing(whole)))


def _wheels(root: Any) -> Iterator[Any]:
    """Yield what names the drawing of each wheel."""
    for told in root.iter(name("wp:docPr")):
        if told.get("name") == WHEEL:
            yield told


def _drawing(told: Any) -> Any:
    """Return the whole drawing, with what stands in its place for older programs."""
    drawing = next(told.iterancestors(name("w:drawing")))
    around = next(drawing.iterancestors(name("mc:AlternateContent")), None)
    return drawing if around is None else around


def _groups(told: Any) -> list[tuple[re.Match[str], Any]]:
    """Return the groups of a wheel: what each name says, and where it stands."""
    return [
        (found, element)
        for element in told.getparent().iter("{*}cNvPr")
        if (found := _GROUP.fullmatch(element.get("name", "")))
    ]


def cut_wheel(root: Any, cutting: Cutting) -> None:
    """Put slots in the place of the groups of a wheel, and of what it says."""
    for told in list(_wheels(root)):
        slot = AttributeSlot(f"{WHEEL}.descr")
        told.set("descr", cutting.place_in_attribute(slot))
        _cut_groups(told, root, cutting)


def _cut_groups(told: Any, root: Any, cutting: Cutting) -> None:
    for found, element in _groups(told):
        if found[1] in AREAS_BY_ID:
            group = element.getparent()
            xml = within(group, root)
            cutting.put(WheelSlot(found[1], found[2] == "on", xml), group)
