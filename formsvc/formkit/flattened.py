"""Names and texts, the shape that forms read, and what did not fit in it."""

from dataclasses import dataclass, field
from typing import Any

from formsvc.findings import Finding, Severity
from formsvc.formkit.text import clean_line
from formsvc.i18n import _
from formsvc.references import MODEL

MAX_ROWS = 200
"""The most rows of a list: an invitation goes to at most two hundred."""

MOST_UNKNOWN = 40
"""Keys that no form has and that are told of one by one."""


class FormData(dict[str, list[str]]):
    """Names and their texts, as WTForms reads them."""

    def getlist(self, name: str) -> list[str]:
        """Return the texts of a field, none when it was not sent."""
        return self.get(name, [])


@dataclass
class Flattened:
    """The names and texts of a JSON object, and what could not be taken in."""

    formdata: FormData = field(default_factory=FormData)
    findings: list[Finding] = field(default_factory=list)
    stamp: dict[str, Any] | None = None
    unknown: int = 0

    def put(self, name: str, text: str) -> None:
        """Take in one text."""
        self.formdata[name] = [text]

    def complain(self, rule: str, name: str, message: str, fix: str) -> None:
        """Tell of something that is not as the schema says."""
        self.findings.append(
            Finding(rule, Severity.ERROR, clean_line(name), message, fix, MODEL)
        )

    def unknown_key(self, name: str, key: str) -> None:
        """Tell of a key that the form does not have, but not of all of very many."""
        self.unknown += 1
        if self.unknown <= MOST_UNKNOWN:
            self.complain(
                "data.unknown_key",
                name,
                _("Fältet ”{key}” finns inte i den här sortens dokument.").format(
                    key=clean_line(key)
                ),
                _("Ta bort det eller rätta stavningen. Innehållet kommer inte med."),
            )

    def more_unknown_keys(self) -> None:
        """Tell how many more of such keys there are."""
        if self.unknown > MOST_UNKNOWN:
            self.complain(
                "data.unknown_key",
                "",
                _("… och {count} fält till som inte finns.").format(
                    count=self.unknown - MOST_UNKNOWN
                ),
                _("Kontrollera att det är rätt sorts dokument."),
            )

    def wrong_type(self, name: str, expected: str) -> None:
        """Tell of a value of another type than the schema has."""
        self.complain(
            "data.type",
            name,
            _("Här ska det stå {expected}.").format(expected=expected),
            _("Jämför med exemplet för den här sortens dokument."),
        )

    def too_many_rows(self, name: str, count: int) -> None:
        """Tell of a list whose last rows are left out."""
        self.complain(
            "data.too_many_rows",
            name,
            _("Listan har {count} rader; högst {limit} ryms.").format(
                count=count, limit=MAX_ROWS
            ),
            _("Dela upp i flera dokument. Raderna därefter kommer inte med."),
        )
