"""The document of another kind that a document leads to: a plan, to its next meeting.

Kinds do not know one another, so what lies between two of them is built here, as plain
data.
"""

from collections.abc import Iterator

from formsvc.areas import AREAS
from formsvc.formkit.data import Data
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.formkit.formdata import flatten
from formsvc.formkit.groups import ADDRESS
from formsvc.formkit.persons import FAMILY
from formsvc.formkit.protection import UNPROTECTED, tellable
from formsvc.formkit.text import plain_line
from formsvc.forms.plan.form import PlanForm
from formsvc.i18n import _

CHANNELS = {"link": "link", "paper": "post", "by_hand": "by_hand"}
"""How an invitation goes to those who get the plan in that way."""


def invitation_to_follow_up(plan: Data) -> Data:
    """Return the invitation to the follow-up that a plan has agreed on.

    What the plan does not say is left empty, to be asked. What may not be told of a
    protected person is left out.
    """
    plan = tellable(PlanForm, flatten(PlanForm, plan).formdata)
    agreed = plan["follow_up"]
    return {
        "sender": _sender(plan),
        "case_reference": plan["case_reference"],
        "meeting_type": "sip" if plan["plan_type"] == "sip" else "collaboration",
        "child": plan["child"],
        "consent": plan["consent"],
        "purpose": _purpose(plan),
        "questions": [
            _("{area}: hur har det gått?").format(area=area.name)
            for area in AREAS
            if plan["areas"][area.id]["has_need"]
        ],
        "areas": [a.id for a in AREAS if plan["areas"][a.id]["has_need"]],
        "meeting": {
            "date": agreed["date"],
            "start": agreed["time"],
            "place": agreed["place"],
        },
        "recipients": list(_recipients(plan)),
    }


def _purpose(plan: Data) -> str:
    day = read_date(plan["established_on"])
    followed = (
        _("Följa upp planen från den {day}.").format(day=swedish_date(day))
        if day
        else _("Följa upp planen.")
    )
    return "\n".join(filter(None, (followed, plan["follow_up"]["agenda"])))


# -- the one who convenes


def _sender(plan: Data) -> Data:
    """Return the service that convenes, as far as the plan tells of it.

    It is told as a person or as a service; without a word of it the one who leads the
    collaboration convenes.
    """
    convener = plan["follow_up"]["convened_by"] or plan["lead_professional"]["name"]
    person = next((one for one in _reachable(plan) if _is(convener, one)), {})
    service = _service(plan, person.get("name") or convener, person, convener)
    return {
        "name": person.get("name", ""),
        "role": person.get("role", ""),
        **service,
        "phone": person.get("phone", ""),
        "email": person.get("email", ""),
        **_address_of(plan, service["unit"] or service["organisation"]),
    }


def _reachable(plan: Data) -> Iterator[Data]:
    """Yield those who may convene: who leads, who is a contact, who was there."""
    yield plan["lead_professional"]
    for area in AREAS:
        yield plan["areas"][area.id]["contact"]
    for one in plan["participants"]:
        yield {**one, "organisation": _unit(one)}


def _is(convener: str, person: Data) -> bool:
    called = _plain(convener)
    whole = _plain(person["organisation"])
    return bool(called) and (called == _plain(person["name"]) or called in whole)


def _service(plan: Data, name: str, person: Data, convener: str) -> Data:
    """Return organisation and unit, as the one who was at the meeting wrote them."""
    for one in plan["participants"]:
        if _plain(name) in (_plain(one["name"]), _plain(one["unit"])):
            return {"organisation": one["organisation"], "unit": one["unit"]}
    if not person:
        return {"organisation": convener, "unit": ""}
    organisation, _comma, unit = person["organisation"].partition(", ")
    return {"organisation": organisation, "unit": unit}


def _address_of(plan: Data, service: str) -> Data:
    for one in plan["distribution"]:
        if service and _plain(one["recipient"]) == _plain(service):
            return {key: one[key] for key in ADDRESS}
    return dict.fromkeys(ADDRESS, "")


# -- those who are invited


def _recipients(plan: Data) -> Iterator[Data]:
    """Yield guardians, then services that were invited, then others with the plan.

    Each once; the one who convenes is not invited.
    """
    sender = _sender(plan)
    seen = {_plain(sender["unit"] or sender["organisation"])}
    for one in (*_guardians(plan), *_services(plan), *_others(plan)):
        name = _plain(one["attention"] if one["kind"] in FAMILY else _unit(one))
        if name not in seen:
            seen.add(name)
            yield one


def _guardians(plan: Data) -> Iterator[Data]:
    for one in plan["guardians"]:
        if one["name"]:
            protected = one["protected_identity"]
            yield _recipient(plan, one["name"], "guardian", protected=protected)


def _services(plan: Data) -> Iterator[Data]:
    """Yield the services of those who were at the meeting or had been invited to it."""
    family = {_plain(one["name"]) for one in (*plan["guardians"], plan["child"])}
    for one in (*plan["participants"], *plan["absentees"]):
        if _unit(one) and _plain(one["name"]) not in family:
            organisation, unit = one["organisation"], one["unit"]
            yield {
                **_recipient(plan, _unit(one), ""),
                "organisation": organisation,
                "unit": unit,
                "attention": one.get("role", ""),
            }


def _others(plan: Data) -> Iterator[Data]:
    for one in plan["distribution"]:
        if one["recipient"]:
            mark = one["protected_identity"]
            yield _recipient(plan, one["recipient"], one["kind"], protected=mark)


def _recipient(plan: Data, name: str, kind: str, *, protected: str = "") -> Data:
    """Return one invited, with kind, address and way as the plan was sent to them."""
    rows = plan["distribution"]
    sent: Data = next(
        (row for row in rows if _plain(row["recipient"]) == _plain(name)), {}
    )
    kind = kind or sent.get("kind", "")
    marks = (protected, sent.get("protected_identity", ""))
    mark = next((one for one in marks if one not in UNPROTECTED), protected)
    guarded = mark not in UNPROTECTED
    named = "attention" if kind in FAMILY else "organisation"
    channel = CHANNELS.get(sent.get("channel", ""), "")
    return {
        "kind": kind,
        "organisation": "",
        "unit": "",
        "attention": "",
        named: name,
        **{key: "" if guarded else sent.get(key, "") for key in ADDRESS},
        "channel": "by_hand" if guarded else channel,
        "protected_identity": mark,
    }


def _unit(one: Data) -> str:
    return str(one["unit"] or one["organisation"])


def _plain(text: str) -> str:
    return plain_line(text).casefold()
