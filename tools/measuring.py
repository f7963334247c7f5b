"""What benches have in common: costs in turn, and what is promised of them.

All are called in turn, round by round in an order drawn anew, so that ratios hold on a
machine that others use too. Figures are medians of CPU time, user and system.
"""

import random
import resource
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 15

Work = Callable[[], object]


class Target(NamedTuple):
    """What is promised: a ratio that must not be larger than `most`."""

    what: str
    ratio: float
    most: float


def judged(*targets: Target) -> int:
    """Print whether each target holds, and return the exit status."""
    missed = 0
    for what, ratio, most in targets:
        held = ratio <= most
        missed += not held
        shown = f"1/{1 / ratio:.0f}" if ratio < 1 / 2 else f"{ratio:.2f}"
        limit = f"1/{1 / most:.0f}" if most < 1 else f"{most:g}"
        print(f"{'hålls ' if held else 'MISSAS'} {what}: {shown} (högst {limit})")
    return 1 if missed else 0


def measured(works: dict[str, Work]) -> dict[str, float]:
    """Return the median cost of each in ms; the first round is not counted."""
    costs: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(ROUNDS + 1):
        for name in random.sample(list(works), len(works)):
            spent = cost(works[name])
            if turn:
                costs[name].append(spent)
    return {name: statistics.median(each) for name, each in costs.items()}


def cost(work: Work) -> float:
    """Return the CPU time of `work` in ms, its processes included."""
    before, children = time.process_time(), _of_children()
    work()
    return 1000 * (time.process_time() - before + _of_children() - children)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def table(costs: dict[str, float], ours: str) -> None:
    """Print what each costs, beside what `ours` does."""
    print("| | CPU, ms | gånger vår |\n|---|---:|---:|")
    for name, spent in costs.items():
        print(f"| {name} | {spent:.2f} | {spent / costs[ours]:.1f} |")
