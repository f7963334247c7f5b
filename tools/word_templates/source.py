"""The HTML of a writable document, as what is always, and what is sometimes in it."""

from difflib import SequenceMatcher

from lxml import html

from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import empty_rows
from formsvc.formkit.view import FieldView, GroupView, RowsView, view
from formsvc.profiles import NEUTRAL, Profile
from formsvc.renderers.html import form_html
from formsvc.word.controls import controls_of
from formsvc.writable.shape import MEASURES, Shape
from tools.word_templates.parts import Field

Element = html.HtmlElement

CONDITION = "data-when"
"""The attribute of what stands in a document only sometimes: a condition of Jinja."""

OWN_WORDS = Profile(
    privacy="\n\n".join(
        (
            "{%p for stycke in personuppgifter %}",
            "{{ stycke }}",
            "{%p endfor %}",
            "{%p if kontakt %}",
            "{{ kontakt }}",
            "{%p endif %}",
        )
    )
)
"""What an organisation says of its own, as a template says it."""


def body_of(kind: Kind) -> Element:
    """Return the body of a form with one row in each list.

    What only blanks, only others, or only the forms of some have is marked with
    `CONDITION`.
    """
    rows = dict.fromkeys([*_lists(view(kind.form())), MEASURES], 1)
    usual = _body(kind, Shape(rows=rows), NEUTRAL)
    own = _body(kind, Shape(rows=rows), OWN_WORDS)
    blank = _body(kind, Shape(rows=rows, blank=True), NEUTRAL)
    _take_in(usual, own, "personuppgifter")
    _take_in(usual, blank, "tom")
    return usual


def fields_of(kind: Kind) -> dict[str, Field]:
    """Return the fields of a form by name, each list with one row."""
    rows = dict.fromkeys([*_lists(view(kind.form())), MEASURES], 1)
    whole = view(kind.form(data=empty_rows(kind.form, rows)))
    lines = {leaf.name: leaf.lines for leaf in _leaves(whole)}
    return {
        control.tag: Field(control, lines.get(control.tag, 1))
        for control in controls_of(whole)
    }


def _leaves(part: FieldView | GroupView | RowsView) -> list[FieldView]:
    if isinstance(part, FieldView):
        return [part]
    return [leaf for inner in part for leaf in _leaves(inner)]


def _lists(group: GroupView) -> list[str]:
    found = []
    for part in group:
        if isinstance(part, RowsView):
            found.append(part.name)
        elif isinstance(part, GroupView):
            found += _lists(part)
    return found


def _body(kind: Kind, shape: Shape, profile: Profile) -> Element:
    return html.document_fromstring(form_html(kind, shape, profile)).body


def _take_in(usual: Element, other: Element, condition: str) -> None:
    """Add to `usual` what only `other` has, and mark both where they differ."""
    ours, theirs = _first_of(usual), list(other)
    for what, a, b, c, d in _differences(ours, theirs):
        if what == "equal":
            continue
        if (b - a, d - c) == (1, 1) and _alike(ours[a], theirs[c]):
            _take_in(ours[a], theirs[c], condition)
            continue
        for element in ours[a:b]:
            element.set(CONDITION, f"not {condition}")
        at = usual.index(ours[b]) if b < len(ours) else len(usual)
        for place, element in enumerate(theirs[c:d], at):
            element.set(CONDITION, condition)
            usual.insert(place, element)


def _first_of(element: Element) -> list[Element]:
    """Return the children that nothing has brought in."""
    return [child for child in element if not _brought_in(child)]


def _brought_in(element: Element) -> bool:
    return not element.get(CONDITION, "not ").startswith("not ")


def _differences(
    ours: list[Element], theirs: list[Element]
) -> list[tuple[str, int, int, int, int]]:
    words = [[_written(each) for each in side] for side in (ours, theirs)]
    return SequenceMatcher(None, *words, autojunk=False).get_opcodes()


def _written(element: Element) -> str:
    copied = html.fromstring(html.tostring(element, with_tail=False))
    for inner in list(copied.iter()):
        if _brought_in(inner):
            inner.drop_tree()
        inner.attrib.pop(CONDITION, None)
    return " ".join(html.tostring(copied, encoding="unicode").split())


def _alike(one: Element, other: Element) -> bool:
    """Return whether two elements are the same place with another content."""
    headings = [[h.text_content() for h in each.iter("h2")] for each in (one, other)]
    return one.get("class") == other.get("class") and headings[0] == headings[1]
