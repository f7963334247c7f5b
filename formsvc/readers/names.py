"""The fields of a PDF by the names of today: which kind's they are, and what is over.

Programs that put PDFs together, or save them, add to names: `child-name+1` (qpdf),
`child-name [1273]` (MuPDF), `0.child-name` (others). What is added is passed over, so
that such a file is read, and two documents in one are seen.
"""

from collections.abc import Iterable, Mapping
from string import digits
from typing import NamedTuple

from formsvc.errors import UnreadableError
from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import ROW, patterns, taken_apart
from formsvc.forms import KINDS
from formsvc.readers.mark import Mark
from formsvc.readers.missing import missing_fields
from formsvc.readers.words import WHICH_KIND

CHECK = "check"

NOT_DATA = ("sign-", "reply-")
"""Begin the names of what is for pens (contract, section 2)."""

_VERSION = "sign-version"
"""In this field a working copy says of which version it is one; never data."""

ENOUGH = 5
"""Names of a kind that make a file one of it, or two documents in one."""

_PROGRAMS = 10
"""Programs one after the other whose additions to a name are passed over."""

_SIGNS_ADDED = (("+", ""), (" [", "]"))
"""What stands before a number that a program has added at the end, and after it."""


class Field(NamedTuple):
    """A field of a file: its name there, its type and its text (`apart/fields.py`)."""

    name: str
    type: str
    text: str


class Sorted(NamedTuple):
    """The fields of a document of `kind`.

    `pairs` are names and texts for its form, `unknown` what today's form does not have.
    `missing` names the fields that the form has and the file has not, `twice` those
    that say two things. `mixed` says that there are fields of another kind too,
    `version` of which version it is a working copy.
    """

    kind: str
    pairs: tuple[tuple[str, str], ...]
    unknown: tuple[Field, ...]
    missing: list[str]
    twice: list[str]
    mixed: bool
    version: str


def sorted_out(found: Iterable[Field], mark: Mark | None) -> Sorted | None:
    """Return the fields by the names of today; nothing when they are not from here.

    Raises `UnreadableError` when they are those of several kinds alike.
    """
    fields = [(_bare(field.name), field) for field in found]
    data = [field for bare, field in fields if not bare.startswith(NOT_DATA)]
    versions = (field.text for bare, field in fields if bare == _VERSION)
    older = mark is not None and mark.is_older
    names = {
        kind.name: {
            field.name: name_today(kind, field.name, older=older) for field in data
        }
        for kind in KINDS.values()
    }
    kind = _kind_of(names, mark)
    if kind is None:
        return None
    known = [(names[kind][field.name], field) for field in data]
    unknown = tuple(field for name, field in known if not name)
    ours = [field._replace(name=name) for name, field in known if name]
    return Sorted(
        kind=kind,
        pairs=tuple(_pairs(ours)),
        unknown=tuple(field for field in unknown if field.text),
        missing=missing_fields(KINDS[kind], [field.name for field in ours]),
        twice=_differing(ours),
        mixed=_is_of_two(unknown, kind, names),
        version=next(versions, ""),
    )


def name_today(kind: Kind, name: str, *, older: bool) -> str:
    """Return what a field of a file is called today, nothing when there is no such.

    In an `older` form a name that now means another field has its own meaning.
    """
    today = patterns(kind.form)
    for bared in (_as_it_is, _bare):
        pattern, row = taken_apart(bared(name))
        if older or pattern not in today:
            pattern = kind.renamed.get(pattern, pattern)
        if pattern in today:
            return pattern.replace(ROW, str(row), 1)
    return ""


def _as_it_is(name: str) -> str:
    return name


def _bare(name: str) -> str:
    """Return a name without what other programs have added."""
    name = name.rpartition(".")[2]
    for _program in range(_PROGRAMS):
        shorter = _without_number(name)
        if shorter == name:
            break
        name = shorter
    return name


def _without_number(name: str) -> str:
    """Return a name without one number at its end that a program has added."""
    for before, after in _SIGNS_ADDED:
        numbered = name.removesuffix(after)
        bare = numbered.rstrip(digits)
        if name.endswith(after) and bare != numbered and bare.endswith(before):
            return bare.removesuffix(before)
    return name


def _kind_of(names: Mapping[str, Mapping[str, str]], mark: Mark | None) -> str | None:
    """Return the kind with most of the names; of several the one the file says."""
    counts = {kind: len(set(named.values()) - {""}) for kind, named in names.items()}
    most = max(counts.values())
    alike = [kind for kind, count in counts.items() if count == most]
    if mark and most and mark.kind in alike:
        return mark.kind
    if most < ENOUGH:
        return None
    if len(alike) > 1:
        raise UnreadableError(WHICH_KIND)
    return alike[0]


def _pairs(fields: Iterable[Field]) -> Iterable[tuple[str, str]]:
    """Yield names and texts; a box that is not ticked is left out, as on a page.

    So are the empty rows beyond those that a list may have.
    """
    seen = set()
    for field in fields:
        row = taken_apart(field.name)[1] or 0
        is_left_out = field.type == CHECK or row >= MAX_ROWS
        if field.name not in seen and (field.text or not is_left_out):
            yield field.name, field.text
        seen.add(field.name)


def _differing(fields: Iterable[Field]) -> list[str]:
    """Return the names of which two fields say different things."""
    texts: dict[str, str] = {}
    differing = (
        field.name
        for field in fields
        if texts.setdefault(field.name, field.text) != field.text
    )
    return [*dict.fromkeys(differing)]


def _is_of_two(
    unknown: Iterable[Field], kind: str, names: Mapping[str, Mapping[str, str]]
) -> bool:
    """Return whether fields that this kind does not have are those of another."""
    return any(
        len({named[field.name] for field in unknown} - {""}) >= ENOUGH
        for other, named in names.items()
        if other != kind
    )
