"""The page of each kind: fill in, check, and take the documents along.

Every button of a page is named `do`, and its value says what to do: `create`,
`add participants`, `remove participants-2`, `file pdf`. Nothing is kept in between: the
page carries the whole document.
"""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus

from flask import Blueprint, Response, current_app, make_response, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadRequest

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import FormsvcError, TakenError, UsageError
from formsvc.findings import Severity
from formsvc.formkit.formdata import MAX_ROWS
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import lists
from formsvc.formkit.row_changes import (
    add_row,
    count,
    first_field,
    put_back,
    take_row,
)
from formsvc.i18n import _
from formsvc.web import next_steps, stamping
from formsvc.web.files import as_answer
from formsvc.web.page import FormPage
from formsvc.web.posted import Posted, read_posted
from formsvc.web.security import demand_own_page
from formsvc.web.standing import place_of

documents = Blueprint("documents", __name__)

_ROW_NUMBER = re.compile("[0-9]{1,3}")

_TOO_MUCH = _(
    "Det är mer text än ett dokument rymmer. Korta texterna och försök igen. Allt du "
    "har skrivit står kvar."
)
_TOO_OLD = _(
    "Sidan behöver bekräftas, till exempel för att den har stått öppen länge. Allt du "
    "har skrivit står kvar. Tryck en gång till på det du ville göra."
)

_FULL = _("Fler rader får inte plats i ett dokument.")
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
        return _again(sent, _TOO_OLD, HTTPStatus.BAD_REQUEST)
    if sent.too_much:
        return _again(sent, _TOO_MUCH, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        return _VERBS.get(sent.verb, _refuse)(sent)
    except BadRequest:
        return _again(sent, _NO_BUTTON, HTTPStatus.BAD_REQUEST)


def _refuse(_sent: Posted) -> Response:
    raise BadRequest


def form_answer(page: FormPage, status: int = HTTPStatus.OK) -> Response:
    """Return a form page as an answer."""
    steps = next_steps.offered_on(page)
    html = render_template(
        f"web/{page.kind.name}.html",
        page=page,
        kind=page.kind,
        steps=steps,
        folded=bool(steps) and not place_of(page.taken).unchanged,
        begun=next_steps.has_begun(page),
    )
    return make_response(html, status)


def _again(sent: Posted, complaint: str, status: int) -> Response:
    """Show the same page once more, and say what could not be done."""
    checked = sent.checked or sent.whole
    page = FormPage(sent.taken, checked=checked, complaint=complaint)
    return _created(page, status) if sent.whole else form_answer(page, status)


def _create(sent: Posted) -> Response:
    """Offer the documents, or show what has to be done first."""
    page = FormPage(sent.taken, checked=True)
    if page.to_do(Severity.ERROR) or page.to_do(Severity.WARNING):
        return form_answer(page)
    return _created(page)


def _create_anyway(sent: Posted) -> Response:
    """Offer the documents although warnings are not answered: only errors stop."""
    page = FormPage(sent.taken, checked=True)
    if page.to_do(Severity.ERROR):
        return form_answer(page)
    return _created(page)


def _created(page: FormPage, status: int = HTTPStatus.OK) -> Response:
    html = render_template(
        "web/created.html",
        kind=page.kind,
        page=page,
        data=json.dumps(page.taken.data, ensure_ascii=False),
        formats=pipeline.possible(page.taken),
        place=place_of(page.taken),
        steps=next_steps.offered(page.taken),
        begun=next_steps.has_begun(page),
    )
    return make_response(html, status)


def _stamp(sent: Posted, *, go_on: bool = False) -> Response:
    """Stamp the document as the next version, or say why it cannot be."""
    page = FormPage(sent.taken, checked=True)
    if page.to_do(Severity.ERROR):
        return form_answer(page)
    if not stamping.may_stamp():
        return _again(sent, stamping.NOT_SIGNED_IN, HTTPStatus.FORBIDDEN)
    try:
        made = stamping.stamped(sent.taken, go_on=go_on)
    except TakenError as error:
        page = FormPage(sent.taken, checked=True, complaint=str(error))
        return _created(page, HTTPStatus.CONFLICT)
    except FormsvcError as error:
        return _again(sent, str(error), stamping.status_of(error))
    return _created(FormPage(made, checked=True))


def _stamp_anyway(sent: Posted) -> Response:
    """Go on from an older version although a newer one exists."""
    return _stamp(sent, go_on=True)


def _edit(sent: Posted) -> Response:
    """Show the form again, with the warnings that the documents were made without."""
    page = FormPage(sent.taken, checked=sent.whole)
    warned = page.to_do(Severity.WARNING)
    return form_answer(page if warned else FormPage(sent.taken))


def _stay(sent: Posted) -> Response:
    """Enter was pressed in a field: do nothing that was not asked for."""
    notice = _("Allt står kvar. Tryck på ”Skapa dokument” längst ner när du är klar.")
    return form_answer(FormPage(sent.taken, checked=sent.checked, notice=notice))


def _add(sent: Posted) -> Response:
    _demand_list(sent, sent.about)
    focus = add_row(sent.taken.kind.form, sent.taken.formdata, sent.about)
    full = "" if focus else _FULL
    page = FormPage(sent.taken, checked=sent.checked, focus=focus, complaint=full)
    return form_answer(page)


def _remove(sent: Posted) -> Response:
    listed, _number = _row(sent, sent.about)
    texts = take_row(sent.taken.formdata, sent.about)
    written = any(texts.values())
    page = FormPage(
        sent.taken,
        checked=sent.checked,
        notice=_("Raden är borttagen.") if written else "",
        undo=json.dumps({"row": sent.about, "texts": texts}) if written else "",
        focus=listed,
    )
    return form_answer(page)


def _undo(sent: Posted) -> Response:
    row, texts = sent.removed
    listed, number = _row(sent, row)
    form, formdata = sent.taken.kind.form, sent.taken.formdata
    rows = count(formdata, listed)
    if rows >= MAX_ROWS:
        return _again(sent, _FULL, HTTPStatus.OK)
    number = min(number, rows)
    put_back(formdata, listed, number, texts)
    pairs = ((name, text) for name, (text,) in formdata.items())
    back = replace(
        sent.taken, formdata=pipeline.posted(sent.taken.kind, pairs).formdata
    )
    focus = first_field(form, listed, number)
    return form_answer(FormPage(back, checked=sent.checked, focus=focus))


def _clear(sent: Posted) -> Response:
    """Take a chosen answer back: a radio button cannot be unticked."""
    sent.taken.formdata.pop(sent.about, None)
    return form_answer(FormPage(sent.taken, checked=sent.checked, focus=sent.about))


def _file(sent: Posted, *, to_print: bool = False) -> Response:
    profile = current_app.extensions["formsvc-profile"]
    try:
        if sent.about not in list(Format):
            raise UsageError(_("Den sortens fil finns inte."))
        seal = stamping.office().seal
        file = pipeline.render(sent.taken, Format(sent.about), profile, seal)
    except FormsvcError as error:
        return _again(sent, str(error), HTTPStatus.UNPROCESSABLE_ENTITY)
    return as_answer(file, to_print=to_print)


def _next(sent: Posted) -> Response:
    """Show what the document leads to, filled in as far as it knows."""
    return form_answer(next_steps.next_page(sent))


def _print(sent: Posted) -> Response:
    return _file(sent, to_print=True)


def _row(sent: Posted, name: str) -> tuple[str, int]:
    """Return the list and the number of a row; 400 when the form has no such list."""
    listed, _dash, number = name.rpartition("-")
    _demand_list(sent, listed)
    if not _ROW_NUMBER.fullmatch(number):
        raise BadRequest
    return listed, int(number)


def _demand_list(sent: Posted, listed: str) -> None:
    if listed not in lists(sent.taken.kind.form):
        raise BadRequest


_VERBS: dict[str, Callable[[Posted], Response]] = {
    "create": _create,
    "anyway": _create_anyway,
    "stamp": _stamp,
    "continue": _stamp_anyway,
    "edit": _edit,
    "stay": _stay,
    "add": _add,
    "remove": _remove,
    "undo": _undo,
    "clear": _clear,
    "file": _file,
    "print": _print,
    "next": _next,
}
