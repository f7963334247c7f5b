"""How a family is told that it reaches the plan, by the child's age."""

from typing import Any

import pytest
from changes import PLAN, changed

from formsvc import pipeline
from formsvc.mailing.access import access


def told(born: str, *, itself: bool = False, **more: Any) -> str:
    """Return what is told, of a meeting 15 Dec 2026 and a follow-up 2 March 2027."""
    changes = {
        "family_access": "1177",
        "child-birth_date": born,
        "child-identity_number": "",
        **more,
    }
    plan = pipeline.take_in(PLAN, changed(PLAN, changes)).facts
    return " ".join(access(plan, itself=itself)[1])


GUARDIAN = "Du som är vårdnadshavare kan läsa planen på 1177"
NOBODY = "Åsa är mellan 13 och 16 år visas planen inte för någon på 1177"
CHILD = "är det Åsa som läser planen på 1177"


@pytest.mark.parametrize(
    ("born", "now", "later"),
    [
        ("2022-01-01", GUARDIAN, ""),
        ("2013-12-16", GUARDIAN, "fyllt 13: då visas planen inte längre på 1177"),
        ("2014-03-03", GUARDIAN, ""),
        ("2014-03-02", GUARDIAN, "fyllt 13"),
        ("2013-12-15", NOBODY, ""),
        ("2010-12-16", NOBODY, "fyllt 16: då är det Åsa som läser planen där"),
        ("2010-12-15", CHILD, ""),
        ("2008-01-01", CHILD, ""),
        ("", "Vem som ser planen på 1177 beror på barnets ålder", ""),
    ],
)
def test_who_reads_the_plan_on_1177_follows_from_age(
    born: str, now: str, later: str
) -> None:
    words = told(born)
    assert now in words
    assert sum(one in words for one in (GUARDIAN, NOBODY, CHILD)) <= 1
    assert ("Till nästa möte, 2 mars 2027" in words) is bool(later)
    assert later in words
    assert "En inskannad plan syns inte där" in words


@pytest.mark.parametrize(
    ("born", "words"),
    [
        ("2022-01-01", "Dina vårdnadshavare kan läsa planen på 1177"),
        ("2012-01-01", "När man är mellan 13 och 16 år visas planen inte på 1177"),
        ("2010-01-01", "Du kan läsa planen på 1177."),
        ("2011-01-01", "har du fyllt 16: då är det du som läser planen där."),
    ],
)
def test_the_child_is_told_as_du(born: str, words: str) -> None:
    assert words in told(born, itself=True)


@pytest.mark.parametrize(
    "more",
    [
        {"family_access": "paper"},
        {"guardians-0-protected_identity": "secrecy_mark"},
        {"child-protected_identity": "protected_registration"},
    ],
)
def test_on_paper_nobody_is_sent_to_1177_nor_told_why(more: dict[str, Any]) -> None:
    words = told("2022-01-01", **more)
    assert words.endswith("Planen lämnas på papper och visas inte på 1177.")
    assert "skydd" not in words
