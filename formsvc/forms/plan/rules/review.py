"""Rules on the plan before: how it went with each of its measures."""

from collections.abc import Iterator

from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.i18n import _
from formsvc.references import FAQ


def _outcome_missing(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("review"):
        if row["what"] and not row["status"]:
            yield at(row, "status")


REVIEW_RULES = (
    Rule(
        "plan.review.status",
        Severity.WARNING,
        _outcome_missing,
        _("{called}: det står inte hur det gick sedan förra planen."),
        _("Välj hur det gick, så att alla vet vad som är kvar att göra."),
        FAQ,
    ),
)
