"""The two PDFs: the writable one with open fields, and the copy to print and file."""

from datetime import UTC, datetime, time

from formsvc.document import Document
from formsvc.formkit.dates import read_date
from formsvc.formkit.facts import Facts
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers.data import data_json
from formsvc.renderers.html import document_html


def render_form(kind: Kind, document: Document, profile: Profile) -> bytes:
    """Return the writable PDF: every field open, filled with what is known."""
    from formsvc.renderers.weasy import print_pdf

    html = document_html(kind, document, profile, writable=True)
    return print_pdf(html, fields=field_texts(kind, document))


def render_copy(kind: Kind, document: Document, profile: Profile) -> bytes:
    """Return the filing copy: PDF/A-3a, nothing editable, with its data attached."""
    from formsvc.renderers.weasy import AttachedFile, print_pdf

    html = document_html(kind, document, profile, writable=False)
    attached = AttachedFile(
        name="data.json",
        content=data_json(document),
        description=_("Dokumentets uppgifter"),
        modified=_own_time(document),
    )
    return print_pdf(html, variant="pdf/a-3a", attachments=(attached,))


def field_texts(kind: Kind, document: Document) -> dict[str, str]:
    """Return the text of every field of `document` that has one, by name."""
    leaves = Facts(kind.form(data=document.data)).leaves()
    return {leaf.name: leaf.data for leaf in leaves if isinstance(leaf.data, str)}


def _own_time(document: Document) -> datetime:
    """Return the document's own date at noon: the same data gives the same file."""
    day = read_date(document.own_date) or datetime.now(UTC).date()
    return datetime.combine(day, time(12), UTC)
