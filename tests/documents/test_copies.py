"""The paper copies of a plan: to each its own, with what that recipient may see."""

from functools import cache
from io import BytesIO
from typing import Any

import page
import pikepdf
import pymupdf
import pytest
from changes import PLAN, Changes, changed

from formsvc import pipeline
from formsvc.formkit.concealing import NOT_SHOWN, key
from formsvc.mailing.batch import Batch, Choices
from formsvc.mailing.copies import LEADS, copies
from formsvc.profiles import NEUTRAL, Profile

PLACES = (
    *("Exempelgläntan", "Växjö kommun", "Region Kronoberg", "BVC Exempel", "0470-"),
    *("example.se", "Barn och familj", "Gläntstigen", "Testvägen", "protected"),
)
HIDING: Changes = {
    "guardians-1": {
        "name": "Lena Provdotter",
        "protected_identity": "secrecy_mark",
        "attended": True,
    },
    "distribution-1": {
        "recipient": "Lena Provdotter",
        "kind": "guardian",
        "channel": "by_hand",
        "date": "2026-12-15",
    },
    "reason": "Åsa går på exempelgläntan i Växjö; rektor nås på 0470 410 00.",
    "areas-safety-needs": "Otrygg på Förskolan Exempel-\ngläntans gård.",
}
ORG = Profile(
    organisation="Region Kronoberg", address="Box 7, 351 88 Växjö", email="a@example.se"
)


def batch(changes: Changes, profile: Profile = ORG, **chosen: Any) -> Batch:
    taken = pipeline.take_in(PLAN, changed(PLAN, changes))
    return copies(taken, profile, None, Choices(**chosen))


@cache
def hiding() -> Batch:
    return batch(HIDING)


def pieces(made: Batch) -> dict[int, list[str]]:
    """Return the text of each page, by the row of its recipient, as MuPDF reads it."""
    assert made.file
    told, at = {}, 0
    with pymupdf.open(stream=made.file.content) as document:  # type: ignore[no-untyped-call]
        texts = [one.get_text() for one in document]
    for piece in made.pieces:
        told[piece.number] = texts[at : at + 2 * piece.sheets]
        at += 2 * piece.sheets
    assert at >= len(texts)
    return told


def test_each_paper_copy_has_a_cover_and_begins_on_a_front_page() -> None:
    told = pieces(hiding())
    assert list(told) == [1, 2, 3, LEADS]
    for number in (1, 2, 3):
        cover, back, first, *_more = told[number]
        assert ("plan" in cover, back.strip()) == (True, "")
        assert "UTKAST" in first
    assert "De som ska ha planen" in told[LEADS][0]


def test_the_other_guardian_reads_nothing_of_units_and_places() -> None:
    told = "\n".join(pieces(hiding())[1])
    assert [one for one in PLACES if key(one) in key(told)] == []
    assert NOT_SHOWN in told
    for kept in ("Karin Provman", "Maria Exempelsson", "Logopedbedömning", "Åsa"):
        assert kept in told


@pytest.mark.parametrize("number", [2, 3], ids=["protected", "preschool"])
def test_others_read_the_whole_plan(number: int) -> None:
    told = "\n".join(pieces(hiding())[number])
    assert "Förskolan Exempelgläntan" in told
    assert "0470-410 00" in told
    assert NOT_SHOWN not in told
    assert "gjort för" not in told
    assert "Lämnas personligen" in told


def test_the_cover_and_head_of_a_guarded_copy_hint_at_nobody_who_hides() -> None:
    cover, _back, *copied = (one.replace("\n", " ") for one in pieces(hiding())[1])
    assert "Samverkansansvarig är Karin Provman" in cover
    assert "Fråga Karin Provman, eller den som lämnade" in cover
    assert not [one for one in ("visas inte i", "Vissa", "gjort för") if one in cover]
    assert "Det här exemplaret är gjort för dig. Alla verksamheter och" in copied[0]
    told = "".join(copied)
    assert not [one for one in ("personligen", "På papper", "skydd") if one in told]
    assert "070-174 06 06" not in told


def test_nobody_reads_the_address_of_another() -> None:
    told = {number: "\n".join(each) for number, each in pieces(hiding()).items()}
    assert "Provgatan 2" in told[1]
    assert "Gläntstigen 3" in told[3]
    for number, text in told.items():
        assert ("Provgatan" in text) is (number == 1)
        assert ("Gläntstigen" in text) is (number == 3)


def test_the_file_is_well_made_and_has_nothing_within() -> None:
    file = hiding().file
    assert file
    assert file.name == "2026-12-15_kopior_utkast.pdf"
    report = page.validate_pdf_bytes(
        file.content, profile=page.ValidationProfile.PDF_UA_1
    )
    assert [one.rule_id for one in report.failures] == []
    with pikepdf.open(BytesIO(file.content)) as pdf:
        assert list(pdf.attachments) == []
        assert str(pdf.docinfo["/Title"]) == "Kopior av Barnets plan"
        assert not {"/Author", "/Subject", "/Keywords"} & set(pdf.docinfo)


def test_the_sender_is_told_what_is_hidden_and_chooses_otherwise() -> None:
    first, second, *_more = hiding().pieces
    assert (first.guarded, second.guarded) == (True, False)
    assert ("Mötet, Plats", "BVC Exempel") in [(h.where, h.what) for h in first.hidden]
    assert second.hidden == ()


@pytest.mark.slow
def test_a_plan_without_protected_people_hides_nothing() -> None:
    made = batch({})
    assert all(not (one.guarded or one.hidden) for one in made.pieces)
    assert all(NOT_SHOWN not in "".join(each) for each in pieces(made).values())


@pytest.mark.slow
def test_copies_alone_tell_the_family_how_they_reach_the_plan() -> None:
    told = pieces(batch({}, NEUTRAL, covers=False))
    assert "UTKAST" in told[1][0]
    assert "Så når du planen" in "".join(told[1])
    assert "Så når du planen" not in "".join(told[3])


@pytest.mark.parametrize(
    ("changes", "rule", "field"),
    [
        ({"lead_principal": ""}, "plan.lead_principal", "lead_principal"),
        pytest.param(
            {"distribution-2-town": ""},
            "copies.address",
            "distribution-2-town",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            {"distribution-0": {}, "distribution-2-address": ""},
            "copies.address",
            "distribution-2-address",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            {
                "distribution-2-recipient": "Förskolan Exempelgläntan " * 7,
                "distribution-2-address": "Gläntstigen " * 16,
            },
            "copies.address",
            "distribution-2-address",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_nothing_is_printed_while_something_has_to_be_mended(
    changes: Changes, rule: str, field: str
) -> None:
    made = batch(changes)
    assert made.file is None
    assert (rule, field) in [(one.rule, one.field) for one in made.findings]


def test_there_is_no_file_when_nobody_gets_the_plan_on_paper() -> None:
    rows = [{"recipient": "BVC", "kind": "child_health", "channel": "link"}]
    made = batch({"distribution": rows})
    assert (made.file, made.pieces, made.faulty) == (None, (), False)


CLUB = {"recipient": "IK Prov", "kind": "association", "channel": "by_hand"}


def test_numbers_count_empty_rows_as_findings_do() -> None:
    made = batch({"distribution-0": {}, "distribution-1": {}}, covers=False)
    assert [one.number for one in made.pieces] == [3, LEADS]
    assert made.pieces[0].called == "Mottagare 3 (Förskolan Exempelgläntan)"
    hidden = batch(
        {"distribution-0": {}, "distribution-1": {}},
        hidden=frozenset((3,)),
        shown=frozenset((3,)),
        words=("Logoped", "q", "Borta"),
        covers=False,
    )
    assert hidden.pieces[0].guarded
    assert hidden.unused_words == ("q", "Borta")


def test_a_sip_is_called_so_and_an_association_reads_no_identity_number() -> None:
    made = batch({"plan_type": "sip", "distribution-1": CLUB})
    assert made.file
    told = {number: "\n".join(each) for number, each in pieces(made).items()}
    assert "20220101" in told[3]
    assert "20220101" not in told[2]
    assert "2022-01-01" not in told[2]
    assert "Samordnad individuell plan (SIP) på papper" in told[3]
    assert "Samordnad individuell plan (SIP), upprättad" in told[LEADS]
    with pikepdf.open(BytesIO(made.file.content)) as pdf:
        title = str(pdf.docinfo["/Title"])
    assert title == "Kopior av samordnad individuell plan (SIP)"
    assert "Barnets plan" not in "".join([title, *told.values()])


def test_a_cover_has_a_way_back_to_whoever_leads() -> None:
    where = {"address": "Hälsogatan 4", "postal_code": "352 30", "town": "Växjö"}
    row = {"recipient": "BVC Exempel", "kind": "child_health", "channel": "link"}
    theirs = pieces(batch({"distribution-3": {**row, **where}}))
    organisations = pieces(batch({}))
    assert "Avs: Hälsogatan 4, 352 30 Växjö" in theirs[3][0]
    assert "Avs: Box 7, 351 88 Växjö" in organisations[3][0]
    assert "Hälsogatan" not in "".join(theirs[3][1:])
