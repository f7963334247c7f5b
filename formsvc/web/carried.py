"""What is said of an opened file goes along with its page until it is answered.

The page has no field for what the file had, so the first post would end it. Whoever
changes what is sent along changes only what is said to themselves.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from formsvc.findings import Finding, Severity
from formsvc.formkit.text import clean_text
from formsvc.i18n import _
from formsvc.references import MODEL

CARRIED = "file_findings"
"""The name of the hidden field."""

PLACE = "filen"
"""The id of the section that shows what no field of the page has."""

MOST = 100
"""Findings that are carried; of more it is told how many."""

MOST_CHARACTERS = 2_000_000
"""Of what a page sends along: more than the longest findings take, all escaped."""

_LONGEST = {"rule": 60, "field": 200, "message": 5_000, "fix": 500, "source": 200}
"""Characters by key."""


def from_file(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what is carried of what is said of a file.

    The page cannot mend the file: an error asks, as a warning does.
    """
    left = iter(findings)
    kept = [_kept(finding) for finding in islice(left, MOST)]
    if more := sum(1 for _finding in left):
        kept.append(_more(more))
    return tuple(kept)


def as_text(findings: Iterable[Finding]) -> str:
    """Return what the page sends along, nothing when there is nothing to tell."""
    told = [finding.as_json() for finding in findings]
    return json.dumps(told, ensure_ascii=False) if told else ""


def from_text(text: str) -> tuple[Finding, ...]:
    """Return what a page has sent along, nothing when it is not as a page writes it."""
    if not text or len(text) > MOST_CHARACTERS:
        return ()
    try:
        return tuple(_read(json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def _kept(finding: Finding) -> Finding:
    """Return a finding as it is carried: a warning or a tip of bounded length."""
    is_tip = finding.severity is Severity.TIP
    texts = {
        key: clean_text(getattr(finding, key)[:most]) for key, most in _LONGEST.items()
    }
    return Finding(severity=Severity.TIP if is_tip else Severity.WARNING, **texts)


def _more(count: int) -> Finding:
    return Finding(
        "file.more",
        Severity.WARNING,
        "",
        _("Det finns {count} saker till att säga om filen.").format(count=count),
        _("Jämför med filen innan du går vidare."),
        MODEL,
    )


def _read(told: object) -> Iterator[Finding]:
    """Yield the findings; raises for what is none."""
    if not isinstance(told, list) or len(told) > MOST + 1:
        raise TypeError
    for one in told:
        severity = Severity(one.pop("severity"))
        is_right = one.keys() == _LONGEST.keys() and all(
            isinstance(text, str) and len(text) <= _LONGEST[key]
            for key, text in one.items()
        )
        if not is_right or severity is Severity.ERROR:
            raise ValueError
        clean = {key: clean_text(text) for key, text in one.items()}
        yield Finding(severity=severity, **clean)
