"""What the process that reads Word files refuses, and how much it ever answers."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from zipfile import ZIP_STORED, ZipFile

import pytest
import worddocs
from hostile import word_corpus
from hostile.word_corpus import FILLED, whole, with_document, with_part
from worddocs import chosen, dated, docx, line, own_part, sdt, typed, xml

from formsvc.apart import package, word_parts
from formsvc.apart.limits import NAME, WORD_ANSWER, HeavyError, OtherError
from formsvc.errors import UnreadableError
from formsvc.readers import read_file

LONG = "å" * 450_000

MOST = 6 * WORD_ANSWER
"""Bytes of an answer in which every character is written as `\\u00e5`."""


def test_what_the_others_are_made_of_is_read() -> None:
    assert "word" in package.read(docx(whole()))


@pytest.mark.parametrize(
    "make",
    [
        word_corpus.two_tables,
        word_corpus.declared_coding,
        word_corpus.bare_type,
        word_corpus.wrong_checksum,
        word_corpus.lying_a_little,
    ],
)
def test_a_broken_file_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(ValueError, match=r"."):
        package.read(make())


def test_a_part_with_more_behind_its_end_is_refused() -> None:
    with pytest.raises(ValueError, match="the end is missing"):
        package.read(with_more_behind(whole()["word/document.xml"]))


def with_more_behind(content: bytes) -> bytes:
    """Return a file whose document has bytes after what is packed."""
    pack = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = pack.compress(content) + pack.flush() + b"more"
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, part in {**whole(), "word/document.xml": packed}.items():
            archive.writestr(name, part)
        entry = archive.getinfo("word/document.xml")
    raw = bytearray(buffer.getvalue())
    at_end = raw.rindex(b"PK\1\2", 0, raw.rindex(b"word/document.xml"))
    for head, way in ((entry.header_offset, 8), (at_end, 10)):
        raw[head + way : head + way + 2] = struct.pack("<H", zipfile.ZIP_DEFLATED)
        at = head + way + 6
        raw[at : at + 4] = struct.pack("<I", zlib.crc32(content))
        raw[at + 8 : at + 12] = struct.pack("<I", len(content))
    return bytes(raw)


def test_a_document_type_is_told_as_damage_and_not_as_weight() -> None:
    with pytest.raises(UnreadableError, match="skadad, eller inte gjord av Word"):
        read_file(word_corpus.bare_type())


def test_all_parts_together_are_counted_as_they_are_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = docx(whole())
    with ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
    sizes = sum(entry.file_size for entry in entries)
    monkeypatch.setattr(word_parts, "ALL_PARTS", sizes)
    parts = word_parts.Parts(raw, entries)

    assert sum(len(parts.small(name)) for name in parts.names()) == sizes
    with pytest.raises(HeavyError):
        parts.small("word/document.xml")


def test_macros_are_known_by_their_name_alone() -> None:
    with pytest.raises(OtherError, match="macros"):
        package.read(with_part("word/vbaProject.bin", b"x"))


def test_a_name_that_is_too_long_is_refused() -> None:
    def made(length: int) -> bytes:
        return with_document(xml(FILLED + line(typed("a" * length, "x"))))

    assert "word" in package.read(made(NAME))
    with pytest.raises(HeavyError):
        package.read(made(NAME + 1))


def answered(body: str, **stamps: str) -> int:
    """Return how many bytes the answer to a file has, which packs as well as it may."""
    parts = {**whole(), "word/document.xml": xml(FILLED + body)}
    for name, stamp in stamps.items():
        parts[f"customXml/{name}.xml"] = own_part("plan 1", stamp)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return len(json.dumps(package.read(buffer.getvalue())))


FEW = 5_000
"""Bytes of an answer with a few fields in it."""


def test_a_value_that_no_choice_has_is_not_told() -> None:
    choices = (chosen(f"a-{n}", "Klar", [(LONG, "Klar")]) for n in range(8))

    assert answered(line("".join(choices))) < FEW


def test_of_a_day_no_more_is_told_than_a_day_may_be() -> None:
    assert answered(line(dated("meeting-date", "x", LONG))) < FEW


def test_of_a_stamp_no_more_is_told_than_a_stamp_may_be() -> None:
    assert answered("", item7=LONG) < 6 * 20_000 + FEW


def test_a_stamp_is_told_once() -> None:
    stamps = {f"item{n}": LONG for n in range(7)}

    assert answered("", **stamps) < 6 * 20_000 + FEW


@pytest.mark.parametrize(
    "body",
    [
        line(typed("reason", "å" * (WORD_ANSWER + 1))),
        line("".join(typed(f"a-{n}", LONG) for n in range(5))),
        line("".join(dated(f"a-{n}", "å" * 60, "å" * 290) for n in range(8_000))),
        line(
            "".join(
                sdt(f"a-{n}", "", f"<w:date w:fullDate='{'å' * 300}'/>")
                for n in range(8_000)
            )
        ),
    ],
    ids=["one text", "several", "days and their texts", "days"],
)
def test_more_than_any_document_has_is_refused(body: str) -> None:
    with pytest.raises(HeavyError):
        answered(body)


def test_as_much_as_a_document_may_have_is_told() -> None:
    texts = "".join(line(typed(f"a-{n}", "å" * 4_000)) for n in range(490))

    assert 0.9 * MOST < answered(texts) < MOST


def test_what_a_word_document_says_of_itself_counts_too() -> None:
    made = whole()
    for number in range(120):
        stamp = f"{number}{'å' * 19_000}"
        made[f"customXml/item{number}.xml"] = worddocs.own_part("plan 1", stamp)

    with pytest.raises(HeavyError):
        package.read(docx(made))
