"""Faults of content controls."""

from collections import Counter
from collections.abc import Iterator

from word.parts import Tree, first, found, local, q, text_of, told, val

ORDER = (
    *("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary"),
    *("showingPlcHdr", "dataBinding", "label", "tabIndex"),
    *("equation", "comboBox", "date", "docPartObj", "docPartList", "dropDownList"),
    *("picture", "richText", "text", "citation", "group", "bibliography"),
    *("appearance", "color", "checkbox"),
)
"""The children of `w:sdtPr` in the order of the schema; newer ones come last."""

TYPES = ("date", "dropDownList", "text", "checkbox")
LONGEST = 64
"""Characters of a tag or a name; Word takes no more."""

LARGEST = 2**31
RUNS = ("r", "sdt", "hyperlink", "ins", "del", "bookmarkStart", "bookmarkEnd")
BLOCKS = ("p", "tbl", "sdt", "bookmarkStart", "bookmarkEnd")
INSIDE = {
    "p": RUNS,
    "hyperlink": RUNS,
    "body": BLOCKS,
    "tc": BLOCKS,
    "ftr": BLOCKS,
    "hdr": BLOCKS,
    "tbl": ("tr", "sdt"),
    "tr": ("tc", "sdt"),
}
"""What a control holds, by what it stands in."""

FOREIGN = ("dataBinding", "repeatingSection", "repeatingSectionItem", "group")
"""What LibreOffice damages, or what does not lock: docs/decisions say why."""


def _properties(tree: Tree) -> Iterator[str]:
    for each in controls(tree):
        names = [local(child) for child in each]
        known = [ORDER.index(name) for name in names if name in ORDER]
        if known != sorted(known):
            yield f"{called(each)}: its properties are in disorder: {names}"
        for name, count in Counter(names).items():
            if count > 1:
                yield f"{called(each)}: {name} stands {count} times"
        for name in names:
            if name in FOREIGN or name not in ORDER:
                yield f"{called(each)}: it has {name}"
        if sum(name in TYPES for name in names) != 1:
            yield f"{called(each)}: it is of no type, or of several"


def _names(tree: Tree) -> Iterator[str]:
    for each in controls(tree):
        for name in ("tag", "alias"):
            text = val(each, f"w:{name}") or ""
            if not text.strip():
                yield f"{called(each)}: it has no {name}"
            if len(text) > LONGEST:
                yield f"{called(each)}: its {name} has {len(text)} characters"
        number = val(each, "w:id") or ""
        if not number.lstrip("-").isdecimal() or abs(int(number)) >= LARGEST:
            yield f"{called(each)}: its id is {number!r}"
        if val(each, "w:lock") not in ("sdtLocked", "sdtContentLocked"):
            yield f"{called(each)}: it can be deleted"


def _levels(tree: Tree) -> Iterator[str]:
    for each in found(tree, "//w:sdt"):
        parent = local(each.getparent())
        where = local(each.getparent().getparent()) if parent == "sdtContent" else ""
        content = each.find(q("w:sdtContent"))
        inside = [] if content is None else [local(child) for child in content]
        name = called(each.find(q("w:sdtPr")))
        if not inside:
            yield f"{name}: it is empty"
        if where:
            yield f"{name}: it stands in another control"
        elif parent not in INSIDE:
            yield f"{name}: it stands in {parent}"
        elif set(inside) - set(INSIDE[parent]):
            yield f"{name}: in {parent} it holds {sorted(set(inside))}"


def _values(tree: Tree) -> Iterator[str]:
    for each in controls(tree):
        shown = text_of(each.getparent().find(q("w:sdtContent")))
        empty = each.find(q("w:showingPlcHdr")) is not None
        for said in (
            *_checkbox(each, shown),
            *_date(each, shown, empty=empty),
            *_choice(each, shown, empty=empty),
        ):
            yield f"{called(each)}: {said}"
        if empty and shown.strip():
            yield f"{called(each)}: its placeholder would be taken for data: {shown}"


def _checkbox(control: Tree, shown: str) -> Iterator[str]:
    box = control.find(q("w14:checkbox"))
    if box is None:
        return
    on = val(box, "w14:checked", "w14:val")
    states = (
        val(box, "w14:uncheckedState", "w14:val"),
        val(box, "w14:checkedState", "w14:val"),
    )
    if on not in ("0", "1") or None in states:
        yield "its check box has no state"
    elif shown != chr(int(states[int(on)] or "0", 16)):
        yield f"its check box is {on} and shows {shown!r}"


def _date(control: Tree, shown: str, *, empty: bool) -> Iterator[str]:
    date = control.find(q("w:date"))
    if date is None:
        return
    full = date.get(q("w:fullDate"))
    if full and (empty or full != f"{shown}T00:00:00Z"):
        yield f"its date is {full} and shows {shown!r}"
    if val(date, "w:dateFormat") != "yyyy-MM-dd" or val(date, "w:lid") != "sv-SE":
        yield "its date is not written as in Sweden"


def _choice(control: Tree, shown: str, *, empty: bool) -> Iterator[str]:
    choice = control.find(q("w:dropDownList"))
    if choice is None:
        return
    items = [
        (item.get(q("w:displayText")), item.get(q("w:value")))
        for item in choice.iterfind(q("w:listItem"))
    ]
    words, values = ([pair[index] for pair in items] for index in (0, 1))
    if len(set(words)) < len(words) or len(set(values)) < len(values) or not all(words):
        yield f"two of its choices are one: {items}"
    if not empty and not shown:
        yield "nothing is chosen, and there is no placeholder"


def _ids(trees: dict[str, Tree]) -> Iterator[str]:
    everything = [
        each
        for name, tree in trees.items()
        if "glossary" not in name
        for each in controls(tree)
    ]
    for name in ("id", "tag"):
        counts = Counter(val(each, f"w:{name}") for each in everything)
        yield from (f"{name} {what}: {n} times" for what, n in counts.items() if n > 1)


def _placeholders(trees: dict[str, Tree]) -> Iterator[str]:
    glossary = trees.get("word/glossary/document.xml")
    there = (
        set()
        if glossary is None
        else set(told(glossary, "//w:docPartPr/w:name/@w:val"))
    )
    for name, tree in trees.items():
        for each in controls(tree):
            docpart = first(each, "w:placeholder/w:docPart/@w:val")
            if docpart and docpart not in there:
                yield f"{name}: {called(each)}: no placeholder {docpart}"
            if each.find(q("w:showingPlcHdr")) is not None and not docpart:
                yield f"{name}: {called(each)}: it shows a placeholder it has not"


def controls(tree: Tree) -> list[Tree]:
    """Return the properties of every control of a part."""
    return found(tree, "//w:sdt/w:sdtPr")


def called(properties: Tree) -> str:
    """Return the tag of a control."""
    return f"control {val(properties, 'w:tag')}"


CHECKS = (_properties, _names, _levels, _values)
"""Of one part each."""

OF_ALL = (_ids, _placeholders)
"""Of all parts."""
