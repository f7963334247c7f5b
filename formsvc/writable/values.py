"""What stands in fields, by name: data as the writable formats hold it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from formsvc.writable.template import ON


def named(data: Mapping[str, Any], ticks: Collection[str]) -> dict[str, str]:
    """Return the texts in `data` by the names of fields; a ticked box has `ON`.

    `ticks` are the check boxes of the form: a list of words is a multiple choice where
    it has a box of such a name.
    """
    return {name: text for name, text in _leaves(data, "", ticks) if text}


def _leaves(value: Any, name: str, ticks: Collection[str]) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}-{key}" if name else key, ticks)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            if isinstance(inner, str) and f"{name}-{inner}" in ticks:
                yield f"{name}-{inner}", ON
            else:
                yield from _leaves(inner, f"{name}-{place}", ticks)
    elif value is True:
        yield name, ON
    elif isinstance(value, str):
        yield name, value
