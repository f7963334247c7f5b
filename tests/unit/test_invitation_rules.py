"""What the rules of an invitation find, where, and what they let be."""

import pytest
from changes import INVITATION, Case, Changes, case, codes, findings, found, named

from formsvc.findings import Severity

GUARDIAN = "recipients-0"
CHILD, PRESCHOOL, SOCIAL = "recipients-2", "recipients-3", "recipients-4"
NO_GUARDIANS: Changes = {"recipients-0": {}, "recipients-1": {}}
SIP: Changes = {"meeting_type": "sip"}
UNBORN: Changes = {
    **SIP,
    "child": {},
    "subject-name": "Lena Provdotter",
    "recipients-0": {},
    CHILD: {},
}
PROTECTED = "protected_registration"

FOUND = [
    case("invitation.letter_date", {"letter_date": ""}, "letter_date"),
    case("invitation.person", {"child-name": ""}, "child-name"),
    case("invitation.person", {**UNBORN, "subject-name": ""}, "subject-name"),
    # The fix says so: the pregnant woman's name is enough in a SIP alone.
    case(
        "invitation.person", {**UNBORN, "meeting_type": "collaboration"}, "child-name"
    ),
    case(
        "child.birth_date.differs",
        {"child-birth_date": "2022-01-02"},
        "child-birth_date",
    ),
    case(
        "protected.exposed",
        {f"{PRESCHOOL}-protected_identity": PROTECTED},
        f"{PRESCHOOL}-address",
        f"{PRESCHOOL}-postal_code",
        f"{PRESCHOOL}-town",
    ),
    case(
        "protected.told",
        {
            "child-protected_identity": PROTECTED,
            "questions-1": "Exempelgläntan? Nej: Förskolan Exempelgläntan.",
        },
        "questions-1",
    ),
    case(
        "protected.told",
        {
            f"{GUARDIAN}-protected_identity": PROTECTED,
            "recipients-1-address": "Provgatan 2",
            "recipients-3-attention": "Nås på Provgatan 2",
        },
        "recipients-1-address",
        "recipients-3-attention",
    ),
    case(
        "protected.sender",
        {"child-protected_identity": PROTECTED},
        "sender-unit",
    ),
    case(
        "invitation.recipient.protected_child",
        {"child-protected_identity": PROTECTED},
        "recipients-0-channel",
        "recipients-1-channel",
    ),
    case(
        "invitation.recipient.protected_child",
        {"recipients-1-protected_identity": PROTECTED},
        "recipients-0-channel",
    ),
    case(
        "protected.meeting_place",
        {"child-protected_identity": PROTECTED},
        "meeting-place",
    ),
    case(
        "invitation.recipient.joint",
        {
            "child-protected_identity": PROTECTED,
            f"{GUARDIAN}-attention": "Örjan Testberg och Lena Provdotter",
            "recipients-1-attention": "Vårdnadshavarna till Åsa Testberg",
        },
        f"{GUARDIAN}-attention",
        "recipients-1-attention",
    ),
    # -- the consent
    case("consent.given_on", {"consent-given_on": ""}, "consent-given_on"),
    case("consent.open_ended", {"consent-valid_to": ""}, "consent-valid_to"),
    case("consent.expired", {"consent-valid_to": "2026-12-14"}, "consent-valid_to"),
    case("consent.late", {"consent-given_on": "2026-12-16"}, "consent-given_on"),
    case(
        "invitation.consent.received_by",
        {"consent-received_by": ""},
        "consent-received_by",
    ),
    # -- the meeting
    case("invitation.purpose", {"purpose": "\n"}, "purpose"),
    case(
        "invitation.meeting",
        {"meeting": {}},
        "meeting-date",
        "meeting-start",
        "meeting-mode",
    ),
    case("invitation.meeting", {"meeting-place": ""}, "meeting-place"),
    case("invitation.meeting", {"meeting-mode": "digital"}, "meeting-link"),
    case(
        "invitation.meeting",
        {"meeting-mode": "hybrid", "meeting-place": ""},
        "meeting-place",
        "meeting-link",
    ),
    case("invitation.meeting.end", {"meeting-end": "12.59"}, "meeting-end"),
    case("invitation.meeting.end", {"meeting-end": "13.00"}, "meeting-end"),
    case("invitation.meeting.passed", {"letter_date": "2026-12-16"}, "meeting-date"),
    case("invitation.notice", {"letter_date": "2026-11-25"}, "short_notice_reason"),
    case("invitation.notice", {"letter_date": "2026-12-15"}, "short_notice_reason"),
    case("invitation.reply_by", {"reply_by": "2026-12-16"}, "reply_by"),
    # -- recipients: an empty row above does not move the finding
    case("invitation.recipients", {"recipients": []}, "recipients"),
    case("invitation.recipients", {"recipients": [{}, {}]}, "recipients"),
    case("invitation.guardian", NO_GUARDIANS, "recipients"),
    case(
        "invitation.guardian",
        {**NO_GUARDIANS, "child-birth_date": "2008-12-16"},
        "recipients",
    ),
    case(  # an adult, but not invited
        "invitation.guardian",
        {**NO_GUARDIANS, CHILD: {}, "child-birth_date": "2008-12-15"},
        "recipients",
    ),
    case(
        "invitation.recipient",
        {CHILD: {}, PRESCHOOL: {"town": "Växjö"}},
        f"{PRESCHOOL}-kind",
        f"{PRESCHOOL}-organisation",
        f"{PRESCHOOL}-channel",
    ),
    case(
        "invitation.recipient",
        {"recipients-0": {}, "recipients-1-attention": "", f"{CHILD}-attention": ""},
        "recipients-1-attention",
        f"{CHILD}-attention",
    ),
    case(
        "invitation.recipient",
        {f"{SOCIAL}-organisation": "", f"{SOCIAL}-unit": ""},
        f"{SOCIAL}-organisation",
    ),
    case(
        "invitation.recipient.consent",
        {PRESCHOOL: {}, f"{SOCIAL}-consent_covers": False},
        f"{SOCIAL}-consent_covers",
    ),
    case(
        "invitation.recipient.consent",
        {"recipients-0-kind": "other"},
        "recipients-0-consent_covers",
    ),
    case(
        "invitation.recipient.formula",
        {f"{PRESCHOOL}-unit": "=A1", f"{SOCIAL}-address": "@Box"},
        f"{PRESCHOOL}-unit",
        f"{SOCIAL}-address",
    ),
    case(
        "invitation.recipient.link",
        {f"{PRESCHOOL}-channel": "link"},
        f"{PRESCHOOL}-channel",
    ),
    case(
        "invitation.recipient.link",
        {PRESCHOOL: {}, f"{SOCIAL}-channel": "link", f"{SOCIAL}-kind": "school"},
        f"{SOCIAL}-channel",
    ),
    case(
        "invitation.recipient.address",
        {CHILD: {"kind": "child", "attention": "Åsa", "channel": "post"}},
        f"{CHILD}-address",
        f"{CHILD}-postal_code",
        f"{CHILD}-town",
    ),
    case(
        "invitation.recipient.address",
        {"recipients-0": {}, "recipients-1-town": ""},
        "recipients-1-town",
    ),
    case(
        "invitation.recipient.protected",
        {"recipients-1-protected_identity": "secrecy_mark"},
        "recipients-1-channel",
    ),
    case(
        "invitation.recipient.protected",
        {f"{SOCIAL}-protected_identity": PROTECTED},
        f"{SOCIAL}-channel",
    ),
    # Protected under another heading: the same person, so the same protection.
    case(
        "invitation.recipient.protected",
        {"child-protected_identity": PROTECTED, f"{CHILD}-channel": "post"},
        f"{CHILD}-channel",
    ),
]

LET_BE = [
    case("invitation.letter_date", {"letter_date": "21/11 2026"}),
    case("invitation.person", UNBORN),
    case("invitation.person", {**SIP, "subject": {}}),
    case("child.birth_date.differs", {"child-identity_number": ""}),
    case(
        "protected.exposed",
        {f"{CHILD}-protected_identity": PROTECTED, "child-setting": ""},
    ),
    case("protected.exposed", {f"{PRESCHOOL}-protected_identity": "none"}),
    case("protected.told", {"questions-1": "Provgatan 2, Exempelgläntan?"}),
    case(
        "protected.told",
        {
            "child-protected_identity": PROTECTED,
            "purpose": "Förskolan är trygg.",
            f"{PRESCHOOL}-unit": "Förskolan Exempelgläntan",
            "meeting-place": "Förskolan Exempelgläntan",
        },
    ),
    case("protected.sender", {"sender-unit": "Förskolan Exempelgläntan"}),
    case(
        "protected.sender",
        {
            "child-protected_identity": PROTECTED,
            "sender-unit": "",
            "sender-address": "",
        },
    ),
    case("invitation.recipient.protected_child", {f"{GUARDIAN}-channel": "post"}),
    case(
        "invitation.recipient.protected_child",
        {
            "child-protected_identity": PROTECTED,
            "recipients-0-channel": "by_hand",
            "recipients-1-channel": "by_hand",
            f"{PRESCHOOL}-channel": "post",
        },
    ),
    case("protected.meeting_place", {"child-protected_identity": "none"}),
    case(
        "protected.meeting_place",
        {"child-protected_identity": PROTECTED, "meeting-place": ""},
    ),
    case(
        "invitation.recipient.joint",
        {f"{GUARDIAN}-attention": "Örjan Testberg och Lena Provdotter"},
    ),
    case(
        "invitation.recipient.joint",
        {
            "child-protected_identity": PROTECTED,
            f"{GUARDIAN}-attention": "Karl-Örjan von Ochs",
            f"{PRESCHOOL}-attention": "Rektor och pedagog",
        },
    ),
    case("consent.given_on", {"consent-received_by": ""}),
    case("consent.open_ended", {"consent-valid_to": "31 december 2026"}),
    case("consent.expired", {"consent-valid_to": "2026-12-15"}),
    case("consent.expired", {"meeting-date": ""}),
    case("consent.late", {"consent-given_on": "2026-12-15"}),
    case("invitation.consent.received_by", {"consent-received_by": "Jag"}),
    case("invitation.purpose", {"purpose": "Enas."}),
    case("invitation.meeting", {"meeting-end": "", "meeting-chaired_by": ""}),
    case(
        "invitation.meeting",
        {"meeting-mode": "digital", "meeting-place": "", "meeting-link": "x"},
    ),
    case("invitation.meeting", {"meeting-mode": "hybrid", "meeting-link": "x"}),
    case("invitation.meeting.end", {"meeting-end": "kl. 13.01"}),
    case("invitation.meeting.end", {"meeting-start": ""}),
    case("invitation.meeting.passed", {"letter_date": "2026-12-15"}),
    case("invitation.notice", {"letter_date": "2026-11-24"}),
    case(
        "invitation.notice",
        {"letter_date": "2026-11-25", "short_notice_reason": "Alla har sagt ja."},
    ),
    case("invitation.notice", {"letter_date": "2026-12-16"}),
    case("invitation.reply_by", {"reply_by": "2026-12-15"}),
    case("invitation.reply_by", {"reply_by": ""}),
    case("invitation.recipients", {"recipients": [{}, {"kind": "guardian"}]}),
    case("invitation.guardian", {"recipients": []}),
    case("invitation.guardian", {"recipients-0": {}}),
    case("invitation.guardian", {**NO_GUARDIANS, **SIP}),
    case("invitation.guardian", {**NO_GUARDIANS, "child-birth_date": "2008-12-15"}),
    case("invitation.recipient", {"recipients-0": {}, f"{SOCIAL}-unit": ""}),
    case("invitation.recipient", {f"{SOCIAL}-organisation": ""}),
    case("invitation.recipient.consent", {"recipients-0-consent_covers": False}),
    case("invitation.recipient.consent", {f"{CHILD}-consent_covers": False}),
    case(  # signs within are no formula, nor is a digit first
        "invitation.recipient.formula",
        {f"{PRESCHOOL}-unit": "A1 = B", f"{SOCIAL}-address": "1 @ Box"},
    ),
    case("invitation.recipient.link", {f"{PRESCHOOL}-channel": "by_hand"}),
    case("invitation.recipient.link", {f"{SOCIAL}-kind": "child_health"}),
    case("invitation.recipient.address", {f"{SOCIAL}-address": ""}),
    case(
        "invitation.recipient.address",
        {"recipients-0-postal_code": "SE-35231", f"{CHILD}-town": ""},
    ),
    # What is to be taken out is not asked for.
    case(
        "invitation.recipient.address",
        {"recipients-0-address": "", "recipients-0-protected_identity": PROTECTED},
    ),
    case(
        "invitation.recipient.address",
        {"child-protected_identity": PROTECTED, f"{CHILD}-channel": "post"},
    ),
    case(
        "invitation.recipient.protected",
        {f"{CHILD}-protected_identity": PROTECTED},
    ),
]


@pytest.mark.parametrize("one", FOUND, ids=named(FOUND))
def test_a_rule_speaks_at_the_field_that_breaks_it(one: Case) -> None:
    assert found(INVITATION, one.changes, one.rule) == one.fields


@pytest.mark.parametrize("one", LET_BE, ids=named(LET_BE))
def test_a_rule_is_silent_where_nothing_breaks_it(one: Case) -> None:
    assert found(INVITATION, one.changes, one.rule) == ()


def test_every_rule_has_a_case_of_both_sorts() -> None:
    table = {rule.code for rule in INVITATION.rules}
    assert codes(FOUND) == table
    assert codes(LET_BE) == table


def test_neither_the_example_nor_a_meeting_for_an_unborn_child_has_findings() -> None:
    assert findings(INVITATION, {}) == []
    assert findings(INVITATION, UNBORN) == []


def test_short_notice_a_late_reply_and_an_open_ended_consent_do_not_stop() -> None:
    mild = {
        r.code: r.severity for r in INVITATION.rules if r.severity is not Severity.ERROR
    }
    assert mild == {
        "protected.meeting_place": Severity.WARNING,
        "protected.sender": Severity.WARNING,
        "invitation.recipient.protected_child": Severity.WARNING,
        "consent.open_ended": Severity.WARNING,
        "invitation.notice": Severity.WARNING,
        "invitation.reply_by": Severity.WARNING,
        "child.birth_date.differs": Severity.TIP,
    }


@pytest.mark.parametrize(
    ("letter_date", "words"),
    [
        ("2026-11-25", "Det är 20 dagar från brevet till mötet"),
        ("2026-12-14", "Det är 1 dag från brevet till mötet"),
    ],
)
def test_short_notice_counts_the_days(letter_date: str, words: str) -> None:
    [finding] = findings(INVITATION, {"letter_date": letter_date})
    assert finding.message.startswith(words)


def test_short_notice_names_the_first_day_that_is_late_enough() -> None:
    [finding] = findings(INVITATION, {"letter_date": "2026-11-25"})
    assert "16 december 2026" in finding.fix


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("Vårdcentralen Prov", "Avsändarens enhet och adress står på varje brev, och"),
        (
            "Barn och familj",
            "Barn och familj är avsändare och står på varje brev, fast",
        ),
        ("Gläntan", "Gläntan är avsändare och står på varje brev, och barnet går där"),
    ],
)
def test_the_sender_is_warned_more_sharply_of_a_unit_that_tells(
    unit: str, words: str
) -> None:
    hiding = {"recipients-1-protected_identity": PROTECTED, "child-setting": "Gläntan"}
    [told] = [
        one.message
        for one in findings(INVITATION, {**hiding, "sender-unit": unit})
        if one.rule == "protected.sender"
    ]
    assert told.startswith(words)
