"""What goes wrong is told in Swedish: what it means, and what to do."""

import re
from http import HTTPStatus

import pytest
from flask import Flask
from pages import SAME_ORIGIN, Page, Visitor, text_of
from web.conftest import NewApp
from werkzeug.exceptions import HTTPException, ServiceUnavailable, TooManyRequests

from formsvc.web.errors import WORDS

SECRET = "Åsa Provdotter 20220101-2396"
NOTHING: dict[str, str] = {}
OTHERS = (402, 409, 410, 418, 451, 499, 501, 505, 507, 599)


class ToldError(Exception):
    """An error whose words quote a document."""


@pytest.fixture(scope="module")
def broken(new_app: NewApp) -> Visitor:
    """Give a visitor to a service where things go wrong."""
    app = new_app()
    add_faults(app)
    return Visitor(app.test_client())


def add_faults(app: Flask) -> None:
    @app.route("/fel/<int:status>", methods=["GET", "POST"])
    def fail(status: int) -> str:
        error = HTTPException(SECRET)
        error.code = status
        raise error

    @app.route("/brak", methods=["GET", "POST"])
    def crash() -> str:
        raise ToldError(SECRET)

    @app.get("/brak-efter-brak")
    def crash_again() -> str:
        try:
            return NOTHING[SECRET]
        except KeyError as error:
            raise ToldError(SECRET) from error

    @app.get("/vanta/<int:status>")
    def wait(status: int) -> str:
        if status == HTTPStatus.TOO_MANY_REQUESTS:
            raise TooManyRequests(retry_after=7)
        raise ServiceUnavailable(retry_after=7)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("status", [*WORDS, *OTHERS])
def test_every_error_says_what_to_do_in_swedish(
    broken: Visitor, status: int, method: str
) -> None:
    answer = broken.client.open(f"/fel/{status}", method=method, headers=SAME_ORIGIN)
    page = Page(answer)

    words = WORDS.get(status) or WORDS[400 if status < 500 else 500]
    assert page.status == status
    [heading] = page.all("h1")
    assert text_of(heading) == words.title
    assert page.shown("lead") == [" ".join(words.advice.split())]
    assert page.title == f"{words.title} – Kronobarnsmodellen"
    assert page.root.get("lang") == "sv"
    assert 'href="/"' in page.html
    assert SECRET not in page.html
    assert not english(status).intersection(re.findall(r"\w+", text_of(page.root)))
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    if method == "POST":
        assert answer.headers["Cache-Control"] == "no-store"


def english(status: int) -> set[str]:
    """Return the words of a status that Swedish does not have."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        return set()
    return set(phrase.split()) - {"I'm"}


def test_what_is_said_differs_from_status_to_status() -> None:
    assert len({words.title for words in WORDS.values()}) == len(WORDS)
    assert all(words.advice.endswith((".", "där.")) for words in WORDS.values())


@pytest.mark.parametrize("status", [400, 408, 413, 422, 429])
def test_going_back_is_advised_without_a_promise(broken: Visitor, status: int) -> None:
    [advice] = Page(broken.client.get(f"/fel/{status}")).shown("lead")

    assert "oftast står det du skrev kvar" in advice
    assert "skicka en gång till, svara ja" in advice


@pytest.mark.parametrize(
    ("address", "method", "allowed"),
    [
        ("/", "POST", {"GET", "HEAD", "OPTIONS"}),
        ("/plan.pdf", "POST", {"GET", "HEAD", "OPTIONS"}),
        ("/plan", "PUT", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("/oppna", "DELETE", {"GET", "HEAD", "OPTIONS", "POST"}),
    ],
)
def test_what_cannot_be_done_says_what_can(
    visitor: Visitor, address: str, method: str, allowed: set[str]
) -> None:
    answer = visitor.client.open(address, method=method)

    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == allowed
    assert "Så går det inte att använda sidan" in answer.text


@pytest.mark.parametrize("status", [429, 503])
def test_how_long_to_wait_is_kept(broken: Visitor, status: int) -> None:
    answer = broken.client.get(f"/vanta/{status}")

    assert answer.status_code == status
    assert answer.headers["Retry-After"] == "7"


@pytest.mark.parametrize(
    ("address", "method"),
    [("/brak", "GET"), ("/brak", "POST"), ("/brak-efter-brak", "GET")],
)
def test_what_breaks_is_ours_and_is_logged_without_a_name(
    broken: Visitor, caplog: pytest.LogCaptureFixture, address: str, method: str
) -> None:
    answer = broken.client.open(address, method=method, data={"namn": SECRET})

    assert answer.status_code == 500
    assert "Något gick fel hos oss" in answer.text
    assert "Felet är vårt, inte ditt." in answer.text
    written = {"name": "namn", "value": SECRET}
    if method == "POST":  # what was written is sent along, and can be sent once more
        assert written in [
            {key: one.get(key) for key in written} for one in Page(answer).controls()
        ]
    for word in SECRET.split():
        assert (word in answer.text) == (method == "POST")
        assert word not in caplog.text
    assert "ToldError" in caplog.text
    assert "test_error_pages.py" in caplog.text
    assert ("KeyError" in caplog.text) == (address == "/brak-efter-brak")


@pytest.mark.parametrize("name", ["Åsa", "<script>alert(1)</script>", "a" * 3000])
def test_an_address_that_is_not_there_is_not_echoed(
    visitor: Visitor, name: str
) -> None:
    answer = visitor.client.get(f"/{name}")

    assert answer.status_code == 404
    assert name not in answer.text


@pytest.mark.parametrize("address", ["/plan/", "/Plan", "/plan.", "/barnets-plan"])
def test_an_address_that_is_nearly_right_is_told_of(
    visitor: Visitor, address: str
) -> None:
    answer = visitor.client.get(address)

    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text


def test_a_head_request_has_the_headers_of_the_page(visitor: Visitor) -> None:
    answer = visitor.client.head("/plan")

    assert answer.status_code == 200
    assert answer.data == b""
    assert "Content-Security-Policy" in answer.headers
