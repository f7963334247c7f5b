"""A template has the first row of each list: where it begins and ends is marked.

Nothing marks a row but the names of its fields. Repeated is the least that holds them
all: a row of a table, or paragraphs and tables that stand together.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

from formsvc.i18n import _
from formsvc.word.controls import Control
from formsvc.word.faults import UnusableError
from formsvc.word.fields import Fields
from formsvc.word.xml import name

CONTROL = name("w:sdt")
_PARAGRAPH, _TABLE, _ROW = name("w:p"), name("w:tbl"), name("w:tr")
_TAG, _VALUE = name("w:tag"), name("w:val")
_PROPERTIES = name("w:sdtPr")


def tag_element(control: Any) -> Any:
    """Return the element that holds the tag of a control, nothing without one."""
    properties = control.find(_PROPERTIES)
    return None if properties is None else properties.find(_TAG)


def tag_of(control: Any) -> str:
    """Return the tag of a control, empty when it has none."""
    element = tag_element(control)
    return "" if element is None else str(element.get(_VALUE, ""))


Marks = Callable[[str], tuple[Any, Any]]
"""What gives the marks before and after the row of a list."""


def mark_rows(
    root: Any, fields: Fields, numbered: frozenset[str], marks: Marks
) -> None:
    """Put `marks` around the first row of each list.

    `numbered` are the styles whose paragraphs Word numbers: such a heading before a
    row belongs to it. A list that the template does not have is passed by.

    Raises `UnusableError` when a row cannot be told from what is around it.
    """
    for listed in fields.lists:
        row = _first_row(root, listed, fields.controls)
        if row:
            row = _apart(_with_heading(row, numbered))
            begin, end = marks(listed)
            row[0].addprevious(begin)
            row[-1].addnext(end)


def _first_row(root: Any, listed: str, known: Mapping[str, Control]) -> list[Any]:
    """Return the elements of a list's first row, in their order.

    No other of the `known` fields may be among them.
    """
    own = [each for each in root.iter(CONTROL) if is_in(tag_of(each), f"{listed}-0")]
    _refuse_later_rows(root, listed)
    if not own:
        return []
    row = _in_table(_together(own))
    if others := _others(row, listed, known):
        raise UnusableError(_not_in_row(own, others[0], listed, known))
    return row


def _others(row: list[Any], listed: str, known: Container[str]) -> list[str]:
    """Return the fields in a row that are not the list's."""
    tags = [tag_of(each) for element in row for each in element.iter(CONTROL)]
    return [tag for tag in tags if tag in known and not is_in(tag, f"{listed}-0")]


def _not_in_row(
    own: list[Any], other: str, listed: str, known: Mapping[str, Control]
) -> str:
    """Return why a row cannot be repeated: its fields stand apart, or one intrudes."""

    def called(tag: str) -> str:
        return f"”{known[tag].human}” ({tag})" if tag in known else tag

    if apart := _standing_apart(own, listed, known):
        fields = ", ".join(called(tag_of(each)) for each in apart)
        return _(
            "raden {row} går inte att upprepa, för {fields} står inte i samma rad som "
            "radens andra fält"
        ).format(row=f"{listed}-0", fields=fields)
    return _(
        "raden {row} går inte att upprepa, för fältet {other} står i samma rad eller "
        "mellan radens fält"
    ).format(row=f"{listed}-0", other=called(other))


def _standing_apart(own: list[Any], listed: str, known: Container[str]) -> list[Any]:
    """Return the fewest fields of a row without which it is whole.

    Nothing when it cannot be told on which side they are.
    """
    for count in range(1, len(own) // 2 + 1):
        sides = [
            (some, rest)
            for some, rest in ((own[:count], own[count:]), (own[-count:], own[:-count]))
            if not _others(_in_table(_together(rest)), listed, known)
        ]
        if len(sides) > 1:
            sides = [(some, rest) for some, rest in sides if _is_row(rest, some)]
        if len(sides) == 1:
            return sides[0][0]
    return []


def _is_row(some: list[Any], others: list[Any]) -> bool:
    """Return whether `some` controls stand in the row of a table, and `others` not."""

    def in_row(control: Any) -> bool:
        return next(control.iterancestors(_ROW), None) is not None

    return all(map(in_row, some)) and not any(map(in_row, others))


def _refuse_later_rows(root: Any, listed: str) -> None:
    for control in root.iter(CONTROL):
        tag = tag_of(control)
        number = tag.removeprefix(f"{listed}-").partition("-")[0]
        if tag.startswith(f"{listed}-") and number.isdigit() and number != "0":
            raise UnusableError(
                _("fältet {field} finns; en lista har bara sin första rad, 0").format(
                    field=tag
                )
            )


def is_in(tag: str, row: str) -> bool:
    """Return whether a field stands in a row, or is the row."""
    return tag == row or tag.startswith(f"{row}-")


def _together(controls: Sequence[Any]) -> list[Any]:
    """Return the least run of blocks or rows of a table that holds all controls."""
    paths = [[*reversed([*each.iterancestors()]), each] for each in controls]
    depth = 0
    while all(
        len(path) > depth + 1 and path[depth] is paths[0][depth] for path in paths
    ):
        depth += 1
    holder = paths[0][depth - 1]
    inside = [path[depth] for path in paths]
    while not all(_is_unit(each) for each in inside):
        inside = [holder]
        holder = holder.getparent()
    places = [holder.index(each) for each in inside]
    return list(holder[min(places) : max(places) + 1])


def _is_unit(element: Any) -> bool:
    if element.tag == CONTROL:
        return element.getparent().tag != _ROW and (
            element.find(f".//{_PARAGRAPH}") is not None
        )
    return element.tag in (_PARAGRAPH, _TABLE, _ROW)


def _in_table(row: list[Any]) -> list[Any]:
    """Return the table's row when blocks stand in one, below a row of headings."""
    above = next(row[0].iterancestors(_ROW), None)
    if row[0].tag == _ROW or above is None:
        return row
    table = next(above.iterancestors(_TABLE))
    is_list = table.find(f"./{_ROW}/{name('w:trPr')}/{name('w:tblHeader')}") is not None
    return [above] if is_list else row


def _with_heading(row: list[Any], numbered: frozenset[str]) -> list[Any]:
    """Return a row with the numbered heading before it, when it is of blocks."""
    before = row[0].getprevious()
    if row[0].tag != _ROW and before is not None and _is_numbered(before, numbered):
        return [before, *row]
    return row


def _is_numbered(element: Any, numbered: frozenset[str]) -> bool:
    properties = element.find(name("w:pPr"))
    if element.tag != _PARAGRAPH or properties is None:
        return False
    if element.find(f".//{CONTROL}") is not None:
        return False
    style = properties.find(name("w:pStyle"))
    return properties.find(name("w:numPr")) is not None or (
        style is not None and style.get(_VALUE) in numbered
    )


def numbered_styles(styles: Any) -> frozenset[str]:
    """Return the styles whose paragraphs Word numbers."""
    where = f"{name('w:pPr')}/{name('w:numPr')}"
    return frozenset(
        style.get(name("w:styleId"))
        for style in styles.iter(name("w:style"))
        if style.find(where) is not None
    )


def _apart(row: list[Any]) -> list[Any]:
    """Return a row with what keeps it from the next: a paragraph between tables."""
    if row[0].tag == row[-1].tag == _TABLE:
        return [*row, _parted(row[-1])]
    return row


def _parted(table: Any) -> Any:
    """Return the paragraph after a table: without it Word makes two tables one."""
    following = table.getnext()
    if (
        following is not None
        and following.tag == _PARAGRAPH
        and not "".join(following.itertext()).strip()
        and following.find(f".//{CONTROL}") is None
    ):
        return following
    paragraph = table.makeelement(_PARAGRAPH)
    table.addnext(paragraph)
    return paragraph
