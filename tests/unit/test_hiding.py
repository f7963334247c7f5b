"""What a recipient may see when someone in a document lives in hiding."""

from collections.abc import Sequence
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, Changes, changed, paths, value_at

from formsvc import pipeline
from formsvc.formkit.concealing import NOT_SHOWN
from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.hiding import Hidden, Sight, recipients_guarded
from formsvc.hiding.words import Words

CHILD: Changes = {"child-protected_identity": "secrecy_mark", "child-setting": ""}
LENA: Changes = {
    "guardians-1": {"name": "Lena Provdotter", "protected_identity": "secrecy_mark"},
    "distribution-1": {"recipient": "Lena Provdotter", "kind": "guardian"},
}
NO_NUMBER: Changes = {"child-identity_number": ""}
ORJAN = 1


def tellable(kind: Kind, changes: Changes) -> Data:
    return pipeline.take_in(kind, changed(kind, changes)).tellable


def seen_by(
    kind: Kind, data: Data, number: int, *, guarded: bool, words: Sequence[str] = ()
) -> tuple[Data, tuple[Hidden, ...]]:
    return Sight(kind, data, words).of(number, guarded=guarded)


def seen(kind: Kind, changes: Changes, number: int = ORJAN, **more: Any) -> Data:
    return seen_by(kind, tellable(kind, changes), number, guarded=True, **more)[0]


def text_seen(text: str, *words: str, **changes: Any) -> str:
    """Return what the other guardian reads of a text in the plan's reason."""
    given = {**LENA, "reason": text, **changes}
    return str(seen(PLAN, given, words=words)["reason"])


# -- who is guarded


@pytest.mark.parametrize(
    ("kind", "changes", "guarded"),
    [
        (PLAN, {"reason": "x"}, []),
        (INVITATION, {"purpose": "x"}, []),
        (CONSENT, CHILD, []),
        (PLAN, CHILD, [1, 2]),
        # A child's letter may lie in two homes; that of an adult is its own.
        (INVITATION, CHILD, [1, 2, 3]),
        (INVITATION, {**CHILD, "child-birth_date": "2008-12-15", **NO_NUMBER}, [1, 2]),
        (PLAN, LENA, [1]),
        (PLAN, {"distribution-1-protected_identity": "?"}, [1]),
        (PLAN, {**CHILD, **LENA}, [1]),
        # Two who are protected may hide from each other.
        (PLAN, {**LENA, "guardians-0-protected_identity": "secrecy_mark"}, [1, 2]),
        # A letter to both is not to the protected one alone.
        (PLAN, {**LENA, "distribution-1-recipient": "Örjan och Lena Provdotter"}, None),
        (PLAN, {**LENA, "distribution-0-kind": "association"}, [1]),
        (PLAN, {**LENA, "distribution-0-kind": ""}, [1]),
        (PLAN, {**LENA, "distribution-0-kind": "police"}, []),
        (INVITATION, {"recipients-3-protected_identity": "secrecy_mark"}, [1, 2, 3]),
    ],
)
def test_whoever_is_no_authority_is_guarded_when_someone_else_is_protected(
    kind: Kind, changes: Changes, guarded: list[int] | None
) -> None:
    found = recipients_guarded(kind, tellable(kind, changes))
    told = [number for number, is_guarded in found.items() if is_guarded]
    assert told == ([1, 2] if guarded is None else guarded)


# -- fields


@pytest.mark.parametrize(
    "path",
    [
        "meeting-place",
        "meeting-convened_by",
        "participants-1-unit",
        "participants-1-organisation",
        "absentees-0-unit",
        "areas-development-measures-1-unit",
        "areas-safety-contact-organisation",
        "areas-safety-contact-phone",
        "areas-safety-contact-email",
        "lead_professional-organisation",
        "lead_professional-phone",
        "lead_professional-email",
        "named_person_service",
        "follow_up-place",
        "follow_up-convened_by",
        "distribution-2-recipient",
        "child-setting",
        "guardians-1-phone",
    ],
)
def test_the_other_guardian_does_not_see_units_places_and_how_to_reach_them(
    path: str,
) -> None:
    given = {**LENA, "named_person_service": "Förskolan Exempelgläntan"}
    assert value_at(seen(PLAN, given), path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "child-name",
        "participants-1-name",
        "participants-1-role",
        "areas-development-measures-1-responsible",
        "areas-development-measures-1-what",
        "areas-safety-contact-name",
        "lead_professional-name",
        "lead_principal",
        "meeting-date",
        "meeting-chaired_by",
        "follow_up-date",
        "follow_up-agenda",
        "consent-scope",
        "guardian_voice",
        "child_voice-important",
        "guardians-0-phone",
        "distribution-0",
        "distribution-2-kind",
        "absentees-0-reason",
    ],
)
def test_what_tells_of_no_place_stays_readable(path: str) -> None:
    before = tellable(PLAN, LENA)
    assert value_at(before, path)
    assert value_at(seen(PLAN, LENA), path) == value_at(before, path)


def test_who_is_not_guarded_sees_all_but_addresses_of_others_and_notes_of_staff() -> (
    None
):
    given = {**CHILD, "overrides": [{"rule": "x", "reason": "Gläntan"}]}
    before = tellable(PLAN, given)
    shown, hidden = seen_by(PLAN, before, 3, guarded=False)
    told = {path for path in paths(before) if _differs(before, shown, path)}
    assert told == {
        *(f"distribution-{row}" for row in (0, 1)),
        *(
            f"distribution-{row}-{key}"
            for row in (0, 1)
            for key in ("address", "postal_code", "town")
        ),
        *("distribution", "overrides", "overrides-0"),
        *("overrides-0-rule", "overrides-0-reason"),
    }
    assert hidden == ()


def _differs(before: Data, after: Data, path: str) -> bool:
    try:
        return bool(value_at(before, path) != value_at(after, path))
    except IndexError:
        return True


def test_the_data_that_was_given_is_left_as_it_was() -> None:
    before = tellable(PLAN, LENA)
    seen_by(PLAN, before, ORJAN, guarded=True)
    assert before == tellable(PLAN, LENA)


def test_what_is_hidden_is_told_to_the_sender_with_where_it_stood() -> None:
    given = {**LENA, "reason": "Trivs på Exempelgläntan."}
    hidden = seen_by(PLAN, tellable(PLAN, given), ORJAN, guarded=True)[1]
    assert Hidden("Varför planen görs", "Exempelgläntan") in hidden
    assert Hidden("Deltagare 2, Enhet", "Förskolan Exempelgläntan") in hidden
    assert not [one for one in hidden if "Gläntstigen" in one.what]


def test_that_somebody_lives_in_hiding_is_not_told_to_whoever_is_guarded() -> None:
    shown = seen(PLAN, {**CHILD, **LENA})
    assert value_at(shown, "guardians-1-protected_identity") == "none"
    assert value_at(shown, "child-protected_identity") == "none"


def test_an_association_is_called_by_its_own_name() -> None:
    given = {
        **CHILD,
        "distribution-0-recipient": "IK Hoppet",
        "distribution-0-kind": "association",
        "areas-safety-measures-0-unit": "IK Hoppet",
        "reason": "IK Hoppet och Exempelgläntan hjälps åt.",
    }
    shown = seen(PLAN, given)
    assert value_at(shown, "areas-safety-measures-0-unit") == "IK Hoppet"
    assert value_at(shown, "distribution-0-recipient") == "IK Hoppet"
    # Its name may be that of a place: in texts it is hidden as all others.
    assert shown["reason"] == f"{NOT_SHOWN} och {NOT_SHOWN} hjälps åt."


# -- running text


@pytest.mark.parametrize(
    "written",
    [
        "Förskolan Exempelgläntan",
        "förskolan exempelgläntan",
        "FÖRSKOLAN EXEMPELGLÄNTAN",
        "Exempelgläntan",
        "exempelgläntans",
        "Exempelgläntebarnens",
        "Exempel-\ngläntan",
        "Förskolan\nExempelgläntan",
        "Exempel\u00adgläntan",
        "Exempel\u200bgläntan",
        "Exempelgla\u0308ntan",
        "Exempelglantan",
        "rektor@exempelglantan.example.se",
        "https://example.se/forskolan-exempelglantan/",
        "0470-410 00",
        "0470 41000",
        "0470.410.00",
        "0470‑410 00",
        "410 00",
        "+46 470 410 00",
        "0046470-41000",
        "(0470) 410 00",
        "exempelglantan@example.se",
        "någon.annan@example.org",
        "Växjö",
        "växjöbo",
        "i Växjö kommun",
        "Gläntstigen 3",
        "gläntstigen",
        "Alvesta",  # a town of the county that no field names
        "BVC Exempel",
    ],
)
def test_a_hidden_word_is_found_however_it_is_written(written: str) -> None:
    shown = text_seen(f"Barnet går på {written}, och trivs.")
    assert shown.startswith("Barnet går på ")
    assert NOT_SHOWN in shown
    assert shown.endswith(", och trivs.")
    for word in ("läntan", "lantan", "läntebarn", "stigen", "410", "äxjö", "Alvesta"):
        assert word not in shown


@pytest.mark.parametrize(
    "written",
    [
        "Förskolan och skolan samverkar med Region Kronoberg och kommunen.",
        "Elevhälsan, socialtjänsten och BVC kommer.",
        "Barn och familj kommer.",
        "Maria Exempelsson, Lena Provdotter, Örjan och Åsas farmor.",
        "Karin Provmans bedömning den 2 mars 2027 kl. 13.00–14.00.",
        "Personnummer 20220101-2396, ärende 2026-12-15, 2 ggr/vecka, 0,5 dl.",
        "Vad kostar det? Det kan kosta. Lagen säger så. Ett berg av läxor.",
        "Lilla gruppen, den stora salen, vid sjön.",
    ],
)
def test_what_tells_of_no_place_stays_readable_in_running_text(written: str) -> None:
    assert text_seen(written) == written


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rektor Maria Exempelsson på Norra.", "Rektor Maria Exempelsson på []."),
        ("norra sidan", "norra sidan"),
        ("Norra skolans gård", "[] gård"),
        ("norra skolan", "[]"),
        ("Sara Lund bor i Lund. Lunds, lundar.", "Sara Lund bor i []. [], lundar."),
    ],
)
def test_ordinary_words_and_names_are_told_from_places(text: str, shown: str) -> None:
    told = text_seen(
        text,
        **{
            "participants-0-unit": "Norra skolan",
            "absentees-0-name": "Sara Lund",
            "follow_up-convened_by": "Lund",
        },
    )
    assert told == shown.replace("[]", NOT_SHOWN)


def test_a_unit_in_place_of_a_name_is_no_name() -> None:
    shown = seen(PLAN, {**LENA, "participants-1-name": "Anna, Exempelgläntan"})
    assert value_at(shown, "participants-1-name") == f"Anna, {NOT_SHOWN}"


def test_the_sender_hides_more_words_also_names() -> None:
    text = "Elsa ringer Maria Exempelsson i Ek."
    shown = text_seen(text, "Maria Exempelsson", "ek", "")
    assert shown == f"Elsa ringer {NOT_SHOWN} i {NOT_SHOWN}."


@pytest.mark.parametrize(
    "path",
    [
        "case_reference",
        "meeting-note_taker",
        "participants-1-role",
        "absentees-0-reason",
        "consent-scope",
        "child_voice-important",
        "guardian_voice",
        "dissent",
        "review-0-what",
        "review-0-comment",
        "areas-safety-needs",
        "areas-safety-measures-0-what",
        "areas-safety-measures-0-responsible",
        "areas-safety-contact-role",
        "follow_up-agenda",
        "closing-reason",
        "lead_professional-role",
    ],
)
def test_every_text_of_a_plan_is_searched(path: str) -> None:
    row = {"area": "safety", "what": "x", "status": "done", "comment": "x"}
    given = {**LENA, "review": [row], path: "Nu på Exempelgläntan"}
    assert value_at(seen(PLAN, given), path) == f"Nu på {NOT_SHOWN}"


@pytest.mark.parametrize(
    "path",
    [
        "purpose",
        "expectations",
        "questions-1",
        "enclosures-0",
        "support_needs",
        "child_attends_reason",
        "short_notice_reason",
        "consent-scope",
        "recipients-3-attention",
    ],
)
def test_every_text_of_an_invitation_is_searched(path: str) -> None:
    shown = seen(INVITATION, {**CHILD, path: "Om Exempelgläntan"})
    assert value_at(shown, path) == f"Om {NOT_SHOWN}"


@pytest.mark.parametrize(
    ("unit", "text", "shown"),
    [
        ("Lekstugans förskola", "Trivs på lekstugan.", "Trivs på []."),
        ("Solrosens förskola", "Bland solrosbarnen, solrosor.", "Bland []."),
        ("Förskolan Ida", "Förskolan Ida. På Ida. Idas.", "[]. På []. []."),
        ("IFK", "Han är med i IFK.", "Han är med i []."),
        ("Förskolan Åsa", "Åsa ringer.", "Åsa ringer."),
    ],
)
def test_a_word_is_found_in_its_forms_and_compounds(
    unit: str, text: str, shown: str
) -> None:
    told = text_seen(text, **{"absentees-0-unit": unit})
    assert told == shown.replace("[]", NOT_SHOWN)


@pytest.mark.parametrize(
    "name", ["Exempelgläntans personal", "Exempelgläntan-teamet", "Exempelgläntan kök"]
)
def test_the_name_of_a_unit_is_hidden_in_place_of_a_name_of_staff(name: str) -> None:
    given = {**LENA, "participants-1-name": name, "areas-safety-contact-name": name}
    shown = seen(PLAN, given)
    assert NOT_SHOWN in value_at(shown, "participants-1-name")
    assert NOT_SHOWN in value_at(shown, "areas-safety-contact-name")


def test_where_a_guardian_lives_is_hidden_after_the_name() -> None:
    line = "Lena Provdotter c/o Kvinnohuset Linnean"
    shown = seen(PLAN, {**LENA, "distribution-1-recipient": line})
    assert value_at(shown, "distribution-1-recipient") == (
        f"Lena Provdotter c/o {NOT_SHOWN}"
    )


def test_what_is_a_recipients_own_is_hidden_in_texts_all_the_same() -> None:
    given = {
        "distribution-0-address": "Fagrabäck 3",
        "distribution-0-town": "Vetlanda",
        "participants-0": {"name": "Örjan Testberg", "unit": "Exempelgläntan"},
    }
    text = "På Fagrabäck. I Vetlanda. Ring 070-174 06 05."
    shown = seen(PLAN, {**LENA, **given, "reason": text})
    assert shown["reason"] == f"På {NOT_SHOWN}. I {NOT_SHOWN}. Ring {NOT_SHOWN}."
    assert value_at(shown, "distribution-0-town") == "Vetlanda"
    assert value_at(shown, "guardians-0-phone") == "070-174 06 05"
    assert value_at(shown, "participants-0-unit") == ""


@pytest.mark.parametrize(("few", "many"), [(20, 80)])
def test_texts_are_searched_once_however_many_read_them(
    few: int, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = {size: _searches(size, monkeypatch) for size in (few, many)}
    assert counted[few] == counted[many]


def _searches(size: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often a text is searched for as many guarded associations."""
    rows = [{"recipient": f"Klubb {at}", "kind": "association"} for at in range(size)]
    data = tellable(PLAN, {**LENA, "distribution": rows})
    calls = []
    real = Words.taken_out

    def counted(words: Words, text: str) -> tuple[str, list[str]]:
        calls.append(text)
        return real(words, text)

    monkeypatch.setattr(Words, "taken_out", counted)
    sight = Sight(PLAN, data)
    for number in range(1, size + 1):
        assert sight.of(number, guarded=True)[1]
    monkeypatch.undo()
    return len(calls)


# -- letters


@pytest.mark.parametrize(
    "link",
    [
        "https://zoom.us/j/0701234567",
        "https://teams.example/l/19:meeting_x@thread.v2/0",
        "https://example.se/exempelglantan",
    ],
)
def test_a_link_is_never_cut(link: str) -> None:
    shown = seen(INVITATION, {**CHILD, "meeting-link": link})
    assert shown["meeting"]["link"] == link


def test_a_letter_tells_who_sends_it_but_not_in_running_text() -> None:
    text = "BVC Exempel, Exempelvägen 1, Växjö, 0470-58 00 00."
    shown = seen(INVITATION, {**CHILD, "purpose": text})
    assert shown["sender"] == INVITATION.example()["sender"]
    assert shown["meeting"] == INVITATION.example()["meeting"]
    assert shown["purpose"] == f"{NOT_SHOWN}, {NOT_SHOWN}."


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("Exempelgläntan, matsalen", ""),
        ("Familjecentralen, rum 3", "Familjecentralen, rum 3"),
        ("Hotellet, Alvesta", ""),
    ],
)
def test_the_place_of_a_meeting_is_hidden_when_it_tells_of_someone_else(
    place: str, shown: str
) -> None:
    changes = {**CHILD, "meeting-place": place, "meeting-link": "https://example.se/1"}
    meeting = seen(INVITATION, changes)["meeting"]
    assert meeting["place"] == shown
    assert meeting["link"] == "https://example.se/1"
