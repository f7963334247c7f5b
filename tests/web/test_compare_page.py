"""Two saved files beside each other: what is new, changed and ended."""

import io
import re
from collections.abc import Mapping
from typing import Any

import pytest
from changes import CONSENT, PLAN, changed
from pages import SAME_ORIGIN, Page, Visitor, text_of
from stamps import issued, office_of, stamped
from web.test_opening import draft
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from formsvc.formkit.data import Data
from formsvc.formkit.formdata import MAX_BYTES

STAMP: Data = {
    "kind": "plan",
    "reference": "BP-7F3K92QD4M",
    "version": 2,
    "stamped_at": "2026-12-15T14:00:00+01:00",
    "digest": "d",
    "issuer": "i",
    "key_id": "k",
    "signature": "s",
}
LATER = {**STAMP, "version": 3, "stamped_at": "2027-03-02T14:00:00+01:00"}
CHANGES = {
    "areas-development-measures-0": {},
    "areas-safety-measures-0-status": "ongoing",
    "areas-safety-strengths": "Leker ute.",
    "dissent": "Pappa vill vänta.",
}


def plan(changes: Mapping[str, Any] | None = None, **stamp: Any) -> Data:
    data = changed(PLAN, changes or {})
    return {**data, "stamp": stamp} if stamp else data


def compared(
    visitor: Visitor, older: bytes | None, newer: bytes | None, **headers: str
) -> Page:
    """Return the page that comes when two files are chosen and sent."""
    files = {"older": older, "newer": newer}
    chosen = {
        name: FileStorage(io.BytesIO(raw), "Åsa Provdotter.json")
        for name, raw in files.items()
        if raw is not None
    }
    boundary, body = encode_multipart(chosen)
    answer = visitor.client.post(
        "/jamfor",
        data=body,
        content_type=f"multipart/form-data; boundary={boundary}",
        headers=headers or SAME_ORIGIN,
    )
    return Page(answer)


def complaints(page: Page) -> dict[str, str]:
    """Return what is said beside each file."""
    found = {}
    for name in ("older", "newer"):
        if page.at(name).get("aria-invalid"):
            notes = page.at(f"{name}-notes")
            assert f"{name}-notes" in page.at(name).get("aria-describedby", "").split()
            found[name] = text_of(notes)
    return found


def test_what_has_changed_is_told_by_area_with_word_and_sign(visitor: Visitor) -> None:
    page = compared(visitor, draft(plan()), draft(plan(CHANGES)))

    assert page.status == 200
    assert page.answer.headers["Cache-Control"] == "no-store"
    assert page.shown("tally") == ["2 nya, 1 ändrad, 1 avslutad"]
    headings = [text_of(one) for one in page.all("h2")]
    assert headings == ["2 Utveckling", "7 Trygghet", "Barnets plan"]
    assert page.shown("mark") == ["■ Avslutat", "+ Nytt", "≠ Ändrat", "+ Nytt"]
    assert page.shown("turn") == ["Förr Planerad → Nu Pågår"]
    assert page.shown("between") == [
        "Från utkast, 15 december 2026 → till utkast, 15 december 2026"
    ]
    assert page.shown("summary") == []


def test_nothing_has_changed_is_told(visitor: Visitor) -> None:
    page = compared(visitor, draft(plan()), draft(plan()))

    assert page.shown("tally") == ["Inget har ändrats."]


def test_versions_say_which_is_older(visitor: Visitor) -> None:
    first, second = draft(plan(**STAMP)), draft(plan(CHANGES, **LATER))

    right = compared(visitor, first, second)
    turned = compared(visitor, second, first)

    unsure = " (kan inte kontrolleras här)"
    between = (
        f"Från version 2, 15 december 2026{unsure} → "
        f"till version 3, 2 mars 2027{unsure}"
    )
    assert right.shown("between") == turned.shown("between") == [between]
    assert right.shown("turn") == turned.shown("turn")
    assert right.shown("summary") == []
    [said] = turned.shown("summary")
    assert "den som du valde som nyare är äldst" in said


def test_a_draft_is_told_with_the_version_that_it_goes_on_from(
    visitor: Visitor,
) -> None:
    office = office_of(visitor.client.application)
    whole = stamped(PLAN.example(), issued(office, PLAN, PLAN.example()))
    begun = {**whole, "dissent": "Pappa vill vänta."}
    broken = {**whole, "stamp": {**whole["stamp"], "version": 7}}

    page = compared(visitor, draft(begun), draft(whole))
    unbelieved = compared(visitor, draft(whole), draft(broken))

    [between] = page.shown("between")
    assert re.fullmatch(
        "Från version 1, .+ → till utkast som utgår från version 1, .+", between
    )
    assert "den som du valde som nyare är äldst" in page.shown("summary")[0]
    assert whole["stamp"]["reference"] in page.shown("paged-head")[0]
    assert unbelieved.shown("between")[0].endswith("till utkast, 15 december 2026")


def test_what_belongs_to_the_meeting_is_folded_and_last(visitor: Visitor) -> None:
    changes = {"meeting-place": "Någon annanstans", "areas-safety-goals": ""}

    page = compared(visitor, draft(plan()), draft(plan(changes)))

    [folded] = page.all("details")
    assert text_of(folded).startswith("Mötet och formalia 1 ändring")
    assert page.shown("mark") == ["× Borttaget", "≠ Ändrat"]
    assert page.shown("tally") == ["1 ändrad, 1 borttagen"]


def test_documents_that_may_not_belong_together_are_told(visitor: Visitor) -> None:
    other = plan(
        {"child-name": "Bo Testberg"}, **{**LATER, "reference": "BP-0000000000"}
    )

    page = compared(visitor, draft(plan(**STAMP)), draft(other))

    said = " ".join(page.shown("summary"))
    assert "olika beteckning" in said
    assert "samma barn" in said


def test_nothing_that_is_withheld_is_shown(visitor: Visitor) -> None:
    secret = {
        "distribution-0-protected_identity": "secrecy_mark",
        "distribution-0-address": "Hemliga gatan 7",
    }

    page = compared(visitor, draft(plan()), draft(plan(secret)))

    assert "Sekretessmarkering" in page.html
    assert "Hemliga gatan" not in page.html
    assert "Provgatan" not in page.html


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        (None, None, {"older": "Välj en fil först.", "newer": "Välj en fil först."}),
        (b"{", draft(plan()), {"older": "Filen är inte JSON"}),
        (draft(plan()), b"hej", {"newer": "inget dokument härifrån"}),
        (draft(plan()), draft(CONSENT.example()), {"newer": "olika sorters dokument"}),
        (b" " * (MAX_BYTES + 1) + b"{", draft(plan()), {"older": "för stor"}),
    ],
    ids=["none", "older", "newer", "kinds", "large"],
)
def test_what_is_wrong_stands_beside_the_right_file(
    visitor: Visitor,
    older: bytes | None,
    newer: bytes | None,
    expected: dict[str, str],
) -> None:
    page = compared(visitor, older, newer)

    said = complaints(page)
    assert page.status == 422
    assert page.title.startswith("Fel: ")
    assert said.keys() == expected.keys()
    for name, words in expected.items():
        assert words in said[name]
    assert page.focus == next(iter(expected))
    assert "Provdotter" not in page.html


def test_files_over_all_limits_are_refused_in_swedish(visitor: Visitor) -> None:
    half = b" " * (MAX_BYTES + 1)

    page = compared(visitor, half, half)

    assert page.status == 413
    assert "för stora" in complaints(page)["older"]


def test_only_our_own_page_may_send(visitor: Visitor) -> None:
    stranger = Visitor(visitor.client.application.test_client())

    page = compared(stranger, draft(plan()), draft(plan()), Accept="text/html")

    assert page.status == 400
    assert "Sidan behöver bekräftas" in complaints(page)["older"]


@pytest.mark.parametrize("address", ["/oppna", "created"])
def test_one_finds_the_way_there(visitor: Visitor, address: str) -> None:
    page = (
        visitor.written(PLAN, PLAN.example(), "create")
        if address == "created"
        else visitor.open(address)
    )

    assert "/jamfor" in [one.get("href") for one in page.all("a")]
    assert visitor.open("/jamfor").status == 200
