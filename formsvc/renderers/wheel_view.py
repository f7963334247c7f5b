"""What a document shows of the seven areas: those with needs, and who does what."""

from formsvc.areas import AREAS, Area
from formsvc.formkit.view import GroupView, RowsView


def _area(areas: GroupView, area: Area) -> GroupView:
    group = areas[area.id]
    assert isinstance(group, GroupView)
    return group


def needs(areas: GroupView) -> list[str]:
    """Return the ids of the areas that are marked as having needs."""
    return [area.id for area in AREAS if _marked(_area(areas, area))]


def _marked(group: GroupView) -> bool:
    return bool(group["has_need"].filled)


def written_areas(areas: GroupView, everything: bool) -> list[Area]:  # noqa: FBT001
    """Return the areas that a document shows: all, or those with something written."""
    return [area for area in AREAS if everything or _area(areas, area).filled]


def who_does_what(areas: GroupView) -> list[tuple[Area, GroupView]]:
    """Return every measure with its area, the earliest date first, undated last."""
    measures = [
        (area, measure)
        for area in AREAS
        for measure in _measures(_area(areas, area))
        if measure.filled
    ]
    return sorted(measures, key=lambda row: _due(row[1]) or "9999")


def _measures(group: GroupView) -> list[GroupView]:
    rows = group["measures"]
    assert isinstance(rows, RowsView)
    return [row for row in rows if isinstance(row, GroupView)]


def _due(measure: GroupView) -> str:
    return str(getattr(measure["due"], "value", ""))
