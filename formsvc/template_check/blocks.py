"""Blocks in a Word template: opened, closed, where, and what stands between."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from formsvc.formkit.groups import NEVER_IN_BLANKS
from formsvc.i18n import _
from formsvc.template_check.fault import Fault, near
from formsvc.template_check.places import SDT, words_at
from formsvc.template_check.tags import MIDDLE, OPENS, Tag
from formsvc.word.fields import VERSION
from formsvc.word.rows import tag_of

NOT_EMPTY = "not tom"
"""The condition under which answers to warnings may stand: an empty form has none."""


class _Block(NamedTuple):
    """What a tag opens, and the tag that closes it."""

    opens: Tag
    closes: Tag


def block_faults(
    root: Any, tags: Sequence[Tag], known: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with the blocks of a part; `known` are fields by tag."""
    places = {element: number for number, element in enumerate(root.iter())}
    opened: list[Tag] = []
    for tag in sorted(tags, key=lambda each: places[each.start]):
        word = tag.word
        if word in OPENS:
            opened.append(tag)
        elif word in MIDDLE or word in OPENS.values():
            if not opened or (word not in MIDDLE and OPENS[opened[-1].word] != word):
                yield _astray(tag)
                continue
            yield from _apart(_Block(opened[-1], tag))
            if word not in MIDDLE:
                block = _Block(opened.pop(), tag)
                yield from _around_fields(block, places, known)
        elif word:
            yield Fault(
                tag.where,
                _("”{tag}” kan inte användas i en mall.").format(tag=tag.text),
                _("Använd if, elif, else, endif, for och endfor."),
            )
    for tag in opened:
        yield _unclosed(tag)


def _astray(tag: Tag) -> Fault:
    if tag.word in MIDDLE:
        return Fault(
            tag.where,
            _("”{tag}” står utanför ett villkor.").format(tag=tag.text),
            _("Den ska stå mellan if och endif."),
        )
    return Fault(
        tag.where,
        _("”{tag}” stänger något som inte är öppnat.").format(tag=tag.text),
        _("Ta bort taggen, eller sätt in den som hör till den före."),
    )


def _unclosed(tag: Tag) -> Fault:
    end = OPENS[tag.word]
    fixes = {
        "p": _("Skriv {{%p {end} %}} i ett eget stycke där det ska sluta."),
        "tr": _("Skriv {{%tr {end} %}} i en egen rad där det ska sluta."),
    }
    fix = fixes.get(tag.scope, _("Skriv {{% {end} %}} där det ska sluta."))
    told = _("”{tag}” är inte stängt.").format(tag=tag.text)
    return Fault(tag.where, told, fix.format(end=end))


def _apart(block: _Block) -> Iterator[Fault]:
    """Tell of a block whose tags do not stand alike, or not in the same place."""
    opens, closes = block
    if opens.scope != closes.scope:
        yield Fault(
            closes.where,
            _(
                "”{closes}” hör till ”{opens}”, men är skriven på ett annat sätt."
            ).format(closes=closes.text, opens=opens.text),
            _("Skriv båda med {{%p, i var sitt stycke, eller båda med {{%.").format(),
        )
    elif opens.holder is not closes.holder or (
        not opens.scope and _path(opens.end) != _path(closes.start)
    ):
        yield Fault(
            closes.where,
            _("”{closes}” hör till ”{opens}”, men står på en annan plats.").format(
                closes=closes.text, opens=opens.text
            ),
            _("Låt båda stå i samma cell eller ruta, eller båda utanför tabellen."),
        )


def _path(text: Any) -> list[str]:
    return [each.tag for each in text.iterancestors()]


def _around_fields(
    block: _Block, places: Mapping[Any, int], known: Collection[str]
) -> Iterator[Fault]:
    """Tell of a block that repeats fields, or leaves them out."""
    opens, closes = block
    first, last = places[opens.start], places[closes.end]
    inside = [
        control
        for control in opens.paragraph.getroottree().iter(SDT)
        if first < places[control] < last and _counts(tag_of(control), opens, known)
    ]
    if not inside:
        return
    told = {"tag": tag_of(inside[0]), "opens": opens.text, "closes": closes.text}
    where = near(words_at(inside[0]))
    if opens.word == "for":
        yield Fault(
            where,
            _(
                "Fältet ”{tag}” står mellan ”{opens}” och ”{closes}”. "
                "Fält kan inte upprepas så."
            ).format(**told),
            _("Ta bort de två taggarna; tjänsten upprepar listans första rad själv."),
        )
    else:
        yield Fault(
            where,
            _(
                "Fältet ”{tag}” står mellan ”{opens}” och ”{closes}”. "
                "När villkoret inte gäller kommer fältet inte med."
            ).format(**told),
            _("Flytta ut det som fylls i, eller ta bort de två taggarna."),
        )


def _counts(field: str, opens: Tag, known: Collection[str]) -> bool:
    """Return whether a field may not stand in the block that a tag opens."""
    if opens.word == "for":
        return field in known or field == VERSION
    if field.startswith(NEVER_IN_BLANKS):
        return NOT_EMPTY not in " ".join(opens.text.split())
    return field in known
