"""The HTTP API (contract, section 7): JSON in, JSON or a file out, errors as RFC 9457.

POST /api/v1/{kind}/check | render | stamp
POST /api/v1/read | verify          multipart, `file`
GET  /api/v1/versions/{reference}
"""

from http import HTTPStatus
from types import NoneType
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, request

from formsvc import pipeline, versions
from formsvc.document import Format
from formsvc.errors import FormsvcError, TakenError, UnreadableError, UsageError
from formsvc.findings import Finding, has_error
from formsvc.formkit.formdata import clean_stamp, parse_json
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.i18n import _
from formsvc.pipeline import TakenIn
from formsvc.profiles import load_profile
from formsvc.reference_numbers import typed_reference
from formsvc.verifying import history
from formsvc.web.files import as_answer
from formsvc.web.limits import LIMITER, MOST_ASKED
from formsvc.web.problems import problem
from formsvc.web.stamping import NOT_SIGNED_IN, may_stamp, office, status_of

api = Blueprint("api", __name__, url_prefix="/api/v1")

_OTHERS = ("cross-site", "same-site")

_CALL = ("data", "previous", "continue")
"""What a call to stamp may hold."""

Answer = Response | tuple[Response, int]


@api.before_request
def _demand_program() -> None:
    """Let programs and our own pages call, and no page of another site.

    On plain http browsers do not say how near a page is, but where it is from.
    """
    posted_from = request.headers.get("Origin")
    is_ours = posted_from is None or posted_from.partition("://")[2] == request.host
    if request.headers.get("Sec-Fetch-Site") in _OTHERS or not is_ours:
        abort(HTTPStatus.FORBIDDEN)


@api.after_request
def _not_kept(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response


@api.errorhandler(FormsvcError)
def _told(error: FormsvcError) -> Response:
    """Tell what is wrong with the call, or with what it sent."""
    if isinstance(error, TakenError):
        more = {"latest": error.version, "stamped_at": error.stamped_at}
        return problem(
            HTTPStatus.CONFLICT, _("Det finns en nyare version"), str(error), more
        )
    status = status_of(error)
    titles = {HTTPStatus.SERVICE_UNAVAILABLE: _("Det går inte just nu")}
    return problem(status, titles.get(status, _("Det gick inte")), str(error))


@api.post("/<name>/check")
def check(name: str) -> Response:
    """Tell what the rules find."""
    findings = pipeline.check(pipeline.take_in(_kind(name), _json()))
    return jsonify(_listed(findings))


@api.post("/<name>/render")
def render(name: str) -> Response:
    """Give a document, complete or not."""
    kind = _kind(name)
    wanted = request.args.get("format", "")
    if wanted not in list(Format):
        raise UsageError(
            _("Formatet ”{name}” finns inte. Välj: {formats}.").format(
                name=wanted, formats=", ".join(Format)
            )
        )
    taken = pipeline.take_in(kind, _json())
    profile = current_app.extensions["formsvc-profile"]
    if other := request.args.get("profile"):
        settings = current_app.extensions["formsvc-settings"]
        profile = load_profile(settings.instance, other)
    return as_answer(pipeline.render(taken, Format(wanted), profile, office().seal))


@api.post("/<name>/stamp")
def stamp(name: str) -> Answer:
    """Give the data with the stamp of the next version."""
    kind = _kind(name)
    if not may_stamp():
        return problem(HTTPStatus.FORBIDDEN, _("Du behöver logga in"), NOT_SIGNED_IN)
    data, previous, go_on = _stamp_call()
    taken = pipeline.take_in(kind, data)
    findings = pipeline.check(taken)
    if has_error(findings):
        return problem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            _("Något behöver rättas"),
            _("Rätta felen innan dokumentet stämplas."),
            _listed(findings),
        )
    followed = None if previous is None else (clean_stamp(previous) or {})
    made = versions.stamp(taken, office(), followed, go_on=go_on)
    return jsonify(made.data), HTTPStatus.CREATED


@api.post("/read")
def read() -> Response:
    """Give the data of a filled document."""
    taken = _opened()
    return jsonify(
        {
            "kind": taken.kind.name,
            "data": taken.data,
            "findings": [each.as_json() for each in pipeline.check(taken)],
            "stamp_status": versions.verify_anyway(taken, office()).status,
        }
    )


@api.post("/verify")
def verify() -> Response:
    """Tell where a document stands among versions."""
    verdict = versions.verify(_opened(), office())
    name = request.files["file"].filename or ""
    return jsonify({"file": name, **verdict._asdict()})


@api.get("/versions/<typed>")
@LIMITER.limit(MOST_ASKED)
def known(typed: str) -> Response:
    """Tell what the register knows of a reference."""
    reference = typed_reference(typed)
    entries = office().issuer.register.versions(reference) if reference else []
    if not entries:
        return problem(
            HTTPStatus.NOT_FOUND,
            _("Okänd"),
            _("Registret har ingen sådan beteckning. Jämför varje tecken."),
        )
    told = history(entries)
    latest, status = told[-1]
    rows = [
        {
            "version": entry.version,
            "stamped_at": entry.stamped_at.isoformat(timespec="seconds"),
            "status": each,
        }
        for entry, each in told
    ]
    return jsonify(
        reference=reference, latest=latest.version, status=status, versions=rows
    )


def _kind(name: str) -> Kind:
    if name not in KINDS:
        abort(HTTPStatus.NOT_FOUND)
    return KINDS[name]


def _json() -> dict[str, Any]:
    return parse_json(request.get_data(cache=False))


def _stamp_call() -> tuple[dict[str, Any], dict[str, Any] | None, bool]:
    """Return the data, the previous stamp and whether to go on from an older one.

    A misspelled `previous` must not pass for none: that would begin a new document.
    """
    sent = _json()
    data, previous, go_on = (sent.get(key) for key in _CALL)
    if (
        isinstance(data, dict)
        and isinstance(previous, (dict, NoneType))
        and isinstance(go_on, (bool, NoneType))
        and not sent.keys() - set(_CALL)
    ):
        return data, previous, bool(go_on)
    call = '{"data": {…}, "previous": null, "continue": false}'
    raise UnreadableError(_("Skicka {call}.").format(call=call))


def _opened() -> TakenIn:
    file = request.files.get("file")
    if file is None:
        raise UnreadableError(_("Skicka filen som multipart, i fältet file."))
    return pipeline.opened(file.read())


def _listed(findings: list[Finding]) -> dict[str, Any]:
    return {
        "valid": not has_error(findings),
        "findings": [each.as_json() for each in findings],
    }
