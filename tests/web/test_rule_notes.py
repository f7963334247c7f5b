"""What the rules say stands on the page: in the summary, and beside its field."""

from xml.etree.ElementTree import Element

import pytest
from changes import CONSENT, INVITATION, PLAN, Case, changed
from pages import Page, Visitor, has_class, names_and_texts, text_of
from unit import (
    test_consent_rules,
    test_format_rules,
    test_invitation_rules,
    test_plan_rules,
)

from formsvc import pipeline
from formsvc.findings import Finding, Severity
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

CASES: list[tuple[Kind, Case]] = [
    *((CONSENT, one) for one in test_consent_rules.FOUND),
    *((INVITATION, one) for one in test_invitation_rules.FOUND),
    *((PLAN, one) for one in test_plan_rules.FOUND),
    *(
        (KINDS[name], one)
        for name, cases in test_format_rules.FOUND.items()
        for one in cases
    ),
]
NOT_FROM_A_PAGE = {"areas", "modes"}
"""Where a file may say what has no box: a browser cannot send that."""

NAMES = [f"{kind.name} {one.rule} {number}" for number, (kind, one) in enumerate(CASES)]


def beside(page: Page, anchor: str, notes: Element) -> bool:
    """Return whether `notes` stand at the field, row, list or group of that id."""
    place = page.at(anchor)
    if has_class(place, "field") or place.tag not in ("input", "select", "textarea"):
        return notes in list(place.iter())
    field = next(one for one in page.around(place) if has_class(one, "field"))
    return notes in list(field.iter())


def words(finding: Finding) -> str:
    return " ".join(f"{finding.message} {finding.fix}".split())


def check_told(page: Page, finding: Finding) -> None:
    """Check that a finding stands beside its field, with a link that leads there."""
    message = " ".join(finding.message.split())
    [anchor] = {
        anchor
        for anchor, said in page.links()
        if said == message and f"{finding.field}-".startswith(f"{anchor}-")
    }
    assert words(finding) in page.beside(anchor)
    assert beside(page, anchor, page.at(f"{anchor}-notes"))


@pytest.mark.parametrize(("kind", "one"), CASES, ids=NAMES)
def test_what_a_rule_says_stands_beside_its_field(
    visitor: Visitor, kind: Kind, one: Case
) -> None:
    pairs = names_and_texts(kind, changed(kind, one.changes))
    found = pipeline.check(pipeline.posted(kind, pairs))
    spoken = tuple(finding.field for finding in found if finding.rule == one.rule)
    expected = (
        ()
        if set(one.fields) & NOT_FROM_A_PAGE and one.rule == "format.choice"
        else one.fields
    )
    assert spoken == expected

    page = Page(visitor.post(f"/{kind.page}", [*pairs, ("do", "create")]))

    assert page.status == 200
    if any(finding.severity is not Severity.TIP for finding in found):
        assert len(page.links()) == len(found)
        for finding in found:
            check_told(page, finding)
    else:
        assert "Dokumentet är klart att ta med" in page.html


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_all_that_is_missing_on_an_empty_page_is_told(
    visitor: Visitor, kind: Kind
) -> None:
    page = visitor.written(kind, {}, "create")

    found = pipeline.check(pipeline.posted(kind, []))
    assert [said for _id, said in page.links()] == ordered(found)
    for finding in found:
        check_told(page, finding)
    assert page.title.startswith("Fel: ")
    assert page.focus == "findings"


def ordered(found: list[Finding]) -> list[str]:
    """Return the messages as the summary has them: by severity, then as on paper."""
    return [
        " ".join(finding.message.split())
        for severity in (Severity.ERROR, Severity.WARNING, Severity.TIP)
        for finding in found
        if finding.severity is severity
    ]


def test_an_area_with_a_need_but_no_contact_is_refused(visitor: Visitor) -> None:
    data = changed(PLAN, {"areas-safety-contact": {}})

    page = visitor.written(PLAN, data, "create")

    assert "Skriv ut eller spara" not in page.html
    assert "areas-safety-contact-name" in [anchor for anchor, _said in page.links()]
    field = page.at("areas-safety-contact-name")
    [said] = page.beside("areas-safety-contact-name")
    assert said.startswith("Trygghet: ")
    assert field.get("aria-invalid") == "true"
    assert "areas-safety-contact-name-notes" in field.get("aria-describedby", "")
    assert field.get("value") == ""
    assert beside(
        page, "areas-safety-contact-name", page.at("areas-safety-contact-name-notes")
    )


def test_a_field_says_its_errors_to_those_who_hear_it(visitor: Visitor) -> None:
    data = changed(PLAN, {"child-name": "", "meeting-date": "i går"})

    page = visitor.written(PLAN, data, "create")

    for name in ("child-name", "meeting-date"):
        assert page.at(name).get("aria-invalid") == "true"
        ids = page.at(name).get("aria-describedby", "").split()
        assert "Fel: " in " ".join(text_of(page.at(one)) for one in ids)
    assert "aria-invalid" not in page.at("child-setting").attrib


def test_what_is_wrong_in_closed_parts_opens_them(visitor: Visitor) -> None:
    data = changed(PLAN, {"closing-reason": "Klart"})

    page = visitor.written(PLAN, data, "create")

    assert page.beside("closing-date")
    assert "open" in page.at("closing").attrib
    assert "open" not in visitor.open("/plan").at("closing").attrib


def test_a_tip_stops_nothing_and_is_shown_with_what_does(visitor: Visitor) -> None:
    tip = {"child-birth_date": "2022-01-02"}

    alone = visitor.written(PLAN, changed(PLAN, tip), "create")
    with_error = visitor.written(
        PLAN, changed(PLAN, {**tip, "child-name": ""}), "create"
    )

    assert "Dokumentet är klart att ta med" in alone.html
    assert page_says_tip(with_error)


def page_says_tip(page: Page) -> bool:
    [summary] = [one for one in page.root.iter() if one.get("id") == "findings"]
    [tips] = summary.iter("details")
    return (
        text_of(tips[0]) == "1 tips"
        and page.beside("child-birth_date") != []
        and "aria-invalid" not in page.at("child-birth_date").attrib
    )


def test_a_finding_goes_when_it_is_mended(visitor: Visitor) -> None:
    page = visitor.written(PLAN, changed(PLAN, {"child-name": ""}), "create")

    typed = {"child-name": "Åsa Provdotter"}
    answer = visitor.press(page, "create", typed)

    assert "Dokumentet är klart att ta med" in answer.text
