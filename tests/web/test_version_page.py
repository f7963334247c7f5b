"""The page behind the QR code: it tells large whether a paper is the latest."""

from collections.abc import Iterator

import pytest
from changes import PLAN, changed
from elsewhere import stamped
from pages import Page, Visitor, text_of
from stamps import END, NEVER, UNKNOWN, issued, office_of, plans, versions_of
from web.conftest import NewApp

from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.stamp import Stamp
from formsvc.web.limits import LIMITER


@pytest.fixture(autouse=True)
def _unasked() -> Iterator[None]:
    """Let no test use up the questions of another."""
    yield
    LIMITER.reset()


@pytest.fixture(scope="module")
def three(visitor: Visitor) -> list[Stamp]:
    """Give the stamps of a plan in three versions."""
    office = office_of(visitor.client.application)
    return versions_of(office, PLAN, *plans("Ett", "Två", "Tre"))


@pytest.fixture(scope="module")
def closed(visitor: Visitor) -> list[Stamp]:
    """Give the stamps of a plan whose second version ends it."""
    office = office_of(visitor.client.application)
    return versions_of(office, PLAN, *plans("Början"), changed(PLAN, END))


@pytest.fixture(scope="module")
def alone(new_app: NewApp) -> Visitor:
    """Give a visitor to a public service that has the version pages alone."""
    return Visitor(new_app(version_only=True).test_client())


@pytest.fixture(scope="module")
def unreached(new_app: NewApp) -> Visitor:
    """Give a visitor to a service whose register is out of reach."""
    return Visitor(new_app(database_url=NEVER).test_client())


def heading(page: Page) -> str:
    [one] = page.all("h1")
    return text_of(one)


def facts(page: Page) -> dict[str, str]:
    """Return what is told beside one another: a word, and what it is."""
    words = [text_of(one) for one in page.all("dt", "dd")]
    return dict(zip(words[::2], words[1::2], strict=True))


# -- what it tells


def test_the_latest_is_told_large(visitor: Visitor, three: list[Stamp]) -> None:
    page = visitor.open(f"/version/{three[0].reference}/3")

    assert page.status == 200
    assert heading(page) == "Senast registrerad"
    assert (
        facts(page).items()
        >= {
            "Dokument": "Barnets plan",
            "Beteckning": three[0].reference,
            "Version": "3",
        }.items()
    )
    assert str(three[2].stamped_at.year) in facts(page)["Stämplad"]


@pytest.mark.parametrize("number", [1, 2])
def test_an_older_one_is_told_which_has_come_instead(
    visitor: Visitor, three: list[Stamp], number: int
) -> None:
    page = visitor.open(f"/version/{three[0].reference}/{number}")

    assert page.status == 200
    assert heading(page) == "Ersatt av version 3"
    assert "Det finns en nyare: version 3" in page.shown("lead")[0]
    assert facts(page)["Version"] == str(number)


def test_the_last_of_a_closed_one_says_that_it_is_over(
    visitor: Visitor, closed: list[Stamp]
) -> None:
    last = visitor.open(f"/version/{closed[0].reference}/2")
    first = visitor.open(f"/version/{closed[0].reference}/1")

    assert heading(last) == "Avslutad"
    assert heading(first) == "Ersatt av version 2"
    assert "Den avslutar samverkan." in first.shown("lead")[0]


@pytest.mark.parametrize("end", ["/0", "/4", "/9999", f"/{10**20}"])
def test_a_version_that_was_never_given_is_unknown(
    visitor: Visitor, three: list[Stamp], end: str
) -> None:
    page = visitor.open(f"/version/{three[0].reference}{end}")

    assert page.status == 404
    assert heading(page) == "Okänd"
    assert facts(page) == {}
    assert "Jämför varje tecken med papperet" in page.shown("lead")[0]


@pytest.mark.parametrize("end", ["", "/1"])
def test_a_reference_that_was_never_given_is_unknown(
    visitor: Visitor, end: str
) -> None:
    page = visitor.open(f"/version/{UNKNOWN}{end}")

    assert page.status == 404
    assert heading(page) == "Okänd"
    assert UNKNOWN in page.html


def test_without_a_number_it_tells_of_the_latest(
    visitor: Visitor, three: list[Stamp], closed: list[Stamp]
) -> None:
    latest = visitor.open(f"/version/{three[0].reference}")
    over = visitor.open(f"/version/{closed[0].reference}")

    assert (heading(latest), facts(latest)["Version"]) == ("Senast registrerad", "3")
    assert (heading(over), facts(over)["Version"]) == ("Avslutad", "2")


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_is_told_by_its_title(visitor: Visitor, kind: Kind) -> None:
    office = office_of(visitor.client.application)
    stamp = issued(office, kind, kind.example())

    page = visitor.open(f"/version/{stamp.reference}/1")

    assert facts(page)["Dokument"] == kind.title


# -- how a reference is typed


def typings(reference: str) -> list[str]:
    """Return ways in which people type a reference."""
    prefix, rest = reference.split("-")
    return [
        reference.lower(),
        f"{prefix}{rest}",
        f" {prefix} {rest[:4]} {rest[4:7]} {rest[7:]} ",
        f"{prefix}–{rest}",
        f"{prefix.lower()}-{rest.replace('0', 'o').replace('1', 'l')}",
        f"{prefix}-{rest.replace('0', 'O').replace('1', 'I')}",
    ]


@pytest.mark.parametrize("number", ["", "/2"])
def test_a_reference_in_an_address_may_be_typed_in_any_way(
    visitor: Visitor, number: str
) -> None:
    right = "/version/BP-10K3101D41" + number

    for typed in typings("BP-10K3101D41"):
        answer = visitor.client.get(f"/version/{typed}{number}")
        assert (answer.status_code, answer.location) == (301, right), typed


def test_a_reference_in_the_form_may_be_typed_in_any_way(visitor: Visitor) -> None:
    for typed in typings("BP-10K3101D41"):
        answer = visitor.client.get("/version", query_string={"reference": typed})
        assert (answer.status_code, answer.location) == (303, "/version/BP-10K3101D41")


@pytest.mark.parametrize("number", ["3", " 3 ", "03", "0003"])
def test_the_form_leads_to_the_version_that_was_typed(
    visitor: Visitor, three: list[Stamp], number: str
) -> None:
    reference = three[0].reference
    asked = {"reference": reference.lower(), "version": number}

    page = Page(
        visitor.client.get("/version", query_string=asked, follow_redirects=True)
    )

    assert page.answer.request.path == f"/version/{reference}/3"
    assert heading(page) == "Senast registrerad"


def test_the_form_asks_without_complaint(visitor: Visitor) -> None:
    for address in ("/version", "/version?reference=&version=", "/version?x=1"):
        page = visitor.open(address)
        assert page.status == 200
        assert heading(page) == "Är det den senaste versionen?"
        assert [one.get("name") for one in page.controls()][:2] == [
            "reference",
            "version",
        ]
        assert not page.title.startswith("Fel")


@pytest.mark.parametrize(
    ("typed", "number", "field", "words"),
    [
        ("BP-7F3K92QD4", "", "reference", "två bokstäver, ett streck och tio tecken"),
        ("BP-7F3K92QD4U", "3", "reference", "två bokstäver"),
        ("12-7F3K92QD4M", "", "reference", "två bokstäver"),
        ("ÅÄ-7F3K92QD4M", "", "reference", "två bokstäver"),
        ('"><b>', "", "reference", "två bokstäver"),
        ("", "3", "reference", "två bokstäver"),
        ("x" * 3000, "", "reference", "två bokstäver"),
        ("BP-7F3K92QD4M", "tre", "version", "Versionen ska vara ett tal"),
        ("BP-7F3K92QD4M", "0", "version", "Versionen ska vara ett tal"),
        ("BP-7F3K92QD4M", "-1", "version", "Versionen ska vara ett tal"),
        ("BP-7F3K92QD4M", "10000", "version", "Versionen ska vara ett tal"),
        ("BP-7F3K92QD4M", "²", "version", "Versionen ska vara ett tal"),
        ("BP-7F3K92QD4M", "000000001" + "9" * 5000, "version", "Versionen ska vara"),
    ],
    ids=range(13),
)
def test_what_cannot_be_looked_up_is_told_beside_its_field_and_kept(
    visitor: Visitor, typed: str, number: str, field: str, words: str
) -> None:
    asked = {"reference": typed, "version": number}

    page = Page(visitor.client.get("/version", query_string=asked))

    assert page.status == 422
    assert words in page.beside(field)[0]
    assert page.focus == field
    assert page.at(field).get("aria-invalid") == "true"
    assert f"{field}-notes" in page.at(field).get("aria-describedby", "").split()
    assert page.title.startswith("Fel: ")
    kept = {key: page.at(key).get("value") for key in asked}
    assert kept == asked


@pytest.mark.parametrize("end", ["", "/1"])
def test_an_address_without_a_reference_asks_for_one_and_repeats_nothing(
    visitor: Visitor, end: str
) -> None:
    page = visitor.open(f"/version/Ring 070-174 06 05 nu{end}")

    assert page.status == 404
    assert "två bokstäver" in page.beside("reference")[0]
    assert "Ring" not in page.html


# -- what it does not tell


def test_it_tells_nothing_of_a_person(visitor: Visitor, three: list[Stamp]) -> None:
    html = visitor.open(f"/version/{three[0].reference}/3").html

    words = [*_texts(PLAN.example()["child"]), *_texts(PLAN.example()["guardians"])]
    told = [word for word in words if len(word) > 4 and word in html]
    assert told == []
    assert three[2].digest not in html
    assert three[2].signature not in html


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("end", ["", f"/{UNKNOWN}", "/bp 0000000000", "?reference=x"])
def test_it_is_neither_kept_nor_found_nor_followed(visitor: Visitor, end: str) -> None:
    answer = visitor.client.application.test_client().get(f"/version{end}")

    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "Set-Cookie" not in answer.headers
    assert answer.status_code == 301 or 'name="robots" content="noindex' in answer.text


def test_a_version_is_neither_kept_nor_found_nor_followed(
    visitor: Visitor, three: list[Stamp]
) -> None:
    test_it_is_neither_kept_nor_found_nor_followed(visitor, f"/{three[0].reference}/1")


# -- when it cannot tell


@pytest.mark.parametrize("end", ["", "/7"])
def test_a_register_out_of_reach_is_told_and_what_was_typed_is_kept(
    unreached: Visitor, end: str
) -> None:
    page = unreached.open(f"/version/{UNKNOWN}{end}")

    assert page.status == 503
    assert "Registret går inte att nå just nu." in page.shown("error")[0]
    assert page.at("reference").get("value") == UNKNOWN
    assert page.at("reference").get("aria-invalid") is None
    assert page.at("version").get("value") == end[1:]
    assert page.answer.headers["Cache-Control"] == "no-store"


def test_the_form_needs_no_register(unreached: Visitor) -> None:
    assert unreached.open("/version").status == 200


def test_too_many_questions_are_told_to_wait(new_app: NewApp) -> None:
    client = new_app().test_client()

    answers = [client.get(f"/version/{UNKNOWN}") for _ in range(121)]

    assert {one.status_code for one in answers[:-1]} == {404}
    last = Page(answers[-1])
    assert last.status == 429
    assert heading(last) == "Det kom för många frågor på en gång"
    assert "Vänta en minut" in last.shown("lead")[0]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    assert answers[-1].headers["Cache-Control"] == "no-store"


# -- a public service that has these pages alone


def test_a_public_service_tells_of_versions(new_app: NewApp) -> None:
    app = new_app(version_only=True)
    [stamp] = versions_of(office_of(app), PLAN, *plans("Ett"))

    page = Visitor(app.test_client()).open(f"/version/{stamp.reference}/1")

    assert heading(page) == "Senast registrerad"


def test_a_public_service_has_nothing_else(alone: Visitor, visitor: Visitor) -> None:
    rules = visitor.client.application.url_map.iter_rules()
    others = [
        (method, rule.rule)
        for rule in rules
        if not rule.rule.startswith(("/version", "/static"))
        for method in (rule.methods or set()) & {"GET", "POST"}
    ]
    assert len(others) > 8

    for method, rule in others:
        for kind in ("plan", "samtycke"):
            path = rule.replace("<kind:kind>", kind).replace("<name>", "plan")
            answer = alone.client.open(path, method=method)
            if path != "/" or method != "GET":
                assert answer.status_code in (404, 405), (method, path)


def test_a_public_service_has_one_front_door(alone: Visitor) -> None:
    answer = alone.client.get("/")

    assert (answer.status_code, answer.location) == (302, "/version")


@pytest.mark.parametrize(
    "address", ["/version", f"/version/{UNKNOWN}", "/plan", "/oppna", "/static/nope"]
)
def test_a_page_of_a_public_service_leads_to_no_other(
    alone: Visitor, address: str
) -> None:
    page = alone.open(address)

    assert not list(page.all("nav"))
    for one in page.all("a"):
        leads_to = one.get("href", "")
        assert leads_to == "#main" or alone.client.get(leads_to).status_code == 200
    for one in page.all("link"):
        with alone.client.get(one.get("href", "")) as file:
            assert file.status_code == 200


@pytest.mark.parametrize(
    ("method", "address", "status", "words"),
    [
        ("GET", "/plan", 404, "Sidan finns inte"),
        ("POST", "/plan", 404, "Sidan finns inte"),
        ("POST", "/version", 405, "Så går det inte att använda sidan"),
        ("GET", f"/version/{UNKNOWN}/tre", 404, "Sidan finns inte"),
    ],
)
def test_errors_of_a_public_service_are_told_in_swedish(
    alone: Visitor, method: str, address: str, status: int, words: str
) -> None:
    page = Page(alone.client.open(address, method=method, data={"namn": "Bo"}))

    assert page.status == status
    assert heading(page) == words
    assert "Kontrollera ett dokument" in page.html
    assert "Set-Cookie" not in page.answer.headers


def test_calls_of_programs_are_not_there_in_a_public_service(alone: Visitor) -> None:
    answer = alone.client.get(f"/api/v1/versions/{UNKNOWN}")

    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


# -- what is pasted, and where a reference began


@pytest.mark.parametrize(
    "typed",
    [
        "https://plan.example.se/version/{0}/2",
        "plan.example.se/version/{0}/2?x=1",
        "{0} version 2",
        "{0} · version 2 · 15 december 2026 kl. 14.02",
        "VERSION 2 is none without what comes before",
    ],
)
def test_what_is_pasted_from_a_paper_or_an_address_is_understood(
    visitor: Visitor, three: list[Stamp], typed: str
) -> None:
    pasted = typed.format(three[0].reference)

    answer = visitor.client.get("/version", query_string={"reference": pasted})

    if "is none" in typed:
        assert answer.status_code == 422
    else:
        assert answer.location == f"/version/{three[0].reference}/2"


def test_a_reference_that_began_with_a_later_version_has_no_earlier(
    visitor: Visitor,
) -> None:
    office = office_of(visitor.client.application)
    theirs = stamped(PLAN, changed(PLAN, {"reason": "Flyttad hit"}), 3)
    ours = issued(office, PLAN, plans("Flyttad vidare")[0], theirs["stamp"])

    assert ours.version == 4
    assert heading(visitor.open(f"/version/{ours.reference}/4")) == "Senast registrerad"
    assert heading(visitor.open(f"/version/{ours.reference}/1")) == "Okänd"


def test_a_public_service_makes_no_key(new_app: NewApp) -> None:
    app = new_app(version_only=True)

    assert not (app.extensions["formsvc-settings"].instance / "secret.key").exists()


def test_behind_a_proxy_each_asker_is_counted_alone(new_app: NewApp) -> None:
    client = new_app(proxies=1).test_client()

    def asked(by: str) -> int:
        headers = {"X-Forwarded-For": by}
        return client.get("/version", headers=headers).status_code

    assert {asked("192.0.2.1") for _each in range(120)} == {200}
    assert asked("192.0.2.1") == 429
    assert asked("192.0.2.2") == 200
