"""Templates that office staff change are checked: what is wrong, where, how to mend it.

A template is looked through first; what is found nowhere shows in documents that are
made of it: an empty one, the example, the longest and a stamped one.
"""

from collections.abc import Iterator
from pathlib import Path

from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.profiles import Profile
from formsvc.template_check.fault import Fault
from formsvc.template_check.pdf_templates import pdf_faults
from formsvc.template_check.word_templates import word_faults
from formsvc.word.kept import own_template, packaged_template

__all__ = ["Fault", "checked"]


def checked(instance: Path, profile: Profile) -> Iterator[tuple[str, list[Fault]]]:
    """Yield each template by name with its faults: Word's, one's own, the PDFs'."""
    for kind in KINDS.values():
        for name, path in _word_templates(kind, instance):
            yield name, list(word_faults(path, kind, profile))
    for kind in KINDS.values():
        yield f"templates/pdf/{kind.name}.html", list(pdf_faults(kind, profile))


def _word_templates(kind: Kind, instance: Path) -> Iterator[tuple[str, Path]]:
    """Yield the template that comes along, and the organisation's own if it has one."""
    path = packaged_template(kind)
    yield f"{path.parent.name}/{path.name}", path
    if (own := own_template(kind, instance)).exists():
        yield str(own), own
