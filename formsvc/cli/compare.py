"""`formsvc compare`: what has changed between two saved documents."""

from collections.abc import Iterator
from typing import Any

import click

from formsvc.cli.files import read_document
from formsvc.cli.showing import as_text
from formsvc.cli.swedish import SwedishCommand
from formsvc.i18n import _

WORDS = {
    "new": _("Nytt"),
    "changed": _("Ändrat"),
    "ended": _("Avslutat"),
    "removed": _("Borttaget"),
}
"""What has become of something, by its sort."""


@click.command(
    cls=SwedishCommand,
    help=_("Visa vad som har ändrats från den äldre filen OLD till den nyare NEW."),
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--json", "as_json", is_flag=True, help=_("Svara med JSON."))
def compare(old: str, new: str, as_json: bool) -> None:  # noqa: FBT001
    """Tell what has changed, by area and field, on standard output."""
    from formsvc import comparing, pipeline

    before, after = (pipeline.opened(read_document(name)) for name in (old, new))
    sections = pipeline.compared(before, after)
    if as_json:
        answer = comparing.as_json(after.kind, sections)
        click.echo(as_text(answer))
    elif sections:
        click.echo("\n\n".join("\n".join(_lines(section)) for section in sections))
    else:
        click.echo(_("Inget har ändrats."))


def _lines(section: Any) -> Iterator[str]:
    yield section.title
    for change in section.changes:
        named = ", ".join(filter(None, (change.row, change.label)))
        told = " → ".join(filter(None, (change.before, change.after)))
        apart = "\n    " if "\n" in told else " "
        told = told.replace("\n", "\n    ")
        yield f"  {WORDS[change.sort]}: {named}:{apart}{told}"
