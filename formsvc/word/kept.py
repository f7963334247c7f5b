"""Which template a kind has, and those that are compiled: the latest used are kept.

An organisation's own, `templates_docx/KIND.docx` in the instance folder, wins over the
one that comes along.
"""

from pathlib import Path
from threading import Lock
from typing import NamedTuple
from weakref import WeakValueDictionary

from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import Sizes
from formsvc.i18n import _
from formsvc.word.compiled import Compiled, Contents
from formsvc.word.compiling import compile_template
from formsvc.word.faults import UnusableError, unusable
from formsvc.word.fields import fields_of

ROOM = 16_000_000
"""Bytes of compiled templates that a process holds, about.

Ours weigh 1.2 MB in all: there is room for those of a dozen organisations.
One that is larger than all the room is compiled each time.
"""

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


class _Making:
    """One at a time compiles a template, while others are compiled beside it."""

    def __init__(self) -> None:
        """Begin with nobody at it."""
        self.lock = Lock()


def template_of(kind: Kind, instance: Path | None) -> File:
    """Return the template of a kind: that in `instance` when there is one."""
    own = own_template(kind, instance) if instance else None
    return look_at(own if own and own.exists() else packaged_template(kind))


def own_template(kind: Kind, instance: Path) -> Path:
    """Return where an organisation's own template of a kind lies, if it has one."""
    return instance / FOLDER / f"{kind.name}.docx"


def packaged_template(kind: Kind) -> Path:
    """Return the template of a kind that comes along: in the package, or beside it."""
    file = f"{kind.name}.docx"
    paths = [folder / FOLDER / file for folder in (_PACKAGE, _PACKAGE.parent)]
    return next((path for path in paths if path.exists()), paths[-1])


def look_at(path: Path) -> File:
    """Return a template's file as it is now."""
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
        self._making: WeakValueDictionary[_Name, _Making] = WeakValueDictionary()

    def render(self, file: File, kind: Kind, rows: Sizes, contents: Contents) -> bytes:
        """Return a document of a kind, its lists with as many rows as `rows` tells.

        Raises `RenderError`, which names the template, when it cannot be used.
        """
        try:
            compiled = self._compiled(_Name(file, kind.name), kind)
            return compiled.with_rows(rows).render(contents)
        except UnusableError as why:
            raise unusable(f"{FOLDER}/{file.path.name}", why) from why

    def _compiled(self, name: _Name, kind: Kind) -> Compiled:
        if held := self._found(name):
            return held
        with self._lock:
            making = self._making.setdefault(name, _Making())
        with making.lock:
            if held := self._found(name):
                return held  # another thread has just made it
            made = _made(name.file.path, kind)
            self._keep(name, made)
            return made

    def _found(self, name: _Name) -> Compiled | None:
        """Return what is held by that name, from now on the latest used."""
        with self._lock:
            held = self._held.pop(name, None)
            if held is not None:
                self._held[name] = held
            return held

    def _keep(self, name: _Name, made: Compiled) -> None:
        """Hold what is made, unless it is too heavy; what is not used goes first."""
        if made.weight > ROOM:
            return
        with self._lock:
            self._held[name] = made
            while sum(each.weight for each in self._held.values()) > ROOM:
                del self._held[next(iter(self._held))]


TEMPLATES = Templates()
"""The templates of this process."""


def _made(path: Path, kind: Kind) -> Compiled:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UnusableError(_("filen saknas eller går inte att läsa")) from error
    ours = packaged_template(kind)
    spare = b"" if path == ours else ours.read_bytes()
    return compile_template(raw, fields_of(kind, {}), spare)
