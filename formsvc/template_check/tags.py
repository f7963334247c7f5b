"""Tags in the fixed text of a Word template: what they say, and where they stand."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from formsvc.template_check.fault import near
from formsvc.template_check.places import TEXTS, TR, P, around, is_field, shown

TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)

OPENS, MIDDLE = {"if": "endif", "for": "endfor"}, ("else", "elif")

_STATEMENT = re.compile(
    r"\{%(?:(?P<scope>p|tr|tc|r)(?=\s|if|el|for|end))?[-+]?\s*(?P<word>(?:el)?if(?=\w)|\w*)"
)
"""What was meant: a space that is missing, or is none to the engine, is told apart."""


class Tag(NamedTuple):
    """A tag in a paragraph: `text` with its braces, in texts from `start` to `end`."""

    text: str
    paragraph: Any
    start: Any
    end: Any

    @property
    def where(self) -> str:
        """Return its place by the words of its paragraph."""
        return near(own_text(self.paragraph))

    @property
    def scope(self) -> str:
        """Return what it takes the place of: p a paragraph, tr a row, or nothing."""
        found = _STATEMENT.match(self.text)
        return (found["scope"] or "") if found else ""

    @property
    def word(self) -> str:
        """Return the word of a statement: if, for; empty when it writes a value."""
        found = _STATEMENT.match(self.text)
        return found["word"] if found else ""

    @property
    def holder(self) -> Any:
        """Return what holds all that it takes the place of, nothing outside tables."""
        if self.scope != "tr":
            return self.paragraph.getparent()
        row = around(self.paragraph, TR)
        return None if row is None else row.getparent()


def own_text(paragraph: Any) -> str:
    """Return the fixed text of a paragraph, without paragraphs in boxes within it."""
    return "".join(shown(node) for node in _texts(paragraph))


def tags_of(paragraph: Any) -> Iterator[Tag]:
    """Yield the tags of a paragraph; a tab within one is none to the engine."""
    texts = [(node, shown(node)) for node in _texts(paragraph)]
    letters = [node for node, words in texts for _letter in words]
    for found in TAG.finditer("".join(words for _node, words in texts)):
        yield Tag(
            found[0].replace("\t", ""),
            paragraph,
            letters[found.start()],
            letters[found.end() - 1],
        )


def _texts(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in TEXTS:
            yield child
        elif child.tag != P and not is_field(child):
            yield from _texts(child)
