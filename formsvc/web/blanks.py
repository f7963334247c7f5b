"""The blanks: empty forms for a screen or a pen, made once and kept in memory."""

import hashlib
from threading import Lock

from flask import Blueprint, Response, current_app, request

from formsvc import pipeline
from formsvc.document import File, Format
from formsvc.formkit.kind import Kind
from formsvc.profiles import Profile

blanks = Blueprint("blanks", __name__)


class Blanks:
    """The blanks of one profile, each made when it is first asked for and then kept."""

    def __init__(self, profile: Profile) -> None:
        """Make blanks that bear `profile`."""
        self._profile = profile
        self._made: dict[str, File] = {}
        self._lock = Lock()

    def get(self, kind: Kind) -> File:
        """Return the blank of a kind."""
        with self._lock:
            if kind.name not in self._made:
                self._made[kind.name] = pipeline.blank(
                    kind, Format.PDF_FORM, self._profile
                )
            return self._made[kind.name]


@blanks.get("/<kind:kind>.pdf")
def blank(kind: Kind) -> Response:
    """Give the blank of a kind; the browser asks again only whether it has changed."""
    kept: Blanks = current_app.extensions["formsvc-blanks"]
    file = kept.get(kind)
    response = Response(file.content, content_type=file.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{file.name}"'
    response.set_etag(hashlib.sha256(file.content).hexdigest()[:32])
    response.cache_control.public = True
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
