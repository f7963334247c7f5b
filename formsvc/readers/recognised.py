"""Documents from here that have lost their fields are known by what they say."""

import re

from formsvc.forms import KINDS
from formsvc.reference_numbers import AFTER_PREFIX

_OURS = ("kronobarnsmodellen", *(kind.title.casefold() for kind in KINDS.values()))
"""Of these at least one stands on every first page; some programs lose the other."""

_PREFIXES = "|".join(kind.prefix for kind in KINDS.values())
_REFERENCE = re.compile(rf"\b(?:{_PREFIXES}){AFTER_PREFIX}\b")


def reference_in(text: str) -> str:
    """Return the first reference of a version that `text` has, nothing if none."""
    found = _REFERENCE.search(text)
    return found[0] if found else ""


def is_ours(text: str) -> bool:
    """Return whether the text of a document has words that those from here have."""
    plain = " ".join(text.casefold().split())
    return any(ours in plain for ours in _OURS)
