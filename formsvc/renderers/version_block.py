"""What the first page of a filing copy says at the upper right of its version."""

from dataclasses import dataclass

from formsvc.document import Document
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.renderers import version_words
from formsvc.renderers.qr import Code, qr_code


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """Which version a stamped document is, as the lines of its block.

    `latest` says how to learn whether it is the latest one; `code` leads there, and
    `code_words` are what a screen reader says of it.
    """

    number: str
    reference: str
    moment: str
    before: str
    latest: str
    code: Code | None
    code_words: str


def told_version(kind: Kind, document: Document) -> ToldVersion | None:
    """Return what a stamped document says of its version, nothing for another."""
    stamp = document.stamp
    if stamp is None:
        return None
    whens = version_words.whens(stamp)
    return ToldVersion(
        number=version_words.version(stamp),
        reference=stamp.reference,
        moment=kept_together(version_words.stamped(stamp), *whens),
        before=kept_together(version_words.before(stamp), *whens),
        latest=latest(kind, document.address),
        code=qr_code(document.address) if document.address else None,
        code_words=code_words(document.address),
    )


def kept_together(line: str, *parts: str) -> str:
    """Return a line that does not break within `parts`."""
    for part in parts:
        line = line.replace(part, part.replace(" ", "\N{NO-BREAK SPACE}"))
    return line


def latest(kind: Kind, address: str) -> str:
    """Return how to learn whether a version is the latest one.

    `address` is the page that tells of it: beside it is one that takes a reference.
    """
    if not address:
        return kind.ask
    page = "/".join(version_words.typed(address).split("/")[:-2])
    return _(
        "Är detta den senaste versionen? Läs av koden eller gå till {page}"
    ).format(page=page)


def code_words(address: str) -> str:
    """Return what a screen reader says of the code that leads to `address`."""
    return _("QR-kod till {address}").format(address=version_words.typed(address))
