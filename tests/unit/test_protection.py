"""What may not be told of a person with protected identity is found, and left out."""

from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, Changes, changed, found, paths, value_at

from formsvc import pipeline
from formsvc.formkit.data import canonical
from formsvc.formkit.kind import Kind

RULE = "protected.exposed"
MARK, REGISTRATION = "secrecy_mark", "protected_registration"
ADDRESS = ("address", "postal_code", "town")
LENA: Changes = {"guardians-1-protected_identity": MARK}


def at(place: str, *keys: str) -> tuple[str, ...]:
    return tuple(f"{place}-{key}" for key in keys)


CASES = [
    # -- the person's own row, whoever it is
    (PLAN, {"child-protected_identity": REGISTRATION}, at("child", "setting")),
    (CONSENT, {"child-protected_identity": MARK}, at("child", "setting")),
    (
        CONSENT,
        {"guardians-1-protected_identity": REGISTRATION},
        at("guardians-1", "phone", "email"),
    ),
    (
        CONSENT,
        {"guardians-0": {}, "guardians-1-protected_identity": MARK},
        at("guardians-1", "phone", "email"),
    ),
    (
        INVITATION,
        {"recipients-3-protected_identity": MARK},
        at("recipients-3", *ADDRESS),
    ),
    (
        PLAN,
        {"distribution-2-protected_identity": MARK},
        at("distribution-2", *ADDRESS),
    ),
    # -- the same person in another list
    (
        PLAN,
        LENA,
        (*at("guardians-1", "phone", "email"), *at("distribution-1", *ADDRESS)),
    ),
    (
        PLAN,
        {"distribution-0-protected_identity": MARK},
        (*at("guardians-0", "phone"), *at("distribution-0", *ADDRESS)),
    ),
    (
        INVITATION,
        {"child-protected_identity": MARK, "recipients-2-town": "Växjö"},
        (*at("child", "setting"), *at("recipients-2", "town")),
    ),
    (
        INVITATION,
        {"recipients-2-protected_identity": MARK},
        at("child", "setting"),
    ),
    (
        CONSENT,
        {
            "guardians-0-protected_identity": MARK,
            "guardians-0-phone": "",
            "collector-name": "Örjan Testberg",
        },
        at("collector", "organisation", "unit", "phone", "email"),
    ),
    (
        PLAN,
        {"guardians-0-protected_identity": MARK, "lead_professional-name": "x"}
        | {"areas-safety-contact-name": "Örjan Testberg", "distribution-0": {}},
        (
            *at("guardians-0", "phone"),
            *at("areas-safety-contact", "organisation", "phone", "email"),
        ),
    ),
]


@pytest.mark.parametrize(("kind", "changes", "fields"), CASES)
def test_what_tells_of_a_protected_person_is_found_wherever_it_stands(
    kind: Kind, changes: Changes, fields: tuple[str, ...]
) -> None:
    assert found(kind, changes, RULE) == fields


@pytest.mark.parametrize(("kind", "changes", "fields"), CASES)
def test_what_can_be_told_has_none_of_it_and_all_else(
    kind: Kind, changes: Changes, fields: tuple[str, ...]
) -> None:
    data = changed(kind, changes)
    told = pipeline.take_in(kind, data).tellable
    kept = changed(kind, {**changes, **dict.fromkeys(fields, "")})
    assert canonical(told) == canonical(kept)
    assert found(kind, {**changes, **dict.fromkeys(fields, "")}, RULE) == ()


@pytest.mark.parametrize(
    "written",
    [
        "lena provdotter",
        "LENA PROVDOTTER",
        "  Lena \t Provdotter\n",
        "Lena\u00a0Provdotter",
        "Lena\u2009 Provdotter",
        "Lena Prov\x00dotter",
        # Nobody sees the difference to the name that is marked.
        "Lena Prov\u00addotter",
        "Lena\u200b Provdotter",
        "Lena\u2060 Provdotter",
        # Forms of the name: more of it, less of it, in any order.
        "Lena Maria Provdotter",
        "Provdotter, Lena",
        "Lena P",
        "Léna Provdotter",
        "Lena Provdotter-Ek",
        "Lena Prov-dotter",
        "Lena",
    ],
)
def test_a_name_is_the_same_name_in_other_case_and_spacing(written: str) -> None:
    changes = {**LENA, "distribution-1-recipient": written, "guardians-1-phone": ""}
    assert found(PLAN, changes, RULE) == (
        *at("guardians-1", "email"),
        *at("distribution-1", *ADDRESS),
    )


@pytest.mark.parametrize(
    ("marked", "other"),
    [
        ("Ann-Sofi Öberg", "ann-sofi öberg"),
        ("Ann-Sofi O\u0308berg", "ANN-SOFI ÖBERG"),
        ("Strauß", "STRAUSS"),
        ("Ann-Sofi Öberg", "Ann\u2011Sofi Öberg"),  # the hyphen of Word
        ("Ann\u2010Sofi Öberg", "Ann-Sofi Öberg"),
    ],
)
def test_a_name_is_the_same_name_however_its_letters_are_made(
    marked: str, other: str
) -> None:
    changes = {
        **LENA,
        "guardians-1-name": marked,
        "guardians-1-phone": "",
        "guardians-1-email": "",
        "distribution-1-recipient": other,
    }
    assert found(PLAN, changes, RULE) == at("distribution-1", *ADDRESS)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"guardians-1-protected_identity": "none"},
        {"guardians-1-protected_identity": ""},
        {"guardians-1-protected_identity": None},
        {"guardians-1": {"protected_identity": MARK}, "distribution-1-recipient": ""},
        {
            **LENA,
            "guardians-1-phone": "",
            "guardians-1-email": " ",
            "distribution-1-recipient": "Lena Testberg",
        },
    ],
)
def test_nothing_is_found_where_nothing_tells_of_a_protected_person(
    changes: Changes,
) -> None:
    result = pipeline.take_in(PLAN, changed(PLAN, changes))
    assert found(PLAN, changes, RULE) == ()
    assert result.tellable == result.data


@pytest.mark.parametrize("mark", ["ja", "Secrecy_mark", 1, True, ["secrecy_mark"], {}])
def test_a_mark_that_is_not_understood_protects_all_the_same(mark: Any) -> None:
    changes = {"guardians-1-protected_identity": mark}
    told = pipeline.take_in(PLAN, changed(PLAN, changes)).tellable
    assert "070-174 06 06" not in str(told)
    assert "lena@example.se" not in str(told)
    assert "Testvägen 9" not in str(told)


def test_what_is_withheld_is_withheld_though_it_is_not_understood() -> None:
    changes = {**LENA, "guardians-1-phone": "ring grannen", "guardians-1-email": "?"}
    told = pipeline.take_in(PLAN, changed(PLAN, changes)).tellable
    assert "ring grannen" not in str(told)
    assert found(PLAN, changes, RULE)[:2] == at("guardians-1", "phone", "email")


def test_the_stamp_is_tellable() -> None:
    data = changed(PLAN, {**LENA, "stamp": {"version": 2}})
    assert pipeline.take_in(PLAN, data).tellable["stamp"] == {"version": 2}


def test_a_row_keeps_its_place_and_mark_when_all_else_is_withheld() -> None:
    rows = [{"address": "Testvägen 9", "protected_identity": MARK}, {"town": "Växjö"}]
    result = pipeline.take_in(PLAN, {"distribution": rows})
    assert result.data["distribution"][0]["address"] == "Testvägen 9"
    assert canonical(result.tellable) == {
        "distribution": [{"protected_identity": MARK}, {"town": "Växjö"}]
    }


@pytest.mark.parametrize("kind", [CONSENT, INVITATION, PLAN], ids=lambda k: str(k.name))
def test_everybody_marked_leaves_nothing_that_tells(kind: Kind) -> None:
    marks = [
        path for path in paths(kind.example()) if path.endswith("-protected_identity")
    ]
    changes = dict.fromkeys(marks, REGISTRATION)
    told = pipeline.take_in(kind, changed(kind, changes)).tellable
    people = {path.rpartition("-")[0] for path in marks}
    assert people
    for path in paths(told):
        person, _, key = path.rpartition("-")
        if person in people and key in (*ADDRESS, "phone", "email", "setting"):
            assert value_at(told, path) == ""


@pytest.mark.parametrize("field", ["areas", "modes"])
def test_a_value_that_no_vocabulary_has_tells_nothing_of_a_protected_person(
    field: str,
) -> None:
    values = [*CONSENT.example()[field], "Ring 070-174 06 06"]
    changes = {**LENA, "guardians-1-phone": "070-174 06 06", field: values}
    told = pipeline.take_in(CONSENT, changed(CONSENT, changes)).tellable
    assert told[field] == CONSENT.example()[field]
    assert field in found(CONSENT, changes, "protected.told")


def test_a_setting_is_found_by_its_own_words_but_not_where_a_unit_is_named() -> None:
    changes: Changes = {
        "child-protected_identity": MARK,
        "reason": "Lämningen på Exempelgläntan.",
    }
    told = pipeline.take_in(PLAN, changed(PLAN, changes)).tellable
    assert told["reason"] == "Lämningen på [visas inte]."
    assert found(PLAN, changes, "protected.told") == ("reason",)
    assert value_at(told, "participants-1-unit") == "Förskolan Exempelgläntan"
