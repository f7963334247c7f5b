"""Headers that keep others out of the pages, and the check of who posts to them."""

import secrets
from http import HTTPStatus

from flask import Flask, Response, abort, g, request
from flask_wtf.csrf import CSRFProtect

from formsvc.config import Settings
from formsvc.formkit.formdata import MAX_BYTES
from formsvc.keys import Keys, load_keys

MOST_POSTED = 2 * MAX_BYTES
"""Bytes of a request that are read: twice what a document may be, since a browser
writes å, ä and ö with six characters each. More than that is no document."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""What a page may load: our own style sheet, fonts and marked scripts; nothing else."""

csrf = CSRFProtect()


def protect(app: Flask, settings: Settings) -> None:
    """Add headers, limits and the check of posts to `app`.

    Raises `UsageError` when the key cannot be had.
    """
    keys: Keys = load_keys(settings).for_purpose("pages")
    app.config.update(
        SECRET_KEY=keys.current,
        SECRET_KEY_FALLBACKS=list(keys.fallbacks),
        SESSION_COOKIE_NAME="formsvc",
        SESSION_COOKIE_SAMESITE="Strict",
        MAX_CONTENT_LENGTH=MOST_POSTED,
        MAX_FORM_MEMORY_SIZE=MOST_POSTED,
        WTF_CSRF_CHECK_DEFAULT=False,  # `demand_own_page` decides when
        WTF_CSRF_TIME_LIMIT=None,  # a meeting may be long; the cookie ends the session
        WTF_CSRF_SSL_STRICT=False,  # pages send no Referer
    )
    csrf.init_app(app)
    app.context_processor(lambda: {"nonce": nonce()})
    app.after_request(_with_headers)


def nonce() -> str:
    """Return the mark that lets a script of this answer run."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return str(g.nonce)


def demand_own_page() -> None:
    """Let only our own pages post.

    A browser that says where a post comes from is believed, so that no page grows too
    old to be sent. One that does not, as on a plain http intranet, has to show the
    token of the page. Raises 403 for other sites, `CSRFError` without a token.
    """
    origin = request.headers.get("Sec-Fetch-Site", "")
    if origin in ("cross-site", "same-site"):
        abort(HTTPStatus.FORBIDDEN)
    if origin != "same-origin":
        csrf.protect()


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html":  # on a PDF it would stop readers in browsers
        response.headers.setdefault(
            "Content-Security-Policy", POLICY.format(nonce=nonce())
        )
        if request.method == "POST":  # what was written stands on it
            response.headers["Cache-Control"] = "no-store"
    return response
