"""Writes the Word templates of all kinds: templates_docx/{kind}.docx.

With --check it changes nothing and says whether the files are as they should be.
"""

import sys
from pathlib import Path

from formsvc.forms import KINDS
from tools.word_templates.template import template_of

FOLDER = Path(__file__).parents[2] / "templates_docx"


def main() -> int:
    """Write the templates, or compare them."""
    made = {FOLDER / f"{name}.docx": template_of(kind) for name, kind in KINDS.items()}
    if "--check" in sys.argv:
        old = [
            path.name
            for path, content in made.items()
            if not path.is_file() or path.read_bytes() != content
        ]
        if old:
            print(f"{', '.join(old)}: not up to date, run `make word-templates`.")
        return 1 if old else 0
    FOLDER.mkdir(exist_ok=True)
    for path, content in made.items():
        path.write_bytes(content)
    return 0


sys.exit(main())
