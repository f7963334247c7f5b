"""The page behind the QR code: is this paper the latest? No login, nothing personal."""

from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from formsvc.errors import RegisterError
from formsvc.formkit.dates import swedish_moment
from formsvc.forms import KINDS
from formsvc.i18n import _
from formsvc.reference_numbers import typed_reference
from formsvc.register.store import Entry
from formsvc.stamp import HIGHEST
from formsvc.verifying import Status, status_of
from formsvc.web.limits import LIMITER, MOST_ASKED
from formsvc.web.stamping import office

version_pages = Blueprint("versions", __name__)

_NOT_UNDERSTOOD = _(
    "Beteckningen ska vara två bokstäver, ett streck och tio tecken, till exempel "
    "BP-7F3K92QD4M. Jämför med papperet."
)
_NO_NUMBER = _("Versionen ska vara ett tal, till exempel 3.")


@version_pages.get("/version")
@LIMITER.limit(MOST_ASKED)
def ask() -> AnyResponse:
    """Ask for a reference, or go to the page of the one that was typed."""
    typed, number = (request.args.get(key, "") for key in ("reference", "version"))
    if not typed.strip() and not number.strip():
        return make_response(_asked())
    reference = typed_reference(typed)
    if not reference:
        return _asked_again(_NOT_UNDERSTOOD)
    if number.strip() and not _is_version(number.strip()):
        return _asked_again(_NO_NUMBER)
    version = int(number) if number.strip() else None
    return redirect(_address(reference, version), 303)


@version_pages.get("/version/<typed>")
@LIMITER.limit(MOST_ASKED)
def newest(typed: str) -> AnyResponse:
    """Tell which version is the latest."""
    return _told(typed, None)


@version_pages.get("/version/<typed>/<int:number>")
@LIMITER.limit(MOST_ASKED)
def one(typed: str, number: int) -> AnyResponse:
    """Tell where a version stands."""
    return _told(typed, number)


@version_pages.after_request
def _not_kept(response: Response) -> Response:
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store"
    return response


def _told(typed: str, number: int | None) -> AnyResponse:
    reference = typed_reference(typed)
    if not reference:
        return _page(typed, number, [], HTTPStatus.NOT_FOUND)
    if reference != typed:
        return redirect(_address(reference, number), 301)
    try:
        entries = office().issuer.register.versions(reference)
    except RegisterError:
        words = _(
            "Registret går inte att nå just nu. Försök igen om en stund, eller fråga "
            "den som gav dig papperet."
        )
        return _asked_again(words, HTTPStatus.SERVICE_UNAVAILABLE)
    known = bool(entries) and (number is None or number <= entries[-1].version)
    status = HTTPStatus.OK if known else HTTPStatus.NOT_FOUND
    return _page(reference, number, entries if known else [], status)


def _address(reference: str, number: int | None) -> str:
    if number is None:
        return url_for("versions.newest", typed=reference)
    return url_for("versions.one", typed=reference, number=number)


def _page(
    reference: str, number: int | None, entries: list[Entry], status: int
) -> Response:
    """Return the page of a version, or of the latest; without entries it is unknown."""
    latest = entries[-1] if entries else None
    asked = latest
    if latest and number is not None and number != latest.version:
        known = [entry for entry in entries if entry.version == number]
        asked = known[0] if known else None
    superseded = bool(latest and number is not None and number < latest.version)
    shown = _status(latest, superseded=superseded)
    html = render_template(
        "web/version.html",
        reference=reference,
        number=number if number is not None or latest is None else latest.version,
        status=shown,
        at=swedish_moment(asked.stamped_at) if asked else "",
        latest=latest,
        latest_at=swedish_moment(latest.stamped_at) if latest else "",
        title=KINDS[latest.kind].title if latest else "",
    )
    return make_response(html, status)


def _status(latest: Entry | None, *, superseded: bool) -> Status:
    if latest is None:
        return Status.UNKNOWN
    return Status.SUPERSEDED if superseded else status_of(latest, latest)


def _is_version(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= HIGHEST


def _asked(complaint: str = "") -> str:
    return render_template("web/version_ask.html", complaint=complaint)


def _asked_again(
    complaint: str, status: int = HTTPStatus.UNPROCESSABLE_ENTITY
) -> Response:
    return make_response(_asked(complaint), status)
