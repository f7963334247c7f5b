"""An installation to stamp with, and plans to stamp."""

from datetime import datetime
from pathlib import Path
from typing import Any

from changes import changed

from formsvc import pipeline
from formsvc.clock import SWEDEN
from formsvc.config import Settings
from formsvc.formkit.data import Data
from formsvc.forms import KINDS
from formsvc.issuing import Issuer, Request
from formsvc.keys import Keys
from formsvc.register.store import Register
from formsvc.sealing import Seal
from formsvc.stamp import Stamp

PLAN = KINDS["plan"]
KEYS = Keys(b"en nyckel som ingen har")
NOON = datetime(2026, 12, 15, 12, tzinfo=SWEDEN)


def seal(keys: Keys = KEYS) -> Seal:
    """Return what an installation seals with."""
    return Seal(keys, "https://plan.example.se")


def issuer(folder: Path, url: str = "", keys: Keys = KEYS) -> Issuer:
    """Return an installation whose register is in `folder`, or at `url`."""
    return Issuer(seal(keys), Register(Settings(folder, "", database_url=url)))


def plan(reason: str = "Stöd med språket.", **more: Any) -> Data:
    """Return the normalised data of a plan; `reason` tells one from another."""
    given = changed(PLAN, {"reason": reason, **more})
    return pipeline.take_in(PLAN, given).data


def issued(
    by: Issuer, data: Data, previous: Stamp | None = None, *, go_on: bool = False
) -> Stamp:
    """Return the stamp that `data` gets."""
    before = previous.as_json() if previous else None
    return by.issue(Request(PLAN, data, before, go_on), lambda _stamp: None)
