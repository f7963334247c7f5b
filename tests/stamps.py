"""Versions for tests to look up: stamped without a document being laid out."""

import json
from typing import Any

from changes import PLAN, changed
from flask import Flask

from formsvc import pipeline
from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.issuing import Request
from formsvc.stamp import Stamp
from formsvc.versions import Office

NEVER = "postgresql+psycopg://nobody@127.0.0.1:1/x"
"""The address of a register that is out of reach."""

UNKNOWN = "BP-0000000000"
"""A reference that nobody is given in a test."""

END = {
    "follow_up": {},
    "closing": {"date": "2026-12-15", "reason": "Målen är nådda."},
}
"""What ends a plan."""


def office_of(app: Flask) -> Office:
    """Return what a service makes versions with."""
    office: Office = app.extensions["formsvc-office"]
    return office


def issued(office: Office, kind: Kind, data: Data, previous: Any = None) -> Stamp:
    """Take the next number for `data`, and return its stamp."""
    taken = pipeline.take_in(kind, data)
    return office.issuer.issue(Request(kind, taken.data, previous), lambda _stamp: None)


def versions_of(office: Office, kind: Kind, *datas: Data) -> list[Stamp]:
    """Return the stamps of as many versions of one document."""
    given: list[Stamp] = []
    for data in datas:
        previous = given[-1].as_json() if given else None
        given.append(issued(office, kind, data, previous))
    return given


def plans(*words: str) -> list[Data]:
    """Return plans that differ in a text."""
    return [changed(PLAN, {"reason": each}) for each in words]


def stamped(data: Data, stamp: Stamp) -> Data:
    """Return data with its stamp, as documents carry it."""
    return {**data, "stamp": stamp.as_json()}


def as_file(data: Data) -> bytes:
    """Return data as a file that has been saved."""
    return json.dumps(data, ensure_ascii=False).encode()
