"""The wheel of a template: each area drawn with needs and without, one of them kept."""

import re

from formsvc.areas import AREAS_BY_ID
from formsvc.word.cutting import Cutting
from formsvc.word.slots import AttributeSlot, WheelSlot
from formsvc.word.xml import name, within

WHEEL = "wheel"

_GROUP = re.compile(r"wheel-([a-z]+)-(on|off)")


def cut_wheel(root: object, cutting: Cutting) -> None:
    """Put slots in the place of the groups of a wheel, and of what it says."""
    for told in list(root.iter(name("wp:docPr"))):  # type: ignore[attr-defined]
        if told.get("name") == WHEEL:
            slot = AttributeSlot(f"{WHEEL}.descr")
            told.set("descr", cutting.place_in_attribute(slot))
            _cut_groups(told.getparent(), root, cutting)


def _cut_groups(frame: object, root: object, cutting: Cutting) -> None:
    named = [
        (found, element)
        for element in frame.iter("{*}cNvPr")  # type: ignore[attr-defined]
        if (found := _GROUP.fullmatch(element.get("name", "")))
    ]
    for found, element in named:
        if found[1] in AREAS_BY_ID:
            group = element.getparent()
            xml = within(group, root)
            cutting.put(WheelSlot(found[1], found[2] == "on", xml), group)
