"""The writable Word document: every value in its field, and what it says of itself."""

import hashlib
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from changes import changed
from made import made
from PIL import Image
from sample_data import DATA, leaves
from sample_data import taken as taken_of
from stamped import ADDRESS, Case, stamp_of, stamped
from stamped import changed as changed_case
from word.inside_word import W, controls, every_control, filled, names, part, words
from zxingcpp import read_barcodes

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.fields import ChecksField, ChoiceField
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL, Profile

ROOT = Path(__file__).parent.parent.parent
KIND = pytest.mark.parametrize("kind", KINDS)
SLOW = [("plan", "longest"), ("plan", "unusual"), ("invitation", "longest")]
EVERY = pytest.mark.parametrize(
    ("kind", "data"),
    [
        pytest.param(kind, data, marks=[pytest.mark.slow] * ((kind, data) in SLOW))
        for kind in KINDS
        for data in DATA
    ],
)
STANDINGS = pytest.mark.parametrize(
    "make",
    [Case, changed_case, lambda kind: Case(kind, foreign=True)],
    ids=["whole", "changed", "foreign"],
)
WHEN = "stämplad 15 december 2026 kl. 14.02"


def document(kind: str, data: str = "example") -> bytes:
    """Return a document without a stamp."""
    return made(kind, data, Format.DOCX).content


def blank(kind: str, profile: Profile = NEUTRAL) -> bytes:
    """Return an empty form."""
    return pipeline.blank(KINDS[kind], Format.DOCX, profile).content


def standing(kind: str, data: str) -> dict[str, str]:
    """Return what has to stand in the fields, by name."""
    entries: dict[str, str] = {}
    for name, field, value in leaves(KINDS[kind], taken_of(kind, data).data):
        if isinstance(field, ChecksField):
            entries |= {f"{name}-{each}": "true" for each in value}
        elif isinstance(field, ChoiceField):
            entries[name] = dict(field.vocabulary).get(value, value)
        else:
            entries[name] = "true" if value is True else value or ""
    return {name: text for name, text in entries.items() if text}


@EVERY
def test_every_value_stands_in_its_field_and_nothing_else(kind: str, data: str) -> None:
    assert filled(document(kind, data)) == standing(kind, data)


@EVERY
def test_every_id_and_every_name_of_a_field_is_its_own(kind: str, data: str) -> None:
    found = every_control(document(kind, data))

    assert len({each.said("id") for each in found}) == len(found)
    assert len({each.tag for each in found}) == len(found)
    assert all(each.said("alias") for each in found)
    assert all(each.said("lock") == "sdtLocked" for each in found)


@KIND
def test_lists_have_the_rows_of_the_writable_pdf(kind: str) -> None:
    form = KINDS[kind].form()
    listed = [name for name, f in form._fields.items() if f.type == "FieldList"]

    tags = controls(document(kind))

    for name in listed:
        rows = {tag.split("-")[1] for tag in tags if tag.startswith(f"{name}-")}
        assert len(rows) in (4, 8, 16)
        assert len(rows) >= len(KINDS[kind].example()[name]) + 2


@KIND
def test_a_blank_has_every_field_but_answers_to_warnings_and_nothing_in_them(
    kind: str,
) -> None:
    empty = blank(kind)

    assert filled(empty) == {}
    with_answers = controls(document(kind, "empty"))
    answers = {tag for tag in with_answers if tag.startswith("overrides-")}
    assert answers
    assert set(controls(empty)) == set(with_answers) - answers


@KIND
def test_the_head_is_that_of_the_kind(kind: str) -> None:
    told = words(document(kind))

    assert KINDS[kind].title in told
    assert KINDS[kind].lead in told
    assert ("UTKAST" in told) is KINDS[kind].drafts
    assert "UTKAST" not in words(blank(kind))
    assert not any(sign in told for sign in ("{{", "{%", "}}"))


def test_a_sip_is_called_so() -> None:
    data = changed(KINDS["plan"], {"plan_type": "sip"})
    content = rendered("plan", data)

    title = KINDS["plan"].headings["sip"]
    assert title in words(content)
    assert core(content)["title"] == title


def rendered(kind: str, data: Any, profile: Profile = NEUTRAL) -> bytes:
    """Return a document with other data than that of samples."""
    taken = pipeline.take_in(KINDS[kind], data)
    return pipeline.render(taken, Format.DOCX, profile).content


def core(content: bytes) -> dict[str, str]:
    """Return what the core properties say."""
    root = part(content, "docProps/core.xml")
    return {each.tag.split("}")[1]: each.text for each in root}


def custom(content: bytes) -> dict[str, str]:
    """Return the properties that are no others'."""
    root = part(content, "docProps/custom.xml")
    return {each.get("name"): each[0].text for each in root}


def item(content: bytes) -> Any:
    """Return the part that carries form and stamp."""
    return part(content, "customXml/item1.xml")


@KIND
def test_what_is_not_understood_is_shown_as_typed(kind: str) -> None:
    day = KINDS[kind].date_field
    choice = {"plan": "plan_type", "consent": "custody", "invitation": "child_attends"}
    data = changed(KINDS[kind], {day: "i vår <kanske>", choice[kind]: "vet inte"})

    there = filled(rendered(kind, data))

    assert there[day] == "i vår <kanske>"
    assert there[choice[kind]] == "vet inte"


@STANDINGS
@KIND
def test_a_stamped_one_says_of_what_it_is_a_working_copy(kind: str, make: Any) -> None:
    case = make(kind)
    content = stamped(case, Format.DOCX).content

    line = f"Arbetsexemplar av version 3 · {case.reference} · {WHEN}"
    told = controls(content)["sign-version"]
    assert told.text.startswith(line)
    assert told.text.endswith("(kan inte kontrolleras här)") is case.foreign
    assert told.said("lock") == "sdtContentLocked"
    assert "när dokumentet har stämplats som nästa version" in words(content)
    feet = [
        words(content, each)
        for each in names(content)
        if each.startswith("word/footer")
    ]
    assert feet
    assert all(line in foot.replace("\xa0", " ") for foot in feet)


@STANDINGS
@KIND
def test_it_carries_its_stamp_to_the_letter(kind: str, make: Any) -> None:
    case = make(kind)
    content = stamped(case, Format.DOCX).content

    root = item(content)
    assert root.tag == "{urn:formsvc:document}document"
    assert root.get("form") == KINDS[kind].mark
    assert json.loads(root[0].text) == stamp_of(case).as_json()
    assert custom(content) == {
        "FormsvcForm": KINDS[kind].mark,
        "DocumentID": case.reference,
        "VersionID": "3",
    }
    about = core(content)
    assert about["created"] == about["modified"] == "2026-12-15T13:02:11Z"
    assert about["subject"].startswith("Arbetsexemplar av version 3")


@KIND
def test_without_a_stamp_it_says_what_form_it_is_and_no_more(kind: str) -> None:
    for content in (document(kind), blank(kind)):
        assert item(content).get("form") == KINDS[kind].mark
        assert len(item(content)) == 0
        assert custom(content) == {"FormsvcForm": KINDS[kind].mark}
        assert "sign-version" not in controls(content)
        assert "Arbetsexemplar" not in words(content)
    assert core(document(kind))["created"].endswith("T12:00:00Z")
    assert core(document(kind))["language"] == "sv-SE"
    assert "created" not in core(blank(kind))


def test_a_broken_stamp_is_not_told_of() -> None:
    data = json.loads(json.dumps(KINDS["plan"].example()))
    data["stamp"] = stamp_of(Case("plan")).as_json() | {"signature": "0" * 64}

    assert filled(rendered("plan", data)) == filled(document("plan"))


@KIND
def test_the_code_leads_to_the_page_of_the_version(kind: str) -> None:
    case = Case(kind)
    content = stamped(case, Format.DOCX).content

    (name,) = [each for each in names(content) if "qr" in each]
    with Image.open(BytesIO(entry(content, name))) as picture:
        (code,) = read_barcodes(picture)
    assert code.text == f"{ADDRESS}/version/{case.reference}/3"
    assert pictures(content) == {
        "qr": f"QR-kod till plan.example.se/version/{case.reference}/3"
    }


@KIND
def test_there_is_no_code_where_there_is_no_address(kind: str) -> None:
    for content in (
        document(kind),
        stamped(Case(kind, address=""), Format.DOCX).content,
    ):
        assert not [each for each in names(content) if "qr" in each]
        assert "qr" not in pictures(content)


def entry(content: bytes, name: str) -> bytes:
    """Return what a part holds."""
    import zipfile

    with zipfile.ZipFile(BytesIO(content)) as opened:
        return opened.read(name)


def pictures(content: bytes) -> dict[str, str]:
    """Return the pictures that are put in, with what a screen reader says."""
    found = {}
    for name in names(content):
        if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1:
            for told in part(content, name).iter("{*}docPr"):
                if told.get("name") in ("qr", "logo"):
                    found[told.get("name")] = told.get("descr")
    return found


def test_the_wheel_shows_the_areas_with_needs() -> None:
    def wheel(content: bytes) -> tuple[str, set[str]]:
        root = part(content, "word/document.xml")
        told = {
            each.get("descr")
            for each in root.iter("{*}docPr")
            if each.get("name") == "wheel"
        }
        shown = {
            each.get("name")
            for each in root.iter("{*}cNvPr")
            if str(each.get("name")).startswith("wheel-")
        }
        (words_of_it,) = told
        return words_of_it, shown

    words_of_it, shown = wheel(document("plan"))
    plain, off = wheel(blank("plan"))

    assert words_of_it.endswith("Områden med behov: utveckling, trygghet.")
    on = {name for name in shown if name.endswith("-on")}
    assert on == {"wheel-development-on", "wheel-safety-on"}
    assert len(shown) == len(off) == 7
    assert all(name.endswith("-off") for name in off)
    assert plain.endswith("Inga områden är markerade.")


def test_a_profile_gives_its_name_its_text_and_its_logo() -> None:
    file = BytesIO()
    Image.new("RGB", (400, 100), "red").save(file, "PNG")
    profile = Profile(
        organisation="Alvesta <kommun> & co",
        phone="0472-150 00",
        logo=as_address("image/png", file.getvalue()),
        logo_text="Alvesta vapen",
        privacy="Första & stycket.\n\nAndra <stycket>.",
    )

    content = rendered("consent", KINDS["consent"].example(), profile)

    told = words(content)
    assert "Alvesta <kommun> & co" in told
    assert "Första & stycket.\nAndra <stycket>." in told
    assert pictures(content) == {"logo": "Alvesta vapen"}
    assert core(content)["creator"] == "Alvesta <kommun> & co"
    assert extent(content) == (50 * 36_000, round(12.5 * 36_000))
    assert pictures(blank("consent", profile)) == {"logo": "Alvesta vapen"}


def as_address(media_type: str, content: bytes) -> str:
    """Return a picture as profiles have it."""
    from base64 import b64encode

    return f"data:{media_type};base64,{b64encode(content).decode()}"


def extent(content: bytes) -> tuple[int, int]:
    """Return how large the logo is."""
    (told,) = (
        each
        for each in part(content, "word/document.xml").iter("{*}docPr")
        if each.get("name") == "logo"
    )
    size = told.getparent().find("{*}extent")
    return int(size.get("cx")), int(size.get("cy"))


def test_a_logo_may_be_a_photograph_or_a_drawing() -> None:
    file = BytesIO()
    Image.new("RGB", (100, 400), "red").save(file, "JPEG")
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"/>'

    photo = blank("plan", Profile(logo=as_address("image/jpeg", file.getvalue())))
    drawn = blank("plan", Profile(logo=as_address("image/svg+xml", drawing)))

    assert extent(photo) == (4 * 36_000, 16 * 36_000)
    assert extent(drawn) == (32 * 36_000, 16 * 36_000)
    assert entry(photo, "word/media/formsvc-logo.jpg") == file.getvalue()
    assert entry(drawn, "word/media/formsvc-logo.svg") == drawing
    assert entry(drawn, "word/media/formsvc-logo.png").startswith(b"\x89PNG")
    (blip,) = part(drawn, "word/document.xml").iter("{*}svgBlip")
    assert blip.get(f"{{{RELATIONS}}}embed") == "rIdlogosvg"


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_whatever_is_referred_to_is_there() -> None:
    profile = Profile(logo=as_address("image/svg+xml", b'<svg viewBox="0 0 2 1"/>'))
    seal = stamped(Case("plan"), Format.DOCX).content

    for content in (seal, blank("plan", profile), document("consent")):
        there = set(names(content))
        for name in there:
            if not name.endswith(".rels"):
                continue
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for relation in part(content, name):
                if relation.get("TargetMode") != "External":
                    assert resolved(folder, relation.get("Target")) in there


def resolved(folder: str, target: str) -> str:
    """Return the name of a part that another refers to."""
    import posixpath

    return posixpath.normpath(posixpath.join(folder, target))


def test_no_picture_and_no_part_is_from_elsewhere() -> None:
    content = stamped(Case("plan"), Format.DOCX).content

    for name in names(content):
        if name.endswith(".rels"):
            assert b"External" not in entry(content, name)


def test_a_protected_person_cannot_be_found_by_it() -> None:
    data = changed(
        KINDS["plan"],
        {
            "child-protected_identity": "secrecy_mark",
            "guardians-1-protected_identity": "protected_registration",
        },
    )

    content = rendered("plan", data)

    everything = b"".join(entry(content, name) for name in names(content)).decode(
        "utf-8", "replace"
    )
    for where in ("070-174 06 06", "lena@example.se", "Testvägen 9", "352 33"):
        assert where not in everything
    assert "child-setting" not in filled(content)
    assert "Provgatan 2 lgh 1101" in everything


@KIND
def test_the_same_data_gives_the_same_bytes(kind: str) -> None:
    again = pipeline.render(taken_of(kind, "example"), Format.DOCX).content

    assert again == document(kind)


def test_another_process_gives_the_same_bytes() -> None:
    call = (
        "import hashlib; from formsvc import pipeline; from formsvc.forms import KINDS;"
        "from formsvc.document import Format; kind = KINDS['plan'];"
        "taken = pipeline.take_in(kind, kind.example());"
        "made = pipeline.render(taken, Format.DOCX).content;"
        "print(hashlib.sha256(made).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", call],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }

    assert digests == {hashlib.sha256(document("plan")).hexdigest()}


def test_threads_share_a_template() -> None:
    def one(number: int) -> bool:
        kind = list(KINDS)[number % 3]
        data = changed(KINDS[kind], {"case_reference": f"ärende {number}"})
        return filled(rendered(kind, data))["case_reference"] == f"ärende {number}"

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(one, range(60)))


def test_the_file_says_who_may_write_where() -> None:
    settings = part(document("plan"), "word/settings.xml")

    (protection,) = settings.iter(f"{W}documentProtection")
    assert protection.get(f"{W}edit") == "forms"
