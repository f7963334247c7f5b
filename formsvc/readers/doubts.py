"""Findings on a file that is read, but not without doubt: nothing goes in silence."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from formsvc.findings import Finding, Severity
from formsvc.formkit.kind import Kind
from formsvc.formkit.text import clean_line, clean_text
from formsvc.i18n import _
from formsvc.readers.mark import Mark
from formsvc.readers.missing import called
from formsvc.readers.names import Field
from formsvc.references import MODEL

MOST_NAMED = 40
"""Fields that are told of one by one."""

MOST_MISSED = 4
"""Missing fields that are told by name."""

MOST_TOLD = 4000
"""Characters of a text that are repeated: as long as any text may be."""

MOST_QUOTED = 200
"""Characters of a name or of a line that are repeated."""


class Sort(NamedTuple):
    """What is said of a sort of file: how to look at it, and how fields get lost."""

    compare: str
    lost: str


PDF = Sort(
    compare=_("Jämför med filen i en pdf-läsare innan du går vidare."),
    lost=_("En sida kan ha försvunnit."),
)
WORD = Sort(
    compare=_("Jämför med filen i Word innan du går vidare."),
    lost=_("En del av dokumentet kan ha tagits bort."),
)


def on_damage() -> Finding:
    """Tell of a file that was mended while it was read."""
    return _doubt(
        "file.damaged",
        _("Filen är lite skadad, så någon text kan saknas eller ha blivit fel."),
        PDF.compare,
    )


def on_pages(pages: int, mark: Mark | None) -> Iterator[Finding]:
    """Tell of pages that were added or taken away since the document was made."""
    if mark and mark.pages != pages:
        yield _doubt(
            "file.pages",
            _("Filen har {pages} sidor, men dokumentet hade {made}.").format(
                pages=pages, made=mark.pages
            ),
            _(
                "Har något slagits ihop med dokumentet är bara dokumentet läst. Har "
                "sidor tagits bort kan text saknas."
            ),
        )


def on_stamp(version: str, *, lost: bool) -> Iterator[Finding]:
    """Tell of a working copy whose stamp a program has dropped."""
    if lost and version.strip():
        yield _doubt(
            "file.lost_stamp",
            _(
                "Filen är ett arbetsexemplar ({version}), men stämpeln har försvunnit "
                "ur den."
            ).format(version=clean_line(version)[:MOST_QUOTED]),
            _(
                "Öppna arkivkopian eller den fil du fick, och för in det nya där. "
                "Annars räknas det här som ett nytt dokument."
            ),
        )


def on_no_mark(mark: Mark | None) -> Iterator[Finding]:
    """Tell of a filing copy that another program has put together anew."""
    if mark is None:
        yield _doubt(
            "file.put_together",
            _("Filen har gjorts om i ett annat program."),
            _("Har flera dokument slagits ihop är bara det första läst."),
        )


def on_revision(
    mark: Mark | None, unknown: Sequence[Field], sort: Sort = PDF
) -> Iterator[Finding]:
    """Tell of a form that is newer than those of this service, or older.

    `unknown` is what today's form has no place for.
    """
    if mark and mark.is_older:
        yield Finding(
            "file.older_form",
            Severity.TIP,
            "",
            _("Filen är en äldre blankett."),
            _("Allt utom det som nämns här är överfört till dagens blankett.")
            if unknown
            else _("Alla dess fält är överförda till dagens blankett."),
            MODEL,
        )
    if mark and mark.is_newer:
        yield _doubt(
            "file.newer_form",
            _("Blanketten är nyare än den som tjänsten har, så den kan ha andra fält."),
            _("Be den som sköter tjänsten om den nya versionen. ") + sort.compare,
        )


def on_missing(
    kind: Kind, missing: Sequence[str], mark: Mark | None, sort: Sort = PDF
) -> Iterator[Finding]:
    """Tell of fields that the form has and the file has not, the first by name."""
    if missing and not (mark and (mark.is_older or mark.is_newer)):
        names = called(kind, missing)
        told = [f"”{name}”" for name in names[:MOST_MISSED]]
        if len(names) > MOST_MISSED:
            told.append(_("och {count} till").format(count=len(names) - MOST_MISSED))
        yield _doubt(
            "file.missing_fields",
            _("Filen saknar fält som blanketten har: {fields}.").format(
                fields=", ".join(told)
            ),
            f"{sort.lost} {sort.compare}",
        )


def on_unknown(fields: Sequence[Field], sort: Sort = PDF) -> Iterator[Finding]:
    """Tell of each text that today's form has no place for, and what it says."""
    for field in fields[:MOST_NAMED]:
        yield Finding(
            "file.unknown_field",
            Severity.WARNING,
            clean_line(field.name)[:MOST_QUOTED],
            _(
                "Blanketten har inget fält ”{name}”, så det som står där kommer inte "
                "med: ”{text}”."
            ).format(
                name=clean_line(field.name)[:MOST_QUOTED],
                text=clean_text(field.text)[:MOST_TOLD],
            ),
            _("Kopiera texten till ett annat fält om den behövs."),
            MODEL,
        )
    if len(fields) > MOST_NAMED:
        yield _more(len(fields) - MOST_NAMED, sort)


def _more(count: int, sort: Sort) -> Finding:
    return Finding(
        "file.unknown_field",
        Severity.WARNING,
        "",
        _("Texten i {count} fält till kommer inte med.").format(count=count),
        sort.compare,
        MODEL,
    )


def _doubt(rule: str, message: str, fix: str) -> Finding:
    return Finding(rule, Severity.WARNING, "", message, fix, MODEL)
