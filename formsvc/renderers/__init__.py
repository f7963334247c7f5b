"""What a document can be made into: one module per format, listed here."""

from collections.abc import Callable

from formsvc.document import Document, Format
from formsvc.formkit.kind import Kind
from formsvc.profiles import Profile
from formsvc.renderers.data import render_data
from formsvc.renderers.docx import render_blank_docx
from formsvc.renderers.package import RENDERED, render_package
from formsvc.renderers.pdf import render_blank

Render = Callable[[Kind, Document, Profile], bytes]
RenderBlank = Callable[[Kind, Profile], bytes]

RENDERERS: dict[Format, Render] = {
    **RENDERED,
    Format.ZIP: render_package,
    Format.JSON: render_data,
}

BLANKS: dict[Format, RenderBlank] = {
    Format.PDF_FORM: render_blank,
    Format.DOCX: render_blank_docx,
}
"""What an empty form can be made as."""
