"""A file of another kind than a command takes: said at once, with what takes it."""

from collections.abc import Mapping
from typing import Any

from formsvc.cli.swedish import WrongCallError
from formsvc.errors import UnreadableError
from formsvc.i18n import _

INSTEAD: Mapping[tuple[str, str], str] = {
    ("invitation", "plan"): _("Det här ser ut som en plan. Använd `formsvc copies`."),
    ("invitation", "consent"): _(
        "Det här ser ut som ett samtycke. Brev görs av en inbjudan."
    ),
    ("plan", "invitation"): _(
        "Det här ser ut som en inbjudan. Använd `formsvc letters`."
    ),
    ("plan", "consent"): _(
        "Det här ser ut som ett samtycke. Kopior på papper görs av en plan."
    ),
}
"""By the kind that is taken, and the kind that the file looks like."""


def demand_kind(data: dict[str, Any], kind: str) -> None:
    """Raise `WrongCallError` when `data` is that of another kind.

    What looks like none, or like several, is for the rules to tell of.
    """
    from formsvc.readers.json_data import kind_of

    try:
        found = kind_of(data)
    except UnreadableError:
        return
    if (kind, found) in INSTEAD:
        raise WrongCallError(INSTEAD[kind, found])
