"""The ways in which people meet the pages, to try a journey in each of them."""

import pytest
from browser.journey import NARROW, WIDE

from formsvc.forms import KINDS

CONSENT, INVITATION, PLAN = KINDS["consent"], KINDS["invitation"], KINDS["plan"]

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
SLOW = pytest.mark.slow
PLAN_FIRST = pytest.mark.parametrize(
    "kind",
    [PLAN, pytest.param(CONSENT, marks=SLOW), pytest.param(INVITATION, marks=SLOW)],
    ids=["plan", "consent", "invitation"],
)
"""Every kind; `make test` takes the one that has most on its page."""

SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])

SCRIPT_FIRST = pytest.mark.parametrize(
    "script",
    [True, pytest.param(False, marks=SLOW)],
    ids=["script", "no script"],
)
"""Both; `make test` takes the one with a script, where the service is asked alike."""

WAYS = pytest.mark.parametrize(
    ("width", "script"),
    [
        pytest.param(WIDE, True, id="wide with script"),
        pytest.param(NARROW, False, id="narrow without script"),
        pytest.param(NARROW, True, id="narrow with script", marks=SLOW),
        pytest.param(WIDE, False, id="wide without script", marks=SLOW),
    ],
)
"""All four; `make test` takes two of them, in which either differs."""
