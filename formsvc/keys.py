"""The installation's secret key: set by the environment, or made on first start."""

import hashlib
import hmac
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from formsvc.config import Settings
from formsvc.errors import UsageError
from formsvc.i18n import _

FILE = "secret.key"
"""Where in the instance folder a key that was made here lies."""

LENGTH = 32
"""Bytes of a key that is made here: as many as SHA-256 gives."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The key in use, and older ones that still are accepted."""

    current: bytes
    fallbacks: tuple[bytes, ...] = ()

    def for_purpose(self, purpose: str) -> "Keys":
        """Return keys for one purpose alone, so that none is used for two things."""
        return Keys(
            _derived(self.current, purpose),
            tuple(_derived(key, purpose) for key in self.fallbacks),
        )


def load_keys(settings: Settings, *, make: bool = True) -> Keys:
    """Return the keys of the settings, else the one in the instance folder.

    It is made when it is not there, readable by its owner alone; unless `make`, one
    that nobody has stands in for it. Raises `UsageError` when it can be neither read
    nor made.
    """
    fallbacks = tuple(key.encode() for key in settings.secret_key_fallbacks)
    if settings.secret_key:
        return Keys(settings.secret_key.encode(), fallbacks)
    path = settings.instance / FILE
    try:
        if not path.exists() and not make:
            return Keys(secrets.token_bytes(LENGTH), fallbacks)
        if not path.exists():
            _make(path)
        key = path.read_bytes().strip()
    except OSError as error:
        raise UsageError(
            _(
                "Nyckeln {path} kan inte läsas eller skrivas. Ge tjänsten rätt att "
                "skriva i mappen, eller ange FORMSVC_SECRET_KEY."
            ).format(path=path)
        ) from error
    if not key:
        raise UsageError(
            _("Nyckeln {path} är tom. Lägg tillbaka den eller ta bort filen.").format(
                path=path
            )
        )
    return Keys(key, fallbacks)


def _make(path: Path) -> None:
    """Make the key whole or not at all, also when two processes start at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=FILE, dir=path.parent)  # for the owner alone
    unfinished = Path(name)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(LENGTH) + "\n")
    try:
        os.link(unfinished, path)  # fails when another process was first
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()


def _derived(key: bytes, purpose: str) -> bytes:
    return hmac.digest(key, purpose.encode(), hashlib.sha256)
