"""The two PDFs: the writable one with open fields, and the copy to print and file."""

from formsvc.document import Document
from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import shape_of
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers import version_words
from formsvc.renderers.headings import heading, own_time
from formsvc.renderers.kept import template_of
from formsvc.renderers.working_copy import origin_of
from formsvc.renderers.xmp import Claims, Version
from formsvc.writable.boxes import stepped
from formsvc.writable.shape import BLANK
from formsvc.writable.splice import fill, named_values, too_long


def render_blank(kind: Kind, profile: Profile) -> bytes:
    """Return the empty form, for a screen or a pen."""
    return template_of(kind, BLANK, profile).static


def render_form(kind: Kind, document: Document, profile: Profile) -> bytes:
    """Return the writable PDF: every field open, filled with what is known.

    Texts that are longer than their box are given taller ones.
    """
    shape = shape_of(kind, document.data)
    template = template_of(kind, shape, profile)
    values = named_values(template, document.data)
    if lines := too_long(template, values):
        taller = {name: stepped(count) for name, count in lines.items()}
        template = template_of(kind, shape.with_lines(taller), profile)
    return fill(template, values, origin_of(document))


def render_copy(kind: Kind, document: Document, profile: Profile) -> bytes:
    """Return the filing copy: PDF/A-3a and PDF/UA-1, with its data attached."""
    from formsvc.renderers.data import data_json
    from formsvc.renderers.finishing import finished
    from formsvc.renderers.html import copy_html
    from formsvc.renderers.weasy import AttachedFile, print_pdf
    from formsvc.writable.syntax import clear

    attached = AttachedFile(
        name="data.json",
        content=clear(data_json(document)),
        description=_("Dokumentets uppgifter"),
        modified=own_time(document),
    )
    laid_out = print_pdf(copy_html(kind, document, profile), attachments=(attached,))
    claims = Claims(
        heading(kind, document.data),
        profile.organisation,
        archive=True,
        form=kind.mark,
        version=_version(document),
    )
    return finished(laid_out, claims)


def _version(document: Document) -> Version | None:
    """Return which version a copy is, or goes on from."""
    stamp = version_words.origin(document.checked)
    if stamp is None:
        return None
    if document.stamp:
        return Version.of(stamp, version_words.whole_line(stamp), is_it=True)
    words = version_words.goes_on_from(document.checked)
    return Version.of(stamp, words, is_it=False)
