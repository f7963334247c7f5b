"""The Word templates: opened, looked through, and tried."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers.docx import variables
from formsvc.template_check.controls import control_faults
from formsvc.template_check.expected import wanted
from formsvc.template_check.fault import Fault
from formsvc.template_check.language import language_faults
from formsvc.template_check.leftovers import leftover_faults
from formsvc.template_check.places import W
from formsvc.template_check.reading import with_text
from formsvc.template_check.stamped import tips
from formsvc.template_check.trials import trial_faults
from formsvc.word.compiling import compile_template
from formsvc.word.faults import UnusableError
from formsvc.word.fields import fields_of
from formsvc.word.package import Part, read_package

_MACROS = "vbaProject.bin"

_STRICT = b"http://purl.oclc.org/ooxml/"
"""Begins the namespaces of what Word calls Strict Open XML."""

_MOST_RELATIONS = 100_000
"""Bytes that are looked at of a file that cannot be opened."""

_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, RuntimeError),
    *(NotImplementedError, ValueError),
)
"""What such a file can raise."""


def word_faults(path: Path, kind: Kind, profile: Profile) -> Iterator[Fault]:
    """Yield what is wrong with the Word template at `path`, of a kind."""
    told = list(seen_faults(path, kind))
    yield from told
    if all(fault.tip for fault in told):
        yield from used_faults(path, kind, profile)


def seen_faults(path: Path, kind: Kind) -> Iterator[Fault]:
    """Yield what is seen in a template without making a document of it."""
    raw = path.read_bytes()
    try:
        parts = read_package(raw)
    except UnusableError as error:
        yield _cannot_be_opened(raw, error)
        return
    if not parts[0].root.tag.startswith(W):
        yield _cannot_be_opened(raw, UnusableError.damaged(), parts[0].root.tag)
        return
    yield from _package_faults(raw)
    yield from _looked_through(with_text(parts), kind)


def _looked_through(parts: list[Part], kind: Kind) -> Iterator[Fault]:
    names, known = variables(kind), wanted(kind)
    yield from control_faults(parts[0].root, kind)
    for part in parts:
        yield from language_faults(part.root, names, known)
    for part in parts:
        yield from leftover_faults(part)
    yield from tips(parts, kind)


def _cannot_be_opened(raw: bytes, error: UnusableError, root: str = "") -> Fault:
    if _STRICT in root.encode() or _is_strict(raw):
        return _strict()
    what = _("Mallen går inte att öppna: {why}.").format(why=error)
    if not raw.startswith(b"PK"):
        return Fault("", what, _("Spara den från Word som Word-dokument (.docx)."))
    return Fault("", what, _("Öppna den i Word, och spara den på nytt som .docx."))


def _is_strict(raw: bytes) -> bool:
    try:
        with (
            zipfile.ZipFile(BytesIO(raw)) as opened,
            opened.open("_rels/.rels") as relations,
        ):
            return _STRICT in relations.read(_MOST_RELATIONS)
    except _BROKEN:
        return False


def _strict() -> Fault:
    return Fault(
        "",
        _("Mallen är sparad som Strict Open XML-dokument."),
        _("Spara den som vanligt Word-dokument (.docx) i stället."),
    )


def _package_faults(raw: bytes) -> Iterator[Fault]:
    """Yield what in a file is passed over when documents are made."""
    with zipfile.ZipFile(BytesIO(raw)) as opened:
        names = opened.namelist()
        relations = [opened.read(name) for name in names if name.endswith(".rels")]
        comments = [name for name in names if name.endswith("/comments.xml")]
    if any(name.endswith(_MACROS) for name in names):
        yield Fault(
            "",
            _("Mallen har makron."),
            _("Spara den som vanligt Word-dokument (.docx), utan makron."),
        )
    if comments:
        yield Fault(
            "",
            _("Mallen har kommentarer, som inte kommer med i dokumenten."),
            _("Ta bort dem under Granska."),
        )
    if any(_is_linked(each) for each in relations):
        yield Fault(
            "",
            _("Mallen hämtar något utifrån: en bild eller en annan mall."),
            _("Infoga bilden i mallen i stället för att länka till den."),
        )


def _is_linked(relations: bytes) -> bool:
    outside = (
        piece
        for piece in relations.split(b"<Relationship ")
        if b'TargetMode="External"' in piece
    )
    return any(b"/hyperlink" not in piece for piece in outside)


def used_faults(path: Path, kind: Kind, profile: Profile) -> Iterator[Fault]:
    """Yield what shows only when documents are made of a template."""
    try:
        compile_template(path.read_bytes(), fields_of(kind, {}))
    except UnusableError as error:
        yield Fault(
            "",
            _("Mallen går inte att använda: {why}.").format(why=error),
            _("Jämför med tjänstens egen mall."),
        )
        return
    yield from trial_faults(path, kind, profile)
