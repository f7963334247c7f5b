"""The parts of a Word template as they are looked through: each thing once, as seen.

Word writes a text box twice, the second time for programs of before, and wraps rows
that it repeats itself. What makes documents takes the wrappers away.
"""

from typing import Any

from formsvc.template_check.places import W
from formsvc.word.package import Part
from formsvc.word.xml import name, remove, unwrap

WITH_TEXT = ("officeDocument", "header", "footer", "footnotes", "endnotes")
"""The sorts of parts in which text may stand."""

_SECOND = name("mc:Fallback")
_REPEATING = (name("w15:repeatingSection"), name("w15:repeatingSectionItem"))


def with_text(parts: list[Part]) -> list[Part]:
    """Return the parts in which text may stand, made plain; the document is first."""
    found = [part for part in parts if part.sort in WITH_TEXT]
    for part in found:
        _make_plain(part.root)
    return found


def _make_plain(root: Any) -> None:
    for second in list(root.iter(_SECOND)):
        remove(second)
    for repeating in list(root.iter(*_REPEATING)):
        control = repeating.getparent().getparent()
        content = control.find(W + "sdtContent")
        if content is not None:
            unwrap(content)
            for other in control.findall(W + "sdtPr") + control.findall(W + "sdtEndPr"):
                control.remove(other)
            unwrap(control)
