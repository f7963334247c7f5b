"""Settings, read once at start from the environment (contract, section 8)."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from formsvc.i18n import _


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation decides for itself."""

    instance: Path
    profile: str
    secret_key: str = field(default="", repr=False)
    secret_key_fallbacks: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def read(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings in `environ`, by default those of this process."""
        environ = os.environ if environ is None else environ
        return cls(
            instance=Path(environ.get("FORMSVC_INSTANCE") or "instance"),
            profile=environ.get("FORMSVC_PROFILE") or "",
            secret_key=environ.get("FORMSVC_SECRET_KEY") or "",
            secret_key_fallbacks=tuple(
                environ.get("FORMSVC_SECRET_KEY_FALLBACKS", "").split()
            ),
        )


SETTINGS = (
    (
        "FORMSVC_INSTANCE",
        "instance/",
        _("Mappen för nyckeln, organisationens egna profiler och färdiga blanketter."),
    ),
    (
        "FORMSVC_PROFILE",
        _("den neutrala"),
        _("Organisationens profil, när ingen annan väljs."),
    ),
    (
        "FORMSVC_SECRET_KEY",
        _("görs vid första starten"),
        _("Nyckeln som sidornas formulär märks med. Lika på alla servrar."),
    ),
    (
        "FORMSVC_SECRET_KEY_FALLBACKS",
        _("inga"),
        _("Äldre nycklar som fortfarande gäller, med mellanslag mellan."),
    ),
)
"""Name, default and meaning of each setting, for `formsvc serve --help`."""
