"""Cleans typed text.

Every text passes here once, so that what is stored is safe in XML, PDF and JSON
and the same text always has the same digest ("Normalised data" in the contract).
"""

import re
import unicodedata

# Each plane of Unicode ends in two noncharacters; XML refuses those of the first.
_PLANE_ENDS = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))

_LINE_BREAK = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWANTED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters (Cc) but tab and LF
    r"\ud800-\udfff"  # lone surrogates: cannot be written as UTF-8
    r"\ufdd0-\ufdef" + _PLANE_ENDS + r"\ufeff"  # noncharacters, byte order mark
    # Marks that turn the writing direction: text could show other than it is.
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)

# Dashes, and soft hyphens, joiners and zero-width spaces: what Word and web pages
# put in place of "-", and between the characters of what is copied from them.
_DASH = re.compile(r"[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060]")

_FORMULA_SIGNS = tuple('=+-@#~<>[]\\/|"')

# Sorting a pile of accents takes time squared: a megabyte of them would take minutes.
# No writing has more than 30 on a letter (Stream-Safe Text Format, UAX #15). The
# lowest accent is U+0300, so most text holds no run that needs a second look.
_MOST_ACCENTS = 30
_MAYBE_PILE = re.compile(rf"[\u0300-\U0010ffff]{{{_MOST_ACCENTS + 1},}}")
_ACCENT_PAIRS = "\u0f73\u0f75\u0f81"  # of class 0, but they become accents in NFC


def clean_text(text: str) -> str:
    """Return `text`, of several lines, in its one stored form.

    That is Unicode NFC with LF line ends, tabs as spaces, without control
    characters, lone surrogates, noncharacters, bidi controls and byte order
    marks, and without white space at the end of lines and around the whole.
    """
    text = _LINE_BREAK.sub("\n", text).replace("\t", " ")
    # NFC comes after: a removed character may have kept a letter from its accent.
    text = _nfc(_UNWANTED.sub("", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def clean_line(text: str) -> str:
    """Return `text` as `clean_text` does, on one line.

    Line breaks and runs of white space of any width become one ordinary space.
    """
    return " ".join(clean_text(text).split())


def begins_as_formula(text: str) -> bool:
    """Return whether a line begins as no name or address does.

    Spreadsheets take `=`, `+`, `-` and `@` for a formula, `#` begins their errors, and
    printers may take the others for orders (GOV.UK Notify's rules for addresses).
    """
    return text[:1] in _FORMULA_SIGNS


def visible_line(text: str) -> str:
    """Return `text` as `clean_line` does, without characters that show nothing.

    For addresses and numbers, where such a character is a mistake nobody can see;
    in names and sentences it may belong to the spelling.
    """
    return clean_line(_INVISIBLE.sub("", text))


def plain_line(text: str) -> str:
    """Return `text` as `visible_line` does, with every kind of dash as "-"."""
    return visible_line(_DASH.sub("-", text))


def _nfc(text: str) -> str:
    """Return `text` in Unicode NFC, without the accents above 30 on one letter."""
    text = unicodedata.normalize("NFC", _MAYBE_PILE.sub(_lowered_pile, text))
    return _MAYBE_PILE.sub(_lowered_pile, text)


def _lowered_pile(found: re.Match[str]) -> str:
    """Return the characters found, of each row of accents the first 30."""
    kept = []
    height = 0
    for mark in found[0]:
        is_accent = unicodedata.combining(mark) or mark in _ACCENT_PAIRS
        height = height + 1 if is_accent else 0
        if height <= _MOST_ACCENTS:
            kept.append(mark)
    return "".join(kept)
