"""Which documents are tried every time, and which in the long run."""

from collections.abc import Collection

import pytest
from word.documents import EVERY, QUICK, Which


def each(
    of: Collection[Which] = EVERY, quick: Collection[Which] = QUICK
) -> pytest.MarkDecorator:
    """Give a test every document of `of` as `which`; those not in `quick` are slow."""
    cases = [
        pytest.param(
            which,
            id="-".join(which),
            marks=() if which in quick else pytest.mark.slow,
        )
        for which in of
    ]
    return pytest.mark.parametrize("which", cases)
