"""What a finished document leads to: buttons named `next`, with a page for each.

A plan goes on as a follow-up, a change without a meeting or a closing, or becomes the
invitation to its follow-up. The page that comes carries what the document was, so that
one press takes it back.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

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

AGAIN = "again"
"""What brings back what was taken back."""

AFTER = "after"
"""What was taken back, as JSON: sent along until the next answer."""

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


_EMPTYING = ("follow_up", "closing")
"""The ways that ask anew how it went: what is written there would go."""

_WITHOUT_REVIEW = {
    "follow_up": _(
        "Skriv om mötet. Behov, mål och kontakter står kvar i sina områden. Det finns "
        "inga insatser att följa upp."
    ),
    "closing": _("Skriv när samverkan avslutas och varför."),
}
"""What is told instead where no measure is there to be followed up."""

_REOPENED = _("Samverkan tas upp igen.")


def offered(page: FormPage) -> tuple[Step, ...]:
    """Return the ways on from a finished document.

    A plan leads on when it is stamped, wherever that was; before, only to an
    invitation, and where another was first, nowhere.
    """
    if page.place.unchanged:
        return _ways(page.taken)
    if page.place.overtaken or page.place.broken:
        return ()
    return tuple(one for one in _ways(page.taken) if one.name == "invitation")


def offered_on(page: FormPage) -> tuple[Step, ...]:
    """Return the ways on that a form page offers: those of a version that is dated.

    One that has no date yet is the next one already, and so is what `has_begun`. One
    that was changed leads to nothing that would take away what is written.
    """
    stamped = bool(page.stamp) and bool(page.taken.data.get("established_on"))
    if not stamped or has_begun(page):
        return ()
    ways = _ways(page.taken)
    if page.place.unchanged:
        return ways
    return tuple(one for one in ways if one.name not in _EMPTYING)


def told_after(page: FormPage) -> tuple[str, ...]:
    """Return what people do with a finished document: a draft is not archived."""
    kind = page.kind
    if kind.drafts and not page.place.unchanged:
        return kind.next_steps
    closed = kind.is_closed(page.taken.data)
    return kind.next_steps + (kind.ended_steps if closed else kind.filed_steps)


def _ways(taken: TakenIn) -> tuple[Step, ...]:
    """Return the ways on from a plan: from a closed one, only back to collaboration."""
    if taken.kind is not PLAN:
        return ()
    if is_empty(taken.data["closing"]):
        return STEPS
    return tuple(
        replace(
            step,
            words=_("Ta upp samverkan igen"),
            told=_("Till ett nytt möte, med det som står i planen."),
        )
        for step in STEPS
        if step.name == "follow_up"
    )


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
    here = json.dumps(sent.taken.data, ensure_ascii=False)
    if sent.about == BACK:
        return FormPage(_kept(BEFORE), notice=_("Planen är som den var."), after=here)
    if sent.about == AGAIN:
        notice = _("Det du hade börjat på är tillbaka.")
        return FormPage(_kept(AFTER), notice=notice, before=here)
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
    notice = _notice(step, plan, data)
    return FormPage(taken, notice=notice, notice_at=place, focus=focus, before=before)


def _notice(step: Step, plan: Data, data: Data) -> str:
    """Return what is told of a way on, as far as it holds of this plan."""
    told = step.notice
    if not data.get("review"):
        told = _WITHOUT_REVIEW.get(step.name, told)
    reopened = step.name == "follow_up" and not is_empty(plan["closing"])
    return f"{_REOPENED} {told}" if reopened else told


def _kept(name: str) -> TakenIn:
    try:
        raw = request.form.get(name, "").encode("utf-8", "replace")
        return pipeline.take_in(PLAN, parse_json(raw))
    except UnreadableError:
        raise BadRequest from None
