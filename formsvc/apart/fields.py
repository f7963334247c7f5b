"""The fields of a PDF: those of its form, and those that only its pages know."""

from collections.abc import Iterator
from typing import Any

from formsvc.apart.limits import FIELDS, NAME, NAMES, HeavyError
from formsvc.apart.objects import (
    DEEPEST,
    at,
    identity,
    is_dictionary,
    is_on,
    items,
    resolved,
    text,
)
from formsvc.apart.sorts import CHECK, CHOICE, ON, OTHER, TEXT

_BUTTONS = 1 << 15 | 1 << 16
"""Flags of a radio button and of one that is pressed: no check boxes."""

_INHERITED = ("/FT", "/Ff", "/V")

Found = list[str]
"""Name, type and text of a field; a ticked box has `ON`."""

Seen = set[tuple[int, int]]


def fields(root: Any, pages: list[Any]) -> list[Found]:
    """Return every field of a document: in the order of its form, then of its pages.

    A field of several widgets is one; two fields of one name are two. Raises
    `HeavyError` when there are too many, or too deep, or when their names are too long.
    """
    seen: Seen = set()
    found = list(_walked(items(at(root, "/AcroForm", "/Fields")), seen))
    for page in pages:
        notes = items(at(page, "/Annots"))
        widgets = [note for note in notes if text(at(note, "/Subtype")) == "Widget"]
        found += _walked([_top(widget) for widget in widgets], seen)
    if sum(len(name) for name, _type, _text in found) > NAMES:
        raise HeavyError
    return found


def _top(widget: Any) -> Any:
    """Return the field that a widget is a part of, at most itself."""
    for _step in range(DEEPEST):
        above = at(widget, "/Parent")
        if not is_dictionary(above):
            break
        widget = above
    return widget


def _walked(roots: list[Any], seen: Seen) -> Iterator[Found]:
    """Yield the fields at the ends of the tree that begins at `roots`."""
    left = [(root, "", dict.fromkeys(_INHERITED), 0) for root in reversed(roots)]
    while left:
        node, path, above, depth = left.pop()
        if identity(node) in seen or not is_dictionary(resolved(node)):
            continue
        _note(node, seen, depth)
        name = ".".join(filter(None, (path, text(at(node, "/T")))))
        if len(name) > NAME:
            raise HeavyError
        has = {key: _own(at(node, key), above[key]) for key in _INHERITED}
        kids = items(at(node, "/Kids"))
        named = [kid for kid in kids if at(kid, "/T") is not None]
        left += [(kid, name, has, depth + 1) for kid in reversed(named)]
        if not named:
            seen.update(map(identity, kids))
            yield [name, *_told(has, [node, *kids])]


def _note(node: Any, seen: Seen, depth: int) -> None:
    seen.add(identity(node))
    if len(seen) > FIELDS or depth > DEEPEST:
        raise HeavyError


def _own(value: Any, above: Any) -> Any:
    return above if value is None else value


def _told(has: dict[str, Any], widgets: list[Any]) -> Found:
    """Return the type of a field and its text."""
    kind, value = text(has["/FT"]), has["/V"]
    if kind != "Btn":
        return [{"Tx": TEXT, "Ch": CHOICE}.get(kind, OTHER), text(value)]
    flags = resolved(has["/Ff"])
    if isinstance(flags, int) and flags & _BUTTONS:
        return [OTHER, text(value)]
    states = (value, *(at(widget, "/AS") for widget in widgets))
    return [CHECK, ON if any(map(is_on, states)) else ""]
