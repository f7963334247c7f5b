"""A file to start an address book from: it opens in a Swedish Excel as it is."""

import csv
import io
from codecs import BOM_UTF8

from formsvc.recipients.headings import COLUMNS

IN_A_BOOK = tuple((field, label) for field, label in COLUMNS[:8])
"""Consent and protection hold of one child, not of an address."""

ROWS = (
    *(("Förskola", "Provköpings kommun", "Förskolan Provet", "Rektor"),),
    *(("Skola", "Provköpings kommun", "Exempelskolan", "Rektor"),),
    *(("Socialtjänst", "Provköpings kommun", "Barn och unga", "Mottagningen"),),
    *(("Förening", "Provköpings fiktiva idrottsförening", "", "Ordförande"),),
)
PLACES = (*("Provgatan 1", "Exempelvägen 2", "Box 3", "Påhittsstigen 4"),)
TOWN = ("352 30", "Provköping", "Vanlig post")


def example() -> bytes:
    """Return the file: headings and four organisations that do not exist."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([label for _field, label in IN_A_BOOK])
    for row, place in zip(ROWS, PLACES, strict=True):
        writer.writerow([*row, place, *TOWN])
    return BOM_UTF8 + text.getvalue().encode("utf-8")
