"""What stands between braces in a Word template: blocks, names, and where they stand.

Each paragraph is looked at by itself, so that a fault is told with its words: the whole
document is one line to Jinja.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError, meta
from jinja2.sandbox import SandboxedEnvironment

from formsvc.i18n import _
from formsvc.template_check.fault import Fault, near
from formsvc.template_check.places import (
    SDT,
    P,
    fixed_text,
    paragraphs,
    text_of,
    words_at,
)

_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_LEFT = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_STATEMENT = re.compile(r"\{%(?P<scope>p|tr|tc|r)?-?\s*(?P<word>\w*)")

OPENS, MIDDLE = {"if": "endif", "for": "endfor"}, ("else", "elif")


class Tag(NamedTuple):
    """A tag in the text: `text` with its braces, in the paragraph `where`."""

    text: str
    where: str
    alone: bool


def language_faults(root: Any, variables: frozenset[str]) -> Iterator[Fault]:
    """Yield what is wrong with the tags of a part; `variables` are those there are."""
    yield from _in_controls(root)
    tags: list[Tag] = []
    for paragraph in paragraphs(root):
        words = _own_text(paragraph)
        tags += _tags_of(words)
        yield from _braces(words)
    yield from _blocks(tags)
    for tag in tags:
        yield from _misplaced(tag)
    yield from _names(tags, variables)


def _own_text(paragraph: Any) -> str:
    """Return the fixed text of a paragraph, without paragraphs in boxes within it."""
    inner = [each for each in paragraph.iter(P) if each is not paragraph]
    words = fixed_text(paragraph)
    for each in inner:
        words = words.replace(fixed_text(each), "", 1)
    return words


def _tags_of(words: str) -> list[Tag]:
    found = [match[0] for match in _TAG.finditer(words)]
    rest = _TAG.sub("", words).strip()
    return [Tag(text, near(words), not rest and len(found) == 1) for text in found]


def _in_controls(root: Any) -> Iterator[Fault]:
    for sdt in root.iter(SDT):
        words = text_of(sdt)
        if _LEFT.search(words):
            yield Fault(
                near(words_at(sdt)) or near(words),
                _("I en innehållskontroll står ”{words}”.").format(words=words[:60]),
                _(
                    "Klamrar får bara stå i fast text. Ta bort dem ur kontrollen; "
                    "tjänsten fyller i den efter taggen."
                ),
            )


def _braces(words: str) -> Iterator[Fault]:
    rest = _TAG.sub("", words)
    if found := _LEFT.search(rest):
        yield Fault(
            near(words),
            _("Klammern ”{brace}” har ingen motsvarighet i samma stycke.").format(
                brace=found[0]
            ),
            _(
                "Skriv hela taggen i ett stycke: {{{{ namn }}}} eller {{% … %}}."
            ).format(),
        )


def _blocks(tags: list[Tag]) -> Iterator[Fault]:
    """Tell of blocks that are not closed, or closed without having been opened."""
    opened: list[tuple[str, Tag]] = []
    for tag in tags:
        word = _word(tag)
        if word in OPENS:
            opened.append((word, tag))
        elif word in OPENS.values():
            if not opened or OPENS[opened[-1][0]] != word:
                yield Fault(
                    tag.where,
                    _("”{tag}” stänger något som inte är öppnat.").format(tag=tag.text),
                    _("Ta bort taggen, eller sätt in den som hör till den före."),
                )
            else:
                opened.pop()
        elif word in MIDDLE and not opened:
            yield Fault(
                tag.where,
                _("”{tag}” står utanför ett villkor.").format(tag=tag.text),
                _("Den ska stå mellan if och endif."),
            )
        elif word and word not in MIDDLE:
            yield Fault(
                tag.where,
                _("”{tag}” kan inte användas i en mall.").format(tag=tag.text),
                _("Använd if, else, endif, for och endfor."),
            )
    for word, tag in opened:
        yield Fault(
            tag.where,
            _("”{tag}” är inte stängt.").format(tag=tag.text),
            _("Skriv {{%p {end} %}} i ett eget stycke där det ska sluta.").format(
                end=OPENS[word]
            ),
        )


def _word(tag: Tag) -> str:
    found = _STATEMENT.match(tag.text)
    return found["word"] if found else ""


def _misplaced(tag: Tag) -> Iterator[Fault]:
    found = _STATEMENT.match(tag.text)
    if found and found["scope"] == "p" and not tag.alone:
        yield Fault(
            tag.where,
            _("”{tag}” står i samma stycke som annan text, som då försvinner.").format(
                tag=tag.text
            ),
            _("Flytta taggen till ett eget stycke."),
        )
    if found and found["scope"] in ("tc", "r"):
        yield Fault(
            tag.where,
            _("”{tag}” kan inte användas i en mall.").format(tag=tag.text),
            _("Använd {{%p … %}} för stycken eller {{%tr … %}} för rader.").format(),
        )


def _names(tags: list[Tag], variables: frozenset[str]) -> Iterator[Fault]:
    """Tell of what cannot be understood, and of names that there are not."""
    environment = SandboxedEnvironment()
    environment.globals.clear()
    known = set(variables) | {"loop"}
    for tag in tags:
        try:
            tree = environment.parse(_alone(tag))
        except TemplateSyntaxError:
            yield Fault(
                tag.where,
                _("”{tag}” går inte att förstå.").format(tag=tag.text),
                _("Jämför med tjänstens egen mall."),
            )
            continue
        if _word(tag) == "for":
            known |= {each.name for each in _targets(tree)}
        for name in sorted(meta.find_undeclared_variables(tree) - known):
            yield _unknown(tag, name, known)


def _targets(tree: Any) -> Iterator[Any]:
    from jinja2 import nodes

    for loop in tree.find_all(nodes.For):
        yield from loop.target.find_all(nodes.Name)
        if isinstance(loop.target, nodes.Name):
            yield loop.target


def _alone(tag: Tag) -> str:
    """Return a tag as a template of its own, closed where it opens a block."""
    found = _STATEMENT.match(tag.text)
    if found is None:
        return tag.text
    text = "{%" + tag.text[2 + len(found["scope"] or "") :]
    word = found["word"]
    if word in OPENS:
        return f"{text}{{% {OPENS[word]} %}}"
    return f"{{% if true %}}{text}{{% endif %}}" if word in MIDDLE else ""


def _unknown(tag: Tag, name: str, known: set[str]) -> Fault:
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return Fault(
        tag.where,
        _("Namnet ”{name}” finns inte.").format(name=name),
        _("Menade du ”{name}”?").format(name=close[0])
        if close
        else _("Det här finns: {names}.").format(names=", ".join(sorted(known))),
    )
