"""What commands make and check versions with: by the settings of the environment."""

from typing import Any

import click

from formsvc.config import Settings
from formsvc.i18n import _
from formsvc.keys import FILE, load_keys


def open_office(*, to_look: bool = False) -> Any:
    """Return key, register, outbox and profile of this installation.

    `to_look` says that stamps are looked at: without their key none is known.
    """
    from formsvc import versions
    from formsvc.profiles import load_profile
    from formsvc.renderers.kept import KEPT

    settings = Settings.read()
    if to_look:
        _hint_at_key(settings)
    KEPT.keep_in(settings.instance)
    profile = load_profile(settings.instance, settings.profile)
    keys = load_keys(settings, make=not to_look)
    return versions.open_office(settings, profile, keys)


def _hint_at_key(settings: Settings) -> None:
    """Say so when there was no key: stamps of ours will seem to be another's."""
    if settings.secret_key or (settings.instance / FILE).exists():
        return
    click.echo(
        _(
            "I {folder} finns ingen nyckel. Stämplar från tjänsten känns bara igen "
            "med dess egen mapp: ange den i FORMSVC_INSTANCE."
        ).format(folder=settings.instance),
        err=True,
    )


def open_seal() -> Any:
    """Return what vouches for stamps."""
    from formsvc.sealing import Seal

    settings = Settings.read()
    _hint_at_key(settings)
    return Seal(load_keys(settings, make=False), settings.base_url)
