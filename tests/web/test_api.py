"""What programs call (contract, section 7): their answers, and errors as RFC 9457."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, changed
from made import made
from sample_data import taken
from stamps import (
    END,
    NEVER,
    UNKNOWN,
    as_file,
    issued,
    office_of,
    plans,
    stamped,
    versions_of,
)
from web.conftest import NewApp
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from formsvc.document import Document, Format
from formsvc.formkit.data import Data, canonical
from formsvc.formkit.formdata import MAX_BYTES
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.profiles import Profile
from formsvc.renderers import RENDERERS
from formsvc.stamp import Stamp
from formsvc.versions import Office
from formsvc.web.limits import LIMITER
from formsvc.web.security import MOST_POSTED

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)

HEADER = "X-Remote-User"
EVERY_CALL = (
    ("POST", "/api/v1/plan/check"),
    ("POST", "/api/v1/plan/render?format=txt"),
    ("POST", "/api/v1/plan/stamp"),
    ("POST", "/api/v1/read"),
    ("POST", "/api/v1/verify"),
    ("GET", f"/api/v1/versions/{UNKNOWN}"),
)


class Program:
    """A program that calls a service."""

    def __init__(self, new_app: NewApp, **settings: object) -> None:
        """Call a service of its own."""
        self.app = new_app(**settings)
        self.client = self.app.test_client()

    @property
    def office(self) -> Office:
        """What the service makes versions with."""
        return office_of(self.app)

    def post(
        self, call: str, sent: Any, headers: dict[str, str] | None = None
    ) -> TestResponse:
        """Send JSON."""
        raw = sent if isinstance(sent, bytes) else as_file(sent)
        kind = "application/json"
        return self.client.post(
            f"/api/v1/{call}", data=raw, content_type=kind, headers=headers
        )

    def stamp(self, data: Data, **more: Any) -> TestResponse:
        """Ask for the next version of a plan."""
        return self.post("plan/stamp", {"data": data, **more})

    def send(self, call: str, raw: bytes, name: str = "plan.json") -> TestResponse:
        """Send a file. The client's own way leaves a file open."""
        file = FileStorage(io.BytesIO(raw), name, content_type="application/pdf")
        boundary, body = encode_multipart({"file": file})
        kind = f"multipart/form-data; boundary={boundary}"
        return self.client.post(f"/api/v1/{call}", data=body, content_type=kind)


def problem(answer: TestResponse, status: int, words: str = "") -> dict[str, Any]:
    """Return an error, which is as RFC 9457 has it and in Swedish."""
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    told: dict[str, Any] = json.loads(answer.text)
    assert told["status"] == status
    assert told["title"]
    assert told["detail"].endswith((".", "där."))
    assert words in told["detail"], told
    assert ("findings" in told) == (status == 422)
    return told


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    """Lay out no filing copy before a number is taken."""

    def copied(_kind: Kind, _document: Document, _profile: Profile) -> bytes:
        return b"%PDF-1.7 a filing copy"

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(RENDERERS, Format.PDF, copied)
        yield
    LIMITER.reset()


@pytest.fixture(scope="module")
def program(new_app: NewApp) -> Program:
    """Give a program that calls a service with a neutral profile."""
    return Program(new_app)


@pytest.fixture(scope="module")
def unreached(new_app: NewApp) -> Program:
    """Give a program that calls a service whose register is out of reach."""
    return Program(new_app, database_url=NEVER)


# -- check


@all_kinds
def test_right_data_is_told_to_be_valid(program: Program, kind: Kind) -> None:
    answer = program.post(f"{kind.name}/check", kind.example())

    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    told = json.loads(answer.text)
    assert told["valid"] is True
    assert all(one["severity"] != "error" for one in told["findings"])
    assert answer.headers["Cache-Control"] == "no-store"


def test_wrong_data_is_told_a_finding_at_a_time(program: Program) -> None:
    data = changed(PLAN, {"child-name": "", "skostorlek": "28"})

    answer = program.post("plan/check", data)

    assert answer.status_code == 200
    told = json.loads(answer.text)
    assert told["valid"] is False
    by_field = {one["field"]: one for one in told["findings"]}
    assert by_field["child-name"].keys() == {
        "rule",
        "severity",
        "field",
        "message",
        "fix",
        "source",
    }
    assert by_field["child-name"]["severity"] == "error"
    assert "skostorlek" in by_field["skostorlek"]["message"]


# -- render


def test_a_document_is_made_and_named(program: Program) -> None:
    answer = program.post("invitation/render?format=txt", INVITATION.example())

    assert answer.status_code == 200
    assert answer.data == made("invitation", "example", Format.TXT).content
    assert answer.headers["Content-Type"] == Format.TXT.media_type
    assert (
        'filename="2026-11-21_inbjudan_utkast.txt"'
        in answer.headers["Content-Disposition"]
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_incomplete_data_is_made_into_a_document(program: Program) -> None:
    answer = program.post("plan/render?format=json", {"reason": "Därför"})

    assert canonical(json.loads(answer.text)) == {"reason": "Därför"}


def test_a_stamped_document_is_named_by_its_version(program: Program) -> None:
    [data] = plans("Namn i svaret")
    stamp = issued(program.office, PLAN, data)

    whole = program.post("plan/render?format=txt", stamped(data, stamp))
    draft = program.post(
        "plan/render?format=txt", stamped({**data, "reason": "Ändrad"}, stamp)
    )

    assert f"{stamp.reference}_v01.txt" in whole.headers["Content-Disposition"]
    assert "utkast" in draft.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Välj: pdf-form, pdf, docx, txt, ics, zip, json."),
        ("?format=", "Formatet ”” finns inte."),
        ("?format=exe", "Formatet ”exe” finns inte."),
        ("?format=PDF", "Formatet ”PDF” finns inte."),
        ("?format=txt&profile=okand", "okand"),
        ("?format=txt&profile=../../etc/passwd", "../../etc/passwd"),
    ],
)
def test_what_cannot_be_made_is_told(program: Program, query: str, words: str) -> None:
    problem(program.post(f"plan/render{query}", {}), 422, words)


def test_a_format_that_a_kind_has_not_is_told(program: Program) -> None:
    problem(program.post("consent/render?format=ics", {}), 422, "finns inte som ics")
    problem(program.post("plan/render?format=ics", {}), 422, "möte med datum")


# -- stamp


@all_kinds
def test_a_document_is_stamped(program: Program, kind: Kind) -> None:
    answer = program.post(f"{kind.name}/stamp", {"data": kind.example()})

    assert (answer.status_code, answer.mimetype) == (201, "application/json")
    assert answer.headers["Cache-Control"] == "no-store"
    given = json.loads(answer.text)
    assert canonical(given) == canonical(taken(kind.name, "example").data)
    assert given["stamp"].keys() == {
        "kind",
        "reference",
        "version",
        "stamped_at",
        "supersedes",
        "supersedes_on",
        "continues",
        "digest",
        "issuer",
        "key_id",
        "signature",
    }
    assert (given["stamp"]["kind"], given["stamp"]["version"]) == (kind.name, 1)
    assert given["stamp"]["reference"].startswith(f"{kind.prefix}-")


def test_a_call_may_be_repeated_when_its_answer_is_lost(program: Program) -> None:
    [data] = plans("Förlorat svar")

    answers = [program.stamp(data, previous=None).text for _ in range(2)]

    assert answers[0] == answers[1]


def test_the_next_version_follows_the_stamp_that_is_sent(program: Program) -> None:
    one, two, three = plans("Följer ett", "Följer två", "Följer tre")
    first = json.loads(program.stamp(one).text)["stamp"]

    second = json.loads(program.stamp(two, previous=first).text)["stamp"]
    third = json.loads(program.stamp({**three, "stamp": second}).text)["stamp"]

    assert [each["version"] for each in (first, second, third)] == [1, 2, 3]
    assert len({each["reference"] for each in (first, second, third)}) == 1
    assert (third["supersedes"], third["continues"]) == (2, None)


def test_who_comes_second_is_refused_and_may_go_on(program: Program) -> None:
    one, two, three = plans("Först ett", "Först två", "Först tre")
    first, newer = versions_of(program.office, PLAN, one, two)
    previous = first.as_json()

    refused = problem(program.stamp(three, previous=previous), 409, "Version 2 finns")
    again = program.stamp(three, previous=previous, **{"continue": False})
    gone_on = program.stamp(three, previous=previous, **{"continue": True})

    assert refused["latest"] == 2
    assert refused["stamped_at"] == newer.as_json()["stamped_at"]
    problem(again, 409)
    assert gone_on.status_code == 201
    given = json.loads(gone_on.text)["stamp"]
    assert given["version"] == 3
    assert given["continues"]["version"] == 1


def test_data_with_errors_is_not_stamped(program: Program) -> None:
    data = changed(PLAN, {"child-name": "", "child-setting": "å" * 201})

    told = problem(program.stamp(data), 422, "Rätta felen")

    assert told["valid"] is False
    fields = [one["field"] for one in told["findings"] if one["severity"] == "error"]
    assert set(fields) == {"child-name", "child-setting"}


def test_warnings_stop_no_stamp(program: Program) -> None:
    assert program.stamp(changed(PLAN, {"consent-valid_to": ""})).status_code == 201


def test_a_broken_stamp_and_one_of_another_kind_are_refused(program: Program) -> None:
    [data] = plans("Trasig stämpel")
    stamp = issued(program.office, PLAN, data).as_json()
    other = issued(program.office, CONSENT, CONSENT.example()).as_json()

    for wrong in ({}, {"kind": "plan"}, {**stamp, "version": 5}, {**stamp, "a": []}):
        problem(program.stamp(data, previous=wrong), 422, "är ändrad")
    problem(program.stamp(data, previous=other), 422, "av en annan sort")


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"data": None},
        {"data": []},
        {"data": "x"},
        {"data": {}, "previous": []},
        {"data": {}, "previous": "BP-7F3K92QD4M"},
        {"data": {}, "previous": 3},
        {"data": {}, "continue": "true"},
        {"data": {}, "continue": 1},
        {"data": {}, "prevoius": {}},
        {"child": {"name": "Bo"}},
    ],
)
def test_a_call_to_stamp_is_made_in_one_way(program: Program, sent: Any) -> None:
    problem(program.post("plan/stamp", sent), 422, '"previous": null')


def test_only_who_has_signed_in_stamps(new_app: NewApp) -> None:
    program = Program(new_app, stamp_header=HEADER)
    sent = {"data": PLAN.example()}

    for headers in ({}, {HEADER: ""}, {HEADER: " "}):
        refused = program.post("plan/stamp", sent, headers)
        problem(refused, 403, "inloggad")
    assert program.post("plan/stamp", sent, {HEADER: "a1"}).status_code == 201
    assert program.post("plan/check", {}).status_code == 200


def test_without_the_register_nothing_is_stamped(unreached: Program) -> None:
    told = problem(unreached.stamp(PLAN.example()), 503, "går inte att nå")

    assert told["title"] == "Det går inte just nu"


# -- read


@all_kinds
def test_a_document_is_read(program: Program, kind: Kind) -> None:
    answer = program.send("read", as_file(kind.example()))

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    told = json.loads(answer.text)
    assert told.keys() == {"kind", "data", "findings", "stamp_status"}
    assert told["kind"] == kind.name
    assert canonical(told["data"]) == canonical(taken(kind.name, "example").data)
    assert told["stamp_status"] == "none"


def test_what_is_read_tells_what_is_wrong_in_it(program: Program) -> None:
    data = {**PLAN.example(), "skostorlek": "28"}

    told = json.loads(program.send("read", as_file(data)).text)

    assert [one["rule"] for one in told["findings"]][:1] == ["data.unknown_key"]
    assert "skostorlek" not in told["data"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "Filen är tom"),
        (b"\x89PNG\r\n", "inget dokument härifrån"),
        (b"{", "Filen är inte JSON"),
        (b"{}", "Det syns inte"),
        (b"[" * 100_000, "inget dokument härifrån"),
        (b'{"a":' * 100_000, "för djup"),
    ],
    ids=range(6),
)
@pytest.mark.parametrize("call", ["read", "verify"])
def test_what_cannot_be_read_is_told(
    program: Program, call: str, raw: bytes, words: str
) -> None:
    problem(program.send(call, raw), 422, words)


@pytest.mark.parametrize("call", ["read", "verify"])
def test_a_file_is_sent_in_its_field(program: Program, call: str) -> None:
    answers = (
        program.post(call, {}),
        program.post(call, b""),
        program.client.post(f"/api/v1/{call}", data={"fil": "x"}),
        program.client.post(
            f"/api/v1/{call}", data=b"x", content_type="multipart/form-data"
        ),
    )

    for answer in answers:
        problem(answer, 422, "i fältet file")


def test_without_the_register_a_document_is_read(
    unreached: Program, new_app: NewApp
) -> None:
    [data] = plans("Läst utan register")
    key = "samma nyckel"
    stamp = issued(Program(new_app, secret_key=key).office, PLAN, data)
    program = Program(new_app, secret_key=key, database_url=NEVER)

    told = json.loads(program.send("read", as_file(stamped(data, stamp))).text)

    assert told["stamp_status"] == "unknown"
    assert unreached.send("read", as_file(data)).status_code == 200
    problem(program.send("verify", as_file(stamped(data, stamp))), 503, "att nå")


# -- verify


@pytest.fixture(scope="module")
def given(program: Program) -> dict[str, tuple[Data, Stamp]]:
    """Give data and stamps of versions that stand differently."""
    datas = [*plans("Ett", "Två"), changed(PLAN, END)]
    one, _two, three = versions_of(program.office, PLAN, *datas)
    [alone] = plans("Ensam")
    return {
        "current": (alone, issued(program.office, PLAN, alone)),
        "superseded": (datas[0], one),
        "closed": (datas[2], three),
    }


@pytest.mark.parametrize(
    ("status", "latest"), [("current", 1), ("superseded", 3), ("closed", 3)]
)
def test_a_document_is_told_where_it_stands(
    program: Program,
    given: dict[str, tuple[Data, Stamp]],
    status: str,
    latest: int,
) -> None:
    data, stamp = given[status]

    answer = program.send("verify", as_file(stamped(data, stamp)), "Plan å.json")
    read = program.send("read", as_file(stamped(data, stamp)))

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert json.loads(answer.text) == {
        "file": "Plan å.json",
        "status": status,
        "reference": stamp.reference,
        "version": stamp.version,
        "latest": latest,
    }
    assert json.loads(read.text)["stamp_status"] == status


def test_a_document_that_was_changed_is_told(
    program: Program, given: dict[str, tuple[Data, Stamp]]
) -> None:
    data, stamp = given["current"]
    other = stamped({**data, "reason": "Ändrad"}, stamp)
    broken = {**data, "stamp": {**stamp.as_json(), "version": 9}}

    by_text, by_stamp = (
        json.loads(program.send("verify", as_file(each)).text)
        for each in (other, broken)
    )

    assert (by_text["status"], by_text["version"]) == ("changed", 1)
    assert (by_stamp["status"], by_stamp["version"]) == ("changed", None)


def test_a_document_from_elsewhere_and_one_without_a_stamp_are_told(
    program: Program, new_app: NewApp
) -> None:
    [data] = plans("Från annat håll")
    theirs = issued(Program(new_app).office, PLAN, data)

    foreign, none = (
        json.loads(program.send("verify", as_file(each)).text)
        for each in (stamped(data, theirs), data)
    )

    assert (foreign["status"], foreign["reference"]) == ("foreign", theirs.reference)
    assert foreign["latest"] is None
    assert (none["status"], none["reference"]) == ("none", None)


# -- versions


def test_the_versions_of_a_reference_are_listed(
    program: Program, given: dict[str, tuple[Data, Stamp]]
) -> None:
    _data, stamp = given["superseded"]

    answer = program.client.get(f"/api/v1/versions/{stamp.reference.lower()}")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    told = json.loads(answer.text)
    assert told.keys() == {"reference", "latest", "status", "versions"}
    assert (told["reference"], told["latest"]) == (stamp.reference, 3)
    assert told["status"] == "closed"
    assert [(each["version"], each["status"]) for each in told["versions"]] == [
        (1, "superseded"),
        (2, "superseded"),
        (3, "closed"),
    ]
    assert told["versions"][0]["stamped_at"] == stamp.as_json()["stamped_at"]


@pytest.mark.parametrize("typed", [UNKNOWN, "x", "%00", "å" * 500])
def test_a_reference_that_is_unknown_is_told(program: Program, typed: str) -> None:
    answer = program.client.get(f"/api/v1/versions/{typed}")

    problem(answer, 404, "ingen sådan beteckning")


def test_without_the_register_versions_are_not_listed(unreached: Program) -> None:
    problem(unreached.client.get(f"/api/v1/versions/{UNKNOWN}"), 503, "att nå")


def test_too_many_questions_are_told_to_wait(new_app: NewApp) -> None:
    client = Program(new_app).client

    answers = [client.get(f"/api/v1/versions/{UNKNOWN}") for _ in range(121)]

    assert {each.status_code for each in answers[:-1]} == {404}
    problem(answers[-1], 429, "Vänta en minut")
    assert int(answers[-1].headers["Retry-After"]) <= 60


# -- what holds for all calls


@pytest.mark.parametrize("call", ["check", "render?format=txt", "stamp"])
@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"[]", "ytterst ska ett objekt stå"),
        (b"null", "ytterst ska ett objekt stå"),
        (b'"x"', "ytterst ska ett objekt stå"),
        (b'{"a": NaN}', "NaN"),
        (b'{"data": 1, "data": 2}', "två gånger"),
        (b'{"a": "\xff"}', "UTF-8"),
        (b'{"a":' * 100_000, "för djup"),
    ],
    ids=range(9),
)
def test_what_is_no_json_is_told(
    program: Program, call: str, raw: bytes, words: str
) -> None:
    problem(program.post(f"plan/{call}", raw), 422, words)


@pytest.mark.parametrize("call", ["check", "render?format=txt", "render", "stamp"])
@pytest.mark.parametrize("name", ["nope", "Plan", "samtycke", "å"])
def test_a_kind_that_does_not_exist_is_told(
    program: Program, name: str, call: str
) -> None:
    problem(program.post(f"{name}/{call}", {}), 404)


@pytest.mark.parametrize(
    "path", ["/api/", "/api/v1", "/api/v1/", "/api/v2/plan/check", "/api/v1/plan/nope"]
)
def test_a_call_that_does_not_exist_is_told(program: Program, path: str) -> None:
    for method in ("GET", "POST"):
        problem(program.client.open(path, method=method), 404)


@pytest.mark.parametrize(("method", "path"), EVERY_CALL)
def test_a_call_in_another_way_says_which_is_right(
    program: Program, method: str, path: str
) -> None:
    other = "GET" if method == "POST" else "POST"

    answer = program.client.open(path, method=other)

    problem(answer, 405)
    assert method in answer.headers["Allow"].split(", ")


@pytest.mark.parametrize(("method", "path"), EVERY_CALL[:5])
def test_more_than_all_limits_is_refused(
    program: Program, method: str, path: str
) -> None:
    kind = "multipart/form-data; boundary=x" if "plan" not in path else ""
    answer = program.client.open(
        path,
        method=method,
        data=b"x",
        content_type=kind or "application/json",
        environ_overrides={"CONTENT_LENGTH": str(MOST_POSTED + 1)},
    )

    problem(answer, 413, "Korta texterna")


def test_more_text_than_a_document_holds_is_told(program: Program) -> None:
    much = as_file({"reason": "x" * MAX_BYTES})

    problem(program.post("plan/check", much), 422, "8 MB")
    problem(program.send("read", much), 422, "för stor")


@pytest.mark.parametrize(("method", "path"), EVERY_CALL)
@pytest.mark.parametrize(
    "said",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://example.net"},
        {"Origin": "null"},
    ],
    ids=lambda said: next(iter(said.values())),
)
def test_no_page_of_another_site_calls(
    program: Program, method: str, path: str, said: dict[str, str]
) -> None:
    problem(program.client.open(path, method=method, headers=said), 403)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=["program", "own page", "typed"],
)
def test_programs_and_our_own_pages_call(
    program: Program, said: dict[str, str]
) -> None:
    assert program.post("plan/check", {}, said).status_code == 200


def test_letters_that_are_no_letters_break_nothing(program: Program) -> None:
    raw = (
        b'{"data": {"reason": "a\\ud800", "x\\udfff": 1, "stamp": {"a": "\\ud800"}},'
        b' "previous": {"kind": "\\ud800", "\\ud801": {"b": 1}}}'
    )

    problem(program.post("plan/stamp", raw), 422)
    assert program.post("plan/check", b'{"x\\udfff": "\\ud800"}').status_code == 200
    problem(program.post("plan/render?format=%ed%a0%80", b"{}"), 422)


def test_an_error_of_ours_is_told_as_any(new_app: NewApp) -> None:
    program = Program(new_app)

    def broken(_kind: Kind, _document: Document, _profile: Profile) -> bytes:
        raise ZeroDivisionError

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(RENDERERS, Format.TXT, broken)
        answer = program.post("plan/render?format=txt", {})

    problem(answer, 500, "Felet är vårt")
