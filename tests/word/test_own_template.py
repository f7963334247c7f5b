"""An organisation's own template: it wins, is looked at again, and is told of."""

import io
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from cli.inside import caller
from command import is_plain
from lxml import etree
from pages import Visitor
from word.hand_made import body_of, field, paragraph, put_in, template, text
from word.inside_word import every_control, filled, words

from formsvc import pipeline
from formsvc.app import create_app
from formsvc.config import Settings
from formsvc.document import Format
from formsvc.errors import RenderError
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.profiles import Profile
from formsvc.word import kept
from formsvc.word.compiled import Compiled, Contents
from formsvc.word.kept import Templates, look_at, packaged_template
from formsvc.word.properties import About

PLAN, CONSENT = KINDS["plan"], KINDS["consent"]
BROKEN = template(paragraph(text("{{ tittel }}")))


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """Give the instance folder of an organisation."""
    return tmp_path


def document(instance: Path, kind_name: str = "consent") -> bytes:
    """Return the document of the example, as the organisation makes it."""
    taken = pipeline.take_in(KINDS[kind_name], KINDS[kind_name].example())
    return pipeline.render(taken, Format.DOCX, Profile(instance=instance)).content


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_its_own_template_wins_and_holds_the_same(instance: Path, kind: object) -> None:
    along = document(instance, kind.name)  # type: ignore[attr-defined]
    own = body_of(kind) + paragraph(text("Vår egen mall"))  # type: ignore[arg-type]
    put_in(instance, kind, template(own))  # type: ignore[arg-type]

    made = document(instance, kind.name)  # type: ignore[attr-defined]

    assert words(made).endswith("Vår egen mall")
    assert filled(made) == filled(along)


def test_a_template_is_compiled_again_when_it_has_changed(instance: Path) -> None:
    put_in(instance, CONSENT, template(body_of(CONSENT) + paragraph(text("först"))))
    before = words(document(instance))
    put_in(instance, CONSENT, template(body_of(CONSENT) + paragraph(text("sedan"))))

    assert before.endswith("först")
    assert words(document(instance)).endswith("sedan")


def test_one_that_cannot_be_used_is_told_of_and_not_passed_by(instance: Path) -> None:
    put_in(instance, CONSENT, BROKEN)

    with pytest.raises(RenderError) as failed:
        document(instance)
    with pytest.raises(RenderError):
        pipeline.blank(CONSENT, Format.DOCX, Profile(instance=instance))

    assert str(failed.value) == (
        "Wordmallen templates_docx/consent.docx kan inte användas: ”tittel” finns inte "
        "bland det som en mall kan skriva ut. Pdf går att göra så länge. Den som "
        "sköter mallen ser hur den rättas med formsvc templates check."
    )


def test_one_that_lacks_a_field_makes_no_document_that_has_lost_it(
    instance: Path,
) -> None:
    put_in(instance, CONSENT, template(body_of(CONSENT, frozenset({"purpose"}))))

    with pytest.raises(RenderError, match=r"saknar plats .* \(purpose\)"):
        document(instance)
    assert pipeline.blank(CONSENT, Format.DOCX).content


NOTHING = Contents({}, {"version": ""}, About("Plan", "plan 1"))


def own_files(instance: Path, count: int) -> list[kept.File]:
    """Return files of templates that differ."""
    files = []
    for number in range(count):
        raw = template(field("reason") + paragraph(text("abc"[number] * 9000)))
        files.append(look_at(put_in(instance / str(number), PLAN, raw)))
    return files


def test_those_not_used_for_long_make_room(
    instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = own_files(instance, 3)
    monkeypatch.setattr(kept, "ROOM", 25_000)
    templates = Templates()

    for file in (first, second, first, third):
        templates.render(file, PLAN, {}, NOTHING)

    assert [name.file for name in templates._held] == [first, third]


def test_one_that_is_too_heavy_is_not_kept_and_drives_none_out(
    instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    light, *_others = own_files(instance, 1)
    raw = template(field("reason") + paragraph(text("x" * 90_000)))
    heavy = look_at(put_in(instance / "heavy", PLAN, raw))
    monkeypatch.setattr(kept, "ROOM", 25_000)
    templates = Templates()

    for file in (light, heavy):
        assert templates.render(file, PLAN, {}, NOTHING)

    assert [name.file for name in templates._held] == [light]


def test_one_compiled_template_serves_all_numbers_of_rows() -> None:
    templates = Templates()
    file = look_at(packaged_template(PLAN))
    words = dict.fromkeys(("utkast", "version", "anmarkning", "rad", "fraga"), "")
    more = {"titel": "", "ingress": "", "organisation": "", "kontakt": ""}
    flags = {"tom": True, "qr": False, "logotyp": False, "personuppgifter": []}
    contents = Contents({}, words | more | flags, NOTHING.about)

    made = [templates.render(file, PLAN, {"participants": n}, contents) for n in (4, 9)]

    rows = [sum(tag.endswith("-role") for tag in tags(each)) for each in made]
    assert rows[1] == rows[0] + 5
    assert len(templates._held) == 1


def tags(content: bytes) -> list[str]:
    """Return the tags of a document's controls."""
    return [each.tag for each in every_control(content)]


def test_a_slow_template_keeps_no_other_waiting(
    instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, quick, _third = own_files(instance, 3)
    begun, go_on = Event(), Event()
    made, compiled = kept._made, []

    def slowly(path: Path, kind: Kind) -> Compiled:
        compiled.append(path)
        if path == slow.path:
            begun.set()
            assert go_on.wait(20)
        return made(path, kind)

    monkeypatch.setattr(kept, "_made", slowly)
    templates = Templates()
    with ThreadPoolExecutor() as threads:
        waiting = [
            threads.submit(templates.render, slow, PLAN, {}, NOTHING) for _ in range(3)
        ]
        assert begun.wait(20)
        assert templates.render(quick, PLAN, {}, NOTHING)
        assert not any(each.done() for each in waiting)
        go_on.set()

    assert len({each.result() for each in waiting}) == 1
    assert sorted(compiled) == [slow.path, quick.path]


def test_pages_say_what_is_wrong_with_a_template(instance: Path) -> None:
    put_in(instance, CONSENT, BROKEN)
    with create_app(Settings(instance, "")).test_client() as client:
        answer = client.get("/samtycke.docx")
        page = Visitor(client).open("/samtycke")
        sent = Visitor(client).press(page, "file docx")

    assert answer.status_code == 503
    assert "”tittel”" in answer.text
    assert sent.status_code == 422
    assert "”tittel”" in sent.text


def test_the_command_line_says_it_in_one_line_of_swedish(tmp_path: Path) -> None:
    put_in(tmp_path / "instance", CONSENT, template(paragraph(text("{% endif %}"))))
    call = caller(tmp_path, tmp_path / "instance")

    blank = call("blank", "consent", "--format", "docx")
    other = call("blank", "plan", "--format", "docx")

    assert blank.status == 4
    assert is_plain(blank.err)
    assert not (tmp_path / "samtycke.docx").exists()
    assert other.status == 0


def test_two_services_in_one_process_have_each_their_own(tmp_path: Path) -> None:
    for name in ("a", "b"):
        put_in(tmp_path / name, CONSENT, template(paragraph(text(f"Mall {name}"))))
    apps = {name: create_app(Settings(tmp_path / name, "")) for name in ("a", "b")}

    for name, app in apps.items():
        with app.test_client() as client:
            assert words(client.get("/samtycke.docx").data) == f"Mall {name}"


def test_a_wheel_whose_parts_have_lost_their_names_is_drawn_anew(
    instance: Path,
) -> None:
    along = document(instance, "plan")
    raw = packaged_template(PLAN).read_bytes()
    nameless = re.sub(rb'name="wheel-[a-z]+-(on|off)"', b'name=""', _unpacked(raw))
    put_in(instance, PLAN, _with_document(raw, nameless))

    made = document(instance, "plan")

    assert len(_unpacked(raw)) > len(nameless)
    assert _plainly(made) == _plainly(along)


def _plainly(raw: bytes) -> bytes:
    """Return a document in the one form that XML has, whatever its prefixes stand."""
    root = etree.fromstring(_unpacked(raw))
    return bytes(etree.tostring(root, method="c14n", exclusive=True))


def _unpacked(raw: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        return opened.read("word/document.xml")


def _with_document(raw: bytes, document: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            same = old.read(name)
            new.writestr(name, document if name == "word/document.xml" else same)
    return file.getvalue()
