"""What a document is called at its head and foot, in every format."""

from formsvc.document import Document
from formsvc.formkit.data import Data
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.kind import Kind
from formsvc.i18n import _


def heading(kind: Kind, data: Data) -> str:
    """Return the title of a document with `data`: a SIP is called so."""
    return kind.headings.get(str(data.get(kind.variant_field)), kind.title)


def draft_mark(kind: Kind) -> str:
    """Return UTKAST for an unstamped document of a kind that has drafts, else nothing.

    A consent or an invitation never says so: a family signs no draft (contract 3).
    """
    return _("UTKAST") if kind.drafts else ""


def running_line(kind: Kind, document: Document, *, draft: bool) -> str:
    """Return the words at the foot of every page: never a person's name."""
    parts = [heading(kind, document.data)]
    day = read_date(document.own_date)
    if day:
        parts.append(swedish_date(day))
    if draft:
        parts.append(draft_mark(kind))
    return " · ".join(part for part in parts if part)
