"""All that a file holds, also what no page shows."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pymupdf

from formsvc.formkit.concealing import key

_MARKUP = re.compile(r"<[^<>]*>")


def held(content: bytes) -> str:
    """Return the letters and figures of a file, decompressed, as `key` folds them."""
    return key("\n".join(_texts(content)))


def _texts(content: bytes) -> Iterator[str]:
    if content.startswith(b"%PDF-"):
        yield from _pdf(content)
    elif content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            for member in package.infolist():
                yield member.filename
                yield from _texts(package.read(member))
    else:
        text = content.decode("utf-8", "replace").replace("\r\n ", "")
        yield text
        yield _MARKUP.sub("", text)  # words that tags divide


def _pdf(content: bytes) -> Iterator[str]:
    with pymupdf.open(stream=content) as document:  # type: ignore[no-untyped-call]
        for page in document:
            yield page.get_text()
    with pikepdf.open(BytesIO(content)) as pdf:
        for file in pdf.attachments.values():
            yield from _texts(file.get_file().read_bytes())
        for one in pdf.objects:
            yield from _strings(one)
            if isinstance(one, pikepdf.Stream):
                data = one.read_bytes() if _is_open(one) else one.read_raw_bytes()
                yield data.decode("latin-1")
                yield data.decode("utf-8", "replace")
                yield data.decode("utf-16-be", "replace")


def _is_open(stream: Any) -> bool:
    return bool(stream.get("/Subtype") != pikepdf.Name.Image)


def _strings(one: Any) -> Iterator[str]:
    """Yield every string in an object."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
        for inner in one.values():
            if not getattr(inner, "is_indirect", False):
                yield from _strings(inner)
    elif isinstance(one, pikepdf.Array):
        for inner in one:
            if not getattr(inner, "is_indirect", False):
                yield from _strings(inner)
