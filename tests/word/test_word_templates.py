"""The Word templates say what the writable PDF says, and everyone can use them."""

import re
import zipfile
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree, html

from formsvc.areas import AREAS
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from tools.word_templates.__main__ import FOLDER, parts_of
from tools.word_templates.source import body_of, fields_of
from tools.word_templates.template import template_of

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {
    "w": W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
EACH = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
SHOWN = ("word/document.xml", "word/footer1.xml", "word/footer2.xml")
NOT_DATA = {"sign-version"}


def part(kind: Kind, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(FOLDER / f"{kind.name}.docx") as archive:
        return etree.fromstring(archive.read(name))


def every(tree: Any, path: str) -> list[Any]:
    return list(tree.xpath(path, namespaces=NAMES))


def words(element: Any) -> str:
    return "".join(every(element, ".//w:t/text()")).replace("\u2011", "-")


@EACH
def test_every_field_has_one_control_and_every_list_its_first_row(kind: Kind) -> None:
    tags = Counter(every(part(kind), "//w:sdtPr/w:tag/@w:val"))

    assert set(tags) - NOT_DATA == set(fields_of(kind))
    assert set(tags.values()) == {1}
    assert not [tag for tag in tags if re.search(r"-[1-9]\d*(-|$)", tag)]


@EACH
def test_every_control_and_drawing_has_a_number_of_its_own(kind: Kind) -> None:
    controls = every(part(kind), "//w:sdtPr/w:id/@w:val")
    drawings = [
        number
        for name in SHOWN
        for number in every(part(kind, name), "//wp:docPr/@id | //wpg:cNvPr/@id")
    ]

    assert len(set(controls)) == len(controls)
    assert len(set(drawings)) == len(drawings)


@EACH
def test_no_tag_of_jinja_stands_in_a_control(kind: Kind) -> None:
    inside = [words(each) for each in every(part(kind), "//w:sdtContent")]

    assert not [text for text in inside if re.search("[{}]", text)]


@EACH
def test_what_an_empty_control_shows_is_blank_and_known_to_word(kind: Kind) -> None:
    known = set(
        every(part(kind, "word/glossary/document.xml"), "//w:docPartPr/w:name/@w:val")
    )
    used = every(part(kind), "//w:placeholder/w:docPart/@w:val")
    blank = every(part(kind), "//w:sdt[w:sdtPr/w:showingPlcHdr]")

    assert set(used) == known
    assert blank
    assert {words(each).strip("\u2002") for each in blank} == {""}


@EACH
def test_every_word_of_the_pdf_stands_in_the_template(kind: Kind) -> None:
    body = body_of(kind)
    for gone in (*body.find_class("top"), *body.iter("option", "title", "svg")):
        gone.drop_tree()
    told = {
        " ".join(html.tostring(each, method="text", encoding="unicode").split())
        for each in body.iter("p", "li", "h3")
    }
    written = " ".join(words(part(kind)).split())

    assert [text for text in sorted(told) if text not in written] == []


@EACH
def test_every_table_has_a_header_row_and_says_what_it_holds(kind: Kind) -> None:
    tables = every(part(kind), "//w:tbl")

    for table in tables:
        assert every(table, "w:tblPr/w:tblCaption/@w:val")[0].strip()
        assert every(table, "w:tblPr/w:tblDescription/@w:val")[0].strip()
        rows = every(table, "w:tr")
        assert len(rows) == 1 or every(rows[0], "w:trPr/w:tblHeader")
        assert every(table, ".//w:gridSpan | .//w:vMerge | .//w:tbl") == []
    assert tables


@EACH
def test_two_tables_never_touch(kind: Kind) -> None:
    assert every(part(kind), "//w:tbl/following-sibling::*[1][self::w:tbl]") == []


@EACH
def test_headings_follow_one_another_without_a_jump(kind: Kind) -> None:
    styles = part(kind, "word/styles.xml")
    levels = {
        style.get(f"{{{W}}}styleId"): int(every(style, "w:pPr/w:outlineLvl/@w:val")[0])
        for style in every(styles, "//w:style[w:pPr/w:outlineLvl]")
    }
    met = [
        levels[style]
        for style in every(part(kind), "//w:p/w:pPr/w:pStyle/@w:val")
        if style in levels
    ]

    assert met[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(met))


@EACH
def test_every_picture_is_described_or_a_decoration(kind: Kind) -> None:
    for name in SHOWN:
        for picture in every(part(kind, name), "//wp:docPr"):
            assert picture.get("descr") or every(picture, ".//adec:decorative")


def test_the_wheel_has_both_looks_of_every_area() -> None:
    names = every(part(KINDS["plan"]), "//wpg:grpSp/wpg:cNvPr/@name")

    assert names == [
        f"wheel-{area.id}-{state}" for area in AREAS for state in ("off", "on")
    ]


@EACH
def test_a_template_is_swedish_open_and_alone(kind: Kind) -> None:
    with zipfile.ZipFile(FOLDER / f"{kind.name}.docx") as archive:
        texts = {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }

    assert 'w:lang w:val="sv-SE"' in texts["word/styles.xml"]
    assert "documentProtection" not in texts["word/settings.xml"]
    assert not [name for name, text in texts.items() if "TargetMode" in text]


def test_the_fonts_of_a_template_are_small() -> None:
    with zipfile.ZipFile(FOLDER / "plan.docx") as archive:
        sizes = [
            entry.file_size
            for entry in archive.infolist()
            if entry.filename.endswith(".odttf")
        ]

    assert len(sizes) == 2
    assert sum(sizes) < 80_000


@EACH
def test_templates_are_as_the_html_of_paper_says_and_made_alike(kind: Kind) -> None:
    made = template_of(kind)

    assert template_of(kind) == made
    assert parts_of((FOLDER / f"{kind.name}.docx").read_bytes()) == parts_of(made)
