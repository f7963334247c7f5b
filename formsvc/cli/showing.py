"""What commands answer: their exit status, findings and JSON."""

import json
from typing import Any

import click

from formsvc.findings import Finding, Severity
from formsvc.i18n import _

DONE, HAS_ERRORS, WRONG_CALL, UNREADABLE, REFUSED = range(5)
"""The exit status of a command (contract, section 5)."""

LABELS = {
    Severity.ERROR: "",
    Severity.WARNING: _("Varning: "),
    Severity.TIP: _("Tips: "),
}


def print_findings(findings: list[Finding]) -> None:
    """Write findings on standard error, one a line."""
    for finding in findings:
        label = LABELS[finding.severity]
        words = f"{finding.field}: {label}{finding.message} {finding.fix}"
        click.echo(words.strip(), err=True)


def as_text(answer: Any) -> str:
    """Return an answer as JSON that people can read."""
    return json.dumps(answer, ensure_ascii=False, indent=2)
