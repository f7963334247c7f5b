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
    taken_in,
    tell_paper,
    tell_unused,
    write_print,
)
from formsvc.cli.office import open_seal
from formsvc.cli.showing import DONE, HAS_ERRORS, print_findings
from formsvc.cli.swedish import SwedishCommand
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
    write_print(batch.file, output)
    counted = _("{copies} kopior").format(copies=len(batch.pieces) - 1)
    tell_paper(batch, counted, output)
    return DONE


def _batch(data: str, chosen: dict[str, Any]) -> Any:
    from formsvc.mailing.copies import copies as made

    profile = chosen_profile(chosen["profile"])
    taken = taken_in(data, "plan")
    seal = open_seal() if taken.stamp else None
    wanted = replace(settled(chosen, taken, "distribution"), covers=not chosen["bare"])
    return made(taken, profile, seal, wanted, progress())
