"""What people do in Word is read: that, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from changes import changed
from word import ooxml, word_edits
from word.documents import word

from formsvc import pipeline
from formsvc.formkit.data import Data, canonical
from formsvc.forms import KINDS

PLAN = KINDS["plan"]
WHICH = ("plan", "example")
NAME, LONG, DAY = "child-name", "reason", "established_on"
STATUS = "areas-development-measures-0-status"
NEED, NO_NEED = "areas-development-has_need", "areas-home-has_need"
CELL = "participants-0-name"

Edit = Callable[[bytes], bytes]

EDITS: dict[str, tuple[Edit, dict[str, Any]]] = {
    "runs that Word has cut": (
        lambda c: word_edits.split_into_runs(c, NAME, ("Ör", "jan ", "Älv", "sjö")),
        {NAME: "Örjan Älvsjö"},
    ),
    "hyphens that do not break, or may": (
        lambda c: word_edits.with_hard_hyphen(c, NAME, "Anna", "Lisa"),
        {NAME: "Anna\u2011L\u00adisa"},
    ),
    "changes that are tracked": (
        lambda c: word_edits.tracked(c, LONG, "Det gamla.", "Det nya."),
        {LONG: "Det nya."},
    ),
    "text that is moved": (
        lambda c: word_edits.moved(c, LONG, "Flyttat."),
        {LONG: "Flyttat."},
    ),
    "several paragraphs": (
        lambda c: word_edits.in_paragraphs(c, LONG, ("Ett.", "", "Tre.")),
        {LONG: "Ett.\n\nTre."},
    ),
    "an emoji from the panel": (
        lambda c: word_edits.with_emoji(c, LONG, "Glad ", "😊"),
        {LONG: "Glad 😊"},
    ),
    "a smiley that Word has made": (
        lambda c: word_edits.with_smiley(c, LONG, "Glad "),
        {LONG: "Glad ☺"},
    ),
    "an address that became a field": (
        lambda c: word_edits.with_address(c, LONG, "namn@example.se"),
        {LONG: "namn@example.se"},
    ),
    "an address that became a link": (
        lambda c: word_edits.with_link(c, LONG, "namn@example.se"),
        {LONG: "namn@example.se"},
    ),
    "a text that is deleted": (lambda c: word_edits.emptied(c, LONG), {LONG: ""}),
    "a day that is deleted": (lambda c: word_edits.emptied(c, DAY), {DAY: ""}),
    "a box that is ticked": (
        lambda c: word_edits.ticked(c, NO_NEED, on=True),
        {NO_NEED: True},
    ),
    "a box that is no longer ticked": (
        lambda c: word_edits.ticked(c, NEED, on=False),
        {NEED: False},
    ),
    "another choice": (
        lambda c: word_edits.chosen(c, STATUS, "Avbruten"),
        {STATUS: "cancelled"},
    ),
    "a choice that is taken back": (
        lambda c: word_edits.chosen(c, STATUS, "–"),
        {STATUS: ""},
    ),
    "a day in words": (
        lambda c: word_edits.dated(c, DAY, "2026-04-01", "1 april 2026"),
        {DAY: "2026-04-01"},
    ),
    "a control around its cell": (
        lambda c: word_edits.around_its_cell(c, CELL),
        {},
    ),
    "marks of saving": (word_edits.saved_again, {}),
}
"""What is done in Word, and what of the data is otherwise then."""


TOLD = {
    "changes that are tracked": ["file.tracked_changes"],
    "text that is moved": ["file.tracked_changes"],
}
"""What is said of a file beside its data."""


def read(content: bytes, *told: str) -> Data:
    opened = pipeline.opened(content)
    assert [finding.rule for finding in opened.shape] == list(told)
    return canonical(opened.data)


def expected(changes: dict[str, Any]) -> Data:
    return canonical(pipeline.take_in(PLAN, changed(PLAN, changes)).data)


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_is_read_and_nothing_else(what: str) -> None:
    edit, changes = EDITS[what]

    assert read(edit(word(WHICH)), *TOLD.get(what, ())) == expected(changes)


@pytest.mark.slow
@pytest.mark.parametrize("what", EDITS)
def test_the_edits_are_as_word_writes_them(what: str) -> None:
    edit, _changes = EDITS[what]

    assert ooxml.sdk(edit(word(WHICH))) == []


def test_rows_that_are_deleted_are_gone_and_later_ones_move_up() -> None:
    content = word_edits.without_row(word(WHICH), CELL)

    participants = PLAN.example()["participants"]
    assert read(content) == expected({"participants": participants[1:]})


def test_a_row_that_is_copied_comes_last_and_is_told_of() -> None:
    content = word_edits.with_row_again(word(WHICH), CELL)

    one, *others = PLAN.example()["participants"]
    wanted = expected({"participants": [one, *others, one]})
    assert read(content, "file.copied_row") == wanted


def test_a_day_that_the_calendar_has_otherwise_is_told_of() -> None:
    content = word_edits.dated(word(WHICH), DAY, "2026-04-01", "2 maj 2026")

    assert read(content, "file.two_dates") == expected({DAY: "2026-05-02"})


def test_a_field_that_is_gone_is_told_of() -> None:
    content = word_edits.unwrapped(word(WHICH), LONG)

    assert read(content, "file.missing_fields") == expected({LONG: ""})


def test_what_is_gone_is_told_by_name_also_in_one_row_of_several() -> None:
    content = word_edits.unwrapped(word(WHICH), "participants-1-role")

    (told,) = pipeline.opened(content).shape

    assert told.rule == "file.missing_fields"
    assert "saknar fält som blanketten har: ”Deltagare 2, Funktion”." in told.message
