"""`formsvc read | stamp | verify`: documents that come back (contract 5)."""

import csv
import io
import json
from typing import Any

import click

from formsvc.cli.files import read_document, write_text
from formsvc.cli.folders import Named, files_in
from formsvc.cli.office import open_office
from formsvc.cli.showing import DONE, HAS_ERRORS, UNREADABLE, as_text, print_findings
from formsvc.cli.swedish import SwedishCommand
from formsvc.errors import RefusedError, UnreadableError, UsageError
from formsvc.findings import has_error
from formsvc.i18n import _

AS_JSON = click.option("--json", "as_json", is_flag=True, help=_("Svara med JSON."))
OUTPUT = click.option(
    "-o", "output", metavar=_("FIL"), help=_("Filen att skriva. Utan den: standard ut.")
)


@click.command(
    cls=SwedishCommand,
    help=_("Läs ett ifyllt dokument: pdf, Word, json eller zip. Ger dess uppgifter."),
)
@click.argument("file", metavar=_("FIL"))
@AS_JSON
def read(file: str, as_json: bool) -> None:  # noqa: FBT001
    """Write the data of a filled document on standard output."""
    from formsvc import pipeline, versions

    taken = pipeline.opened(read_document(file))
    if not as_json:
        print_findings(taken.shape)
        click.echo(as_text(taken.data))
        return
    verdict = versions.verify_anyway(taken, open_office(to_look=True))
    answer = {
        "kind": taken.kind.name,
        "data": taken.data,
        "findings": [each.as_json() for each in pipeline.check(taken)],
        "stamp_status": verdict.status,
    }
    click.echo(as_text(answer))


@click.command(
    cls=SwedishCommand,
    help=_(
        "Stämpla uppgifterna i DATA.json som nästa version. DATA.json får också vara "
        "ett ifyllt dokument."
    ),
)
@click.argument("kind")
@click.argument("data", metavar="DATA.json")
@click.option(
    "--previous",
    metavar=_("FIL"),
    help=_("Den förra versionen: ett stämplat dokument eller dess JSON."),
)
@click.option(
    "--continue",
    "go_on",
    is_flag=True,
    help=_("Fortsätt från en äldre version fast det finns en nyare."),
)
@OUTPUT
def stamp(
    kind: str,
    data: str,
    previous: str | None,
    go_on: bool,  # noqa: FBT001
    output: str | None,
) -> int:
    """Write the data with its stamp; its number is taken for good."""
    from formsvc import pipeline, versions

    taken = _taken(kind, read_document(data))
    findings = pipeline.check(taken)
    print_findings(findings)
    if has_error(findings):
        return HAS_ERRORS
    followed = _stamp_of(previous, taken) if previous else None
    write_text(
        as_text(versions.stamp(taken, open_office(), followed, go_on=go_on).data),
        output,
    )
    return DONE


@click.command(
    cls=SwedishCommand,
    help=_(
        "Berätta vilka dokument som är de senaste. En mapp står för alla filer i den."
    ),
)
@click.argument("files", metavar=_("FIL…"), nargs=-1, required=True)
@AS_JSON
@click.option("--csv", "as_csv", is_flag=True, help=_("Svara med CSV, för Excel."))
def verify(files: tuple[str, ...], as_json: bool, as_csv: bool) -> int:  # noqa: FBT001
    """Tell of each file where it stands among versions."""
    if as_json and as_csv:
        raise UsageError(_("Välj ett av --json och --csv."))
    office = open_office(to_look=True)
    told = [_verdict(named, office) for named in files_in(files)]
    rows = [row for row, _readable in told]
    if as_json:
        click.echo(as_text(rows))
    elif as_csv:
        click.echo(_as_csv(rows), nl=False)
    else:
        for row in rows:
            version = _(" (version {version} av {reference})").format(**row)
            click.echo(
                f"{row['file']}: {_words(row)}" + (version if row["version"] else "")
            )
    for row in rows:
        if "problem" in row:
            click.echo(f"{row['file']}: {row['problem']}", err=True)
    return DONE if all(readable for _row, readable in told) else UNREADABLE


def _words(row: dict[str, Any]) -> str:
    """Return where a file stands, in words."""
    from formsvc.verifying import STATUS_WORDS

    if "problem" in row:
        return _("Kan inte läsas")
    return str(STATUS_WORDS[row["status"]])


COMMANDS = (read, stamp, verify)


def _taken(kind: str, raw: bytes) -> Any:
    """Return what is to be stamped: JSON, or a filled document of that kind."""
    from formsvc import pipeline
    from formsvc.formkit.formdata import parse_json

    chosen = pipeline.kind_named(kind)
    if not raw.startswith((b"%PDF-", b"PK")):
        return pipeline.take_in(chosen, parse_json(raw))
    taken = pipeline.opened(raw)
    if taken.kind is not chosen:
        raise UnreadableError(
            _("Dokumentet är av en annan sort: {title}.").format(title=taken.kind.title)
        )
    return taken


def _stamp_of(file: str, taken: Any) -> Any:
    """Return the stamp of a document, of its JSON, or one that is by itself.

    Raises `RefusedError` when the document is about another child than `taken`.
    """
    from formsvc import pipeline
    from formsvc.formkit.formdata import clean_stamp, parse_json

    raw = read_document(file)
    alone = None
    if raw.decode(json.detect_encoding(raw), "replace").lstrip().startswith("{"):
        written = parse_json(raw)
        alone = written if "signature" in written else None
    before = None if alone else pipeline.opened(raw)
    found = clean_stamp(alone) if before is None else before.stamp
    if found is None:
        raise UnreadableError(
            _("{file} har ingen stämpel. Välj den förra stämplade versionen.").format(
                file=file
            )
        )
    if before and len({_child(before), _child(taken)} - {""}) > 1:
        raise RefusedError(
            _("{file} gäller ett annat barn. Välj det här barnets version.").format(
                file=file
            )
        )
    return found


def _child(taken: Any) -> str:
    """Return the child's identity number, empty when none is written."""
    return str(taken.data["child"]["identity_number"])


def _verdict(named: Named, office: Any) -> tuple[dict[str, Any], bool]:
    """Return what is told of a file, and whether the call has done what it was to."""
    from formsvc import pipeline, versions
    from formsvc.verifying import Status, Verdict

    try:
        taken = pipeline.opened(read_document(named.name))
    except UnreadableError as error:
        row = {"file": named.name, **Verdict(Status.NONE)._asdict()}
        return {**row, "problem": str(error)}, not named.itself
    verdict = versions.verify(taken, office)
    return {"file": named.name, **verdict._asdict()}, True


def _as_csv(rows: list[dict[str, Any]]) -> str:
    """Return rows as a Swedish Excel opens them, each name as text."""
    from formsvc.verifying import Status

    yes, no = _("ja"), _("nej")
    heads = (
        _("Fil"),
        _("Läge"),
        _("Beteckning"),
        _("Version"),
        _("Senaste version"),
        _("Senast"),
        _("Anmärkning"),
    )
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    for row in rows:
        latest = row["status"] in (Status.CURRENT, Status.CLOSED)
        name = f"'{row['file']}" if row["file"][:1] in "=+-@\t\r" else row["file"]
        known = (row[key] or "" for key in ("reference", "version", "latest"))
        writer.writerow(
            (name, _words(row), *known, yes if latest else no, row.get("problem", ""))
        )
    return "\ufeff" + text.getvalue()
