"""The start page in a real browser, narrow and wide, with scripts and without."""

import pytest
from browser.journey import NARROW, WIDE, OpenPage, overflow
from browser.judges import axe, html_faults

WIDTH = pytest.mark.parametrize("width", [NARROW, WIDE])
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@WIDTH
@SCRIPT
def test_the_start_page_is_accessible_and_fits(
    open_page: OpenPage, width: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    page.goto("/")

    assert axe(page) == []
    assert overflow(page) == 0


def test_the_start_page_is_valid_html(open_page: OpenPage) -> None:
    answer = open_page().goto("/")

    assert answer
    assert html_faults({"start": answer.text()}) == []


@pytest.mark.slow
def test_every_blank_can_be_downloaded(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/")
    for ending, begins in ((".pdf", b"%PDF-"), (".docx", b"PK")):
        links = page.locator(f"a[href$='{ending}']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )

        assert len(links) == 3
        for link in links:
            answer = page.request.get(link)
            assert answer.status == 200
            assert answer.body().startswith(begins)
