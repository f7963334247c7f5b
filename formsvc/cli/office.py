"""What commands make and check versions with: by the settings of the environment."""

from typing import Any

import click

from formsvc.config import Settings
from formsvc.i18n import _
from formsvc.keys import FILE


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
    return versions.open_office(settings, profile)


def _hint_at_key(settings: Settings) -> None:
    """Say so when there was no key: stamps of ours will seem to be another's."""
    if settings.secret_key or (settings.instance / FILE).exists():
        return
    click.echo(
        _(
            "I {folder} fanns ingen nyckel, så en ny gjordes. Stämplar från tjänsten "
            "känns bara igen med dess egen mapp: ange den i FORMSVC_INSTANCE."
        ).format(folder=settings.instance),
        err=True,
    )


def open_seal() -> Any:
    """Return what vouches for stamps."""
    from formsvc.keys import load_keys
    from formsvc.sealing import Seal

    settings = Settings.read()
    return Seal(load_keys(settings), settings.base_url)
