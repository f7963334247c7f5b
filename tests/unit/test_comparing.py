"""What has changed between two documents: by area and field, as people read it."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import pytest
from changes import PLAN, changed, put, value_at
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_data import DATA, taken

from formsvc import pipeline
from formsvc.comparing import Change, Section, as_json, compare
from formsvc.errors import UsageError
from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.pipeline import TakenIn

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

MEASURES = "areas-development-measures"
SECRET = "secrecy_mark"


def read(kind: Kind, data: Data) -> TakenIn:
    return pipeline.take_in(kind, data)


def differing(
    changes: Mapping[str, Any],
    kind: Kind = PLAN,
    since: Mapping[str, Any] | None = None,
) -> list[Section]:
    """Return what differs from the example, or `since`, to it with `changes`."""
    old = read(kind, changed(kind, since or {}))
    return pipeline.compared(old, read(kind, changed(kind, changes)))


def told(sections: list[Section]) -> list[tuple[str, str, str, str, str, str]]:
    """Return every change: section, row, label, sort, before and after."""
    return [
        (section.title, one.row, one.label, str(one.sort), one.before, one.after)
        for section in sections
        for one in section.changes
    ]


def every(sections: list[Section]) -> list[Change]:
    return [change for section in sections for change in section.changes]


@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_nothing_differs_from_itself(kind: Kind, data: str) -> None:
    same = taken(kind.name, data).data

    assert compare(kind, same, same) == []


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_all_is_new_where_nothing_was_and_gone_where_nothing_is(kind: Kind) -> None:
    whole, nothing = taken(kind.name, "example").data, read(kind, {}).data

    begun, ended = compare(kind, nothing, whole), compare(kind, whole, nothing)

    assert {one.sort for one in every(begun)} == {"new"}
    gone = {one.sort for one in every(ended)} - {"changed"}
    assert gone == ({"ended", "removed"} if kind is PLAN else {"removed"})
    assert all(one.after == "Nej" for one in every(ended) if one.sort == "changed")
    assert len(every(begun)) == len(every(ended))


def test_a_field_is_told_in_words_under_its_area() -> None:
    sections = differing(
        {
            "areas-safety-goals": "",
            "areas-safety-measures-0-status": "ongoing",
            "areas-safety-measures-0-due": "2027-05-28",
            "plan_type": "sip",
            "areas-safety-has_need": False,
        }
    )

    measure = "Insats ”Fast person tar emot vid lämning”"
    plan_type = "Samordnad individuell plan (SIP)"
    assert told(sections) == [
        ("Trygghet", "", "Behov av insatser finns", "changed", "Ja", "Nej"),
        ("Trygghet", "", "Mål", "removed", "Trygg lämning varje dag.", ""),
        ("Trygghet", measure, "Klart senast", "new", "", "28 maj 2027"),
        ("Trygghet", measure, "Läge", "changed", "Planerad", "Pågår"),
        ("Barnets plan", "", "Slag av plan", "changed", "Barnets plan", plan_type),
    ]


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_only_measures_and_the_collaboration_end(status: str) -> None:
    changes = {
        "areas-safety-measures-0-status": status,
        f"{MEASURES}-0": {},
        "follow_up": {},
        "closing": {"date": "2027-03-02", "reason": "Allt är klart."},
    }

    found = every(differing(changes))

    ended = [one.field for one in found if one.sort == "ended"]
    assert ended == [
        f"{MEASURES}-0",
        "areas-safety-measures-0-status",
        "closing-date",
        "closing-reason",
    ]
    assert {one.sort for one in found if one.field not in ended} == {"removed"}


def test_what_belongs_to_the_meeting_alone_comes_last_and_together() -> None:
    changes = {
        "meeting-date": "2026-12-16",
        "participants-0": {},
        "consent-valid_to": "2027-12-31",
        "distribution-0-date": "2026-12-20",
        "distribution-0-channel": "link",
        "areas-safety-goals": "Nytt mål.",
    }

    sections = differing(changes)

    assert [one.title for one in sections] == [
        "Trygghet",
        "De som får planen",
        "Mötet och formalia",
    ]
    assert all(one.row or one.label for one in sections[-1].changes)


def test_a_row_that_is_gone_changes_no_other() -> None:
    second = value_at(PLAN.example(), f"{MEASURES}-1")

    [one] = every(differing({MEASURES: [second]}))

    assert (one.sort, one.field, one.label) == ("ended", f"{MEASURES}-0", "Insats")
    assert one.before.splitlines() == [
        "Logopedbedömning",
        "Ansvarig person: Karin Provman",
        "Verksamhet: BVC Exempel",
        "Huvudman: Regionen",
        "Börjar: 16 december 2026",
        "Klart senast: 1 februari 2027",
        "Läge: Planerad",
    ]


@pytest.mark.parametrize("listed", [MEASURES, "guardians", "distribution"])
def test_rows_that_have_moved_have_not_changed(listed: str) -> None:
    rows = value_at(PLAN.example(), listed)

    assert differing({listed: rows[::-1]}) == []


def test_rows_of_one_name_are_told_apart_by_the_rest() -> None:
    row = {"organisation": "Växjö kommun", "unit": "Skola A", "name": ""}
    three = [row, {**row, "unit": "Skola B"}, {**row, "unit": "Skola C"}]

    [one] = every(differing({"absentees": three[1:]}, since={"absentees": three}))

    assert (one.sort, one.field) == ("removed", "absentees-0")
    assert "Skola A" in one.before


def test_a_row_whose_name_is_mended_is_the_same_row() -> None:
    [one] = every(differing({f"{MEASURES}-0-what": "Logopedbedömningen"}))

    assert (one.sort, one.before) == ("changed", "Logopedbedömning")


def test_a_contact_that_comes_or_goes_is_one_change() -> None:
    [one] = every(differing({"areas-safety-contact": {}}))

    assert (one.sort, one.label) == ("removed", "Kontaktperson för området")
    assert one.before.startswith("Maria Exempelsson\nFunktion: Rektor\n")


def test_answers_to_warnings_are_for_the_service() -> None:
    assert differing({"overrides": [{"rule": "a", "reason": "b"}]}) == []


def test_lists_of_lines_and_choices_are_compared() -> None:
    kind = KINDS["invitation"]
    sections = differing({"questions": ["Ny fråga?"], "areas": ["health"]}, kind)

    sorts = [(one.label, str(one.sort)) for one in every(sections)]
    assert sorts == [
        ("Områden i Barnets bästa-hjulet", "changed"),
        ("Fråga", "new"),
        ("Fråga", "removed"),
        ("Fråga", "removed"),
    ]


@pytest.mark.parametrize("protected_first", [True, False])
def test_who_is_protected_in_either_is_told_of_in_neither(
    protected_first: bool,  # noqa: FBT001
) -> None:
    marks = {
        "child-protected_identity": SECRET,
        "child-setting": "",
        "child-name": "Åsa Ny",
        "guardians-0-protected_identity": SECRET,
        "guardians-0-phone": "",
    }
    sides = (marks, {}) if protected_first else ({}, marks)

    sections = differing(sides[1], since=sides[0])

    words = json.dumps(as_json(PLAN, sections), ensure_ascii=False)
    assert "Sekretessmarkering" in words
    for secret in ("Exempelgläntan", "070-174 06 05", "Provgatan"):
        assert secret not in words


@pytest.mark.parametrize("protected_first", [True, False])
@pytest.mark.parametrize("name", ["L P", "Lena Provdotters"])
def test_who_is_protected_under_another_name_is_told_of_nowhere(
    name: str,
    protected_first: bool,  # noqa: FBT001
) -> None:
    lena = value_at(PLAN.example(), "guardians-1")
    to_her = {
        "recipient": "Lena Provdotter",
        "address": "Gömda stigen 3",
        "postal_code": "352 99",
        "town": "Gömmeby",
    }
    before = {
        "guardians-1": {**lena, "phone": "070-174 06 99", "email": "lena@example.se"},
        "distribution-0": to_her,
        "reason": "Ring 070-174 06 99 eller till Gömda stigen 3.",
    }
    after = {
        "guardians-1": {"name": name, "protected_identity": SECRET},
        "distribution-0": {"recipient": name},
    }
    sides = (after, before) if protected_first else (before, after)

    sections = differing(sides[1], since=sides[0])

    words = json.dumps(as_json(PLAN, sections), ensure_ascii=False)
    assert "Sekretessmarkering" in words
    for secret in ("070-174 06 99", "lena@", "Gömda stigen", "352 99", "Gömmeby"):
        assert secret not in words


def test_documents_of_two_kinds_are_not_compared() -> None:
    consent = read(KINDS["consent"], KINDS["consent"].example())

    with pytest.raises(UsageError, match="två olika sorters dokument"):
        pipeline.compared(consent, read(PLAN, PLAN.example()))


def test_the_counts_are_those_of_the_changes() -> None:
    sections = differing({"reason": "", "dissent": "Nej", "family_access": "1177"})

    answer = as_json(PLAN, sections)

    assert answer["counts"] == {"new": 1, "changed": 1, "ended": 0, "removed": 1}
    assert json.loads(json.dumps(answer))["counts"] == answer["counts"]


# -- whatever is changed


def leaf_paths(value: Any, path: str = "") -> Iterator[str]:
    """Yield the path of every text and tick that people are told of."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("overrides", "stamp"):
                yield from leaf_paths(inner, f"{path}-{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, inner in enumerate(value):
            yield from leaf_paths(inner, f"{path}-{number}")
    elif not isinstance(value, list):
        yield path


WHOLE = {kind: taken(kind, "example").data for kind in KINDS}
LEAVES = [(kind, path) for kind in KINDS for path in leaf_paths(WHOLE[kind])]


@FEW
@given(
    st.sampled_from(LEAVES),
    st.sampled_from(["", "Zz", "Nästan detsamma", "2027-04-01"]),
)
def test_every_changed_leaf_is_told(leaf: tuple[str, str], text: str) -> None:
    name, path = leaf
    kind, old = KINDS[name], WHOLE[name]
    was = value_at(old, path)
    new = deepcopy(old)
    put(new, path, (not was) if isinstance(was, bool) else text)
    new = read(kind, new).data

    found = every(compare(kind, old, new))

    now = value_at(new, path) if _stands(new, path) else ""
    nothing = ("", "none", False)
    if was == now or (was in nothing and now in nothing):
        return
    assert found
    words = "\n".join(f"{one.before}\n{one.after}" for one in found)
    if isinstance(now, str) and now not in nothing and "-" not in now:
        assert now in words
    assert all(one.before != one.after for one in found)


def _stands(data: Data, path: str) -> bool:
    try:
        value_at(data, path)
    except (KeyError, IndexError):
        return False
    return True


@FEW
@given(st.permutations(range(3)), st.sampled_from(range(3)))
def test_a_list_in_any_order_lacks_only_the_row_that_is_gone(
    order: list[int], gone: int
) -> None:
    rows = [
        {"what": what, "responsible": "Bo", "unit": "BVC", "principal": "region"}
        for what in ("Ring logopeden", "Läs högt varje kväll", "Möt vid grinden")
    ]
    kept = [rows[number] for number in order if number != gone]

    sections = differing({MEASURES: kept}, since={MEASURES: rows})

    [one] = every(sections)
    assert one.sort == "ended"
    assert one.before.startswith(rows[gone]["what"])


def test_the_longest_lists_are_compared_in_good_time() -> None:
    rows = [{"what": "x" * 80 + str(number)} for number in range(200)]
    other = [{"what": "y" * 80 + str(number)} for number in range(200)]

    sections = differing({MEASURES: other}, since={MEASURES: rows})

    assert len(every(sections)) == 400
