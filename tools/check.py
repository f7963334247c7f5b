"""Runs every check and reports them all, instead of stopping at the first."""

import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("python", "tools/messages.py", "--check"),
    ("python", "-m", "tools.word_templates", "--check"),
)


def main() -> int:
    """Return 0 when every check passes, 1 otherwise."""
    failed = []
    for tool, *arguments in CHECKS:
        words = " ".join((tool, *arguments))
        print(f"--- {words}", flush=True)
        if subprocess.run((BIN / tool, *arguments), check=False).returncode:  # noqa: S603  our own words
            failed.append(words)
    print("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


sys.exit(main())
