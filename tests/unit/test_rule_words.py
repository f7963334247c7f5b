"""What a rule says of a row begins with what the row is called."""

import re

import pytest
from changes import CONSENT, INVITATION, PLAN, Case, findings
from unit import test_consent_rules, test_invitation_rules, test_plan_rules

from formsvc.findings import Finding
from formsvc.formkit.kind import Kind

CASES: list[tuple[Kind, Case]] = [
    *((CONSENT, one) for one in test_consent_rules.FOUND),
    *((INVITATION, one) for one in test_invitation_rules.FOUND),
    *((PLAN, one) for one in test_plan_rules.FOUND),
]
ROW = re.compile(r"-(\d+)-")


def told(kind: Kind, one: Case) -> list[Finding]:
    """Return what the rule of a case says of fields in rows."""
    return [
        finding
        for finding in findings(kind, one.changes)
        if finding.rule == one.rule and ROW.search(finding.field)
    ]


IN_ROWS = [(kind, one) for kind, one in CASES if told(kind, one)]
NAMES = [f"{one.rule} {number}" for number, (_kind, one) in enumerate(IN_ROWS)]


@pytest.mark.parametrize(("kind", "one"), IN_ROWS, ids=NAMES)
def test_what_is_said_of_a_row_names_it(kind: Kind, one: Case) -> None:
    for finding in told(kind, one):
        row = ROW.search(finding.field)
        assert row
        called, colon, _said = finding.message.partition(": ")
        assert colon
        assert called.partition(" (")[0].endswith(f" {int(row[1]) + 1}")


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        (
            PLAN,
            {"areas-safety-measures-1": {"what": "Ring", "unit": "BVC"}},
            "Trygghet, insats 2: det finns ingen ansvarig person.",
        ),
        (
            CONSENT,
            {"guardians-1-given_on": ""},
            "Vårdnadshavare 2: datum för svaret saknas.",
        ),
        (
            INVITATION,
            {"recipients-1-channel": ""},
            "Mottagare 2 (Lena Provdotter): sändväg saknas.",
        ),
        (
            INVITATION,
            {"recipients-3-postal_code": "3523"},
            "Mottagare 4 (Förskolan Exempelgläntan): ”3523” är inget postnummer.",
        ),
        (
            PLAN,
            {"child-protected_identity": "secrecy_mark"},
            (
                "Barnet: förskola eller skola kan röja var en person med skyddade "
                "personuppgifter finns."
            ),
        ),
    ],
    ids=["measure", "guardian", "recipient", "typed", "group"],
)
def test_one_reads_which_row_or_group_is_meant(
    kind: Kind, changes: dict[str, object], message: str
) -> None:
    assert message in [finding.message for finding in findings(kind, changes)]
