"""A zip: the data of a package from here, or a Word document. No name is trusted."""

import codecs
import zipfile
from io import BytesIO

from formsvc.apart import word
from formsvc.apart.limits import ATTACHED, HeavyError, OtherError
from formsvc.apart.word_links import TYPES

DATA = "data.json"

ENTRIES = 2_000
"""A package of ours has under ten; of a Word document, `limits.PARTS` has its own."""

_SORT = "mimetype"
"""Where the documents of LibreOffice say what they are."""

_OPEN = b"application/vnd.oasis.opendocument."

_PAGES = ("index/document.iwa", "index.zip", "index.xml")
"""In the documents of Apple's programs."""

codecs.lookup("cp437")  # names in a zip; no module can be loaded once limits are set


def read(raw: bytes) -> dict[str, object]:
    """Return the texts of `data.json`, or what a Word document holds under `word`.

    Nothing else in it is unpacked. Raises what is wrong with it (`child.py`).
    """
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        entries = archive.infolist()
        if len(entries) > ENTRIES:
            raise HeavyError
        found = [entry for entry in entries if entry.filename == DATA]
        if any(entry.filename.lower() == TYPES for entry in entries):
            if found:
                raise OtherError("merged")
            return {"word": word.read(raw, entries)}
        texts = [_unpacked(archive, entry) for entry in found[:2]]
        if not texts:
            _demand_unknown(archive, entries)
        return {"data": texts}


def _demand_unknown(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Raise `OtherError` when a zip is a document of another program."""
    names = {entry.filename.lower() for entry in entries}
    if names.intersection(_PAGES):
        raise OtherError("pages")
    for entry in entries:
        if entry.filename == _SORT:
            with archive.open(entry) as content:
                if content.read(len(_OPEN)) == _OPEN:
                    raise OtherError("open")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    with archive.open(entry) as content:
        return content.read(ATTACHED).decode("utf-8")
