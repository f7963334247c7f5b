"""`formsvc letters`: an invitation's letters as one print file (contract 5)."""

import gc
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
from formsvc.cli.files import STANDARD, read_bytes, write_text
from formsvc.cli.office import open_seal
from formsvc.cli.showing import DONE, HAS_ERRORS, print_findings
from formsvc.cli.swedish import SwedishCommand, WrongCallError
from formsvc.errors import UnreadableError
from formsvc.i18n import _


@click.command(
    cls=SwedishCommand,
    help=_("Gör breven i inbjudan DATA.json, - för standard in, som en fil."),
)
@click.argument("data", metavar="DATA.json", required=False)
@click.option(
    "-o", "output", metavar=_("FIL"), help=_("Filen att skriva, - för standard ut.")
)
@click.option(
    "--text", "as_text", is_flag=True, help=_("Skriv texterna för Link i stället.")
)
@click.option(
    "--calibration",
    is_flag=True,
    help=_("Gör sidan att hålla mot ett fönsterkuvert, utan DATA.json."),
)
@click.option(
    "--recipients",
    "listed",
    metavar=_("FIL.csv"),
    help=_("Fler mottagare ur ett kalkylblad, efter dem i DATA.json."),
)
@choices
def letters(data: str | None, output: str | None, **chosen: Any) -> int:
    """Write the print file, and tell how many letters and sheets it has."""
    gc.disable()  # a tenth faster, and the process ends before it matters
    from formsvc.mailing.calibration import calibration

    profile = chosen_profile(chosen["profile"])
    if chosen["calibration"]:
        write_print(calibration(profile), output)
        return DONE
    if data is None:
        raise WrongCallError(_("Ange DATA.json, eller --calibration för provsidan."))
    if data == chosen["listed"] == STANDARD:
        raise WrongCallError(
            _("Standard in kan vara DATA.json eller mottagarna, inte båda.")
        )
    batch = _batch(data, profile, chosen)
    print_findings(list(batch.findings))
    tell_unused(batch)
    if batch.faulty:
        return HAS_ERRORS
    if chosen["as_text"]:
        write_text("\n\n".join(map(_headed, batch.texts)), output)
        return DONE
    return _printed(batch, output)


def _batch(data: str, profile: Any, chosen: dict[str, Any]) -> Any:
    from formsvc.mailing.letters import letters, link_texts

    taken = taken_in(data, "invitation")
    if chosen["listed"]:
        taken = _with_listed(taken, chosen["listed"])
    if chosen["as_text"] and not _by_link(taken):
        raise WrongCallError(
            _("Ingen av de inbjudna nås i Link: det finns ingen text.")
        )
    seal = open_seal() if taken.stamp else None
    wanted = settled(chosen, taken, "recipients")
    if chosen["as_text"]:
        return link_texts(taken, profile, seal, wanted)
    return letters(taken, profile, seal, wanted, progress())


def _by_link(taken: Any) -> bool:
    """Return whether anyone is reached in Link."""
    return any(row["channel"] == "link" for row in taken.facts.rows("recipients"))


def _with_listed(taken: Any, name: str) -> Any:
    """Return the invitation with the recipients of a CSV file after its own.

    What the file left out is told. Raises `UnreadableError` when a row has no place.
    """
    from dataclasses import replace

    from formsvc.recipients import read_file
    from formsvc.recipients.adding import added
    from formsvc.recipients.decoding import MOST_BYTES

    sheet = read_file(read_bytes(name, MOST_BYTES))
    if sheet.faults:
        raise UnreadableError("\n".join(f"{name}: {why}" for why in sheet.faults))
    for told in sheet.told:
        click.echo(f"{name}: {told}", err=True)
    formdata, _first = added(taken.formdata, sheet.recipients)
    return replace(taken, formdata=formdata)


def _printed(batch: Any, output: str | None) -> int:
    """Write the file of a batch; there is none when everyone is reached in Link."""
    if batch.texts:
        told = _("{count} nås i Link: --text ger texterna att klistra in.")
        click.echo(told.format(count=len(batch.texts)), err=True)
    if batch.file is None:
        click.echo(_("Inga brev: ingen nås med post eller personligen."), err=True)
        return DONE
    write_print(batch.file, output)
    counted = _("{letters} brev").format(letters=len(batch.pieces))
    tell_paper(batch, counted, output)
    return DONE


def _headed(text: Any) -> str:
    """Return a text for Link below whom it is to."""
    line = "=" * len(text.called)
    return f"{text.called}\n{line}\n\n{text.text}"
