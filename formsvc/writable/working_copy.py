"""A filled form says of which version it is a working copy (docs/decisions/0013).

On the first page in a field that nobody can change, in the foot of every page, in its
metadata, and with the stamp as an attached file. All lengths are in pt.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from formsvc.writable.appearance import INK, usual
from formsvc.writable.faces import Faces, Run
from formsvc.writable.syntax import Update, literal, number, reference, text_string
from formsvc.writable.template import (
    DO_NOT_SCROLL,
    MULTILINE,
    PRINT,
    READ_ONLY,
    Opening,
    Places,
)

FIELD = "sign-version"
"""The field of the first page; what is called `sign-` is no data (contract, 3)."""

STAMP = "stamp.json"
"""What the attached stamp is called (contract, section 4)."""

LEFT, WIDTH = 51.02, 493.23
"""Where text begins on a page, and how wide it is: 18 and 174 mm (document.css)."""

HEAD_LOW, HEAD_HEIGHT = 801.0, 25.0
"""Where the field stands: in the margin above the text, so that nothing makes room."""

FOOT_LOW, FOOT_HEIGHT = 25.1, 11.0
"""Where the second line of the foot stands, below the title."""

_EDGE, _INDENT = 2.83, 8.0
"""Width of the bar at the left of the field, and where text begins in it."""

_TITLE, _WHICH, _NOTE, _FOOT = 10.5, 9.0, 8.4, 8.0
"""Sizes of what is written."""

_FIRST, _SECOND = 14.6, 4.2
"""Base lines in the field, from below."""

_GREY = b".333 .337 .353 rg"
"""The colour of the foot, #55565a."""


class Origin(NamedTuple):
    """What a working copy says of the version that it comes from.

    `title`, `which` and `note` are read by people, `human` names the field for a screen
    reader. `stamp` is the file to attach, `about` what it is, `moment` when it was made
    as a date of a PDF. `metadata` goes into the XMP, `subject` says the same in words.
    """

    title: str
    which: str
    note: str
    human: str
    stamp: bytes
    about: str
    moment: str
    metadata: str
    subject: str


class _Piece(NamedTuple):
    """A text on a line, and its size."""

    text: str
    size: float


def tell(places: Places, origin: Origin, faces: Faces, update: Update) -> None:
    """Say of what a form is a working copy, in an update of its file."""
    _write_foot(places, origin, faces, update)
    _write_head(places, origin, faces, update)
    _attach(places.catalog, origin, update)
    _open(places.info, b"/Subject" + text_string(origin.subject), update)
    before, after = places.metadata.before, places.metadata.after
    update.put_stream(
        places.metadata.number,
        b"/Type/Metadata/Subtype/XML",
        (before + origin.metadata + after).encode("utf-8").rstrip(),
    )


def _open(opening: Opening, more: bytes, update: Update) -> None:
    """Write an object with `more` where it is open."""
    before, after = opening.before.encode("latin-1"), opening.after.encode("latin-1")
    update.put(opening.number, before + more + after)


def _write_foot(places: Places, origin: Origin, faces: Faces, update: Update) -> None:
    line = [_Piece(f"{origin.title} · {origin.which}", _FOOT)]
    text, resources = _line(line, 0, 2.6, faces, update)
    update.put_stream(
        places.foot,
        b"/Type/XObject/Subtype/Form/BBox%s/Resources%s"
        % (_box(0, 0, WIDTH, FOOT_HEIGHT), resources),
        b"q BT %s %s ET Q" % (_GREY, text),
    )


def _write_head(places: Places, origin: Origin, faces: Faces, update: Update) -> None:
    """Write the field: the first that is read and the first that is moved to."""
    field, look = update.new(), update.new()
    update.put(
        field,
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T%s/TU%s/V%s/Rect%s/P %s"
        b"/F %d/Ff %d/DA(%s)/BS<</W 0>>/StructParent %d/AP<</N %s>>>>"
        % (
            text_string(FIELD),
            text_string(origin.human),
            text_string(f"{origin.title} · {origin.which}\n{origin.note}"),
            _box(LEFT, HEAD_LOW, LEFT + WIDTH, HEAD_LOW + HEAD_HEIGHT),
            reference(places.page.number),
            PRINT,
            READ_ONLY | MULTILINE | DO_NOT_SCROLL,
            usual(_FOOT),
            places.key,
            reference(look),
        ),
    )
    _draw_head(look, origin, faces, update)
    for opening in (places.page, places.form):
        _open(opening, reference(field), update)
    _open(places.document, reference(places.element), update)
    update.put(
        places.element,
        b"<</Type/StructElem/S/Form/P %s/Pg %s/K<</Type/OBJR/Obj %s>>>>"
        % (
            reference(places.document.number),
            reference(places.page.number),
            reference(field),
        ),
    )


def _draw_head(look: int, origin: Origin, faces: Faces, update: Update) -> None:
    note = [_Piece(origin.note, _NOTE)]
    second, _own_font = _line(note, _INDENT, _SECOND, faces, update)
    pieces = [_Piece(origin.title, _TITLE), _Piece(f"  ·  {origin.which}", _WHICH)]
    first, resources = _line(pieces, _INDENT, _FIRST, faces, update)
    width, height = number(WIDTH), number(HEAD_HEIGHT)
    update.put_stream(
        look,
        b"/Type/XObject/Subtype/Form/BBox%s/Resources%s"
        % (_box(0, 0, WIDTH, HEAD_HEIGHT), resources),
        b"/Tx BMC q .957 g 0 0 %s %s re f .333 g 0 0 %s %s re f BT %s %s %s ET Q EMC"
        % (width, height, number(_EDGE), height, INK, first, second),
    )


def _line(
    pieces: Sequence[_Piece], left: float, low: float, faces: Faces, update: Update
) -> tuple[bytes, bytes]:
    """Return what draws a line, made smaller when it is too wide, and its resources."""
    wide = sum(faces.width(text) * size / 1000 for text, size in pieces)
    part = min(1, (WIDTH - 2 * left) / wide)
    runs = [(size * part, faces.runs(text)) for text, size in pieces]
    drawn = [
        b"/%s %s Tf %s Tj" % (name.encode("ascii"), number(size), text)
        for size, of_one in runs
        for name, text in of_one
    ]
    resources = faces.resources(_runs(runs), update)
    start = b"1 0 0 1 %s %s Tm" % (number(left), number(low))
    return b" ".join((start, *drawn)), resources


def _box(*sides: float) -> bytes:
    return b"[%s]" % b" ".join(map(number, sides))


def _runs(sized: Sequence[tuple[float, list[Run]]]) -> Iterator[Run]:
    return (run for _size, runs in sized for run in runs)


def _attach(catalog: Opening, origin: Origin, update: Update) -> None:
    """Attach the stamp as data of the document (ISO 32000-2, 7.11.3 and 14.13)."""
    content, about = update.new(), update.new()
    name, file = literal(STAMP.encode("ascii")), reference(content)
    moment = literal(origin.moment.encode("ascii"))
    update.put_stream(
        content,
        b"/Type/EmbeddedFile/Subtype/application#2Fjson"
        b"/Params<</Size %d/CreationDate%s/ModDate%s>>"
        % (len(origin.stamp), moment, moment),
        origin.stamp,
    )
    update.put(
        about,
        b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Data/EF<</F %s/UF %s>>>>"
        % (name, name, text_string(origin.about), file, file),
    )
    files = b"/Names<</EmbeddedFiles<</Names[%s%s]>>>>" % (name, reference(about))
    _open(catalog, files + b"/AF[%s]" % reference(about), update)
