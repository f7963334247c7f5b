"""Collects every text that a person reads, for translators: formsvc/locale/formsvc.pot.

With --check it changes nothing and says whether the file is as it should be.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "formsvc" / "locale" / "formsvc.pot"
FOLDERS = ("formsvc", "tools/word_templates")
"""Where texts stand: in the program, and in what writes the Word templates."""

METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]


def collected() -> bytes:
    """Return the template file: each text with the files that it stands in."""
    catalog = Catalog(project="formsvc", charset="utf-8")
    for folder in FOLDERS:
        found = extract_from_dir(str(ROOT / folder), METHODS)
        for filename, _line, message, _comments, context in sorted(found, key=str):
            catalog.add(message, None, [(f"{folder}/{filename}", 0)], context=context)
    buffer = BytesIO()
    write_po(buffer, catalog, omit_header=True, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def main() -> int:
    """Write the template, or compare it."""
    if "--check" in sys.argv:
        same = TEMPLATE.is_file() and TEMPLATE.read_bytes() == collected()
        if not same:
            print("formsvc.pot is not up to date: run `make messages`.")
        return 0 if same else 1
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(collected())
    return 0


sys.exit(main())
