"""Which of two documents comes first: their stamps say, if they can be believed."""

from datetime import UTC

from formsvc.stamp import Checked, Stamp, Standing

BELIEVED = (Standing.WHOLE, Standing.CHANGED, Standing.FOREIGN)
"""What a stamp has to be worth, for its number to count."""


def believed(checked: Checked) -> Stamp | None:
    """Return the stamp of a document, when its number counts."""
    return checked.stamp if checked.standing in BELIEVED else None


def is_older(one: Checked, other: Checked) -> bool | None:
    """Return whether `one` comes before `other`, nothing when their stamps do not say.

    Versions of one document tell it by their numbers, and a draft that goes on from a
    version comes after it; others by when they were stamped.
    """
    mine, others = believed(one), believed(other)
    if mine is None or others is None:
        return None
    if mine.reference == others.reference:
        place, place_of_other = _place(one, mine), _place(other, others)
        return None if place == place_of_other else place < place_of_other
    # In one zone times are compared as clocks show them: an hour comes twice a year.
    at, at_other = (each.stamped_at.astimezone(UTC) for each in (mine, others))
    return None if at == at_other else at < at_other


def _place(checked: Checked, stamp: Stamp) -> tuple[int, bool]:
    return stamp.version, checked.standing is Standing.CHANGED
