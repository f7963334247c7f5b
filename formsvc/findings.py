"""A finding: something that a rule has to say of a field (contract, section 6)."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error` stops a stamp, never a draft; `warning` asks; `tip` helps."""

    ERROR = "error"
    WARNING = "warning"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, how to mend it, and which source asks for it."""

    rule: str
    severity: Severity
    field: str
    message: str
    fix: str
    source: str

    def as_json(self) -> dict[str, str]:
        """Return the object of `check --json` and the API."""
        return asdict(self)


def has_error(findings: list[Finding]) -> bool:
    """Return whether any finding stops a stamp."""
    return any(finding.severity is Severity.ERROR for finding in findings)
