"""The words for versions: Swedish time, and nothing said that is not known."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from stamped import CONTINUED, Case, stamp_of

from formsvc.formkit.dates import swedish_moment
from formsvc.renderers import version_words
from formsvc.stamp import Checked, Standing

STAMP = stamp_of(Case("plan"))


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (datetime(2026, 12, 15, 13, 2, tzinfo=UTC), "15 december 2026 kl. 14.02"),
        (datetime(2026, 7, 1, 22, 5, tzinfo=UTC), "2 juli 2026 kl. 0.05"),
    ],
)
def test_times_are_those_of_sweden(time: datetime, words: str) -> None:
    assert version_words.moment(replace(STAMP, stamped_at=time)) == words
    assert swedish_moment(time) == words


def test_what_a_version_comes_after_is_told_as_far_as_it_is_known() -> None:
    undated = replace(STAMP, supersedes_on=None)
    both = replace(undated, continues=replace(CONTINUED, reference=STAMP.reference))
    elsewhere = replace(undated, continues=CONTINUED)

    assert version_words.before(replace(undated, supersedes=None)) == ""
    assert version_words.before(undated) == "ersätter version 2"
    assert version_words.before(both) == (
        f"ersätter version 2, fortsätter version 2 av {STAMP.reference}"
    )
    assert version_words.before(elsewhere) == "fortsätter version 2 av BP-0000000000"


@pytest.mark.parametrize("standing", [Standing.NONE, Standing.BROKEN])
def test_nothing_is_told_of_a_stamp_that_is_not_to_be_believed(
    standing: Standing,
) -> None:
    checked = Checked(standing, STAMP)

    told = (
        version_words.origin(checked),
        version_words.goes_on(checked),
        version_words.goes_on_of(checked),
        version_words.goes_on_from(checked),
        version_words.working_copy(checked),
        version_words.working_copy_of(checked),
    )
    assert [each for each in told if each] == []


def test_what_is_stamped_goes_on_from_nothing() -> None:
    checked = Checked(Standing.WHOLE, STAMP)

    assert version_words.goes_on(checked) == ""
    assert version_words.goes_on_from(checked) == ""
    assert version_words.working_copy(checked) == "Arbetsexemplar av version 3"


def test_doubt_is_told_of_a_stamp_from_elsewhere_alone() -> None:
    elsewhere = Checked(Standing.FOREIGN, STAMP)
    changed = Checked(Standing.CHANGED, STAMP)

    assert version_words.working_copy_of(elsewhere).endswith(
        "(kan inte kontrolleras här)"
    )
    assert version_words.goes_on_of(changed) == "BP-7F3K92QD4M"
