"""Compiled forms are kept: in memory, and in the instance folder.

One is made when it is first asked for, or again when anything it is made of has
changed: its name holds a digest of that. A damaged file is made anew.
"""

import hashlib
import importlib.util
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import Lock

from formsvc.formkit.kind import Kind
from formsvc.formkit.shape import Shape
from formsvc.profiles import Profile
from formsvc.writable.template import Template

PACKAGE = Path(__file__).parent.parent

SOURCES = (
    "areas.py",
    "forms/**/*.py",
    "formkit/*.py",
    "renderers/*.py",
    "static/document.css",
    "static/fonts/*.ttf",
    "templates/pdf/*.html",
    "wheel/*.py",
    "writable/*.py",
)
"""What a compiled form is made of, within the package."""

MAKERS = ("weasyprint", "pydyf", "pikepdf")
"""The libraries that make it: another version may lay out otherwise."""

IN_MEMORY = 24
"""Templates that a process holds, each under a megabyte: kinds, titles, a few sizes."""

ON_DISK = 96
"""Templates in the folder; those that were made first go first."""

ENDING = ".form"


class Shelf:
    """Compiled forms, those made last in memory and more of them in a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in `folder` too, when there is one."""
        self._folder = folder
        self._held: dict[str, Template] = {}
        self._lock = Lock()

    def keep_in(self, instance: Path) -> None:
        """Keep what is compiled from now on in the instance folder."""
        self._folder = instance / "templates"

    def get(self, kind: Kind, shape: Shape, profile: Profile) -> Template:
        """Return the template of that shape, compiled when it is not there.

        Raises `RenderError` when it cannot be laid out.
        """
        name = _name(kind, shape, profile)
        if held := self._held.get(name):
            return held  # nobody waits while another form is compiled
        with self._lock:
            template = self._held.get(name) or self._read(name)
            if template is None:
                template = _made(kind, shape, profile)
                self._write(name, template)
            self._held[name] = template
            while len(self._held) > IN_MEMORY:
                del self._held[next(iter(self._held))]
            return template

    def _read(self, name: str) -> Template | None:
        if self._folder is None:
            return None
        try:
            return Template.from_bytes((self._folder / name).read_bytes())
        except (OSError, ValueError):
            return None

    def _write(self, name: str, template: Template) -> None:
        """Store a template, whole or not at all; without a folder to write in, not."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, unfinished = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(template.to_bytes())
            Path(unfinished).replace(self._folder / name)
            self._tidy()

    def _tidy(self) -> None:
        assert self._folder is not None
        kept = sorted(
            self._folder.glob(f"*{ENDING}"), key=lambda path: -path.stat().st_mtime
        )
        for path in kept[ON_DISK:]:
            path.unlink(missing_ok=True)


SHELF = Shelf()
"""The shelf of this process."""


def template_of(kind: Kind, shape: Shape, profile: Profile) -> Template:
    """Return the compiled form of a kind, in that shape and with that profile."""
    return SHELF.get(kind, shape, profile)


def _made(kind: Kind, shape: Shape, profile: Profile) -> Template:
    from formsvc.renderers.compiling import compile_form

    return compile_form(kind, shape, profile)


def _name(kind: Kind, shape: Shape, profile: Profile) -> str:
    digest = hashlib.sha256(sources().encode("ascii"))
    for part in (kind.name, shape.as_key(), repr(asdict(profile))):
        digest.update(part.encode("utf-8") + b"\0")
    return f"{kind.slug}-{digest.hexdigest()[:32]}{ENDING}"


@cache
def sources() -> str:
    """Return a digest of all that compiled forms are made of."""
    digest = hashlib.sha256("\0".join(_versions()).encode("utf-8"))
    for pattern in SOURCES:
        for path in sorted(PACKAGE.glob(pattern)):
            digest.update(path.name.encode("utf-8") + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _versions() -> list[str]:
    """Return name and version of each maker, as its folder beside it is called.

    `importlib.metadata` would tell the same, at a tenth of the time of a whole fill.
    """
    found = []
    for maker in MAKERS:
        spec = importlib.util.find_spec(maker)
        if spec and spec.origin:
            beside = Path(spec.origin).parent.parent.glob(f"{maker}-*.dist-info")
            found += [path.name for path in beside]
    return sorted(found)
