"""A field of a form as a content control: what Word is told, and what it shows."""

from typing import Any

import pytest
from lxml import etree
from word.hand_made import NAMES
from word.inside_word import W14, W, text

from formsvc.formkit.kind import Kind
from formsvc.formkit.view import view
from formsvc.forms import KINDS
from formsvc.word.controls import (
    CHECK,
    CHOICE,
    DATE,
    LONG,
    LONGEST_NAME,
    TEXT,
    Control,
    Value,
    content,
    controls_of,
    properties,
)

CHOICES = (("yes", "Ja"), ("no", "Nej & <nja>"))

HOSTILE = {
    "]]>": "]]>",
    "<b>&amp;</b>": "<b>&amp;</b>",
    "{{ 7*7 }} {% x %} {_{ x }_}": "{{ 7*7 }} {% x %} {_{ x }_}",
    "a\x00\x08\x0b\x1b\x7fb": "a\nb",
    "a\ud800b\ufffe\uffff": "ab",
    "å 😀 👩‍👧 e\u0301": "å 😀 👩‍👧 e\u0301",
    "en\r\ntvå\rtre\u2028fyra\n\nfem": "en\ntvå\ntre\nfyra\n\nfem",
    "\ttab": " tab",
    "\"citat\" och 'apostrof'": "\"citat\" och 'apostrof'",
    "  mellanslag  ": "  mellanslag  ",
}


def made(control: Control, value: Value, **told: str) -> Any:
    """Return the control as Word reads it."""
    style = told.get("style", "")
    inside = properties(control, value, 1, **told)
    runs = content(control, value, style=style)
    return etree.fromstring(
        f"<w:sdt {NAMES}><w:sdtPr>{inside}</w:sdtPr>"
        f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
    )


def told(control: Any) -> list[str]:
    """Return the names of what is in the properties, in their order."""
    return [etree.QName(each).localname for each in control[0]]


@pytest.mark.parametrize("sort", [TEXT, LONG, DATE, CHOICE])
@pytest.mark.parametrize(("value", "shown"), HOSTILE.items())
def test_any_text_is_shown_as_typed_without_what_xml_cannot_say(
    sort: str, value: str, shown: str
) -> None:
    control = made(Control("a", "A", sort, CHOICES), value)

    assert text(control[1]) == shown
    assert f"{W}showingPlcHdr" not in [each.tag for each in control[0]]


@pytest.mark.parametrize("value", HOSTILE)
def test_no_name_breaks_a_control(value: str) -> None:
    control = made(Control(value, value, CHOICE, ((value, value),)), "")

    assert len(control[0].find(f"{W}alias").get(f"{W}val")) <= LONGEST_NAME


def test_an_empty_control_shows_blanks_that_are_no_data() -> None:
    for sort in (TEXT, LONG, DATE, CHOICE):
        control = made(Control("a", "A", sort), "")

        assert control[0].find(f"{W}showingPlcHdr") is not None
        assert text(control[1]).strip() == ""
        assert text(control[1])


def test_a_text_of_one_line_takes_no_line_breaks_and_a_long_one_does() -> None:
    line, long = (made(Control("a", "A", sort), "x")[0] for sort in (TEXT, LONG))

    assert line.find(f"{W}text").get(f"{W}multiLine") is None
    assert long.find(f"{W}text").get(f"{W}multiLine") == "1"


def test_a_date_is_told_to_word_and_what_is_none_is_shown_as_typed() -> None:
    day = made(Control("a", "A", DATE), "2026-12-15")
    none = made(Control("a", "A", DATE), "i vår")

    assert day[0].find(f"{W}date").get(f"{W}fullDate") == "2026-12-15T00:00:00Z"
    assert text(day[1]) == "2026-12-15"
    assert none[0].find(f"{W}date").get(f"{W}fullDate") is None
    assert text(none[1]) == "i vår"


def test_a_choice_shows_its_words_and_can_be_taken_back() -> None:
    control = made(Control("a", "A", CHOICE, CHOICES), "no")

    items = [
        (item.get(f"{W}value"), item.get(f"{W}displayText"))
        for item in control[0].iter(f"{W}listItem")
    ]
    assert items == [("", "–"), *CHOICES]
    assert text(control[1]) == "Nej & <nja>"


@pytest.mark.parametrize(("value", "glyph"), [(True, "☑"), ("ja", "☑"), ("", "☐")])
def test_a_check_box_is_a_character_of_our_font(value: Value, glyph: str) -> None:
    control = made(Control("a", "A", CHECK), value)

    checked = control[0].find(f"{W14}checkbox/{W14}checked")
    assert checked.get(f"{W14}val") == str(int(bool(value)))
    assert text(control[1]) == glyph
    assert control.find(f".//{W}rFonts").get(f"{W}ascii") == "Formsvc Sans"
    assert f"{W}showingPlcHdr" not in [each.tag for each in control[0]]


def test_the_properties_stand_in_the_order_of_word() -> None:
    style = "<w:rPr><w:b/></w:rPr>"
    control = made(Control("a", "A", TEXT), "", style=style, placeholder="tomt")

    assert told(control) == [
        *("rPr", "alias", "tag", "id", "lock", "placeholder", "showingPlcHdr", "text")
    ]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_field_has_a_control_and_every_value_of_several_a_box(
    kind: Kind,
) -> None:
    found = {each.tag: each for each in controls_of(view(kind.form()))}

    assert all(len(tag) <= LONGEST_NAME for tag in found)
    assert all(each.human for each in found.values())
    if "areas-learning" in found:
        assert found["areas-learning"].sort == CHECK
