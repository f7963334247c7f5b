"""A Word template is tried: documents are made of it, and read again."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from formsvc import clock, pipeline
from formsvc.document import Document
from formsvc.errors import FormsvcError, UnreadableError
from formsvc.formkit.data import Data, canonical
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers.docx import filled
from formsvc.stamp import UNSTAMPED, Checked, Stamp, Standing
from formsvc.template_check.fault import Fault
from formsvc.template_check.trial_data import trials
from formsvc.word.faults import UnusableError
from formsvc.word.kept import look_at

_ADDRESS = "https://exempel.se/version/{reference}/3"


def trial_faults(path: Path, kind: Kind, profile: Profile) -> Iterator[Fault]:
    """Yield what goes wrong when documents are made of the template at `path`."""
    found: dict[tuple[str, str], list[str]] = {}
    for called, data, checked in _trials(kind):
        taken = pipeline.take_in(kind, data)
        for told in _tried(path, taken, profile, checked):
            found.setdefault(told, []).append(called)
    for (what, fix), all_called in found.items():
        called = ", ".join(all_called)
        yield Fault(_("Prov med {called}").format(called=called), what, fix)


def _trials(kind: Kind) -> Iterator[tuple[str, Data, Checked]]:
    for called, data in trials(kind).items():
        yield called, data, UNSTAMPED
    whole = Checked(Standing.WHOLE, _stamp(kind))
    yield _("en stämplad version"), kind.example(), whole


def _stamp(kind: Kind) -> Stamp:
    """Return a stamp to try with: no document has it."""
    return Stamp(
        kind=kind.name,
        reference=f"{kind.prefix}-0000000000",
        version=3,
        stamped_at=datetime(2026, 12, 15, 14, 2, 11, tzinfo=clock.SWEDEN),
        digest="",
        issuer="",
        key_id="",
        supersedes=2,
    )


def _tried(
    path: Path,
    taken: pipeline.TakenIn,
    profile: Profile,
    checked: Checked,
) -> Iterator[tuple[str, str]]:
    """Yield what goes wrong with a document, and what to do."""
    kind, data, stamp = taken.kind, taken.tellable, checked.stamp
    document = Document(
        kind=kind.name,
        data={**data, "stamp": stamp.as_json()} if stamp else data,
        own_date="2026-12-15",
        checked=checked,
        address=_ADDRESS.format(reference=stamp.reference) if stamp else "",
    )
    ours = _("Jämför med tjänstens egen mall.")
    try:
        raw = filled(look_at(path), kind, document, profile)
        again = pipeline.opened(raw)
    except UnreadableError as error:
        yield _("Dokumentet går inte att läsa igen: {why}").format(why=error), ours
        return
    except FormsvcError as error:
        yield _("Det blir inget dokument: {why}.").format(why=_reason(error)), ours
        return
    for name in _differing(canonical(data), canonical(again.data)):
        yield (
            _("Det som skrivs i {name} kommer inte tillbaka som det skrevs.").format(
                name=name
            ),
            _("Kontrollera fältets tagg, och att det finns en gång."),
        )


def _reason(error: FormsvcError) -> str:
    """Return why there is no document, without telling that it can be checked here."""
    cause = error.__cause__
    return str(cause if isinstance(cause, UnusableError) else error).rstrip(".")


def _differing(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Yield the names of the fields in which two documents differ."""
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted({*one, *other}):
            inner = f"{path}-{key}" if path else str(key)
            yield from _differing(one.get(key), other.get(key), inner)
    elif _are_alike(one, other):
        for number, (here, there) in enumerate(zip(one, other, strict=True)):
            yield from _differing(here, there, f"{path}-{number}")
    else:
        yield path


def _are_alike(one: Any, other: Any) -> bool:
    lists = isinstance(one, list) and isinstance(other, list)
    return lists and len(one) == len(other)
