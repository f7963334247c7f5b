"""A document is opened again: the form with its values, and what is said of them."""

from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge

from formsvc import pipeline
from formsvc.errors import NotNowError, UnreadableError
from formsvc.formkit.fields import ChecksField
from formsvc.formkit.format_rules import UNKNOWN_CHOICE
from formsvc.formkit.row_changes import without_last_rows
from formsvc.i18n import _
from formsvc.pipeline import TakenIn
from formsvc.readers import MOST_BYTES
from formsvc.web.answers import form_answer
from formsvc.web.carried import from_file
from formsvc.web.page import FormPage
from formsvc.web.security import demand_own_page

opening = Blueprint("opening", __name__)

_TOO_OLD = _(
    "Sidan behöver bekräftas, till exempel för att den har stått öppen länge. "
    "Välj filen en gång till."
)

_TOO_LARGE = _(
    "Filen är för stor för att vara ett dokument härifrån: de är under {most} MB."
).format(most=MOST_BYTES // 1_000_000)

_OPENED = _("Dokumentet är öppnat. Nu kan du skriva vidare.")


@opening.get("/oppna")
def choose() -> str:
    """Ask for the file."""
    return _asked("")


@opening.post("/oppna")
def opened() -> Response:
    """Show the form of the document that was sent, or say why it cannot be read."""
    try:
        demand_own_page()
        taken = pipeline.opened(_chosen())
    except CSRFError:
        return _asked_again(_TOO_OLD, HTTPStatus.BAD_REQUEST)
    except RequestEntityTooLarge:
        return _asked_again(_TOO_LARGE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    except UnreadableError as error:
        return _asked_again(str(error), HTTPStatus.UNPROCESSABLE_ENTITY)
    except NotNowError as error:
        return _asked_again(str(error), HTTPStatus.SERVICE_UNAVAILABLE)
    page = FormPage(_on_a_page(taken))
    page.notice = page.place.words or _OPENED
    return form_answer(page)


def _chosen() -> bytes:
    file = request.files.get("file")
    if file is None or not file.filename:
        raise UnreadableError(_("Välj en fil först."))
    raw: bytes = file.read()
    return raw


def _on_a_page(taken: TakenIn) -> TakenIn:
    """Return a document for a page: what is said of its file goes along.

    The empty rows at the end of its lists do not.
    So does what is said of choices that the page has no box for: they come no further.
    """
    leaves = taken.facts.leaves()
    boxes = {part.name for part in leaves if isinstance(part, ChecksField)}
    unknown = [
        one
        for one in pipeline.check(taken)
        if one.rule == UNKNOWN_CHOICE and one.field in boxes
    ]
    return replace(
        taken,
        formdata=without_last_rows(taken.formdata),
        shape=[],
        carried=from_file([*taken.shape, *unknown]),
    )


def _asked(complaint: str) -> str:
    return render_template("web/open.html", complaint=complaint)


def _asked_again(complaint: str, status: HTTPStatus) -> Response:
    return make_response(_asked(complaint), status)
