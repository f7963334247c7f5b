"""How much a file may hold, and the two ways to say that it is not read.

Beside the limits stands what a plan has in which three of the lists have two hundred
rows, the most there may be: it was made, and read in three seconds and 200 MB.
"""

PAGES = 500
"""212."""

OBJECTS = 200_000
"""105,000."""

FIELDS = 30_000
"""13,000."""

NAME, NAMES = 300, 2_000_000
"""Characters of the name of a field, 53, and of the names of all fields, 600,000."""

UNPACKED = 16_000_000
"""Bytes of one stream when it is unpacked."""

ATTACHED = 8_000_001
"""Bytes of an attached file: one more than any data has."""

ANSWER = 8_000_000
"""Characters of all the texts in an answer."""


class HeavyError(Exception):
    """The file holds more than any document from here."""


class LockedError(Exception):
    """The file cannot be opened without a password."""
