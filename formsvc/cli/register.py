"""`formsvc register backup | restore`: the register in one file, and back."""

import click

from formsvc.cli.files import read_bytes, write_named
from formsvc.cli.office import open_office
from formsvc.cli.swedish import SwedishCommand, SwedishGroup
from formsvc.i18n import _


@click.group(
    cls=SwedishGroup,
    options_metavar=_("[VAL]"),
    subcommand_metavar=_("KOMMANDO [ARGUMENT]…"),
    help=_("Säkerhetskopiera eller återställ registret över versioner."),
)
def register() -> None:
    """Hold the commands of the register together."""


@register.command(
    cls=SwedishCommand, help=_("Skriv en kopia av registret, medan tjänsten är i gång.")
)
@click.argument("file", metavar=_("FIL"))
def backup(file: str) -> None:
    """Write all versions into one file."""
    from formsvc.register.backup import packed

    register = open_office().issuer.register
    entries = register.all()
    write_named(file, packed(entries, register.installation))
    click.echo(_("Kopierade versioner: {count}.").format(count=len(entries)))


@register.command(
    cls=SwedishCommand,
    help=_("Lägg tillbaka det som registret saknar. Inget tas bort."),
)
@click.argument("file", metavar=_("FIL"))
def restore(file: str) -> None:
    """Add those versions of a copy that the register lacks."""
    from formsvc.register.backup import unpacked

    name, entries = unpacked(read_bytes(file, most=None))
    added = open_office().issuer.register.add_missing(entries, name)
    click.echo(
        _("Versioner i kopian: {count}. Saknades och är tillbaka: {added}.").format(
            added=added, count=len(entries)
        )
    )
