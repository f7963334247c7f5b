"""Cut the packaged fonts from the full source fonts.

Usage, from the top of the repository, with fontTools installed:

    python tools/cut_fonts.py SourceSans3-Regular.ttf SourceSans3-Semibold.ttf \
        NotoSans-Regular.ttf NotoSans-SemiBold.ttf

The order of the paths does not matter, their file names do. The script writes
the cut fonts to ``formsvc/static/fonts/`` and the code points which they can
draw to ``formsvc/glyph_ranges.py``. The same sources and the same version of
fontTools give the same bytes.
"""

import sys
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONT_FOLDER = ROOT / "formsvc" / "static" / "fonts"
RANGES_FILE = ROOT / "formsvc" / "glyph_ranges.py"

REPLACEMENT = 0xFFFD

# The Unicode blocks which are kept, as far as a font has them.
BLOCKS = (
    (0x0000, 0x024F),  # Basic Latin, Latin-1, Latin Extended-A and -B
    (0x0250, 0x02FF),  # IPA Extensions, Spacing Modifier Letters
    (0x0300, 0x036F),  # Combining Diacritical Marks
    (0x0370, 0x03FF),  # Greek and Coptic
    (0x0400, 0x052F),  # Cyrillic, Cyrillic Supplement
    (0x1AB0, 0x1AFF),  # Combining Diacritical Marks Extended
    (0x1C80, 0x1C8F),  # Cyrillic Extended-C
    (0x1D00, 0x1DFF),  # Phonetic Extensions, Combining Marks Supplement
    (0x1E00, 0x1FFF),  # Latin Extended Additional, Greek Extended
    (0x2000, 0x206F),  # General Punctuation
    (0x2070, 0x20CF),  # Superscripts and Subscripts, Currency Symbols
    (0x20D0, 0x20FF),  # Combining Diacritical Marks for Symbols
    (0x2100, 0x218F),  # Letterlike Symbols, Number Forms
    (0x2190, 0x22FF),  # Arrows, Mathematical Operators
    (0x2300, 0x23FF),  # Miscellaneous Technical
    (0x2500, 0x25FF),  # Box Drawing, Block Elements, Geometric Shapes
    (0x2600, 0x27BF),  # Miscellaneous Symbols, Dingbats
    (0x27C0, 0x27EF),  # Miscellaneous Mathematical Symbols-A
    (0x2C60, 0x2C7F),  # Latin Extended-C
    (0x2DE0, 0x2E7F),  # Cyrillic Extended-A, Supplemental Punctuation
    (0xA640, 0xA69F),  # Cyrillic Extended-B
    (0xA700, 0xA7FF),  # Modifier Tone Letters, Latin Extended-D
    (0xAB30, 0xAB6F),  # Latin Extended-E
    (0xFB00, 0xFB06),  # Latin ligatures
    (0xFE20, 0xFE2F),  # Combining Half Marks
    (REPLACEMENT, REPLACEMENT),
)

# The spaces which are kept: Pango chooses no font for a space, so one which the
# first family lacks would be drawn, and copied, as another.
SPACES = frozenset({0x0020, 0x00A0, 0x2007, 0x2009, 0x200A, 0x202F})

# Left out: characters which Pango looks for in an emoji font whatever the
# document's fonts are (property Emoji_Presentation), and the combining grapheme
# joiner, which is invisible. Controls, format characters and the other spaces
# are left out by category.
EXCLUDED = frozenset({0x2615, 0x034F})
EXCLUDED_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})

# Characters which get a glyph of their own if they share one. In a document a
# glyph is copied as one character, so after one no-break space all spaces could
# be copied as no-break spaces.
UNSHARED = (0x00A0, 0x00B5, 0x03D5, 0x2010, 0x2011, 0x207C, 0x2126, 0x2206)

# No ligatures, so that text can be copied out of the documents. The figures of
# both families are lining and tabular without any feature.
FEATURES = ("ccmp", "locl", "kern", "mark", "mkmk", "lnum", "tnum")

COPIED_NAMES = (0, 7, 8, 9, 11, 12, 13, 14)

# The font of fields: what WinAnsiEncoding has, so that any PDF reader can write in it.
FORM_CHARACTERS = frozenset(
    ord(bytes([code]).decode("cp1252", "ignore") or " ") for code in range(0x20, 0x100)
) - {0x7F, 0xAD}


@dataclass(frozen=True)
class Cut:
    """One font to make: its source, and the names which it gets."""

    source: str
    version: str
    family: str
    style: str
    weight: int
    derived_from: str

    @property
    def postscript_name(self) -> str:
        """The name without spaces, of the font and of its file."""
        return f"{self.family.replace(' ', '')}-{self.style}"


# The licence of Source Sans reserves the name "Source", so what is cut from it
# has another name. The licence of Noto Sans reserves none.
CUTS = (
    Cut(
        "SourceSans3-Regular.ttf",
        "3.052",
        "Formsvc Sans",
        "Regular",
        400,
        "Source Sans 3",
    ),
    Cut(
        "SourceSans3-Semibold.ttf",
        "3.052",
        "Formsvc Sans",
        "Semibold",
        600,
        "Source Sans 3",
    ),
    Cut(
        "NotoSans-Regular.ttf",
        "2.004",
        "Noto Sans",
        "Regular",
        400,
        "Noto Sans",
    ),
    Cut(
        "NotoSans-SemiBold.ttf",
        "2.004",
        "Noto Sans",
        "SemiBold",
        600,
        "Noto Sans",
    ),
)


def wanted(codepoints: Collection[int]) -> set[int]:
    """Take a font's code points; return those which the cut font keeps."""
    kept = {
        codepoint
        for codepoint in codepoints
        if any(first <= codepoint <= last for first, last in BLOCKS)
        and unicodedata.category(chr(codepoint)) not in EXCLUDED_CATEGORIES
    }
    return (kept - EXCLUDED) | (SPACES & set(codepoints))


def ranges(codepoints: Iterable[int]) -> list[tuple[int, int]]:
    """Take code points; return them as sorted inclusive ranges."""
    found: list[tuple[int, int]] = []
    for codepoint in sorted(codepoints):
        if found and found[-1][1] == codepoint - 1:
            found[-1] = (found[-1][0], codepoint)
        else:
            found.append((codepoint, codepoint))
    return found


def subset_options() -> Options:
    """Return the options which all fonts are cut with."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.drop_tables += ["gasp"]
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = list(COPIED_NAMES)
    options.name_languages = [0x409]
    options.recalc_timestamp = False
    options.harfbuzz_repacker = False
    return options


def rename(font: TTFont, cut: Cut) -> None:
    """Give an opened font the names of its cut."""
    regular = cut.style == "Regular"
    full_name = f"{cut.family} {cut.style}"
    names = {
        1: cut.family if regular else full_name,
        2: "Regular",
        3: f"{cut.version};formsvc;{cut.postscript_name}",
        4: full_name,
        5: f"Version {cut.version}; cut for formsvc",
        6: cut.postscript_name,
        10: f"Cut from {cut.derived_from}, version {cut.version}, for formsvc.",
    }
    if not regular:
        names |= {16: cut.family, 17: cut.style}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def check_source(font: TTFont, cut: Cut) -> None:
    """Take an opened source font; stop unless it is the one that is described."""
    version = font["name"].getDebugName(5)
    weight = font["OS/2"].usWeightClass
    if not version.startswith(f"Version {cut.version};") or "fvar" in font:
        sys.exit(f"{cut.source}: not the static font, version {cut.version}")
    if weight != cut.weight:
        sys.exit(f"{cut.source}: weight {weight}, not {cut.weight}")


def unshare(font: TTFont) -> None:
    """Give the characters of UNSHARED in an opened font glyphs of their own."""
    cmap = font.getBestCmap()
    shared = [name for name, count in Counter(cmap.values()).items() if count > 1]
    for codepoint in UNSHARED:
        name = cmap.get(codepoint)
        if name in shared:
            copy = f"{name}.{codepoint:04X}"
            font["glyf"][copy] = deepcopy(font["glyf"][name])
            font["hmtx"][copy] = font["hmtx"][name]
            for table in font["cmap"].tables:
                if codepoint in table.cmap:
                    table.cmap[codepoint] = copy
    font.setGlyphOrder(font["glyf"].glyphOrder)


def make(source: Path, cut: Cut) -> set[int]:
    """Cut one font and write it; return the code points which it can draw."""
    font = TTFont(source, recalcTimestamp=False)
    check_source(font, cut)
    unshare(font)
    codepoints = wanted(font.getBestCmap())
    subsetter = Subsetter(subset_options())
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    rename(font, cut)
    font.save(FONT_FOLDER / f"{cut.postscript_name}.ttf")
    return codepoints


def make_form_font() -> None:
    """Cut the font of fields from the regular text font, and write it.

    Readers place its characters one by one: kerning and marks are left out.
    """
    text = next(cut for cut in CUTS if cut.postscript_name == "FormsvcSans-Regular")
    font = TTFont(FONT_FOLDER / f"{text.postscript_name}.ttf", recalcTimestamp=False)
    options = subset_options()
    options.layout_features = []
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=FORM_CHARACTERS)
    subsetter.subset(font)
    form = replace(text, family="Formsvc Form", derived_from="Formsvc Sans")
    rename(font, form)
    font.save(FONT_FOLDER / f"{form.postscript_name}.ttf")


def ranges_module(codepoints: Iterable[int]) -> str:
    """Take code points; return the source text of ``glyph_ranges.py``."""
    lines = [
        '"""The code points which the packaged fonts can draw.',
        "",
        "Generated by tools/cut_fonts.py; do not edit.",
        '"""',
        "",
        "RANGES: tuple[tuple[int, int], ...] = (",
        *(f"    (0x{first:04X}, 0x{last:04X})," for first, last in ranges(codepoints)),
        ")",
    ]
    return "\n".join(lines) + "\n"


def main(paths: list[str]) -> None:
    """Take the paths of the source fonts; write the cut fonts and the ranges."""
    sources = {Path(path).name: Path(path) for path in paths}
    lacking = [cut.source for cut in CUTS if cut.source not in sources]
    if lacking:
        sys.exit(f"Give the path of: {', '.join(lacking)}")
    FONT_FOLDER.mkdir(parents=True, exist_ok=True)
    drawn: dict[int, set[int]] = {}
    for cut in CUTS:
        drawn.setdefault(cut.weight, set()).update(make(sources[cut.source], cut))
    both = set.intersection(*drawn.values())
    if REPLACEMENT not in both:
        sys.exit("No font draws U+FFFD in both weights")
    RANGES_FILE.write_text(ranges_module(both), encoding="utf-8")
    make_form_font()


if __name__ == "__main__":
    main(sys.argv[1:])
