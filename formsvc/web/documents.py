"""The page of each kind: fill in, check, and take the documents along.

Every button of a page is named `do`, and its value says what to do: `create`,
`add participants`, `remove participants-2`, `file pdf`. Nothing is kept in between: the
page carries the whole document.
"""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, Response, current_app
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadRequest

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import FormsvcError, TakenError, UsageError
from formsvc.findings import Severity
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.web import (
    next_steps,
    recipient_rows,
    row_buttons,
    sending,
    stamping,
)
from formsvc.web.answers import again, created, form_answer
from formsvc.web.files import as_answer
from formsvc.web.page import FormPage
from formsvc.web.posted import Posted, read_posted
from formsvc.web.security import demand_own_page
from formsvc.web.sendings import SENDINGS

documents = Blueprint("documents", __name__)

_TOO_MUCH = _(
    "Det är mer text än ett dokument rymmer. Korta texterna och försök igen. Allt du "
    "har skrivit står kvar."
)
_TOO_OLD = _(
    "Sidan behöver bekräftas, till exempel för att den har stått öppen länge. Allt du "
    "har skrivit står kvar. Tryck en gång till på det du ville göra."
)

_NO_BUTTON = _("Det gick inte att göra det. Allt du har skrivit står kvar.")


@documents.get("/<kind:kind>")
def empty(kind: Kind) -> Response:
    """Show the empty form."""
    return form_answer(FormPage(pipeline.take_in(kind, {})))


@documents.post("/<kind:kind>")
def act(kind: Kind) -> Response:
    """Do what the button says, with all that was written."""
    sent = read_posted(kind)
    try:
        demand_own_page()
    except CSRFError:
        return again(sent, _TOO_OLD, HTTPStatus.BAD_REQUEST)
    if sent.too_much:
        return again(sent, _TOO_MUCH, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        return _VERBS.get(sent.verb, _refuse)(sent)
    except BadRequest:
        return again(sent, _NO_BUTTON, HTTPStatus.BAD_REQUEST)


def _refuse(_sent: Posted) -> Response:
    raise BadRequest


def _create(sent: Posted) -> Response:
    """Offer the documents, or show what has to be done first."""
    if recipient_rows.has_left(sent):
        return recipient_rows.left(sent)
    page = FormPage(sent.taken, checked=True)
    if page.to_do(Severity.ERROR) or page.to_do(Severity.WARNING):
        return form_answer(page)
    return created(page)


def _create_anyway(sent: Posted) -> Response:
    """Offer the documents although warnings are not answered: only errors stop."""
    if recipient_rows.has_left(sent):
        return recipient_rows.left(sent)
    page = FormPage(sent.taken, checked=True)
    if page.to_do(Severity.ERROR):
        return form_answer(page)
    return created(page)


def _stamp(sent: Posted, *, go_on: bool = False) -> Response:
    """Stamp the document as the next version, or say why it cannot be."""
    page = FormPage(sent.taken, checked=True)
    if page.to_do(Severity.ERROR):
        return form_answer(page)
    if not stamping.may_stamp():
        return again(sent, stamping.NOT_SIGNED_IN, HTTPStatus.FORBIDDEN)
    try:
        made = stamping.stamped(sent.taken, go_on=go_on)
    except TakenError as error:
        page = FormPage(sent.taken, checked=True, complaint=str(error))
        return created(page, HTTPStatus.CONFLICT)
    except FormsvcError as error:
        return again(sent, str(error), stamping.status_of(error))
    return created(FormPage(made, checked=True), just_stamped=True)


def _stamp_anyway(sent: Posted) -> Response:
    """Go on from an older version although a newer one exists."""
    return _stamp(sent, go_on=True)


def _restart(sent: Posted) -> Response:
    """Let go of a stamp that nothing can follow, to be stamped as a document anew."""
    if not FormPage(sent.taken).place.broken:
        raise BadRequest
    page = FormPage(replace(sent.taken, stamp=None), checked=True)
    return form_answer(page) if page.to_do(Severity.ERROR) else created(page)


def _edit(sent: Posted) -> Response:
    """Show the form again, with the warnings that the documents were made without.

    It opens at the field that the button names, if it names one.
    """
    page = FormPage(sent.taken, checked=sent.whole, focus=sent.about)
    warned = page.to_do(Severity.WARNING)
    return form_answer(page if warned else FormPage(sent.taken, focus=sent.about))


def _stay(sent: Posted) -> Response:
    """Enter was pressed in a field: do nothing that was not asked for."""
    notice = _("Allt står kvar. Tryck på ”Skapa dokument” längst ner när du är klar.")
    return form_answer(FormPage(sent.taken, checked=sent.checked, notice=notice))


def _file(sent: Posted, *, to_print: bool = False) -> Response:
    if sent.about in SENDINGS:
        return sending.file(sent, to_print=to_print)
    profile = current_app.extensions["formsvc-profile"]
    try:
        if sent.about not in list(Format):
            raise UsageError(_("Den sortens fil finns inte."))
        seal = stamping.office().seal
        file = pipeline.render(sent.taken, Format(sent.about), profile, seal)
    except FormsvcError as error:
        return again(sent, str(error), HTTPStatus.UNPROCESSABLE_ENTITY)
    return as_answer(file, to_print=to_print)


def _next(sent: Posted) -> Response:
    """Show what the document leads to, filled in as far as it knows."""
    page = next_steps.next_page(sent)
    page.taken = replace(page.taken, carried=sent.taken.carried)
    return form_answer(page)


def _print(sent: Posted) -> Response:
    return _file(sent, to_print=True)


_VERBS: dict[str, Callable[[Posted], Response]] = {
    "create": _create,
    "anyway": _create_anyway,
    "stamp": _stamp,
    "continue": _stamp_anyway,
    "restart": _restart,
    "edit": _edit,
    "stay": _stay,
    **row_buttons.VERBS,
    **recipient_rows.VERBS,
    **sending.VERBS,
    "file": _file,
    "print": _print,
    "next": _next,
}
