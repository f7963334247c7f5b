"""The pages of letters and copies: who gets what, and the file to print.

Their buttons are `letters` and `copies`, to look (again), and `print letters` or
`file letters` for the file. What is chosen is carried by the page, see
`sending_choices.py`.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from threading import BoundedSemaphore

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    render_template,
    request,
)
from werkzeug.exceptions import BadRequest

from formsvc.errors import FormsvcError, NotNowError
from formsvc.findings import Severity
from formsvc.i18n import _
from formsvc.mailing.batch import Batch, Progress, unfolded
from formsvc.web import progress, sending_choices, sent_to
from formsvc.web.answers import again, form_answer
from formsvc.web.files import as_answer
from formsvc.web.page import FormPage
from formsvc.web.posted import Posted
from formsvc.web.sendings import SENDINGS, Sending
from formsvc.web.stamping import office

PATIENCE = 2.0
"""Seconds that one batch waits for another."""

WAIT = "30"
"""Seconds until it is worth while to ask again."""

_ONE_BATCH = BoundedSemaphore()

sending_pages = Blueprint("sending", __name__)


@sending_pages.get("/brev/provsida.pdf")
def calibration_sheet() -> Response:
    """Show the sheet to hold against an envelope."""
    from formsvc.mailing.calibration import calibration

    sheet = calibration(current_app.extensions["formsvc-profile"])
    return as_answer(sheet, to_print=True)


def look(sent: Posted) -> Response:
    """Show who gets what, when all is laid out and looked at."""
    sending = _named(sent.verb, sent)
    page = FormPage(sent.taken, checked=True)
    if page.to_do(Severity.ERROR):
        return form_answer(page)
    return _made(sent, sending, partial(_shown, sent, sending))


def file(sent: Posted, *, to_print: bool) -> Response:
    """Return the file to print, or the page when something has to be mended first."""
    sending = _named(sent.about, sent)

    def taken_along(batch: Batch) -> Response:
        if batch.file is None:
            return _shown(sent, sending, batch)
        return as_answer(batch.file, to_print=to_print)

    return _made(sent, sending, taken_along)


VERBS: dict[str, Callable[[Posted], Response]] = dict.fromkeys(SENDINGS, look)
"""What each button does, by its verb."""


def _named(name: str, sent: Posted) -> Sending:
    sending = SENDINGS[name]
    if sending.kind != sent.taken.kind.name:
        raise BadRequest
    return sending


def _made(
    sent: Posted, sending: Sending, answer: Callable[[Batch], Response]
) -> Response:
    """Make the batch, and return `answer` to it, or why it cannot be made."""
    profile, seal = current_app.extensions["formsvc-profile"], office().seal
    choices = sending_choices.chosen(sent.taken, sending).choices
    given = (sent.taken, profile, seal, choices)

    def make(tell: Progress | None) -> Batch:
        with alone():
            return sending.make(*given, tell)

    def finish(made: Callable[[], Batch]) -> Response:
        try:
            return answer(made())
        except NotNowError as error:
            busy = again(sent, str(error), HTTPStatus.SERVICE_UNAVAILABLE)
            busy.headers["Retry-After"] = WAIT
            return busy
        except FormsvcError as error:
            return again(sent, str(error), HTTPStatus.UNPROCESSABLE_ENTITY)

    return progress.answer(make, finish)


@contextmanager
def alone() -> Iterator[None]:
    """Let one batch at a time be made in a worker: each takes memory by the hundred MB.

    Raises `NotNowError` while another is.
    """
    if not _ONE_BATCH.acquire(timeout=PATIENCE):
        raise NotNowError(
            _("Just nu görs andra brev i ordning. Försök igen om en stund.")
        )
    try:
        yield
    finally:
        _ONE_BATCH.release()


def _shown(sent: Posted, sending: Sending, batch: Batch) -> Response:
    page = FormPage(sent.taken, checked=True)
    people = sent_to.recipients(sent.taken, sending, batch)
    chosen = sending_choices.chosen(sent.taken, sending)
    html = render_template(
        f"web/{sending.name}.html",
        kind=page.kind,
        page=page,
        data=json.dumps(sent.taken.data, ensure_ascii=False),
        sending=sending,
        batch=batch,
        people=people,
        counted=sent_to.counted(sending, batch),
        paper=sent_to.on_paper(batch),
        faults=sent_to.errors(batch),
        unfolded=unfolded(batch.pieces),
        warned=list(sent_to.warnings(batch)),
        others=sent_to.others(sending, batch),
        protected=sent_to.anyone_protected(sent.taken),
        covers=chosen.choices.covers,
        words=chosen.words,
        lost=chosen.lost,
        carried_choices=sending_choices.as_text(sent.taken),
        window=current_app.extensions["formsvc-profile"].window,
        begun="begun" in request.form,
    )
    return make_response(html)
