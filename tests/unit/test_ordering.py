"""Which of two documents comes first, and when their stamps do not say."""

from typing import Any

import pytest

from formsvc.ordering import is_older
from formsvc.stamp import UNSTAMPED, Checked, Standing, read_stamp

WHOLE, CHANGED, FOREIGN = Standing.WHOLE, Standing.CHANGED, Standing.FOREIGN


def checked(standing: Standing = WHOLE, **parts: Any) -> Checked:
    whole = {
        "kind": "plan",
        "reference": "BP-7F3K92QD4M",
        "version": 1,
        "stamped_at": "2026-12-15T14:00:00+01:00",
        "digest": "d",
        "issuer": "i",
        "key_id": "k",
        "signature": "s",
    }
    return Checked(standing, read_stamp({**whole, **parts}))


OTHER: dict[str, Any] = {"reference": "BP-AAAAAAAAAA"}
BEFORE: dict[str, Any] = {
    **OTHER,
    "stamped_at": "2026-10-25T02:50:00+02:00",
}
AFTER: dict[str, Any] = {"stamped_at": "2026-10-25T02:10:00+01:00"}

PAIRS = [
    (checked(version=1), checked(version=2), True),
    (checked(version=3), checked(version=2), False),
    (checked(version=2), checked(version=2), None),
    (checked(FOREIGN, version=1), checked(FOREIGN, version=2), True),
    # -- a draft comes after the version that it goes on from, and before the next
    (checked(), checked(CHANGED), True),
    (checked(CHANGED), checked(), False),
    (checked(CHANGED), checked(CHANGED), None),
    (checked(CHANGED), checked(version=2), True),
    # -- of two references, when they were stamped
    (checked(**OTHER, version=9), checked(), None),
    (checked(**OTHER, stamped_at="2026-12-14T10:00:00+01:00"), checked(), True),
    (checked(**OTHER, stamped_at="2027-01-14T10:00:00+01:00"), checked(), False),
    (checked(**BEFORE), checked(**AFTER), True),
    (checked(**AFTER), checked(**BEFORE), False),
    # -- what cannot be believed says nothing
    (checked(Standing.BROKEN), checked(version=2), None),
    (checked(), UNSTAMPED, None),
]


@pytest.mark.parametrize(("one", "other", "older"), PAIRS, ids=range(len(PAIRS)))
def test_stamps_tell_which_is_older(
    one: Checked,
    other: Checked,
    older: bool | None,  # noqa: FBT001
) -> None:
    assert is_older(one, other) is older
