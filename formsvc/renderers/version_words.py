"""How documents tell which version they are: each phrase once, for every format."""

from formsvc import clock
from formsvc.formkit.dates import swedish_date, swedish_moment, swedish_period
from formsvc.i18n import _
from formsvc.stamp import Checked, Continued, Stamp, Standing

BETWEEN = " · "
"""Stands between two facts on a line."""


def origin(checked: Checked) -> Stamp | None:
    """Return the stamp of the version that a document is, or goes on from.

    Nothing when there is none, or when it is not as it was given.
    """
    told = checked.standing in (Standing.WHOLE, Standing.CHANGED, Standing.FOREIGN)
    return checked.stamp if told else None


def unchecked(checked: Checked) -> str:
    """Return what is said of a stamp that another installation has given."""
    foreign = checked.standing is Standing.FOREIGN
    return _("kan inte kontrolleras här") if foreign else ""


def moment(stamp: Stamp) -> str:
    """Return when a version was stamped, in Sweden: "15 december 2026 kl. 14.02"."""
    return swedish_moment(stamp.stamped_at)


def whens(stamp: Stamp) -> tuple[str, ...]:
    """Return the dates and the time that are told of a version, each by itself."""
    days = (stamp.stamped_on, stamp.supersedes_on)
    return (*(swedish_date(day) for day in days if day), _time(stamp))


def typed(address: str) -> str:
    """Return an address as people type it."""
    return address.split("://", 1)[-1]


def stamped(stamp: Stamp) -> str:
    """Return the same as it is said of a version: "stämplad 15 december …"."""
    return _("stämplad {moment}").format(moment=moment(stamp))


def before(stamp: Stamp) -> str:
    """Return what a version comes after, and nothing for a first one.

    The one that it takes the place of; and the one that it goes on from, when that is
    another.
    """
    parts: list[str] = []
    if stamp.supersedes and not _is_from_elsewhere(stamp):
        parts.append(_("ersätter version {number}").format(number=stamp.supersedes))
        if stamp.supersedes_on:
            parts[0] += f" ({swedish_date(stamp.supersedes_on)})"
    if stamp.continues:
        parts.append(_goes_on_from(stamp.continues))
    return ", ".join(parts)


def _is_from_elsewhere(stamp: Stamp) -> bool:
    """Return whether the version before has another reference: that is told alone."""
    continued = stamp.continues
    return continued is not None and continued.reference != stamp.reference


def version(stamp: Stamp) -> str:
    """Return the number of a version, as it begins a line."""
    return _("Version {number}").format(number=stamp.version)


def dated_line(stamp: Stamp) -> str:
    """Return a version, its reference and its day, on one line."""
    day = swedish_date(stamp.stamped_on)
    return BETWEEN.join((version(stamp), stamp.reference, day))


def version_line(stamp: Stamp) -> str:
    """Return which version a document is and when it was stamped, on one line."""
    number = _("version {number}").format(number=stamp.version)
    return BETWEEN.join((number, stamp.reference, moment(stamp)))


def whole_line(stamp: Stamp) -> str:
    """Return all that is told of a version, on one line."""
    parts = (version(stamp), stamp.reference, stamped(stamp), before(stamp))
    return BETWEEN.join(part for part in parts if part)


def goes_on(checked: Checked) -> str:
    """Return which version a document goes on from, nothing when it does not."""
    stamp = origin(checked)
    if stamp is None or checked.standing is Standing.WHOLE:
        return ""
    return _("fortsätter version {number}").format(number=stamp.version)


def goes_on_of(checked: Checked) -> str:
    """Return the reference of that version, and when that cannot be checked, so."""
    stamp = origin(checked)
    if stamp is None or not goes_on(checked):
        return ""
    return _with_doubt(stamp.reference, checked)


def goes_on_from(checked: Checked) -> str:
    """Return both in one phrase."""
    stamp = origin(checked)
    if stamp is None or not goes_on(checked):
        return ""
    return _with_doubt(_goes_on_from(stamp), checked)


def replaces(checked: Checked) -> str:
    """Return which invitation one takes the place of, as a sentence; see `replaced`."""
    former = replaced(checked)
    return (
        _("Ersätter kallelsen daterad {former}.").format(former=former)
        if former
        else ""
    )


def replaced(checked: Checked) -> str:
    """Return what one takes the place of: `24 november 2026 (version 1)`.

    A stamped one does so with the version before it, a draft with the version that it
    goes on from. Nothing when there is none, or when its day cannot be known here.
    """
    stamp = checked.stamp
    if stamp is None:
        return ""
    former = {
        Standing.WHOLE: (stamp.supersedes_on, stamp.supersedes),
        Standing.CHANGED: (stamp.stamped_on, stamp.version),
    }
    day, number = former.get(checked.standing, (None, None))
    if day is None:
        return ""
    if number is None:
        return swedish_date(day)
    return _("{day} (version {number})").format(day=swedish_date(day), number=number)


def working_copy(checked: Checked) -> str:
    """Return of what a writable document is a working copy, nothing without a stamp."""
    stamp = origin(checked)
    if stamp is None:
        return ""
    return _("Arbetsexemplar av version {number}").format(number=stamp.version)


def working_copy_of(checked: Checked) -> str:
    """Return more of that version: its reference and when it was stamped."""
    stamp = origin(checked)
    if stamp is None:
        return ""
    return _with_doubt(BETWEEN.join((stamp.reference, stamped(stamp))), checked)


def _goes_on_from(former: Stamp | Continued) -> str:
    return _("fortsätter version {number} av {reference}").format(
        number=former.version, reference=former.reference
    )


def _time(stamp: Stamp) -> str:
    return swedish_period(stamp.stamped_at.astimezone(clock.SWEDEN).time(), None)


def _with_doubt(words: str, checked: Checked) -> str:
    doubt = unchecked(checked)
    return f"{words} ({doubt})" if doubt else words
