"""The Word templates: opened, looked through, and tried."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers.docx import variables
from formsvc.template_check.controls import control_faults
from formsvc.template_check.fault import Fault
from formsvc.template_check.language import language_faults
from formsvc.template_check.leftovers import leftover_faults
from formsvc.template_check.trials import trial_faults
from formsvc.word.compiling import compile_template
from formsvc.word.faults import UnusableError
from formsvc.word.fields import fields_of
from formsvc.word.package import Part, read_package

_WITH_TEXT = ("officeDocument", "header", "footer", "footnotes", "endnotes")

_MACROS = "vbaProject.bin"


def word_faults(path: Path, kind: Kind, profile: Profile) -> Iterator[Fault]:
    """Yield what is wrong with the Word template at `path`, of a kind."""
    raw = path.read_bytes()
    try:
        parts = read_package(raw)
    except UnusableError as error:
        yield _cannot_be_opened(raw, error)
        return
    told = [*_package_faults(raw), *_looked_through(parts, kind)]
    yield from told or _used(path, raw, kind, profile)


def _looked_through(parts: list[Part], kind: Kind) -> Iterator[Fault]:
    names = variables(kind)
    yield from control_faults(parts[0].root, kind)
    roots = {part.name: part.root for part in parts if part.sort in _WITH_TEXT}
    for root in roots.values():
        yield from language_faults(root, names)
    yield from leftover_faults(roots)


def _cannot_be_opened(raw: bytes, error: UnusableError) -> Fault:
    what = _("Mallen går inte att öppna: {why}.").format(why=error)
    if not raw.startswith(b"PK"):
        return Fault("", what, _("Spara den från Word som Word-dokument (.docx)."))
    return Fault("", what, _("Öppna den i Word, och spara den på nytt som .docx."))


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


def _used(path: Path, raw: bytes, kind: Kind, profile: Profile) -> Iterator[Fault]:
    """Yield what shows only when documents are made of a template."""
    try:
        compile_template(raw, fields_of(kind, {}))
    except UnusableError as error:
        yield Fault(
            "",
            _("Mallen går inte att använda: {why}.").format(why=error),
            _("Jämför med tjänstens egen mall."),
        )
        return
    yield from trial_faults(path, kind, profile)
