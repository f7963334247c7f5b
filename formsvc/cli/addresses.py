"""`formsvc addresses check | template`: the organisation's address book."""

import click

from formsvc.cli.showing import DONE, UNREADABLE
from formsvc.cli.swedish import SwedishCommand, SwedishGroup
from formsvc.config import Settings
from formsvc.errors import UnreadableError
from formsvc.i18n import _


@click.group(
    cls=SwedishGroup,
    options_metavar=_("[VAL]"),
    subcommand_metavar=_("KOMMANDO [ARGUMENT]…"),
    help=_("Granska adressboken, eller hämta en mall att börja i."),
)
def addresses() -> None:
    """Hold the commands of the address book together."""


@addresses.command(
    cls=SwedishCommand,
    help=_("Granska adressboken: vad som är fel, på vilken rad."),
)
@click.option(
    "--profile", metavar=_("NAMN"), default="", help=_("Organisationens profil.")
)
def check(profile: str) -> int:
    """Tell of each line of the book what is wrong, and how many it has."""
    from formsvc.profiles import load_profile
    from formsvc.recipients.book import book_of, path_of

    settings = Settings.read()
    name = load_profile(settings.instance, profile or settings.profile).name
    path = path_of(settings.instance, name)
    if not path.is_file():
        raise UnreadableError(
            _("Adressboken {path} finns inte. Hämta en mall: {call}.").format(
                path=path, call="formsvc addresses template"
            )
        )
    book = book_of(settings.instance, name)
    for fault in book.faults:
        click.echo(f"{path}: {fault}", err=True)
    if book.faults:
        return UNREADABLE
    click.echo(_("{path}: {count} adresser").format(path=path, count=len(book.entries)))
    return DONE


@addresses.command(
    cls=SwedishCommand,
    help=_("Skriv en adressbok att börja i, som öppnas i Excel."),
)
@click.option(
    "-o",
    "output",
    metavar=_("FIL"),
    required=True,
    help=_("Filen att skriva, - för standard ut. En fil som finns skrivs inte över."),
)
def template(output: str) -> None:
    """Write the example of an address book; one that is there already is kept."""
    from pathlib import Path

    from formsvc.cli.files import STANDARD, write_bytes, write_named
    from formsvc.errors import RefusedError
    from formsvc.recipients.example import example

    if output == STANDARD:
        write_bytes(example())
        return
    if Path(output).exists():
        raise RefusedError(
            _("Filen {name} finns redan, och skrivs inte över.").format(name=output)
        )
    write_named(output, example())
    click.echo(output)
