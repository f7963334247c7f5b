"""What a document can be made into: one module per format, listed here."""

from collections.abc import Callable

from formsvc.document import Document, Format
from formsvc.formkit.kind import Kind
from formsvc.profiles import Profile
from formsvc.renderers.data import render_data
from formsvc.renderers.package import RENDERED, render_package

Render = Callable[[Kind, Document, Profile], bytes]

RENDERERS: dict[Format, Render] = {
    **RENDERED,
    Format.ZIP: render_package,
    Format.JSON: render_data,
}
