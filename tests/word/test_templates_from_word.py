"""What is in templates that Word has saved: what stays, what goes, what is refused."""

import io
import zipfile
from typing import Any

import pytest
from word.hand_made import (
    NAMES,
    control,
    field,
    paragraph,
    relations,
    table,
    template,
    text,
)
from word.inside_word import W14, W, controls, every_control, filled, part, words

from formsvc.forms import KINDS
from formsvc.word.compiled import Contents
from formsvc.word.compiling import compile_template
from formsvc.word.faults import UnusableError
from formsvc.word.fields import fields_of
from formsvc.word.properties import About

PLAN, INVITATION = KINDS["plan"], KINDS["invitation"]
OWN = {"titel": "Plan", "utkast": "", "version": "", "personuppgifter": []}


def rendered(raw: bytes, data: Any = None, kind: Any = PLAN, **rows: int) -> bytes:
    """Return a document made with a template's file."""
    compiled = compile_template(raw, fields_of(kind, rows))
    return compiled.render(Contents(data or {}, OWN, About("Plan", "plan 1")))


def refused(raw: bytes, kind: Any = PLAN) -> str:
    """Return why a template cannot be used."""
    with pytest.raises(UnusableError) as failed:
        rendered(raw, {}, kind)
    return str(failed.value)


def related(*listed: tuple[str, str, str], **parts: str) -> dict[str, str | bytes]:
    """Return the parts of a template, and what its document refers to."""
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return {"word/_rels/document.xml.rels": relations(*listed), **named}


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_file_compressed_as_word_never_does_is_damaged(way: int) -> None:
    raw = template(field("reason"))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name), way)

    assert "skadad" in refused(made.getvalue())


def test_two_parts_whose_names_differ_by_capitals_are_one_too_many() -> None:
    twice: dict[str, str | bytes] = {
        "word/Styles.xml": "<x/>",
        "word/styles.xml": "<x/>",
    }

    assert "skadad" in refused(template(field("reason"), twice))


W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
STRAY = {
    "in-a-paragraph": paragraph(f"<w15:repeatingSection {W15}/>"),
    "in-the-body": f"<w15:repeatingSectionItem {W15}/>",
    "in-stray-properties": (
        f"<w:p><w:sdtPr><w15:repeatingSection {W15}/></w:sdtPr><w:r/></w:p>"
    ),
}


@pytest.mark.parametrize("stray", STRAY.values(), ids=list(STRAY))
def test_what_repeats_nothing_is_left_out(stray: str) -> None:
    made = rendered(template(paragraph(text("före")) + stray + field("reason")))

    assert words(made).startswith("före")
    assert [each.tag for each in every_control(made)] == ["reason"]


def deleted(*cells: str) -> str:
    """Return the row of a table that is deleted, with the change tracked."""
    inside = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    return f'<w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr>{inside}</w:tr>'


def test_a_row_that_is_deleted_does_not_come_back() -> None:
    two = table([[field("reason")], [paragraph(text("kvar"))]])
    gone = deleted(paragraph(text("struken")), field("dissent"))
    alone = f"<w:tbl><w:tblPr/><w:tblGrid/>{gone}</w:tbl>"
    inner = f"<w:tbl><w:tr><w:tc><w:tcPr/>{alone}</w:tc></w:tr></w:tbl>"

    made = rendered(
        template(two.replace("</w:tbl>", f"{gone}</w:tbl>") + alone + inner)
    )

    assert "kvar" in words(made)
    assert "struken" not in words(made)
    assert [each.tag for each in every_control(made)] == ["reason"]
    body = part(made, "word/document.xml")[0]
    assert len(body.findall(f"{W}tbl")) == 2
    assert [each.tag for each in body[-2][0][0]] == [f"{W}tcPr", f"{W}p"]


def test_a_cell_that_is_deleted_does_not_come_back() -> None:
    mark = "<w:tcPr><w:cellDel w:id='1'/></w:tcPr>"
    gone = f"<w:tc>{mark}{paragraph(text('struken'))}</w:tc>"
    kept = f"<w:tc>{paragraph(text('kvar'))}</w:tc>"
    rows = f"<w:tbl><w:tr>{kept}{gone}</w:tr><w:tr>{gone}</w:tr></w:tbl><w:p/>"

    made = rendered(template(rows))

    assert words(made).split() == ["kvar"]
    assert len(list(part(made, "word/document.xml").iter(f"{W}tr"))) == 1


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    ends = "<w:pPr><w:jc w:val='right'/><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    joined = f"<w:p>{ends}{text('Först ')}</w:p><w:p><w:pPr/>{text('sedan')}</w:p>"
    last = f"<w:p>{ends}{text('slut')}</w:p>"

    made = rendered(template(joined + last))

    assert words(made).splitlines() == ["Först sedan", "slut"]
    first = part(made, "word/document.xml")[0][0]
    assert first.find(f"{W}pPr/{W}jc") is None


ELSEWHERE = {
    "header": ("hdr", "ett sidhuvud"),
    "footer": ("ftr", "en sidfot"),
    "footnotes": ("footnotes", "en fotnot"),
    "endnotes": ("endnotes", "en slutnot"),
}


@pytest.mark.parametrize("sort", ELSEWHERE)
@pytest.mark.parametrize("tag", ["child-name", "participants-3-name"])
def test_a_field_where_nobody_reads_it_is_refused(sort: str, tag: str) -> None:
    root, told = ELSEWHERE[sort]
    content = f"<w:{root} {NAMES}>{field(tag)}</w:{root}>"
    parts = related(("rId1", sort, f"{sort}.xml"), **{sort: content})

    why = refused(template(field("reason"), parts))

    assert told in why
    assert f"({tag})" in why
    assert "flytta fältet till själva dokumentet" in why
    assert "ifylls" not in why


def test_which_version_it_is_may_stand_in_a_header() -> None:
    header = f"<w:hdr {NAMES}>{field('sign-version')}{field('signatur')}</w:hdr>"
    parts = related(("rId1", "header", "header.xml"), header=header)

    assert rendered(template(field("reason"), parts), {"reason": "x"})


def in_two_forms(new: str, old: str | None) -> str:
    """Return a text box as Word writes it, `old` for programs before 2010."""
    fallback = (
        "" if old is None else f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback>"
    )
    return paragraph(
        "<w:r><mc:AlternateContent><mc:Choice Requires='w14'>"
        f"<w:pict>{new}</w:pict></mc:Choice>{fallback}</mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize("old", [None, "", field("dissent")])
def test_a_field_in_a_text_box_that_is_not_read_is_refused(old: str | None) -> None:
    why = refused(template(in_two_forms(field("reason"), old)))

    assert "”Varför planen görs” (reason) står i en textruta" in why


def test_a_field_in_both_forms_of_a_text_box_is_filled_in_both() -> None:
    box = in_two_forms(field("reason"), field("reason"))

    made = every_control(rendered(template(box), {"reason": "Båda"}))

    assert [each.text for each in made] == ["Båda", "Båda"]


def test_a_list_of_texts_is_repeated_by_the_row_below_a_head_alone() -> None:
    row = [field("questions-0")]
    headed = template(table([[paragraph(text("Fråga"))], row]))
    plain = template(table([row]).replace("<w:tblHeader/>", ""))

    rows = [
        len(
            list(
                part(rendered(raw, {}, INVITATION), "word/document.xml").iter(f"{W}tr")
            )
        )
        for raw in (headed, plain)
    ]

    assert rows == [1 + 4, 1]
    assert len(every_control(rendered(plain, {}, INVITATION))) == 4


def test_what_settings_tell_of_those_who_made_it_is_left_out() -> None:
    settings = (
        f"<w:settings {NAMES}><w:docVars><w:docVar w:name='handläggare'"
        " w:val='Karin'/></w:docVars><w:defaultTabStop w:val='1304'/></w:settings>"
    )
    parts = related(("rId1", "settings", "settings.xml"), settings=settings)

    made = part(rendered(template(field("reason"), parts)), "word/settings.xml")

    tags = [each.tag.removeprefix(W) for each in made]
    assert tags == ["documentProtection", "defaultTabStop"]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.se/", True),
        ("http://example.se/", True),
        ("mailto:barn@example.se", True),
        ("file:///c:/mallar/", False),
        ("javascript:alert(1)", False),
        ("ftp://example.se/", False),
        ("\\\\server\\mallar", False),
    ],
)
def test_links_go_to_pages_and_mail_alone(address: str, kept: bool) -> None:  # noqa: FBT001
    linked = f"<w:hyperlink r:id='rId1'>{text('länk')}</w:hyperlink>"
    listed = relations(("rId1", "hyperlink", address))
    outside = listed.replace("/></Rel", ' TargetMode="External"/></Rel')
    raw = template(paragraph(linked), {"word/_rels/document.xml.rels": outside})

    if kept:
        assert address in str(rels(rendered(raw)))
    else:
        assert "hämtas utifrån" in refused(raw)


def rels(content: bytes) -> list[str]:
    """Return what the document refers to."""
    root = part(content, "word/_rels/document.xml.rels")
    return [each.get("Target") for each in root]


GLOSSARY = (
    f"<w:glossaryDocument {NAMES}><w:docParts><w:docPart><w:docPartPr>"
    "<w:name w:val='Fyll i'/></w:docPartPr><w:docPartBody><w:p/></w:docPartBody>"
    "</w:docPart></w:docParts></w:glossaryDocument>"
)


@pytest.mark.parametrize(("shown", "kept"), [("Fyll i", ["Fyll i"]), ("Borta", [])])
def test_an_empty_control_shows_what_the_template_has(
    shown: str, kept: list[str]
) -> None:
    parts = related(("rId1", "glossaryDocument", "g.xml"), g=GLOSSARY)
    placeholder = f"<w:placeholder><w:docPart w:val='{shown}'/></w:placeholder>"

    made = rendered(template(paragraph(control("reason", "", placeholder)), parts))

    (only,) = every_control(made)
    assert [each.get(f"{W}val") for each in only.element.iter(f"{W}docPart")] == kept


WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = (
    f"<w:r><w:drawing><wp:inline xmlns:wp='{WP}'><wp:docPr id='1' name='b'/>"
    "</wp:inline></w:drawing></w:r>"
)


def test_each_picture_and_control_of_repeated_rows_has_a_number_of_its_own() -> None:
    other = control("signatur")
    row = [
        paragraph(PICTURE + control("participants-0-name")),
        paragraph(other + PICTURE + control("participants-0-role")),
    ]
    second = [paragraph(PICTURE + control("guardians-0-name"))]
    body = (
        paragraph(PICTURE + other)
        + table([[paragraph(text("Namn"))] * 2, row])
        + paragraph(PICTURE + other)
        + table([[paragraph(text("Namn"))], second])
        + paragraph(PICTURE + other + control("reason"))
    )

    made = rendered(template(body), {"reason": "x"}, participants=8, guardians=16)

    root = part(made, "word/document.xml")
    drawn = [int(each.get("id")) for each in root.iter(f"{{{WP}}}docPr")]
    ids = [int(str(each.said("id"))) for each in every_control(made)]
    assert drawn == list(range(1, 1 + 3 + 2 * 8 + 16))
    assert ids == list(range(1, 1 + 3 + 3 * 8 + 16 + 1))


def test_rows_say_their_number_and_hold_values_of_every_sort() -> None:
    tags = ("name", "attended", "signatur")
    row = [field(f"guardians-0-{tag}") for tag in tags]
    people = [{"name": f"Nr {n}", "attended": n % 2 == 0} for n in range(5)]
    raw = template(table([[paragraph(text("x"))] * 3, row]) + field("reason"))

    made = rendered(raw, {"guardians": people, "reason": "x"}, guardians=8)

    found = controls(made)
    assert found["guardians-4-name"].said("alias") == "Vårdnadshavare 5, Namn"
    assert [found[f"guardians-{n}-attended"].text for n in range(4)] == [
        *("true", "", "true", "")
    ]
    assert filled(made)["guardians-4-name"] == "Nr 4"
    assert found["guardians-7-name"].empty
    assert f"{W14}checkbox" in [
        each.tag for each in found["guardians-7-attended"].element[0]
    ]


def test_words_of_the_template_in_a_row_are_the_same_in_all() -> None:
    row = field("questions-0")
    inside = row.replace(
        "<w:sdt>", text("{% if titel %}{{ titel }}{% endif %}") + "<w:sdt>"
    )

    made = rendered(template(inside), {}, INVITATION)

    assert words(made).count("Plan") == 4


@pytest.mark.parametrize("opened", ["{% if titel %}", "{% endif %}"])
def test_what_begins_in_a_row_ends_there(opened: str) -> None:
    begin, end = ("", "{% endif %}") if "titel" in opened else ("{% if titel %}", "")
    row = field("questions-0").replace("<w:sdt>", text(opened) + "<w:sdt>")
    raw = template(paragraph(text(begin)) + row + paragraph(text(end)))

    assert "”if”" in refused(raw, INVITATION) or "”endif”" in refused(raw, INVITATION)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_no_list_stands_in_the_row_of_another(kind: Any) -> None:
    lists = fields_of(kind, {}).lists

    assert not [name for name in lists if any(f"{each}-0" in name for each in lists)]
