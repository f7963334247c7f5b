"""What a PDF is: a writable document, a filing copy, or something that is told of."""

from collections.abc import Iterator

from formsvc.errors import UnreadableError
from formsvc.findings import Finding
from formsvc.forms import KINDS
from formsvc.readers import doubts, words
from formsvc.readers.json_data import from_json
from formsvc.readers.mark import Mark, read_mark
from formsvc.readers.names import Field, Sorted, sorted_out
from formsvc.readers.process import Answer, read_apart
from formsvc.readers.recognised import is_ours, reference_in
from formsvc.readers.result import ReadFile
from formsvc.readers.stamps import read_stamp

_FAILED = {"heavy": words.HEAVY, "damaged": words.DAMAGED, "locked": words.LOCKED}

_ENOUGH = 40
"""Characters on the first pages that make them text and not pictures of it."""


def read_pdf(raw: bytes) -> ReadFile:
    """Return what a PDF carries: the data attached to it, or what stands in its fields.

    Raises `UnreadableError` when it carries neither, or both.
    """
    answer = read_apart("pdf", raw)
    if failed := answer.get("failed"):
        raise UnreadableError(_FAILED[failed])
    mark = read_mark(answer["mark"])
    fields = sorted_out([Field(*each) for each in answer["fields"]], mark)
    texts = set(answer["files"].get("data.json", ()))
    stamps = set(answer["files"].get("stamp.json", ()))
    is_mixed = len(stamps) > 1 or (fields and (fields.mixed or fields.twice))
    if len(texts) + bool(fields) > 1 or is_mixed:
        raise UnreadableError(words.MERGED)
    if texts:
        return _copy(texts.pop(), answer, mark)
    if fields:
        return _writable(fields, answer, mark)
    raise UnreadableError(_what_it_is(answer, is_marked=bool(mark or stamps)))


def _copy(text: str, answer: Answer, mark: Mark | None) -> ReadFile:
    """Return what a filing copy carries."""
    try:
        read = from_json(text.encode("utf-8"))
    except UnreadableError as error:
        raise UnreadableError(words.DAMAGED) from error
    mark = _of_kind(mark, read.kind)
    return read._replace(findings=(*doubts.on_no_mark(mark), *_doubts(answer, mark)))


def _writable(fields: Sorted, answer: Answer, mark: Mark | None) -> ReadFile:
    """Return what stands in a writable document, and what of it is lost."""
    mark = _of_kind(mark, fields.kind)
    stamp = read_stamp(answer["files"].get("stamp.json", []))
    return ReadFile(
        kind=fields.kind,
        fields=fields.pairs,
        stamp=stamp,
        findings=(
            *doubts.on_stamp(fields.version, lost=stamp is None),
            *doubts.on_unknown(fields.unknown),
            *doubts.on_revision(mark, fields.unknown),
            *doubts.on_missing(KINDS[fields.kind], fields.missing, mark),
            *_doubts(answer, mark),
        ),
    )


def _of_kind(mark: Mark | None, kind: str) -> Mark | None:
    return mark if mark and mark.kind == kind else None


def _doubts(answer: Answer, mark: Mark | None) -> Iterator[Finding]:
    yield from doubts.on_pages(answer["pages"], mark)
    if answer["mended"]:
        yield doubts.on_damage()


def _what_it_is(answer: Answer, *, is_marked: bool) -> str:
    """Return what to say of a PDF in which there is nothing to read.

    `is_marked` says that it was made here, whatever has become of what its pages say.
    """
    text = answer.get("text", "")
    if reference := reference_in(text):
        told = words.PRINTED_REFERENCE.format(reference=reference)
        return f"{told} {words.PRINTED}"
    if is_marked or is_ours(text):
        return words.PRINTED
    if answer["pictures"] and len(text.strip()) < _ENOUGH:
        return words.SCAN
    return words.FOREIGN
