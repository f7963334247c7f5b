"""Compiled forms are kept: the latest in memory, and more of them on a shelf.

One is made when it is first asked for, or again when anything it is made of has
changed (`writable/shelf.py`).
"""

from pathlib import Path
from threading import Lock

from formsvc.formkit.kind import Kind
from formsvc.profiles import NEUTRAL, Profile
from formsvc.writable import shelf
from formsvc.writable.shape import Shape
from formsvc.writable.template import Template

IN_MEMORY = 24
"""Templates that a process holds, each under a megabyte: kinds, titles, a few sizes."""


class Kept:
    """The compiled forms of a process."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in `folder` too, when there is one."""
        self._folder = folder
        self._held: dict[str, Template] = {}
        self._lock = Lock()

    def keep_in(self, instance: Path) -> None:
        """Keep what is compiled from now on in the instance folder."""
        self._folder = instance / shelf.FOLDER

    def get(self, kind: Kind, shape: Shape, profile: Profile) -> Template:
        """Return the form of that shape, compiled when it is not there.

        Raises `RenderError` when it cannot be laid out.
        """
        about = "" if profile == NEUTRAL else repr(profile)
        name = shelf.name_of(kind.name, shape, about)
        if held := self._held.get(name):
            return held  # nobody waits while another form is compiled
        with self._lock:
            template = self._held.get(name) or self._from_shelf(kind, name)
            if template is None:
                template = _made(kind, shape, profile)
                if self._folder:
                    shelf.write(self._folder, name, template)
            self._held[name] = template
            while len(self._held) > IN_MEMORY:
                del self._held[next(iter(self._held))]
            return template

    def _from_shelf(self, kind: Kind, name: str) -> Template | None:
        if self._folder is None:
            return None
        if shelf.read_card(self._folder, kind.name) is None:
            shelf.write_card(self._folder, kind.name, _card(kind))
        return shelf.read(self._folder, name)


KEPT = Kept()
"""The forms of this process."""


def template_of(kind: Kind, shape: Shape, profile: Profile) -> Template:
    """Return the compiled form of a kind, in that shape and with that profile."""
    return KEPT.get(kind, shape, profile)


def _made(kind: Kind, shape: Shape, profile: Profile) -> Template:
    from formsvc.renderers.compiling import compile_form

    return compile_form(kind, shape, profile)


def _card(kind: Kind) -> dict[str, object]:
    """Return what `quick.py` has to know of a kind."""
    from formsvc.formkit.spare_rows import choices

    return {
        "slug": kind.slug,
        "date_field": kind.date_field,
        "variant_field": kind.variant_field,
        "variants": list(kind.headings),
        "choices": choices(kind.form),
    }
