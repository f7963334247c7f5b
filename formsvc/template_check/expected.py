"""What a template has to hold: the controls of a form, with one row in each list."""

from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import lists
from formsvc.formkit.spare_rows import empty_rows
from formsvc.formkit.view import view
from formsvc.word.controls import Control, controls_of
from formsvc.writable.shape import MEASURES

NEVER_MISSED = "overrides-"
"""Answers to warnings: a template may do without their fields."""


def wanted(kind: Kind) -> dict[str, Control]:
    """Return the controls that a template of `kind` has to hold, by tag."""
    rows = dict.fromkeys(lists(kind.form), 1) | {MEASURES: 1}
    empty = view(kind.form(data=empty_rows(kind.form, rows)))
    return {control.tag: control for control in controls_of(empty)}


def missed(kind: Kind, found: set[str]) -> list[Control]:
    """Return the controls that a template lacks, when it has those in `found`."""
    return [
        control
        for tag, control in wanted(kind).items()
        if tag not in found and not tag.startswith(NEVER_MISSED)
    ]
