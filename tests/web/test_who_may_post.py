"""Only our own pages may post, and a page that has grown old loses nothing."""

import logging

import pytest
from changes import PLAN
from pages import Page, Visitor, names_and_texts
from sample_data import taken
from web.conftest import NewApp

from formsvc.formkit.data import canonical
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)

NOTHING: dict[str, str] = {}
"""What an old browser, or one on plain http, says of where a post comes from."""

EXAMPLE = canonical(taken("plan", "example").data)


def stranger(visitor: Visitor) -> Visitor:
    """Return a visitor to the same service who has not been there."""
    return Visitor(visitor.client.application.test_client())


@all_kinds
def test_a_page_posts_with_its_token_and_cookie(visitor: Visitor, kind: Kind) -> None:
    other = stranger(visitor)
    page = other.open(f"/{kind.page}")

    answer = other.press(page, "create", headers=NOTHING)

    assert answer.status_code == 200
    assert Page(answer).links()


@pytest.mark.parametrize("do", ["create", "file json", "add participants", "stay"])
def test_without_a_token_all_is_kept_and_the_next_press_works(
    visitor: Visitor, do: str
) -> None:
    other = stranger(visitor)
    pairs = [*names_and_texts(PLAN, PLAN.example()), ("do", do)]

    refused = Page(other.post("/plan", pairs, NOTHING))

    assert refused.status == 400
    assert refused.data(PLAN) == EXAMPLE
    assert "Allt du har skrivit står kvar." in refused.shown("error")[0]
    assert refused.answer.headers["Cache-Control"] == "no-store"
    assert other.press(refused, do, headers=NOTHING).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "å", "\x00", "a.b.c", "x" * 100_000])
def test_a_token_that_is_not_ours_is_as_none(visitor: Visitor, token: str) -> None:
    other = stranger(visitor)
    other.open("/plan")
    pairs = [*names_and_texts(PLAN, PLAN.example()), ("csrf_token", token)]

    refused = Page(other.post("/plan", [*pairs, ("do", "create")], NOTHING))

    assert refused.status == 400
    assert refused.data(PLAN) == EXAMPLE


def test_a_token_of_someone_else_is_as_none(visitor: Visitor) -> None:
    mine, theirs = stranger(visitor), stranger(visitor)
    mine.open("/plan")
    page = theirs.open("/plan")

    assert mine.press(page, "create", headers=NOTHING).status_code == 400
    assert theirs.press(page, "create", headers=NOTHING).status_code == 200


def test_a_lost_cookie_loses_nothing(visitor: Visitor) -> None:
    other = stranger(visitor)
    page = Page(other.post("/plan", [("reason", "Därför"), ("do", "edit")]))
    other.client.delete_cookie("formsvc")

    refused = Page(other.press(page, "file json", headers=NOTHING))

    assert refused.status == 400
    assert refused.value("reason") == "Därför"
    assert other.press(refused, "file json", headers=NOTHING).status_code == 200


def test_a_made_document_is_kept_too(visitor: Visitor) -> None:
    other = stranger(visitor)
    page = other.written(PLAN, PLAN.example(), "create")
    other.client.delete_cookie("formsvc")

    refused = Page(other.press(page, "file json", headers=NOTHING))

    assert refused.status == 400
    assert refused.value("data") == page.value("data")
    assert other.press(refused, "file json", headers=NOTHING).status_code == 200


def test_a_browser_that_says_it_is_our_page_needs_no_token(visitor: Visitor) -> None:
    other = stranger(visitor)

    answer = other.post("/plan", [("reason", "Därför"), ("do", "file json")])

    assert answer.status_code == 200


@pytest.mark.parametrize("site", ["none", "", "SAME-ORIGIN", "annat"])
def test_what_says_anything_else_needs_the_token(visitor: Visitor, site: str) -> None:
    other = stranger(visitor)
    said = {"Sec-Fetch-Site": site}

    assert other.post("/plan", [("do", "stay")], said).status_code == 400
    page = other.open("/plan")
    assert other.press(page, "stay", headers=said).status_code == 200


@pytest.mark.parametrize("address", ["/samtycke", "/inbjudan", "/plan", "/oppna"])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_is_refused_and_nothing_is_echoed(
    visitor: Visitor, address: str, site: str
) -> None:
    other = stranger(visitor)
    token = other.open(address).value("csrf_token")
    pairs = [
        ("csrf_token", token),
        ("reason", "hemligt"),
        ("purpose", "hemligt"),
        ("do", "file json"),
    ]

    answer = other.post(address, pairs, {"Sec-Fetch-Site": site})

    assert answer.status_code == 403
    assert "Det som skickades kom från en annan webbplats" in answer.text
    assert "hemligt" not in answer.text


def test_a_file_without_a_token_is_asked_for_again(visitor: Visitor) -> None:
    refused = Page(stranger(visitor).post("/oppna", [], NOTHING))

    assert refused.status == 400
    assert refused.value("csrf_token")
    assert "bekräftas" in refused.html


def test_what_is_told_of_a_file_is_told_of_a_file(visitor: Visitor) -> None:
    refused = Page(stranger(visitor).post("/oppna", [], NOTHING))

    assert "Allt du har skrivit står kvar" not in refused.html


# -- keys


def carried(old: Visitor, new: Visitor) -> None:
    """Give `new` the cookie of `old`: the same browser, a service with another key."""
    cookie = old.client.get_cookie("formsvc")
    assert cookie
    new.client.set_cookie("formsvc", cookie.value)


def test_a_page_from_before_the_key_was_changed_still_posts(new_app: NewApp) -> None:
    before = Visitor(new_app(secret_key="gammal").test_client())
    page = before.open("/plan")
    after = new_app(secret_key="ny", secret_key_fallbacks=("äldst", "gammal"))
    visitor = Visitor(after.test_client())
    carried(before, visitor)

    assert visitor.press(page, "create", headers=NOTHING).status_code == 200


def test_a_page_of_a_key_that_no_longer_counts_has_to_be_confirmed(
    new_app: NewApp,
) -> None:
    before = Visitor(new_app(secret_key="gammal").test_client())
    page = before.open("/plan")
    visitor = Visitor(new_app(secret_key="ny").test_client())
    carried(before, visitor)

    refused = Page(visitor.press(page, "create", headers=NOTHING))

    assert refused.status == 400
    assert visitor.press(refused, "create", headers=NOTHING).status_code == 200


def test_servers_that_share_a_key_take_one_anothers_pages(new_app: NewApp) -> None:
    one = Visitor(new_app(secret_key="delad").test_client())
    page = one.open("/plan")
    two = Visitor(new_app(secret_key="delad").test_client())
    carried(one, two)

    assert two.press(page, "create", headers=NOTHING).status_code == 200


def test_the_key_itself_marks_no_page(new_app: NewApp) -> None:
    app = new_app(secret_key="delad")

    assert app.secret_key not in ("delad", b"delad")


def test_nothing_that_is_posted_is_logged(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    other = stranger(visitor)
    pairs = names_and_texts(PLAN, PLAN.example())

    for do, headers in (
        ("create", None),
        ("create", NOTHING),
        ("nope", None),
        ("file exe", None),
        ("file json", {"Sec-Fetch-Site": "cross-site"}),
    ):
        other.post("/plan", [*pairs, ("do", do)], headers)

    name = PLAN.example()["child"]["name"]
    assert name.split()[-1] not in caplog.text
