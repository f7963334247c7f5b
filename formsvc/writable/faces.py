"""The fonts that fields are drawn with: the form's own, and two for other scripts.

The form's font has the characters of WinAnsiEncoding, which every reader can write
with. Greek, Cyrillic and the rest of Latin come from the packaged text fonts: of each
only the glyphs in use, and only in a document that needs them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from formsvc.writable.syntax import Update, clear, literal, reference
from formsvc.writable.truetype import TrueType

FONTS = Path(__file__).parent.parent / "static" / "fonts"

OWN = "F"
"""The name of the form's font among the resources of an appearance."""

OTHERS = ("FormsvcSans-Regular", "NotoSans-Regular")
"""The fonts for other scripts, the one that is asked first at first."""

PLAIN = "cp1252"
"""WinAnsiEncoding, as Python calls it."""

FONT_PADDING = b"\1"
"""May stand after the end of a font file, where no table reaches."""

_LACKING = "\N{REPLACEMENT CHARACTER}"

Run = tuple[str, bytes]
"""The name of a font, and a string in its encoding."""


@cache
def other_font(name: str) -> TrueType:
    """Return a packaged font."""
    return TrueType(FONTS / f"{name}.ttf")


@cache
def place_of(char: str) -> tuple[str, int] | None:
    """Return font and glyph of a character that the form's own font lacks."""
    for name in OTHERS:
        if glyph := other_font(name).glyphs.get(ord(char)):
            return name, glyph
    return None if char == _LACKING else place_of(_LACKING)


class Faces:
    """The fonts of one document that is being filled, and what it uses of them."""

    def __init__(self, widths: Sequence[int], own: int) -> None:
        """Draw with the form's font, which is object `own` and has these `widths`."""
        self._widths, self._own = widths, own
        self._used: dict[str, dict[int, str]] = {}
        self._numbers: dict[str, int] = {}

    def width(self, text: str) -> int:
        """Return how wide a text is, in thousandths of an em."""
        try:
            return sum(map(self._widths.__getitem__, text.encode(PLAIN)))
        except UnicodeEncodeError:
            return sum(map(self._width_of, text))

    def runs(self, text: str) -> list[Run]:
        """Return a text as strings, each in a font that has its characters."""
        try:
            return [(OWN, literal(text.encode(PLAIN)))]
        except UnicodeEncodeError:
            parts = groupby(text, _font_of)
            return [self._run(name, "".join(chars)) for name, chars in parts]

    def resources(self, runs: Iterator[Run], update: Update) -> bytes:
        """Return the fonts that `runs` name, as the resources of an appearance."""
        entries = b""
        for name in sorted({name for name, _text in runs} | {OWN}):
            number = self._own if name == OWN else self._number(name, update)
            entries += b"/%s %s" % (name.encode("ascii"), reference(number))
        return b"<</Font<<%s>>>>" % entries

    def write(self, update: Update) -> None:
        """Add the fonts for other scripts that the document uses."""
        for name, number in self._numbers.items():
            _write_font(name, number, self._used[name], update)

    def _width_of(self, char: str) -> int:
        name = _font_of(char)
        if name == OWN:
            return self._widths[char.encode(PLAIN)[0]]
        return other_font(name).width(_glyph(char))

    def _run(self, name: str, text: str) -> Run:
        if name == OWN:
            return OWN, literal(text.encode(PLAIN))
        used = self._used.setdefault(name, {})
        glyphs = [_glyph(char) for char in text]
        used.update(zip(glyphs, text, strict=True))
        codes = "".join(f"{glyph:04X}" for glyph in glyphs)
        return name, f"<{codes}>".encode("ascii")

    def _number(self, name: str, update: Update) -> int:
        if name not in self._numbers:
            self._numbers[name] = update.new()
        return self._numbers[name]


@cache
def _font_of(char: str) -> str:
    try:
        char.encode(PLAIN)
    except UnicodeEncodeError:
        place = place_of(char)
        return place[0] if place else OWN
    return OWN


def _glyph(char: str) -> int:
    place = place_of(char)
    assert place is not None
    return place[1]


def _write_font(name: str, at: int, used: dict[int, str], update: Update) -> None:
    """Add a Type 0 font with the glyphs in use (ISO 32000-1, 9.7)."""
    font = other_font(name)
    child, descriptor, program, unicode = (update.new() for _ in range(4))
    box = font.box
    base = f"{_tag(used)}+{name}".encode("ascii")
    widths = b"".join(b"%d[%d]" % (glyph, font.width(glyph)) for glyph in sorted(used))
    update.put(
        at,
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
        b"/DescendantFonts[%s]/ToUnicode %s>>"
        % (base, reference(child), reference(unicode)),
    )
    update.put(
        child,
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDToGIDMap/Identity"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %s/DW 500/W[%s]>>" % (base, reference(descriptor), widths),
    )
    update.put(
        descriptor,
        b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]/Ascent 1000"
        b"/Descent -250/CapHeight 700/ItalicAngle 0/StemV 80/FontFile2 %s>>"
        % (base, *box, reference(program)),
    )
    content = clear(font.part(used), FONT_PADDING)
    update.put_packed(program, b"/Length1 %d" % len(content), content)
    update.put_packed(unicode, b"", _to_unicode(used))


def _tag(used: dict[int, str]) -> str:
    """Return six letters that tell which part of a font this is (9.6.4)."""
    value = sum((place + 1) * glyph for place, glyph in enumerate(sorted(used)))
    letters = []
    for _ in range(6):
        value, letter = divmod(value, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def _to_unicode(used: dict[int, str]) -> bytes:
    """Return the table with which a reader copies the characters out (9.10.3)."""
    rows = [
        f"<{glyph:04X}> <{char.encode('utf-16-be').hex().upper()}>"
        for glyph, char in sorted(used.items())
    ]
    blocks = (rows[place : place + 100] for place in range(0, len(rows), 100))
    maps = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
        for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{maps}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
