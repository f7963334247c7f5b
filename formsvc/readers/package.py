"""A zip: a filing package, whose data is read, or something that is told of."""

from formsvc.errors import UnreadableError
from formsvc.readers import words
from formsvc.readers.json_data import from_json
from formsvc.readers.process import read_apart
from formsvc.readers.result import ReadFile


def read_package(raw: bytes) -> ReadFile:
    """Return what a package carries; raise `UnreadableError` when it is not ours."""
    answer = read_apart("zip", raw)
    if failed := answer.get("failed"):
        raise UnreadableError(words.HEAVY if failed == "heavy" else words.ZIP_LOCKED)
    texts = answer["data"]
    if not texts:
        raise UnreadableError(words.WORD if answer["word"] else words.NO_DATA)
    if len(texts) > 1:
        raise UnreadableError(words.TWICE)
    return from_json(texts[0].encode("utf-8"))
