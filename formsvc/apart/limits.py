"""How much a file may hold, and the two ways to say that it is not read."""

PAGES = 500
"""The longest plan has some sixty."""

OBJECTS = 60_000
"""The longest plan has some eight thousand."""

FIELDS = 20_000
"""The longest plan has some three thousand."""

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
