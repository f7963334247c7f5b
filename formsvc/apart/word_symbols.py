"""Characters that Word keeps as signs of a font, as the characters that they show.

Word makes them of ":)" and "-->" while people type, and of what is inserted by hand.
"""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""Stands for a sign that is not known."""

SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    "softHyphen": "\N{SOFT HYPHEN}",
}
"""What stands in a run for a character."""

_WINGDINGS = {
    0x22: "✂",
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE7: "⇦",
    0xE8: "➔",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xF3: "⬄",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}

_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0xA3: "☐",
}

_SYMBOL = {
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x64: "δ",
    0x6D: "µ",
    0x70: "π",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xBC: "…",
    0xD6: "√",
    0xDB: "⇔",
    0xDC: "⇐",
    0xDE: "⇒",
}

_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "symbol": _SYMBOL,
    "webdings": {},
    "wingdings 3": {},
}

_PRIVATE = range(0xF000, 0xF100)
"""Where Word has the signs of such a font."""

_SURROGATES = range(0xD800, 0xE000)


def shown(font: str, written: str) -> str:
    """Return what a sign of a font shows; `written` is its number, as `F04A`."""
    try:
        number = int(written, 16)
    except ValueError:
        return UNKNOWN
    signs = _FONTS.get(font.strip().lower())
    if number in _PRIVATE or signs is not None:
        return (signs or {}).get(number & 0xFF, UNKNOWN)
    is_one = 0x20 <= number <= 0x10FFFF and number not in _SURROGATES  # noqa: PLR2004
    return chr(number) if is_one else UNKNOWN
