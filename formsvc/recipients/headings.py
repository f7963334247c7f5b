"""What the columns of a sheet are called in people's own words.

Beside the fields of a recipient there are words that two fields share: `name` is of an
organisation when no other column names one, `place` is a street, a postal code and a
town in one cell.
"""

from collections.abc import Sequence

from formsvc.i18n import _
from formsvc.recipients.table import Line
from formsvc.recipients.words import is_kind, plain

COLUMNS = (
    ("kind", _("Slag")),
    ("organisation", _("Organisation")),
    ("unit", _("Enhet")),
    ("attention", _("Namn eller funktion")),
    ("address", _("Gata eller box")),
    ("postal_code", _("Postnummer")),
    ("town", _("Ort")),
    ("channel", _("Skickas")),
    ("consent_covers", _("Samtycke")),
    ("established_contact", _("Vårdkontakt")),
    ("protected_identity", _("Skyddade personuppgifter")),
)
"""The columns in their order when there are no headings, and what they are called."""

NAME, SCHOOL, FIRST, LAST, POST = "name", "school", "first", "last", "post"
PRESCHOOL = "preschool"

_WORDS = {
    "kind": "slag|typ|sort|kategori|mottagartyp|verksamhetstyp|typ av verksamhet"
    "|slag av mottagare|typ av mottagare|slag av verksamhet",
    "organisation": "organisation|verksamhet|huvudman|förvaltning|företag|myndighet"
    "|organisationsnamn|organisationens namn|organisation verksamhet|region",
    "unit": "enhet|avdelning|enhetens namn|enhetsnamn|mottagning",
    SCHOOL: "skola|skolan|skolans namn|skolnamn|skolenhet|skolenhetsnamn",
    PRESCHOOL: "förskola|förskolan|förskolans namn",
    NAME: "namn|mottagare|mottagarens namn|adressat|benämning",
    "attention": "namn eller funktion|att|attention|attn|kontaktperson|kontakt|rektor"
    "|funktion|befattning|roll|namn funktion|person|c o",
    FIRST: "förnamn|tilltalsnamn",
    LAST: "efternamn",
    "address": "gata eller box|gatuadress eller box|gatuadress|gata|adress|box"
    "|utdelningsadress|adressrad|adressrad 1|adressrad 2|adress 1|adress 2|besöksadress"
    "|gata box|gatuadress box|boxadress",
    "postal_code": "postnummer|postnr|post nr|postkod|pnr|zip",
    POST: "postadress|postnummer och ort|postnr ort|postnr och ort|postnummer ort",
    "town": "ort|postort|stad|town|city",
    "channel": "skickas|sändväg|utskick|kanal|skickas med|utskickssätt|leverans",
    "consent_covers": "samtycke|samtycket|omfattas av samtycket|samtycke omfattar"
    "|samtycket omfattar|consent",
    "established_contact": "vårdkontakt|etablerad vårdkontakt|etablerad kontakt",
    "protected_identity": "skyddade personuppgifter|skyddad identitet|skydd"
    "|sekretessmarkering|skyddade uppgifter",
}
_KNOWN = {word: field for field, words in _WORDS.items() for word in words.split("|")}
_KNOWN |= {field: field for field, _label in COLUMNS}
_KNOWN |= {field.replace("_", " "): field for field, _label in COLUMNS}

HEADINGS_WITHIN = 10
"""How far down a row of headings may stand."""


def fields_of(line: Line) -> list[str]:
    """Return the field of each column by its heading, empty where none is known."""
    return [_KNOWN.get(plain(cell), "") for cell in line.cells]


def heading_in(lines: Sequence[Line]) -> int | None:
    """Return the place of the row of headings, or nothing when there is none.

    Above it there may be titles: rows with one cell written in. A heading alone counts
    when the table has one column.
    """
    for place, line in enumerate(lines[:HEADINGS_WITHIN]):
        if _is_heading(line, alone=all(len(one.filled) == 1 for one in lines)):
            return place
        if len(set(line.filled)) > 1:
            return None
    return None


def _is_heading(line: Line, *, alone: bool) -> bool:
    known = [field for field in fields_of(line) if field]
    if alone:
        return len(known) == 1 and known[0] not in ("channel", "kind")
    return len(known) > 1 and 2 * len(known) >= len(line.filled)


def in_order(lines: Sequence[Line]) -> bool:
    """Return whether the columns are those of `COLUMNS`, without headings.

    Most rows then begin with a kind of recipient.
    """
    told = [line for line in lines if is_kind(line.cells[0])]
    return len(lines) > 0 and 2 * len(told) > len(lines)
