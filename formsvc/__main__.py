"""`python -m formsvc`, and the command `formsvc`."""

import sys

from formsvc import quick


def run() -> None:
    """Run the command line and leave with its exit status."""
    if quick.done(sys.argv[1:]):
        return
    from formsvc.cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()
