"""The plan that comes next: a follow-up, a change without a meeting, or a closing.

Each takes the normalised data of a plan and returns that of the next one, with what a
new meeting has to say left empty. The stamp stays: it is what the next version goes on
from. Decision 0014 tells what goes along and why.
"""

from collections.abc import Iterator
from typing import Any

from formsvc.areas import AREAS
from formsvc.formkit.data import Data

FINAL = ("done", "cancelled")
"""How a measure stands when nothing more is done; the words are those of a review."""

_ASKED_ANEW = (
    "established_on",
    "participants",
    "absentees",
    "consent",
    "child_voice",
    "guardian_voice",
    "dissent",
    "follow_up",
    "closing",
    "overrides",
)


def follow_up(plan: Data) -> Data:
    """Return the plan of the next meeting: how it went is asked, what goes on stays."""
    return _reviewed(plan, _going_on)


def closing(plan: Data) -> Data:
    """Return the plan that ends the collaboration: how it went is asked, nothing stays.

    Needs, goals and contacts do: they tell what the collaboration was about.
    """
    return _reviewed(plan, lambda _measures: [])


def supplement(plan: Data) -> Data:
    """Return the plan with a change that no meeting was held for."""
    return {
        **plan,
        "established_on": "",
        "meeting": {**_emptied(plan["meeting"]), "type": "supplement"},
        "participants": [],
        "absentees": [],
        "distribution": _not_yet_sent(plan),
        "overrides": [],
    }


def _reviewed(plan: Data, staying: Any) -> Data:
    """Return the next plan, with all measures to be told of; `staying` chooses some."""
    return {
        **plan,
        **{key: _emptied(plan[key]) for key in _ASKED_ANEW},
        "guardians": [{**one, "attended": False} for one in plan["guardians"]],
        "meeting": _agreed_meeting(plan),
        "review": list(_to_tell_of(plan)),
        "areas": {
            name: {**area, "measures": staying(area["measures"])}
            for name, area in plan["areas"].items()
        },
        "distribution": _not_yet_sent(plan),
    }


def _agreed_meeting(plan: Data) -> Data:
    """Return the meeting as far as the plan says where it is and who convenes it."""
    agreed = plan["follow_up"]
    return {
        **_emptied(plan["meeting"]),
        "type": "follow_up",
        "place": agreed["place"],
        "convened_by": agreed["convened_by"],
    }


def _to_tell_of(plan: Data) -> Iterator[Data]:
    for area in AREAS:
        for measure in plan["areas"][area.id]["measures"]:
            status = measure["status"]
            yield {
                "area": area.id,
                "what": measure["what"],
                "status": status if status in FINAL else "",
                "comment": "",
            }


def _going_on(measures: list[Data]) -> list[Data]:
    return [one for one in measures if one["status"] not in FINAL]


def _not_yet_sent(plan: Data) -> list[Data]:
    return [{**one, "date": ""} for one in plan["distribution"]]


def _emptied(value: Any) -> Any:
    """Return `value` with nothing written in it."""
    if isinstance(value, dict):
        return {key: _emptied(inner) for key, inner in value.items()}
    return [] if isinstance(value, list) else ""
