"""Findings as a page shows them: where each stands, and where a warning is answered."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from formsvc import pipeline
from formsvc.findings import Finding, Severity
from formsvc.formkit.format_rules import FORMAT_RULES
from formsvc.formkit.kind import Kind
from formsvc.pipeline import TakenIn
from formsvc.web.carried import PLACE

COVER_RULE = "invitation.recipient.consent"
"""What one button answers for every invited organisation at once."""

_WORD = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a warning is answered: the row of `overrides`, and the reason in it."""

    rule: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a page shows it.

    `anchor` is the id of what it is about, empty when the page does not have it.
    `answer` is set on the first of a rule's warnings: one reason answers them all.
    """

    finding: Finding
    anchor: str
    answered: bool = False
    answer: Answer | None = None


def answers_in(taken: TakenIn) -> list[Answer]:
    """Return the answers to warnings that are written, with their rows."""
    rows = enumerate(taken.facts.all_rows("overrides"))
    return [Answer(row["rule"], at, row["reason"]) for at, row in rows if not row.empty]


def asked(kind: Kind, code: str) -> str:
    """Return the message of a rule, "…" for its words; empty when there is none."""
    for rule in (*FORMAT_RULES, *kind.rules):
        if rule.code == code:
            return _WORD.sub("…", rule.message)
    return ""


def notes_on(
    taken: TakenIn,
    answers: Sequence[Answer],
    anchors: Mapping[str, str],
    *,
    checked: bool,
    part: str = "",
) -> list[Note]:
    """Return every finding, as on paper; until it is `checked` those of the file alone.

    Of a list that is looked at by itself, `part`, those of its rows too: all but what a
    button of its own answers. `anchors` has the id of each field's name.
    """
    found = pipeline.review(taken) if checked else _first(taken, part)
    places = _places(answers, [finding for finding, _answered in found])
    return [
        Note(
            finding,
            anchors.get(finding.field) or (PLACE if finding in taken.carried else ""),
            answered,
            places.pop(finding.rule, None),
        )
        for finding, answered in found
    ]


def _first(taken: TakenIn, part: str) -> list[tuple[Finding, bool]]:
    told = [(one, False) for one in taken.told]
    if part:
        told += [
            (one, is_answered)
            for one, is_answered in pipeline.review(taken)
            if one.field.startswith(f"{part}-")
            and one.rule != COVER_RULE
            and one not in taken.told
        ]
    return told


def _places(answers: Sequence[Answer], found: Sequence[Finding]) -> dict[str, Answer]:
    """Return for every rule that warns the row of its answer: its own, or a new one."""
    warned = [one.rule for one in found if one.severity is Severity.WARNING]
    written = {answer.rule: answer for answer in reversed(answers)}
    free = count(max((answer.number for answer in answers), default=-1) + 1)
    return {
        rule: written.get(rule) or Answer(rule, next(free), "")
        for rule in dict.fromkeys(warned)
    }
