"""Which version a document becomes, and what stops it (contract, section 4)."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from versions.here import KEYS, NOON, PLAN, issued, issuer, plan, seal

from formsvc import clock, pipeline
from formsvc.clock import SWEDEN
from formsvc.errors import RefusedError, RenderError, TakenError
from formsvc.forms import KINDS
from formsvc.issuing import Issuer, Request
from formsvc.keys import Keys
from formsvc.sealing import digest_of
from formsvc.stamp import HIGHEST, Continued, Stamp, Standing, read_stamp

STAMP_OF_OTHERS = {
    "kind": "plan",
    "reference": "BP-7F3K92QD4M",
    "version": 3,
    "stamped_at": "2026-12-15T14:02:11+01:00",
    "supersedes": 2,
    "supersedes_on": "2026-09-01",
    "continues": None,
    "digest": "sha256:00",
    "issuer": "annan.example.se",
    "key_id": "0123456789abcdef",
    "signature": "00",
}
"""A stamp that nobody here can check."""

OTHERS = Keys(b"en annan kommuns nyckel")


@pytest.fixture
def here(tmp_path: Path) -> Issuer:
    """Give an installation with an empty register."""
    return issuer(tmp_path)


def at(time: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock stand at `time`."""
    monkeypatch.setattr(clock, "now", lambda: time)


def test_the_first_version_is_one_and_supersedes_nothing(
    here: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(NOON, monkeypatch)

    stamp = issued(here, plan())

    assert (stamp.kind, stamp.version) == ("plan", 1)
    assert stamp.reference.startswith("BP-")
    assert stamp.stamped_at == NOON
    assert (stamp.supersedes, stamp.supersedes_on, stamp.continues) == (None,) * 3
    assert stamp.issuer == "plan.example.se"
    assert stamp.digest == digest_of(plan())


def test_the_next_version_supersedes_the_one_before(
    here: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(NOON, monkeypatch)
    one = issued(here, plan())
    at(NOON + timedelta(days=90), monkeypatch)

    two = issued(here, plan("Ny anledning."), one)

    assert (two.reference, two.version) == (one.reference, 2)
    assert (two.supersedes, two.supersedes_on) == (1, date(2026, 12, 15))
    assert two.continues is None


def test_unchanged_data_is_a_new_version_of_what_it_follows(here: Issuer) -> None:
    one = issued(here, plan())

    assert issued(here, plan(), one).version == 2


def test_the_same_request_is_answered_alike_whenever_it_comes(
    here: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(NOON, monkeypatch)
    one = issued(here, plan())
    two = issued(here, plan("Två."), one)
    three = issued(here, plan("Tre."), two)
    on = issued(here, plan("Fyra."), one, go_on=True)
    at(NOON + timedelta(days=1), monkeypatch)

    assert issued(here, plan()) == one
    assert issued(here, plan("Två."), one) == two
    assert issued(here, plan("Tre."), two) == three
    assert issued(here, plan("Fyra."), one, go_on=True) == on
    assert len(here.register.versions(one.reference)) == 4


def test_the_same_request_is_answered_alike_after_the_key_is_changed(
    tmp_path: Path,
) -> None:
    one = issued(issuer(tmp_path), plan())
    again = issuer(tmp_path, keys=Keys(b"ny nyckel", (KEYS.current,)))

    stamp = issued(again, plan())

    assert (stamp.reference, stamp.version) == (one.reference, 1)
    assert stamp.stamped_at == one.stamped_at
    assert stamp.key_id != one.key_id
    assert again.seal.check_alone(one.as_json()).standing is Standing.WHOLE


def test_going_on_from_an_older_version_is_refused_with_the_newer_one_s_number(
    here: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(NOON, monkeypatch)
    one = issued(here, plan())
    issued(here, plan("Två."), one)

    with pytest.raises(TakenError, match="Version 2 finns redan") as error:
        issued(here, plan("En annan tvåa."), one)

    assert error.value.version == 2
    assert error.value.stamped_at == "2026-12-15T12:00:00+01:00"
    assert "15 december 2026 kl. 12.00" in str(error.value)
    assert [each.version for each in here.register.versions(one.reference)] == [1, 2]


def test_going_on_all_the_same_says_from_what(here: Issuer) -> None:
    one = issued(here, plan())
    issued(here, plan("Två."), one)

    three = issued(here, plan("En annan tvåa."), one, go_on=True)

    assert (three.version, three.supersedes) == (3, 2)
    assert three.continues == Continued(one.reference, 1, "plan.example.se")


def test_a_stamp_from_elsewhere_is_continued_and_not_trusted(
    tmp_path: Path, here: Issuer
) -> None:
    elsewhere = issuer(tmp_path / "annan", keys=OTHERS)
    their = issued(elsewhere, plan("Två."), issued(elsewhere, plan()))

    ours = issued(here, plan("Tre."), their)

    assert here.seal.check_alone(their.as_json()).standing is Standing.FOREIGN
    assert ours.version == 3
    assert ours.reference != their.reference
    assert ours.continues == Continued(their.reference, 2, their.issuer)
    assert ours.supersedes == 2
    assert here.register.versions(their.reference) == []
    assert issued(here, plan("Tre."), their) == ours
    assert issued(here, plan("Fyra."), ours).version == 4


def test_a_stamp_that_is_higher_than_the_register_raises_it(
    tmp_path: Path, here: Issuer
) -> None:
    one = issued(here, plan())
    two = issued(here, plan("Två."), one)
    three = issued(here, plan("Tre."), two)
    restored = issuer(tmp_path / "återställd")
    restored.register.add_missing(here.register.all()[:1])

    four = issued(restored, plan("Fyra."), three)

    assert (four.reference, four.version, four.supersedes) == (one.reference, 4, 3)
    assert four.continues is None
    known = restored.register.versions(one.reference)
    assert [each.version for each in known] == [1, 3, 4]
    with pytest.raises(TakenError):
        issued(restored, plan("En annan."), two)


def test_after_a_lost_register_the_next_version_is_one_higher(
    tmp_path: Path, here: Issuer
) -> None:
    two = issued(here, plan("Två."), issued(here, plan()))

    three = issued(issuer(tmp_path / "tom"), plan("Tre."), two)

    assert (three.reference, three.version) == (two.reference, 3)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 7},
        {"reference": "BP-0000000000"},
        {"stamped_at": "2026-12-16T12:00:00+01:00"},
        {"digest": "sha256:" + "0" * 64},
        {"signature": "0" * 64},
        {"issuer": "annan.example.se"},
        {"continues": {"reference": "BP-0000000000", "version": 1, "issuer": "x"}},
        {"mer": "än vi gav"},
        {"supersedes": True},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_stamp_that_was_changed_is_refused(
    here: Issuer, change: dict[str, Any]
) -> None:
    broken = {**issued(here, plan()).as_json(), **change}

    assert here.seal.check_alone(broken).standing is Standing.BROKEN
    with pytest.raises(RefusedError, match="ändrad"):
        here.issue(Request(PLAN, plan("Två."), broken), lambda _stamp: None)


def test_a_stamp_of_another_kind_is_refused(here: Issuer) -> None:
    stamp = issued(here, plan()).as_json()
    consent = KINDS["consent"]
    data = pipeline.take_in(consent, consent.example()).data

    with pytest.raises(RefusedError, match="annan sort"):
        here.issue(Request(consent, data, stamp), lambda _stamp: None)


def test_a_clock_that_is_behind_stops_stamping(
    here: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(NOON, monkeypatch)
    one = issued(here, plan())
    at(NOON - timedelta(minutes=1), monkeypatch)

    with pytest.raises(RefusedError, match="Klockan"):
        issued(here, plan("Två."), one)
    with pytest.raises(RefusedError, match="Klockan"):
        issued(here, plan("Ett helt annat barn."))


def test_a_clock_some_seconds_behind_goes_on_from_the_latest_time(
    here: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(NOON, monkeypatch)
    one = issued(here, plan())
    at(NOON - timedelta(seconds=3), monkeypatch)

    assert issued(here, plan("Två."), one).stamped_at == NOON


def test_a_copy_that_cannot_be_made_takes_no_number(here: Issuer) -> None:
    def broken(_stamp: Stamp) -> None:
        raise RenderError("trasig")

    one = issued(here, plan())
    with pytest.raises(RenderError):
        here.issue(Request(PLAN, plan("Två."), one.as_json()), broken)

    assert here.register.latest_time() == one.stamped_at
    assert [each.version for each in here.register.all()] == [1]


def test_whoever_is_overtaken_while_the_copy_is_made_is_told(here: Issuer) -> None:
    one = issued(here, plan())

    def slow(_stamp: Stamp) -> None:
        issued(here, plan("Någon hann före."), one)

    with pytest.raises(TakenError, match="Version 2 finns redan"):
        here.issue(Request(PLAN, plan("Två."), one.as_json()), slow)


def test_the_same_request_twice_at_once_gives_one_version(here: Issuer) -> None:
    inner: list[Stamp] = []

    def slow(_stamp: Stamp) -> None:
        inner.append(issued(here, plan()))

    stamp = here.issue(Request(PLAN, plan()), slow)

    assert [stamp] == inner
    assert len(here.register.all()) == 1


def test_a_closing_is_known_to_the_register(here: Issuer) -> None:
    one = issued(here, plan())
    closing = plan(
        "Klart.", **{"closing-date": "2027-06-01", "closing-reason": "Klart"}
    )

    issued(here, closing, one)

    assert [entry.closed for entry in here.register.all()] == [False, True]


def test_a_version_of_the_same_number_as_another_is_not_gone_on_from_in_silence(
    tmp_path: Path, here: Issuer
) -> None:
    one = issued(here, plan())
    lost = issued(here, plan("Förlorad tvåa."), one)
    restored = issuer(tmp_path / "återställd")
    restored.register.add_missing(here.register.all()[:1])
    two = issued(restored, plan("Ny tvåa."), one)

    with pytest.raises(TakenError, match="Version 2 finns redan"):
        issued(restored, plan("Tre."), lost)

    three = issued(restored, plan("Tre."), lost, go_on=True)
    assert (three.version, three.supersedes) == (3, 2)
    assert three.continues == Continued(one.reference, 2, "plan.example.se")
    assert issued(restored, plan("Tre."), lost, go_on=True) == three
    assert issued(restored, plan("Fyra."), three).continues is None
    assert two.version == lost.version


def test_the_hour_that_comes_twice_in_october_stops_nobody(
    here: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    summer = datetime(2026, 10, 25, 2, 59, 30, tzinfo=SWEDEN)
    winter = datetime(2026, 10, 25, 2, 1, tzinfo=SWEDEN, fold=1)
    at(summer, monkeypatch)
    one = issued(here, plan())
    at(winter, monkeypatch)

    two = issued(here, plan("Två."), one)

    assert two.as_json()["stamped_at"] == "2026-10-25T02:01:00+01:00"
    at(summer, monkeypatch)
    with pytest.raises(RefusedError, match="Klockan"):
        issued(here, plan("Tre."), two)


def test_numbers_end_before_they_cannot_be_believed(here: Issuer) -> None:
    high = {**STAMP_OF_OTHERS, "version": HIGHEST - 1}
    last = here.issue(Request(PLAN, plan(), high), lambda _stamp: None)

    assert last.version == HIGHEST
    for previous in (last, read_stamp({**STAMP_OF_OTHERS, "version": HIGHEST})):
        with pytest.raises(RefusedError, match="för högt"):
            issued(here, plan("Två."), previous)


@pytest.mark.parametrize("key", ["signature", "digest", "issuer", "kind"])
def test_letters_that_no_stamp_has_are_refused_as_broken(
    here: Issuer, key: str
) -> None:
    broken = {**issued(here, plan()).as_json(), key: "å"}

    assert here.seal.check_alone(broken).standing is Standing.BROKEN
    assert here.seal.check({**plan(), "stamp": broken}).standing is Standing.BROKEN


def test_a_request_that_was_answered_is_known(here: Issuer) -> None:
    one = issued(here, plan())
    asked = Request(PLAN, plan("Två."), one.as_json())

    assert here.answered(asked) is None
    two = issued(here, plan("Två."), one)
    assert here.answered(asked) == two


def test_what_is_stamped_is_read_as_it_was_written(here: Issuer) -> None:
    one = issued(here, plan())
    for stamp in (one, issued(here, plan("Två."), one)):
        assert read_stamp(stamp.as_json()) == stamp


def test_a_document_is_whole_until_anything_in_it_is_changed(here: Issuer) -> None:
    data = plan()
    stamp = issued(here, data).as_json()

    def standing(given: dict[str, Any]) -> Standing:
        return seal().check({**given, "stamp": stamp}).standing

    assert standing(data) is Standing.WHOLE
    assert standing({**data, "nytt_fält": "", "lista": []}) is Standing.WHOLE
    assert standing(plan("Annat.")) is Standing.CHANGED
    assert standing({**data, "nytt_fält": "x"}) is Standing.CHANGED
    assert seal(OTHERS).check({**data, "stamp": stamp}).standing is Standing.FOREIGN
    assert seal().check(data).standing is Standing.NONE
