"""The pages are whole: every field, every name, every link; and keep what is typed."""

import re
from xml.etree.ElementTree import Element

import pytest
from changes import CONSENT, INVITATION, PLAN
from flask.testing import FlaskClient
from pages import Page, Visitor, names_and_texts, text_of
from sample_data import DATA, taken

from formsvc.formkit.data import canonical
from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import patterns
from formsvc.forms import KINDS

PAGES = ("/", "/oppna", *(f"/{kind.page}" for kind in KINDS.values()))
FILLED = ("example", "longest", "unusual")
INSIDE = re.compile(r"-[0-9]+(?=-|$)")
EVENTS = re.compile(r"on[a-z]+")

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
all_pages = pytest.mark.parametrize("address", PAGES)
all_data = pytest.mark.parametrize("data", FILLED)


def every_view(visitor: Visitor) -> list[Page]:
    """Return every page empty, with errors, with strange texts, and made."""
    pages = [visitor.open(address) for address in PAGES]
    for kind in KINDS.values():
        pages += [
            visitor.written(kind, {}, "create"),
            visitor.written(kind, DATA["unusual"](kind), "create"),
            visitor.written(kind, kind.example(), "create"),
        ]
    return pages


@pytest.fixture(scope="module")
def views(visitor: Visitor) -> list[Page]:
    """Give every sort of page once."""
    return every_view(visitor)


# -- each page is what it should be


@all_pages
def test_every_page_is_there_in_swedish(visitor: Visitor, address: str) -> None:
    page = visitor.open(address)

    assert page.status == 200
    assert page.root.get("lang") == "sv"
    assert page.title.endswith("– Kronobarnsmodellen")
    assert len(list(page.all("h1"))) == 1


@all_kinds
def test_a_page_has_every_field_of_its_form(visitor: Visitor, kind: Kind) -> None:
    page = visitor.written(kind, DATA["longest"](kind))

    there = {INSIDE.sub("-#", one.get("name", ""), 1) for one in page.controls()}

    answers = {"overrides-#-rule", "overrides-#-reason"}
    assert patterns(kind.form) - answers <= there


def test_no_id_stands_twice(views: list[Page]) -> None:
    for page in views:
        assert sorted(page.ids) == sorted(set(page.ids)), page.title


def test_all_that_points_at_a_place_finds_it(views: list[Page]) -> None:
    lost = [(page.title, set(pointed_at(page)) - set(page.ids)) for page in views]

    assert [(title, names) for title, names in lost if names] == []


def pointed_at(page: Page) -> list[str]:
    """Return the ids that labels, descriptions, lists and links have."""
    names = []
    for one in page.root.iter():
        names += [one.get("for", "")]
        names += one.get("aria-describedby", "").split()
        names += one.get("aria-labelledby", "").split()
        names += [one.get("list", "")]
        names += [href[1:] for href in [one.get("href", "")] if href.startswith("#")]
    return [name for name in names if name]


def test_all_that_one_uses_has_a_name_for_those_who_hear_it(views: list[Page]) -> None:
    for page in views:
        labels = {one.get("for"): text_of(one) for one in page.all("label")}
        for form in page.all("form"):
            for one in form.iter():
                assert one.tag not in USED or spoken(one, labels), one.attrib


USED = ("input", "select", "textarea", "button")


def spoken(one: Element, labels: dict[str | None, str]) -> str:
    """Return what a screen reader calls a control."""
    if one.get("type") == "hidden":
        return "not shown"
    return text_of(one) if one.tag == "button" else labels.get(one.get("id"), "")


def test_a_choice_in_sight_is_named_by_its_legend(views: list[Page]) -> None:
    for page in views:
        for one in page.all("input"):
            if one.get("type") == "radio":
                outer = next(o for o in page.around(one) if o.tag == "fieldset")
                assert text_of(outer[0])
                assert outer[0].tag == "legend"


def test_two_fields_of_a_page_are_never_called_the_same_in_a_row(
    views: list[Page],
) -> None:
    for page in views:
        for row in page.all("fieldset"):
            names = [text_of(one) for one in row.iter("label")]
            assert len(names) == len(set(names)), names


# -- safe, and without a trace


def test_only_the_pages_own_marked_scripts_run(views: list[Page]) -> None:
    seen = set()
    for page in views:
        policy = page.answer.headers["Content-Security-Policy"]
        [nonce] = re.findall(r"script-src 'nonce-([\w-]+)'", policy)
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "form-action 'self'" in policy
        assert all(one.get("nonce") == nonce for one in page.all("script"))
        assert len(nonce) >= 16
        seen.add(nonce)
    assert len(seen) == len(views)


def test_a_page_has_no_style_or_script_in_its_elements(views: list[Page]) -> None:
    for page in views:
        assert list(page.all("style")) == []
        for one in page.root.iter():
            assert "style" not in one.attrib
            assert not any(EVENTS.fullmatch(key) for key in one.keys())  # noqa: SIM118
            assert not one.get("href", "").lower().startswith("javascript:")
        for script in page.all("script"):
            assert script.get("src") or script.get("type") == "application/json"


def test_a_page_fetches_from_no_one_else(views: list[Page]) -> None:
    for page in views:
        for one in page.root.iter():
            for key in ("href", "src", "action"):
                assert re.match(r"$|/[^/]|/$|#|data:,$", one.get(key, "")), one.attrib


def test_nothing_that_is_written_comes_into_an_address(views: list[Page]) -> None:
    for page in views:
        for form in page.all("form"):
            assert form.get("method") == "post"
            assert form.get("action") in [*PAGES[1:]]
        for one in page.all("button"):
            assert "formaction" not in one.attrib
            assert "formmethod" not in one.attrib


def test_no_cache_keeps_what_is_written(visitor: Visitor, views: list[Page]) -> None:
    for page in views[len(PAGES) :]:
        assert page.answer.headers["Cache-Control"] == "no-store"
    for address in PAGES:
        control = visitor.client.get(address).cache_control
        assert not control.public
        assert not control.max_age
        assert not control.s_maxage


@pytest.mark.parametrize("address", PAGES[1:])
def test_a_page_with_a_token_is_kept_by_no_shared_cache(
    visitor: Visitor, address: str
) -> None:
    control = visitor.client.get(address).cache_control

    assert control.private or control.no_store


@pytest.mark.parametrize("address", PAGES[1:])
def test_the_cookie_is_for_this_service_alone(visitor: Visitor, address: str) -> None:
    answer = visitor.client.application.test_client().get(address)

    [cookie] = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("formsvc=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires" not in cookie
    assert "Max-Age" not in cookie


def test_the_start_page_sets_no_cookie(visitor: Visitor) -> None:
    client: FlaskClient = visitor.client.application.test_client()

    assert "Set-Cookie" not in client.get("/").headers


# -- what is typed is kept, letter by letter


@all_data
@all_kinds
def test_what_is_posted_comes_back_on_the_page(
    visitor: Visitor, kind: Kind, data: str
) -> None:
    page = visitor.written(kind, DATA[data](kind))

    assert page.status == 200
    assert page.data(kind) == canonical(taken(kind.name, data).data)


@all_data
@all_kinds
def test_a_second_press_sends_the_same_again(
    visitor: Visitor, kind: Kind, data: str
) -> None:
    first = visitor.written(kind, DATA[data](kind))

    second = Page(visitor.press(first, "stay"))

    assert second.data(kind) == first.data(kind)
    assert fields(second) == fields(first)


def fields(page: Page) -> list[tuple[str, str]]:
    return [pair for pair in page.sent() if pair[0] != "csrf_token"]


@all_kinds
def test_an_empty_page_sends_no_data(visitor: Visitor, kind: Kind) -> None:
    page = visitor.open(f"/{kind.page}")

    assert page.data(kind) == {}
    assert {text for name, text in page.sent() if name != "csrf_token"} == {""}


@all_kinds
def test_enter_in_a_field_does_nothing_but_say_so(visitor: Visitor, kind: Kind) -> None:
    before = visitor.written(kind, kind.example())

    after = Page(visitor.press(before, "stay"))

    assert before.buttons()[0] == "stay"  # what a browser presses for Enter
    assert after.status == 200
    assert after.data(kind) == before.data(kind)
    assert after.links() == []
    assert "Allt står kvar." in after.shown("notice")[0]


def test_enter_on_a_page_that_shows_findings_goes_on_showing_them(
    visitor: Visitor,
) -> None:
    before = visitor.written(PLAN, {}, "create")

    after = Page(visitor.press(before, "stay"))

    assert after.links() == before.links() != []


@pytest.mark.parametrize(
    ("kind", "name"),
    [(CONSENT, "custody"), (INVITATION, "meeting-mode"), (PLAN, "plan_type")],
    ids=KINDS,
)
def test_a_choice_that_is_taken_can_be_taken_back(
    visitor: Visitor, kind: Kind, name: str
) -> None:
    page = visitor.written(kind, kind.example())
    assert page.value(name)

    page = Page(visitor.press(page, f"clear {name}"))

    assert page.value(name) == ""
    assert page.data(kind) == canonical(without(kind, name))
    assert page.focus.startswith(f"{name}-")


def without(kind: Kind, name: str) -> dict[str, object]:
    data = dict(taken(kind.name, "example").data)
    key, _dash, inner = name.partition("-")
    if inner:
        data[key] = {**data[key], inner: ""}
    else:
        del data[key]
    return data


@all_kinds
def test_a_choice_that_no_list_has_is_kept(visitor: Visitor, kind: Kind) -> None:
    names = [name for name in patterns(kind.form) if "protected_identity" in name]
    choices = [name.replace("#", "0") for name in names]
    choices += {"consent": ["custody"], "invitation": ["meeting_type"]}.get(
        kind.name, ["plan_type", "meeting-mode", "areas-health-measures-0-status"]
    )

    page = Page(visitor.post(f"/{kind.page}", [(name, "annat") for name in choices]))

    assert [page.value(name) for name in choices] == ["annat"] * len(choices)


def test_what_is_no_field_is_neither_kept_nor_echoed(visitor: Visitor) -> None:
    pairs = [*names_and_texts(PLAN, PLAN.example()), ("x-<script>", "hemligt")]

    page = Page(visitor.post("/plan", [*pairs, ("do", "edit")]))

    assert "hemligt" not in page.html
    assert page.data(PLAN) == canonical(taken("plan", "example").data)


def test_markup_in_a_text_is_text(visitor: Visitor) -> None:
    evil = "\"'><script>alert(1)</script></textarea><b>&amp;{{ 7 * 7 }}"
    names = [name.replace("#", "0") for name in sorted(patterns(PLAN.form))]
    texts = [name for name in names if not name.startswith("overrides")]

    page = Page(visitor.post("/plan", [*((n, evil) for n in texts), ("do", "create")]))

    assert "<script>alert" not in page.html
    assert all(one.get("nonce") for one in page.all("script"))
    ticks = [name for name in texts if name.endswith(("has_need", "attended"))]
    for name in set(texts) - set(ticks):
        assert page.value(name) == evil
