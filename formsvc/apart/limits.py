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

WORD_ANSWER = 2_000_000
"""The same of a Word document, all that is told counted but names: a plan with 200 rows
in nine lists has 520,000, and 1,350,000 when every long text outside the lists and
thirty in each area are as long as they may be."""

SAID = 300
"""Characters of what a Word document says beside a text: the value of a choice, the day
of a date, a property. The longest value of a form has 40."""

STAMP = 20_000
"""Characters of a stamp: ten texts of at most 200, however they are written."""

PARTS = 500
"""Files in a Word document: forty when Word has saved it, more with pasted pictures."""

PART, ALL_PARTS = 64_000_000, 80_000_000
"""Bytes of one part of a Word document when it is unpacked, and of all of them."""

SMALL_PART, SMALL_NODES = 2_000_000, 50_000
"""Bytes and elements of a part that says what others are, or what the file is."""

RATIO = 250
"""Bytes that one packed byte may become."""

NODES, NESTED = 3_000_000, 200
"""Elements of a part, and elements within one another."""

TOKEN = 1_000_000
"""Bytes of one tag, of one comment: Expat begins anew with each piece of it."""


class HeavyError(Exception):
    """The file holds more than any document from here."""


class LockedError(Exception):
    """The file cannot be opened without a password."""


class OtherError(Exception):
    """The file is of a sort that is not read; its text is one word for which."""
