"""Street, postal code and town, however they share the cells of a sheet."""

import re

from formsvc.formkit.contact import normal_postal_code
from formsvc.formkit.text import clean_line

_CODE = r"(?:SE?[- ]{0,3})?[1-9]\d{2}\s?\d{2}"
_CODE_AND_TOWN = re.compile(rf"({_CODE})[\s,]+([^\W\d].*)", re.IGNORECASE)
_WHOLE = re.compile(rf"(.+?)\s*[,\n]\s*({_CODE})[\s,]+([^\W\d].*)", re.IGNORECASE)
_TRAILING_ZEROS = re.compile(r"(\d{5})[.,]0+")

LONGEST = 200
"""Characters of a cell that may hold a whole address; in more nothing is sought."""

Place = dict[str, str]


def code_of(written: str) -> str:
    """Return a postal code as written; a number that a sheet made of it is mended."""
    line = clean_line(written)
    found = _TRAILING_ZEROS.fullmatch(line)
    return found[1] if found else line


def taken_apart(written: str, field: str) -> Place:
    """Return what a cell holds: `address`, `postal_code` and `town`, or some of them.

    A cell that holds one thing alone is that of its column, `field`; of a column for
    postal code and town together (`post`) it is a town, or a street with digits in it.
    """
    text = "\n".join(filter(None, map(clean_line, written.split("\n"))))
    if place := _several(text):
        return place
    if field == "post":
        if normal_postal_code(code_of(text)):
            return {"postal_code": code_of(text)}
        field = "address" if re.search(r"\d", text) else "town"
    return {field: code_of(text) if field == "postal_code" else _line(text)}


def _several(text: str) -> Place:
    """Return the parts of an address when a cell holds more than one of them."""
    if len(text) > LONGEST:
        return {}
    if found := _CODE_AND_TOWN.fullmatch(text):
        return {"postal_code": found[1], "town": found[2]}
    if found := _WHOLE.fullmatch(text):
        street, code, town = found.groups()
        return {"address": _line(street), "postal_code": code, "town": town}
    return {}


def _line(text: str) -> str:
    return ", ".join(part.strip(" ,") for part in text.split("\n") if part.strip(" ,"))


def put_together(places: list[Place]) -> Place:
    """Return the place that several cells tell of, each part once.

    Where two cells say different things both are kept, so that it is told as wrong:
    of two postal codes no rule could know which is right.
    """
    made: dict[str, dict[str, str]] = {}
    for place in places:
        for field, text in place.items():
            told = made.setdefault(field, {})
            if text:
                told.setdefault(_alike(text), text)
    joined = {
        field: _BETWEEN[field].join(told.values()) for field, told in made.items()
    }
    if "town" in joined:
        joined["town"] = town_of(joined["town"])
    return joined


_BETWEEN = {"address": ", ", "postal_code": " / ", "town": " / "}


def _alike(text: str) -> str:
    return normal_postal_code(text) or clean_line(text).casefold()


def town_of(written: str) -> str:
    """Return a town; one in capitals as it is written elsewhere: "VÄXJÖ" is Växjö."""
    town = clean_line(written)
    return town.title() if town.isupper() and len(town) > 1 else town
