"""Compiled forms in a folder: by name, whole or not at all, made anew when sources are.

The name of a form holds a digest of all that it is made of and of its shape, so that
an old one is never found, and a damaged one is as good as none.
"""

import hashlib
import importlib.util
import json
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from formsvc.whole import write_whole
from formsvc.writable.shape import Shape
from formsvc.writable.template import Template

PACKAGE = Path(__file__).parent.parent

SOURCES = (
    "apart/mark.py",
    "areas.py",
    "glyph*.py",
    "i18n.py",
    "locale/**/*.mo",
    "forms/**/*.py",
    "formkit/*.py",
    "renderers/*.py",
    "static/document.css",
    "static/fonts.css",
    "static/fonts/*.ttf",
    "templates/pdf/*.html",
    "wheel/*.py",
    "writable/*.py",
)
"""What a compiled form is made of, within the package."""

MAKERS = ("weasyprint", "pydyf", "pikepdf")
"""The libraries that make it: another version may lay out otherwise."""

ON_DISK = 96
"""Templates in the folder; those that were not used for longest go first."""

CARD = ("slug", "date_field", "variant_field", "variants", "choices")
"""What is noted of a kind: for its file name, its shape and its values."""

FOLDER = "templates"
"""Where they lie in the instance folder."""

ENDING = ".form"


def name_of(kind: str, shape: Shape, profile: str) -> str:
    """Return what the form of a kind is called, in that shape.

    `profile` is all that the organisation's profile says, nothing for the neutral one.
    """
    digest = hashlib.sha256(sources().encode("ascii"))
    for part in (kind, shape.as_key(), profile):
        digest.update(part.encode("utf-8") + b"\0")
    return f"{kind}-{digest.hexdigest()[:32]}{ENDING}"


def read(folder: Path, name: str) -> Template | None:
    """Return the form of that name, nothing when it is not there or damaged."""
    path = folder / name
    try:
        template = Template.from_bytes(path.read_bytes())
    except (OSError, ValueError):
        return None
    with suppress(OSError):
        os.utime(path)  # what is used stays
    return template


def write(folder: Path, name: str, template: Template) -> None:
    """Store a form; where nothing can be written it is made again the next time."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(folder / name, template.to_bytes())
        oldest_last = sorted(
            folder.glob(f"*{ENDING}"), key=lambda path: -path.stat().st_mtime
        )
        for path in oldest_last[ON_DISK:]:
            path.unlink(missing_ok=True)


def read_card(folder: Path, kind: str) -> dict[str, Any] | None:
    """Return what is noted of a kind of these sources, nothing when it is not there."""
    try:
        card: Any = json.loads((folder / _card_name(kind)).read_bytes())
    except (OSError, ValueError):
        return None
    return card if isinstance(card, dict) and set(CARD) <= set(card) else None


def write_card(folder: Path, kind: str, card: dict[str, Any]) -> None:
    """Note of a kind what filling its form has to know beside the form."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(folder / _card_name(kind), json.dumps(card).encode("utf-8"))


def _card_name(kind: str) -> str:
    return f"{kind}-{sources()[:32]}.json"


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

    `importlib.metadata` would tell the same, in the time that a form takes to fill.
    """
    found = []
    for maker in MAKERS:
        spec = importlib.util.find_spec(maker)
        if spec and spec.origin:
            beside = Path(spec.origin).parent.parent.glob(f"{maker}-*.dist-info")
            found += [path.name for path in beside]
    return sorted(found)
