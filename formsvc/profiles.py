"""An organisation's profile: its name, address, logo and privacy text on documents.

Profiles are TOML files in the instance folder, `profiles/NAME.toml`. A neutral one is
built in. See `docs/profiles.md` for the keys.
"""

import base64
import re
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from formsvc.envelopes import PAGE_WIDTH, WINDOWS, Window
from formsvc.errors import UnreadableError, UsageError
from formsvc.i18n import _
from formsvc.logos import fault_of

MAX_LOGO_BYTES = 500_000
"""A logo is on every document, so it has to be small."""

LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}
MOST_MM = 1_000
"""More than any measure of a window; figures may be too many to reckon with."""

WINDOW_KEYS = ("left", "top", "width", "height")
LOWEST_GUARD = 120.0
"""How far down the white around an address may reach, in mm: letters need the rest."""

PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class Profile:
    """What documents say of the organisation that makes them.

    `logo` is a `data:` address, so that documents load nothing from outside.
    `privacy` holds paragraphs, divided by empty lines. `window` is where
    envelopes have theirs. `instance` is the folder where the organisation has its own
    Word templates; it makes no other profile.
    """

    name: str = "formsvc"
    organisation: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    logo: str = ""
    logo_text: str = ""
    privacy: str = ""
    window: Window = WINDOWS["h2"]
    instance: Path | None = field(default=None, compare=False, repr=False)

    @property
    def privacy_paragraphs(self) -> list[str]:
        """The privacy text by paragraph, none when the profile has no text."""
        return [part.strip() for part in self.privacy.split("\n\n") if part.strip()]

    @property
    def reach(self) -> str:
        """Where to turn: organisation, address, telephone and e-mail on one line."""
        written = (self.organisation, self.address, self.phone, self.email)
        return " · ".join(part for part in written if part)


NEUTRAL = Profile()


def load_profile(instance: Path, name: str) -> Profile:
    """Return the profile `name` of the instance folder, the neutral one for none.

    Raises `UsageError` when there is no such profile and `UnreadableError` when its
    file or logo cannot be used.
    """
    if not name:
        return replace(NEUTRAL, instance=instance)
    path = instance / "profiles" / f"{name}.toml"
    if not PLAIN_NAME.fullmatch(name) or not path.is_file():
        raise UsageError(
            _("Profilen ”{name}” finns inte. Det här finns: {known}.").format(
                name=name, known=", ".join(known_profiles(instance)) or _("inga")
            )
        )
    return replace(_read(path), instance=instance)


def known_profiles(instance: Path) -> list[str]:
    """Return the names of the profiles in the instance folder."""
    return sorted(path.stem for path in (instance / "profiles").glob("*.toml"))


def _read(path: Path) -> Profile:
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _unusable(path, _("den är inte läsbar TOML i UTF-8")) from error
    known = {each.name for each in fields(Profile)} - {"name", "instance"}
    window = _window(path, written.pop("window", "h2"))
    for key, value in written.items():
        if key not in known:
            raise _unusable(path, _("nyckeln ”{key}” finns inte").format(key=key))
        if not isinstance(value, str):
            raise _unusable(path, _("”{key}” ska vara en text").format(key=key))
    profile = Profile(**{"name": path.stem, "window": window, **written})
    return replace(profile, logo=_logo(path, profile.logo)) if profile.logo else profile


def _window(path: Path, written: Any) -> Window:
    """Return the window that a profile names: `"v2"`, or a table with `side` and mm."""
    table = {"side": written} if isinstance(written, str) else written
    side = table.get("side", "h2") if isinstance(table, dict) else None
    if not isinstance(side, str) or side.lower() not in WINDOWS:
        raise _unusable(path, _("”window” ska vara h2 (till höger) eller v2"))
    own: Any = {key: value for key, value in table.items() if key != "side"}
    for key, value in own.items():
        is_number = type(value) in (int, float) and abs(value) < MOST_MM
        if key not in WINDOW_KEYS or not is_number:
            raise _unusable(
                path,
                _("”window” har side, left, top, width och height; måtten i mm"),
            )
    window = replace(WINDOWS[side.lower()], **own)
    if not _has_room(window):
        raise _unusable(path, _("fönstret i ”window” får inte plats på brevet"))
    return window


def _has_room(window: Window) -> bool:
    """Return whether an address fits, with room for sender and letter around it."""
    zone, guard = window.zone, window.guard
    beside = guard.left if window.at_right else PAGE_WIDTH - guard.right
    return (
        min(window.width / 50, window.height / 20, beside / 60) >= 1
        and min(zone.left, zone.top, PAGE_WIDTH - zone.right) >= 5  # noqa: PLR2004
        and guard.bottom <= LOWEST_GUARD
    )


def _logo(path: Path, name: str) -> str:
    logo = (path.parent / name).resolve()
    media_type = LOGO_TYPES.get(logo.suffix.lower())
    if path.parent.resolve() not in logo.parents or media_type is None:
        raise _unusable(path, _("logotypen ska vara SVG, PNG eller JPG bredvid filen"))
    try:
        content = logo.read_bytes()
    except OSError as error:
        raise _unusable(path, _("logotypen går inte att läsa")) from error
    if len(content) > MAX_LOGO_BYTES:
        raise _unusable(path, _("logotypen är större än 500 kB"))
    if why := fault_of(content, logo.suffix.lower()[1:]):
        raise _unusable(path, why)
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"


def _unusable(path: Path, why: str) -> UnreadableError:
    return UnreadableError(
        _("Profilen {file} kan inte användas: {why}.").format(file=path.name, why=why)
    )
