"""What a form page shows: the fields, what is said of them, and where."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from formsvc.areas import AREAS
from formsvc.findings import Severity
from formsvc.formkit.kind import Kind
from formsvc.formkit.row_changes import with_rows
from formsvc.formkit.view import FieldView, GroupView, RowsView, View, view
from formsvc.pipeline import TakenIn
from formsvc.web.carried import as_text
from formsvc.web.notes import Answer, Note, answers_in, asked, notes_on
from formsvc.web.recipient_box import Box
from formsvc.web.standing import Place, place_of

LEAST_ROWS = {
    "guardians": 2,
    "measures": 1,
    "participants": 3,
    "parties": 2,
    "questions": 2,
    "recipients": 2,
}
"""Rows that an empty page shows of a list, by the last word of its name; else none."""

MOST_UNFOLDED = 8
"""Rows of a long list that stand open all the same: more would hide each other."""

GROWING = ("measures",)
"""Lists that end with an empty row, so that one writes on without asking for it."""


@dataclass
class FormPage:
    """A form page. `checked` says whether findings are shown.

    `notice` tells what was done, `complaint` what could not be, `focus` is the name of
    the field to go on in, `undo` the row that can be put back. `notice_at` is the
    section that the notice stands in, else it is above all; `before` is the whole
    document that can be taken back, `after` the one that was taken back. `part` is a
    list whose rows are looked at before the page is checked; `box` is what stands in
    the boxes of pasted rows, and what is said there.
    """

    taken: TakenIn
    checked: bool = False
    notice: str = ""
    complaint: str = ""
    focus: str = ""
    undo: str = ""
    notice_at: str = ""
    before: str = ""
    after: str = ""
    part: str = ""
    box: Box = field(default_factory=Box)
    kind: Kind = field(init=False)

    def __post_init__(self) -> None:
        """Show findings also where a warning has been answered."""
        self.kind = self.taken.kind
        self.checked = self.checked or bool(self._answers)

    @cached_property
    def doc(self) -> GroupView:
        """The fields, with the empty rows that the page offers."""
        rows = with_rows(self.kind.form, self.taken.formdata, LEAST_ROWS, GROWING)
        return view(self.kind.form(rows))

    @cached_property
    def place(self) -> Place:
        """Where the document stands among versions."""
        return place_of(self.taken)

    @cached_property
    def notes(self) -> list[Note]:
        """All findings, as on paper; only those of the file until it is checked."""
        anchors = dict(_anchors(self.doc))
        return notes_on(
            self.taken, self._answers, anchors, checked=self.checked, part=self.part
        )

    def grows(self, listed: str) -> bool:
        """Return whether a list always ends with an empty row."""
        return listed.rpartition("-")[2] in GROWING

    def folds(self, rows: RowsView, row: GroupView) -> bool:
        """Return whether a row of a long list is folded: it says something, in order.

        The one that someone goes on in is not.
        """
        name = row.group_name
        here = self.focus.startswith(f"{name}-")
        return len(rows) > MOST_UNFOLDED and not here and not self.within(name)

    def about(self, name: str) -> list[Note]:
        """Return what is said of the field, group or list of that name."""
        return self._notes_at.get(name, [])

    def within(self, name: str) -> bool:
        """Return whether something has to be done in the group of that name."""
        return any(
            note.anchor == name or note.anchor.startswith(f"{name}-")
            for note in self.notes
            if note.finding.severity is not Severity.TIP and not note.answered
        )

    def to_do(self, severity: str) -> list[Note]:
        """Return what still waits for the person, of one severity."""
        return [
            note
            for note in self.notes
            if note.finding.severity == severity and not note.answered
        ]

    def wrong_in(self, listed: str) -> list[Note]:
        """Return what has to be mended in the rows of a list."""
        errors = self.to_do(Severity.ERROR)
        return [note for note in errors if note.anchor.startswith(f"{listed}-")]

    @property
    def kept_answers(self) -> list[Answer]:
        """Answers to warnings that no longer stand on the page: kept all the same."""
        shown = {note.answer.number for note in self.notes if note.answer}
        return [answer for answer in self._answers if answer.number not in shown]

    def asked(self, answer: Answer) -> str:
        """Return what an answer answered, empty when there is no such rule."""
        return asked(self.kind, answer.rule)

    @property
    def stamp(self) -> str:
        """The stamp that the document came with, to be sent along."""
        stamp = self.taken.stamp
        return json.dumps(stamp, ensure_ascii=False) if stamp else ""

    @property
    def carried(self) -> str:
        """What is said of the file that was opened, to be sent along."""
        return as_text(self.taken.carried)

    @property
    def people(self) -> list[str]:
        """Every professional's name on the page, to be offered again."""
        names = {
            part.value: None
            for part in _leaves(self.doc)
            if part.key in ("name", "responsible", "chaired_by", "note_taker")
            and part.filled
            and not part.name.startswith(("child", "guardians", "subject"))
        }
        return sorted(names)

    @property
    def needs(self) -> list[str]:
        """The areas of a plan that are marked as having needs."""
        marked = {
            leaf.name
            for leaf in _leaves(self.doc)
            if leaf.key == "has_need" and leaf.value
        }
        return [area.id for area in AREAS if f"areas-{area.id}-has_need" in marked]

    @cached_property
    def _notes_at(self) -> dict[str, list[Note]]:
        found: dict[str, list[Note]] = {}
        for note in self.notes:
            found.setdefault(note.anchor, []).append(note)
        return found

    @cached_property
    def _answers(self) -> list[Answer]:
        return answers_in(self.taken)


def _leaves(part: Any) -> Iterator[FieldView]:
    if isinstance(part, FieldView):
        yield part
    else:
        for inner in part:
            yield from _leaves(inner)


def _anchors(part: View) -> Iterator[tuple[str, str]]:
    """Yield every name that a finding may have, with the id of it on the page.

    A box of several stands for its question.
    """
    if isinstance(part, FieldView):
        yield part.name, part.name
        yield from ((f"{part.name}-{value}", part.name) for value, _w in part.options)
        return
    name = part.name if isinstance(part, RowsView) else part.group_name
    yield name, name
    for inner in part:
        yield from _anchors(inner)
