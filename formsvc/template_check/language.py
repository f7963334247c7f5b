"""What stands between braces in a Word template, and what it stands among.

Each paragraph is looked at by itself, so that a fault is told with its words: the whole
document is one line to Jinja.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Any

from formsvc.i18n import _
from formsvc.template_check.blocks import block_faults
from formsvc.template_check.fault import Fault, near
from formsvc.template_check.names import name_faults
from formsvc.template_check.places import (
    SDT,
    TR,
    W,
    around,
    fixed_text,
    is_field,
    paragraphs,
    text_of,
    words_at,
)
from formsvc.template_check.tags import TAG, Tag, own_text, tags_of

_LEFT = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_ONE = re.compile(r"(?<!\{)\{\s*(\w+)\s*\}(?!\})")
_HERE = "\x00"
"""Stands for a tag that is whole."""

_LOST = {
    **dict.fromkeys((W + "drawing", W + "pict", W + "object"), _("en bild eller ruta")),
    SDT: _("ett fält"),
    **dict.fromkeys((W + "instrText", W + "fldSimple"), _("ett sidnummer eller annat")),
    **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), _("en fotnot")),
    W + "sectPr": _("en avsnittsbrytning"),
}
"""What goes with a paragraph that a tag takes the place of, and is no text."""


def language_faults(
    root: Any, variables: frozenset[str], known: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with the tags of a part.

    `variables` are the names that there are, `known` the fields by tag.
    """
    yield from _in_controls(root)
    told = [(each, own_text(each)) for each in paragraphs(root)]
    for _paragraph, words in told:
        yield from _braces(words, variables)
    yield from _glued([words for _paragraph, words in told])
    tags = [tag for paragraph, _words in told for tag in tags_of(paragraph)]
    yield from block_faults(root, tags, known)
    for tag in tags:
        yield from _misplaced(tag)
    yield from name_faults(tags, variables)


def _in_controls(root: Any) -> Iterator[Fault]:
    for sdt in root.iter(SDT):
        words = text_of(sdt)
        if is_field(sdt) and _LEFT.search(words):
            yield Fault(
                near(words_at(sdt)) or near(words),
                _("I en innehållskontroll står ”{words}”.").format(words=words[:60]),
                _(
                    "Klamrar får bara stå i fast text. Ta bort dem ur kontrollen; "
                    "tjänsten fyller i den efter taggen."
                ),
            )


def _braces(words: str, variables: Collection[str]) -> Iterator[Fault]:
    rest = TAG.sub(_HERE, words)
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
    elif "{" + _HERE in rest:
        yield _lone(words)
    for single in _ONE.finditer(rest):
        if single[1] in variables:
            yield Fault(
                near(words),
                _("”{braces}” skrivs ut som det står.").format(braces=single[0]),
                _("Skriv dubbla klamrar: {{{{ {name} }}}}.").format(name=single[1]),
            )


def _glued(texts: list[str]) -> Iterator[Fault]:
    """Tell of braces that the engine glues to a tag of the next paragraph."""
    stripped = [words for each in texts if (words := TAG.sub(_HERE, each).rstrip("\t"))]
    for before, after in pairwise(stripped):
        if before.endswith("{") and after.startswith((_HERE, "{", "%", "#")):
            yield _lone(before.replace(_HERE, "…"))


def _lone(words: str) -> Fault:
    return Fault(
        near(words),
        _("En ensam klammer ”{{” står direkt före en tagg.").format(),
        _("Ta bort den."),
    )


def _misplaced(tag: Tag) -> Iterator[Fault]:
    """Tell of what a tag that takes the place of a paragraph or a row takes along."""
    if tag.scope in ("tc", "r"):
        yield Fault(
            tag.where,
            _("”{tag}” kan inte användas i en mall.").format(tag=tag.text),
            _("Använd {{%p … %}} för stycken eller {{%tr … %}} för rader.").format(),
        )
    elif tag.scope == "tr" and tag.holder is None:
        yield Fault(
            tag.where,
            _("”{tag}” står inte i en tabell.").format(tag=tag.text),
            _("Skriv {{%p … %}}, som gäller stycken.").format(),
        )
    elif tag.scope == "tr":
        row = around(tag.paragraph, TR)
        if other := _beside(row, tag):
            told = _("”{tag}” står i samma rad som {other}, som då försvinner.")
            fix = _("Flytta taggen till en egen rad.")
            yield Fault(tag.where, told.format(tag=tag.text, other=other), fix)
    elif tag.scope == "p" and (other := _beside(tag.paragraph, tag)):
        told = _("”{tag}” står i samma stycke som {other}, som då försvinner.")
        fix = _("Flytta taggen till ett eget stycke.")
        yield Fault(tag.where, told.format(tag=tag.text, other=other), fix)


def _beside(holder: Any, tag: Tag) -> str:
    """Return what stands beside a tag in a paragraph or a row, empty if nothing."""
    text = own_text if holder is tag.paragraph else fixed_text
    if text(holder).replace("\t", "").replace(tag.text, "", 1).strip():
        return _("annan text")
    lost = (_LOST[each.tag] for each in holder.iter(*_LOST) if each is not holder)
    return next(lost, "")
