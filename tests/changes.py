"""The examples of the kinds, changed at a path: what the cases of rules start from.

A path is the name that the field has everywhere, `areas-learning-contact-name`.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from formsvc import pipeline
from formsvc.findings import Finding
from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

CONSENT, INVITATION, PLAN = KINDS["consent"], KINDS["invitation"], KINDS["plan"]

Changes = Mapping[str, Any]


class Case(NamedTuple):
    """What is changed in an example, and the fields at which `rule` then speaks."""

    rule: str
    changes: Changes
    fields: tuple[str, ...] = ()


def case(rule: str, changes: Changes, *fields: str) -> Case:
    """Return a case; without `fields` one in which the rule finds nothing."""
    return Case(rule, changes, fields)


def named(cases: Sequence[Case]) -> list[str]:
    """Return the names of cases for pytest: the rule and the first path changed."""
    return [f"{rule}: {next(iter(changes))}" for rule, changes, _fields in cases]


def changed(kind: Kind, changes: Changes) -> Data:
    """Return the example of `kind` with each path of `changes` set to its value."""
    data = kind.example()
    for path, value in changes.items():
        put(data, path, deepcopy(value))
    return data


def put(data: Data, path: str, value: Any) -> None:
    """Set what stands at `path`; the number after a list's last row adds a row."""
    outer, _, last = path.rpartition("-")
    place = value_at(data, outer) if outer else data
    key = _key(place, last)
    if isinstance(place, list) and key == len(place):
        place.append(value)
    else:
        place[key] = value


def value_at(data: Any, path: str) -> Any:
    """Return what stands at `path`."""
    for step in path.split("-"):
        data = data[_key(data, step)]
    return data


def paths(value: Any, path: str = "") -> Iterator[str]:
    """Yield the path of everything in `value`, the objects and lists too."""
    pairs: Any = ()
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    for key, inner in pairs:
        inner_path = f"{path}-{key}" if path else str(key)
        yield inner_path
        yield from paths(inner, inner_path)


def findings(kind: Kind, changes: Changes) -> list[Finding]:
    """Return all that is found in the example of `kind` with `changes`."""
    return pipeline.check(pipeline.take_in(kind, changed(kind, changes)))


def found(kind: Kind, changes: Changes, rule: str) -> tuple[str, ...]:
    """Return the fields at which `rule` speaks, in the order of the findings."""
    return tuple(one.field for one in findings(kind, changes) if one.rule == rule)


def codes(cases: Sequence[Case]) -> set[str]:
    """Return the rules that have a case."""
    return {one.rule for one in cases}


def _key(place: Any, step: str) -> Any:
    return int(step) if isinstance(place, list) else step
