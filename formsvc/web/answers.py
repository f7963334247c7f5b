"""The pages that answer a form: the form itself, and the one that offers documents."""

import json
from http import HTTPStatus

from flask import Response, make_response, render_template

from formsvc import pipeline
from formsvc.findings import Severity
from formsvc.web import next_steps, recipient_rows, sending_choices
from formsvc.web.page import FormPage
from formsvc.web.posted import Posted
from formsvc.web.sendings import offered
from formsvc.web.stamping import office
from formsvc.web.standing import stamped_before


def form_answer(page: FormPage, status: int = HTTPStatus.OK) -> Response:
    """Return a form page as an answer."""
    steps = next_steps.offered_on(page)
    recipient_rows.kept_on(page)
    html = render_template(
        f"web/{page.kind.name}.html",
        page=page,
        kind=page.kind,
        steps=steps,
        place=page.place,
        folded=bool(steps) and not page.place.unchanged,
        begun=next_steps.has_begun(page),
        carried_choices=sending_choices.as_text(page.taken),
    )
    return make_response(html, status)


def again(sent: Posted, complaint: str, status: int) -> Response:
    """Show the same page once more, and say what could not be done."""
    checked = sent.checked or sent.whole
    page = FormPage(sent.taken, checked=checked, complaint=complaint)
    return created(page, status) if sent.whole else form_answer(page, status)


def created(
    page: FormPage, status: int = HTTPStatus.OK, *, just_stamped: bool = False
) -> Response:
    """Return the page that offers documents, and the next version."""
    place = page.place
    done = place.stamped or place.broken or page.to_do(Severity.ERROR)
    unsure = place.open_to and not done
    html = render_template(
        "web/created.html",
        kind=page.kind,
        page=page,
        data=json.dumps(page.taken.data, ensure_ascii=False),
        formats=pipeline.possible(page.taken),
        place=place,
        already=stamped_before(page.taken) if unsure else None,
        just_stamped=just_stamped,
        filed=office().outbox.folder is not None,
        sendable=offered(page.taken),
        steps=next_steps.offered(page),
        told=next_steps.told_after(page),
        begun=next_steps.has_begun(page),
        carried_choices=sending_choices.as_text(page.taken),
    )
    return make_response(html, status)
