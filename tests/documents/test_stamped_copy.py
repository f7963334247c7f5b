"""A stamped copy says which version it is, on every page and to every machine."""

import subprocess
from dataclasses import replace
from io import BytesIO
from typing import Any

import needed
import pikepdf
import pypdfium2
import pytest
import zxingcpp
from engines.poppler import words
from PIL import Image, ImageFilter
from PIL.Image import Image as Picture
from reopen import attached, pdf_pages, pdf_text, reader, squeezed, unpacked
from stamped import (
    ADDRESS,
    CONTINUED,
    FIRST,
    Case,
    changed,
    seal_of,
    stamp_of,
    stamped,
    taken,
)

from formsvc import pipeline
from formsvc.document import Format
from formsvc.forms import KINDS
from formsvc.sealing import digest_of

KIND = pytest.mark.parametrize("kind", KINDS)
WHEN = "15 december 2026 kl. 14.02"
ASK = {
    "plan": "Fråga samverkansansvarig",
    "consent": "Fråga den som tog emot samtycket",
    "invitation": "Fråga avsändaren",
}


def pages(case: Case) -> list[str]:
    """Return the squeezed text of each page of a filing copy."""
    return pdf_pages(stamped(case).content)


@KIND
def test_every_page_says_which_version_it_is(kind: str) -> None:
    case = Case(kind)
    there = pages(case)

    for number, page in enumerate(there, 1):
        wanted = (
            KINDS[kind].title,
            f"version 3 · {case.reference} · {WHEN}",
            "ersätter version 2 (1 september 2026)",
            f"sida {number} av {len(there)}",
        )
        assert [words for words in wanted if squeezed(words) not in page] == []


@KIND
def test_the_first_page_says_it_at_the_upper_right(kind: str) -> None:
    head = [
        word.text
        for word in words(stamped(Case(kind)).content)
        if word.page == 0 and word.left > 340 and word.bottom < 160
    ]

    told = "".join(head)
    assert f"Version3{Case(kind).reference}stämplad15december2026" in told
    assert "kl.14.02ersätterversion2(1september2026)" in told
    assert "plan.example.se/version" in told


@KIND
def test_a_stamped_copy_is_no_draft(kind: str) -> None:
    assert "UTKAST" not in "".join(pages(Case(kind)))


@KIND
def test_a_first_version_takes_the_place_of_none(kind: str) -> None:
    text = "".join(pages(Case(kind, stamp=FIRST)))

    assert squeezed("Version 1") in text
    assert "ersätterversion" not in text


def test_a_version_that_goes_on_from_another_says_so() -> None:
    case = Case("plan", stamp=(*FIRST, ("continues", CONTINUED)))

    for page in pages(case):
        assert squeezed("fortsätter version 2 av BP-0000000000") in page


@KIND
def test_it_is_called_by_its_version(kind: str) -> None:
    case = Case(kind)

    name = f"2026-12-15_{KINDS[kind].slug}_{case.reference}_v03"
    assert stamped(case).name == f"{name}.pdf"
    assert stamped(case, Format.PDF_FORM).name == f"{name}_skrivbar.pdf"


@KIND
def test_every_file_of_a_package_is_called_by_its_version(kind: str) -> None:
    names = list(unpacked(stamped(Case(kind), Format.ZIP).content))

    *files, data = names
    assert data == "data.json"
    assert [name for name in files if f"{Case(kind).reference}_v03" not in name] == []


@KIND
def test_it_carries_its_stamp_in_its_data(kind: str) -> None:
    there = attached(stamped(Case(kind)).content)

    assert there["stamp"] == stamp_of(Case(kind)).as_json()


def told(content: bytes) -> dict[str, str]:
    """Return what the metadata says, as XMP and as the older dictionary."""
    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_metadata() as found:
        names = ("dc:description", "xmpMM:DocumentID", "xmpMM:VersionID", "dc:title")
        there = {name: str(found.get(name, "")) for name in names}
        return {**there, "subject": str(pdf.docinfo.get("/Subject", ""))}


@KIND
def test_metadata_say_the_same(kind: str) -> None:
    content = stamped(Case(kind)).content

    there = told(content)

    reference = Case(kind).reference
    assert there["dc:title"] == KINDS[kind].title
    assert (there["xmpMM:DocumentID"], there["xmpMM:VersionID"]) == (reference, "3")
    words = f"Version 3 · {reference} · stämplad {WHEN}"
    before = "ersätter version 2 (1 september 2026)"
    assert there["dc:description"] == there["subject"] == f"{words} · {before}"
    xmp = reader(content).xmp_metadata
    assert xmp is not None
    assert xmp.xmpmm_document_id == reference
    assert [day.isoformat() for day in xmp.dc_date or ()] == ["2026-12-15T13:02:11"]


@KIND
def test_metadata_of_an_unstamped_copy_name_no_version(kind: str) -> None:
    plain = pipeline.render(taken(Case(kind)), Format.PDF).content

    there = told(plain)

    assert (there["xmpMM:DocumentID"], there["subject"]) == ("", "")


def poppler(content: bytes, dpi: int) -> Picture:
    """Return the first page as Poppler draws it."""
    program = needed.program("pdftoppm", "poppler-utils")
    call = [program, "-r", str(dpi), "-f", "1", "-l", "1", "-png", "-"]
    drawn = subprocess.run(call, input=content, capture_output=True, check=True)
    return Image.open(BytesIO(drawn.stdout))


def pdfium(content: bytes, dpi: int) -> Picture:
    """Return the first page as PDFium draws it."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        picture: Picture = pdf[0].render(scale=dpi / 72).to_pil()
        return picture
    finally:
        pdf.close()


def photocopied(picture: Picture) -> Picture:
    """Return a page as a tired copier makes it: grey, pale and a little blurred."""
    grey = picture.convert("L").filter(ImageFilter.GaussianBlur(0.8))
    return grey.point(lambda dark: 60 + dark * 150 // 255)


DRAWN = pytest.mark.parametrize("draw", [poppler, pdfium])


def codes(picture: Picture) -> list[tuple[str, str]]:
    """Return what stands in the codes of a page, and how they are secured."""
    return [(code.text, code.ec_level) for code in zxingcpp.read_barcodes(picture)]


@DRAWN
@KIND
def test_its_code_leads_to_the_page_of_the_version(kind: str, draw: Any) -> None:
    content = stamped(Case(kind)).content

    address = f"https://plan.example.se/version/{Case(kind).reference}/3"
    assert codes(draw(content, 150)) == [(address, "M")]
    assert codes(photocopied(draw(content, 100))) == [(address, "M")]


LONG = "https://kronobarnsmodellen.socialforvaltningen.exempelkommun.se/formular"


@DRAWN
def test_the_code_of_a_long_address_is_read_as_well(draw: Any) -> None:
    content = stamped(Case("consent", address=LONG)).content

    address = f"{LONG}/version/SA-7F3K92QD4M/3"
    assert codes(photocopied(draw(content, 100))) == [(address, "M")]


def test_a_short_address_has_no_smaller_code() -> None:
    for address in ("https://a.se", "https://plan.example.se", LONG):
        (code,) = zxingcpp.read_barcodes(
            poppler(stamped(Case("plan", address=address)).content, 150)
        )
        corners = code.position
        assert (corners.top_right.x - corners.top_left.x) * 25.4 / 150 >= 23.6


def test_a_code_is_black_on_white_with_white_around() -> None:
    picture = poppler(stamped(Case("plan", stamp=FIRST)).content, 300).convert("RGB")
    (code,) = zxingcpp.read_barcodes(picture)

    where = code.position
    left, top, right = where.top_left.x, where.top_left.y, where.top_right.x
    bottom, quiet = where.bottom_left.y, 4 * (right - left) // 33 - 2
    around = picture.crop((left - quiet, top - quiet, right + quiet, bottom + quiet))
    width, height = around.size
    edges = [
        around.crop(box).getextrema()
        for box in (
            (0, 0, width, quiet - 3),
            (0, 0, quiet - 3, height),
            (width - quiet + 3, 0, width, height),
            (0, height - quiet + 3, width, height),
        )
    ]
    assert set(edges) == {((255, 255),) * 3}
    red, green, blue = around.split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_what_marks_a_copy_stands_clear_of_the_code() -> None:
    marked = (
        ("invitation", "INSTÄLLT", (("cancelled", True),)),
        ("consent", "ÅTERKALLAT", (("withdrawal", {"by": "Lena Provdotter"}),)),
    )
    for kind, mark, change in marked:
        data = taken(Case(kind, change=change)).data
        content = stamped_data(kind, data)

        (there,) = [word for word in words(content) if word.text == mark]
        assert there.right < 340
        assert len(codes(photocopied(poppler(content, 100)))) == 1


def stamped_data(kind: str, data: dict[str, Any]) -> bytes:
    """Return the filing copy of data, stamped as it is."""
    case = Case(kind)
    stamp = replace(stamp_of(case), digest=digest_of(data))
    told = {**data, "stamp": seal_of(case).signed(stamp).as_json()}
    given = pipeline.take_in(KINDS[kind], told)
    return pipeline.render(given, Format.PDF, seal=seal_of(case)).content


@KIND
def test_a_screen_reader_hears_where_the_code_leads(kind: str) -> None:
    assert f"QR-kod till plan.example.se/version/{Case(kind).reference}/3" in figures(
        stamped(Case(kind)).content
    )


def figures(content: bytes) -> set[str]:
    """Return what is said of each picture."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return {
            str(each.Alt)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        }


@KIND
def test_without_an_address_it_says_whom_to_ask(kind: str) -> None:
    content = stamped(Case(kind, address="")).content

    text = pdf_text(content)
    assert squeezed(f"{ASK[kind]} om detta är den senaste versionen.") in text
    assert codes(poppler(content, 150)) == []
    assert "Läsavkoden" not in text


@KIND
def test_what_was_changed_since_goes_on_from_the_version(kind: str) -> None:
    copy = stamped(changed(kind))

    there = pdf_pages(copy.content)
    reference = changed(kind).reference
    assert squeezed(f"Fortsätter version 3 av {reference}") in there[0]
    for page in there:
        assert squeezed(f"fortsätter version 3\n{reference}") in page
        assert ("UTKASTsomfortsätter" in page) is (kind == "plan")
        assert "Version3" not in page
    assert copy.name.endswith("_utkast.pdf")
    assert codes(poppler(copy.content, 150)) == []


@KIND
def test_what_another_installation_stamped_cannot_be_checked(kind: str) -> None:
    there = pdf_pages(stamped(Case(kind, foreign=True)).content)

    doubt = squeezed("(kan inte kontrolleras här)")
    assert [page for page in there if doubt not in page] == []
    assert ("UTKAST" in there[0]) is (kind == "plan")


@pytest.mark.parametrize("foreign", [False, True])
def test_metadata_of_a_draft_tell_from_what_it_comes(foreign: bool) -> None:  # noqa: FBT001
    content = stamped(changed("plan", foreign=foreign)).content

    there = told(content)

    assert (there["xmpMM:DocumentID"], there["xmpMM:VersionID"]) == ("", "")
    root: Any = reader(content).root_object
    written = root["/Metadata"].get_data().decode("utf-8")
    assert "<xmpMM:DerivedFrom" in written
    assert "<stRef:versionID>3</stRef:versionID>" in written
    assert there["subject"].startswith("fortsätter version 3 av BP-7F3K92QD4M")


@KIND
def test_a_stamp_that_is_not_as_it_was_given_counts_for_nothing(kind: str) -> None:
    data = taken(Case(kind)).data
    data["stamp"]["version"] = 9

    forged = pipeline.take_in(KINDS[kind], data)
    copy = pipeline.render(forged, Format.PDF, seal=seal_of(Case(kind)))

    text = pdf_text(copy.content)
    assert "7F3K92QD4M" not in text
    assert ("UTKAST" in text) is (kind == "plan")


@KIND
def test_the_text_begins_with_the_version(kind: str) -> None:
    lines = stamped(Case(kind), Format.TXT).content.decode("utf-8").split("\n")

    reference = Case(kind).reference
    assert lines[1:6] == [
        "Version 3",
        f"Referens: {reference}",
        f"Stämplad: {WHEN}",
        "Ersätter version 2 (1 september 2026)",
        f"Är detta den senaste versionen? {ADDRESS}/version/{reference}/3",
    ]


def test_the_text_without_an_address_says_whom_to_ask() -> None:
    lines = stamped(Case("plan", address="", stamp=FIRST), Format.TXT).content

    fourth = lines.decode("utf-8").split("\n")[4]
    assert fourth == "Fråga samverkansansvarig om detta är den senaste versionen."


def test_the_text_of_what_was_changed_says_what_it_goes_on_from() -> None:
    plan = stamped(changed("plan"), Format.TXT).content.decode("utf-8")
    consent = stamped(changed("consent"), Format.TXT).content.decode("utf-8")

    first = plan.split("\n")[1]
    assert first == "UTKAST som fortsätter version 3 av BP-7F3K92QD4M"
    assert consent.split("\n")[1] == "Fortsätter version 3 av SA-7F3K92QD4M"


def test_the_same_stamped_document_is_the_same_file() -> None:
    for fmt in (Format.PDF, Format.PDF_FORM):
        case = Case("plan")
        again = pipeline.render(taken(case), fmt, seal=seal_of(case))
        assert again == stamped(case, fmt)
