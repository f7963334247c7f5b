"""Fields that would be filled in and never read again: they are refused.

A document is read in its body alone, and of what stands there in two forms, the one
for older programs (`apart/word_document.py`).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from formsvc.i18n import _
from formsvc.word.faults import UnusableError
from formsvc.word.fields import VERSION, Fields
from formsvc.word.package import Part
from formsvc.word.rows import CONTROL, tag_of
from formsvc.word.xml import name

_BOTH = name("mc:AlternateContent")
_NEW, _OLD = name("mc:Choice"), name("mc:Fallback")


def refuse_unread(parts: Sequence[Part], fields: Fields) -> None:
    """Raise `UnusableError` for a field where nobody reads it, in any text of `parts`.

    What says which version it is may stand anywhere: it is no data.
    """
    main, *others = parts
    for part in others:
        for tag in _tags(part.root, fields):
            raise _moved(tag, fields, _places()[part.sort])
    for both in main.root.iter(_BOTH):
        old = [tag for each in both.iterchildren(_OLD) for tag in _tags(each, fields)]
        for new in both.iterchildren(_NEW):
            for tag in _tags(new, fields):
                if tag not in old:
                    raise _moved(tag, fields, _("en textruta eller figur"))


def _tags(root: Any, fields: Fields) -> Iterator[str]:
    """Yield the tags of the fields in an element that are data."""
    for control in root.iter(CONTROL):
        tag = tag_of(control)
        if tag != VERSION and fields.human(tag):
            yield tag


def _places() -> dict[str, str]:
    return {
        "header": _("ett sidhuvud"),
        "footer": _("en sidfot"),
        "footnotes": _("en fotnot"),
        "endnotes": _("en slutnot"),
    }


def _moved(tag: str, fields: Fields, where: str) -> UnusableError:
    return UnusableError(
        _(
            "fältet ”{label}” ({tag}) står i {where}, där det som fylls i aldrig läses "
            "tillbaka; flytta fältet till själva dokumentet"
        ).format(label=fields.human(tag), tag=tag, where=where)
    )
