"""References: `BP-7F3K92QD4M`, typed from paper and never guessed (contract 4)."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no letter that is taken for a figure, and no U."""

LENGTH = 10
"""Characters after the prefix: fifty random bits."""

AFTER_PREFIX = rf"-[{ALPHABET}]{{{LENGTH},{2 * LENGTH}}}"
"""What follows the prefix, as a pattern: longer ones may come from elsewhere."""

MISREAD = str.maketrans("OIL", "011")
"""Letters that people read for a figure."""


def new_reference(prefix: str) -> str:
    """Return a reference that nobody has, of the kind with that prefix."""
    return f"{prefix}-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def typed_reference(text: str) -> str:
    """Return a reference as it is written, however it was typed; empty if it is none.

    Small letters, spaces, other dashes, O for 0 and I or L for 1 are all understood.
    """
    letters = "".join(char for char in text.upper() if char.isalnum())
    prefix, rest = letters[:2], letters[2:].translate(MISREAD)
    known = set(ALPHABET)
    right = prefix.isascii() and prefix.isalpha() and set(rest) <= known
    if not right or not LENGTH <= len(rest) <= 2 * LENGTH:
        return ""
    return f"{prefix}-{rest}"
