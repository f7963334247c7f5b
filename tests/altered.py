"""PDF files with a change made in their objects."""

import io
import warnings
from collections.abc import Callable
from typing import Any

import pikepdf


def changed(raw: bytes, change: Callable[[pikepdf.Pdf], object], **how: Any) -> bytes:
    """Return a PDF with a change made in its objects, saved as `how` says."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), pikepdf.open(io.BytesIO(raw)) as pdf:
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        change(pdf)
        pdf.save(buffer, **how)
    return buffer.getvalue()
