"""The pages: in this version the start page, and the blanks to download."""

import hashlib
from threading import Lock

from flask import Blueprint, Response, abort, current_app, render_template, request

from formsvc import pipeline
from formsvc.document import File, Format
from formsvc.forms import KINDS
from formsvc.profiles import Profile

pages = Blueprint("pages", __name__)

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What a page may load: our own style sheet and fonts, no script, nothing else."""


class Blanks:
    """The blanks of one profile, each made when it is first asked for and then kept."""

    def __init__(self, profile: Profile) -> None:
        """Make blanks that bear `profile`."""
        self._profile = profile
        self._made: dict[str, File] = {}
        self._lock = Lock()

    def get(self, kind_name: str) -> File:
        """Return the blank of a kind."""
        with self._lock:
            if kind_name not in self._made:
                kind = pipeline.kind_named(kind_name)
                self._made[kind_name] = pipeline.blank(
                    kind, Format.PDF_FORM, self._profile
                )
            return self._made[kind_name]


@pages.get("/")
def start() -> str:
    """Show the three kinds with their blanks."""
    return render_template("web/start.html", kinds=list(KINDS.values()))


@pages.get("/<page>.pdf")
def blank(page: str) -> Response:
    """Give the blank of a kind; the browser asks again only whether it has changed."""
    kind = next((kind for kind in KINDS.values() if kind.page == page), None)
    if kind is None:
        abort(404)
    blanks: Blanks = current_app.extensions["formsvc-blanks"]
    file = blanks.get(kind.name)
    response = Response(file.content, mimetype=file.media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{file.name}"'
    response.set_etag(hashlib.sha256(file.content).hexdigest()[:32])
    response.cache_control.public = True
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response


@pages.app_errorhandler(404)
@pages.app_errorhandler(405)
@pages.app_errorhandler(500)
def failed(error: Exception) -> tuple[str, int]:
    """Say in Swedish what went wrong and where to go."""
    status = getattr(error, "code", None) or 500
    return render_template("web/error.html", status=status), status


@pages.after_app_request
def secure(response: Response) -> Response:
    """Add the headers that keep others out of the pages."""
    if response.mimetype == "text/html":  # on a PDF it would stop readers in browsers
        response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    return response
