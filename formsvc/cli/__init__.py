"""The command line (contract, section 5).

`formsvc serve | blank | render | check`, and `compare` in `compare.py`.

What is sent is in `letters.py`, what is done with versions in `versions.py` and
`register.py`.

Exit status: 0 done; 1 the data has errors; 2 the call is wrong; 3 a file cannot be
read; 4 refused.
"""

import gc
import io
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from formsvc.cli import addresses, register, templates, versions
from formsvc.cli.compare import compare
from formsvc.cli.copies import copies
from formsvc.cli.files import cause
from formsvc.cli.letters import letters
from formsvc.cli.office import open_seal
from formsvc.cli.showing import (
    DONE,
    HAS_ERRORS,
    REFUSED,
    UNREADABLE,
    WRONG_CALL,
    as_text,
    print_findings,
)
from formsvc.cli.swedish import SwedishCommand, SwedishGroup, usage_words
from formsvc.config import SETTINGS, Settings
from formsvc.document import Format
from formsvc.errors import (
    FormsvcError,
    RefusedError,
    RegisterError,
    RenderError,
    UnfinishedError,
    UnreadableError,
)
from formsvc.errors import UsageError as CallError
from formsvc.findings import has_error
from formsvc.i18n import _

Command = Callable[..., Any]

STATUS = {
    CallError: WRONG_CALL,
    UnreadableError: UNREADABLE,
    RefusedError: REFUSED,
    UnfinishedError: HAS_ERRORS,
    RegisterError: REFUSED,
    RenderError: REFUSED,
    FormsvcError: REFUSED,
}

PROFILE = click.option(
    "--profile", metavar=_("NAMN"), default="", help=_("Organisationens profil.")
)
OUTPUT = click.option(
    "-o", "output", metavar=_("FIL"), help=_("Filen att skriva, - för standard ut.")
)


def _format_option(words: str) -> Callable[[Command], Command]:
    metavar = _("FORMAT")
    return click.option("--format", "fmt", required=True, metavar=metavar, help=words)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    `arguments` are by default those of the process.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        args = list(sys.argv[1:] if arguments is None else arguments)
        status = commands.main(args, prog_name="formsvc", standalone_mode=False)
    except click.UsageError as error:
        return _tell(usage_words(error), WRONG_CALL)
    except click.Abort:
        return _tell(_("Avbrutet."), REFUSED)
    except BrokenPipeError:
        return REFUSED
    except OSError as error:
        return _tell(_("Det gick inte: {why}.").format(why=cause(error)), REFUSED)
    except FormsvcError as error:
        return _tell(str(error), _status(error))
    return status if isinstance(status, int) else DONE


def _status(error: FormsvcError) -> int:
    """Return the exit status for an error, or for what it is one of."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def _tell(words: str, status: int) -> int:
    click.echo(words, err=True)
    return status


@click.group(
    cls=SwedishGroup,
    options_metavar=_("[VAL]"),
    subcommand_metavar=_("KOMMANDO [ARGUMENT]…"),
    help=_("Blanketter för Kronobarnsmodellen: samtycke, inbjudan och Barnets plan."),
)
def commands() -> None:
    """Hold the commands together."""


@commands.command(
    cls=SwedishCommand,
    help=_("Gör en tom blankett. KIND är consent, invitation eller plan."),
)
@click.argument("kind")
@_format_option(_("pdf-form eller docx"))
@OUTPUT
@PROFILE
def blank(kind: str, fmt: str, output: str | None, profile: str) -> None:
    """Write the empty form of a kind."""
    gc.disable()  # a tenth faster, and the process ends before it matters
    from formsvc import pipeline

    chosen = _format(fmt)
    file = pipeline.blank(pipeline.kind_named(kind), chosen, _profile(profile))
    _write(file, output, chosen)


@commands.command(
    cls=SwedishCommand,
    help=_("Gör ett dokument av uppgifterna i DATA.json, - för standard in."),
)
@click.argument("kind")
@click.argument("data", metavar="DATA.json")
@_format_option(_("pdf-form, pdf, docx, txt, ics, zip eller json"))
@OUTPUT
@PROFILE
def render(kind: str, data: str, fmt: str, output: str | None, profile: str) -> None:
    """Write a document, complete or not; what cannot be taken in is told."""
    gc.disable()  # as in `blank`
    from formsvc import pipeline

    chosen, settled = _format(fmt), _profile(profile)
    taken = _take_in(kind, data)
    print_findings(taken.shape)
    seal = open_seal() if taken.stamp else None
    _write(pipeline.render(taken, chosen, settled, seal), output, chosen)


@commands.command(
    cls=SwedishCommand,
    help=_("Granska uppgifterna i DATA.json, - för standard in."),
)
@click.argument("kind")
@click.argument("data", metavar="DATA.json")
@click.option("--json", "as_json", is_flag=True, help=_("Svara med JSON."))
def check(kind: str, data: str, as_json: bool) -> int:  # noqa: FBT001
    """Tell what the rules find: on standard error, or as JSON on standard output."""
    from formsvc import pipeline

    findings = pipeline.check(_take_in(kind, data))
    valid = not has_error(findings)
    if as_json:
        answer = {"valid": valid, "findings": [each.as_json() for each in findings]}
        click.echo(as_text(answer))
    else:
        print_findings(findings)
        if valid:
            click.echo(_("Inga fel. Dokumentet går att använda."))
    return DONE if valid else HAS_ERRORS


@commands.command(
    cls=SwedishCommand,
    help=_("Starta tjänsten för webbläsare."),
    epilog="\b\n"
    + "\n".join(
        f"{name}\n  {meaning} {_('Utan värde:')} {default}."
        for name, default, meaning in SETTINGS
    ),
)
@click.option(
    "--host",
    default="127.0.0.1",
    metavar=_("ADRESS"),
    help=_("Adressen att svara på. Utan värde: 127.0.0.1."),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    metavar=_("TAL"),
    help=_("Porten att svara på. Utan värde: 8000."),
)
def serve(host: str, port: int) -> None:
    """Serve the pages until stopped."""
    from formsvc.serve import run

    run(Settings.read(), host=host, port=port)


def _format(name: str) -> Format:
    try:
        return Format(name)
    except ValueError:
        raise CallError(
            _("Formatet ”{name}” finns inte. Välj: {formats}.").format(
                name=name, formats=", ".join(Format)
            )
        ) from None


def _profile(name: str) -> Any:
    from formsvc.profiles import load_profile
    from formsvc.renderers.kept import KEPT

    settings = Settings.read()
    KEPT.keep_in(settings.instance)
    return load_profile(settings.instance, name or settings.profile)


def _take_in(kind: str, name: str) -> Any:
    from formsvc import pipeline
    from formsvc.cli.files import read_bytes
    from formsvc.formkit.formdata import parse_json

    chosen = pipeline.kind_named(kind)
    return pipeline.take_in(chosen, parse_json(read_bytes(name)))


def _write(file: Any, output: str | None, fmt: Format) -> None:
    from formsvc.cli.files import STANDARD, write_file

    written = write_file(file, output, fmt)
    if written != STANDARD:
        click.echo(written)


_GROUPS = addresses.addresses, register.register, templates.templates
for _command in (compare, copies, letters, *versions.COMMANDS, *_GROUPS):
    commands.add_command(_command)
