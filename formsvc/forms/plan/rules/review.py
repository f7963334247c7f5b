"""Rules on the plan before: how it went with each of its measures."""

from collections.abc import Iterator

from formsvc.areas import AREAS
from formsvc.findings import Severity
from formsvc.formkit.facts import Facts
from formsvc.formkit.rules import Hit, Rule, at
from formsvc.formkit.text import plain_line
from formsvc.forms.plan.going_on import FINAL
from formsvc.i18n import _
from formsvc.references import FAQ

_HOW = {"done": _("genomförd"), "cancelled": _("avbruten")}


def _outcome_missing(facts: Facts) -> Iterator[Hit]:
    for row in facts.rows("review"):
        if row["what"] and not row["status"]:
            yield at(row, "status")


def _finished_but_planned(facts: Facts) -> Iterator[Hit]:
    """Yield measures that the review says are finished, and their area does not."""
    finished = {
        (row["area"], _alike(row["what"])): row["status"]
        for row in facts.rows("review")
        if row["what"] and row["status"] in FINAL
    }
    for area in AREAS:
        for measure in facts.group("areas").group(area.id).rows("measures"):
            status = finished.get((area.id, _alike(measure["what"])))
            if status and measure["status"] not in FINAL:
                what = plain_line(measure["what"])
                yield at(measure, "status", what=what, how=_HOW[status])


def _alike(text: str) -> str:
    """Return a text as it is compared: without what only looks different."""
    return " ".join(plain_line(text).casefold().split()).rstrip(".")


REVIEW_RULES = (
    Rule(
        "plan.review.status",
        Severity.WARNING,
        _outcome_missing,
        _("{called}: det står inte hur det gick sedan förra planen."),
        _("Välj hur det gick, så att alla vet vad som är kvar att göra."),
        FAQ,
    ),
    Rule(
        "plan.review.finished",
        Severity.WARNING,
        _finished_but_planned,
        _(
            "{called}: ”{what}” är {how} enligt uppföljningen men står kvar som "
            "planerad."
        ),
        _("Ta bort insatsen, eller ändra dess läge."),
        FAQ,
    ),
)
