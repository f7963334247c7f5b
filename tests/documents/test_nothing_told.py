"""Nothing that leaves tells where a protected person is, in any kind and format."""

from typing import Any

import pytest
from changes import CONSENT, INVITATION, PLAN, Changes, changed
from leaks import held
from sample_data import taken

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.concealing import key
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.mailing.batch import Choices
from formsvc.mailing.copies import copies
from formsvc.mailing.letters import letters
from formsvc.profiles import NEUTRAL

STREET, PHONE, MAIL = "Gömstigen 47", "070-174 06 99", "gomd.person@example.org"
SETTING = "Förskolan Hemlighuset"
SECRETS = {
    "consent": (PHONE, "+46701740699", MAIL, SETTING),
    "invitation": (STREET, SETTING),
    "plan": (STREET, PHONE, "+46701740699", MAIL, SETTING),
}
"""What is withheld by the fields of each kind: a consent has no address."""

MARK = {"protected_identity": "secrecy_mark"}
TOLD = (
    f"Bor på {STREET.upper()}, nås på 070 1740699, +46 70 174 06 99 och {MAIL}. "
    f"Går på förskolan\nhemlighuset."
)
PERSON = {"name": "Gömd Person", "phone": PHONE, "email": MAIL, **MARK}
ROW = {"address": STREET, "postal_code": "352 99", "town": "Växjö"}
CHILD = {"child-protected_identity": "secrecy_mark", "child-setting": SETTING}

CASES: dict[str, tuple[Kind, Changes]] = {
    "consent": (
        CONSENT,
        {
            **CHILD,
            "guardians-1": {**PERSON, "given": "oral", "given_on": "2026-11-20"},
            "purpose": TOLD,
            "oral_note": f"Ringde {PHONE} hem till {STREET}.",
            "withdrawal-extent": MAIL,
        },
    ),
    "invitation": (
        INVITATION,
        {
            **CHILD,
            "recipients-1": {
                "kind": "guardian",
                "attention": "Gömd Person",
                "channel": "by_hand",
                **ROW,
                **MARK,
            },
            "purpose": TOLD,
            "questions-0": f"Varför {STREET}?",
            "meeting-place": f"hemma, {STREET}",
            "support_needs": f"Hämtas på {STREET}",
        },
    ),
    "plan": (
        PLAN,
        {
            **CHILD,
            "guardians-1": PERSON,
            "distribution-1": {
                "recipient": "Gömd Person",
                "kind": "guardian",
                "channel": "by_hand",
                **ROW,
            },
            "reason": TOLD,
            "areas-safety-measures-0-what": f"Möter upp vid {STREET}.",
            "follow_up-agenda": f"Ring {PHONE}, skriv till {MAIL}.",
            "review": [{"area": "home", "what": TOLD, "comment": SETTING}],
        },
    ),
}
FAST = {("plan", Format.TXT), ("invitation", Format.ICS), ("consent", Format.TXT)}

MADE = [
    pytest.param(name, fmt, marks=[] if (name, fmt) in FAST else [pytest.mark.slow])
    for name, (kind, _changes) in CASES.items()
    for fmt in kind.formats
]


def leaked(content: bytes, name: str) -> list[str]:
    """Return what of the secrets a file holds."""
    written = held(content)
    return [one for one in SECRETS[name] if key(one) in written]


@pytest.mark.parametrize(("name", "fmt"), MADE)
def test_no_document_holds_what_is_withheld(name: str, fmt: Format) -> None:
    kind, changes = CASES[name]
    content = pipeline.render(pipeline.take_in(kind, changed(kind, changes)), fmt)
    assert leaked(content.content, name) == []


@pytest.mark.parametrize(
    ("name", "fmt"),
    [
        pytest.param("plan", Format.TXT),
        pytest.param("plan", Format.PDF_FORM, marks=pytest.mark.slow),
        pytest.param("plan", Format.ZIP, marks=pytest.mark.slow),
        pytest.param("plan", Format.DOCX, marks=pytest.mark.slow),
    ],
)
def test_the_same_is_found_where_nobody_is_protected(name: str, fmt: Format) -> None:
    kind, changes = CASES[name]
    free = {"child-protected_identity": "none", "guardians-1-protected_identity": ""}
    data = changed(kind, {**changes, **free})
    content = pipeline.render(pipeline.take_in(kind, data), fmt).content
    assert set(leaked(content, name)) >= {STREET, PHONE, MAIL, SETTING}


HIDDEN = ("Exempelgläntan", "Gläntstigen", "Barn och familj", "Box 1222")


@pytest.mark.parametrize("covers", [True, False])
@pytest.mark.slow
def test_no_copy_for_a_guarded_one_holds_a_unit_or_place(covers: bool) -> None:  # noqa: FBT001
    data = changed(PLAN, {"child-protected_identity": "secrecy_mark"})
    data["child"]["setting"] = ""
    rows = data["distribution"]
    data["distribution"] = [rows[0], {**rows[1], "kind": "association"}]
    made = copies(pipeline.take_in(PLAN, data), NEUTRAL, None, Choices(covers=covers))
    assert made.file
    # The last page is for the one who leads, and nobody on it is a service here.
    assert [one for one in HIDDEN if key(one) in held(made.file.content)] == []
    assert all(one.hidden for one in made.pieces[:-1])


@pytest.mark.parametrize("channel", ["by_hand", "link"])
def test_no_letter_or_text_for_a_guarded_one_holds_a_unit_or_place(
    channel: str,
) -> None:
    data = changed(INVITATION, {"child-protected_identity": "secrecy_mark"})
    data["child"]["setting"] = ""
    data["purpose"] = "Om exempelgläntans lämningar på Gläntstigen 3."
    for row in data["recipients"]:
        row["channel"] = channel if row["kind"] == "guardian" else "post"
    data["recipients"] = [
        {**row, "channel": channel} for row in data["recipients"][:2]
    ] + [{**row, "kind": row["kind"]} for row in data["recipients"][3:]]
    made = letters(pipeline.take_in(INVITATION, data), NEUTRAL)
    assert made.file
    everyone: list[Any] = [*made.pieces, *made.texts]
    guarded = [one for one in everyone if one.guarded]
    assert [one.number for one in guarded] == [1, 2]
    if channel == "link":
        told = key("\n".join(one.text for one in made.texts))
    else:
        told = held(_pages(made.file.content, sum(one.sheets for one in guarded)))
    assert [one for one in HIDDEN if key(one) in told] == []


def _pages(content: bytes, sheets: int) -> bytes:
    """Return the text of the first sheets of a print file."""
    import pymupdf

    with pymupdf.open(stream=content) as document:  # type: ignore[no-untyped-call]
        pages = [document[at].get_text() for at in range(2 * sheets)]
    return "\n".join(pages).encode()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_document_without_protected_people_is_as_it_was_given(kind: Kind) -> None:
    given: Any = taken(kind.name, "longest")
    assert given.tellable == given.data
