"""Templates that office staff change are checked: what is wrong, where, how to mend it.

A template is looked through first; what is found nowhere shows in documents that are
made of it: an empty one, the example, the longest and a stamped one.
"""

import logging
from collections.abc import Iterator
from pathlib import Path

from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.template_check.fault import Fault
from formsvc.template_check.pdf_templates import pdf_faults
from formsvc.template_check.word_templates import seen_faults, used_faults
from formsvc.word.kept import own_template, packaged_template

__all__ = ["Fault", "checked"]

_logger = logging.getLogger(__name__)

Told = tuple[str, Fault | None]
"""A template by name and one of its faults; nothing when it is done and has none."""


def checked(instance: Path, profile: Profile) -> Iterator[Told]:
    """Yield what there is to tell of all templates, as soon as it is known.

    What is seen at once comes first, then what shows in documents: Word's, the PDFs'.
    """
    usable = []
    for kind in KINDS.values():
        for name, path in _word_templates(kind, instance):
            seen = list(_whatever_happens(seen_faults(path, kind)))
            yield from ((name, fault) for fault in seen)
            if all(fault.tip for fault in seen):
                usable.append((name, path, kind))
    for name, path, kind in usable:
        yield from _told(name, used_faults(path, kind, profile))
    for kind in KINDS.values():
        yield from _told(f"templates/pdf/{kind.name}.html", pdf_faults(kind, profile))


def _told(name: str, faults: Iterator[Fault]) -> Iterator[Told]:
    whole = True
    for fault in _whatever_happens(faults):
        whole = whole and fault.tip
        yield name, fault
    if whole:
        yield name, None


def _whatever_happens(faults: Iterator[Fault]) -> Iterator[Fault]:
    """Yield faults; an error that nobody foresaw is one more, and the last."""
    try:
        yield from faults
    except OSError:
        yield Fault(
            "",
            _("Mallen går inte att läsa."),
            _("Se efter att filen finns kvar, och att tjänsten får läsa den."),
        )
    except Exception:  # the other templates are still to be checked
        _logger.debug("a template could not be checked", exc_info=True)
        yield Fault(
            "",
            _("Granskningen kom inte igenom mallen."),
            _("Jämför med tjänstens egen mall, eller börja om från den."),
        )


def _word_templates(kind: Kind, instance: Path) -> Iterator[tuple[str, Path]]:
    """Yield the template that comes along, and the organisation's own if it has one."""
    path = packaged_template(kind)
    yield f"{path.parent.name}/{path.name}", path
    if (own := own_template(kind, instance)).exists():
        yield str(own), own
