"""A saved draft is opened again: the form with its values, and what is said of them."""

from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.formkit.format_rules import UNKNOWN_CHOICE
from formsvc.i18n import _
from formsvc.pipeline import TakenIn
from formsvc.web.documents import form_answer
from formsvc.web.page import FormPage
from formsvc.web.security import demand_own_page

opening = Blueprint("opening", __name__)

_TOO_OLD = _(
    "Sidan hade stått öppen så länge att den behöver bekräftas. Välj filen igen."
)


@opening.get("/oppna")
def choose() -> str:
    """Ask for the file."""
    return _asked("")


@opening.post("/oppna")
def opened() -> Response:
    """Show the form of the document that was sent, or say why it cannot be read."""
    try:
        demand_own_page()
    except CSRFError:
        return make_response(_asked(_TOO_OLD), HTTPStatus.BAD_REQUEST)
    except RequestEntityTooLarge as error:
        too_large = _("Filen är för stor för att vara ett utkast härifrån.")
        return make_response(_asked(too_large), error.code)
    file = request.files.get("file")
    if file is None or not file.filename:
        complaint = _("Välj en fil först.")
        return make_response(_asked(complaint), HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        taken = pipeline.opened(file.read())
    except UnreadableError as error:
        return make_response(_asked(str(error)), HTTPStatus.UNPROCESSABLE_ENTITY)
    notice = _("Utkastet är öppnat. Nu kan du skriva vidare.")
    return form_answer(FormPage(_with_unknown_choices(taken), notice=notice))


def _with_unknown_choices(taken: TakenIn) -> TakenIn:
    """Tell at once of choices that the page has no box for: they come no further."""
    unknown = [one for one in pipeline.check(taken) if one.rule == UNKNOWN_CHOICE]
    return replace(taken, shape=[*taken.shape, *unknown])


def _asked(complaint: str) -> str:
    return render_template("web/open.html", complaint=complaint)
