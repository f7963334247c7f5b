"""A template is compiled: rows spread, controls of every sort found, faults told."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from word import hand_made
from word.hand_made import W, control, field, paragraph, table, template, text
from word.inside_word import controls, every_control, filled, names, part, words

from formsvc.forms import KINDS
from formsvc.word.compiled import Contents
from formsvc.word.compiling import compile_template
from formsvc.word.faults import UnusableError
from formsvc.word.fields import fields_of
from formsvc.word.properties import About

PLAN, INVITATION = KINDS["plan"], KINDS["invitation"]

WORDS = {
    "titel": "Barnets plan",
    **dict.fromkeys(
        ("ingress", "organisation", "utkast", "version", "anmarkning", "rad"), ""
    ),
    "fraga": "",
    "kontakt": "",
    "personuppgifter": [],
    "tom": False,
    "logotyp": False,
    "qr": False,
}


def rendered(raw: bytes, data: Any = None, kind: Any = PLAN, **more: Any) -> bytes:
    """Return a document made with a template's file."""
    compiled = compile_template(raw, fields_of(kind, more.pop("rows", {})))
    given = WORDS | more
    return compiled.render(Contents(data or {}, given, About("Plan", "plan 1")))


def body(content: bytes) -> Any:
    """Return the body of a document."""
    return part(content, "word/document.xml")[0]


def test_a_control_is_filled_in_a_line_a_paragraph_a_cell_and_a_row() -> None:
    whole = control("guardian_voice", paragraph(text("x")) + paragraph(text("y")))
    cell = control("dissent", f"<w:tc><w:tcPr/>{paragraph(text('x'))}</w:tc>")
    row = control(
        "case_reference", f"<w:tr><w:tc><w:tcPr/>{field_cell()}</w:tc></w:tr>"
    )
    grid = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
    made = rendered(
        template(
            field("reason")
            + whole
            + f"<w:tbl>{grid}<w:tr>{cell}</w:tr>{row}</w:tbl><w:p/>"
        ),
        {
            "reason": "En rad\ntvå",
            "guardian_voice": "Ett stycke",
            "dissent": "En cell",
            "case_reference": "En tabellrad",
        },
    )

    assert filled(made) == {
        "reason": "En rad\ntvå",
        "guardian_voice": "Ett stycke",
        "dissent": "En cell",
        "case_reference": "En tabellrad",
    }
    found = controls(made)
    kept = {
        tag: [e.tag.split("}")[1] for e in each.element[1]]
        for tag, each in found.items()
    }
    assert kept == {
        "reason": ["r"],
        "guardian_voice": ["p"],
        "dissent": ["tc"],
        "case_reference": ["tr"],
    }


def field_cell() -> str:
    """Return what a person has written in a cell."""
    return paragraph(text("skriv här"))


def test_what_the_template_says_of_a_control_is_made_right() -> None:
    wrong = (
        '<w:sdt><w:sdtPr><w:alias w:val="Fel namn"/><w:tag w:val="reason"/>'
        '<w:id w:val="0"/><w:dataBinding w:xpath="/x" w:storeItemID="{}"/>'
        "<w:date/></w:sdtPr><w:sdtEndPr/><w:sdtContent><w:r><w:t>x</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )

    (only,) = every_control(rendered(template(paragraph(wrong))))

    assert only.said("alias") == "Varför planen görs"
    assert only.said("lock") == "sdtLocked"
    assert only.element.find(f".//{{{W}}}text").get(f"{{{W}}}multiLine") == "1"
    assert only.element.find(f".//{{{W}}}date") is None
    assert only.element.find(f".//{{{W}}}dataBinding") is None
    assert only.empty
    assert only.text == "x"


def test_what_is_typed_looks_as_the_template_says() -> None:
    own = control("reason", style="<w:rPr><w:i/></w:rPr>")
    shown = paragraph(
        '<w:sdt><w:sdtPr><w:tag w:val="dissent"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
    )

    made = controls(
        rendered(template(paragraph(own) + shown), {"reason": "a", "dissent": "b"})
    )

    assert made["reason"].element.find(f"{{{W}}}sdtContent//{{{W}}}i") is not None
    assert made["dissent"].element.find(f"{{{W}}}sdtContent//{{{W}}}b") is not None


def test_controls_of_one_field_are_filled_alike_with_ids_of_their_own() -> None:
    made = every_control(rendered(template(field("reason") * 3), {"reason": "Samma"}))

    assert [each.text for each in made] == ["Samma"] * 3
    assert len({each.said("id") for each in made}) == 3


def test_what_the_form_does_not_know_stays_as_it_is() -> None:
    raw = template(field("sign-guardian") + field("reason"))

    made = controls(rendered(raw, {"reason": "x", "sign-guardian": "y"}))

    assert made["sign-guardian"].empty
    assert made["sign-guardian"].said("id") != made["reason"].said("id")


ROW = ("participants-0-name", "participants-0-role")
TABLE = table(([paragraph(text("Namn"))] * 2, [field(name) for name in ROW]))
TWO = {"participants": [{"name": "Åsa", "role": "Rektor"}, {"name": "Bo"}]}


def test_a_row_of_a_table_is_repeated_below_its_head() -> None:
    made = rendered(template(TABLE), TWO, rows={"participants": 8})

    rows = body(made).findall(f"{{{W}}}tbl/{{{W}}}tr")
    assert len(rows) == 9
    assert filled(made) == {
        "participants-0-name": "Åsa",
        "participants-0-role": "Rektor",
        "participants-1-name": "Bo",
    }
    ids = [each.said("id") for each in every_control(made)]
    assert len(set(ids)) == 16


def test_blocks_that_stand_together_are_repeated_with_their_numbered_heading() -> None:
    heading = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Mottagare</w:t></w:r></w:p>"
    block = (
        heading
        + field("recipients-0-attention")
        + paragraph(text("och"))
        + field("recipients-0-town")
    )
    raw = template(paragraph(text("före")) + block + paragraph(text("efter")))
    data = {"recipients": [{"attention": "Åsa", "town": "Växjö"}, {"attention": "Bo"}]}

    made = rendered(raw, data, INVITATION)

    shown = [line for line in words(made).split("\n") if line.strip()]
    assert shown.count("Mottagare") == 4
    assert shown.count("och") == 4
    assert (shown[0], shown[-1]) == ("före", "efter")
    assert filled(made)["recipients-1-attention"] == "Bo"


def test_two_tables_never_become_one() -> None:
    block = table(
        ([paragraph(text("Namn"))], [field("recipients-0-attention")])
    ).replace("<w:p/>", "")
    second = block.replace("-attention", "-town")
    raw = template(block + paragraph(text("och")) + second + paragraph(text("efter")))

    made = rendered(raw, {}, INVITATION)

    tags = [each.tag for each in body(made)]
    table_tag = f"{{{W}}}tbl"
    assert tags.count(table_tag) == 8
    assert all(pair != (table_tag, table_tag) for pair in pairwise(tags))


def test_a_list_of_texts_is_repeated_by_the_paragraph() -> None:
    raw = template(field("questions-0"))

    made = rendered(raw, {"questions": ["En?", "Två?"]}, INVITATION)

    assert filled(made) == {"questions-0": "En?", "questions-1": "Två?"}
    assert len(every_control(made)) == 4


def test_measures_of_every_area_have_the_same_rows() -> None:
    tables = "".join(
        table(
            (
                [paragraph(text("Vad"))],
                [field(f"areas-{area}-measures-0-what")],
            )
        )
        for area in ("health", "safety")
    )
    data = {"areas": {"safety": {"measures": [{"what": "Gå hem"}]}}}

    made = rendered(template(tables), data, rows={"measures": 8})

    assert len(every_control(made)) == 16
    assert filled(made) == {"areas-safety-measures-0-what": "Gå hem"}


def test_word_repeats_no_rows_by_itself() -> None:
    repeating = (
        '<w:sdt xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        "<w:sdtPr><w:id w:val='1'/><w15:repeatingSection/></w:sdtPr><w:sdtContent>"
        "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>"
        f"{field('questions-0')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    )

    made = rendered(template(repeating), {}, INVITATION)

    assert [each.tag for each in every_control(made)] == [
        f"questions-{number}" for number in range(4)
    ]
    assert len(list(body(made).iter(f"{{{W}}}sdt"))) == 4


def test_the_words_of_the_template_are_those_of_docxtpl() -> None:
    split = (
        "<w:r><w:t>{</w:t></w:r><w:r><w:t>{ tit</w:t></w:r><w:r><w:t>el }}</w:t></w:r>"
    )
    raw = template(
        paragraph(split)
        + paragraph(text("{%p if utkast %}"))
        + field("reason")
        + paragraph(text("{%p else %}"))
        + paragraph(text("inte utkast"))
        + paragraph(text("{%p endif %}"))
    )

    draft = rendered(raw, {"reason": "x"}, titel="A & B <c>", utkast="UTKAST")
    other = rendered(raw, titel="{{ 7*7 }}\nen rad till")

    assert words(draft) == "A & B <c>\nx"
    assert filled(draft) == {"reason": "x"}
    assert words(other) == "{{ 7*7 }}\nen rad till\ninte utkast"
    assert controls(other) == {}


def test_no_value_becomes_language() -> None:
    hostile = "{{ 7*7 }} {% if x %} {_{ x }_} ]]> \x00\ud800"

    made = rendered(template(field("reason")), {"reason": hostile}, titel=hostile)

    assert filled(made) == {"reason": "{{ 7*7 }} {% if x %} {_{ x }_} ]]> "}


FAULTS = {
    "not-a-zip": (b"PK\3\4 och sedan ingenting", "skadad"),
    "empty": (b"", "skadad"),
    "no-document": (template("", {"_rels/.rels": hand_made.relations()}), "skadad"),
    "broken-xml": (template("<w:p>"), "skadad"),
    "entities": (
        template("", {"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}),
        "skadad",
    ),
    "not-word": (template("", {"word/document.xml": "<x/>"}), "vanligt Word-dokument"),
    "missing-part": (
        template(
            "",
            {
                "word/_rels/document.xml.rels": hand_made.relations(
                    ("rId1", "styles", "styles.xml")
                )
            },
        ),
        "word/styles.xml saknas",
    ),
    "unknown-word": (template(paragraph(text("{{ tittel }}"))), "”tittel”"),
    "out-of-the-sandbox": (
        template(paragraph(text("{{ cycler.__init__.__globals__ }}"))),
        "får det bara stå namn",
    ),
    "out-of-a-value": (
        template(paragraph(text("{{ titel.__class__.__mro__ }}"))),
        "får det bara stå namn",
    ),
    "no-end": (
        template(paragraph(text("{%p if utkast %}"))),
        "”if” saknar sitt slut",
    ),
    "no-beginning": (
        template(paragraph(text("Först {% endfor %}"))),
        "”endfor” står utan sin början, vid ”Först {% endfor %}”",
    ),
    "crossed": (
        template(paragraph(text("{% if utkast %}{% for a in titel %}{% endif %}"))),
        "”endif” står där ”for” skulle ha slutat",
    ),
    "no-word": (template(paragraph(text("{% upprepa %}"))), "”upprepa” är inget ord"),
    "no-filter": (template(paragraph(text("{{ titel|stort }}"))), "”stort” får inte"),
    "a-filter-that-grows": (
        template(paragraph(text("{{ titel|center(9000000) }}"))),
        "”center” får inte",
    ),
    "a-loop-in-a-loop": (
        template(
            paragraph(
                text(
                    "{% for a in titel %}{% for b in titel %}x{% endfor %}{% endfor %}"
                )
            )
        ),
        "en slinga får inte stå i en slinga",
    ),
    "a-loop-over-many": (
        template(paragraph(text("{% for a in titel * 9000000 %}x{% endfor %}"))),
        "bara gå över ett namn",
    ),
    "a-text-of-a-gigabyte": (
        template(paragraph(text("{{ 'x' * 1000000000 }}"))),
        "får det bara stå namn",
    ),
    "a-name-of-python": (
        template(paragraph(text("{{ range }}"))),
        "”range” finns inte",
    ),
    "very-many-ifs": (
        template(paragraph(text("{% if utkast %}" * 120 + "x" + "{% endif %}" * 120))),
        "för många villkor",
    ),
    "no-sense": (
        template(paragraph(text("Rubrik {{ titel oj }}"))),
        "”oj” kan inte stå där det står, vid ”Rubrik {{",
    ),
    "divided-by-nought": (template(paragraph(text("{{ 1 // 0 }}"))), "bara stå namn"),
    "field-in-field": (
        template(paragraph(control("reason", control("dissent")))),
        "ett annat fält",
    ),
    "language-in-a-field": (
        template(paragraph(control("reason", text("{{ titel }}")))),
        "bara får stå i fast text",
    ),
    "field-in-a-loop": (
        template(
            paragraph(text("{%p for a in 'ab' %}"))
            + field("reason")
            + paragraph(text("{%p endfor %}"))
        ),
        "slinga",
    ),
    "field-swallowed": (
        template(
            paragraph(text("{%p if utkast %}") + control("reason"))
            + paragraph(text("{%p endif %}"))
        ),
        "tar bort hela stycket",
    ),
    "second-row": (template(TABLE + field("participants-1-name")), "första rad"),
    "row-with-another": (
        template(
            field("participants-0-name")
            + field("reason")
            + field("participants-0-role")
        ),
        "fältet ”Varför planen görs” (reason)",
    ),
    "picture-from-outside": (
        template(
            paragraph(
                '<w:r><w:drawing><a:blip xmlns:a="x" r:link="rId9"/></w:drawing></w:r>'
            )
        ),
        "något som hämtas utifrån",
    ),
}


@pytest.mark.parametrize(("raw", "told"), FAULTS.values(), ids=list(FAULTS))
def test_a_template_that_cannot_be_used_says_why_in_swedish(
    raw: bytes, told: str
) -> None:
    with pytest.raises(UnusableError) as failed:
        rendered(raw)

    assert told in str(failed.value)


def test_what_is_written_and_has_no_place_is_not_lost_unseen() -> None:
    with pytest.raises(UnusableError, match="Mötet, Plats") as failed:
        rendered(template(field("reason")), {"reason": "x", "meeting": {"place": "y"}})

    assert "meeting-place" in str(failed.value)


def test_a_field_that_is_missing_and_empty_does_not_matter() -> None:
    made = rendered(
        template(field("reason")), {"reason": "x", "meeting": {"place": ""}}
    )

    assert filled(made) == {"reason": "x"}


LEFT: dict[str, str | bytes] = {
    "docProps/thumbnail.jpeg": b"\xff\xd8",
    "word/comments.xml": f"<w:comments xmlns:w='{W}'><w:comment/></w:comments>",
    "word/people.xml": "<x>Karin Provman</x>",
    "word/printerSettings1.bin": b"skrivare",
    "word/vbaProject.bin": b"makro",
    "word/settings.xml": (
        f"<w:settings {hand_made.NAMES}><w:zoom w:percent='100'/>"
        "<w:attachedTemplate r:id='rId1'/><w:defaultTabStop w:val='1304'/>"
        "<w:rsids><w:rsidRoot w:val='00A1'/></w:rsids></w:settings>"
    ),
    "word/_rels/settings.xml.rels": hand_made.relations(
        ("rId1", "attachedTemplate", "file:///c:/mallar/karin.dotx")
    ),
    "word/_rels/document.xml.rels": hand_made.relations(
        ("rId1", "comments", "comments.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "printerSettings", "printerSettings1.bin"),
        ("rId4", "customXml", "../customXml/item1.xml"),
    ),
    "customXml/item1.xml": "<gammalt/>",
}
EDITED = (
    "<w:p w:rsidR='00A1' w14:paraId='12345678'><w:commentRangeStart w:id='0'/>"
    "<w:bookmarkStart w:id='1' w:name='_GoBack'/><w:bookmarkEnd w:id='1'/>"
    "<w:proofErr w:type='spellStart'/>"
    "<w:ins w:id='2' w:author='Karin'><w:r><w:t>Nytt</w:t></w:r></w:ins>"
    "<w:del w:id='3' w:author='Karin'><w:r><w:delText>Gammalt</w:delText></w:r></w:del>"
    "</w:p>"
)


def test_what_word_leaves_of_those_who_edit_is_left_out() -> None:
    made = rendered(template(EDITED, LEFT))

    everything = b"".join(every_part(made))
    assert words(made) == "Nytt"
    assert names(made) == [
        *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml"),
        *("docProps/app.xml", "docProps/custom.xml", "customXml/item1.xml"),
        *("customXml/itemProps1.xml", "word/document.xml"),
        *("customXml/_rels/item1.xml.rels", "word/_rels/document.xml.rels"),
        "word/settings.xml",
    ]
    for left in (b"Karin", b"rsid", b"GoBack", b"paraId", b"gammalt", b"attached"):
        assert left not in everything


def every_part(content: bytes) -> Iterator[bytes]:
    """Yield what each part holds."""
    with zipfile.ZipFile(BytesIO(content)) as opened:
        for name in opened.namelist():
            yield opened.read(name)


@pytest.mark.parametrize("left", [{}, LEFT], ids=["no-settings", "settings"])
def test_nothing_but_fields_can_be_written_in(left: dict[str, str | bytes]) -> None:
    settings = part(rendered(template("", left)), "word/settings.xml")

    (protection,) = settings.findall(f"{{{W}}}documentProtection")
    assert protection.get(f"{{{W}}}edit") == "forms"
    assert protection.get(f"{{{W}}}enforcement") == "1"
    following = protection.getnext()
    assert following is None or following.tag == f"{{{W}}}defaultTabStop"
