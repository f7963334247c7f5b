"""Text in the lines of its box: whole, and never wider than the box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formsvc.writable import boxes
from formsvc.writable.typesetting import fitting, wrap


def measure(text: str) -> int:
    """Return a width: half an em for each character, a whole one for capitals."""
    return sum(1000 if char.isupper() else 500 for char in text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("ett två", ["ett två"]),
        ("ett två tre", ["ett två ", "tre"]),
        ("ett\n\ntvå", ["ett", "", "två"]),
        ("abcdefghijkl", ["abcdefgh", "ijkl"]),
        ("ett abcdefghijkl", ["ett ", "abcdefgh", "ijkl"]),
        ("ett  två", ["ett  två"]),
    ],
)
def test_lines_break_between_words_and_within_what_is_too_long(
    text: str, lines: list[str]
) -> None:
    assert wrap(text, 4000, measure) == lines


@given(text=st.text("abcÅ \n", max_size=300), room=st.integers(1000, 20000))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, room: int) -> None:
    lines = wrap(text, room, measure)

    assert "".join(lines) == text.replace("\n", "")
    assert all(measure(line.rstrip(" ")) <= room for line in lines)


def test_a_line_is_small_before_it_becomes_two() -> None:
    def of(length: int) -> tuple[float, int] | None:
        text = "ett " * (length // 4)
        setting = fitting(text, width=104, height=20, multiline=False, measure=measure)
        return (setting.size, len(setting.lines)) if setting else None

    assert of(20) == (boxes.SIZE, 1)
    assert of(24) == (boxes.SMALL, 1)
    assert of(44) == (boxes.SMALL, 2)
    assert of(80) is None


def test_a_box_for_a_long_text_holds_what_may_be_typed() -> None:
    for width in range(120, 520, 10):
        lines = boxes.lines_for(boxes.LONG_ROOM, width)
        assert boxes.prose_length(width, boxes.height_for(lines)) >= boxes.LONG_ROOM


@given(lines=st.integers(1, 60))
def test_a_box_of_so_many_lines_holds_them(lines: int) -> None:
    assert boxes.line_count(boxes.height_for(lines)) == lines
