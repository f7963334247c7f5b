"""Poppler, which draws PDF in Evince and Okular."""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import needed
from engines.engine import SCALE, Word
from PIL import Image


class Poppler:
    """Poppler's programs, which draw and do not write."""

    name = "Poppler"

    def pictures(self, content: bytes) -> list[Image.Image]:
        """Return the pages, fields included."""
        program = needed.program("pdftoppm", "poppler-utils")
        with TemporaryDirectory() as folder:
            call = [program, "-r", str(72 * SCALE), "-png", "-", f"{folder}/page"]
            subprocess.run(call, input=content, check=True)
            return [_loaded(path) for path in sorted(Path(folder).iterdir())]


WORD = re.compile(
    r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>'
)
ESCAPED = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}


def words(content: bytes) -> list[Word]:
    """Return every word that is drawn, fields included."""
    program = needed.program("pdftotext", "poppler-utils")
    call = [program, "-bbox", "-enc", "UTF-8", "-", "-"]
    read = subprocess.run(call, input=content, capture_output=True, check=True)
    pages = read.stdout.decode("utf-8").split("<page ")[1:]
    return [
        Word(_plain(text), number, *map(float, box))
        for number, page in enumerate(pages)
        for *box, text in WORD.findall(page)
    ]


def _plain(text: str) -> str:
    for escaped, char in ESCAPED.items():
        text = text.replace(escaped, char)
    return text


def _loaded(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        picture.load()
        return picture
