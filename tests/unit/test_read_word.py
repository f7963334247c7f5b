"""What a Word document that comes back holds: every way in which people fill it in."""

import json
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
import worddocs
from worddocs import dated, docx, line, parts, row, run, sdt, table, ticked, typed

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.findings import Finding
from formsvc.formkit.data import canonical
from formsvc.formkit.formdata import UNREADABLE_STAMP
from formsvc.forms import KINDS
from formsvc.readers import read_file

KIND = pytest.mark.parametrize("kind", KINDS)

MERGED = "slagits ihop"


def example(kind: str) -> Any:
    return canonical(pipeline.take_in(KINDS[kind], KINDS[kind].example()).data)


def file_of(body: str, **more: bytes) -> bytes:
    """Return a file with a body that says by itself which form it is."""
    made = parts(body, **more)
    made["customXml/item1.xml"] = worddocs.own_part("plan 1")
    return docx(made)


def fields(body: str) -> dict[str, str]:
    """Return the fields that are read of a body."""
    return dict(read_file(file_of(body)).fields)


def content(inner: str) -> str:
    """Return what is read of a text whose control has that content."""
    return fields(line(sdt("reason", inner)))["reason"]


def findings(body: str, **more: bytes) -> list[Finding]:
    """Return what is said of a file, but for the fields that these few are not."""
    return [
        finding
        for finding in pipeline.opened(file_of(body, **more)).shape
        if finding.rule != "file.missing_fields"
    ]


# Whole documents.


@KIND
def test_a_whole_document_is_read(kind: str) -> None:
    opened = pipeline.opened(docx(worddocs.written(kind, KINDS[kind].example())))

    assert opened.kind.name == kind
    assert opened.shape == []
    assert canonical(opened.data) == example(kind)


@KIND
def test_a_blank_is_a_document_with_nothing_in_it(kind: str) -> None:
    opened = pipeline.opened(docx(worddocs.written(kind, {}, spare=4)))

    assert opened.kind.name == kind
    assert opened.shape == []
    assert canonical(opened.data) == {}


@KIND
def test_a_document_that_does_not_say_what_it_is_is_known_by_its_fields(
    kind: str,
) -> None:
    made = worddocs.written(kind, KINDS[kind].example())
    del made["customXml/item1.xml"], made["docProps/custom.xml"]

    opened = pipeline.opened(docx(made))

    assert opened.kind.name == kind
    assert canonical(opened.data) == example(kind)


def test_a_strict_document_is_read() -> None:
    """`Strict Open XML` of Word's list of formats has other namespaces."""
    made = worddocs.written("plan", KINDS["plan"].example())
    office = "http://schemas.openxmlformats.org/"
    strict = {
        f"{office}wordprocessingml/2006/main": "wordprocessingml/main",
        f"{office}officeDocument/2006/relationships": "officeDocument/relationships",
        f"{office}officeDocument/2006/math": "officeDocument/math",
    }
    for name in made:
        for uri, other in strict.items():
            twin = (worddocs.STRICT + other).encode()
            made[name] = made[name].replace(uri.encode(), twin)
        made[name] = made[name].replace(
            f"{worddocs.OFFICE}officeDocument".encode(),
            f"{worddocs.STRICT}officeDocument/relationships/officeDocument".encode(),
        )

    opened = pipeline.opened(docx(made))

    assert b"purl.oclc.org" in made["word/document.xml"]
    assert opened.shape == []
    assert canonical(opened.data) == example("plan")


def test_the_document_may_lie_under_another_name() -> None:
    """Word on the web writes `document2.xml`."""
    made = parts(line(typed("reason", "Lugn")))
    made["word/document2.xml"] = made.pop("word/document.xml")
    made["[Content_Types].xml"] = worddocs.types(part="word/document2.xml")
    made["_rels/.rels"] = worddocs.relations(
        (f"{worddocs.OFFICE}officeDocument", "/word/document2.xml")
    )
    made["customXml/item3.xml"] = worddocs.own_part("plan 1")

    assert read_file(docx(made)).fields == (("reason", "Lugn"),)


# Where controls stand.


LUGN = line(run("Lugn"))


@pytest.mark.parametrize(
    "body",
    [
        line(sdt("reason", run("Lugn"))),
        sdt("reason", LUGN),
        table("<w:tr>" + sdt("reason", f"<w:tc>{LUGN}</w:tc>") + "</w:tr>"),
        table(sdt("reason", row(run("Lugn")))),
        sdt("reason", table(row(run("Lugn")))),
        sdt("", line(typed("reason", "Lugn")), "<w15:repeatingSection/>"),
        line(f"<w:hyperlink>{typed('reason', 'Lugn')}</w:hyperlink>"),
        line(f"<w:ins w:id='1'>{typed('reason', 'Lugn')}</w:ins>"),
        f"<w:customXml>{line(typed('reason', 'Lugn'))}</w:customXml>",
    ],
    ids=["line", "body", "cell", "row", "table", "section", "link", "ins", "custom"],
)
def test_a_control_is_read_wherever_it_stands(body: str) -> None:
    assert fields(body) == {"reason": "Lugn"}


def test_the_innermost_control_with_a_name_owns_its_text() -> None:
    inner = typed("child-name", "Bo")
    unnamed = sdt("", run("och Ek"))

    read = fields(sdt("reason", line(f"{run('Med ')}{inner}{unnamed}")))

    assert read == {"reason": "Med och Ek", "child-name": "Bo"}


def test_a_control_within_one_of_the_same_name_is_that_one() -> None:
    twice = sdt("areas-home-has_need", ticked("areas-home-has_need", on=True))

    assert fields(line(sdt("reason", typed("reason", "Lugn")) + twice)) == {
        "reason": "Lugn",
        "areas-home-has_need": "true",
    }


@pytest.mark.parametrize("sort", ["group", "docPartObj", "picture"])
def test_a_control_that_holds_others_has_no_text(sort: str) -> None:
    outer = sdt(
        "child-name", line(run("Namn ") + typed("reason", "Lugn")), f"<w:{sort}/>"
    )

    assert fields(outer) == {"reason": "Lugn"}


def test_a_placeholder_in_a_control_is_no_text() -> None:
    hint = sdt("", run("Klicka här"), "<w:showingPlcHdr/>")

    assert content(f"{run('Lugn')}{hint}") == "Lugn"


# What stands in them.


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"{run('Lu')}<w:proofErr/>{run('gn')}", "Lugn"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/></w:r>", "a\tb\t"),
        ("<w:r><w:t>08</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "08\u20111"),
        (
            "<w:r><w:t>sam</w:t><w:softHyphen/><w:t>verkan</w:t></w:r>",
            "sam\u00adverkan",
        ),
        (f"<w:hyperlink>{run('länk')}</w:hyperlink>", "länk"),
        (f"<w:fldSimple w:instr='DATE'>{run('i dag')}</w:fldSimple>", "i dag"),
        (
            (
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
                "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
                f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('svar')}"
                "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
            ),
            "svar",
        ),
        (f"{run('Lugn')}<w:r><w:commentReference w:id='1'/></w:r>", "Lugn"),
        (f"{run('Lugn')}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "Lugnx+1"),
        ("<w:r><w:t>a &amp; b &lt;c&gt; &#x1F642;</w:t></w:r>", "a & b <c> 🙂"),
        ("<w:r><w:t><![CDATA[<b>]]></w:t></w:r>", "<b>"),
        (
            (
                "<w:r><mc:AlternateContent><mc:Choice Requires='w16se'>"
                "<w16se:symEx w16se:char='1F642'/><w:t>fel</w:t></mc:Choice>"
                "<mc:Fallback><w:t>🙂</w:t></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            "🙂",
        ),
    ],
)
def test_what_is_written_is_read_as_it_shows(inner: str, text: str) -> None:
    assert content(inner) == text


@pytest.mark.parametrize(
    "name",
    ["drawing", "pict", "object", "footnoteReference", "endnoteReference"],
)
def test_what_is_no_text_in_a_text_is_told_of(name: str) -> None:
    """A picture that is outside all controls is the form's own."""
    shown = f"<w:r><w:{name}/></w:r>"
    [told] = findings(line(sdt("reason", run("Lugn") + shown) + shown))

    assert content(run("Lugn") + shown) == "Lugn\N{REPLACEMENT CHARACTER}"
    assert (told.rule, told.field) == ("file.strange_sign", "reason")
    assert findings(line(typed("reason", "Lugn") + shown)) == []


def test_a_picture_in_a_placeholder_is_no_matter() -> None:
    hint = sdt("reason", "<w:r><w:drawing/></w:r>", "<w:showingPlcHdr/>")

    assert findings(line(hint + typed("child-name", "Bo"))) == []


def test_a_field_in_a_picture_is_read() -> None:
    box = f"<w:r><w:pict>{line(typed('child-name', 'Bo'))}</w:pict></w:r>"

    assert fields(line(box)) == {"child-name": "Bo"}


def test_an_emoji_without_another_way_to_show_it_is_read() -> None:
    sign = '<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/>'

    assert content(f"<w:r>{sign}</w:r>") == "😊"


@pytest.mark.parametrize("sign", ["✓", "✔", "✗", "☑", "☐", "□", "x", "☐ ja"])
def test_a_sign_of_a_box_in_a_text_is_text(sign: str) -> None:
    box = "<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>"

    assert content(run(sign)) == sign
    assert fields(line(sdt("reason", run(sign), box))) == {"reason": sign}
    assert findings(line(typed("reason", sign))) == []


def test_paragraphs_of_a_control_are_lines() -> None:
    block = sdt("reason", f"{line(run('ett'))}{line('')}{line(run('två'))}")

    assert fields(block) == {"reason": "ett\n\ntvå"}


@pytest.mark.parametrize(
    ("font", "number", "sign"),
    [
        ("Wingdings", "F04A", "☺"),
        ("Wingdings", "F0E0", "→"),
        ("Wingdings", "004C", "☹"),
        ("Symbol", "F0B3", "≥"),
        ("Segoe UI Emoji", "1F642", "🙂"),
        ("Calibri", "2192", "→"),
    ],
)
def test_a_sign_of_a_font_is_the_character_that_it_shows(
    font: str, number: str, sign: str
) -> None:
    assert content(f'<w:r><w:sym w:font="{font}" w:char="{number}"/></w:r>') == sign


@pytest.mark.parametrize(
    "inner",
    [
        '<w:r><w:sym w:font="Webdings" w:char="F04A"/></w:r>',
        '<w:r><w:sym w:font="Calibri" w:char="D800"/></w:r>',
        '<w:r><w:sym w:font="Calibri" w:char="x"/></w:r>',
        "<w:r><w:sym/></w:r>",
        "<w:r><mc:AlternateContent><mc:Choice/></mc:AlternateContent></w:r>",
    ],
)
def test_a_sign_that_is_not_known_is_told_of(inner: str) -> None:
    body = line(sdt("reason", inner))
    [told] = findings(body)

    assert fields(body) == {"reason": "\N{REPLACEMENT CHARACTER}"}
    assert (told.rule, told.field) == ("file.strange_sign", "reason")


def test_a_placeholder_is_empty_whatever_it_says() -> None:
    hint = sdt("reason", run("Klicka här"), "<w:showingPlcHdr/><w:text/>")
    switched_off = sdt("child-name", run("Bo"), '<w:showingPlcHdr w:val="false"/>')

    assert fields(line(hint + switched_off)) == {"reason": "", "child-name": "Bo"}


@pytest.mark.parametrize("blank", ["\u2002" * 5, " ", "", "\xa0\u2003"])
def test_blank_text_is_empty(blank: str) -> None:
    assert content(run(blank)) == ""


def test_a_control_that_is_gone_is_told_of_and_never_read_as_emptied() -> None:
    body = "".join(line(typed(name, "x")) for name in ("reason", "child-name"))

    opened = pipeline.opened(file_of(body))

    assert set(opened.formdata) == {"reason", "child-name"}
    assert [one.rule for one in opened.shape] == ["file.missing_fields"]
    assert "Word" in opened.shape[0].fix
    assert "pdf" not in opened.shape[0].fix


# Check boxes, choices, dates.


NEED = "areas-home-has_need"


@pytest.mark.parametrize(
    ("box", "is_on"),
    [
        (ticked(NEED, on=True), True),
        (ticked(NEED, on=False), False),
        (ticked(NEED, on=True, glyph="☐"), True),
        (ticked(NEED, on=False, glyph="☒"), False),
        (sdt(NEED, run("☒"), "<w14:checkbox/>"), True),
        (sdt(NEED, run("☐"), "<w14:checkbox/>"), False),
        (sdt(NEED, run("☑"), "<w:text/>"), True),
        (sdt(NEED, run("☐"), "<w:text/>"), False),
        (
            sdt(NEED, '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', ""),
            True,
        ),
        (sdt(NEED, run("Ja."), "<w:text/>"), True),
        (sdt(NEED, run("nej"), "<w:text/>"), False),
        (sdt(NEED, run("☐ ja"), "<w:text/>"), False),
    ],
)
def test_a_check_box_is_what_its_state_says(box: str, *, is_on: bool) -> None:
    read = fields(line(box))

    assert read == ({NEED: "true"} if is_on else {})


@pytest.mark.parametrize(
    ("on", "glyph", "told"),
    [
        (True, "☑", []),
        (True, "☒", []),
        (False, "☐", []),
        (True, "⊠", []),
        (True, "☐", ["file.tick"]),
        (False, "☒", ["file.tick"]),
        (False, "x", ["file.tick"]),
        (False, "ja", ["file.tick"]),
        (False, "☒ ja", ["file.tick"]),
        (False, "☐ ja", ["file.tick"]),
        (False, "nej", []),
        (False, "☐ nej", []),
        (True, "Ja!", []),
        (True, "☒ x", []),
        (True, "nej", ["file.tick"]),
        (True, "☒ bara på måndagar", ["file.tick"]),
        (False, "å" * 5_000, ["file.tick"]),
    ],
)
def test_a_check_box_that_shows_another_thing_than_it_is_is_told_of(
    glyph: str, told: list[str], *, on: bool
) -> None:
    body = line(typed("reason", "x") + ticked(NEED, on=on, glyph=glyph))

    assert [one.rule for one in findings(body)] == told


STATUS = "areas-home-measures-0-status"
TODAY = [("", "–"), ("planned", "Planerad"), ("done", "Klar")]


@pytest.mark.parametrize(
    ("shown", "items", "value"),
    [
        ("Klar", TODAY, "done"),
        ("klar", TODAY, "done"),
        ("done", TODAY, "done"),
        ("–", TODAY, ""),
        ("Inget valt", [("", "Inget valt"), *TODAY], ""),
        ("", TODAY, ""),
        ("Färdig", [("done", "Färdig")], "done"),
        ("Nästan klar", TODAY, "Nästan klar"),
        ("Klar", [("planned", "Klar")], "done"),
        ("Klar", [], "done"),
    ],
)
def test_a_choice_is_what_it_shows(
    shown: str, items: list[tuple[str, str]], value: str
) -> None:
    """Its own list counts only for words that the form of today does not have."""
    body = line(typed("reason", "x") + worddocs.chosen(STATUS, shown, items))

    [measure] = pipeline.opened(file_of(body)).data["areas"]["home"]["measures"] or [{}]
    assert measure.get("status", "") == value


@pytest.mark.parametrize(
    ("shown", "kept", "read"),
    [
        ("2026-12-15", "2026-12-15", "2026-12-15"),
        ("1 april 2026", "2026-04-01", "2026-04-01"),
        ("2026-12-15", "", "2026-12-15"),
        ("våren 2026", "", "våren 2026"),
        ("", "2026-12-15", ""),
        ("2026-12-15", "nonsense", "2026-12-15"),
    ],
)
def test_a_date_is_what_it_shows(shown: str, kept: str, read: str) -> None:
    body = line(dated("meeting-date", shown, kept))

    assert pipeline.opened(file_of(body)).data["meeting"]["date"] == read
    assert findings(body) == []


@pytest.mark.parametrize("shown", ["Bestäms senare", "16 december", "April 1st"])
def test_a_date_in_words_is_what_it_shows_and_its_calendar_is_told_of(
    shown: str,
) -> None:
    body = line(dated("meeting-date", shown, "2026-12-15"))
    [told] = findings(body)
    asked = [one.field for one in pipeline.check(pipeline.opened(file_of(body)))]

    assert fields(body) == {"meeting-date": shown}
    assert (told.rule, told.field) == ("file.date_text", "meeting-date")
    assert f"”{shown}”" in told.message
    assert "15 december 2026" in told.message
    assert asked.count("meeting-date") == 2


def test_a_date_that_says_two_days_is_the_shown_one_and_told_of() -> None:
    body = line(dated("meeting-date", "2026-12-15", "2026-12-16"))
    [told] = findings(body)

    assert fields(body) == {"meeting-date": "2026-12-15"}
    assert (told.rule, told.field) == ("file.two_dates", "meeting-date")
    assert "15 december 2026" in told.message
    assert "16 december 2026" in told.message


def test_of_very_many_dates_in_words_it_is_told_how_many() -> None:
    name = "areas-home-measures-{}-start"
    told = findings(
        "".join(line(dated(name.format(n), "Snart", "2026-12-15")) for n in range(50))
    )

    assert len(told) == 41
    assert told[-1].field == ""
    assert "I 10 datumfält till" in told[-1].message


# Tracked changes and comments.


def test_tracked_changes_are_read_as_accepted_and_told_of() -> None:
    inner = (
        f"<w:del><w:r><w:delText>gammalt</w:delText></w:r>{run('bort')}</w:del>"
        f"<w:moveFrom>{run('flyttat')}</w:moveFrom>"
        f"<w:ins>{run('nytt')}</w:ins><w:moveTo>{run(' hit')}</w:moveTo>"
    )
    [told] = findings(line(sdt("reason", inner)))

    assert content(inner) == "nytt hit"
    assert told.rule == "file.tracked_changes"


def test_a_paragraph_whose_end_is_struck_goes_on_in_the_next() -> None:
    struck = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{}</w:p>"
    block = sdt("reason", f"{struck.format(run('ett '))}{line(run('två'))}")

    assert fields(block) == {"reason": "ett två"}


def test_a_run_that_is_marked_as_struck_ends_no_paragraph() -> None:
    mark = "<w:r><w:rPr><w:del w:id='1'/></w:rPr><w:t>ett</w:t></w:r>"

    assert fields(sdt("reason", line(mark) + line(run("två")))) == {
        "reason": "ett\ntvå"
    }


def test_a_row_that_is_struck_is_not_there() -> None:
    struck = "<w:trPr><w:del w:id='1'/></w:trPr>"
    rows = table(
        row(typed("guardians-0-name", "Bo"), more=struck),
        row(typed("guardians-1-name", "Ek"), more="<w:trPr><w:ins w:id='2'/></w:trPr>"),
    )

    assert fields(rows + line(typed("reason", "x"))) == {
        "guardians-0-name": "Ek",
        "reason": "x",
    }


def test_comments_are_told_of_and_not_read() -> None:
    said = "".join(
        f"<w:comment w:id='{n}' w:author='A'>{line(run(f'Fråga {n}'))}</w:comment>"
        for n in range(7)
    )
    comments = worddocs.xml(said, "comments", "x")
    [told] = findings(line(typed("reason", "Lugn")), comments=comments)

    assert told.rule == "file.comments"
    assert "”Fråga 0”" in told.message
    assert "Fråga 5" not in told.message
    assert "och 2 till" in told.message


def test_a_part_of_comments_with_nothing_in_it_is_no_matter() -> None:
    comments = worddocs.xml("", "comments", "x")

    assert findings(line(typed("reason", "Lugn")), comments=comments) == []


# Rows.


def guardian(number: int, name: str, phone: str = "") -> str:
    return row(
        typed(f"guardians-{number}-name", name),
        typed(f"guardians-{number}-phone", phone),
        ticked(f"guardians-{number}-attended", on=False),
    )


def names(body: str) -> list[str]:
    data = pipeline.opened(file_of(body)).data
    return [one["name"] for one in data["guardians"]]


def test_a_copied_row_comes_after_the_last_and_is_told_of() -> None:
    body = table(
        guardian(0, "Bo"),
        guardian(0, "Bo igen"),
        guardian(1, "Ek"),
        guardian(1, "Ek igen"),
        guardian(2, ""),
    )
    told = findings(body)

    assert names(body) == ["Bo", "Ek", "Bo igen", "Ek igen"]
    assert [one.rule for one in told] == ["file.copied_row"] * 2
    assert [one.field for one in told] == ["guardians-2-name", "guardians-3-name"]


def test_a_row_that_is_copied_twice_is_two_rows() -> None:
    body = table(*(guardian(0, name) for name in ("Bo", "Ek", "Al")))

    assert names(body) == ["Bo", "Ek", "Al"]


def test_of_very_many_copied_rows_it_is_told_how_many() -> None:
    told = findings(table(*(guardian(0, f"Bo {n}") for n in range(50))))

    assert len(told) == 41
    assert told[-1].field == ""
    assert "9 ställen till: Raden är kopierad" in told[-1].message


def test_an_empty_copy_of_a_row_is_no_matter() -> None:
    body = table(guardian(0, "Bo"), guardian(0, ""))

    assert names(body) == ["Bo"]
    assert findings(body) == []


def test_a_row_of_several_rows_of_a_table_is_copied_as_one() -> None:
    def block(name: str, phone: str) -> str:
        return table(
            row(typed("guardians-0-name", name)), row(typed("guardians-0-phone", phone))
        )

    body = block("Bo", "0470-58 00 00") + block("Ek", "0470-58 00 01")

    assert names(body) == ["Bo", "Ek"]


def test_a_row_that_was_taken_away_is_not_there() -> None:
    body = table(guardian(0, "Bo"), guardian(2, "Al"), guardian(2, "Ek"))

    assert names(body) == ["Bo", "Al", "Ek"]
    assert [one.field for one in findings(body)] == ["guardians-2-name"]


@pytest.mark.parametrize("lacks", range(3))
def test_a_copied_row_that_lacks_a_field_is_still_a_row(lacks: int) -> None:
    names = ("name", "phone", "email")

    def cells(text: str) -> list[str]:
        return [typed(f"guardians-0-{name}", f"{text} {name}") for name in names]

    copy = [cell for at, cell in enumerate(cells("Ek")) if at != lacks]
    left = [f"Ek {name}" for at, name in enumerate(names) if at != lacks]
    for rows in ((cells("Bo"), copy), (copy, cells("Bo"))):
        body = line(typed("reason", "x")) + table(*(row(*each) for each in rows))
        data = pipeline.opened(file_of(body)).data
        texts = [[text for text in one.values() if text] for one in data["guardians"]]

        assert sorted(texts) == [[f"Bo {name}" for name in names], left]
        assert [one.rule for one in findings(body)] == ["file.copied_row"]


def test_copies_are_found_also_where_another_field_is_there_twice() -> None:
    body = line(typed("reason", "") + typed("child-name", "Bo")) + line(
        typed("reason", "Lugn") + typed("dissent", "Ingen")
    )

    read = fields(body + table(guardian(0, "Bo"), guardian(0, "Ek")))

    assert read["reason"] == "Lugn"
    assert read["guardians-1-name"] == "Ek"


@pytest.mark.parametrize("texts", [("Lugn", ""), ("", "Lugn"), ("", "Lugn", "Lugn")])
def test_a_field_that_is_there_again_without_text_is_the_filled_one(
    texts: tuple[str, ...],
) -> None:
    body = "".join(line(typed("reason", text)) for text in texts)

    assert fields(body) == {"reason": "Lugn"}
    assert findings(body) == []


ONCE = line(typed("child-name", "Bo")) + line(typed("dissent", "Ingen"))
TWO_PHONES = row(
    typed("guardians-0-name", "Bo")
    + typed("guardians-0-phone", "1")
    + typed("guardians-0-phone", "2")
)


@pytest.mark.parametrize(
    ("body", "called"),
    [
        (
            line(typed("reason", "ett")) + line(typed("reason", "två")),
            "Varför planen görs",
        ),
        (
            table(guardian(0, "Bo"), row(typed("guardians-0-name", "Ek"))),
            "Vårdnadshavare 1, Namn",
        ),
        (table(TWO_PHONES), "Vårdnadshavare 1, Telefon"),
        (
            line(ticked(NEED, on=True)) + line(ticked(NEED, on=False)),
            "Områden, Hemmet, Behov av insatser finns",
        ),
    ],
    ids=["field", "part of a row", "same place", "box"],
)
def test_a_field_that_is_there_twice_and_says_two_things_is_told_by_name(
    body: str, called: str
) -> None:
    with pytest.raises(UnreadableError, match="på flera ställen") as told:
        pipeline.opened(file_of(ONCE + body))

    assert f"”{called}”" in str(told.value)
    assert MERGED not in str(told.value)


def test_of_very_many_fields_that_say_two_things_some_are_named() -> None:
    many = [f"areas-{area}-needs" for area in KINDS["plan"].example()["areas"]]
    others = [f"areas-{area}-goals" for area in KINDS["plan"].example()["areas"]]
    once = "".join(line(typed(name, "x")) for name in others)
    twice = "".join(line(typed(name, text)) for text in "ab" for name in many)

    with pytest.raises(UnreadableError, match=r"”.*”, ”.*”, ”.*”, ”.*”, och \d till"):
        pipeline.opened(file_of(ONCE + once + twice))


@pytest.mark.parametrize(
    "body",
    [
        line(typed("reason", "ett") + typed("dissent", "x"))
        + line(typed("reason", "två") + typed("dissent", "y")),
        line(typed("reason", "x")) * 2 + table(guardian(0, "Bo"), guardian(0, "Ek")),
    ],
    ids=["fields", "rows"],
)
def test_most_fields_twice_with_other_texts_are_several_documents(body: str) -> None:
    with pytest.raises(UnreadableError, match=MERGED):
        pipeline.opened(file_of(body))


def test_fields_of_lists_that_no_form_has_are_no_rows() -> None:
    body = line(typed("reason", "x")) + "".join(
        line(typed(f"l{n}-0", text)) for n in range(3) for text in "ab"
    )

    assert [one.field for one in findings(body)] == [
        f"l{n}-0" for n in range(3) for _text in "ab"
    ]


def test_a_document_that_is_there_twice_alike_is_read_once() -> None:
    body = line(typed("reason", "x")) + table(guardian(0, "Bo"))

    assert names(body * 2) == ["Bo"]
    assert findings(body * 2) == []


# What the document says of itself.


STAMP = {"kind": "plan", "version": 3}
REASON = line(typed("reason", "Lugn"))


def stamped(item: bytes | None, **said: str) -> bytes:
    made = parts(REASON + line(typed("sign-version", "Version 3")))
    made["docProps/custom.xml"] = worddocs.properties(FormsvcForm="plan 1", **said)
    if item is not None:
        made["customXml/item7.xml"] = item
    return docx(made)


def test_the_stamp_comes_along() -> None:
    made = stamped(worddocs.own_part("plan 1", STAMP))

    assert read_file(made).stamp == STAMP
    assert [one.rule for one in read_file(made).findings] == ["file.missing_fields"]


@pytest.mark.parametrize("junk", ["", "{", "[]", "7", "{}"])
def test_a_stamp_that_cannot_be_read_is_broken_and_not_missing(junk: str) -> None:
    opened = pipeline.opened(stamped(worddocs.own_part("plan 1", junk)))

    assert opened.stamp == UNREADABLE_STAMP


@pytest.mark.parametrize(
    "item",
    [
        None,
        b"",
        worddocs.own_part("plan 1"),
        worddocs.own_part("plan 1", STAMP).replace(b"urn:formsvc", b"urn:other"),
        b"<a xmlns='x'>urn:formsvc:document</a>",
        "<a/>".encode("utf-16"),
    ],
)
def test_a_working_copy_that_has_lost_its_stamp_is_told_of(item: bytes | None) -> None:
    lost, *_missing = read_file(stamped(item)).findings

    assert (lost.rule, lost.severity) == ("file.lost_stamp", "warning")
    assert "Version 3" in lost.message


def test_a_lost_stamp_is_seen_by_the_properties_too() -> None:
    made = parts(REASON)
    made["docProps/custom.xml"] = worddocs.properties(
        FormsvcForm="plan 1", DocumentID="BP-7F3K92QD4M", VersionID="3"
    )
    lost, *_missing = read_file(docx(made)).findings

    assert lost.rule == "file.lost_stamp"
    assert "BP-7F3K92QD4M version 3" in lost.message


def test_two_stamps_in_one_are_told_for_what_they_are() -> None:
    made = parts(REASON)
    for number in (1, 2):
        stamp = {**STAMP, "version": number}
        made[f"customXml/item{number}.xml"] = worddocs.own_part("plan 1", stamp)

    with pytest.raises(UnreadableError, match=MERGED):
        read_file(docx(made))


@pytest.mark.parametrize("form", ["plan 1", "", "x", "plan", "nope 1", "plan 1 12"])
def test_a_mark_that_says_nothing_right_hurts_nothing(form: str) -> None:
    made = worddocs.written("plan", KINDS["plan"].example())
    made["customXml/item1.xml"] = worddocs.own_part(form)
    made["docProps/custom.xml"] = worddocs.properties(FormsvcForm=form)

    assert pipeline.opened(docx(made)).shape == []


def test_a_newer_form_is_told_of() -> None:
    made = worddocs.written("plan", {})
    made["customXml/item1.xml"] = worddocs.own_part("plan 2")
    [told] = pipeline.opened(docx(made)).shape

    assert told.rule == "file.newer_form"
    assert "Jämför med filen i Word" in told.fix


@pytest.fixture
def revised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a plan of a second revision, in which two fields have got new names."""
    renamed = {"why": "reason", "persons-#-name": "guardians-#-name"}
    kind = replace(KINDS["plan"], revision=2, renamed=renamed)
    kinds = MappingProxyType({**KINDS, "plan": kind})
    for module in ("names", "mark", "word"):
        monkeypatch.setattr(f"formsvc.readers.{module}.KINDS", kinds)


@pytest.mark.usefixtures("revised")
def test_an_older_form_is_read_by_the_names_of_today() -> None:
    rows = table(
        row(typed("persons-0-name", "Bo")),
        row(typed("persons-0-name", "Ek")),
    )
    opened = pipeline.opened(file_of(line(typed("why", "Lugn")) + rows))

    assert opened.data["reason"] == "Lugn"
    assert [one["name"] for one in opened.data["guardians"]] == ["Bo", "Ek"]
    assert [(one.rule, one.field) for one in opened.shape] == [
        ("file.older_form", ""),
        ("file.copied_row", "guardians-1-name"),
    ]


def test_a_field_that_the_form_does_not_have_is_told_with_its_text() -> None:
    [told] = findings(line(typed("reason", "x") + typed("aim", "Till ro")))

    assert told.rule == "file.unknown_field"
    assert "”Till ro”" in told.message


def test_the_properties_alone_tell_what_form_it_is() -> None:
    made = parts(REASON)
    made["docProps/custom.xml"] = worddocs.properties(FormsvcForm="plan 1")

    assert read_file(docx(made)).kind == "plan"


def test_a_stamp_is_read_to_the_letter() -> None:
    written = json.dumps({"kind": "plan", "issuer": "å <&> \"'"}, ensure_ascii=False)

    assert read_file(stamped(worddocs.own_part("plan 1", written))).stamp == json.loads(
        written
    )
