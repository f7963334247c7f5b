"""The pages: three kinds with their blanks, safe headers, errors in Swedish."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from made import blank

from formsvc import pipeline
from formsvc.app import create_app
from formsvc.config import Settings
from formsvc.document import Format
from formsvc.errors import UsageError
from formsvc.forms import KINDS

PAGES = {"consent": "/samtycke.pdf", "invitation": "/inbjudan.pdf", "plan": "/plan.pdf"}
WORD = {kind: page.replace(".pdf", ".docx") for kind, page in PAGES.items()}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Give a client of the service, with a neutral profile."""
    instance = tmp_path_factory.mktemp("instance")
    with create_app(Settings(instance=instance, profile="")).test_client() as client:
        yield client


def test_the_start_page_lists_the_kinds_with_their_blanks(client: FlaskClient) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert '<html lang="sv">' in answer.text
    for kind, page in PAGES.items():
        assert KINDS[kind].title in answer.text
        assert answer.text.count(f'href="{page}"') == 1
        assert answer.text.count(f'href="{WORD[kind]}"') == 1


@pytest.mark.parametrize(("kind", "page"), PAGES.items())
def test_a_blank_is_downloaded_once(client: FlaskClient, kind: str, page: str) -> None:
    first = client.get(page)
    again = client.get(page, headers={"If-None-Match": first.headers["ETag"]})
    other = client.get(page, headers={"If-None-Match": '"another"'})

    assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)
    assert first.mimetype == "application/pdf"
    assert first.data.startswith(b"%PDF-")
    assert first.data == other.data == blank(kind)
    assert again.data == b""
    assert f'filename="{KINDS[kind].slug}.pdf"' in first.headers["Content-Disposition"]


@pytest.mark.parametrize(("kind", "page"), WORD.items())
def test_a_blank_for_word_is_downloaded_once(
    client: FlaskClient, kind: str, page: str
) -> None:
    first = client.get(page)
    again = client.get(page, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.status_code, again.status_code) == (200, 304)
    assert first.mimetype == Format.DOCX.media_type
    assert first.data == pipeline.blank(KINDS[kind], Format.DOCX).content
    told = first.headers["Content-Disposition"]
    assert told == f'attachment; filename="{KINDS[kind].slug}.docx"'


def test_a_blank_may_be_kept_but_is_asked_for_again(client: FlaskClient) -> None:
    control = client.get("/plan.pdf").cache_control

    assert control.no_cache
    assert control.public


@pytest.mark.parametrize(
    "page", ["/nope", "/nope.pdf", "/barnets-plan.docx", "/../etc/passwd", "/plan.PDF"]
)
def test_what_is_not_there_is_told_in_swedish(client: FlaskClient, page: str) -> None:
    answer = client.get(page)

    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.text
    assert "Not Found" not in answer.text
    assert 'href="/"' in answer.text


@pytest.mark.parametrize("page", ["/", "/plan.pdf"])
def test_what_cannot_be_done_is_told_in_swedish(client: FlaskClient, page: str) -> None:
    answer = client.post(page)

    assert answer.status_code == 405
    assert "Så går det inte att använda sidan" in answer.text
    assert "Method" not in answer.text


@pytest.mark.parametrize("page", ["/", "/nope", "/plan.pdf", "/static/site.css"])
def test_every_answer_has_the_headers_that_keep_others_out(
    client: FlaskClient, page: str
) -> None:
    headers = client.get(page, buffered=True).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_a_page_loads_nothing_of_others_and_stands_in_no_frame(
    client: FlaskClient,
) -> None:
    answer = client.get("/")

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "<script" not in answer.text
    assert "style=" not in answer.text
    assert "//" not in answer.text.replace("<!DOCTYPE html>", "")
    assert "Set-Cookie" not in answer.headers


def test_what_a_page_names_is_there(client: FlaskClient) -> None:
    style = client.get("/static/site.css", buffered=True)

    assert style.status_code == 200
    assert "http" not in style.text
    assert 'href="/static/site.css"' in client.get("/").text


def test_the_service_does_not_start_with_a_profile_that_is_not_there(
    tmp_path: Path,
) -> None:
    with pytest.raises(UsageError, match="växjö"):
        create_app(Settings(instance=tmp_path, profile="växjö"))


def test_the_blanks_bear_the_profile(tmp_path: Path) -> None:
    (tmp_path / "profiles").mkdir()
    profile = tmp_path / "profiles" / "kommun.toml"
    profile.write_text('organisation = "Alvesta kommun"', encoding="utf-8")

    app = create_app(Settings(instance=tmp_path, profile="kommun"))

    with app.test_client() as client:
        assert client.get("/inbjudan.pdf").data != blank("invitation")
