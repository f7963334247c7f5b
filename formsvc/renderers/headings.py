"""What a document is called at its head and foot, in every format."""

from datetime import UTC, datetime, time

from formsvc.document import Document
from formsvc.formkit.data import Data
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.renderers import version_words


def heading(kind: Kind, data: Data) -> str:
    """Return the title of a document with `data`: a SIP is called so."""
    return kind.headings.get(str(data.get(kind.variant_field)), kind.title)


def draft_mark(kind: Kind, document: Document) -> str:
    """Return UTKAST for an unstamped document of a kind that has drafts, else nothing.

    A consent or an invitation never says so: a family signs no draft (contract 3).
    """
    return _("UTKAST") if kind.drafts and not document.stamp else ""


def notices(document: Document) -> list[str]:
    """Return what is first told of an invitation: called off, or in place of another.

    A plan tells of versions where it tells which one it is.
    """
    if "cancelled" not in document.data:
        return []
    called_off = _("Mötet är inställt.") if document.data["cancelled"] else ""
    told = (called_off, version_words.replaces(document.checked))
    return [notice for notice in told if notice]


def standing(kind: Kind, document: Document, goes_on: str) -> str:
    """Return that a document is a draft, and what it goes on from: what is so of it.

    `goes_on` are the words for the latter, empty when it goes on from nothing.
    """
    mark = draft_mark(kind, document)
    if mark and goes_on:
        return _("{mark} som {goes_on}").format(mark=mark, goes_on=goes_on)
    return mark or goes_on


def which(kind: Kind, document: Document) -> str:
    """Return which document it is, for the foot of every page: no person's name.

    One line, or two: a longer one would pass for prose that nobody reads aloud.
    """
    if document.stamp:
        lines = (
            version_words.version_line(document.stamp),
            version_words.before(document.stamp),
        )
    else:
        day = read_date(document.own_date)
        goes_on = version_words.goes_on(document.checked)
        stands = standing(kind, document, goes_on)
        first = (swedish_date(day) if day else "", stands)
        lines = (
            version_words.BETWEEN.join(part for part in first if part),
            version_words.goes_on_of(document.checked),
        )
    return "\n".join(line for line in lines if line)


def own_time(document: Document) -> datetime:
    """Return the document's own date at noon: the same data gives the same file."""
    day = read_date(document.own_date) or datetime.now(UTC).date()
    return datetime.combine(day, time(12), UTC)
