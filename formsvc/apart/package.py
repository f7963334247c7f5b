"""A zip: the data of a package from here. No name and no size in it is trusted."""

import codecs
import zipfile
from io import BytesIO

from formsvc.apart.limits import ATTACHED, HeavyError

DATA = "data.json"
WORD = "word/document.xml"

ENTRIES = 2_000
"""A package of ours has under ten, a Word document under two hundred."""

codecs.lookup("cp437")  # names in a zip; no module can be loaded once limits are set


def read(raw: bytes) -> dict[str, object]:
    """Return the text of `data.json`, and whether the file is a Word document.

    Nothing else in it is unpacked. Raises what is wrong with it (`child.py`).
    """
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        entries = archive.infolist()
        if len(entries) > ENTRIES:
            raise HeavyError
        found = [entry for entry in entries if entry.filename == DATA]
        texts = [_unpacked(archive, entry) for entry in found[:2]]
        word = any(entry.filename == WORD for entry in entries)
        return {"data": texts, "word": word}


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    with archive.open(entry) as content:
        return content.read(ATTACHED).decode("utf-8")
