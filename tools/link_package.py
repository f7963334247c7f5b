"""Puts the package on the path of the virtual environment, with its command.

Does what an editable install does, without a build and so without a network.
"""

import os
import stat
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMAND = f"""#!{sys.executable}
from formsvc.__main__ import run

run()
"""


def main() -> None:
    """Write a path file and the command `formsvc`."""
    Path(sysconfig.get_path("purelib"), "formsvc.pth").write_text(f"{ROOT}{os.linesep}")
    command = Path(sysconfig.get_path("scripts"), "formsvc")
    command.write_text(COMMAND)
    command.chmod(command.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


main()
