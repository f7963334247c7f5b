"""PDFium, which draws PDF in Chrome and Edge."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as c
from engines.engine import SCALE, Values
from PIL.Image import Image

CHECK_BOX = c.FPDF_FORMFIELD_CHECKBOX
CHOICE = c.FPDF_FORMFIELD_COMBOBOX


class Pdfium:
    """PDFium by way of pypdfium2, with its form filling."""

    name = "PDFium"

    def read(self, content: bytes) -> Values:
        """Return the values; of a choice its words."""
        with _opened(content) as (pdf, form):
            return {
                _text(c.FPDFAnnot_GetFormFieldName, form, note): _value(form, note)
                for _page, note in _notes(pdf)
            }

    def pictures(self, content: bytes) -> list[Image]:
        """Return the pages, fields included, without the colour of its own for them."""
        with _opened(content) as (pdf, form):
            if form:
                c.FPDF_SetFormFieldHighlightAlpha(form, 0)
            return [
                page.render(scale=SCALE, may_draw_forms=True).to_pil() for page in pdf
            ]

    def write(self, content: bytes, values: Values) -> bytes:
        """Click into each field and type, as in Chrome."""
        with _opened(content) as (pdf, form):
            left = dict(values)
            for page, note in _notes(pdf):
                name = _text(c.FPDFAnnot_GetFormFieldName, form, note)
                if name in left:
                    _type(form, page, note, left.pop(name))
            buffer = BytesIO()
            pdf.save(buffer)
            return buffer.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[tuple[Any, Any]]:
    pdf = pypdfium2.PdfDocument(content)
    pdf.init_forms()
    try:
        yield pdf, pdf.formenv and pdf.formenv.raw
    finally:
        pdf.close()


def _notes(pdf: Any) -> Iterator[tuple[Any, Any]]:
    for page in pdf:
        for place in range(c.FPDFPage_GetAnnotCount(page)):
            note = c.FPDFPage_GetAnnot(page, place)
            yield page, note
            c.FPDFPage_CloseAnnot(note)


def _text(ask: Any, form: Any, note: Any) -> str:
    size = ask(form, note, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(form, note, ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _value(form: Any, note: Any) -> str | bool:
    if c.FPDFAnnot_GetFormFieldType(form, note) == CHECK_BOX:
        return bool(c.FPDFAnnot_IsChecked(form, note))
    return _text(c.FPDFAnnot_GetFormFieldValue, form, note)


def _type(form: Any, page: Any, note: Any, value: Any) -> None:
    box = c.FS_RECTF()
    c.FPDFAnnot_GetRect(note, box)
    at = (0, (box.left + box.right) / 2, (box.bottom + box.top) / 2)
    c.FORM_OnMouseMove(form, page, *at)
    if isinstance(value, bool):
        if value != _value(form, note):
            c.FORM_OnLButtonDown(form, page, *at)
            c.FORM_OnLButtonUp(form, page, *at)
    elif c.FPDFAnnot_GetFormFieldType(form, note) == CHOICE:
        _choose(form, page, note, value, at)
    else:
        c.FORM_OnLButtonDown(form, page, *at)
        c.FORM_OnLButtonUp(form, page, *at)
        c.FORM_SelectAllText(form, page)
        wide = (value + "\0").encode("utf-16-le")
        typed = ctypes.cast(
            ctypes.create_string_buffer(wide), ctypes.POINTER(c.FPDF_WCHAR)
        )
        c.FORM_ReplaceSelection(form, page, typed)
    c.FORM_ForceToKillFocus(form)


def _choose(form: Any, page: Any, note: Any, words: str, at: Any) -> None:
    c.FORM_OnFocus(form, page, *at)
    for place in range(c.FPDFAnnot_GetOptionCount(form, note)):
        size = c.FPDFAnnot_GetOptionLabel(form, note, place, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pointer = ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR))
        c.FPDFAnnot_GetOptionLabel(form, note, place, pointer, size)
        if buffer.raw.decode("utf-16-le").rstrip("\0") == words:
            c.FORM_SetIndexSelected(form, page, place, True)  # noqa: FBT003
