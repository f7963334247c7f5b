"""What people are told of a file of a word processor that cannot be read."""

import json

import pytest
import worddocs
from hostile.corpus import zipped
from hostile.word_corpus import linked
from worddocs import OFFICE, docx, line, own_part, parts, properties, run, sdt, typed

from formsvc import pipeline
from formsvc.errors import UnreadableError
from formsvc.readers import MOST_BYTES

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
OPEN = "application/vnd.oasis.opendocument.text"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = (
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
)
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
MACROS_OF_EXCEL = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY_SHEET = "application/vnd.ms-excel.sheet.binary.main"

LOST = "fälten går inte att känna igen"
FOREIGN = "ett Word-dokument, men inget härifrån"
OPEN_IN_ONE = f'<office:document office:mimetype="{OPEN}"/>'
OLD_XML = '<w xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
FLAT_XML = '<p xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'


def told(raw: bytes) -> str:
    """Return what people are told of a file that cannot be read."""
    with pytest.raises(UnreadableError) as error:
        pipeline.opened(raw)
    return str(error.value)


def compound(*streams: str) -> bytes:
    """Return a file of files, as older programs save, with streams of these names."""
    return COMPOUND + b"".join(name.encode("utf-16-le").ljust(128) for name in streams)


def of_type(sort: str) -> bytes:
    made = parts(line(typed("reason", "Lugn")))
    return docx({**made, "[Content_Types].xml": worddocs.types(sort)})


PLAIN = line(run("Barnets plan")) + line(run("Varför planen görs: Lugn"))


def without_names(body: str, name: str = "", content: bytes = b"") -> bytes:
    made = parts(body)
    return docx({**made, name: content} if name else made)


@pytest.mark.parametrize(
    "raw",
    [
        without_names(line(run("x")), "customXml/item1.xml", own_part("plan 1")),
        without_names(line(run("x")), "customXml/item2.xml", own_part("", {"a": 1})),
        without_names(
            line(run("x")), "docProps/custom.xml", properties(FormsvcForm="plan 1")
        ),
        without_names(PLAIN),
        without_names(line(sdt("", run("Barnets plan")))),
        without_names(line(run("Version 3 av BP-7F3K92QD4M"))),
    ],
    ids=["mark", "stamp", "properties", "title", "unnamed", "reference"],
)
def test_a_document_that_has_lost_the_names_of_its_fields_is_told_for_what_it_is(
    raw: bytes,
) -> None:
    """LibreOffice 7.4 drops them, and so do many that do not know controls."""
    said = told(raw)

    assert LOST in said
    assert "LibreOffice 25.2 eller nyare" in said


def test_a_form_of_others_is_told_for_what_it_is() -> None:
    theirs = parts(line(typed("Efternamn", "Ek") + typed("child-name", "Bo")))

    assert FOREIGN in told(docx(theirs))
    assert FOREIGN in told(docx(parts(line(run("Protokoll från årsmötet")))))
    assert FOREIGN in told(docx(parts("")))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (compound("WordDocument"), "det gamla formatet .doc"),
        (compound("EncryptionInfo", "EncryptedPackage"), "låst med ett lösenord"),
        (compound("Workbook"), "Excel eller PowerPoint"),
        (compound("PowerPoint Document"), "Excel eller PowerPoint"),
        (compound("__properties_version1.0"), "inget dokument härifrån"),
        (zipped({"mimetype": OPEN.encode()}), "LibreOffices eget format"),
        (zipped({"mimetype": b"application/epub+zip"}), "utan filen data.json"),
        (zipped({"Index/Document.iwa": b"", "a": b""}), "från Pages"),
        (f'<?xml version="1.0"?>{OPEN_IN_ONE}'.encode(), "LibreOffices eget format"),
        (f'<?xml version="1.0"?>{OLD_XML}'.encode(), "dokument sparat som xml"),
        (f'\ufeff<?xml version="1.0"?>{FLAT_XML}'.encode(), "dokument sparat som xml"),
        (b"<html><body>Barnets plan</body></html>", "inget dokument härifrån"),
        (b"{\\rtf1\\ansi Barnets plan}", "en rtf-fil"),
        (of_type(MACROS), "kan ha makron"),
        (of_type(MACROS_OF_EXCEL), "kan ha makron"),
        (of_type(f"{worddocs.WORD}template.main+xml"), "en Word-mall"),
        (of_type(SHEET), "Excel eller PowerPoint"),
        (of_type(SLIDES), "Excel eller PowerPoint"),
        (of_type(BINARY_SHEET), "Excel eller PowerPoint"),
        (of_type("application/xml"), "inget dokument härifrån"),
        (linked("relationships/attachedTemplate"), "hämtar något från en annan plats"),
        (zipped({"word/document.xml": b""}), "utan filen data.json"),
        (zipped({"[Content_Types].xml": b"<a/>"}), "Filen är skadad"),
    ],
)
def test_each_sort_of_file_is_told_for_what_it_is(raw: bytes, words: str) -> None:
    said = told(raw)

    assert words in said
    assert said.endswith(".")


def test_a_link_that_somebody_may_press_is_no_matter() -> None:
    made = parts(line(typed("reason", "Lugn")))
    made["word/_rels/document.xml.rels"] = worddocs.relations(
        (f"{OFFICE}relationships/hyperlink", "https://example.se/"), outside=True
    )
    made["customXml/item1.xml"] = own_part("plan 1")

    assert pipeline.opened(docx(made)).data["reason"] == "Lugn"


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_a_document_without_its_end_is_told_for_what_it_is(part: float) -> None:
    whole = docx(worddocs.written("consent", {}))
    said = told(whole[: int(len(whole) * part)])

    assert "Filen är skadad" in said
    assert "öppna den i Word" in said


def test_a_document_that_is_too_large_is_told_its_limit() -> None:
    assert "under 15 MB" in told(b"PK\x03\x04".ljust(MOST_BYTES + 1, b"x"))


def test_json_that_begins_as_rich_text_does_not_exist() -> None:
    """A brace and a backslash begin no JSON: nothing is mistaken for the other."""
    with pytest.raises(json.JSONDecodeError):
        json.loads("{\\rtf")


def test_folders_that_a_program_has_packed_are_no_matter() -> None:
    made = {"word/": b"", "customXml/": b"", **worddocs.written("consent", {})}

    assert pipeline.opened(docx(made)).shape == []
