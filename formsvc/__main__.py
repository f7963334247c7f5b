"""`python -m formsvc`, and the command `formsvc`."""

import sys

from formsvc.cli import main


def run() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(main())


if __name__ == "__main__":
    run()
