"""Too much, and what no browser sends: it is told in words, and soon."""

from urllib.parse import urlencode

import pytest
from changes import PLAN
from pages import SAME_ORIGIN, Page, Visitor
from werkzeug.test import TestResponse

from formsvc.formkit.flattened import MAX_ROWS
from formsvc.formkit.formdata import MAX_BYTES
from formsvc.web.security import MOST_POSTED

MANY = 300_000
FORM = "application/x-www-form-urlencoded"


def raw(visitor: Visitor, body: str | bytes) -> TestResponse:
    return visitor.client.post(
        "/plan", data=body, content_type=FORM, headers=SAME_ORIGIN
    )


@pytest.mark.parametrize("do", ["create", "file json"])
def test_more_text_than_a_document_holds_is_kept(visitor: Visitor, do: str) -> None:
    much = "å" * (MAX_BYTES // 2 + 1)
    body = urlencode({"child-name": "Bo"}).encode()
    # As a script may send it: six characters for each å would be over the limit.
    body += b"&reason=" + much.encode() + b"&" + urlencode({"do": do}).encode()

    answer = raw(visitor, body)

    assert answer.status_code == 413
    assert "Det är mer text än ett dokument rymmer. Korta texterna" in answer.text
    assert 'name="child-name" value="Bo"' in answer.text
    assert f">\n{much}</textarea>" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_as_much_text_as_a_document_holds_is_taken(visitor: Visitor) -> None:
    body = b"do=edit&reason=" + b"x" * MAX_BYTES

    assert raw(visitor, body).status_code == 200


def test_a_long_text_as_browsers_send_it_is_kept(visitor: Visitor) -> None:
    much = "å" * 100_000

    page = Page(visitor.post("/plan", [("reason", much), ("do", "create")]))

    assert page.value("reason") == much
    assert "100000 tecken" in page.beside("reason")[0]


def test_a_request_over_all_limits_is_refused_in_swedish(visitor: Visitor) -> None:
    answer = raw(visitor, b"reason=" + b"x" * MOST_POSTED)

    assert answer.status_code == 413
    assert "Det är för mycket för ett dokument" in answer.text
    assert "Prova webbläsarens bakåtpil" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.data) < 10_000


@pytest.mark.parametrize(
    "name",
    [
        "x{}",
        "participants-{}-name",
        "areas-health-measures-{}-what",
    ],
)
def test_very_many_names_are_refused_without_trouble(
    visitor: Visitor, name: str
) -> None:
    body = urlencode([(name.format(number), "1") for number in range(MANY)])
    assert len(body) < MOST_POSTED

    answer = raw(visitor, body)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    "name",
    [
        "participants-٣-name",
        "participants-²-name",
        "participants-１-name",
        "participants--1-name",
        "participants-+1-name",
        "participants-1.0-name",
        "participants-0x1-name",
        "participants- 1-name",
        "participants-1\n-name",
        "participants-99999999999999999999-name",
        "participants-" + "9" * 10_000 + "-name",
        "participants-1-1-name",
        "participants-1",
        "participants-#-name",
        "participants-#",
        "participants",
        "areas-health-measures-#-what",
        "child-name-",
        "-child-name",
        "child--name",
        "child-0-name",
        "CHILD-NAME",
        "child-name\x00",
        "\x00",
        "",
        "-",
        "0",
        "-" * 100_000,
        "1-" * 100_000,
        "🙂",
        "__class__",
        "areas-play",
        "areas",
        "child",
    ],
)
def test_a_name_that_no_page_has_is_passed_over(visitor: Visitor, name: str) -> None:
    pairs = [(name, "hemligt"), ("reason", "Därför"), ("do", "create")]

    page = Page(visitor.post("/plan", pairs))

    assert page.status == 200
    assert "hemligt" not in page.html
    assert page.data(PLAN) == {"reason": "Därför"}


def test_row_numbers_with_zeros_are_one_row(visitor: Visitor) -> None:
    pairs = [("participants-1-name", "Bo"), ("participants-001-name", "Åsa")]

    page = Page(visitor.post("/plan", [*pairs, ("do", "edit")]))

    assert page.rows("participants")[0] == "Bo"


@pytest.mark.parametrize(
    "body",
    [
        b"reason=%ff%fe&do=edit",
        b"reason=%ed%a0%80&do=edit",
        b"reason=\xff\xfe&do=edit",
        b"reason=%00%01%1b%7f&do=edit",
        b"reason=%&do=edit",
        b"&&&=&=&do=edit",
        b"%ff=%ff&do=edit",
        b"do=%ff",
        b"do=add%20%ff",
        b"stamp=%ff&do=edit",
        b"stamp=%7B%22a%22%3A%22%5Cud800%22%7D&do=edit",
        b"stamp=" + b"[" * 100_000 + b"&do=edit",
        b"undo=%ff&do=undo",
        b"data=%ff&do=edit",
        b"",
    ],
    ids=range(15),
)
def test_bytes_that_are_no_text_break_nothing(visitor: Visitor, body: bytes) -> None:
    page = Page(raw(visitor, body))

    assert page.status in (200, 400)
    assert page.root.get("lang") == "sv"


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"reason": "x"}'),
        ("text/plain", b"reason=x"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Dis"),
        ("multipart/form-data; boundary=", b"x"),
        ("", b"x"),
    ],
)
def test_a_body_of_another_sort_breaks_nothing(
    visitor: Visitor, content_type: str, body: bytes
) -> None:
    answer = visitor.client.post(
        "/plan", data=body, content_type=content_type, headers=SAME_ORIGIN
    )

    assert answer.status_code in (200, 400, 415)
    assert 'lang="sv"' in answer.text


def test_a_page_may_also_be_sent_in_parts(visitor: Visitor) -> None:
    answer = visitor.client.post(
        "/plan",
        data={"reason": "Därför", "do": "file json"},
        content_type="multipart/form-data",
        headers=SAME_ORIGIN,
    )

    assert "Därför" in answer.text


def test_a_page_full_of_faults_is_answered(visitor: Visitor) -> None:
    names = [
        f"{listed}-{row}-{key}"
        for listed, key in (("areas-health-measures", "due"), ("guardians", "phone"))
        for row in range(MAX_ROWS)
    ]

    answer = visitor.post("/plan", [*((n, "අ") for n in names), ("do", "create")])

    assert answer.status_code == 200
    assert answer.text.count('class="note error"') > 2 * len(names)
