"""Rules on single values, answers to warnings, and what all tables have in common."""

from collections import Counter

import pytest
from changes import CONSENT, INVITATION, PLAN, Case, case, codes, findings, found, named

from formsvc.findings import Severity, has_error
from formsvc.formkit.format_rules import FORMAT_RULES
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

MEASURE = "areas-development-measures-1"
LONG_NAME = "å" * 201
MANY_LINES = "\n".join(["rad"] * 61)
SINHALA, GEORGIAN = "අ", "აბგდევ"

FOUND = {
    "invitation": [
        case("format.date", {"letter_date": "i går"}, "letter_date"),
        case("format.date", {"meeting-date": "2026-02-29"}, "meeting-date"),
        case("format.time", {"meeting-start": "24:00"}, "meeting-start"),
        case("format.phone", {"sender-phone": "7648"}, "sender-phone"),
        case("format.email", {"sender-email": "bvc@example"}, "sender-email"),
        case(
            "format.email.unusual",
            {"sender-email": "vc-åseda@kronoberg.se"},
            "sender-email",
        ),
        case(
            "format.postal_code", {"sender-postal_code": "3523"}, "sender-postal_code"
        ),
        case(
            "format.postal_code",
            {"recipients-0": {}, "recipients-1-postal_code": "052 31"},
            "recipients-1-postal_code",
        ),
        case("format.choice", {"meeting_type": "SIP"}, "meeting_type"),
        case("format.choice", {"areas": ["learning", "play"]}, "areas"),
        case("format.choice", {"areas": ["play", "rest"]}, "areas", "areas"),
        case(
            "format.choice",
            {"recipients-0-protected_identity": "ja"},
            "recipients-0-protected_identity",
        ),
        case("format.too_long", {"questions-1": LONG_NAME}, "questions-1"),
        case("format.too_long", {"meeting-link": "x" * 201}, "meeting-link"),
        case("format.too_long", {"purpose": "x" * 4001}, "purpose"),
        case("format.too_many_lines", {"expectations": MANY_LINES}, "expectations"),
        case("format.characters", {"child-name": SINHALA}, "child-name"),
        case(
            "identity.checksum",
            {"child-identity_number": "20220101-2397"},
            "child-identity_number",
        ),
        case(
            "identity.unknown",
            {"subject-identity_number": "saknas"},
            "subject-identity_number",
        ),
        case(
            "identity.reserve",
            {"child-identity_number": "23220101AB12"},
            "child-identity_number",
        ),
        case(
            "identity.reserve",
            {"child-identity_number": "992022000001"},
            "child-identity_number",
        ),
    ],
    "plan": [
        case("format.date", {f"{MEASURE}-due": "maj"}, f"{MEASURE}-due"),
        case("format.time", {"follow_up-time": "eftermiddag"}, "follow_up-time"),
        case("format.phone", {"guardians-1-phone": "?"}, "guardians-1-phone"),
        case("format.choice", {f"{MEASURE}-status": "x"}, f"{MEASURE}-status"),
        case("format.too_long", {f"{MEASURE}-unit": LONG_NAME}, f"{MEASURE}-unit"),
        case("format.too_many_lines", {"closing-reason": MANY_LINES}, "closing-reason"),
    ],
    "consent": [
        case("format.date", {"withdrawal-date": "snart"}, "withdrawal-date"),
        case("format.choice", {"modes": ["Link", "link"]}, "modes"),
        case("format.characters", {"copies_to-2": GEORGIAN}, "copies_to-2"),
    ],
}
PAIRS = [(KINDS[kind], one) for kind, cases in FOUND.items() for one in cases]

LET_BE = [
    case("format.date", {"letter_date": "21 november 2026", "reply_by": " "}),
    case("format.time", {"meeting-start": "kl. 9.30"}),
    case("format.phone", {"sender-phone": "+46 470 58 00 00 ankn. 12"}),
    case("format.email", {"sender-email": "mailto:BVC@Example.SE"}),
    case("format.email", {"sender-email": "vc-åseda@kronoberg.se"}),
    case("format.email.unusual", {"sender-email": "bvc@åseda.se"}),
    case("format.postal_code", {"sender-postal_code": "SE-35230"}),
    case("format.choice", {"areas": ["safety", "health"], "child_attends": ""}),
    case("format.too_long", {"purpose": "x" * 4000, "child-name": "x" * 200}),
    case("format.too_long", {"child-name": "A\u030a" * 200}),
    case("format.too_many_lines", {"purpose": MANY_LINES[4:] + "\n\n"}),
    case("format.characters", {"child-name": "Nguyễn Łukasz Ђорђе\u200d"}),
    case("identity.checksum", {"child-identity_number": "220101-2396"}),
    case("identity.unknown", {"child-identity_number": "KB 2022-0001"}),
    case("identity.unknown", {"child-identity_number": "20220101-2397"}),
    case("identity.reserve", {"child-identity_number": "20220161-2393"}),
]


@pytest.mark.parametrize(
    ("kind", "one"), PAIRS, ids=named([one for _kind, one in PAIRS])
)
def test_a_rule_speaks_at_the_field_that_breaks_it(kind: Kind, one: Case) -> None:
    assert found(kind, one.changes, one.rule) == one.fields


@pytest.mark.parametrize("one", LET_BE, ids=named(LET_BE))
def test_a_rule_is_silent_where_nothing_breaks_it(one: Case) -> None:
    assert found(INVITATION, one.changes, one.rule) == ()


def test_every_rule_has_a_case_of_both_sorts() -> None:
    table = {rule.code for rule in FORMAT_RULES}
    assert codes([one for _kind, one in PAIRS]) == table
    assert codes(LET_BE) == table


def test_a_date_that_is_understood_is_judged_as_the_date_it_is() -> None:
    assert found(PLAN, {"meeting-date": "29 februari 2027"}, "plan.meeting.date") == ()
    assert found(PLAN, {"consent-valid_to": "14/12 2026"}, "consent.expired")


def test_a_message_repeats_the_beginning_of_what_was_typed() -> None:
    [finding] = findings(CONSENT, {"informed_on": "a" * 50})
    assert f"”{'a' * 39}…”" in finding.message


def test_braces_that_a_person_types_are_no_words_to_fill_in() -> None:
    [finding] = findings(CONSENT, {"informed_on": "{typed} {0} {"})
    assert finding.message == "”{typed} {0} {” är inget datum."


def test_a_choice_tells_what_can_be_chosen() -> None:
    [finding] = findings(CONSENT, {"child_consent": "kanske"})
    assert finding.fix == "Välj något av: yes, no, not_applicable."


def test_at_most_five_characters_without_a_glyph_are_named() -> None:
    [finding] = findings(CONSENT, {"child_view": GEORGIAN})
    assert "(U+10D0, U+10D1, U+10D2, U+10D3, U+10D4 …)" in finding.message


# -- answers to warnings


def answered(rule: str, reason: str) -> dict[str, object]:
    return {"overrides": [{}, {"rule": rule, "reason": reason}]}


@pytest.mark.parametrize(
    ("kind", "field", "typed", "rule"),
    [
        (INVITATION, "letter_date", "2026-12-01", "invitation.notice"),
        (INVITATION, "sender-email", "vc-åseda@kronoberg.se", "format.email.unusual"),
        (CONSENT, "valid_to", "2028-01-01", "consent.period.long"),
        (PLAN, "consent-valid_to", "", "consent.open_ended"),
        (PLAN, "reason", SINHALA, "format.characters"),
    ],
)
def test_a_warning_goes_with_a_reason_and_stays_without(
    kind: Kind, field: str, typed: str, rule: str
) -> None:
    [finding] = findings(kind, {field: typed})
    assert (finding.rule, finding.severity) == (rule, Severity.WARNING)
    assert findings(kind, {field: typed, **answered(rule, "Sagt i dialog.")}) == []
    assert findings(kind, {field: typed, **answered(rule, " ")}) == [finding]
    assert findings(kind, {field: typed, **answered("x.y", "Ja.")}) == [finding]


@pytest.mark.parametrize(
    ("kind", "field", "typed", "rule"),
    [
        (INVITATION, "purpose", "", "invitation.purpose"),
        (CONSENT, "informed_on", "x", "format.date"),
        (PLAN, "lead_principal", "", "plan.lead_principal"),
        (CONSENT, "child-protected_identity", "secrecy_mark", "protected.exposed"),
        (PLAN, "unknown", "x", "data.unknown_key"),
        (PLAN, "reason", 5, "data.type"),
    ],
)
def test_an_error_stays_whatever_the_reason(
    kind: Kind, field: str, typed: object, rule: str
) -> None:
    found = findings(kind, {field: typed, **answered(rule, "Vi vill ändå.")})
    assert [one.severity for one in found if one.rule == rule] == [Severity.ERROR]


# -- what all tables have in common


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_rule_stands_once_and_says_what_to_do_and_who_asks_for_it(kind: Kind) -> None:
    rules = (*FORMAT_RULES, *kind.rules)
    assert [c for c, times in Counter(r.code for r in rules).items() if times > 1] == []
    for rule in rules:
        assert rule.message.endswith(".")
        assert rule.fix.endswith(".")
        assert rule.source


def test_findings_come_in_the_order_of_the_document_and_its_shape_first() -> None:
    changes = {
        "follow_up": {},
        "areas-safety-measures-0-due": "x",
        "areas-health-goals": "y",
        "child-name": "",
        "established_on": "",
        "zzz": 1,
    }
    assert [finding.field for finding in findings(PLAN, changes)] == [
        "zzz",
        "established_on",
        "child-name",
        "areas-health",
        "areas-safety-measures-0-due",
        "follow_up-date",
    ]


def test_only_an_error_makes_data_invalid() -> None:
    assert not has_error([])
    assert not has_error(findings(PLAN, {"consent-valid_to": ""}))
    assert has_error(findings(PLAN, {"consent-valid_to": "x"}))


def test_a_finding_is_told_in_the_words_of_the_contract() -> None:
    [finding] = findings(PLAN, {"lead_principal": ""})
    assert finding.as_json() == {
        "rule": "plan.lead_principal",
        "severity": "error",
        "field": "lead_principal",
        "message": "Det står inte vilken huvudman som har det övergripande ansvaret.",
        "fix": "Välj kommunen eller regionen.",
        "source": "SoL (2025:400) 10 kap. 8–9 §§, HSL (2017:30) 16 kap. 4 §",
    }
