"""Has a file read by a process as the service does, and says what that took.

    python -I measured.py FILE PYTHON ARGUMENT…

It is small itself, since a process begins with the memory of the one that starts it.
"""

import json
import os
import subprocess
import sys

name, *call = sys.argv[1:]
with open(name, "rb") as file:  # noqa: PTH123  pathlib takes memory
    child = subprocess.Popen(
        call,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
    )
assert child.stdout is not None
answer = child.stdout.read()
_pid, ended, usage = os.wait4(child.pid, 0)
took = {
    "status": os.waitstatus_to_exitcode(ended),
    "seconds": usage.ru_utime + usage.ru_stime,
    "bytes": usage.ru_maxrss * 1024,
}
with open(f"{name}.answer", "wb") as file:  # noqa: PTH123
    file.write(answer)
sys.stdout.write(json.dumps(took))
