"""The same data gives the same file, to the byte, so that copies can be compared."""

import re

import pytest
from made import made
from reopen import unpacked
from sample_data import taken

from formsvc import pipeline
from formsvc.document import Format

OTHERS = ("consent", "plan")


@pytest.mark.parametrize(
    "kind", ["invitation", *(pytest.param(k, marks=pytest.mark.slow) for k in OTHERS)]
)
def test_everything_in_a_package_is_the_same_when_it_is_made_again(kind: str) -> None:
    first = unpacked(made(kind, "example", Format.ZIP).content)

    again = unpacked(pipeline.render(taken(kind, "example"), Format.ZIP).content)

    assert list(again) == list(first)
    for name, content in first.items():
        assert undated(again[name]) == undated(content), name


def test_a_package_without_a_calendar_is_the_same_when_it_is_made_again() -> None:
    again = pipeline.render(taken("consent", "example"), Format.ZIP)

    assert again.content == made("consent", "example", Format.ZIP).content


def undated(content: bytes) -> bytes:
    """Return a file without the moment at which a calendar was written."""
    return re.sub(rb"(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}Z", b"", content)
