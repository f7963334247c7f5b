"""The engines that run in Node: pdf.js, which draws PDF in Firefox, and pdf-lib."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import needed
from engines.engine import SCALE, Values
from PIL import Image

HERE = Path(__file__).parent


class InNode:
    """An engine of `node.mjs`."""

    name = ""
    module = ""

    def read(self, content: bytes) -> Values:
        """Return the values: pdf.js gives a choice's value, pdf-lib its words."""
        with TemporaryDirectory() as folder:
            values: Values = json.loads(self._call("read", _stored(folder, content)))
            return values

    def write(self, content: bytes, values: Values) -> bytes:
        """Set each value and save."""
        with TemporaryDirectory() as folder:
            source, target = Path(folder, "values.json"), Path(folder, "saved.pdf")
            source.write_text(json.dumps(dict(values)), encoding="utf-8")
            self._call("write", _stored(folder, content), str(source), str(target))
            return target.read_bytes()

    def _call(self, command: str, *arguments: str) -> bytes:
        needed.node_module("engines", self.module)
        program = needed.program("node", "nodejs")
        call = [program, str(HERE / "node.mjs"), self.name, command, *arguments]
        run = subprocess.run(call, capture_output=True, check=False, timeout=120)
        assert run.returncode == 0, run.stderr.decode("utf-8")[-2000:]
        return run.stdout


class PdfJs(InNode):
    """pdf.js draws as well."""

    name = "pdf.js"
    module = "pdfjs-dist/package.json"

    def pictures(self, content: bytes) -> list[Image.Image]:
        """Return the pages, fields included."""
        with TemporaryDirectory() as folder:
            target = Path(folder, "page")
            self._call("draw", _stored(folder, content), str(SCALE), str(target))
            paths = sorted(
                Path(folder).glob("page-*.png"),
                key=lambda path: int(path.stem.split("-")[1]),
            )
            return [_loaded(path) for path in paths]


class PdfLib(InNode):
    """pdf-lib writes for browsers and servers; it does not draw."""

    name = "pdf-lib"
    module = "pdf-lib/package.json"


def _stored(folder: str, content: bytes) -> str:
    path = Path(folder, "given.pdf")
    path.write_bytes(content)
    return str(path)


def _loaded(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        picture.load()
        return picture
