"""What the packaged fonts draw, and what stands in for the rest."""

import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from formsvc import glyphs
from formsvc.glyph_ranges import RANGES

FONTS = Path(glyphs.__file__).parent / "static" / "fonts"
REGULAR = ("FormsvcSans-Regular.ttf", "NotoSans-Regular.ttf")
SEMIBOLD = ("FormsvcSans-Semibold.ttf", "NotoSans-SemiBold.ttf")
ALL = REGULAR + SEMIBOLD

DRAWN = {chr(code) for first, last in RANGES for code in range(first, last + 1)}

any_text = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Zs", "Zl", "Zp", "Cf", "Cc"]),
        st.sampled_from(sorted(DRAWN)),
    )
)


def cmap(name: str) -> dict[int, str]:
    best: dict[int, str] = TTFont(FONTS / name).getBestCmap()
    return best


def drawn_by(names: tuple[str, ...]) -> set[str]:
    return {chr(code) for name in names for code in cmap(name)}


def test_the_ranges_are_what_the_fonts_draw_in_both_weights() -> None:
    assert drawn_by(REGULAR) & drawn_by(SEMIBOLD) == DRAWN


def test_both_weights_draw_the_same_characters() -> None:
    assert drawn_by(REGULAR) == drawn_by(SEMIBOLD)


def test_the_ranges_are_sorted_and_apart() -> None:
    ends = [code for bounds in RANGES for code in bounds]

    assert ends == sorted(ends)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(RANGES))


@pytest.mark.parametrize("name", ["NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"])
def test_the_fallback_font_draws_the_replacement_character(name: str) -> None:
    font = TTFont(FONTS / name)

    glyph = font["glyf"][font.getBestCmap()[0xFFFD]]

    assert glyph.numberOfContours != 0


@pytest.mark.parametrize("name", ALL)
def test_every_character_in_a_font_has_a_glyph_of_its_own(name: str) -> None:
    shared = [
        glyph for glyph, count in Counter(cmap(name).values()).items() if count > 1
    ]

    assert shared == []


@pytest.mark.parametrize("name", ALL)
def test_a_font_has_no_ligatures(name: str) -> None:
    records = TTFont(FONTS / name)["GSUB"].table.FeatureList.FeatureRecord

    assert {record.FeatureTag for record in records} == {"ccmp", "locl"}


@pytest.mark.parametrize("name", ALL)
def test_a_font_does_not_bear_the_reserved_name(name: str) -> None:
    names = TTFont(FONTS / name)["name"]

    assert not any(
        "source" in (names.getDebugName(name_id) or "").lower()
        for name_id in (1, 3, 4, 6, 16)
    )


@pytest.mark.parametrize("name", ALL)
def test_a_font_says_its_licence_and_what_it_is_cut_from(name: str) -> None:
    names = TTFont(FONTS / name)["name"]

    assert "SIL Open Font License" in names.getDebugName(13)
    assert names.getDebugName(10).startswith("Cut from ")


def test_swedish_text_is_drawn_as_it_is() -> None:
    text = "Åsa Öberg & Änglamark AB\nbetalar 1\xa0250 kr – 50 % ”nu” på måndag…"

    assert glyphs.drawable(text) == text
    assert glyphs.missing(text) == []


def test_all_printable_latin_1_is_in_the_fonts() -> None:
    codes = [*range(0x20, 0x7F), *range(0xA0, 0x100)]

    assert {chr(code) for code in codes} - {"\xad"} <= DRAWN


@pytest.mark.parametrize(
    "text",
    ["Łukasz Żółć", "Đặng Thị Hường", "Ọláyínká", "Çağrı Şimşek", "Ђорђе", "Αθηνά"],
)
def test_names_of_many_languages_are_drawn_as_they_are(text: str) -> None:
    assert glyphs.drawable(text) == text


@pytest.mark.parametrize("text", ["x\u030c", "\u025b\u0301", "q\u0303", "a\u030a"])
def test_a_letter_with_a_combining_mark_is_drawn_as_it_is(text: str) -> None:
    assert glyphs.drawable(text) == text


def test_a_character_which_the_fonts_lack_becomes_the_replacement() -> None:
    assert glyphs.drawable("Li 李 🎉") == "Li \ufffd \ufffd"


def test_a_character_which_emoji_fonts_take_over_becomes_the_replacement() -> None:
    assert glyphs.drawable("☕ ❤ ✔") == "\ufffd ❤ ✔"


@pytest.mark.parametrize("char", ["\x00", "\x7f", "\x9f", "\ue000", "\ud800"])
def test_a_control_or_private_character_becomes_the_replacement(char: str) -> None:
    assert glyphs.drawable(f"a{char}b") == "a\ufffdb"
    assert glyphs.missing(f"a{char}b") == [char]


@pytest.mark.parametrize(
    "char",
    [
        *"\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff",
        *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
        "\U000e0001",
        "\U000e007f",
        "\U000e0100",
    ],
)
def test_an_invisible_character_is_left_out(char: str) -> None:
    assert glyphs.drawable(f"a{char}b") == "ab"
    assert glyphs.missing(f"a{char}b") == []


@pytest.mark.parametrize("char", "\t\u1680\u2000\u2003\u205f\u3000")
def test_a_space_which_the_fonts_lack_becomes_an_ordinary_space(char: str) -> None:
    assert glyphs.drawable(f"a{char}b") == "a b"
    assert glyphs.missing(f"a{char}b") == []


@pytest.mark.parametrize("char", "\xa0\u2007\u2009\u202f")
def test_a_space_which_the_fonts_have_is_kept(char: str) -> None:
    assert glyphs.drawable(f"a{char}b") == f"a{char}b"


def test_every_unicode_space_is_drawn_as_a_space() -> None:
    spaces = [chr(code) for code in range(0x110000)]
    spaces = [char for char in spaces if unicodedata.category(char) == "Zs"]

    assert all(glyphs.drawable(char) in (char, " ") for char in spaces)


@pytest.mark.parametrize(
    "line_break", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"]
)
def test_any_line_break_becomes_a_newline(line_break: str) -> None:
    assert glyphs.drawable(f"å{line_break}ä") == "å\nä"
    assert glyphs.missing(f"å{line_break}ä") == []


def test_missing_names_each_character_once_in_order_of_appearance() -> None:
    assert glyphs.missing("b李a🎉李\u200d\u3000🎉字") == ["李", "🎉", "字"]


def test_a_replacement_character_in_the_text_is_not_missing() -> None:
    assert glyphs.missing("a\ufffdb") == []


def test_no_invisible_character_is_in_the_ranges() -> None:
    invisible = {
        chr(code) for first, last in glyphs.IGNORABLE for code in range(first, last + 1)
    }

    assert DRAWN & invisible == set()


@given(any_text)
def test_what_is_drawable_is_drawn_as_it_is(text: str) -> None:
    once = glyphs.drawable(text)

    assert glyphs.drawable(once) == once
    assert glyphs.missing(once) == []


@given(any_text)
def test_only_characters_of_the_fonts_and_newlines_are_drawn(text: str) -> None:
    assert set(glyphs.drawable(text)) <= DRAWN | {"\n"}


@given(any_text)
def test_something_is_missing_just_when_a_replacement_is_added(text: str) -> None:
    added = glyphs.drawable(text).count("\ufffd") - text.count("\ufffd")

    assert added == sum(text.count(char) for char in glyphs.missing(text))
