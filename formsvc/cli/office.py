"""What commands make and check versions with: by the settings of the environment."""

from typing import Any

from formsvc.config import Settings


def open_office() -> Any:
    """Return key, register, outbox and profile of this installation."""
    from formsvc import versions
    from formsvc.profiles import load_profile
    from formsvc.renderers.kept import KEPT

    settings = Settings.read()
    KEPT.keep_in(settings.instance)
    profile = load_profile(settings.instance, settings.profile)
    return versions.open_office(settings, profile)


def open_seal() -> Any:
    """Return what vouches for stamps."""
    from formsvc.keys import load_keys
    from formsvc.sealing import Seal

    settings = Settings.read()
    return Seal(load_keys(settings), settings.base_url)
