"""The writable PDF: its fields are those of the contract, and ready to write in."""

import json
from itertools import pairwise
from typing import Any

import pytest
from changes import changed
from made import blank, made
from reopen import OpenField, fonts, open_fields, reader
from sample_data import taken

from formsvc import pipeline
from formsvc.document import Format
from formsvc.findings import Severity
from formsvc.formkit.spare_rows import empty_rows, shape_of
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL
from formsvc.renderers.kept import template_of
from formsvc.writable.shape import FIRST_STEP
from formsvc.writable.splice import named_values, too_long

KIND = pytest.mark.parametrize("kind", KINDS)

AREAS = {
    "health": "Hälsa",
    "development": "Utveckling",
    "learning": "Lärande",
    "care": "Omsorg",
    "home": "Hemmet",
    "relationships": "Relationer",
    "safety": "Trygghet",
}
MODES = ("conversation", "documents", "link", "paper")
BOXES: dict[str, dict[str, tuple[str, ...]]] = {
    "consent": {"areas": tuple(AREAS), "modes": MODES},
    "invitation": {"areas": tuple(AREAS)},
    "plan": {},
}
"""The multiple choices of the contract, with a box for each value."""

UNSEEN: dict[str, dict[str, str]] = {
    "consent": {"third_parties": "name relation given_on"},
    "invitation": {},
    "plan": {"review": "area what status comment"},
}
"""Rows that the examples do not show, as the contract tells them."""

MANY = {
    "consent": {"parties": 8, "copies_to": 8},
    "invitation": {"recipients": 8},
    "plan": {"distribution": 8},
}
"""The lists of the examples that leave no two rows of the first four."""


def contract_names(kind: str, *, filled: bool) -> list[str]:
    """Return the names of all fields, by the example that is the schema."""
    path = KINDS[kind].folder / "example.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for name, keys in {**UNSEEN[kind], "overrides": "rule reason"}.items():
        schema[name] = [dict.fromkeys(keys.split(), "")]
    if kind == "plan":
        schema["areas"] = dict.fromkeys(AREAS, schema["areas"]["development"])
    if not filled:
        del schema["overrides"]
    return names(schema, "", BOXES[kind], MANY[kind] if filled else {})


def names(
    value: Any, path: str, boxes: dict[str, tuple[str, ...]], rows: dict[str, int]
) -> list[str]:
    """Return the names of the fields below `path`, with four rows in a list."""
    if path in boxes:
        return [f"{path}-{each}" for each in boxes[path]]
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = [(str(number), value[0]) for number in range(rows.get(path, 4))]
    else:
        return [path]
    start = f"{path}-" if path else ""
    return [n for key, part in parts for n in names(part, start + key, boxes, rows)]


def data_fields(content: bytes) -> list[OpenField]:
    """Return the fields that hold data: not the lines to sign or to write dates on."""
    return [
        field
        for field in open_fields(content)
        if not field.name.startswith(("sign-", "reply-"))
    ]


@KIND
def test_a_blank_has_the_fields_of_the_contract(kind: str) -> None:
    there = [field.name for field in data_fields(blank(kind))]

    assert sorted(there) == sorted(contract_names(kind, filled=False))


@KIND
def test_a_filled_form_has_the_answers_to_warnings_too(kind: str) -> None:
    content = made(kind, "example", Format.PDF_FORM).content

    there = [field.name for field in data_fields(content)]
    assert sorted(there) == sorted(contract_names(kind, filled=True))


@KIND
def test_nothing_is_chosen_or_written_in_a_blank(kind: str) -> None:
    assert [field for field in open_fields(blank(kind)) if field.value] == []


@KIND
def test_every_field_has_a_human_name_of_its_own(kind: str) -> None:
    for content in (blank(kind), made(kind, "example", Format.PDF_FORM).content):
        human = {field.name: field.human for field in open_fields(content)}

        assert len(set(human.values())) == len(human)
        assert [h for h in human.values() if not h[:1].isupper() or "_" in h] == []
        assert [h for h in human.values() if h != h.strip()] == []


@KIND
def test_the_human_name_of_a_row_tells_which_row_it_is(kind: str) -> None:
    for field in data_fields(blank(kind)):
        rows = [int(step) + 1 for step in field.name.split("-") if step.isdigit()]
        assert [row for row in rows if f" {row}" not in field.human] == [], field


def test_the_human_name_in_an_area_tells_which_area_it_is() -> None:
    for field in data_fields(blank("plan")):
        if field.name.startswith("areas-"):
            assert AREAS[field.name.split("-")[1]] in field.human


@KIND
def test_rows_and_areas_come_in_their_order(kind: str) -> None:
    there = [field.name for field in open_fields(blank(kind))]

    places = {name: place for place, name in enumerate(there)}
    for one, following in pairwise(range(4)):
        for name, place in places.items():
            after = name.replace(f"-{one}", f"-{following}", 1)
            assert after == name or places.get(after, place + 1) > place
    needs = [name.split("-")[1] for name in there if name.endswith("-needs")]
    assert needs == (list(AREAS) if kind == "plan" else [])


@pytest.mark.parametrize(
    ("filled", "rows"),
    [(0, 4), (1, 4), (2, 4), (3, 8), (6, 8), (7, 16), (14, 16), (15, 32)],
)
def test_a_list_doubles_when_two_rows_are_not_left(filled: int, rows: int) -> None:
    data = changed(KINDS["consent"], {"copies_to": ["Någon"] * filled})

    wanted = shape_of(KINDS["consent"], data).rows

    assert wanted.get("copies_to", FIRST_STEP) == rows
    assert len(empty_rows(KINDS["consent"].form, wanted)["copies_to"]) == rows


@pytest.mark.parametrize(
    ("filled", "rows"), [(0, 4), (2, 4), (3, 8), (6, 8), (7, 12), (10, 12), (11, 16)]
)
def test_measures_grow_by_four_in_all_areas_alike(filled: int, rows: int) -> None:
    measures = [{"what": f"Insats {number}"} for number in range(filled)]
    data = changed(KINDS["plan"], {"areas-care-measures": measures})

    wanted = shape_of(KINDS["plan"], data).rows

    areas = empty_rows(KINDS["plan"].form, wanted)["areas"]
    assert [len(areas[area]["measures"]) for area in AREAS] == [rows] * 7


def test_the_rows_that_are_spared_are_in_the_document() -> None:
    lists = {"parties": [{"unit": "BVC"}] * 7, "copies_to": ["BVC"] * 3}
    taken = pipeline.take_in(KINDS["consent"], lists)

    content = pipeline.render(taken, Format.PDF_FORM).content

    there = [field.name for field in open_fields(content)]
    assert len([name for name in there if name.startswith("parties-")]) == 16 * 5
    assert len([name for name in there if name.startswith("copies_to-")]) == 8


@pytest.mark.parametrize(
    "kind", ["consent", "invitation", pytest.param("plan", marks=pytest.mark.slow)]
)
def test_what_is_no_choice_is_there_all_the_same(kind: str) -> None:
    odd = {name: f"annat {place}" for place, name in enumerate(single_choices(kind))}
    taken = pipeline.take_in(KINDS[kind], changed(KINDS[kind], odd))

    content = pipeline.render(taken, Format.PDF_FORM).content

    there = {field.name: field for field in open_fields(content)}
    assert odd
    for name, value in odd.items():
        assert there[name].value == value
        assert (value, value) in there[name].options


def single_choices(kind: str) -> list[str]:
    """Return the names of the choices in the example, of lists the first row."""
    absent = ("areas-", "review-", "third_parties-")
    return [
        field.name
        for field in data_fields(blank(kind))
        if field.type == "/Ch"
        and not field.name.startswith(absent)
        and not any(f"-{row}-" in field.name for row in (1, 2, 3))
    ]


@KIND
@pytest.mark.parametrize("data", ["example", "unusual"])
def test_only_the_packaged_fonts_are_in_a_form(kind: str, data: str) -> None:
    there = fonts(made(kind, data, Format.PDF_FORM).content)

    assert [name for name in there if "formsvc" not in name] == []


@KIND
def test_a_box_for_a_long_text_takes_600_characters_or_has_one_line(kind: str) -> None:
    root: Any = reader(blank(kind)).root_object
    boxes = [each.get_object() for each in root["/AcroForm"]["/Fields"]]
    multiline = [box for box in boxes if int(box.get("/Ff", 0)) & 1 << 12]

    assert multiline
    assert [str(box["/T"]) for box in multiline if box["/MaxLen"] < 600] == []


@KIND
def test_the_example_fits_the_boxes_of_a_blank(kind: str) -> None:
    data = taken(kind, "example").tellable
    template = template_of(KINDS[kind], shape_of(KINDS[kind], data), NEUTRAL)

    assert too_long(template, named_values(template, data)) == {}


@KIND
def test_no_field_scrolls_runs_or_asks_the_reader_to_draw(kind: str) -> None:
    content = made(kind, "example", Format.PDF_FORM).content
    root: Any = reader(content).root_object

    assert "/NeedAppearances" not in root["/AcroForm"]
    for each in root["/AcroForm"]["/Fields"]:
        field = each.get_object()
        assert not {"/A", "/AA"} & field.keys()
        if field["/FT"] == "/Tx":
            assert field["/Ff"] & 1 << 23
        if field["/FT"] == "/Btn":
            assert set(field["/AP"]["/N"]) == {"/true", "/Off"}
        left, low, right, high = field["/Rect"]
        assert left < right
        assert low < high


def test_what_no_document_is_right_without_is_required_and_nothing_else() -> None:
    root: Any = reader(blank("plan")).root_object
    fields = [each.get_object() for each in root["/AcroForm"]["/Fields"]]

    required = {str(f["/T"]) for f in fields if int(f.get("/Ff", 0)) & 2}

    found = pipeline.check(taken("plan", "empty"))
    errors = {each.field for each in found if each.severity is Severity.ERROR}
    assert required == errors & {str(field["/T"]) for field in fields}
    assert "child-name" in required
    assert not [name for name in required if name.startswith("areas-")]
