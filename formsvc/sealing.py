"""The seal on a document: what it says was this, and the stamp is ours (contract 4)."""

import hashlib
import hmac
from typing import Any
from urllib.parse import urlsplit

import rfc8785

from formsvc.formkit.data import Data, canonical
from formsvc.keys import Keys
from formsvc.stamp import (
    UNSTAMPED,
    Checked,
    NoStampError,
    Stamp,
    Standing,
    read_stamp,
)

PURPOSE = "stamps"
"""What the installation's key is derived for, to seal with."""

_ID_LENGTH = 16


def digest_of(data: Data) -> str:
    """Return what tells normalised `data` from any other: `sha256:` and 64 figures."""
    return "sha256:" + hashlib.sha256(rfc8785.dumps(canonical(data))).hexdigest()


class Seal:
    """What this installation seals with, and where it answers.

    `address` is the public one of its version pages, empty when there is none.
    """

    def __init__(self, keys: Keys, address: str = "") -> None:
        """Seal with the keys of the installation; older ones are still accepted."""
        made = keys.for_purpose(PURPOSE)
        self._keys = {_key_id(key): key for key in (made.current, *made.fallbacks)}
        self.key_id = _key_id(made.current)
        self.address = address.rstrip("/")

    @property
    def host(self) -> str:
        """What others call this installation, empty when it has no address."""
        return urlsplit(self.address).hostname or ""

    def signed(self, stamp: Stamp) -> Stamp:
        """Return `stamp` with the signature of the key in use, which it has to name."""
        return stamp.signed(_signature(self._keys[self.key_id], stamp))

    def check(self, data: Data) -> Checked:
        """Return what the stamp in normalised `data` tells of it."""
        if data.get("stamp") is None:
            return UNSTAMPED
        checked = self.check_alone(data["stamp"])
        if checked.stamp is None or checked.standing is not Standing.WHOLE:
            return checked
        if not _alike(checked.stamp.digest, digest_of(data)):
            return Checked(Standing.CHANGED, checked.stamp)
        return checked

    def check_alone(self, written: Any) -> Checked:
        """Return what a stamp is worth by itself, without the data it was given for."""
        try:
            stamp = read_stamp(written)
        except NoStampError:
            return Checked(Standing.BROKEN)
        key = self._keys.get(stamp.key_id)
        if key is None:
            return Checked(Standing.FOREIGN, stamp)
        # A stamp has nothing that is not signed: neither more nor other words.
        same = stamp.as_json() == dict(written)
        right = _alike(_signature(key, stamp), stamp.signature)
        return Checked(Standing.WHOLE if same and right else Standing.BROKEN, stamp)

    def knows(self, stamp: Stamp) -> bool:
        """Return whether a stamp names a key of this installation."""
        return stamp.key_id in self._keys

    def marks(self, about: Any) -> list[str]:
        """Return what tells `about` apart to us alone: with the key in use, then older.

        The register keeps such marks, so that nobody can guess what they are of.
        """
        written = rfc8785.dumps(about)
        return [_mac(key, b"mark\n" + written) for key in self._keys.values()]

    def digest_marks(self, digest: str) -> list[str]:
        """Return the marks of a digest, as `marks` does."""
        return self.marks({"digest": digest})

    def page_of(self, stamp: Stamp) -> str:
        """Return the address that tells of a version, empty without a public one."""
        if not self.address:
            return ""
        return f"{self.address}/version/{stamp.reference}/{stamp.version}"


def _signature(key: bytes, stamp: Stamp) -> str:
    told = {k: v for k, v in stamp.as_json().items() if k != "signature"}
    return _mac(key, rfc8785.dumps(told))


def _alike(one: str, other: str) -> bool:
    """Compare in a time that does not tell how much is alike."""
    first, second = (text.encode("utf-8", "replace") for text in (one, other))
    return hmac.compare_digest(first, second)


def _mac(key: bytes, content: bytes) -> str:
    return hmac.digest(key, content, hashlib.sha256).hex()


def _key_id(key: bytes) -> str:
    """Return what tells a key apart without telling the key."""
    return hashlib.sha256(b"formsvc key\n" + key).hexdigest()[:_ID_LENGTH]
