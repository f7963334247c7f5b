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


def which(kind: Kind, document: Document) -> str:
    """Return which document it is, for the foot of every page: no person's name."""
    day = read_date(document.own_date)
    parts = [swedish_date(day) if day else "", draft_mark(kind)]
    return " · ".join(part for part in parts if part)
