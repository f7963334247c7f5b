"""What a document that is made of a template would lack: told as tips.

A version says which one it is, on every page, and where to see if there is a later one.
"""

from collections.abc import Iterator
from typing import Any

from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.template_check.expected import wanted
from formsvc.template_check.fault import Fault
from formsvc.template_check.places import W
from formsvc.template_check.tags import tags_of
from formsvc.word.fields import VERSION
from formsvc.word.package import Part
from formsvc.word.pictures import QR
from formsvc.word.rows import CONTROL, tag_of
from formsvc.word.wheel import WHEEL
from formsvc.word.xml import name

_PAGE = "PAGE"


def tips(parts: list[Part], kind: Kind) -> Iterator[Fault]:
    """Yield what is missing in a template that documents can be made of without it."""
    body, feet = parts[0].root, _feet(parts)
    heads = [part.root for part in parts if part.sort == "header"]
    pictures = {
        each for root in (body, *heads, *feet.values()) for each in _pictures(root)
    }
    numbered = any(_PAGE in _computed(head) for head in heads)
    for called, foot in feet.items():
        yield from _in_foot(called, foot, numbered=numbered)
    if not feet:
        yield _tip(
            _("Mallen har ingen sidfot."),
            _("I den brukar stå {{{{ rad }}}}, sidnummer och qr-koden.").format(),
        )
    elif QR not in pictures:
        yield _tip(
            _("Bilden ”{name}” saknas, så en version får ingen qr-kod.").format(
                name=QR
            ),
            _("Kopiera den från sidfoten i tjänstens egen mall."),
        )
    if WHEEL not in pictures and _has_needs(kind):
        yield _tip(
            _("Bilden ”{name}” saknas, så hjulet kommer inte med.").format(name=WHEEL),
            _("Kopiera den från tjänstens egen mall."),
        )
    yield from _in_body(body, kind)


def _has_needs(kind: Kind) -> bool:
    """Return whether a kind has a wheel with needs marked."""
    return any(tag.endswith("-has_need") for tag in wanted(kind))


def _feet(parts: list[Part]) -> dict[str, Any]:
    """Return the footers that documents show, by what they are called."""
    roots = {part.name: part.root for part in parts}
    targets = {each.id: each.target for each in parts[0].relations}
    found = {}
    for section in parts[0].root.iter(W + "sectPr"):
        for reference in section.findall(W + "footerReference"):
            sort = reference.get(W + "type", "default")
            root = roots.get(targets.get(reference.get(name("r:id")), ""))
            if root is None or (sort == "first" and not _is_on(section, "titlePg")):
                continue
            if sort in _CALLED:
                found[_CALLED[sort]] = root
    return found


def _is_on(section: Any, switch: str) -> bool:
    element = section.find(W + switch)
    return element is not None and element.get(W + "val") not in ("0", "false", "off")


_CALLED = {"first": _("sidfoten på första sidan"), "default": _("sidfoten")}


def _in_foot(called: str, foot: Any, *, numbered: bool) -> Iterator[Fault]:
    if not _says(foot, "rad"):
        yield _tip(
            _("I {foot} saknas raden om vilken version det är.").format(foot=called),
            _("Skriv {{{{ rad }}}} där.").format(),
        )
    if not numbered and _PAGE not in _computed(foot):
        yield _tip(
            _("I {foot} saknas sidnummer.").format(foot=called),
            _("Infoga det under Infoga, Sidnummer."),
        )


def _in_body(body: Any, kind: Kind) -> Iterator[Fault]:
    if not _says(body, "titel"):
        yield _tip(
            _("Vad dokumentet heter står inte i mallen."),
            _("Skriv {{{{ titel }}}} som rubrik.").format(),
        )
    if kind.drafts and not _says(body, "utkast"):
        yield _tip(
            _("Ett utkast säger inte att det är ett."),
            _("Skriv {{{{ utkast }}}} ovanför rubriken.").format(),
        )
    shown = (tag_of(control) for control in body.iter(CONTROL))
    if not _says(body, "version") and VERSION not in shown:
        yield _tip(
            _("Vilken version ett dokument är står inte i mallen."),
            _("Skriv {{{{ version }}}} under rubriken.").format(),
        )


def _tip(what: str, fix: str) -> Fault:
    return Fault("", what, fix, tip=True)


def _says(root: Any, variable: str) -> bool:
    """Return whether a part writes a value."""
    return any(
        tag.text.startswith("{{") and variable in tag.text
        for paragraph in root.iter(W + "p")
        for tag in tags_of(paragraph)
    )


def _pictures(root: Any) -> Iterator[str]:
    for each in root.iter(name("wp:docPr")):
        yield each.get("name", "")


def _computed(root: Any) -> list[str]:
    """Return the words of what Word computes in a part: `PAGE`, `NUMPAGES`."""
    fields = [each.get(W + "instr", "") for each in root.iter(W + "fldSimple")]
    pieces = [each.text or "" for each in root.iter(W + "instrText")]
    written = " ".join((*fields, *pieces, "".join(pieces)))
    return written.upper().split()
