"""What the wheel says to those who cannot see it."""

from collections.abc import Collection

from formsvc.areas import AREAS, AREAS_BY_ID, Area
from formsvc.i18n import _


def wheel_text(needs: Collection[str]) -> str:
    """Say in a Swedish sentence which areas are marked, for those who cannot see it.

    `needs` are area ids in any order; the areas are named in the wheel's order.
    Raises ValueError for an id that is no area.
    """
    refuse_unknown(needs)
    names = [area.name.lower() for area in AREAS if area.id in needs]
    if not names:
        return _("Barnets bästa-hjulet. Inga områden är markerade.")
    text = _("Barnets bästa-hjulet. Områden med behov: {areas}.")
    return text.format(areas=", ".join(names))


def tickable_text() -> str:
    """Say in Swedish what the wheel of a form is."""
    return _("Barnets bästa-hjulet med sju områden. Områden med behov kryssas i.")


def segment_text(area: Area, *, need: bool) -> str:
    """Say in Swedish which area a segment is and whether it is marked."""
    if need:
        text = _("{number} {name}, behov markerat")
    else:
        text = _("{number} {name}, inget behov markerat")
    return text.format(number=area.number, name=area.name)


def refuse_unknown(area_ids: Collection[str]) -> None:
    """Refuse what is no area, so that a misspelt need never silently goes unmarked.

    Raises ValueError for an id that is no area.
    """
    for area_id in area_ids:
        if area_id not in AREAS_BY_ID:
            known = ", ".join(AREAS_BY_ID)
            raise ValueError(f"unknown area id {area_id!r}, known are: {known}")
