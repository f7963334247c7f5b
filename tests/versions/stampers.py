"""Stamps for tests, in a process of its own: many threads at once, or until killed.

Each line on standard output is one answer, as JSON.
"""

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Barrier

from versions.here import issued, issuer, plan

from formsvc.errors import TakenError
from formsvc.issuing import Issuer
from formsvc.stamp import Stamp, read_stamp

OWN = 3
"""Versions of a plan of its own that each thread stamps."""

DATA = plan()


def data(reason: str) -> dict[str, object]:
    """Return a plan that nobody else has."""
    return {**DATA, "reason": reason}


def at_once(by: Issuer, who: str, threads: int, shared: Stamp) -> None:
    """Let threads begin at the same moment; each stamps the same and its own."""
    together = Barrier(threads)

    def one(number: int) -> list[dict[str, object]]:
        me = f"{who}-{number}"
        together.wait()
        return list(answers(by, me, shared))

    with ThreadPoolExecutor(threads) as pool:
        for told in pool.map(one, range(threads)):
            for each in told:
                sys.stdout.write(json.dumps(each) + "\n")


def answers(by: Issuer, me: str, shared: Stamp) -> Iterator[dict[str, object]]:
    """Yield what one thread is answered."""
    yield {"what": "same", "stamp": issued(by, data("samma")).as_json()}
    previous = None
    for version in range(OWN):
        previous = issued(by, data(f"{me} {version}"), previous)
        yield {"what": "own", "who": me, "stamp": previous.as_json()}
    try:
        won = issued(by, data(f"{me} tävlar"), shared)
        yield {"what": "won", "stamp": won.as_json()}
    except TakenError as error:
        yield {"what": "lost", "version": error.version}


def until_killed(by: Issuer, previous: Stamp | None) -> None:
    """Stamp version after version, and tell of each when it is answered."""
    for number in count(previous.version if previous else 0):
        previous = issued(by, data(f"nummer {number}"), previous)
        sys.stdout.write(json.dumps(previous.as_json()) + "\n")
        sys.stdout.flush()


def main() -> None:
    """Do what the arguments say: `many` or `killed`."""
    what, folder, url, *rest = sys.argv[1:]
    by = issuer(Path(folder), url)
    stamp = read_stamp(json.loads(rest[-1])) if rest[-1] else None
    if what == "many":
        assert stamp is not None
        at_once(by, rest[0], int(rest[1]), stamp)
    else:
        until_killed(by, stamp)


if __name__ == "__main__":
    main()
