"""What a PDF or package that comes back is, and what people are told if it is none."""

import io
import json
import subprocess
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import needed
import pikepdf
import pytest
from altered import changed
from engines.mupdf import baked, joined, page_of
from hostile.corpus import attached, packed, with_catalog, zipped
from made import blank, made
from PIL import Image
from pypdf import PdfReader, PdfWriter
from stamped import FOREIGN as FOREIGN_SEAL
from stamped import Case, stamped

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import NotNowError, UnreadableError
from formsvc.formkit.data import canonical
from formsvc.formkit.formdata import UNREADABLE_STAMP
from formsvc.forms import KINDS
from formsvc.readers import MOST_BYTES, process, read_file
from formsvc.readers.mark import Mark
from formsvc.readers.names import Field, sorted_out
from formsvc.stamp import Standing

KIND = pytest.mark.parametrize("kind", KINDS)

DAMAGED, HEAVY, LOCKED = "Filen är skadad", "för krånglig", "låst med ett lösenord"
MERGED, PRINTED, SCAN = "slagits ihop", "Fälten finns inte kvar", "bilder av sidor"
FOREIGN = "inget dokument härifrån"


def form(kind: str = "consent") -> bytes:
    return made(kind, "example", Format.PDF_FORM).content


def copy(kind: str = "consent") -> bytes:
    return made(kind, "example", Format.PDF).content


def example(kind: str) -> Any:
    return canonical(pipeline.take_in(KINDS[kind], KINDS[kind].example()).data)


def told(raw: bytes) -> str:
    """Return what people are told of a file that cannot be read."""
    with pytest.raises(UnreadableError) as error:
        pipeline.opened(raw)
    return str(error.value)


def rules(raw: bytes) -> list[str]:
    return [finding.rule for finding in pipeline.opened(raw).shape]


# What is read.


@pytest.mark.parametrize(
    "fmt",
    [Format.PDF_FORM, Format.DOCX, Format.PDF, Format.ZIP, Format.JSON],
)
@KIND
def test_every_file_from_here_is_read(kind: str, fmt: Format) -> None:
    opened = pipeline.opened(made(kind, "example", fmt).content)

    assert opened.kind.name == kind
    assert opened.shape == []
    assert canonical(opened.data) == example(kind)


@KIND
def test_a_blank_is_a_document_with_nothing_in_it(kind: str) -> None:
    opened = pipeline.opened(blank(kind))

    assert opened.kind.name == kind
    assert opened.shape == []
    assert canonical(opened.data) == {}


@pytest.mark.parametrize("data", ["longest", "unusual"])
def test_long_and_unusual_text_is_read(data: str) -> None:
    for fmt in (Format.PDF_FORM, Format.DOCX, Format.PDF):
        opened = pipeline.opened(made("consent", data, fmt).content)
        saved = pipeline.opened(made("consent", data, Format.JSON).content)

        assert canonical(opened.data) == canonical(saved.data)


def test_rows_have_the_numbers_of_the_file() -> None:
    fields = dict(read_file(blank("plan")).fields)

    assert fields["guardians-1-name"] == ""
    assert not any(name.startswith(("sign-", "reply-")) for name in fields)
    assert "areas-home-has_need" not in fields


def test_a_file_with_something_before_it_is_read() -> None:
    opened = pipeline.opened(b"\r\n\r\n" + changed(copy(), lambda _pdf: None))

    assert canonical(opened.data) == example("consent")


def test_a_file_that_is_locked_against_changes_is_read() -> None:
    lock = pikepdf.Encryption(owner="hemlig", user="", R=6)
    locked = changed(form(), lambda _pdf: None, encryption=lock)

    opened = pipeline.opened(locked)

    assert opened.shape == []
    assert canonical(opened.data) == example("consent")


@pytest.mark.parametrize("suffix", ["+1", " [1273]"])
def test_what_a_program_adds_to_names_is_passed_over(suffix: str) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        for field in pdf.Root.AcroForm.Fields:
            field.T = pikepdf.String(f"{field.T}{suffix}")

    opened = pipeline.opened(changed(form(), rename))

    assert canonical(opened.data) == example("consent")


def test_fields_that_lie_under_another_are_read() -> None:
    def group(pdf: pikepdf.Pdf) -> None:
        above = pdf.make_indirect(pikepdf.Dictionary(T="0"))
        above.Kids = pdf.Root.AcroForm.Fields
        for field in above.Kids:
            field.Parent = above
        pdf.Root.AcroForm.Fields = pikepdf.Array([above])

    opened = pipeline.opened(changed(form(), group))

    assert canonical(opened.data) == example("consent")


def test_fields_that_only_pages_know_are_read() -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.AcroForm

    opened = pipeline.opened(changed(form(), forget))

    assert canonical(opened.data) == example("consent")


def test_fields_whose_widgets_lie_apart_are_read() -> None:
    def split(pdf: pikepdf.Pdf) -> None:
        for field in pdf.Root.AcroForm.Fields:
            widget = pdf.make_indirect(
                pikepdf.Dictionary(Subtype=pikepdf.Name.Widget, Parent=field)
            )
            if "/AS" in field:
                widget.AS, field.V = field.AS, pikepdf.Name.Off
                del field.AS
            del field.Subtype
            field.Kids = pikepdf.Array([widget])

    opened = pipeline.opened(changed(form(), split))

    assert canonical(opened.data) == example("consent")


def test_empty_rows_beyond_those_of_a_list_are_no_matter() -> None:
    rows = [
        Field(f"guardians-{n}-name", "text", "Bo" if n == 7 else "") for n in range(256)
    ]

    found = sorted_out(rows, Mark("plan", 1, 1))

    assert found is not None
    assert dict(found.pairs)["guardians-7-name"] == "Bo"
    assert len(found.pairs) == 200


def test_a_long_name_is_no_work() -> None:
    long = with_catalog(
        b"/AcroForm<</Fields[4 0 R]>>", b"<</FT/Tx/T(%s)>>" % (b"+1" * 200)
    )
    added = [Field("purpose" + "+1" * 100_000, "text", "Lugn")]
    start = time.monotonic()

    assert HEAVY in told(long)
    assert sorted_out(added, Mark("plan", 1, 1)) is None
    assert time.monotonic() - start < 5


def test_many_long_names_are_too_much() -> None:
    names = b"".join(b"<</FT/Tx/T(%0250d)>>" % n for n in range(9_000))

    assert HEAVY in told(with_catalog(b"/AcroForm<</Fields[%s]>>" % names))


# The stamp that a writable document carries.


def with_stamp(content: bytes) -> bytes:
    def attach(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["stamp.json"] = content

    return changed(form(), attach)


def test_the_stamp_comes_along() -> None:
    stamp = {"kind": "consent", "version": 3}

    assert read_file(with_stamp(json.dumps(stamp).encode())).stamp == stamp


@pytest.mark.parametrize("junk", [b"", b"{", b"{}", b"[]", b"\xff\xfe\xfa", b"7"])
def test_a_stamp_that_cannot_be_read_is_broken_and_not_missing(junk: bytes) -> None:
    opened = pipeline.opened(with_stamp(junk))

    assert opened.stamp == UNREADABLE_STAMP
    assert pipeline.checked(opened, FOREIGN_SEAL).standing is Standing.BROKEN
    assert opened.formdata


def test_two_stamps_in_one_are_told_for_what_they_are() -> None:
    file = b"<</Type/Filespec/UF(stamp.json)/EF<</F %d 0 R>>>>"
    names = b"/Names<</EmbeddedFiles<</Names[(a) 4 0 R (b) 5 0 R]>>>>"
    two = [packed(b'{"version": 1}'), packed(b'{"version": 2}')]

    assert MERGED in told(with_catalog(names, file % 6, file % 7, *two))


def test_a_working_copy_that_has_lost_its_stamp_is_told_of() -> None:
    whole = stamped(Case("consent"), Format.PDF_FORM).content
    [lost] = pipeline.opened(changed(whole, without_files)).shape

    assert pipeline.opened(whole).shape == []
    assert (lost.rule, lost.severity) == ("file.lost_stamp", "warning")
    assert "SA-7F3K92QD4M" in lost.message
    assert "stämpeln har försvunnit ur den" in lost.message


# What cannot be read, and why.


@KIND
@pytest.mark.parametrize("fmt", [Format.PDF_FORM, Format.PDF])
def test_a_print_out_is_told_for_what_it_is(kind: str, fmt: Format) -> None:
    drawn = baked(made(kind, "example", fmt).content)

    assert PRINTED in told(changed(drawn, without_files))


@pytest.mark.parametrize("tool", ["qpdf", "PyMuPDF"])
def test_a_working_copy_whose_fields_are_drawn_is_told_for_what_it_is(
    tool: str, tmp_path: Path
) -> None:
    whole = stamped(Case("consent"), Format.PDF_FORM).content
    drawn = baked(whole) if tool == "PyMuPDF" else flattened(whole, tmp_path)

    said = told(drawn)
    wordless = told(changed(drawn, without_words))

    assert said.startswith("Det här är en utskrift av SA-7F3K92QD4M.")
    assert PRINTED in said
    assert PRINTED in wordless


def flattened(raw: bytes, folder: Path) -> bytes:
    program = needed.program("qpdf", "qpdf")
    source, target = folder / "a.pdf", folder / "b.pdf"
    source.write_bytes(raw)
    call = [program, "--flatten-annotations=all", str(source), str(target)]
    subprocess.run(call, check=True)
    return target.read_bytes()


def without_words(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.Contents = pdf.make_stream(b"")
        del page.Resources


def without_files(pdf: pikepdf.Pdf) -> None:
    for key in ("/AF", "/Names"):
        if key in pdf.Root:
            del pdf.Root[key]


def test_a_print_out_with_a_reference_is_called_by_it() -> None:
    said = told(page_of("Kronobarnsmodellen  BP-7F3K92QD4M  version 3"))

    assert said.startswith("Det här är en utskrift av BP-7F3K92QD4M.")


def test_a_scan_is_told_for_what_it_is() -> None:
    picture = io.BytesIO()
    Image.new("L", (200, 280), 255).save(picture, "PDF")

    assert SCAN in told(picture.getvalue())


def test_someone_elses_document_is_told_for_what_it_is() -> None:
    text = page_of("Protokoll från årsmötet i föreningen, den fjärde maj i år.")
    theirs = with_catalog(
        b"/AcroForm<</Fields[4 0 R 5 0 R]>>",
        b"<</T(child-name)/FT/Tx/V(Bo)>>",
        b"<</T(Efternamn)/FT/Tx/V(Ek)>>",
    )

    assert FOREIGN in told(text)
    assert FOREIGN in told(theirs)
    assert FOREIGN in told(with_catalog(b""))


@pytest.mark.parametrize(
    "lock",
    [
        pikepdf.Encryption(owner="a", user="b", R=3, aes=False, metadata=False),
        pikepdf.Encryption(owner="a", user="b", R=4),
        pikepdf.Encryption(owner="a", user="b", R=6),
    ],
    ids=["RC4", "AES-128", "AES-256"],
)
def test_a_locked_file_is_told_for_what_it_is(lock: pikepdf.Encryption) -> None:
    assert LOCKED in told(changed(form(), lambda _pdf: None, encryption=lock))


def test_a_file_locked_in_a_way_of_its_own_is_told_for_what_it_is() -> None:
    lock = b"<</Filter/Adobe.PubSec/V 4>>"
    raw = with_catalog(b"").replace(b"/Root", b"/Encrypt%s/ID[(a)(a)]/Root" % lock)

    assert LOCKED in told(raw)


@pytest.mark.parametrize("part", [0.3, 0.7, 0.95, 0.999])
@pytest.mark.parametrize("make", [form, copy])
def test_a_file_without_its_end_is_told_for_what_it_is(
    make: Callable[[], bytes], part: float
) -> None:
    whole = make()

    assert DAMAGED in told(whole[: int(len(whole) * part)])


def test_a_copy_whose_data_is_damaged_is_told_for_what_it_is() -> None:
    assert DAMAGED in told(attached(packed(b'{"child": ')))
    assert DAMAGED in told(attached(packed(b'{"child": "\xff"}')))


def test_a_form_whose_values_are_damaged_is_doubted() -> None:
    whole = bytearray(form())
    stream = whole.rindex(b"/Type/ObjStm")
    checksum = whole.index(b"\nendstream", stream) - 1
    whole[checksum] ^= 1

    assert rules(bytes(whole)) == ["file.damaged"]


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"PK\x03\x04"])
def test_a_file_that_is_too_large_is_told_its_limit(start: bytes) -> None:
    assert "under 15 MB" in told(start.ljust(MOST_BYTES + 1, b"x"))


# Several documents in one file.


def merged(tool: str, one: bytes, other: bytes, folder: Path) -> bytes:
    """Return two files put together by a tool that people have."""
    paths = [folder / "one.pdf", folder / "other.pdf", folder / "both.pdf"]
    paths[0].write_bytes(one)
    paths[1].write_bytes(other)
    if tool == "pypdf":
        writer = PdfWriter()
        writer.append(paths[0])
        writer.append(paths[1])
        writer.write(paths[2])
    elif tool == "PyMuPDF":
        return joined(one, other)
    else:
        program = needed.program(tool, {"pdfunite": "poppler-utils"}.get(tool, "qpdf"))
        first, second, both = map(str, paths)
        call = {
            "qpdf": [program, "--empty", "--pages", first, second, "--", both],
            "pdfunite": [program, first, second, both],
        }[tool]
        subprocess.run(call, check=True)
    return paths[2].read_bytes()


TOOLS = pytest.mark.parametrize("tool", ["pypdf", "PyMuPDF", "qpdf", "pdfunite"])


@TOOLS
def test_two_documents_of_a_kind_in_one_are_told_for_what_they_are(
    tool: str, tmp_path: Path
) -> None:
    assert MERGED in told(merged(tool, form("consent"), blank("consent"), tmp_path))


@TOOLS
def test_two_kinds_in_one_are_told_for_what_they_are(tool: str, tmp_path: Path) -> None:
    assert MERGED in told(merged(tool, form("plan"), form("invitation"), tmp_path))


@TOOLS
def test_two_blanks_in_one_are_told_for_what_they_are(
    tool: str, tmp_path: Path
) -> None:
    assert MERGED in told(merged(tool, blank("plan"), blank("consent"), tmp_path))


def test_a_copy_and_a_form_in_one_are_told_for_what_they_are(tmp_path: Path) -> None:
    assert MERGED in told(merged("PyMuPDF", copy("plan"), form("consent"), tmp_path))


def test_two_copies_in_one_are_told_or_doubted(tmp_path: Path) -> None:
    """These programs keep the data of the first alone, or of none."""
    both = (copy("plan"), copy("consent"), tmp_path)

    assert rules(merged("PyMuPDF", *both)) == ["file.pages"]
    assert rules(merged("pdfunite", *both)) == ["file.put_together"]
    assert PRINTED in told(merged("pypdf", *both))
    assert PRINTED in told(merged("qpdf", *both))


def test_two_data_json_are_told_for_what_they_are() -> None:
    file = b"<</Type/Filespec/UF(data.json)/EF<</F %d 0 R>>>>"
    raw = with_catalog(
        b"/Names<</EmbeddedFiles<</Names[(a) 4 0 R (b) 5 0 R]>>>>",
        file % 6,
        file % 7,
        packed(b'{"a": 1}'),
        packed(b'{"a": 2}'),
    )

    assert MERGED in told(raw)


def test_a_file_that_is_two_by_its_names_is_told_for_what_it_is() -> None:
    raw = with_catalog(
        b"/AF[4 0 R]",
        b"<</Type/Filespec/UF(data.json)/EF<</F 5 0 R/UF 6 0 R>>>>",
        packed(b'{"a": 1}'),
        packed(b'{"a": 2}'),
    )

    assert MERGED in told(raw)


def test_what_a_merging_program_drops_is_told(tmp_path: Path) -> None:
    program = needed.program("mutool", "mupdf-tools")
    source, target = tmp_path / "one.pdf", tmp_path / "both.pdf"
    source.write_bytes(form())

    subprocess.run([program, "merge", "-o", target, source, source], check=True)

    assert PRINTED in told(target.read_bytes())


def test_pages_that_are_gone_are_told_of() -> None:
    def cut(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1:]
        del pdf.Root.AcroForm

    assert rules(changed(form(), cut)) == ["file.missing_fields", "file.pages"]


# Forms of another revision.


def with_field(name: str, text: str, mark: str) -> bytes:
    """Return a form that has one field of another name, and another mark."""

    def change(pdf: pikepdf.Pdf) -> None:
        field = next(f for f in pdf.Root.AcroForm.Fields if str(f.T) == "purpose")
        field.T, field.V = pikepdf.String(name), pikepdf.String(text)
        pdf.docinfo["/FormsvcForm"] = f"{mark} {len(pdf.pages)}"

    return changed(form(), change)


def test_a_field_that_the_form_does_not_have_is_told_with_its_text() -> None:
    (missing, unknown) = sorted(
        pipeline.opened(with_field("aim-0-x", "Till ro", "consent 1")).shape,
        key=lambda finding: finding.rule,
    )

    assert missing.rule == "file.missing_fields"
    assert (unknown.rule, unknown.severity) == ("file.unknown_field", "warning")
    assert unknown.field == "aim-0-x"
    assert "”aim-0-x”" in unknown.message
    assert "”Till ro”" in unknown.message


def test_an_empty_field_that_the_form_does_not_have_is_no_matter() -> None:
    assert rules(with_field("aim", "", "consent 1")) == ["file.missing_fields"]


@pytest.fixture
def revised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a consent of a second revision, in which two fields have got new names."""
    renamed = {"aim": "purpose", "persons-#-name": "guardians-#-name"}
    kind = replace(KINDS["consent"], revision=2, renamed=renamed)
    kinds = MappingProxyType({**KINDS, "consent": kind})
    for module in ("names", "mark"):
        monkeypatch.setattr(f"formsvc.readers.{module}.KINDS", kinds)


@pytest.mark.usefixtures("revised")
@pytest.mark.parametrize("mark", ["consent 1", "none"])
def test_an_older_form_is_read_by_the_names_of_today(mark: str) -> None:
    opened = pipeline.opened(with_field("aim", "Lugn och ro", mark))

    assert opened.data["purpose"] == "Lugn och ro"
    assert {one.rule for one in opened.shape} <= {"file.older_form"}


@pytest.mark.usefixtures("revised")
def test_rows_of_an_older_form_keep_their_numbers() -> None:
    opened = pipeline.opened(with_field("persons-7-name", "Bo", "consent 1"))

    [older] = opened.shape
    assert opened.data["guardians"][-1]["name"] == "Bo"
    assert (older.rule, older.severity) == ("file.older_form", "tip")
    assert "Alla dess fält är överförda" in older.fix


@pytest.mark.usefixtures("revised")
def test_what_an_older_form_had_and_todays_has_not_is_told_of() -> None:
    unknown, older = pipeline.opened(with_field("gone", "Bo", "consent 1")).shape

    assert unknown.rule == "file.unknown_field"
    assert "Allt utom det som nämns här" in older.fix


def test_a_newer_form_is_told_of() -> None:
    assert rules(with_field("purpose", "Lugn", "consent 2")) == ["file.newer_form"]


@pytest.mark.parametrize("mark", ["", "x", "plan", "nope 1", "consent 99999", "plan 1"])
def test_a_mark_that_says_nothing_right_hurts_nothing(mark: str) -> None:
    opened = pipeline.opened(with_field("purpose", "Lugn", mark))

    assert opened.kind.name in KINDS
    assert opened.data.get("purpose") == "Lugn"


# Packages.


def test_a_package_without_data_is_told_for_what_it_is() -> None:
    assert "utan filen data.json" in told(zipped({"data.txt": b"{}"}))


def test_a_locked_or_broken_package_is_told_for_what_it_is() -> None:
    package = made("consent", "example", Format.ZIP).content

    assert "skadat eller låst" in told(package[: len(package) // 2])


def test_a_package_whose_data_is_no_text_is_told_for_what_it_is() -> None:
    assert "skadat eller låst" in told(zipped({"data.json": b'{"child": "\xff"}'}))


def test_a_package_that_has_a_pdf_unpacked_is_a_package() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.pdf", form())
        archive.writestr("data.json", made("consent", "example", Format.JSON).content)

    assert canonical(pipeline.opened(buffer.getvalue()).data) == example("consent")


# The process.


def test_one_who_waits_too_long_is_asked_to_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(process, "WAIT", 0.01)
    monkeypatch.setattr(process, "_turns", threading.BoundedSemaphore(1))

    with process._turns, pytest.raises(NotNowError, match="Vänta en stund"):
        pipeline.opened(form())
    assert pipeline.opened(form()).shape == []


def test_a_process_that_does_not_answer_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(process, "RUN", 0.2)
    monkeypatch.setattr(process, "_PROGRAM", "import time; time.sleep(60)")

    assert HEAVY in told(form())


@pytest.mark.parametrize(
    "program",
    ["raise SystemExit(3)", "print('[]')", "print('{')", "print('[' * 9999)"],
)
def test_an_answer_that_is_none_is_taken_for_damage(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(process, "_PROGRAM", program)

    assert DAMAGED in told(form())


def test_an_answer_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MOST_ANSWERED", 10_000)
    monkeypatch.setattr(process, "_PROGRAM", "while True: print('x' * 9999)")

    assert HEAVY in told(form())


LIMITED = """
import os, socket, sys
sys.path.insert(0, sys.argv[1])
from formsvc.apart import child
child._limit()
tries = (
    lambda: open("/etc/passwd"),
    lambda: open("/tmp/formsvc-test", "w"),
    lambda: socket.socket(),
    lambda: os.pipe(),
    lambda: bytearray(400_000_000),
)
for each in tries:
    try:
        each()
    except (OSError, MemoryError):
        continue
    raise SystemExit(1)
print("{}")
"""


def test_the_process_can_do_nothing_but_read_and_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(process, "_PROGRAM", LIMITED)

    assert process.read_apart("pdf", b"") == {}


def test_the_process_runs_the_code_of_its_parent_and_no_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "pypdf.py").write_text("raise SystemExit(3)")

    assert pipeline.opened(form()).shape == []
    assert str(Path(pipeline.__file__).parents[1]) == process._ROOT


def test_nothing_of_a_file_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    whole = form()

    pipeline.opened(whole)
    told(whole[:-200])

    assert caplog.records == []


def test_what_engines_name_is_what_pypdf_names() -> None:
    """The names that are read are those that another reader finds."""
    found = PdfReader(io.BytesIO(form("plan"))).get_fields() or {}
    read = {name for name, _text in read_file(form("plan")).fields}

    data = {name for name in found if not name.startswith(("sign-", "reply-"))}
    assert read <= data
    assert {name for name in data - read if found[name]["/FT"] != "/Btn"} == set()
