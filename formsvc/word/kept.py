"""Which template a kind has, and those that are compiled: the latest are kept.

An organisation's own, `templates_docx/KIND.docx` in the instance folder, wins over the
one that comes along.
"""

from pathlib import Path
from threading import Lock
from typing import NamedTuple

from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import Sizes
from formsvc.i18n import _
from formsvc.word.compiled import Compiled, Contents
from formsvc.word.compiling import compile_template
from formsvc.word.faults import UnusableError, unusable
from formsvc.word.fields import fields_of

IN_MEMORY = 24
"""Compiled templates that a process holds: kinds, and a few sizes of each."""

FOLDER = "templates_docx"

_PACKAGE = Path(__file__).parent.parent


class File(NamedTuple):
    """A template's file as it was seen: another time or size is another file."""

    path: Path
    changed: int
    size: int


class _Name(NamedTuple):
    """What a compiled template is of."""

    file: File
    kind: str
    rows: tuple[tuple[str, int], ...]


def template_of(kind: Kind, instance: Path | None) -> File:
    """Return the template of a kind: that in `instance` when there is one."""
    file = f"{kind.name}.docx"
    folders = (_PACKAGE / FOLDER, _PACKAGE.parent / FOLDER)
    own = (instance / FOLDER,) if instance else ()
    paths = [folder / file for folder in (*own, *folders)]
    return _looked_at(next((path for path in paths if path.exists()), paths[-1]))


def _looked_at(path: Path) -> File:
    try:
        found = path.stat()
    except OSError:
        return File(path, 0, 0)
    return File(path, found.st_mtime_ns, found.st_size)


class Templates:
    """The compiled Word templates of a process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[_Name, Compiled] = {}
        self._lock = Lock()

    def render(self, file: File, kind: Kind, rows: Sizes, contents: Contents) -> bytes:
        """Return a document of a kind, its lists with as many rows as `rows` tells.

        Raises `RenderError`, which names the template, when it cannot be used.
        """
        try:
            return self._compiled(file, kind, rows).render(contents)
        except UnusableError as why:
            raise unusable(f"{FOLDER}/{file.path.name}", why) from why

    def _compiled(self, file: File, kind: Kind, rows: Sizes) -> Compiled:
        name = _Name(file, kind.name, tuple(sorted(rows.items())))
        if held := self._held.get(name):
            return held  # nobody waits while another template is compiled
        with self._lock:
            made = self._held.get(name) or _made(file.path, kind, rows)
            self._held[name] = made
            while len(self._held) > IN_MEMORY:
                del self._held[next(iter(self._held))]
            return made


TEMPLATES = Templates()
"""The templates of this process."""


def _made(path: Path, kind: Kind, rows: Sizes) -> Compiled:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnusableError(_("filen saknas eller går inte att läsa")) from error
    return compile_template(raw, fields_of(kind, rows))
