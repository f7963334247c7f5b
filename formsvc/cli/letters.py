"""`formsvc letters`: an invitation's letters as one print file (contract 5)."""

import gc
import sys
from collections.abc import Iterable
from typing import Any

import click

from formsvc.cli.files import STANDARD, read_bytes, write_file, write_text
from formsvc.cli.office import open_seal
from formsvc.cli.showing import DONE, HAS_ERRORS, print_findings
from formsvc.cli.swedish import SwedishCommand, WrongCallError
from formsvc.cli.wrong_kind import demand_kind
from formsvc.document import Format
from formsvc.errors import UnreadableError
from formsvc.i18n import _

OPTIONS = (
    click.option(
        "--hide",
        "hidden",
        multiple=True,
        type=click.IntRange(1),
        metavar=_("NR"),
        help=_("Mottagare, med sin rads nummer, som inte får se enheter och platser."),
    ),
    click.option(
        "--show",
        "shown",
        multiple=True,
        type=click.IntRange(1),
        metavar=_("NR"),
        help=_("Mottagare som får se dem fast någon har skyddade uppgifter."),
    ),
    click.option(
        "--hide-word",
        "words",
        multiple=True,
        metavar=_("ORD"),
        help=_(
            "Ord till att dölja för dem som inte får se platser, med , eller ; mellan."
        ),
    ),
    click.option(
        "--profile", metavar=_("NAMN"), default="", help=_("Organisationens profil.")
    ),
)
"""What is chosen for a batch, of letters and of copies."""


def choices(command: Any) -> Any:
    """Give a command the options of a batch."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


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
        return _written(calibration(profile), output)
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
    from formsvc import pipeline
    from formsvc.formkit.formdata import parse_json
    from formsvc.mailing.letters import letters as made

    kind = pipeline.kind_named("invitation")
    given = parse_json(read_bytes(data))
    demand_kind(given, "invitation")
    taken = pipeline.take_in(kind, given)
    if chosen["listed"]:
        taken = _with_listed(taken, chosen["listed"])
    if chosen["as_text"] and not _by_link(taken):
        raise WrongCallError(
            _("Ingen av de inbjudna nås i Link: det finns ingen text.")
        )
    seal = open_seal() if taken.stamp else None
    wanted = settled(chosen, taken, "recipients")
    return made(taken, profile, seal, wanted, progress())


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


def settled(chosen: dict[str, Any], taken: Any, rows: str) -> Any:
    """Return the options of a batch as its choices; `rows` is the list they are about.

    Raises `WrongCallError` for a number that no row has, or that is hidden and shown.
    """
    from formsvc.mailing.addressees import numbers
    from formsvc.mailing.batch import Choices, words_in

    shown, hidden = frozenset(chosen["shown"]), frozenset(chosen["hidden"])
    _demand_known(shown | hidden, numbers(taken, rows))
    if both := shown & hidden:
        raise WrongCallError(
            _("Välj --hide eller --show för {numbers}, inte båda.").format(
                numbers=_listed(both)
            )
        )
    return Choices(shown, hidden, words_in(",".join(chosen["words"])))


def _demand_known(chosen: frozenset[int], known: list[int]) -> None:
    unknown = chosen.difference(known)
    if unknown:
        raise WrongCallError(
            _("Det finns ingen mottagare {numbers}. De som finns är: {known}.").format(
                numbers=_listed(unknown), known=_listed(known) or _("inga")
            )
        )


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers))


def tell_unused(batch: Any) -> None:
    """Tell which words to hide have hidden nothing from anybody."""
    for word in batch.unused_words:
        told = _(
            "”{word}” döljer inget: det är för kort, eller står inte i något som någon "
            "mottagare får se men inte ska läsa."
        )
        click.echo(told.format(word=word), err=True)


def progress() -> Any:
    """Return what tells on a terminal how far a batch has come, nothing elsewhere."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, of: int) -> None:
        words = _("{done} av {of}").format(done=done, of=of)
        click.echo(f"\r{words}", nl=done == of, err=True)

    return tell


def _printed(batch: Any, output: str | None) -> int:
    """Write the file of a batch; there is none when everyone is reached in Link."""
    if batch.texts:
        told = _("{count} nås i Link: --text ger texterna att klistra in.")
        click.echo(told.format(count=len(batch.texts)), err=True)
    if batch.file is None:
        click.echo(_("Inga brev: ingen nås med post eller personligen."), err=True)
        return DONE
    status = _written(batch.file, output)
    counted = _("{letters} brev, {sheets} blad").format(
        letters=len(batch.pieces), sheets=batch.sheets
    )
    click.echo(counted, err=output == STANDARD)
    tell_unfolded(batch, output)
    return status


def tell_unfolded(batch: Any, output: str | None) -> None:
    """Tell how many pieces are too thick to be folded, when any is."""
    from formsvc.mailing.batch import unfolded

    if count := unfolded(batch.pieces):
        told = _("Tjockare än två blad, skickas ovikta i C4: {count}")
        click.echo(told.format(count=count), err=output == STANDARD)


def _written(file: Any, output: str | None) -> int:
    written = write_file(file, output, Format.PDF)
    if written != STANDARD:
        click.echo(written)
    return DONE


def _headed(text: Any) -> str:
    """Return a text for Link below whom it is to."""
    line = "=" * len(text.called)
    return f"{text.called}\n{line}\n\n{text.text}"


def chosen_profile(name: str) -> Any:
    """Return the profile that is chosen, for a batch."""
    from formsvc.config import Settings
    from formsvc.profiles import load_profile

    settings = Settings.read()
    return load_profile(settings.instance, name or settings.profile)
