"""Finds telephone numbers in running text, however people write them.

Every dash, point, slash and odd space may stand within a number, and so may the end of
a sentence after it. Times, days and identity numbers are told from them.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

FEWEST: Final = 7
"""Figures of a number with its area code."""

FEWEST_LOCAL: Final = 5
"""Figures of a number without its area code."""

_GAP: Final = r"(?:\.|\s?/\s?|[\s-]{0,3})"
_HOUR: Final = r"(?:[01]\d|2[0-4])"
_TIME: Final = rf"(?:{_HOUR}[0-5]\d|(?:{_HOUR}|\d)[.:][0-5]\d)"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"

_OTHER: Final = re.compile(
    rf"(?<![\d-]){_TIME}\s?-\s?{_TIME}(?!\.?\d)"  # 0800-1630, 08.00-16.30
    r"|(?<![\d-])(?:19|20)\d\d-\d\d-\d\d(?!\d)"
    rf"|(?<![\d./-]){_DAY}[./-]{_MONTH}[./ -](?:19|20)\d\d(?!\d)"  # 5/1 2027
    r"|(?<!\d)(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[-+]\d{4}(?!\d)"
)
"""What has the figures of a number, and is none."""

_NUMBER: Final = re.compile(
    r"(?<!\d)(?<!\d[.:,-])"
    rf"(?:\(?\+\d{{1,3}}\)?(?:{_GAP}\(0\))?|\(?0[1-9]\d{{0,2}}\)?"
    rf"|00[1-9]\d{{0,2}}(?:{_GAP}\(0\))?)"
    rf"(?:{_GAP}\d)+"
)
"""A number with its area code, with all figures that follow it."""


def numbers_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where in a text each telephone number with an area code begins and ends."""
    plain = "".join(map(_plain, text))
    plain = _OTHER.sub(lambda found: "x" * len(found[0]), plain)
    for found in _NUMBER.finditer(plain):
        fewest = FEWEST + 2 * found[0].startswith("00")
        if sum(map(str.isdigit, found[0])) >= fewest:
            yield found.span()


def forms_of(number: str) -> Iterator[str]:
    """Yield the figures of a number as people write it.

    That is without its extension, as it is called from abroad, and without its area
    code.
    """
    plain = "".join(map(_plain, number.casefold().partition("ankn")[0]))
    figures = _figures(plain)
    yield figures
    home = re.sub(r"^(?:\+|00)46(?:\s?\(0\))?[\s-]*", "0", plain.strip())
    digits = _figures(home)
    if digits.startswith("0"):
        yield from (digits, f"46{digits[1:]}", f"0046{digits[1:]}", f"460{digits[1:]}")
    area = re.match(r"\(?0\d{1,3}\)?[\s/.-]+", home)
    if area and len(local := _figures(home[area.end() :])) >= FEWEST_LOCAL:
        yield local


def _figures(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _plain(character: str) -> str:
    """Return a character as numbers are written: dashes, spaces and figures alike."""
    if character.isascii():
        return character
    sort = unicodedata.category(character)
    if sort == "Pd" or character in "\u2212\u2043":
        return "-"
    if sort in ("Zs", "Zl", "Zp", "Cf"):
        return " "
    if character in "·․‧∙":
        return "."
    return str(unicodedata.digit(character)) if sort == "Nd" else character
