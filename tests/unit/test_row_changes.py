"""Rows of names and texts: added, taken away, put back."""

import pytest
from changes import CONSENT, PLAN
from sample_data import taken

from formsvc.formkit.flattened import MAX_ROWS, FormData
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import lists
from formsvc.formkit.row_changes import (
    add_row,
    count,
    first_field,
    put_back,
    take_row,
    with_rows,
    without_last_rows,
)
from formsvc.forms import KINDS

LISTS = [(kind, listed) for kind in KINDS.values() for listed in lists(kind.form)]
every_list = pytest.mark.parametrize(
    ("kind", "listed"), LISTS, ids=[f"{kind.name} {listed}" for kind, listed in LISTS]
)


def names(*texts: str) -> FormData:
    return FormData(
        {f"copies_to-{number}": [text] for number, text in enumerate(texts)}
    )


def texts(formdata: FormData) -> list[str]:
    return [formdata[f"copies_to-{at}"][0] for at in range(len(formdata))]


def full(kind: Kind) -> FormData:
    return FormData(taken(kind.name, "longest").formdata)


@every_list
def test_a_row_is_added_after_the_last(kind: Kind, listed: str) -> None:
    formdata = full(kind)
    before = FormData(formdata)

    name = add_row(kind.form, formdata, listed)

    assert name == first_field(kind.form, listed, 3)
    assert formdata == {**before, name: [""]}
    assert count(formdata, listed) == 4


@every_list
@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_row_that_is_taken_and_put_back_leaves_all_as_it_was(
    kind: Kind, listed: str, number: int
) -> None:
    formdata = full(kind)

    row = take_row(formdata, f"{listed}-{number}")

    assert row
    assert count(formdata, listed) == 2
    assert len(formdata) == len(full(kind)) - len(row)
    put_back(formdata, listed, number, row)
    assert formdata == full(kind)


def test_the_first_row_of_an_empty_list_is_added() -> None:
    formdata = FormData()

    assert add_row(PLAN.form, formdata, "participants") == "participants-0-name"
    assert add_row(PLAN.form, formdata, "participants") == "participants-1-name"
    assert count(formdata, "participants") == 2


def test_a_full_list_takes_no_more() -> None:
    formdata = names(*["x"] * MAX_ROWS)

    assert add_row(CONSENT.form, formdata, "copies_to") == ""
    assert len(formdata) == MAX_ROWS


def test_a_list_that_is_not_there_cannot_be_added_to() -> None:
    with pytest.raises(KeyError):
        add_row(PLAN.form, FormData(), "copies_to")


def test_those_after_a_row_move_up() -> None:
    formdata = names("A", "B", "C", "D")

    assert take_row(formdata, "copies_to-1") == {"copies_to-1": "B"}

    assert texts(formdata) == ["A", "C", "D"]


def test_ten_comes_after_nine() -> None:
    formdata = names(*(f"rad {row}" for row in range(12)))

    take_row(formdata, "copies_to-2")

    assert texts(formdata) == [f"rad {row}" for row in range(12) if row != 2]


def test_row_one_is_not_row_eleven() -> None:
    formdata = names(*(f"rad {row}" for row in range(12)))

    assert take_row(formdata, "copies_to-1") == {"copies_to-1": "rad 1"}


def test_a_row_that_is_not_there_is_not_taken() -> None:
    formdata = names("A", "B")

    assert take_row(formdata, "copies_to-7") == {}

    assert texts(formdata) == ["A", "B"]


def test_what_is_put_back_goes_into_its_own_list_alone() -> None:
    formdata = names("A", "C")

    put_back(formdata, "copies_to", 1, {"copies_to-9": "B", "received_by": "x"})

    assert texts(formdata) == ["A", "B", "C"]


# -- rows to begin in


def test_lists_are_filled_up_by_the_last_word_of_their_name() -> None:
    made = with_rows(PLAN.form, FormData(), {"measures": 2, "participants": 1})

    assert made["areas-health-measures-1-what"] == [""]
    assert count(made, "areas-care-measures") == 2
    assert count(made, "participants") == 1
    assert count(made, "guardians") == 0


def test_what_is_there_is_not_changed() -> None:
    formdata = full(PLAN)

    assert with_rows(PLAN.form, formdata, {"participants": 3}) == formdata
    assert formdata == full(PLAN)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [((), 0), (("A",), 2), (("A", ""), 2), (("", ""), 2), (("", "A"), 3)],
)
def test_a_list_that_grows_ends_with_an_empty_row(
    rows: tuple[str, ...], expected: int
) -> None:
    made = with_rows(CONSENT.form, names(*rows), {}, ("copies_to",))

    assert count(made, "copies_to") == expected


def test_no_list_grows_beyond_the_limit() -> None:
    formdata = names(*["x"] * MAX_ROWS)

    made = with_rows(CONSENT.form, formdata, {"copies_to": 999}, ("copies_to",))

    assert count(made, "copies_to") == MAX_ROWS


def test_empty_rows_are_taken_from_the_end_of_a_list_alone() -> None:
    data = FormData(
        {
            "reason": [""],
            "questions-0": [""],
            "questions-1": ["Hur?"],
            "questions-2": [" "],
            "parties-0-name": [""],
            "parties-0-areas-home": ["true"],
            "parties-1-name": [""],
            "areas-home-measures-0-what": [""],
        }
    )

    kept = without_last_rows(data)

    assert list(kept) == [
        "reason",
        "questions-0",
        "questions-1",
        "parties-0-name",
        "parties-0-areas-home",
    ]
