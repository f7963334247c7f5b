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
    database_url: str = field(default="", repr=False)
    base_url: str = ""
    stamp_header: str = ""
    version_only: bool = False
    outbox: Path | None = None
    proxies: int = 0
    secret_key: str = field(default="", repr=False)
    secret_key_fallbacks: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def read(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Return the settings in `environ`, by default those of this process."""
        environ = os.environ if environ is None else environ
        outbox = environ.get("FORMSVC_OUTBOX")
        return cls(
            instance=Path(environ.get("FORMSVC_INSTANCE") or "instance"),
            profile=environ.get("FORMSVC_PROFILE") or "",
            database_url=environ.get("FORMSVC_DATABASE_URL") or "",
            base_url=(environ.get("FORMSVC_BASE_URL") or "").rstrip("/"),
            stamp_header=environ.get("FORMSVC_STAMP_HEADER") or "",
            version_only=_said(environ.get("FORMSVC_VERSION_ONLY") or ""),
            outbox=Path(outbox) if outbox else None,
            proxies=_count(environ.get("FORMSVC_PROXIES") or "0"),
            secret_key=environ.get("FORMSVC_SECRET_KEY") or "",
            secret_key_fallbacks=tuple(
                environ.get("FORMSVC_SECRET_KEY_FALLBACKS", "").split()
            ),
        )


def _count(word: str) -> int:
    """Return a small number; one that is none counts as nought."""
    return int(word) if word.isascii() and word.isdigit() and len(word) == 1 else 0


def _said(word: str) -> bool:
    """Return whether a setting that is on or off is on."""
    return word.strip().casefold() not in ("", "0", "false", "no", "nej", "off", "av")


SETTINGS = (
    (
        "FORMSVC_INSTANCE",
        "instance/",
        _("Mappen för register, nyckel, egna profiler och färdiga blanketter."),
    ),
    (
        "FORMSVC_DATABASE_URL",
        _("SQLite i instansmappen"),
        _("Registret över versioner. Flera servrar: postgresql+psycopg://…"),
    ),
    (
        "FORMSVC_BASE_URL",
        _("ingen qr-kod"),
        _("Tjänstens öppna adress, som står i dokumentens qr-kod."),
    ),
    (
        "FORMSVC_STAMP_HEADER",
        _("vem som helst får stämpla"),
        _("Huvudet från inloggningen, utan vilket inget stämplas."),
    ),
    (
        "FORMSVC_VERSION_ONLY",
        _("alla sidor"),
        _("Sätt 1 för att bara visa versionssidorna."),
    ),
    (
        "FORMSVC_PROXIES",
        _("0"),
        _("Antal proxyservrar framför tjänsten, vilkas uppgift om avsändaren gäller."),
    ),
    (
        "FORMSVC_OUTBOX",
        _("ingen mapp"),
        _("Mapp som får varje stämplad arkivkopia."),
    ),
    (
        "FORMSVC_PROFILE",
        _("den neutrala"),
        _("Organisationens profil, när ingen annan väljs."),
    ),
    (
        "FORMSVC_SECRET_KEY",
        _("görs vid första starten"),
        _("Nyckeln som versioner och formulär märks med. Lika på alla servrar."),
    ),
    (
        "FORMSVC_SECRET_KEY_FALLBACKS",
        _("inga"),
        _("Äldre nycklar som fortfarande gäller, med mellanslag mellan."),
    ),
)
"""Name, default and meaning of each setting, for `formsvc serve --help`."""
