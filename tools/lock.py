"""Locks the dependencies of pyproject.toml with hashes, into requirements/."""

import subprocess
import sys

COMPILE = (
    "uv",
    "pip",
    "compile",
    "pyproject.toml",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--quiet",
)


def main() -> int:
    """Write both lock files; `uv` has to be on the path."""
    for name, extra in (("run", ()), ("dev", ("--group=dev",))):
        command = (*COMPILE, *extra, f"--output-file=requirements/{name}.txt")
        if subprocess.run(command, check=False).returncode:  # noqa: S603  our own words
            return 1
    return 0


sys.exit(main())
