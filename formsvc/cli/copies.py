"""`formsvc copies`: a plan's paper copies as one print file (contract 5)."""

import gc
from dataclasses import replace
from typing import Any

import click

from formsvc.cli.batches import (
    choices,
    chosen_profile,
    progress,
    settled,
    tell_unfolded,
    tell_unused,
)
from formsvc.cli.files import STANDARD, read_bytes, write_file
from formsvc.cli.office import open_seal
from formsvc.cli.showing import DONE, HAS_ERRORS, print_findings
from formsvc.cli.swedish import SwedishCommand
from formsvc.cli.wrong_kind import demand_kind
from formsvc.document import Format
from formsvc.i18n import _


@click.command(
    cls=SwedishCommand,
    help=_("Gör papperskopiorna av planen DATA.json, - för standard in, som en fil."),
)
@click.argument("data", metavar="DATA.json")
@click.option(
    "-o", "output", metavar=_("FIL"), help=_("Filen att skriva, - för standard ut.")
)
@click.option(
    "--without-covers",
    "bare",
    is_flag=True,
    help=_("Bara kopiorna, utan försättsblad."),
)
@choices
def copies(data: str, output: str | None, **chosen: Any) -> int:
    """Write the print file, and tell how many copies and sheets it has."""
    gc.disable()  # a tenth faster, and the process ends before it matters
    batch = _batch(data, chosen)
    print_findings(list(batch.findings))
    tell_unused(batch)
    if batch.faulty:
        return HAS_ERRORS
    if batch.file is None:
        click.echo(_("Inga kopior: ingen får planen på papper."), err=True)
        return DONE
    written = write_file(batch.file, output, Format.PDF)
    if written != STANDARD:
        click.echo(written)
    counted = _("{copies} kopior, {sheets} blad").format(
        copies=len(batch.pieces) - 1, sheets=batch.sheets
    )
    click.echo(counted, err=output == STANDARD)
    tell_unfolded(batch, output)
    return DONE


def _batch(data: str, chosen: dict[str, Any]) -> Any:
    from formsvc import pipeline
    from formsvc.formkit.formdata import parse_json
    from formsvc.mailing.copies import copies as made

    profile = chosen_profile(chosen["profile"])
    kind = pipeline.kind_named("plan")
    given = parse_json(read_bytes(data))
    demand_kind(given, "plan")
    taken = pipeline.take_in(kind, given)
    seal = open_seal() if taken.stamp else None
    wanted = replace(settled(chosen, taken, "distribution"), covers=not chosen["bare"])
    return made(taken, profile, seal, wanted, progress())
