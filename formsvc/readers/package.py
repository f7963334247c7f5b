"""A zip: a filing package or a Word document, or something that is told of."""

from formsvc.errors import UnreadableError
from formsvc.readers import words, words_of_word
from formsvc.readers.json_data import from_json
from formsvc.readers.process import read_apart
from formsvc.readers.result import ReadFile
from formsvc.readers.word import from_word

_FAILED = {
    **words_of_word.FAILED,
    "heavy": words.HEAVY,
    "merged": words.MERGED,
    "foreign": words.OTHER_FILE,
}

_LIST_OF_PARTS = b"[Content_Types].xml"
"""Stands in every Word document, and is readable in a damaged one."""


def read_package(raw: bytes) -> ReadFile:
    """Return what a zip carries; raise `UnreadableError` when it is not from here."""
    answer = read_apart("zip", raw)
    if failed := answer.get("failed"):
        is_word = _LIST_OF_PARTS in raw
        damaged = words_of_word.DAMAGED if is_word else words.ZIP_LOCKED
        raise UnreadableError(_FAILED.get(failed, damaged))
    if "word" in answer:
        return from_word(answer["word"])
    texts = answer["data"]
    if not texts:
        raise UnreadableError(words.NO_DATA)
    if len(texts) > 1:
        raise UnreadableError(words.TWICE)
    return from_json(texts[0].encode("utf-8"))
