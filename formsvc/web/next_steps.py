"""What a finished document leads to: buttons named `next`, with a page for each.

A plan goes on as a follow-up, a change without a meeting or a closing, or becomes the
invitation to its follow-up. The page that comes carries what the document was, so that
one press takes it back.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import BadRequest

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.formkit.data import Data, is_empty
from formsvc.formkit.formdata import parse_json
from formsvc.forms import KINDS
from formsvc.forms.plan import going_on
from formsvc.i18n import _
from formsvc.next_documents import invitation_to_follow_up
from formsvc.pipeline import TakenIn
from formsvc.web.page import FormPage
from formsvc.web.posted import DO, Posted

BACK = "back"
"""What takes a way on back."""

BEFORE = "before"
"""The plan as it was, as JSON: sent along until the next answer."""

BEGUN = "begun"
"""Whether the page is one that a way on has led to."""

PLAN, INVITATION = KINDS["plan"], KINDS["invitation"]


@dataclass(frozen=True, slots=True)
class Step:
    """A way on: the words of its button, what is told of it, and what it makes.

    `kind` is what it makes, and `notice` tells on the page that comes what was done;
    `begin` gives the field to begin in, and the section that it stands in: without them
    one begins at the top.
    """

    name: str
    words: str
    told: str
    kind: str
    notice: str
    make: Callable[[Data], Data]
    begin: Callable[[Data], tuple[str, str]]


def _first_unanswered(plan: Data) -> tuple[str, str]:
    for number, row in enumerate(plan["review"]):
        if not row["status"]:
            return f"review-{number}-status", "forra"
    return "meeting-date", "motet"


STEPS = (
    Step(
        name="invitation",
        words=_("Gör inbjudan till uppföljningen"),
        told=_("Ifylld med dag, plats, frågor och dem som ska vara med."),
        kind="invitation",
        notice=_(
            "Inbjudan är ifylld från planen. Läs igenom den, och fyll i det som saknas."
        ),
        make=invitation_to_follow_up,
        begin=lambda _data: ("", ""),
    ),
    Step(
        name="follow_up",
        words=_("Börja på uppföljningen"),
        told=_("Till nästa möte: hur gick det med insatserna?"),
        kind="plan",
        notice=_(
            "Förra planens insatser står under Uppföljning av förra planen. Skriv hur "
            "det gick. Det som inte är klart står också kvar i sitt område."
        ),
        make=going_on.follow_up,
        begin=_first_unanswered,
    ),
    Step(
        name="supplement",
        words=_("Ändra utan möte"),
        told=_("Till exempel när en kontaktperson byts."),
        kind="plan",
        notice=_(
            "Allt står kvar utom mötet. Skriv dagens datum, och ändra det som är nytt."
        ),
        make=going_on.supplement,
        begin=lambda _data: ("established_on", "planen"),
    ),
    Step(
        name="closing",
        words=_("Avsluta samverkan"),
        told=_("När planen inte längre behövs."),
        kind="plan",
        notice=_(
            "Skriv när samverkan avslutas och varför, och under Uppföljning av förra "
            "planen hur det gick med insatserna."
        ),
        make=going_on.closing,
        begin=lambda _data: ("closing-date", "closing"),
    ),
)


def offered(taken: TakenIn) -> tuple[Step, ...]:
    """Return the ways on from a document: to a closed plan there is no invitation."""
    if taken.kind is not PLAN:
        return ()
    closed = not is_empty(taken.data["closing"])
    return tuple(step for step in STEPS if not closed or step.name == "follow_up")


def offered_on(page: FormPage) -> tuple[Step, ...]:
    """Return the ways on that a form page offers: those of a version that is dated.

    One that has no date yet is the next one already, and so is what `has_begun`.
    """
    stamped = bool(page.stamp) and bool(page.taken.data.get("established_on"))
    return offered(page.taken) if stamped and not has_begun(page) else ()


def has_begun(page: FormPage) -> bool:
    """Return whether the page shows what a way on led to: it goes on saying so."""
    undone = request.form.get(DO) == f"next {BACK}"
    return bool(page.before) or (BEGUN in request.form and not undone)


def next_page(sent: Posted) -> FormPage:
    """Return the page that a way on leads to, or the one before it when it is undone.

    Raises `BadRequest` when there is no such way.
    """
    if sent.taken.kind is not PLAN:
        raise BadRequest
    if sent.about == BACK:
        return FormPage(_before(), notice=_("Planen är som den var."))
    step = next((one for one in STEPS if one.name == sent.about), None)
    if step is None:
        raise BadRequest
    return _made(step, sent.taken.data)


def _made(step: Step, plan: Data) -> FormPage:
    kind = KINDS[step.kind]
    data = step.make(plan)
    focus, place = step.begin(data)
    before = json.dumps(plan, ensure_ascii=False) if kind is PLAN else ""
    taken = pipeline.take_in(kind, data)
    return FormPage(
        taken, notice=step.notice, notice_at=place, focus=focus, before=before
    )


def _before() -> TakenIn:
    try:
        raw = request.form.get(BEFORE, "").encode("utf-8", "replace")
        return pipeline.take_in(PLAN, parse_json(raw))
    except UnreadableError:
        raise BadRequest from None
