"""What went wrong, in Swedish: what it means and what to do, for every status."""

from http import HTTPStatus
from typing import NamedTuple

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from formsvc.errors import RenderError
from formsvc.i18n import _
from formsvc.web.problems import problem


class Words(NamedTuple):
    """The heading of an error page, and what to do."""

    title: str
    advice: str


_BACK = _(
    "Prova webbläsarens bakåtpil: oftast står det du skrev kvar där. Frågar den om att "
    "skicka en gång till, svara ja."
)
_OURS = _("Felet är vårt, inte ditt. Vänta en stund och försök igen.")

WORDS = {
    400: Words(_("Det gick inte att läsa det som skickades"), _BACK),
    401: Words(
        _("Du behöver logga in"),
        _("Öppna sidan från intranätet och logga in där, och försök sedan igen."),
    ),
    403: Words(
        _("Det som skickades kom från en annan webbplats"),
        _("Öppna sidan här hos oss och fyll i den här."),
    ),
    404: Words(
        _("Sidan finns inte"),
        _("Adressen kan vara felskriven, eller så har sidan flyttats."),
    ),
    405: Words(
        _("Så går det inte att använda sidan"),
        _("Börja om från sidan med alla blanketter."),
    ),
    408: Words(
        _("Det tog för lång tid att skicka"),
        _("Kontrollera nätet och försök igen.") + " " + _BACK,
    ),
    413: Words(
        _("Det är för mycket för ett dokument"),
        _("Korta texterna, eller dela upp i flera dokument.") + " " + _BACK,
    ),
    415: Words(
        _("Det går inte att läsa den sortens fil"),
        _("Välj ett dokument som är sparat härifrån."),
    ),
    422: Words(_("Något behöver rättas"), _BACK),
    429: Words(
        _("Det kom för många frågor på en gång"),
        _("Vänta en minut och försök igen.") + " " + _BACK,
    ),
    500: Words(_("Något gick fel hos oss"), _OURS),
    502: Words(_("Tjänsten svarar inte just nu"), _OURS),
    503: Words(_("Tjänsten har för mycket att göra just nu"), _OURS),
    504: Words(_("Det tog för lång tid"), _OURS),
}
"""By status; others are told as 400 or 500."""

WAIT = {429: "60"}
"""Seconds to wait, by status, when nothing else says: as long as the words say."""


def register(app: Flask) -> None:
    """Show every error of `app` as a page in Swedish."""
    app.register_error_handler(HTTPException, _told)
    app.register_error_handler(RenderError, _not_made)


def _told(error: HTTPException) -> Response:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    ours = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    words = WORDS.get(status) or WORDS[500 if ours else 400]
    if request.path.startswith("/api/"):
        answer = problem(status, words.title, words.advice)
        answer.headers.update(_kept(error))
        return answer
    again = _written() if ours else []
    html = render_template("web/error.html", words=words, status=status, again=again)
    return make_response(html, status, _kept(error))


def _not_made(error: RenderError) -> Response:
    """Say why a blank cannot be made: of a template, what to do stands in the error."""
    words = Words(_("Dokumentet gick inte att göra"), str(error))
    status = HTTPStatus.SERVICE_UNAVAILABLE
    html = render_template("web/error.html", words=words, status=status, again=[])
    return make_response(html, status)


def _written() -> list[tuple[str, str]]:
    """Return what was posted, so that the page can send it once more."""
    if request.method != "POST":
        return []
    sent = request.form.items(multi=True)
    return [(name, text) for name, text in sent if name != "csrf_token"]


def _kept(error: HTTPException) -> dict[str, str]:
    """Return the headers that belong to the status, as `Allow` does to 405."""
    kept = ("Allow", "Retry-After")
    headers = dict(error.get_headers(request.environ))
    if error.code in WAIT:
        headers.setdefault("Retry-After", WAIT[error.code])
    return {name: headers[name] for name in kept if name in headers}
