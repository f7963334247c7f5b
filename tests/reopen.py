"""Reopens finished documents with tools that did not write them."""

import json
import os
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

import formsvc

FONTS = Path(formsvc.__file__).parent / "static" / "fonts"

PIECE = 25
"""A text is on one page for each so many characters, at the most, and one more."""


class OpenField(NamedTuple):
    """A field of a writable PDF. `value` is true or false for a check box."""

    name: str
    type: str
    human: str
    value: str | bool
    options: tuple[tuple[str, str], ...]


def pdf_pages(content: bytes) -> list[str]:
    """Return the squeezed text of each page as Poppler reads it, as it is drawn."""
    tool = shutil.which("pdftotext")
    if tool is None and "CI" in os.environ:
        pytest.fail("pdftotext is not here; install poppler-utils")
    if tool is None:
        pytest.skip("pdftotext is not here; install poppler-utils")
    call = (tool, "-raw", "-enc", "UTF-8", "-", "-")
    read = subprocess.run(call, input=content, capture_output=True, check=True)
    return [squeezed(page) for page in read.stdout.decode("utf-8").split("\f")[:-1]]


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF, its pages one after the other."""
    return "".join(pdf_pages(content))


def squeezed(text: str) -> str:
    """Return `text` composed and without white space: layout adds and turns both.

    Nor has it the joiner that stands for a part of a letter.
    """
    whole = text.replace("\N{WORD JOINER}", "")
    return "".join(unicodedata.normalize("NFC", whole).split())


def is_found(text: str, pages: Sequence[str]) -> bool:
    """Say whether `text` stands in squeezed `pages`, whole or cut by page ends."""
    wanted = squeezed(text)
    if any(wanted in page for page in pages):
        return True
    return any(_runs_on(wanted, pages[start:]) for start in range(len(pages)))


def _runs_on(wanted: str, pages: Sequence[str]) -> bool:
    """Say whether `wanted` begins on the first page and goes on from page to page."""
    for page in pages[: len(wanted) // PIECE + 1]:
        wanted = wanted[_longest_start(wanted, page) :]
        if not wanted:
            return True
    return False


def _longest_start(wanted: str, page: str) -> int:
    """Return how many characters at the start of `wanted` stand on `page`."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in page else (low, middle - 1)
    return low


def open_fields(content: bytes) -> list[OpenField]:
    """Return every field of a writable PDF, in the order of its AcroForm."""
    root: Any = reader(content).root_object
    return [_open_field(field.get_object()) for field in root["/AcroForm"]["/Fields"]]


def _open_field(field: Any) -> OpenField:
    kind, value = str(field["/FT"]), field.get("/V", "")
    assert "/Kids" not in field
    options = tuple(
        (str(option), "")
        if isinstance(option, str)
        else (str(option[0]), str(option[1]))
        for option in field.get("/Opt", ())
    )
    told = str(value) == "/true" if kind == "/Btn" else str(value)
    return OpenField(str(field["/T"]), kind, str(field.get("/TU", "")), told, options)


def filled_in(content: bytes) -> dict[str, str | bool]:
    """Return what stands in the fields of a writable PDF, by name."""
    return {field.name: field.value for field in open_fields(content)}


def attached(content: bytes) -> Any:
    """Return the data that a filing copy carries."""
    (data,) = reader(content).attachments["data.json"]
    return json.loads(data)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files of a package by name, in its order."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def reader(content: bytes) -> PdfReader:
    """Return what reads a PDF, and complains of whatever is wrong with it."""
    return PdfReader(BytesIO(content), strict=True)


def fonts(content: bytes) -> set[str]:
    """Return the unique names inside the font files of a PDF."""
    return {_unique_name(descriptor) for descriptor in _descriptors(reader(content))}


def _descriptors(pdf: PdfReader) -> Iterator[Any]:
    size: Any = pdf.trailer["/Size"]
    for number in range(1, size):
        each: Any = pdf.get_object(number)
        if isinstance(each, dict) and each.get("/Type") == "/FontDescriptor":
            yield each


def _unique_name(descriptor: Any) -> str:
    """Return the unique name in a font file, or of what file it is a part."""
    font = TTFont(BytesIO(descriptor["/FontFile2"].get_data()), lazy=True)
    if "name" in font:
        return str(font["name"].getDebugName(3))
    _tag, whole = str(descriptor["/FontName"]).split("+")
    assert (FONTS / f"{whole}.ttf").is_file()
    return f"a part of formsvc's {whole}"
