"""Each recipient is spoken to in its own words."""

from typing import Any

import pytest

from formsvc.formkit.data import Data
from formsvc.forms import KINDS
from formsvc.mailing.address import address_lines
from formsvc.mailing.cancelled import cancelled
from formsvc.mailing.link_texts import link_text
from formsvc.mailing.to_child import to_child
from formsvc.mailing.to_family import to_family
from formsvc.mailing.to_organisation import BY_AGREEMENT, BY_LAW, to_organisation
from formsvc.mailing.told import Told
from formsvc.references import SIP_LAW

INVITATION = KINDS["invitation"]
VOLUNTARY = ("association", "leisure", "other")
FORMAL = (
    *("samverkan", "samtycke", "vårdnadshav", "insats", "verksamhet", "kallelse"),
    *("inbjudan", "beteckning", "personnummer", "deltag", "uppgifter", "huvudman"),
)


def told(row: int, born: str = "2022-01-01", **other: Any) -> Told:
    data = {**INVITATION.example(), **other}
    data["child"] = {**data["child"], "birth_date": born}
    return Told(INVITATION, data, data["recipients"][row])


def organisation(kind: str) -> Told:
    data = INVITATION.example()
    return Told(INVITATION, data, {**data["recipients"][3], "kind": kind})


@pytest.mark.parametrize("attends", ["yes", "partly", "no", ""])
@pytest.mark.parametrize("born", ["2022-01-01", "2017-01-01", "2011-01-01", ""])
def test_the_childs_letter_has_no_formal_word(born: str, attends: str) -> None:
    letter = to_child(told(2, born, child_attends=attends))
    assert letter.wheel
    text = (link_text(letter) + letter.wheel.words).lower()

    assert letter.title == "Hej Åsa!"
    assert [word for word in FORMAL if word in text] == []


def test_a_pupil_who_is_grown_up_gets_a_grown_ups_letter() -> None:
    assert to_child(told(2, "2008-12-15")).title == "Välkommen till ett möte om dig"
    assert to_child(told(2, "2008-12-16")).title == "Hej Åsa!"


@pytest.mark.parametrize("kind", [*BY_LAW, *BY_AGREEMENT, *VOLUNTARY])
def test_an_invitation_binds_by_law_by_agreement_or_not_at_all(kind: str) -> None:
    text = link_text(to_organisation(organisation(kind)))

    assert (SIP_LAW in text) == (kind in BY_LAW)
    assert ("överenskommelsen i länet" in text) == (kind in BY_AGREEMENT)
    assert ("frivilligt" in text) == (kind in VOLUNTARY)
    assert ("20220101-2396" in text) == (kind not in VOLUNTARY)


def test_a_family_is_not_bound_and_told_no_number_but_its_support() -> None:
    text = link_text(to_family(told(0)))

    assert "Tolk: somaliska" in text
    assert [w for w in ("20220101", "bindande", "ska delta") if w in text] == []


def test_a_text_for_link_has_no_address() -> None:
    text = link_text(to_organisation(told(4)))

    assert [
        w for w in ("Box 1222", "351 12", "Provgatan", "Testvägen") if w in text
    ] == []


def test_a_pregnant_woman_is_the_one_that_the_meeting_is_about() -> None:
    her = {"name": "Lena Provdotter", "identity_number": ""}
    sip: dict[str, Any] = {"meeting_type": "sip", "subject": her}

    assert to_family(told(1, **sip)).title == "Välkommen till ett möte om dig"
    assert to_family(told(0, **sip)).title == "Välkommen till ett möte om Lena"


@pytest.mark.parametrize("row", range(5))
def test_a_meeting_that_is_called_off_is_told_to_all_and_has_no_slip(row: int) -> None:
    letter = cancelled(told(row))

    assert "tisdag 15 december 2026 kl. 13.00–14.00" in link_text(letter)
    assert "blir inte av" in link_text(letter)
    assert letter.slip is None


def test_where_a_place_is_hidden_the_sender_is_asked() -> None:
    data = INVITATION.example()
    data["meeting"]["place"] = ""
    letter = to_family(Told(INVITATION, data, data["recipients"][0], place_hidden=True))

    assert letter.panel is not None
    assert letter.panel.lines[0] == "Fråga Karin Provman (0470-58 00 00) om platsen"


def test_an_address_has_each_name_once_and_a_person_no_workplace() -> None:
    rows: list[Data] = INVITATION.example()["recipients"]
    school = {**rows[3], "organisation": "förskolan exempelgläntan"}
    guardian = {**rows[0], "organisation": "Region Kronoberg"}

    assert address_lines(school)[1:] == ["Rektor", "Gläntstigen 3", "352 32 Växjö"]
    assert address_lines(guardian) == [
        *("Örjan Testberg", "Provgatan 2 lgh 1101", "352 31 Växjö")
    ]


def test_at_a_sip_the_consent_is_the_pregnant_womans() -> None:
    her = {"name": "Lena Provdotter", "identity_number": ""}
    sip: dict[str, Any] = {"meeting_type": "sip", "subject": her}

    partner = link_text(to_family(told(0, **sip)))

    assert "Lena bestämmer" in partner
    assert [w for w in ("ditt samtycke", "Du tas emot") if w in partner] == []
    assert "ditt samtycke" in link_text(to_family(told(1, **sip)))


def test_two_guardians_on_a_row_are_both_greeted() -> None:
    data = INVITATION.example()
    both = {**data["recipients"][0], "attention": "Örjan Testberg och Lena Provdotter"}
    text = link_text(to_family(Told(INVITATION, data, both)))

    assert "Hej Örjan och Lena!" in text
    assert [word for word in text.split() if word.lower() in ("du", "dig")] == []


def test_many_who_are_invited_are_told_in_short() -> None:
    data = INVITATION.example()
    row = data["recipients"][3]
    data["recipients"] = [{**row, "unit": f"Skola {n}"} for n in range(1, 196)]
    text = link_text(to_organisation(Told(INVITATION, data, row)))

    assert "och 181 verksamheter till" in text
