"""Every state that a page may be in, as one asks the service for it."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from browser.filling import draft
from browser.live import Service
from changes import changed
from playwright.sync_api import APIRequestContext

from formsvc import pipeline
from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind

WARNED: Mapping[str, Data] = {
    "consent": {"informed_on": ""},
    "invitation": {"letter_date": "2026-12-10"},
    "plan": {"consent-valid_to": ""},
}
TIPPED = {"child-birth_date": "2022-01-02"}
PARTLY = {"child-name": "", "child-identity_number": "x"}
ANSWERED = "Det är överenskommet."


class State(NamedTuple):
    """A page in a state, as one asks for it: without `posted` it is fetched."""

    address: str
    posted: Mapping[str, str] | None = None


def sent(kind: Kind, data: Data, do: str, **more: str) -> State:
    """Return the state after the button `do` of a page that holds `data`."""
    formdata = pipeline.take_in(kind, data).formdata
    texts = {name: text for name, (text,) in formdata.items()}
    return State(f"/{kind.page}", {**texts, **more, "do": do})


def states_of(kind: Kind) -> Iterator[tuple[str, State]]:
    """Yield every state of a kind's page."""
    example = kind.example()
    warned = changed(kind, WARNED[kind.name])
    yield "empty", State(f"/{kind.page}")
    yield "nothing", sent(kind, {}, "create")
    yield "errors", sent(kind, changed(kind, PARTLY), "create")
    yield "warned", sent(kind, warned, "create")
    yield "tips", sent(kind, changed(kind, {**TIPPED, **PARTLY}), "create")
    yield "created", sent(kind, example, "create")
    yield "unanswered", sent(kind, warned, "anyway")
    yield "stay", sent(kind, example, "stay")
    yield "no button", sent(kind, example, "dance")
    whole = {"data": draft(kind, example).decode(), "do": "file nope"}
    yield "no file", State(f"/{kind.page}", whole)
    listed = {"consent": "parties", "invitation": "questions", "plan": "participants"}
    yield "removed", sent(kind, example, f"remove {listed[kind.name]}-0")
    yield "added", sent(kind, example, f"add {listed[kind.name]}")
    yield from sendings_of(kind)
    if kind.name == "plan":
        stamp = json.dumps({"kind": "plan", "version": 3})
        yield "stamped", sent(kind, example, "edit", stamp=stamp)
        for step in ("follow_up", "supplement", "closing", "invitation"):
            yield step, sent(kind, example, f"next {step}", stamp=stamp)
    answered = {"overrides": [{"rule": rule(kind), "reason": ANSWERED}]}
    yield "answered", sent(kind, {**warned, **answered}, "stay")
    long = {"child-name": "x" * 300, "child-setting": "ord " * 75}
    yield "long words", sent(kind, changed(kind, long), "create")


def sendings_of(kind: Kind) -> Iterator[tuple[str, State]]:
    """Yield the states of the pages of letters and copies."""
    if kind.name == "plan":
        yield "copies", sent(kind, kind.example(), "copies")
    if kind.name == "invitation":
        hiding = {"child-protected_identity": "secrecy_mark", "child-setting": ""}
        yield "letters", sent(kind, changed(kind, hiding), "letters")
        long_unit = {"recipients-3-unit": "Förskolan " * 12}
        yield "faulty letters", sent(kind, changed(kind, long_unit), "letters")


def rule(kind: Kind) -> str:
    """Return the rule that warns of `WARNED`."""
    warned = changed(kind, WARNED[kind.name])
    (found,) = pipeline.check(pipeline.take_in(kind, warned))
    return found.rule


def html_of(request: APIRequestContext, service: Service, state: State) -> str:
    """Return what the service answers, as to a browser of today."""
    address = f"{service.url}{state.address}"
    if state.posted is None:
        return request.get(address).text()
    same = {"Sec-Fetch-Site": "same-origin"}
    form: dict[str, str | float | bool] = dict(state.posted)
    return request.post(address, form=form, headers=same).text()
