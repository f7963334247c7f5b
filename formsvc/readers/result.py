"""What a file turned out to carry."""

from typing import Any, NamedTuple

from formsvc.findings import Finding


class ReadFile(NamedTuple):
    """What a file carries: `kind` is the name of what it is.

    Its data, or when that is missing names and texts of fields and a stamp beside them,
    which may be anything.
    `findings` tell of what the form of the kind does not have.
    """

    kind: str
    data: dict[str, Any] | None = None
    fields: tuple[tuple[str, str], ...] = ()
    stamp: Any = None
    findings: tuple[Finding, ...] = ()
