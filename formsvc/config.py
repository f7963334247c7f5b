"""Settings, read once at start from the environment (contract, section 8)."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from formsvc.i18n import _


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation decides for itself."""

    instance: Path
    profile: str

    @classmethod
    def read(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings in `environ`, by default those of this process."""
        environ = os.environ if environ is None else environ
        return cls(
            instance=Path(environ.get("FORMSVC_INSTANCE") or "instance"),
            profile=environ.get("FORMSVC_PROFILE") or "",
        )


SETTINGS = (
    (
        "FORMSVC_INSTANCE",
        "instance/",
        _("Mappen för organisationens egna profiler."),
    ),
    (
        "FORMSVC_PROFILE",
        _("den neutrala"),
        _("Organisationens profil, när ingen annan väljs."),
    ),
)
"""Name, default and meaning of each setting, for `formsvc serve --help`."""
