"""What letters and copies have in common: the sender's choices, and what is told."""

import sys
from collections.abc import Iterable
from typing import Any

import click

from formsvc.cli.files import STANDARD, read_bytes, write_file
from formsvc.cli.swedish import WrongCallError
from formsvc.cli.wrong_kind import demand_kind
from formsvc.document import Format
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


def taken_in(data: str, kind: str) -> Any:
    """Return the document of that kind in the file `data`, taken in.

    Raises `WrongCallError` when it is plainly one of another kind.
    """
    from formsvc import pipeline
    from formsvc.formkit.formdata import parse_json

    given = parse_json(read_bytes(data))
    demand_kind(given, kind)
    return pipeline.take_in(pipeline.kind_named(kind), given)


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


def write_print(file: Any, output: str | None) -> None:
    """Write a file to print, and tell where."""
    written = write_file(file, output, Format.PDF)
    if written != STANDARD:
        click.echo(written)


def tell_paper(batch: Any, counted: str, output: str | None) -> None:
    """Tell how many pieces are printed, how much paper that is, and what is thick."""
    words = _("{counted}, {sheets} blad").format(counted=counted, sheets=batch.sheets)
    click.echo(words, err=output == STANDARD)
    _tell_unfolded(batch, output)


def _tell_unfolded(batch: Any, output: str | None) -> None:
    """Tell how many pieces are too thick to be folded, when any is."""
    from formsvc.mailing.batch import unfolded

    if count := unfolded(batch.pieces):
        told = _("Tjockare än två blad, skickas ovikta i C4: {count}")
        click.echo(told.format(count=count), err=output == STANDARD)


def chosen_profile(name: str) -> Any:
    """Return the profile that is chosen, for a batch."""
    from formsvc.config import Settings
    from formsvc.profiles import load_profile

    settings = Settings.read()
    return load_profile(settings.instance, name or settings.profile)
