"""Rows are added, taken away and put back, and no other row is touched."""

import json

import pytest
from changes import CONSENT, INVITATION, PLAN
from pages import Page, Pairs, Visitor
from sample_data import DATA, taken

from formsvc.formkit.data import canonical
from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import lists
from formsvc.formkit.row_changes import first_field
from formsvc.forms import KINDS
from formsvc.web.page import GROWING, LEAST_ROWS

LISTS = [
    (kind, listed)
    for kind in KINDS.values()
    for listed in lists(kind.form)
    if listed != "overrides"
]
ONE_OF_SEVEN = "areas-learning-measures"
every_list = pytest.mark.parametrize(
    ("kind", "listed"),
    [
        pytest.param(
            kind,
            listed,
            id=f"{kind.name} {listed}",
            marks=[pytest.mark.slow]
            if listed.startswith("areas") and listed != ONE_OF_SEVEN
            else [],
        )
        for kind, listed in LISTS
    ],
)


def first(kind: Kind, listed: str, number: int) -> str:
    return first_field(kind.form, listed, number)


def three(kind: Kind, listed: str) -> Pairs:
    """Return the names and texts of a list of three rows, each with a text."""
    texts = ("Första", "Andra", "Tredje")
    return [(first(kind, listed, number), text) for number, text in enumerate(texts)]


def written(listed: str, page: Page) -> list[str]:
    """Return what stands first in each row that says something."""
    return [text for text in page.rows(listed) if text]


@every_list
def test_a_row_is_added_last_and_one_goes_on_there(
    visitor: Visitor, kind: Kind, listed: str
) -> None:
    before = Page(visitor.post(f"/{kind.page}", [*three(kind, listed), ("do", "edit")]))
    rows = len(before.rows(listed))

    after = Page(visitor.press(before, f"add {listed}"))

    assert len(after.rows(listed)) == rows + 1
    assert after.rows(listed) == [*before.rows(listed), ""]
    assert after.focus == first(kind, listed, rows)
    assert after.data(kind) == before.data(kind)


@every_list
def test_the_middle_row_is_taken_away_and_put_back_in_its_place(
    visitor: Visitor, kind: Kind, listed: str
) -> None:
    before = Page(visitor.post(f"/{kind.page}", [*three(kind, listed), ("do", "edit")]))
    assert written(listed, before) == ["Första", "Andra", "Tredje"]

    without = Page(visitor.press(before, f"remove {listed}-1"))
    back = Page(visitor.press(without, "undo"))

    assert written(listed, without) == ["Första", "Tredje"]
    assert "Raden är borttagen." in without.html
    assert without.focus == "undo"
    assert written(listed, back) == ["Första", "Andra", "Tredje"]
    assert back.data(kind) == before.data(kind)
    assert back.focus == first(kind, listed, 1)
    assert "undo" not in back.buttons()


@every_list
def test_an_empty_row_goes_without_a_word(
    visitor: Visitor, kind: Kind, listed: str
) -> None:
    pairs = [*three(kind, listed), (first(kind, listed, 3), "")]
    before = Page(visitor.post(f"/{kind.page}", [*pairs, ("do", "edit")]))

    after = Page(visitor.press(before, f"remove {listed}-3"))

    assert "undo" not in after.buttons()
    assert after.shown("notice") == []
    assert after.data(kind) == before.data(kind)
    assert after.focus == f"add {listed}"


@pytest.mark.parametrize(
    ("kind", "listed"),
    [
        (CONSENT, "guardians"),
        (CONSENT, "copies_to"),
        (INVITATION, "recipients"),
        (PLAN, "areas-learning-measures"),
    ],
    ids=["guardians", "copies_to", "recipients", "measures"],
)
def test_a_row_is_put_back_whole_among_all_the_others(
    visitor: Visitor, kind: Kind, listed: str
) -> None:
    page = visitor.written(kind, DATA["unusual"](kind))
    whole = canonical(taken(kind.name, "unusual").data)
    assert page.data(kind) == whole

    without = Page(visitor.press(page, f"remove {listed}-1"))
    back = Page(visitor.press(without, "undo"))

    assert without.data(kind) != whole
    assert back.data(kind) == whole


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_an_empty_page_has_rows_to_begin_in(visitor: Visitor, kind: Kind) -> None:
    page = visitor.open(f"/{kind.page}")

    for listed in lists(kind.form):
        assert len(page.rows(listed)) == LEAST_ROWS.get(listed.rpartition("-")[2], 0)


def test_measures_end_with_an_empty_row(visitor: Visitor) -> None:
    assert GROWING == ("measures",)
    name = "areas-safety-measures-0-what"

    page = Page(visitor.post("/plan", [(name, "Ring"), ("do", "edit")]))

    assert page.rows("areas-safety-measures") == ["Ring", ""]
    page = Page(visitor.press(page, "stay"))
    assert page.rows("areas-safety-measures") == ["Ring", ""]


@pytest.mark.parametrize(
    ("kind", "listed"),
    [(CONSENT, "copies_to"), (INVITATION, "questions"), (PLAN, "participants")],
    ids=KINDS,
)
def test_a_full_list_takes_no_more(visitor: Visitor, kind: Kind, listed: str) -> None:
    pairs = [(first(kind, listed, row), f"rad {row}") for row in range(MAX_ROWS)]

    page = Page(visitor.post(f"/{kind.page}", [*pairs, ("do", f"add {listed}")]))

    assert page.rows(listed) == [text for _name, text in pairs]
    assert page.shown("error") == ["Fler rader får inte plats i ett dokument."]


def test_rows_beyond_the_limit_are_told_not_dropped_in_silence(
    visitor: Visitor,
) -> None:
    pairs = [(f"participants-{row}-name", f"rad {row}") for row in range(MAX_ROWS + 5)]

    page = Page(visitor.post("/plan", [*pairs, ("do", "edit")]))

    assert len(page.rows("participants")) == MAX_ROWS
    assert page.links() == [("participants", page.links()[0][1])]
    assert "205 rader" in page.beside("participants")[0]


def test_removing_keeps_what_is_wrong_beside_the_right_row(visitor: Visitor) -> None:
    pairs = [(f"guardians-{row}-phone", text) for row, text in enumerate("abc")]
    page = Page(visitor.post("/plan", [*pairs, ("do", "create")]))
    assert [bool(page.beside(f"guardians-{row}-phone")) for row in range(3)] == [
        True
    ] * 3

    page = Page(visitor.press(page, "remove guardians-0"))

    assert page.value("guardians-0-phone") == "b"
    assert "”b”" in page.beside("guardians-0-phone")[0]
    assert "”c”" in page.beside("guardians-1-phone")[0]


def test_gaps_between_rows_are_closed(visitor: Visitor) -> None:
    pairs = [("participants-7-name", "Bo"), ("participants-900-name", "Åsa")]

    page = Page(visitor.post("/plan", [*pairs, ("do", "edit")]))

    assert page.rows("participants") == ["Bo", "Åsa", ""]


@pytest.mark.parametrize("do", ["undo", "stay"])
def test_the_stamp_of_a_document_is_not_lost_with_a_row(
    visitor: Visitor, do: str
) -> None:
    stamp = '{"kind": "plan", "number": 3}'
    pairs = [*three(PLAN, "participants"), ("stamp", stamp), ("do", "edit")]
    page = Page(visitor.post("/plan", pairs))

    page = Page(visitor.press(page, "remove participants-1"))
    page = Page(visitor.press(page, do))

    assert json.loads(page.value("stamp")) == json.loads(stamp)


@pytest.mark.parametrize(
    "do",
    [
        "add nothing",
        "add",
        "add child",
        "add participants-0",
        "remove",
        "remove participants",
        "remove participants-",
        "remove participants-x",
        "remove participants-²",
        "remove participants-٣",
        "remove participants-99999999999999999999",
        "remove child-name",
        "undo",
        "file",
        "hoppa",
        "",
        "create\x00",
        "🙂",
    ],
)
def test_a_button_that_is_not_ours_loses_nothing(visitor: Visitor, do: str) -> None:
    pairs = three(PLAN, "participants")

    page = Page(visitor.post("/plan", [*pairs, ("do", do)]))

    assert page.status in (400, 422)
    assert page.rows("participants") == ["Första", "Andra", "Tredje"]
    assert page.shown("error")[0]


@pytest.mark.parametrize(
    "undo",
    [
        "",
        "{}",
        "[]",
        "null",
        "7",
        "{",
        '{"row": 7, "texts": {}}',
        '{"row": "participants-1", "texts": 7}',
        '{"row": "participants-1", "texts": "ab"}',
        '{"row": "child-1", "texts": {"child-1": "x"}}',
        '{"row": "participants--1", "texts": {}}',
        "[" * 100_000,
        "9" * 5000,
    ],
)
def test_an_undo_that_is_not_ours_loses_nothing(visitor: Visitor, undo: str) -> None:
    pairs = [*three(PLAN, "participants"), ("undo", undo)]

    page = Page(visitor.post("/plan", [*pairs, ("do", "undo")]))

    assert page.status == 400
    assert page.rows("participants") == ["Första", "Andra", "Tredje"]


def test_an_undo_of_strange_texts_puts_back_what_a_row_can_hold(
    visitor: Visitor,
) -> None:
    undo = {
        "row": "participants-700",
        "texts": {
            "participants-700-name": "Bo \ud800",
            "participants-700-nope": "x",
            "participants-1-name": "annan rad",
            "child-name": "y",
            "participants-": "z",
        },
    }
    pairs = [*three(PLAN, "participants"), ("undo", json.dumps(undo)), ("do", "undo")]

    page = Page(visitor.post("/plan", pairs))

    assert page.status == 200
    assert page.rows("participants")[:3] == ["Första", "Andra", "Tredje"]
    assert page.value("child-name") == ""
    assert len(page.rows("participants")) == 4


def test_undo_into_a_full_list_drops_no_row_in_silence(visitor: Visitor) -> None:
    pairs = [(f"participants-{row}-name", f"rad {row}") for row in range(MAX_ROWS)]
    undo = {"row": "participants-3", "texts": {"participants-3-name": "Bo"}}

    page = Page(
        visitor.post("/plan", [*pairs, ("undo", json.dumps(undo)), ("do", "undo")])
    )

    rows = page.rows("participants")
    assert rows == [text for _name, text in pairs] or page.shown("error")
