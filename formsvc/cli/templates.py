"""`formsvc templates check | copy`: the templates that office staff change in Word."""

import sys

import click

from formsvc.cli.showing import DONE, HAS_ERRORS
from formsvc.cli.swedish import SwedishCommand, SwedishGroup
from formsvc.config import Settings
from formsvc.i18n import _


@click.group(
    cls=SwedishGroup,
    options_metavar=_("[VAL]"),
    subcommand_metavar=_("KOMMANDO [ARGUMENT]…"),
    help=_("Granska mallarna, eller hämta en att ändra i Word."),
)
def templates() -> None:
    """Hold the commands of templates together."""


@templates.command(
    cls=SwedishCommand,
    help=_("Granska varje mall: fält, klamrar, bilder, och vad den gör."),
)
def check() -> int:
    """Tell of each template what is wrong, where, and how to mend it."""
    from formsvc.profiles import load_profile
    from formsvc.template_check import checked

    settings = Settings.read()
    profile = load_profile(settings.instance, settings.profile)
    status = DONE
    if sys.stdout.isatty():
        click.echo(_("Det tar omkring en halv minut."), err=True)
    for name, fault in checked(settings.instance, profile):
        if fault is None:
            click.echo(_("{template}: inga fel").format(template=name))
        elif fault.tip:
            click.echo(f"{name}: {fault}")
        else:
            status = HAS_ERRORS
            click.echo(f"{name}: {fault}", err=True)
    return status


@templates.command(
    cls=SwedishCommand,
    help=_("Lägg tjänstens mall i instansmappen, att ändra i Word."),
)
@click.argument("kind")
def copy(kind: str) -> None:
    """Copy the template of a kind to where the organisation's own ones lie."""
    from formsvc.pipeline import kind_named
    from formsvc.template_check.own import copied

    path = copied(kind_named(kind), Settings.read().instance)
    click.echo(_("Mallen ligger i {path}. Öppna den i Word.").format(path=path))
