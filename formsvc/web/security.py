"""Headers that keep others out of the pages, and the check of who posts to them."""

import secrets
from http import HTTPStatus
from io import BytesIO
from typing import Any

from flask import Flask, Request, Response, abort, current_app, g, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFError, CSRFProtect, validate_csrf
from wtforms import ValidationError

from formsvc.formkit.formdata import MAX_BYTES
from formsvc.keys import Keys

MOST_POSTED = 2 * MAX_BYTES
"""Bytes of a request that are read: twice what a document may be, since a browser
writes å, ä and ö with six characters each. More than that is no document."""

MOST_NAMES = 20_000
"""Names that a page may post: the longest plan has some ten thousand."""

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


class Cookies(SecureCookieSessionInterface):
    """The cookie goes over https alone where the page came over https."""

    def get_cookie_secure(self, _app: Flask) -> bool:
        """Return whether the cookie is to be kept from plain http."""
        return request.is_secure


class InMemory(Request):
    """A request whose files are kept in memory: none touches a disk."""

    def _get_file_stream(self, *_args: Any, **_kwargs: Any) -> BytesIO:
        return BytesIO()


def protect(app: Flask, installation: Keys) -> None:
    """Add headers, limits and the check of posts to `app`."""
    keys = installation.for_purpose("pages")
    app.config.update(
        SECRET_KEY=keys.current,
        SECRET_KEY_FALLBACKS=list(keys.fallbacks),
        SESSION_COOKIE_NAME="formsvc",
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MOST_POSTED,
        MAX_FORM_MEMORY_SIZE=MOST_POSTED,
        MAX_FORM_PARTS=MOST_NAMES,
        WTF_CSRF_CHECK_DEFAULT=False,  # `demand_own_page` decides when
        WTF_CSRF_TIME_LIMIT=None,  # a meeting may be long; the cookie ends the session
        WTF_CSRF_SSL_STRICT=False,  # pages send no Referer
    )
    app.request_class = InMemory
    app.session_interface = Cookies()
    CSRFProtect(app)
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
        _demand_token()


def _demand_token() -> None:
    """Let the token of a page pass, also one that an older key has made."""
    sent = request.form.get("csrf_token")
    if not any(_made_with(key, sent) for key in _keys()):
        raise CSRFError


def _keys() -> list[bytes]:
    config = current_app.config
    return [config["SECRET_KEY"], *config["SECRET_KEY_FALLBACKS"]]


def _made_with(key: bytes, token: str | None) -> bool:
    try:
        validate_csrf(token, secret_key=key)
    except ValidationError:
        return False
    return True


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html":  # on a PDF it would stop readers in browsers
        response.headers.setdefault(
            "Content-Security-Policy", POLICY.format(nonce=nonce())
        )
        if request.method == "POST":  # what was written stands on it
            response.headers["Cache-Control"] = "no-store"
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response
