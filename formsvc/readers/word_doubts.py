"""Findings on a Word document that is read, but not without doubt."""

from collections.abc import Iterator, Sequence
from datetime import date

from formsvc.findings import Finding, Severity
from formsvc.formkit.dates import swedish_date
from formsvc.formkit.text import clean_line
from formsvc.i18n import _
from formsvc.readers.doubts import MOST_NAMED, MOST_QUOTED, WORD
from formsvc.references import MODEL

_MOST_COMMENTS = 5
"""Comments that are quoted."""


def on_two_dates(field: str, seen: date, kept: date) -> Finding:
    """Tell of a date whose text and whose calendar say different days."""
    return _doubt(
        "file.two_dates",
        field,
        _(
            "I Word står det {seen}, men kalendern i fältet har {kept}. Det som står "
            "gäller."
        ).format(seen=swedish_date(seen), kept=swedish_date(kept)),
        _("Ändra datumet här om det är fel."),
    )


def on_no_date(field: str, text: str, kept: date) -> Finding:
    """Tell of a date whose text is none, though its calendar has a day."""
    return _doubt(
        "file.date_text",
        field,
        _(
            "I Word står det ”{text}”, men kalendern i fältet har {kept}. Det som står "
            "gäller."
        ).format(text=_quoted(text), kept=swedish_date(kept)),
        _("Skriv ett datum här, kalenderns om det är det rätta."),
    )


def on_dates(doubts: Sequence[Finding]) -> Iterator[Finding]:
    """Tell of the first dates that are doubted, and how many more there are."""
    yield from doubts[:MOST_NAMED]
    if len(doubts) > MOST_NAMED:
        yield _doubt(
            "file.two_dates",
            "",
            _(
                "I {count} datumfält till har kalendern något annat än det som står. "
                "Det som står gäller."
            ).format(count=len(doubts) - MOST_NAMED),
            WORD.compare,
        )


def on_copied_rows(rows: Sequence[str]) -> Iterator[Finding]:
    """Tell of rows that were copied in Word, by the name of their first field."""
    return _each(
        "file.copied_row",
        rows,
        _("Raden är kopierad i Word. Den är inläst som en ny rad sist i listan."),
        _("Kontrollera att den står i rätt lista. Ta bort den om den är en kopia."),
    )


def on_strange(fields: Sequence[str]) -> Iterator[Finding]:
    """Tell of fields with signs that are no characters."""
    return _each(
        "file.strange_sign",
        fields,
        _("I fältet finns ett tecken eller en bild som inte går att läsa."),
        _(
            "Där det stod finns nu \N{REPLACEMENT CHARACTER}. Skriv det med ord i "
            "stället."
        ),
    )


def on_ticks(fields: Sequence[str]) -> Iterator[Finding]:
    """Tell of boxes that show another thing than they are."""
    return _each(
        "file.tick",
        fields,
        _("Rutan är inte inläst som den ser ut: något annat är skrivet i den."),
        _("Kryssa i rutan här om det ska vara ett kryss, annars inte."),
    )


def on_comments(count: int, comments: Sequence[str]) -> Iterator[Finding]:
    """Tell of comments in the margin, and what the first ones say."""
    if count:
        quoted = [f"”{_quoted(each)}”" for each in comments[:_MOST_COMMENTS]]
        if count > len(quoted):
            quoted.append(_("och {count} till").format(count=count - len(quoted)))
        yield _doubt(
            "file.comments",
            "",
            _(
                "Filen har kommentarer i marginalen, och de kommer inte med: {quoted}."
            ).format(quoted=", ".join(quoted)),
            _("För in i ett fält det som behövs."),
        )


def on_revisions(count: int) -> Iterator[Finding]:
    """Tell of changes that are tracked: they are read as if all were accepted."""
    if count:
        yield _doubt(
            "file.tracked_changes",
            "",
            _(
                "Filen har spårade ändringar. De är inlästa som om alla är godkända: "
                "det tillagda är med, det strukna är borta."
            ),
            WORD.compare,
        )


def _each(
    rule: str, fields: Sequence[str], message: str, fix: str
) -> Iterator[Finding]:
    """Say the same of each field, and of very many how many more there are."""
    for field in fields[:MOST_NAMED]:
        yield _doubt(rule, field, message, fix)
    if len(fields) > MOST_NAMED:
        said = _("Detsamma gäller på {count} ställen till: {message}").format(
            count=len(fields) - MOST_NAMED, message=message
        )
        yield _doubt(rule, "", said, fix)


def _quoted(text: str) -> str:
    return clean_line(text)[:MOST_QUOTED]


def _doubt(rule: str, field: str, message: str, fix: str) -> Finding:
    return Finding(rule, Severity.WARNING, field, message, fix, MODEL)
