"""What a template has to hold: the controls of a form, with one row in each list."""

from formsvc.formkit.groups import NEVER_IN_BLANKS
from formsvc.formkit.kind import Kind
from formsvc.word.controls import Control
from formsvc.word.fields import VERSION, fields_of


def wanted(kind: Kind) -> dict[str, Control]:
    """Return the controls that a template of `kind` has to hold, by tag."""
    controls = fields_of(kind, {}).controls
    return {tag: control for tag, control in controls.items() if tag != VERSION}


def missed(kind: Kind, found: set[str]) -> list[Control]:
    """Return the controls that a template lacks, when it has those in `found`.

    It may do without answers to warnings.
    """
    return [
        control
        for tag, control in wanted(kind).items()
        if tag not in found and not tag.startswith(NEVER_IN_BLANKS)
    ]
