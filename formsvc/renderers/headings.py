"""What a document is called at its head and foot, in every format."""

from formsvc.document import Document
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.kind import Kind
from formsvc.i18n import _


def heading(kind: Kind, document: Document) -> str:
    """Return the document's title: a SIP is called so, else the kind's own."""
    variant = document.data.get(kind.variant_field) if kind.variant_field else None
    return kind.headings.get(str(variant), kind.title)


def draft_mark(kind: Kind, document: Document) -> str:
    """Return UTKAST for an unstamped document of a kind that has drafts, else nothing.

    A consent or an invitation never says so: a family signs no draft (contract 3).
    """
    return _("UTKAST") if kind.drafts and not document.blank else ""


def running_line(kind: Kind, document: Document, *, draft: bool) -> str:
    """Return the words at the foot of every page: never a person's name."""
    parts = [heading(kind, document)]
    day = read_date(document.own_date)
    if day and not document.blank:
        parts.append(swedish_date(day))
    if draft:
        parts.append(draft_mark(kind, document))
    return " · ".join(part for part in parts if part)
