"""What the rules of a consent find, where, and what they let be."""

import pytest
from changes import CONSENT, Case, Changes, case, codes, findings, found, named

from formsvc.findings import Severity

FIRST, SECOND = "guardians-0", "guardians-1"
ADULT: Changes = {
    "custody": "adult_self",
    "guardians": [],
    "child_consent": "yes",
    "child-birth_date": "2008-01-01",
}
WITHDRAWAL = {
    "date": "2027-01-10",
    "by": "Lena Provdotter",
    "extent": "Helt",
    "received_by": "Karin Provman",
}
LEAP_DAY = "2028-02-29"
BVC = {"kind": "child_health", "organisation": "Region Kronoberg", "unit": "BVC"}
VAGUE_NAMES = [
    "alla",
    "Alla berörda",
    "alla berörda.",
    "ALLA BERÖRDA, med flera",
    "myndigheter",
    "Myndigheterna",
    "samtliga aktörer runt barnet",
    "alla/berörda",
    "Berörda verksamheter m.fl.",
]
NAMES = ["Förskolan Alla", "Alla tiders fritid", "Polisen i Växjö", "BUP", "Växjö"]

FOUND = [
    case(
        "consent.collector",
        {"collector": {"unit": "BVC Exempel"}},
        "collector-name",
        "collector-phone",
    ),
    case("child.name", {"child-name": ""}, "child-name"),
    case(
        "child.identity",
        {"child-identity_number": "", "child-birth_date": ""},
        "child-identity_number",
    ),
    case(
        "child.birth_date.differs",
        {"child-birth_date": "2022-01-02"},
        "child-birth_date",
    ),
    case(
        "protected.exposed",
        {f"{SECOND}-protected_identity": "secrecy_mark"},
        f"{SECOND}-phone",
        f"{SECOND}-email",
    ),
    case(
        "protected.told",
        {
            f"{SECOND}-protected_identity": "secrecy_mark",
            "child_view": "Ring 070-174 06 06",
        },
        "child_view",
    ),
    case(
        "protected.consent_copy",
        {"child-protected_identity": "secrecy_mark"},
        "parties",
        "copies_to",
    ),
    case("consent.custody.child", {"custody": "adult_self"}, "custody"),
    case(
        "consent.custody.adult",
        {"child-birth_date": "2008-11-20", "child-identity_number": ""},
        "custody",
    ),
    # -- guardians, according to custody
    case("consent.custody", {"custody": ""}, "custody"),
    case("consent.guardians", {FIRST: {}}, "guardians"),
    case("consent.guardians", {"guardians": [], "custody": "sole"}, "guardians"),
    case("consent.guardians", {"guardians": [], "custody": "appointed"}, "guardians"),
    case(
        "consent.guardians.adult",
        {
            "custody": "adult_self",
            "child-birth_date": "2008-11-20",
            "child-identity_number": "",
        },
        "guardians",
    ),
    case("consent.guardian.name", {f"{FIRST}-name": ""}, f"{FIRST}-name"),
    case(
        "consent.guardian.name",
        {FIRST: {}, f"{SECOND}-name": " "},
        f"{SECOND}-name",
    ),
    case(
        "consent.guardian.answer",
        {f"{FIRST}-given": "", f"{FIRST}-given_on": ""},
        f"{FIRST}-given",
        f"{FIRST}-given_on",
    ),
    case(
        "consent.guardian.answer",
        {FIRST: None, f"{SECOND}-given": "declined", f"{SECOND}-given_on": ""},
        f"{SECOND}-given_on",
    ),
    case("consent.declined", {f"{SECOND}-given": "declined"}, f"{SECOND}-given"),
    # -- what is shared, by whom, how and for how long
    case("consent.purpose", {"purpose": "\t\n "}, "purpose"),
    case("consent.parties", {"parties": []}, "parties"),
    case("consent.parties", {"parties": [BVC]}, "parties"),
    case("consent.parties", {"parties": [BVC, {}, {"kind": "school"}]}, "parties"),
    case("consent.parties", {"parties": [BVC, {"unit": "alla"}]}, "parties"),
    # Nobody shares with themselves.
    case("consent.parties", {"parties": [BVC, BVC]}, "parties"),
    case(
        "consent.party.vague",
        {"parties-0": {}, "parties-1-unit": "Alla", "parties-2-organisation": "alla"},
        "parties-1-unit",
        "parties-2-organisation",
    ),
    *(
        case("consent.party.vague", {"parties-1-unit": name}, "parties-1-unit")
        for name in VAGUE_NAMES
    ),
    case("consent.scope", {"areas": [], "information": ""}, "areas"),
    case("consent.modes", {"modes": []}, "modes"),
    case(
        "consent.third_party",
        {"third_parties": [{}, {"relation": "Syskon"}]},
        "third_parties-1-name",
        "third_parties-1-given_on",
    ),
    case(
        "consent.period",
        {"valid_from": "", "valid_to": ""},
        "valid_from",
        "valid_to",
    ),
    case("consent.period.order", {"valid_to": "2026-11-20"}, "valid_to"),
    case("consent.period.order", {"valid_to": "2026-11-19"}, "valid_to"),
    case("consent.period.long", {"valid_to": "2027-11-21"}, "valid_to"),
    case(
        "consent.period.long",
        {"valid_from": LEAP_DAY, "valid_to": "2029-03-01"},
        "valid_to",
    ),
    case(
        "consent.period.long",
        {"valid_from": "2027-02-28", "valid_to": LEAP_DAY},
        "valid_to",
    ),
    # -- how it was given, and taken back
    case("consent.informed_on", {"informed_on": ""}, "informed_on"),
    case("consent.child", {"child_consent": ""}, "child_consent"),
    case(
        "consent.child.adult",
        {**ADULT, "child_consent": "not_applicable"},
        "child_consent",
    ),
    case("consent.received_by", {"received_by": ""}, "received_by"),
    case("consent.oral_note", {f"{SECOND}-given": "oral"}, "oral_note"),
    *(
        case("consent.withdrawal", {f"withdrawal-{one}": "x"}, *others)
        for one in WITHDRAWAL
        for others in [[f"withdrawal-{key}" for key in WITHDRAWAL if key != one]]
    ),
]

LET_BE = [
    case(
        "consent.custody.child",
        {
            "custody": "adult_self",
            "child-birth_date": "2008-11-20",
            "child-identity_number": "",
        },
    ),
    case(
        "consent.custody.adult",
        {"child-birth_date": "2008-11-21", "child-identity_number": ""},
    ),
    case("consent.collector", {"collector-phone": ""}),
    case("consent.collector", {"collector-email": ""}),
    case("child.name", {"child-name": "Åsa"}),
    case("child.identity", {"child-identity_number": ""}),
    case("child.birth_date.differs", {"child-birth_date": "1 januari 2022"}),
    case(
        "protected.exposed",
        {
            f"{SECOND}-protected_identity": "secrecy_mark",
            f"{SECOND}-phone": "",
            f"{SECOND}-email": "",
        },
    ),
    case("protected.told", {"child_view": "Ring 070-174 06 06"}),
    case("protected.consent_copy", {"parties-0-unit": "BVC"}),
    case(
        "protected.consent_copy",
        {"child-protected_identity": "secrecy_mark", SECOND: {}, "custody": "sole"},
    ),
    case("consent.custody", {"custody": "sole"}),
    case("consent.guardians", {"guardians-2": {}}),
    case("consent.guardians", {FIRST: {}, "custody": "sole"}),
    case("consent.guardians", {FIRST: {}, "custody": "appointed"}),
    case("consent.guardians", {"custody": "appointed"}),
    case("consent.guardians", ADULT),
    case("consent.guardians.adult", {**ADULT, "guardians": [{}, {"name": " "}]}),
    case("consent.guardian.name", {FIRST: {}}),
    case("consent.guardian.answer", {f"{FIRST}-given": "declined"}),
    case("consent.guardian.answer", {"guardians-2": {"given_on": ""}}),
    case("consent.declined", {f"{FIRST}-given": "oral"}),
    case("consent.purpose", {"purpose": "Samordna stödet."}),
    case("consent.parties", {"parties-0": {}}),
    case("consent.parties", {"parties": [BVC, {"unit": "Förskolan Alla"}]}),
    *(case("consent.party.vague", {"parties-1-unit": name}) for name in NAMES),
    case("consent.scope", {"areas": []}),
    case("consent.scope", {"information": ""}),
    case("consent.modes", {"modes": ["link"]}),
    case(
        "consent.third_party",
        {"third_parties": [{"name": "Bo Testberg", "given_on": "2026-11-20"}]},
    ),
    case("consent.period", {"valid_to": "2026-11-19"}),
    case("consent.period.order", {"valid_to": "2026-11-21"}),
    case("consent.period.order", {"valid_from": ""}),
    case("consent.period.long", {"valid_to": "2027-11-20"}),
    case("consent.period.long", {"valid_from": LEAP_DAY, "valid_to": "2029-02-28"}),
    case("consent.period.long", {"valid_from": "2027-03-01", "valid_to": LEAP_DAY}),
    case("consent.informed_on", {"informed_on": "20/11 2026"}),
    case("consent.child", {"child_consent": "no"}),
    case("consent.child.adult", ADULT),
    case("consent.child.adult", {"child_consent": "not_applicable"}),
    case("consent.received_by", {"received_by": "Rektor"}),
    case(
        "consent.oral_note",
        {f"{SECOND}-given": "oral", "oral_note": "Lena, per telefon 20/11."},
    ),
    case("consent.withdrawal", {"withdrawal": WITHDRAWAL}),
    case("consent.withdrawal", {"withdrawal": {"date": " "}}),
]


@pytest.mark.parametrize("one", FOUND, ids=named(FOUND))
def test_a_rule_speaks_at_the_field_that_breaks_it(one: Case) -> None:
    assert found(CONSENT, one.changes, one.rule) == one.fields


@pytest.mark.parametrize("one", LET_BE, ids=named(LET_BE))
def test_a_rule_is_silent_where_nothing_breaks_it(one: Case) -> None:
    assert found(CONSENT, one.changes, one.rule) == ()


def test_every_rule_has_a_case_of_both_sorts() -> None:
    table = {rule.code for rule in CONSENT.rules}
    assert codes(FOUND) == table
    assert codes(LET_BE) == table


def test_neither_the_example_nor_the_consent_of_an_adult_pupil_has_findings() -> None:
    assert findings(CONSENT, {}) == []
    assert findings(CONSENT, {**ADULT, "child-identity_number": ""}) == []


def test_only_a_long_period_and_missing_information_are_warnings() -> None:
    mild = {
        r.code: r.severity for r in CONSENT.rules if r.severity is not Severity.ERROR
    }
    assert mild == {
        "consent.period.long": Severity.WARNING,
        "protected.consent_copy": Severity.WARNING,
        "consent.informed_on": Severity.WARNING,
        "consent.declined": Severity.TIP,
        "child.birth_date.differs": Severity.TIP,
    }


@pytest.mark.parametrize(("custody", "needed"), [("joint", "två"), ("sole", "en")])
def test_too_few_guardians_are_told_how_many_are_needed(
    custody: str, needed: str
) -> None:
    [finding] = findings(CONSENT, {"custody": custody, "guardians": []})
    assert finding.message.startswith(f"Minst {needed} vårdnadshavare")
