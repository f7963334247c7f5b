"""Whatever is posted: the page that comes back holds the data that was understood."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import Page, Pairs, Visitor
from property.test_any_text import CHARACTERS
from sample_data import taken

from formsvc import pipeline
from formsvc.app import create_app
from formsvc.config import Settings
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import patterns
from formsvc.forms import KINDS

FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=300)

NUMBERS = st.sampled_from(["0", "1", "2", "7", "10", "007", "999999"])
SENT = st.text(CHARACTERS, max_size=200).map(
    lambda text: text.encode("utf-8", "replace").decode("utf-8")
)
"""What a browser can send: it writes a question mark for half a letter."""


@cache
def visitor() -> Visitor:
    return Visitor(create_app(Settings.read({"FORMSVC_SECRET_KEY": "x"})).test_client())


def values(kind: Kind) -> st.SearchStrategy[str]:
    """Draw any text, or one that stands in the example."""
    texts = {text for [text] in taken(kind.name, "example").formdata.values()}
    return st.one_of(SENT, st.sampled_from(sorted(texts)), st.just("true"))


@st.composite
def posts(draw: st.DrawFn) -> tuple[Kind, Pairs]:
    """Draw a kind, and names of its form with texts."""
    kind = KINDS[draw(st.sampled_from(sorted(KINDS)))]
    known = sorted(n for n in patterns(kind.form) if not n.startswith("overrides"))
    chosen = draw(st.lists(st.sampled_from(known), max_size=30))
    return kind, [
        (name.replace("#", draw(NUMBERS)), draw(values(kind))) for name in chosen
    ]


def check(post: tuple[Kind, Pairs], do: str) -> None:
    kind, pairs = post
    meant = pipeline.posted(kind, pairs).data

    first = Page(visitor().post(f"/{kind.page}", [*pairs, ("do", do)]))
    if "data" in dict(first.sent()):
        first = Page(visitor().press(first, "edit"))
    second = Page(visitor().press(first, "stay"))

    for page in (first, second):
        assert page.status == 200
        sent = pipeline.posted(kind, page.sent()).data
        assert {**sent, "overrides": []} == meant


@FEW
@given(posts(), st.sampled_from(["edit", "create"]))
def test_what_was_understood_stands_on_the_page(
    post: tuple[Kind, Pairs], do: str
) -> None:
    check(post, do)


@pytest.mark.slow
@MANY
@given(posts(), st.sampled_from(["edit", "create", "anyway", "stay"]))
def test_what_was_understood_stands_on_many_pages(
    post: tuple[Kind, Pairs], do: str
) -> None:
    check(post, do)
