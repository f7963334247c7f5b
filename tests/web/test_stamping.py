"""A document is stamped from its page, as the next version or not at all."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, changed
from made import made
from pages import Page, Visitor, has_class, text_of
from sample_data import taken
from stamps import END, NEVER, as_file, issued, office_of, plans, stamped, versions_of
from web.conftest import NewApp
from web.test_opening import chosen
from werkzeug.test import TestResponse

from formsvc.document import Document, Format
from formsvc.errors import RenderError
from formsvc.formkit.data import Data, canonical
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.profiles import Profile
from formsvc.renderers import RENDERERS

all_kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)

COPY = b"%PDF-1.7 a filing copy"
HEADER = "X-Remote-User"
SIGNED_IN = {"Sec-Fetch-Site": "same-origin", HEADER: "a1"}
WARNED = {"consent-valid_to": ""}


@pytest.fixture(autouse=True)
def _quickly(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lay out no filing copy, but in tests that look at it."""
    with pytest.MonkeyPatch.context() as patch:
        if "filed" not in request.fixturenames:
            patch.setitem(RENDERERS, Format.PDF, _copied)
        yield


def _copied(_kind: Kind, _document: Document, _profile: Profile) -> bytes:
    return COPY


def heading(page: Page) -> str:
    [one] = page.all("h1")
    return text_of(one)


def stamp_on(page: Page) -> dict[str, Any]:
    """Return the stamp of the document that a page carries."""
    found: dict[str, Any] = json.loads(page.value("data"))["stamp"]
    return found


def written(visitor: Visitor, data: Data, kind: Kind = PLAN) -> Page:
    """Return the page that offers documents of `data`."""
    page = visitor.written(kind, data, "create")
    assert page.form.get("data-step") == "created"
    return page


def first(visitor: Visitor, data: Data, kind: Kind = PLAN) -> Page:
    """Return the page of `data` when it is stamped."""
    page = Page(visitor.press(written(visitor, data, kind), "stamp"))
    assert (page.status, page.shown("error")) == (200, [])
    return page


def rewritten(visitor: Visitor, page: Page, **typed: str) -> Page:
    """Go back from the documents, write something else, and come to them again."""
    form = Page(visitor.press(page, "edit"))
    again = Page(visitor.press(form, "create", typed))
    assert again.form.get("data-step") == "created", again.shown("error")
    return again


def name_of(answer: TestResponse) -> str:
    [name] = re.findall(r'filename="([^"]+)"', answer.headers["Content-Disposition"])
    return str(name)


# -- stamping


@all_kinds
def test_a_document_is_stamped_as_its_first_version(
    visitor: Visitor, kind: Kind
) -> None:
    offered = written(visitor, kind.example(), kind)
    assert "Stämpla som version 1" in offered.html

    page = Page(visitor.press(offered, "stamp"))

    stamp = stamp_on(page)
    assert heading(page) == "Version 1 är stämplad"
    assert stamp["reference"] in page.shown("lead")[0]
    assert (stamp["kind"], stamp["version"]) == (kind.name, 1)
    assert stamp["supersedes"] is stamp["continues"] is None
    assert canonical(json.loads(page.value("data"))) == canonical(
        taken(kind.name, "example").data
    )
    assert "stamp" not in page.buttons()
    assert page.answer.headers["Cache-Control"] == "no-store"


def test_the_same_request_gives_the_same_stamp(visitor: Visitor) -> None:
    offered = written(visitor, plans("Samma begäran")[0])

    one, other = (Page(visitor.press(offered, "stamp")) for _ in range(2))

    assert stamp_on(one) == stamp_on(other)


def test_what_is_stamped_already_is_stamped_no_further(visitor: Visitor) -> None:
    page = first(visitor, plans("Redan stämplad")[0])

    again = rewritten(visitor, page)

    assert heading(again) == "Version 1 är stämplad"
    assert stamp_on(again) == stamp_on(page)


def test_who_edits_after_stamping_goes_on_from_the_new_version(
    visitor: Visitor,
) -> None:
    one = first(visitor, plans("Gå vidare")[0])
    form = Page(visitor.press(one, "edit"))
    assert json.loads(form.value("stamp")) == stamp_on(one)

    offered = Page(visitor.press(form, "create", {"reason": "Vidare än så"}))
    assert "Stämpla som version 2" in offered.html
    two = Page(visitor.press(offered, "stamp"))

    assert heading(two) == "Version 2 är stämplad"
    assert "ersätter version 1" in two.shown("lead")[0]
    assert stamp_on(two)["reference"] == stamp_on(one)["reference"]
    assert stamp_on(two)["supersedes"] == 1
    assert stamp_on(two)["continues"] is None


def test_a_document_may_be_stamped_from_its_fields(visitor: Visitor) -> None:
    page = visitor.written(PLAN, plans("Från fälten")[0], "stamp")

    assert heading(page) == "Version 1 är stämplad"


def test_what_has_errors_is_not_stamped_but_sent_back_to_the_form(
    visitor: Visitor,
) -> None:
    data = changed(PLAN, {"child-name": "", "reason": "Utan namn"})

    page = visitor.written(PLAN, data, "stamp")

    assert page.form.get("data-step") == "form"
    assert page.links()
    assert page.title.startswith("Fel: ")
    assert page.value("reason") == "Utan namn"
    assert page.value("stamp") == ""


def test_details_of_a_protected_person_stop_a_stamp(visitor: Visitor) -> None:
    hidden = {"guardians-0-protected_identity": "protected_registration"}

    page = visitor.written(PLAN, changed(PLAN, hidden), "stamp")

    assert page.form.get("data-step") == "form"
    assert "guardians-0-phone" in dict(page.links())


def test_warnings_stop_no_stamp(visitor: Visitor) -> None:
    warned = visitor.written(PLAN, changed(PLAN, WARNED), "create")
    assert warned.form.get("data-step") == "form"
    offered = Page(visitor.press(warned, "anyway"))

    page = Page(visitor.press(offered, "stamp"))

    assert heading(page) == "Version 1 är stämplad"
    assert "1 varning är obesvarad" in page.html


def test_a_post_from_elsewhere_stamps_nothing(visitor: Visitor) -> None:
    pairs = written(visitor, plans("Utifrån")[0]).sent("stamp")

    for site in ("cross-site", "same-site"):
        answer = visitor.post("/plan", pairs, {"Sec-Fetch-Site": site})
        assert answer.status_code == 403
    unmarked = Page(
        Visitor(visitor.client.application.test_client()).post("/plan", pairs, {})
    )
    assert unmarked.status == 400
    assert "stamp" not in json.loads(unmarked.value("data"))


def test_what_was_stamped_already_is_fetched_again(visitor: Visitor) -> None:
    offered = written(visitor, plans("Stämplad i en annan flik")[0])
    stamp = stamp_on(Page(visitor.press(offered, "stamp")))

    again = Page(visitor.post("/plan", [*offered.sent(), ("do", "create")]))
    fetched = Page(visitor.press(again, "stamp"))

    assert heading(again) == "Det här är redan stämplat som version 1"
    assert "Hämta version 1 igen" in again.html
    assert "Stämpla som version" not in again.html
    assert stamp_on(fetched) == stamp


def test_what_is_stamped_is_to_be_saved_at_once(visitor: Visitor) -> None:
    page = first(visitor, plans("Att spara")[0])

    buttons = [one.get("value") for one in page.all("button") if one.get("name")]
    assert "Spara nu: dokumentet finns ingen annanstans." in page.html
    assert buttons[:2] == ["file pdf", "print pdf"]
    [primary] = [one for one in page.all("button") if has_class(one, "primary")]
    assert text_of(primary) == "Spara arkivkopian (pdf)"
    assert "nästa möte öppnar den" in page.html
    later = Page(visitor.post("/plan", [*page.sent(), ("do", "create")]))
    assert "Spara arkivkopian (pdf)" in later.html
    assert "finns ingen annanstans" not in later.html


def test_who_edits_a_version_is_told_what_becomes_of_it(visitor: Visitor) -> None:
    form = Page(visitor.press(first(visitor, plans("Ändra i")[0]), "edit"))

    assert page_line(form) == (
        "Du ändrar i version 1. Ändringarna blir version 2 när du stämplar."
    )
    assert page_line(visitor.open("/plan")) == ""


def page_line(page: Page) -> str:
    """Return what a form goes on saying of its version."""
    [line] = [one for one in page.all("p") if has_class(one, "standing")]
    assert ("hidden" in line.attrib) is not bool(text_of(line))
    return text_of(line)


# -- files of a stamped document


def test_files_of_a_stamped_document_are_named_by_reference_and_version(
    visitor: Visitor,
) -> None:
    page = first(visitor, CONSENT.example(), CONSENT)
    stamp = stamp_on(page)
    name = f"{stamp['stamped_at'][:10]}_samtycke_{stamp['reference']}_v01"

    names = {
        fmt: name_of(visitor.press(page, f"file {fmt}"))
        for fmt in ("pdf", "json", "txt", "pdf-form", "docx")
    }

    assert names == {
        "pdf": f"{name}.pdf",
        "json": f"{name}.json",
        "txt": f"{name}.txt",
        "pdf-form": f"{name}_skrivbar.pdf",
        "docx": f"{name}_skrivbar.docx",
    }


def test_a_draft_that_goes_on_from_a_version_is_not_named_as_it(
    visitor: Visitor,
) -> None:
    page = first(visitor, plans("Ännu ett namn")[0])

    again = rewritten(visitor, page, reason="Ändrat")

    assert name_of(visitor.press(again, "file txt")) == (
        "2026-12-15_barnets-plan_utkast.txt"
    )
    saved = json.loads(visitor.press(again, "file json").text)
    assert saved["stamp"] == stamp_on(page)


# -- who may stamp


@pytest.fixture(scope="module")
def guarded(new_app: NewApp) -> Visitor:
    """Give a visitor to a service where one signs in to stamp."""
    return Visitor(new_app(stamp_header=HEADER).test_client())


def test_without_signing_in_no_stamp_is_offered(guarded: Visitor) -> None:
    page = written(guarded, PLAN.example())

    assert "stamp" not in page.buttons()
    assert "Att stämpla kräver att du är inloggad." in page.html
    assert "file json" in page.buttons()


@pytest.mark.parametrize("sign", [{}, {HEADER: ""}, {HEADER: "  "}])
@pytest.mark.parametrize("do", ["stamp", "continue"])
def test_without_signing_in_nothing_is_stamped_and_all_is_kept(
    guarded: Visitor, do: str, sign: dict[str, str]
) -> None:
    pairs = [*written(guarded, PLAN.example()).sent(), ("do", do)]

    page = Page(guarded.post("/plan", pairs, {"Sec-Fetch-Site": "same-origin", **sign}))

    assert page.status == 403
    assert "kräver att du är inloggad" in page.shown("error")[0]
    assert json.loads(page.value("data")) == taken("plan", "example").data
    assert page.form.get("data-step") == "created"


def test_a_form_that_nobody_has_signed_for_keeps_its_fields(guarded: Visitor) -> None:
    page = guarded.written(PLAN, PLAN.example(), "stamp")

    assert page.status == 403
    assert page.data(PLAN) == canonical(taken("plan", "example").data)


def test_who_has_signed_in_stamps(guarded: Visitor) -> None:
    pairs = written(guarded, PLAN.example()).sent()

    answer = guarded.post("/plan", [*pairs, ("do", "create")], SIGNED_IN)
    page = Page(guarded.press(Page(answer), "stamp", headers=SIGNED_IN))

    assert heading(page) == "Version 1 är stämplad"


# -- who comes second


@pytest.fixture
def second(visitor: Visitor, request: pytest.FixtureRequest) -> Page:
    """Give the page that offers documents to who goes on from a superseded version."""
    office = office_of(visitor.client.application)
    one, two, three = plans(*(f"{request.node.name} {each}" for each in range(3)))
    stamp, _newer = versions_of(office, PLAN, one, two)
    data = json.dumps(stamped(three, stamp))
    return Page(visitor.post("/plan", [("data", data), ("do", "create")]))


def test_who_comes_second_is_told_before_stamping(second: Page) -> None:
    assert "stamp" not in second.buttons()
    assert "continue" in second.buttons()
    assert "Sedan dess har någon annan stämplat version 2" in second.html
    assert heading(second) == "Version 2 hann före. Det du skrev finns kvar."
    assert "Fråga samverkansansvarig efter version 2." in second.html
    assert "Stämpla ändå som nästa version" in second.html
    assert not [do for do in second.buttons() if do.startswith("next ")]
    assert "/jamfor" in [one.get("href") for one in second.all("a")]


def test_who_goes_on_from_a_version_before_the_end_is_told(visitor: Visitor) -> None:
    office = office_of(visitor.client.application)
    [start, late] = plans("Före slutet", "Efter slutet")
    end = changed(PLAN, {**END, "reason": "Slutet"})
    one, _end = versions_of(office, PLAN, start, end)

    form = chosen(visitor, as_file(stamped(late, one)))
    offered = Page(visitor.press(form, "create"))

    assert "Version 2 avslutade samverkan" in form.shown("notice")[0]
    assert "Version 2 avslutade samverkan" in offered.shown("stamping")[0]


def test_who_writes_in_what_is_superseded_is_told_all_the_time(
    visitor: Visitor,
) -> None:
    office = office_of(visitor.client.application)
    datas = plans("Skriver vidare ett", "Skriver vidare två")
    one, _two = versions_of(office, PLAN, *datas)

    form = chosen(visitor, as_file(stamped(datas[0], one)))
    begun = Page(visitor.press(form, "next follow_up"))
    later = Page(visitor.press(begun, "add participants"))

    assert "version 2 finns" in form.shown("overtaken")[0]
    for page in (begun, later):
        assert "men version 2 finns redan" in page_line(page)
        assert page.shown("overtaken") == [page_line(page)]


def test_who_comes_second_is_told_and_keeps_all(visitor: Visitor, second: Page) -> None:
    pairs = [*second.sent(), ("do", "stamp")]

    page = Page(visitor.post("/plan", pairs))

    assert page.status == 409
    assert "Version 2 finns redan" in page.shown("error")[0]
    assert page.title.startswith("Fel: ")
    assert json.loads(page.value("data")) == json.loads(second.value("data"))
    assert {"continue", "edit", "file json"} <= set(page.buttons())
    assert "stamp" not in page.buttons()


def test_who_comes_second_with_the_form_is_told_and_keeps_all(
    visitor: Visitor, second: Page
) -> None:
    form = Page(visitor.press(second, "edit"))

    page = Page(visitor.post("/plan", [*form.sent(), ("do", "stamp")]))

    assert page.status == 409
    assert json.loads(page.value("data")) == json.loads(second.value("data"))


def test_who_goes_on_all_the_same_gets_a_version_that_says_so(
    visitor: Visitor, second: Page
) -> None:
    before = stamp_on(second)

    page = Page(visitor.press(second, "continue"))

    stamp = stamp_on(page)
    assert heading(page) == "Version 3 är stämplad"
    assert stamp["reference"] == before["reference"]
    assert stamp["supersedes"] == 2
    assert stamp["continues"] == {
        key: before[key] for key in ("reference", "version", "issuer")
    }
    assert (
        f"fortsätter från version 1 av {before['reference']}" in page.shown("lead")[0]
    )


def test_a_superseded_document_is_told_and_not_stamped(visitor: Visitor) -> None:
    office = office_of(visitor.client.application)
    datas = plans("Ersatt ett", "Ersatt två")
    one, _two = versions_of(office, PLAN, *datas)

    page = chosen(visitor, as_file(stamped(datas[0], one)))
    again = Page(visitor.press(page, "create"))

    assert "den är ersatt: version 2 finns" in page.shown("notice")[0]
    assert "Det finns en nyare version" in again.html
    assert {"stamp", "continue"}.isdisjoint(again.buttons())


# -- stamps that are not ours, or no longer


@pytest.fixture(scope="module")
def elsewhere(new_app: NewApp) -> Visitor:
    """Give a visitor to a service of another organisation."""
    app = new_app(base_url="https://planer.example.org")
    return Visitor(app.test_client())


def test_a_stamp_from_elsewhere_is_followed_with_a_reference_from_here(
    visitor: Visitor, elsewhere: Visitor
) -> None:
    [data] = plans("Någon annanstans")
    theirs = issued(office_of(elsewhere.client.application), PLAN, data)

    page = chosen(visitor, as_file(stamped(data, theirs)))
    assert "Stämpeln är från planer.example.org" in page.shown("notice")[0]
    offered = Page(visitor.press(page, "create"))
    assert "Stämpla som version 2" in offered.html
    done = Page(visitor.press(offered, "stamp"))

    stamp = stamp_on(done)
    assert stamp["version"] == 2
    assert stamp["reference"] != theirs.reference
    assert stamp["continues"] == {
        "reference": theirs.reference,
        "version": 1,
        "issuer": "planer.example.org",
    }


def test_a_stamp_that_was_tampered_with_is_told_and_not_followed(
    visitor: Visitor,
) -> None:
    [data] = plans("Ändrad stämpel")
    stamp = issued(office_of(visitor.client.application), PLAN, data).as_json()

    page = chosen(visitor, as_file({**data, "stamp": {**stamp, "version": 7}}))
    assert "går inte att lita på" in page.shown("notice")[0]
    offered = Page(visitor.press(page, "create"))
    refused = Page(visitor.post("/plan", [*offered.sent(), ("do", "stamp")]))
    anew = Page(visitor.press(refused, "restart"))

    assert "stamp" not in json.loads(anew.value("data"))
    done = stamp_on(Page(visitor.press(anew, "stamp")))
    assert done["version"] == 1
    assert done["continues"] is None
    assert refused.status == 422
    assert "Stämpeln i den förra versionen är ändrad" in refused.shown("error")[0]
    assert json.loads(refused.value("data")) == json.loads(offered.value("data"))


def test_a_stamp_of_another_kind_is_not_followed(visitor: Visitor) -> None:
    office = office_of(visitor.client.application)
    stamp = issued(office, CONSENT, CONSENT.example()).as_json()
    data = json.dumps({**PLAN.example(), "stamp": stamp})

    page = Page(visitor.post("/plan", [("data", data), ("do", "stamp")]))

    assert page.status == 422
    assert "ett dokument av en annan sort" in page.shown("error")[0]


@pytest.mark.parametrize("stamp", ["{}", "[]", "7", '"x"', "{", '{"version": {}}'])
def test_what_is_no_stamp_breaks_nothing(visitor: Visitor, stamp: str) -> None:
    form = visitor.written(PLAN, PLAN.example())

    pairs = [*form.sent(), ("stamp", stamp), ("do", "create")]
    page = Page(visitor.post("/plan", pairs))

    assert page.status == 200


# -- what is said of a file that is opened


def test_opening_tells_where_a_document_stands(visitor: Visitor) -> None:
    office = office_of(visitor.client.application)
    datas = [*plans("Öppnad ett", "Öppnad två"), changed(PLAN, END)]
    one, two, end = versions_of(office, PLAN, *datas)
    [alone] = plans("Öppnad ensam")
    only = issued(office, PLAN, alone)

    def told(data: Data) -> str:
        return chosen(visitor, as_file(data)).shown("notice")[0]

    current = told(stamped(alone, only))
    assert current.startswith(f"Det här är version 1 av {only.reference}, stämplad ")
    assert "Den är senast registrerad." in current
    assert "version 3 finns" in told(stamped(datas[1], two))
    assert "samverkan avslutad" in told(stamped(datas[2], end))
    goes_on = told(stamped({**alone, "reason": "Ändrad"}, only))
    assert "ändrat sedan dess" in goes_on
    assert "finns redan" not in goes_on
    late = told(stamped({**datas[0], "reason": "Ändrad"}, one))
    assert "Men version 3 finns redan." in late
    assert told(alone).startswith("Dokumentet är öppnat.")


def test_a_stamp_that_the_register_has_lost_is_told_as_unknown(
    new_app: NewApp,
) -> None:
    [data] = plans("Förlorad")
    key = "samma nyckel"
    stamp = issued(office_of(new_app(secret_key=key)), PLAN, data)
    emptied = Visitor(new_app(secret_key=key).test_client())

    page = chosen(emptied, as_file(stamped(data, stamp)))

    assert "Registret känner inte till den" in page.shown("notice")[0]


# -- a register that is out of reach


@pytest.fixture(scope="module")
def unreached(new_app: NewApp) -> Visitor:
    """Give a visitor to a service whose register is out of reach."""
    return Visitor(new_app(database_url=NEVER).test_client())


def test_without_the_register_nothing_is_stamped_and_all_is_kept(
    unreached: Visitor,
) -> None:
    offered = written(unreached, PLAN.example())

    page = Page(unreached.press(offered, "stamp"))

    assert page.status == 503
    assert "Registret över versioner går inte att nå" in page.shown("error")[0]
    assert json.loads(page.value("data")) == taken("plan", "example").data
    assert "stamp" in page.buttons()
    form = Page(unreached.press(page, "edit"))
    assert form.data(PLAN) == canonical(taken("plan", "example").data)


def test_without_the_register_drafts_are_saved_and_opened(unreached: Visitor) -> None:
    page = unreached.open("/plan")

    saved = unreached.press(page, "file json", {"reason": "Utkast"})
    again = chosen(unreached, saved.data)

    assert again.value("reason") == "Utkast"


def test_without_the_register_a_stamped_document_is_opened_and_made(
    new_app: NewApp,
) -> None:
    [data] = plans("Utan register")
    key = "samma nyckel"
    stamp = issued(office_of(new_app(secret_key=key)), PLAN, data)
    unreached = Visitor(new_app(secret_key=key, database_url=NEVER).test_client())

    page = chosen(unreached, as_file(stamped(data, stamp)))
    again = Page(unreached.press(page, "create"))

    assert "eller går inte att nå just nu" in page.shown("notice")[0]
    assert heading(again) == "Version 1 är stämplad"
    assert stamp.reference in name_of(unreached.press(again, "file txt"))


# -- the folder that receives filing copies


@pytest.fixture
def filed(new_app: NewApp, tmp_path: Path) -> Visitor:
    """Give a visitor to a service that files what is stamped in `tmp_path`."""
    return Visitor(new_app(outbox=tmp_path).test_client())


def test_the_filing_copy_of_what_is_stamped_is_filed(
    filed: Visitor, tmp_path: Path
) -> None:
    page = first(filed, CONSENT.example(), CONSENT)
    again = first(filed, CONSENT.example(), CONSENT)
    copy = filed.press(page, "file pdf")

    assert stamp_on(again) == stamp_on(page)
    assert [path.name for path in tmp_path.iterdir()] == [name_of(copy)]
    assert (tmp_path / name_of(copy)).read_bytes() == copy.data
    assert copy.data != made("consent", "example", Format.PDF).content


def test_nothing_is_stamped_whose_copy_cannot_be_filed(
    new_app: NewApp, tmp_path: Path
) -> None:
    outbox = tmp_path / "saknas"
    visitor = Visitor(new_app(outbox=outbox).test_client())
    offered = written(visitor, PLAN.example())
    outbox.rmdir()  # or a disk that has gone

    refused = Page(visitor.press(offered, "stamp"))
    assert refused.status == 503
    assert "Arkivkopian går inte att lägga i mappen" in refused.shown("error")[0]
    assert json.loads(refused.value("data")) == json.loads(offered.value("data"))
    outbox.mkdir()
    page = Page(visitor.press(refused, "stamp"))

    assert heading(page) == "Version 1 är stämplad"
    assert [path.read_bytes() for path in outbox.iterdir()] == [COPY]


def test_a_copy_that_cannot_be_made_takes_no_number(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_kind: Kind, _document: Document, _profile: Profile) -> bytes:
        raise RenderError("Ett typsnitt saknas.")

    offered = written(visitor, plans("Går inte att göra")[0])
    before = office_of(visitor.client.application).issuer.register.all()
    monkeypatch.setitem(RENDERERS, Format.PDF, broken)

    page = Page(visitor.press(offered, "stamp"))

    assert page.status == 500
    assert page.shown("error") == ["Ett typsnitt saknas."]
    assert json.loads(page.value("data")) == json.loads(offered.value("data"))
    assert office_of(visitor.client.application).issuer.register.all() == before


def test_what_an_invitation_says_of_stamps_is_no_draft(visitor: Visitor) -> None:
    asked = changed(INVITATION, {"purpose": "Utan stämpel."})

    page = written(visitor, asked, INVITATION)

    assert "Det går bra att använda utan stämpel också." in page.html
    assert "UTKAST" not in page.html
