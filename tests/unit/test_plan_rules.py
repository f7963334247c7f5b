"""What the rules of Barnets plan find, where, and what they let be."""

import pytest
from changes import PLAN, Case, case, codes, findings, found, named

from formsvc.findings import Severity

DEVELOPMENT = "areas-development"
FIRST = f"{DEVELOPMENT}-measures-0"
SECOND = f"{DEVELOPMENT}-measures-1"
NO_NEEDS = {DEVELOPMENT: {"has_need": False}, "areas-safety": {"has_need": False}}
CLOSED = {"date": "2026-12-15", "reason": "Insatserna är klara."}
FOLLOWED_UP = {"date": "2027-03-02"}
SUPPLEMENT = {"meeting-type": "supplement", "meeting-date": ""}
TALKED = {"area": "home", "what": "Samtal hemma"}
ASSESSED = {"area": "development", "what": "Logopedbedömning", "status": "done"}

FOUND = [
    case("plan.established_on", {"established_on": ""}, "established_on"),
    case("child.name", {"child-name": "  "}, "child-name"),
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
        {"child-protected_identity": "secrecy_mark"},
        "child-setting",
    ),
    case(
        "protected.told",
        {
            "guardians-1-protected_identity": "secrecy_mark",
            "reason": "Ring Lena: 070 1740606.",
            "dissent": "Skriv till LENA@example.se",
            "areas-safety-measures-0-what": "Möts på Testvägen  9.",
        },
        "reason",
        "dissent",
        "areas-safety-measures-0-what",
    ),
    case(
        "protected.meeting_place",
        {"guardians-1-protected_identity": "secrecy_mark"},
        "meeting-place",
        "follow_up-place",
    ),
    case(
        "plan.distribution.protected",
        {"guardians-1-protected_identity": "secrecy_mark"},
        "distribution-1-channel",
    ),
    case(
        "plan.distribution.protected_child",
        {"child-protected_identity": "secrecy_mark"},
        "distribution-0-channel",
        "distribution-1-channel",
    ),
    case(
        "plan.distribution.joint",
        {
            "guardians-1-protected_identity": "secrecy_mark",
            "distribution-0-recipient": "Örjan Testberg & Lena Provdotter",
        },
        "distribution-0-recipient",
    ),
    case(
        "plan.family_access.protected",
        {"guardians-1-protected_identity": "secrecy_mark", "family_access": "1177"},
        "family_access",
    ),
    # -- born after the meeting: written, from the number, or a plan without meeting
    case("plan.unborn", {"child-birth_date": "2026-12-16"}, "child-birth_date"),
    case(
        "plan.unborn",
        {"child-birth_date": "", "meeting-date": "2021-12-31"},
        "child-birth_date",
    ),
    case(
        "plan.unborn",
        {**SUPPLEMENT, "child-birth_date": "2026-12-16"},
        "child-birth_date",
    ),
    case("plan.meeting.date", {"meeting-date": ""}, "meeting-date"),
    case("plan.meeting.date", {"meeting-date": "", "meeting-type": ""}, "meeting-date"),
    # -- the consent, on the day of the meeting or, without one, of the plan
    case("consent.given_on", {"consent-given_on": ""}, "consent-given_on"),
    case("consent.open_ended", {"consent-valid_to": ""}, "consent-valid_to"),
    case("consent.expired", {"consent-valid_to": "2026-12-14"}, "consent-valid_to"),
    case(
        "consent.expired",
        {**SUPPLEMENT, "established_on": "2027-07-01"},
        "consent-valid_to",
    ),
    case("consent.late", {"consent-given_on": "2026-12-16"}, "consent-given_on"),
    case(
        "consent.late",
        {**SUPPLEMENT, "consent-given_on": "16 december 2026"},
        "consent-given_on",
    ),
    case("plan.child_voice", {"child_voice": {}}, "child_voice-participation"),
    # -- how it went with the plan before
    case("plan.review.status", {"review": [TALKED]}, "review-0-status"),
    case(
        "plan.review.status",
        {"review": [{**TALKED, "status": "done"}, {**TALKED, "comment": "Glömt"}]},
        "review-1-status",
    ),
    # -- done or cancelled, and still to be done in its area
    case("plan.review.finished", {"review": [ASSESSED]}, f"{FIRST}-status"),
    case(
        "plan.review.finished",
        {"review": [{**ASSESSED, "what": " logopedbedömning.", "status": "cancelled"}]},
        f"{FIRST}-status",
    ),
    # -- areas
    case("plan.areas", NO_NEEDS, "areas"),
    case("plan.areas", {"areas": {}}, "areas"),
    case("plan.area.not_marked", {"areas-health-goals": "Sova"}, "areas-health"),
    case("plan.area.not_marked", {"areas-home-contact": {"name": "Bo"}}, "areas-home"),
    case(
        "plan.area.not_marked",
        {"areas-care-measures": [{}, {"what": "x"}], "areas-safety-has_need": False},
        "areas-care",
        "areas-safety",
    ),
    case("plan.area.needs", {f"{DEVELOPMENT}-needs": ""}, f"{DEVELOPMENT}-needs"),
    case("plan.area.measures", {"areas-safety-measures": []}, "areas-safety-measures"),
    case(
        "plan.area.measures",
        {"areas-safety-measures": [{}, {"what": " "}]},
        "areas-safety-measures",
    ),
    case(
        "plan.area.contact",
        {"areas-safety-contact": {}},
        "areas-safety-contact-name",
        "areas-safety-contact-organisation",
        "areas-safety-contact-phone",
    ),
    case(
        "plan.area.contact",
        {"areas-learning": {"has_need": True, "contact": {"organisation": "Skolan"}}},
        "areas-learning-contact-name",
        "areas-learning-contact-phone",
    ),
    case(
        "plan.area.contact",
        {f"{DEVELOPMENT}-contact-phone": ""},
        f"{DEVELOPMENT}-contact-phone",
    ),
    # -- measures: an empty row above does not move the finding
    case("plan.measure.what", {f"{FIRST}-what": ""}, f"{FIRST}-what"),
    case("plan.measure.what", {FIRST: {}, f"{SECOND}-what": ""}, f"{SECOND}-what"),
    case(
        "plan.measure.responsible",
        {FIRST: None, f"{SECOND}-responsible": ""},
        f"{SECOND}-responsible",
    ),
    case("plan.measure.unit", {f"{SECOND}-unit": ""}, f"{SECOND}-unit"),
    case(
        "plan.measure.unit",
        {f"{FIRST}-unit": "", f"{FIRST}-principal": "other"},
        f"{FIRST}-unit",
    ),
    case("plan.measure.principal", {f"{FIRST}-principal": ""}, f"{FIRST}-principal"),
    case("plan.measure.dates", {f"{FIRST}-due": "2026-12-15"}, f"{FIRST}-due"),
    case(
        "plan.measure.dates",
        {"areas-safety-measures-1": {"start": "2027-02-01", "due": "31 jan 2027"}},
        "areas-safety-measures-1-due",
    ),
    # -- who leads
    case(
        "plan.lead_professional",
        {"lead_professional": {}},
        "lead_professional-name",
        "lead_professional-organisation",
        "lead_professional-phone",
    ),
    case("plan.lead_principal", {"lead_principal": ""}, "lead_principal"),
    case(
        "plan.family_access.protected",
        {
            "child-protected_identity": "secrecy_mark",
            "child-setting": "",
            "family_access": "1177",
        },
        "family_access",
    ),
    # -- the way on: a follow-up or a closing, never both, never neither
    case("plan.follow_up", {"follow_up": {}}, "follow_up-date"),
    case("plan.follow_up", {"follow_up-date": ""}, "follow_up-date"),
    case("plan.follow_up.and_closing", {"closing": CLOSED}, "closing-date"),
    case("plan.follow_up.and_closing", {"closing-reason": "Klart"}, "closing-date"),
    case(
        "plan.follow_up.and_closing",
        {"follow_up": {"place": "BVC"}, "closing": CLOSED},
        "closing-date",
    ),
    case("plan.follow_up.date", {"follow_up-date": "2026-12-15"}, "follow_up-date"),
    case(
        "plan.follow_up.date",
        {**SUPPLEMENT, "follow_up-date": "2026-12-15"},
        "follow_up-date",
    ),
    case(
        "plan.closing",
        {"follow_up": {}, "closing-date": "2026-12-15"},
        "closing-reason",
    ),
    case("plan.closing", {"follow_up": {}, "closing-reason": "Klart"}, "closing-date"),
]

LET_BE = [
    case("plan.established_on", {"established_on": "15/12 2026"}),
    case("child.name", {"child-name": "Bo"}),
    case("child.identity", {"child-identity_number": ""}),
    case("child.identity", {"child-birth_date": ""}),
    case("child.birth_date.differs", {"child-birth_date": ""}),
    case("child.birth_date.differs", {"child-identity_number": "KB 2017-0001"}),
    case(
        "protected.exposed",
        {"child-protected_identity": "secrecy_mark", "child-setting": ""},
    ),
    case(
        "protected.told",
        {
            "guardians-1-protected_identity": "secrecy_mark",
            "reason": "Ring 070-174 06 07. Testvägen 8.",
        },
    ),
    case("protected.meeting_place", {"meeting-place": "BVC"}),
    case(
        "plan.distribution.protected",
        {
            "guardians-1-protected_identity": "secrecy_mark",
            "distribution-1-channel": "by_hand",
        },
    ),
    case("plan.distribution.protected", {"distribution-1-channel": "paper"}),
    case("plan.distribution.protected_child", {"distribution-1-channel": "paper"}),
    case(
        "plan.distribution.protected_child",
        {
            "child-protected_identity": "secrecy_mark",
            "distribution-0-channel": "by_hand",
            "distribution-1-channel": "by_hand",
        },
    ),
    case(
        "plan.distribution.joint",
        {"distribution-0-recipient": "Örjan Testberg & Lena Provdotter"},
    ),
    case(
        "plan.distribution.joint",
        {
            "guardians-1-protected_identity": "secrecy_mark",
            "distribution-2-recipient": "Förskolan och skolan",
        },
    ),
    case("plan.unborn", {"child-birth_date": "2026-12-15"}),
    case("plan.unborn", {"child-birth_date": "", "child-identity_number": ""}),
    case("plan.meeting.date", SUPPLEMENT),
    case("consent.given_on", {"consent-given_on": "20 november 2026"}),
    case("consent.open_ended", {"consent-valid_to": "2027-01-01"}),
    case("consent.expired", {"consent-valid_to": "2026-12-15"}),
    case("consent.expired", {**SUPPLEMENT, "established_on": "2027-06-30"}),
    case("consent.late", {"consent-given_on": "2026-12-15"}),
    case("plan.child_voice", {"child_voice": {"participation": "Åsa ritade."}}),
    case("plan.child_voice", {"child_voice": {"important": "Att leka."}}),
    case("plan.review.status", {"review": [{**TALKED, "status": "not_started"}]}),
    case("plan.review.status", {"review": [{"comment": "Inget var bestämt."}]}),
    case("plan.review.finished", {"review": [{**ASSESSED, "status": "ongoing"}]}),
    case("plan.review.finished", {"review": [{**ASSESSED, "area": "safety"}]}),
    case(
        "plan.review.finished", {"review": [ASSESSED], f"{FIRST}-status": "cancelled"}
    ),
    case("plan.areas", {**NO_NEEDS, "follow_up": {}, "closing": CLOSED}),
    case("plan.areas", {DEVELOPMENT: {}}),
    case("plan.area.not_marked", {"areas-health": {"measures": [{}], "needs": " "}}),
    case("plan.area.needs", {DEVELOPMENT: {"has_need": False}}),
    case("plan.area.measures", {"areas-safety-measures-0": {"what": "Ring"}}),
    case(
        "plan.area.measures",
        {"areas-safety-measures": [], "follow_up": {}, "closing": CLOSED},
    ),
    case("plan.area.contact", {"areas-safety-contact-phone": ""}),
    case("plan.area.contact", {"areas-safety-contact-email": ""}),
    case("plan.area.contact", {"areas-safety-contact-role": ""}),
    case("plan.measure.what", {FIRST: {}}),
    case("plan.measure.responsible", {FIRST: {}}),
    case(
        "plan.measure.unit",
        {f"{FIRST}-unit": "", f"{FIRST}-principal": "family"},
    ),
    case("plan.measure.principal", {FIRST: {}}),
    case("plan.measure.dates", {f"{FIRST}-due": "2026-12-16"}),
    case("plan.measure.dates", {f"{FIRST}-start": ""}),
    case("plan.lead_professional", {"lead_professional-phone": ""}),
    case("plan.lead_professional", {"lead_professional-role": ""}),
    case("plan.lead_principal", {"lead_principal": "municipality"}),
    case("plan.family_access.protected", {"family_access": "1177"}),
    case("plan.follow_up", {"follow_up": FOLLOWED_UP}),
    case("plan.follow_up", {"follow_up": {}, "closing": CLOSED}),
    case("plan.follow_up.and_closing", {"follow_up": {}, "closing": CLOSED}),
    case("plan.follow_up.and_closing", {"follow_up": {}, "closing": {}}),
    case("plan.follow_up.date", {"follow_up-date": "2026-12-16"}),
    case("plan.closing", {"follow_up": {}, "closing": CLOSED}),
]


@pytest.mark.parametrize("one", FOUND, ids=named(FOUND))
def test_a_rule_speaks_at_the_field_that_breaks_it(one: Case) -> None:
    assert found(PLAN, one.changes, one.rule) == one.fields


@pytest.mark.parametrize("one", LET_BE, ids=named(LET_BE))
def test_a_rule_is_silent_where_nothing_breaks_it(one: Case) -> None:
    assert found(PLAN, one.changes, one.rule) == ()


def test_every_rule_has_a_case_of_both_sorts() -> None:
    table = {rule.code for rule in PLAN.rules}
    assert codes(FOUND) == table
    assert codes(LET_BE) == table


def test_the_example_has_no_findings() -> None:
    assert findings(PLAN, {}) == []


def test_only_what_can_wait_is_a_warning_and_a_birth_date_a_tip() -> None:
    mild = {r.code: r.severity for r in PLAN.rules if r.severity is not Severity.ERROR}
    assert mild == {
        "protected.meeting_place": Severity.WARNING,
        "plan.distribution.protected_child": Severity.WARNING,
        "consent.open_ended": Severity.WARNING,
        "plan.review.status": Severity.WARNING,
        "plan.review.finished": Severity.WARNING,
        "child.birth_date.differs": Severity.TIP,
    }


def test_a_finding_at_an_area_names_it_in_swedish() -> None:
    [finding] = findings(PLAN, {"areas-safety-needs": ""})
    assert finding.message == "Trygghet: behovet är inte beskrivet."


@pytest.mark.parametrize(
    "changes",
    [
        {"child-birth_date": "2026-12-16"},
        {"consent-valid_to": "2026-12-14"},
        {"consent-given_on": "2026-12-16"},
        {"follow_up-date": "2026-12-15"},
    ],
    ids=["unborn", "expired", "late", "early"],
)
def test_no_meeting_is_spoken_of_where_none_was_held(changes: dict[str, str]) -> None:
    [held] = spoken(changes)
    [without] = spoken({**SUPPLEMENT, **changes})

    assert "mötet" in held
    assert "möte" not in without
    assert "planen är upprättad" in without


def spoken(changes: dict[str, str]) -> list[str]:
    """Return what errors say."""
    found = findings(PLAN, changes)
    return [one.message for one in found if one.severity is Severity.ERROR]
