"""The plain text: everything that is written, in order, and nothing else."""

import pytest
from made import made
from reopen import squeezed
from sample_data import every, leaves, longest_value, taken, told

from formsvc import pipeline
from formsvc.areas import AREAS
from formsvc.document import Format
from formsvc.formkit.data import Data
from formsvc.formkit.fields import LineField
from formsvc.forms import KINDS

KIND = pytest.mark.parametrize("kind", KINDS)


def text(kind: str, data: Data) -> str:
    """Return the plain text of some data."""
    taken_in = pipeline.take_in(KINDS[kind], data)
    return pipeline.render(taken_in, Format.TXT).content.decode("utf-8")


@KIND
def test_what_is_written_comes_in_the_order_of_the_document(kind: str) -> None:
    written = squeezed(made(kind, "longest", Format.TXT).content.decode("utf-8"))

    texts = [
        leaf.name
        for leaf in told(KINDS[kind], taken(kind, "longest").data)
        if isinstance(leaf.field, LineField) and leaf.value.startswith("ord")
    ]
    places = [
        written.index(squeezed(leaf.value))
        for leaf in leaves(KINDS[kind], taken(kind, "longest").data)
        if leaf.name in texts
    ]
    assert len(places) > 20
    assert places == sorted(places)


@KIND
def test_a_field_stands_after_its_label(kind: str) -> None:
    lines = text(kind, {"case_reference": "Dnr 2026/17", "child": {"name": "Åsa"}})

    assert "Diarienummer eller ärende: Dnr 2026/17\n" in lines
    assert "Barnets namn: Åsa\n" in lines


@KIND
def test_what_is_empty_is_left_out_with_its_heading(kind: str) -> None:
    written = text(kind, {"child": {"name": "Åsa Testberg"}})

    labels = {
        str(leaf.field.label.text)
        for leaf in leaves(KINDS[kind], every(KINDS[kind], longest_value))
    }
    assert [label for label in labels if f"{label}:" in written] == ["Barnets namn"]
    headings = ("insatser", "vårdnadshavare", "återkallelse", "samtycke", "mötet")
    own = KINDS[kind].title.lower()
    after = written.lower().removeprefix(own)
    assert [heading for heading in headings if heading in after] == []


def test_an_area_without_a_word_is_left_out() -> None:
    lines = made("plan", "example", Format.TXT).content.decode("utf-8").split("\n")

    areas = [area.name for area in AREAS if area.name in lines]
    assert areas == ["Utveckling", "Trygghet"]


@KIND
def test_it_begins_with_its_title(kind: str) -> None:
    first = made(kind, "example", Format.TXT).content.decode("utf-8").split("\n")[0]

    assert first.lower() == KINDS[kind].title.lower()


@pytest.mark.parametrize(
    ("kind", "field"), [("plan", "plan_type"), ("invitation", "meeting_type")]
)
def test_a_sip_is_called_so(kind: str, field: str) -> None:
    assert "SIP" in text(kind, {field: "sip"}).split("\n")[0]
    assert "SIP" not in text(kind, {}).split("\n")[0]


def test_only_a_plan_is_marked_as_a_draft() -> None:
    assert "UTKAST" in text("plan", {})
    assert "UTKAST" not in text("consent", KINDS["consent"].example())
    assert "UTKAST" not in text("invitation", KINDS["invitation"].example())


@KIND
def test_dates_and_choices_are_told_in_words(kind: str) -> None:
    written = made(kind, "example", Format.TXT).content.decode("utf-8")

    assert "20 november 2026" in written
    assert "Nej" not in written  # that nobody is protected need not be told
    assert [word for word in CODES if f": {word}\n" in written] == []


CODES = ("none", "joint", "municipality", "preschool", "in_person", "paper", "true")


@KIND
@pytest.mark.parametrize("data", ["empty", "example", "longest", "unusual"])
def test_it_is_tidy(kind: str, data: str) -> None:
    content = made(kind, data, Format.TXT).content

    lines = content.decode("utf-8").split("\n")
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert lines[-1] == ""
    assert lines[-2] != ""
    assert [line for line in lines if line != line.rstrip()] == []


def test_the_lines_of_a_long_text_stay_lines() -> None:
    written = text("plan", {"reason": "Första raden\n\n  Indragen rad"})

    assert "\nFörsta raden\n\n  Indragen rad\n" in written


def test_every_row_is_told_and_empty_ones_are_left_out() -> None:
    rows = [{"unit": "BVC"}, {}, {"unit": "Skolan", "contact": "Rektor"}]

    written = text("consent", {"parties": rows})

    assert written.count("Enhet:") == 2
    assert written.count("Kontakt:") == 1
    told_rows = ("Enhet: BVC\n", "Enhet: Skolan\n", "Kontakt: Rektor\n")
    places = [written.index(each) for each in told_rows]
    assert places == sorted(places)
