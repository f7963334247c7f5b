"""Each letter has its own address in the window, and nothing else near it.

Measured from the finished file with PyMuPDF, and judged for PDF/UA-1 by `page`.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import page
import pymupdf
import pytest

from formsvc import pipeline
from formsvc.envelopes import WINDOWS, Window, Zone
from formsvc.findings import Severity
from formsvc.formkit.data import Data
from formsvc.forms import KINDS
from formsvc.mailing.batch import Batch
from formsvc.mailing.calibration import calibration
from formsvc.mailing.letters import letters
from formsvc.profiles import NEUTRAL
from formsvc.renderers import alike
from formsvc.renderers.weasy import lay_out

INVITATION = KINDS["invitation"]
MM = 25.4 / 72
SIDES = pytest.mark.parametrize("side", WINDOWS)
ALIKE = 30
LOWEST = 293
"""How far down a printer prints, in mm."""


def recipient(number: int) -> Data:
    school = INVITATION.example()["recipients"][3]
    unit, street = f"Testskolan {number}", f"Provgatan {number} B"
    return {**school, "kind": "school", "unit": unit, "address": street}


def to(*recipients: Data, **other: Any) -> Data:
    data = INVITATION.example()
    family = data["recipients"][:3]
    return {**data, **other, "recipients": [*family, *recipients]}


@cache
def batch(side: str) -> Batch:
    data = to(recipient(1), recipient(2))
    profile = replace(NEUTRAL, window=WINDOWS[side])
    return letters(pipeline.take_in(INVITATION, data), profile)


def opened(content: bytes) -> Any:
    reader: Any = pymupdf
    return reader.open(stream=content)


def words_in(sheet: Any, zone: Zone) -> list[str]:
    """Return the words that stand anywhere in `zone`, in mm on the sheet."""
    found = [
        (Zone(*(MM * each for each in word[:4])), word[4])
        for word in sheet.get_text("words")
    ]
    return [word for place, word in found if zone.meets(place)]


def first_pages(made: Batch) -> Iterator[tuple[Any, int]]:
    """Yield the first page of each piece, with its number from 1."""
    assert made.file is not None
    pdf, at = opened(made.file.content), 0
    for piece in made.pieces:
        yield pdf[at], at + 1
        at += 2 * piece.sheets
    assert at - len(pdf) in (0, 1)


@SIDES
def test_each_letter_has_its_address_in_the_window_and_white_around(side: str) -> None:
    window: Window = WINDOWS[side]
    sought = [
        "Örjan Testberg Provgatan 2 lgh 1101 352 31 Växjö",
        "Lena Provdotter Testvägen 9 352 33 Växjö",
        "",
        *(
            f"Växjö kommun Testskolan {n} Rektor Provgatan {n} B 352 32 Växjö"
            for n in (1, 2)
        ),
    ]

    sheets = [sheet for sheet, _number in first_pages(batch(side))]

    assert [" ".join(words_in(sheet, window.zone)) for sheet in sheets] == sought
    assert [" ".join(words_in(sheet, window.guard)) for sheet in sheets] == sought


@SIDES
def test_each_letter_begins_on_a_front_page(side: str) -> None:
    numbers = [number for _sheet, number in first_pages(batch(side))]

    assert [number % 2 for number in numbers] == [1] * len(numbers)


def test_family_gets_a_page_and_an_organisation_a_sheet() -> None:
    assert [piece.pages for piece in batch("h2").pieces] == [1, 1, 1, 2, 2]


def test_no_letter_has_the_address_of_another() -> None:
    made = batch("h2")
    assert made.file is not None
    pdf = opened(made.file.content)
    streets = ("Provgatan 2 lgh", "Testvägen 9", "Provgatan 1 B", "Provgatan 2 B")

    found = [
        [street for street in streets if sheet.search_for(street)] for sheet in pdf
    ]

    assert [each for each in found if each] == [[street] for street in streets]


@SIDES
def test_nothing_is_hidden_in_the_file_and_it_can_be_read_aloud(side: str) -> None:
    made = batch(side)
    assert made.file is not None
    pdf = opened(made.file.content)
    told = " ".join(str(value) for value in pdf.metadata.values())

    ua = page.ValidationProfile.PDF_UA_1
    report = page.validate_pdf_bytes(made.file.content, profile=ua)

    assert [failure.rule_id for failure in report.failures] == []
    assert pdf.embfile_count() == 0
    assert pdf.metadata["title"] == "Brev"
    assert [name for name in ("Åsa", "Testberg", "invitation") if name in told] == []


def test_a_childs_number_is_told_to_authorities_alone() -> None:
    club = {**recipient(1), "kind": "association", "unit": "IFK Exempel"}
    made = letters(pipeline.take_in(INVITATION, to(club, recipient(2))), NEUTRAL)

    told = ["20220101" in sheet.get_text() for sheet, _number in first_pages(made)]

    assert told == [False, False, False, False, True]


def test_the_slip_has_no_name_and_no_number_of_the_child() -> None:
    made = batch("h2")
    assert made.file is not None
    pdf = opened(made.file.content)
    front, back = pdf[6], pdf[7]
    (cut,) = front.search_for("Riv eller klipp här")
    slip = front.get_text(clip=(0, cut.y0, 595, 842))

    assert "Vi deltar" in slip
    assert [name for name in ("Åsa", "Testberg", "20220101") if name in slip] == []
    assert back.get_text(clip=(0, cut.y0, 595, 842)).strip() == ""


def test_a_long_letter_goes_on_to_another_sheet_and_not_behind_the_slip() -> None:
    data = to(recipient(1), purpose="Komma överens om stöd. " * 150)
    pdf = printed(data)
    front = next(n for n in range(len(pdf)) if pdf[n].search_for("Riv eller klipp"))
    (cut,) = pdf[front].search_for("Riv eller klipp")

    assert "sida 3 av" in pdf[front + 2].get_text()
    assert pdf[front + 1].get_text(clip=(0, cut.y0, 595, 842)).strip() == ""


def test_a_loose_sheet_says_what_it_belongs_to_without_the_childs_name() -> None:
    pdf = printed(to(recipient(1)))
    foot = pdf[7].get_text().strip().splitlines()[-2:]

    assert "sida 2 av 2" in " ".join(foot)
    assert "Inbjudan (kallelse) till samverkansmöte" in " ".join(foot)
    assert "Åsa" not in " ".join(foot)


def test_an_address_that_is_too_long_is_named_and_nothing_is_printed() -> None:
    long = {**recipient(2), "unit": "Barn- och ungdomspsykiatriska mottagningen " * 4}
    made = letters(pipeline.take_in(INVITATION, to(recipient(1), long)), NEUTRAL)

    assert made.file is None
    (fault,) = (f for f in made.findings if f.rule == "letters.address")
    assert fault.field == "recipients-4-unit"
    assert fault.message.startswith("Mottagare 5 (Barn- och ungdomspsykiatriska")


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"attention": "محمد"}, "letters.address"),
        ({"attention": "", "organisation": "Organisationen " * 9}, "letters.slip"),
    ],
)
def test_what_cannot_be_read_on_paper_is_named(
    changes: dict[str, str], rule: str
) -> None:
    made = letters(
        pipeline.take_in(INVITATION, to({**recipient(1), **changes})), NEUTRAL
    )

    found = [one for one in made.findings if one.severity is Severity.ERROR]
    assert [(one.rule, made.file) for one in found] == [(rule, None)]
    assert "Testskolan 1" in found[0].message


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_a_slip_is_whole_on_the_paper_or_the_sender_is_told_to_be_shortened(
    times: int,
) -> None:
    long = " ".join(["Barn- och ungdomsmedicinska mottagningen"] * times)
    data = to(recipient(1))
    data["sender"] = {**data["sender"], "organisation": long, "unit": f"Enhet {long}"}
    made = letters(pipeline.take_in(INVITATION, data), NEUTRAL)

    if made.file is None:
        assert times > 1
        assert "sender-organisation" in [one.field for one in made.findings]
    else:
        front = opened(made.file.content)[0]
        assert max(word[3] for word in front.get_text("words")) * MM <= LOWEST


def test_data_with_errors_gives_its_findings_and_no_letters() -> None:
    made = letters(pipeline.take_in(INVITATION, to(purpose="")), NEUTRAL)

    assert (made.file, made.pieces) == (None, ())
    assert "invitation.purpose" in [finding.rule for finding in made.findings]


@SIDES
def test_the_sheet_to_try_an_envelope_with_can_be_read_aloud(side: str) -> None:
    file = calibration(replace(NEUTRAL, window=WINDOWS[side]))

    ua = page.ValidationProfile.PDF_UA_1
    report = page.validate_pdf_bytes(file.content, profile=ua)

    assert [failure.rule_id for failure in report.failures] == []


@pytest.mark.slow
@SIDES
def test_thirty_letters_have_each_its_own_address(side: str) -> None:
    data = to(*map(recipient, range(1, ALIKE + 1)))
    window = WINDOWS[side]
    profile = replace(NEUTRAL, window=window)
    heard: list[tuple[int, int]] = []

    made = letters(
        pipeline.take_in(INVITATION, data),
        profile,
        progress=lambda done, of: heard.append((done, of)),
    )

    sheets = [sheet for sheet, _number in first_pages(made)][3:]
    found = [" ".join(words_in(sheet, window.guard)) for sheet in sheets]
    assert found == [
        f"Växjö kommun Testskolan {n} Rektor Provgatan {n} B 352 32 Växjö"
        for n in range(1, ALIKE + 1)
    ]
    assert heard[-1] == (ALIKE + 3, ALIKE + 3)


def test_letters_that_share_a_layout_look_as_if_each_had_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = {**recipient(2), "unit": "Testskolan vid den stora ängen, andra huset"}
    data = to(recipient(1), long, {**recipient(3), "kind": "association"}, recipient(4))
    shared = printed(data)
    monkeypatch.setattr(
        alike.Alike, "lay_out", lambda self, html: lay_out(html, self._style)
    )

    assert [sheet.get_pixmap(dpi=60).samples for sheet in shared] == [
        sheet.get_pixmap(dpi=60).samples for sheet in printed(data)
    ]


def printed(data: Data) -> Any:
    """Return the letters as PyMuPDF opens them."""
    made = letters(pipeline.take_in(INVITATION, data), NEUTRAL)
    assert made.file
    return opened(made.file.content)
