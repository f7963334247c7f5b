"""The stamp that a writable document carries beside its fields."""

from collections.abc import Sequence
from typing import Any

from formsvc.errors import UnreadableError
from formsvc.formkit.formdata import UNREADABLE_STAMP, parse_json


def read_stamp(texts: Sequence[str]) -> Any:
    """Return the stamp that is written in the first of `texts`, nothing when none is.

    One that is there and cannot be read is broken, which is not the same as missing.
    """
    if not texts:
        return None
    try:
        return parse_json(texts[0].encode("utf-8", "replace"))
    except UnreadableError:
        return UNREADABLE_STAMP
