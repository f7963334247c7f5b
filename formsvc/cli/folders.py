"""Files as they are named in a call: a folder stands for all that lie in it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ENDINGS = (".pdf", ".docx", ".json", ".zip")
"""What documents are saved as; other files of a folder are passed by."""


class Named(NamedTuple):
    """A file to look at, and whether it was named itself."""

    name: str
    itself: bool


def files_in(names: Iterable[str]) -> Iterator[Named]:
    """Yield each file that `names` stand for, those of a folder in order."""
    for name in names:
        folder = Path(name)
        if not name or not folder.is_dir():
            yield Named(name, itself=True)
            continue
        for path in sorted(folder.rglob("*")):
            hidden = any(
                part.startswith(".") for part in path.relative_to(folder).parts
            )
            if path.suffix.lower() in ENDINGS and path.is_file() and not hidden:
                yield Named(str(path), itself=False)
