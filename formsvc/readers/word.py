"""What a Word document is: one from here, with its fields, or one that is told of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from formsvc.errors import UnreadableError
from formsvc.findings import Finding
from formsvc.formkit.fields import ChecksField, FlagField
from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.posted import fields_at, taken_apart
from formsvc.forms import KINDS
from formsvc.i18n import _
from formsvc.readers import doubts, word_doubts, words, words_of_word
from formsvc.readers.mark import Mark, read_mark_without_pages
from formsvc.readers.missing import called
from formsvc.readers.names import CHECK, Field, Sorted, name_today, sorted_out
from formsvc.readers.process import Answer
from formsvc.readers.recognised import is_ours, reference_in
from formsvc.readers.result import ReadFile
from formsvc.readers.stamps import read_stamp
from formsvc.readers.word_boxes import settled
from formsvc.readers.word_fields import Shown, decided
from formsvc.readers.word_rows import InRows, in_rows


def from_word(answer: Answer) -> ReadFile:
    """Return what stands in the controls of a Word document, and what of it is lost.

    Raises `UnreadableError` when it has none of ours, or those of several documents.
    """
    mark = _mark(answer)
    shown = [Shown(*each) for each in answer["controls"]]
    boxes = dict(_boxes({one.name for one in shown}, mark))
    rows = in_rows([settled(one, is_box=boxes.get(one.name)) for one in shown], boxes)
    fields = sorted_out([Field(*each[:3]) for each in rows.shown], mark)
    if len(answer["stamps"]) > 1 or (fields and fields.mixed):
        raise UnreadableError(words.MERGED)
    if fields is None:
        raise UnreadableError(_what_it_is(answer, mark))
    if fields.twice:
        raise UnreadableError(words.MERGED if rows.is_twice else _twice(fields))
    return _document(fields, rows, answer, mark)


def _boxes(names: Iterable[str], mark: Mark | None) -> Iterator[tuple[str, bool]]:
    """Yield the names that a form has, each with whether it is that of a box."""
    for name in names:
        found = [
            fields_at(kind.form)[taken_apart(today)[0]]
            for kind in KINDS.values()
            if (today := _today(name, kind.name, mark))
        ]
        if found:
            yield name, isinstance(found[0], (FlagField, ChecksField))


def _twice(fields: Sorted) -> str:
    """Return what to say of fields that say two things, by their human names."""
    kind = KINDS[fields.kind]
    rows = [name for name in fields.twice if (taken_apart(name)[1] or 0) < MAX_ROWS]
    names = called(kind, rows) or fields.twice
    told = [f"”{name}”" for name in names[: doubts.MOST_MISSED]]
    if len(names) > doubts.MOST_MISSED:
        told.append(_("och {count} till").format(count=len(names) - doubts.MOST_MISSED))
    return words_of_word.TWICE.format(fields=", ".join(told))


def _mark(answer: Answer) -> Mark | None:
    """Return what the document says of its form, in either place; one that it knows."""
    told = map(read_mark_without_pages, [*answer["forms"], answer["form"]])
    return next(filter(None, told), None)


def _document(
    fields: Sorted, rows: InRows, answer: Answer, mark: Mark | None
) -> ReadFile:
    mark = mark if mark and mark.kind == fields.kind else None
    shown = _by_name_of_today(rows.shown, fields.kind, mark)
    kind = KINDS[fields.kind]
    told = [(name, *decided(kind, name, shown[name])) for name, _text in fields.pairs]
    stamp = read_stamp(answer["stamps"])
    return ReadFile(
        kind=fields.kind,
        fields=tuple((name, text) for name, text, _doubt in told),
        stamp=stamp,
        findings=(
            *doubts.on_stamp(_version(fields, answer), lost=stamp is None),
            *doubts.on_unknown(fields.unknown, doubts.WORD),
            *doubts.on_revision(mark, fields.unknown, doubts.WORD),
            *doubts.on_missing(kind, fields.missing, mark, doubts.WORD),
            *word_doubts.on_dates([doubt for _name, _text, doubt in told if doubt]),
            *_strange(shown),
            *_copied(rows.copied, fields.kind, mark),
            *_beside(answer),
        ),
    )


def _by_name_of_today(
    shown: Sequence[Shown], kind: str, mark: Mark | None
) -> dict[str, Shown]:
    """Return the first control of each field."""
    found: dict[str, Shown] = {}
    for one in shown:
        found.setdefault(_today(one.name, kind, mark), one)
    found.pop("", None)
    return found


def _today(name: str, kind: str, mark: Mark | None) -> str:
    return name_today(KINDS[kind], name, older=mark is not None and mark.is_older)


def _version(fields: Sorted, answer: Answer) -> str:
    """Return which version the document says that it goes on from, maybe none."""
    if fields.version.strip() or not answer["reference"]:
        return fields.version
    return _("{reference} version {version}").format(
        reference=answer["reference"], version=answer["version"]
    )


def _strange(shown: Mapping[str, Shown]) -> Iterator[Finding]:
    strange = {name: one.type == CHECK for name, one in shown.items() if one.strange}
    yield from word_doubts.on_ticks([name for name, box in strange.items() if box])
    yield from word_doubts.on_strange([n for n, box in strange.items() if not box])


def _copied(rows: Sequence[str], kind: str, mark: Mark | None) -> Iterator[Finding]:
    return word_doubts.on_copied_rows([_today(row, kind, mark) for row in rows])


def _beside(answer: Answer) -> Iterator[Finding]:
    yield from word_doubts.on_comments(answer["comments"], answer["commented"])
    yield from word_doubts.on_revisions(answer["revisions"])


def _what_it_is(answer: Answer, mark: Mark | None) -> str:
    """Return what to say of a Word document in which there is no field of ours."""
    text = answer["words"]
    if mark or answer["stamps"] or reference_in(text) or is_ours(text):
        return words_of_word.TAGS_LOST
    return words_of_word.FOREIGN
