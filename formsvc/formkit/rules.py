"""What a rule is, and how a table of rules judges a form."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from formsvc.findings import Finding, Severity
from formsvc.formkit.facts import Facts

RECIPIENTS = ("recipients", "distribution")
"""Lists that may be long: what is said of a row there names who it is."""

NAMES = ("unit", "organisation", "attention", "recipient")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A field that a rule has something to say of, with words for its message."""

    field: str
    words: dict[str, str]


def at(facts: Facts, *path: str, **words: str) -> Hit:
    """Return a hit at the field `path` below `facts`; `words` fill the message.

    So does `called`, what `facts` is called when it is a row or a group.
    """
    return Hit(facts.name(*path), {"called": facts.called, **words})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a row of the table that pages, API, command line and readers share.

    `message` and `fix` may name words of a hit in braces. `source` is the line of the
    model or the law that asks for it.
    """

    code: str
    severity: Severity
    find: Callable[[Facts], Iterable[Hit]]
    message: str
    fix: str
    source: str

    def judge(self, facts: Facts) -> Iterator[Finding]:
        """Yield what this rule finds."""
        for hit in self.find(facts):
            yield Finding(
                rule=self.code,
                severity=self.severity,
                field=hit.field,
                message=self.message.format(**hit.words),
                fix=self.fix.format(**hit.words),
                source=self.source,
            )


def judge(rules: Sequence[Rule], facts: Facts) -> list[Finding]:
    """Return all findings of `rules`, answered ones too, in the document's order."""
    order = {name: place for place, name in enumerate(_names(facts))}
    found = [finding for rule in rules for finding in rule.judge(facts)]
    found = [*_called(found, facts)]
    return sorted(found, key=lambda finding: order.get(finding.field, len(order)))


def _called(found: Iterable[Finding], facts: Facts) -> Iterator[Finding]:
    """Yield findings; one of a recipient's row says whose it is, with the name."""
    rows = {
        row.name("kind").rpartition("-")[0]: row
        for listed in RECIPIENTS
        if listed in facts
        for row in facts.rows(listed)
    }
    for finding in found:
        row = rows.get(finding.field.rpartition("-")[0])
        yield finding if row is None else _of_row(finding, row)


def _of_row(finding: Finding, row: Facts) -> Finding:
    named = next(filter(None, map(row.get, NAMES)), "")
    whose = f"{row.called} ({named[:LONGEST_NAME]})" if named else row.called
    told = finding.message.removeprefix(f"{row.called}: ")
    return replace(finding, message=f"{whose}: {told}")


def answered(found: Iterable[Finding], facts: Facts) -> Iterator[tuple[Finding, bool]]:
    """Yield each finding, with whether it is a warning that `overrides` answers."""
    rules = {row["rule"] for row in facts.rows("overrides") if row["reason"]}
    for finding in found:
        warned = finding.severity is Severity.WARNING
        yield finding, warned and finding.rule in rules


def _names(facts: Facts) -> Iterator[str]:
    for key, field in facts.form._fields.items():
        yield field.name
        if hasattr(field, "vocabulary"):
            yield from (f"{field.name}-{value}" for value, _label in field.vocabulary)
        for part in getattr(field, "entries", [field]):
            if hasattr(part, "form"):
                yield part.name
                yield from _names(Facts(part.form))
            else:
                yield part.name
        del key
