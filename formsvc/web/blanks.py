"""The blanks: empty forms for a screen or a pen, made once and kept in memory."""

import hashlib
from threading import Lock

from flask import Blueprint, Response, current_app, request

from formsvc import pipeline
from formsvc.document import File, Format
from formsvc.formkit.kind import Kind
from formsvc.profiles import Profile

blanks = Blueprint("blanks", __name__)

FORMATS = {"pdf": Format.PDF_FORM, "docx": Format.DOCX}
"""What a blank can be, by the ending of its address."""


class Blanks:
    """The blanks of one profile, each made when it is first asked for and then kept.

    One of Word is made each time, in milliseconds: its template is a file that people
    edit while the service runs.
    """

    def __init__(self, profile: Profile) -> None:
        """Make blanks that bear `profile`."""
        self._profile = profile
        self._made: dict[str, File] = {}
        self._lock = Lock()

    def get(self, kind: Kind, fmt: Format) -> File:
        """Return the blank of a kind.

        Raises `RenderError` when it cannot be laid out, or its template not be used.
        """
        if fmt is Format.DOCX:
            return pipeline.blank(kind, fmt, self._profile)
        with self._lock:
            if kind.name not in self._made:
                self._made[kind.name] = pipeline.blank(kind, fmt, self._profile)
            return self._made[kind.name]


@blanks.get("/<kind:kind>.<any(pdf, docx):ending>")
def blank(kind: Kind, ending: str) -> Response:
    """Give the blank of a kind; the browser asks again only whether it has changed."""
    kept: Blanks = current_app.extensions["formsvc-blanks"]
    fmt = FORMATS[ending]
    file = kept.get(kind, fmt)
    response = Response(file.content, content_type=file.media_type)
    shown = "attachment" if fmt is Format.DOCX else "inline"
    response.headers["Content-Disposition"] = f'{shown}; filename="{file.name}"'
    response.set_etag(hashlib.sha256(file.content).hexdigest()[:32])
    response.cache_control.public = True
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
