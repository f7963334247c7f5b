"""The process itself: limits first, then the file, then one answer as JSON.

`readers/process.py` starts it. All that is needed is imported before the limits: after
them no file can be opened. What the file makes go wrong ends in an answer too.
"""

import gc
import json
import resource
import sys
from collections.abc import Callable

from formsvc.apart.limits import HeavyError, LockedError, OtherError

MEMORY = 290_000_000
"""Bytes of address space, libraries included: more than can be in use."""

SECONDS = 6
"""Of work; a filled plan takes a fifth of one."""

DEPTH = 400
"""Calls within calls."""

UNUSED = ("PIL", "fontTools", "brotli")
"""What pypdf draws pictures and fonts with, if it is there: not for hostile files."""

Read = Callable[[bytes], dict[str, object]]


def main(what: str) -> None:
    """Read the file on standard input as `what` says, and answer on standard output."""
    read = _reader(what)
    gc.disable()
    _limit()
    answer = json.dumps(_answer(read, sys.stdin.buffer.read()))
    sys.stdout.write(answer)
    sys.stdout.flush()


def _reader(what: str) -> Read:
    """Return what reads a pdf or a zip, with all that it needs imported."""
    for name in UNUSED:
        sys.modules[name] = None  # type: ignore[assignment]
    if what == "zip":
        from formsvc.apart import package

        return package.read
    from formsvc.apart import pdf

    return pdf.read


def _limit() -> None:
    """Take from this process what reading bytes in memory does not need."""
    sys.setrecursionlimit(DEPTH)
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),
    ):
        _soft, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, least))


def _answer(read: Read, raw: bytes) -> dict[str, object]:
    """Return what was found, or one word on why nothing was."""
    try:
        return read(raw)
    except LockedError:
        return {"failed": "locked"}
    except OtherError as error:
        return {"failed": str(error)}
    except (HeavyError, MemoryError, RecursionError):
        return {"failed": "heavy"}
    except Exception:  # noqa: BLE001  a broken file breaks anything
        return {"failed": "damaged"}
