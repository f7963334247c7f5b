"""An address as it stands in the window of an envelope (research/domain.md 5.9)."""

from formsvc.formkit.data import Data
from formsvc.formkit.persons import FAMILY
from formsvc.glyphs import drawable

MOST_LINES = 6
"""Lines that the window of an envelope has room for."""


def address_lines(row: Data) -> list[str]:
    """Return the address of a recipient, line by line, none of them empty.

    `row` is a row of `recipients` or `distribution`, normalised. An organisation stands
    before its unit and the function there; of a person no organisation is told, since
    that is where they work. The last line is postal code and town, without a country.
    """
    lines = [*name_lines(row), row["address"], postal_line(row)]
    return [drawable(line) for line in lines if line]


def name_lines(row: Data) -> list[str]:
    """Return who a recipient is, from the outermost name inwards, each once."""
    person = row.get("attention") or row.get("recipient") or ""
    if row["kind"] in FAMILY:
        return [person]
    told: list[str] = []
    for name in (row.get("organisation"), row.get("unit"), person):
        if name and name.casefold() not in (each.casefold() for each in told):
            told.append(name)
    return told


def postal_line(row: Data) -> str:
    """Return postal code and town: `352 31 Växjö`."""
    return " ".join(part for part in (row["postal_code"], row["town"]) if part)
