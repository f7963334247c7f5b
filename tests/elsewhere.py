"""Stamps of another installation: of the right form, and not to be checked here."""

from typing import Any

from formsvc import pipeline
from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.sealing import digest_of


def stamped(kind: Kind, data: Data, version: int = 2, **more: Any) -> Data:
    """Return `data` with the stamp that it got elsewhere; `more` is said otherwise."""
    stamp = {
        "kind": kind.name,
        "reference": f"{kind.prefix}-7F3K92QD4M",
        "version": version,
        "stamped_at": "2026-12-15T14:00:00+01:00",
        "supersedes": None,
        "supersedes_on": None,
        "continues": None,
        "digest": digest_of(pipeline.take_in(kind, data).data),
        "issuer": "annan.example.se",
        "key_id": "0123456789abcdef",
        "signature": "00",
    }
    return {**data, "stamp": {**stamp, **more}}
