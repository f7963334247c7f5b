"""The page behind the QR code: is this paper the latest? No login, nothing personal."""

import re
from http import HTTPStatus
from typing import NamedTuple

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
from formsvc.register.rows import Entry
from formsvc.verifying import Status, status_of
from formsvc.web.limits import LIMITER, MOST_ASKED
from formsvc.web.stamping import office

version_pages = Blueprint("versions", __name__)

_NOT_UNDERSTOOD = _(
    "Beteckningen ska vara två bokstäver, ett streck och tio tecken, till exempel "
    "BP-7F3K92QD4M. Jämför med papperet."
)
_NO_NUMBER = _("Versionen ska vara ett tal, till exempel 3.")
_OUT_OF_REACH = _(
    "Registret går inte att nå just nu. Försök igen om en stund, eller fråga den som "
    "gav dig papperet."
)

_ADDRESS = re.compile(r"/version/([^/\s?#]+)(?:/([0-9]{1,4}))?")
_LINE = re.compile(r"(.*?)\W*version\W*([0-9]{1,4})", re.IGNORECASE | re.ASCII)

_NUMBER = re.compile("0{0,4}[1-9][0-9]{0,3}")


class _Asked(NamedTuple):
    """What was typed, as it was typed."""

    reference: str = ""
    version: str = ""


_NOTHING = _Asked()


@version_pages.get("/version")
@LIMITER.limit(MOST_ASKED)
def ask() -> AnyResponse:
    """Ask for a reference, or go to the page of the one that was typed."""
    asked = _Asked(*(request.args.get(key, "") for key in ("reference", "version")))
    if not any(typed.strip() for typed in asked):
        return make_response(_asked())
    pasted, beside = _pasted(asked.reference)
    number = asked.version.strip() or beside
    reference = typed_reference(pasted)
    if not reference:
        return _asked_again(asked, _NOT_UNDERSTOOD, "reference")
    if number and not _NUMBER.fullmatch(number):
        return _asked_again(asked, _NO_NUMBER, "version")
    return redirect(_address(reference, int(number) if number else None), 303)


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


def _pasted(typed: str) -> tuple[str, str]:
    """Return reference and version, also of a whole address or a line from a paper."""
    found = _ADDRESS.search(typed) or _LINE.match(typed)
    return (found[1], found[2] or "") if found else (typed, "")


def _told(typed: str, number: int | None) -> AnyResponse:
    reference = typed_reference(typed)
    if not reference:  # and what it says instead is not for us to repeat
        return _asked_again(_NOTHING, _NOT_UNDERSTOOD, "reference", 404)
    if reference != typed:
        return redirect(_address(reference, number), 301)
    try:
        entries = office().issuer.register.versions(reference)
    except RegisterError:
        asked = _Asked(reference, "" if number is None else str(number))
        return _asked_again(asked, _OUT_OF_REACH, "", 503)
    known = bool(entries) and (number is None or _has_been(number, entries))
    status = HTTPStatus.OK if known else HTTPStatus.NOT_FOUND
    return _page(reference, number, entries if known else [], status)


def _has_been(number: int, entries: list[Entry]) -> bool:
    """Return whether there is or was such a version.

    The first one known began here, unless the register learned of it from its stamp.
    """
    first = entries[0] if entries[0].request_mark else None
    lowest = first.version if first else 1
    return lowest <= number <= entries[-1].version


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


def _asked(asked: _Asked = _NOTHING, complaint: str = "", about: str = "") -> str:
    """Return the page that asks; `about` is the field that a complaint is about."""
    return render_template(
        "web/version_ask.html", asked=asked, complaint=complaint, about=about
    )


def _asked_again(
    asked: _Asked, complaint: str, about: str, status: int = 422
) -> Response:
    return make_response(_asked(asked, complaint, about), status)
