"""The filing package: every format of the document and its data, in one zip."""

import io
import zipfile

from formsvc.document import Document, Format
from formsvc.formkit.kind import Kind
from formsvc.profiles import Profile
from formsvc.renderers.calendar import meeting_of, render_calendar
from formsvc.renderers.data import data_json
from formsvc.renderers.docx import render_docx
from formsvc.renderers.pdf import render_copy, render_form
from formsvc.renderers.text import render_text

PINNED = (1980, 1, 1, 0, 0, 0)
"""The time of every entry, so that the same data gives the same bytes."""

RENDERED = {
    Format.PDF_FORM: render_form,
    Format.PDF: render_copy,
    Format.DOCX: render_docx,
    Format.TXT: render_text,
    Format.ICS: render_calendar,
}


def render_package(kind: Kind, document: Document, profile: Profile) -> bytes:
    """Return the zip, with a calendar file when there is a meeting with a date."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for fmt, render in RENDERED.items():
            if fmt in kind.formats and _has(fmt, kind, document):
                content = render(kind, document, profile)
                name = kind.file_name(document.own_date, fmt, stamp=document.stamp)
                _add(package, name, content)
        _add(package, "data.json", data_json(document))
    return buffer.getvalue()


def _has(fmt: Format, kind: Kind, document: Document) -> bool:
    return fmt is not Format.ICS or meeting_of(kind, document) is not None


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, PINNED)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    package.writestr(entry, content)
