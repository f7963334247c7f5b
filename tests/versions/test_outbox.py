"""A document is stamped whole: number, filing copy and outbox together, or nothing."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from changes import changed
from reopen import attached
from versions.here import PLAN, seal

from formsvc import pipeline, versions
from formsvc.config import Settings
from formsvc.document import File, Format
from formsvc.errors import (
    RefusedError,
    RegisterError,
    RenderError,
    UnfinishedError,
    UsageError,
)
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS
from formsvc.pipeline import TakenIn
from formsvc.verifying import Status
from formsvc.versions import Office


def office(folder: Path, outbox: Path | None = None, url: str = "") -> Office:
    """Return an installation in `folder`."""
    return versions.open_office(
        Settings(
            folder,
            "",
            database_url=url,
            base_url="https://plan.example.se",
            outbox=outbox,
            secret_key="nyckel",
        )
    )


def taken(reason: str = "Stöd med språket.") -> TakenIn:
    """Return a plan; `reason` tells one from another."""
    return pipeline.take_in(PLAN, changed(PLAN, {"reason": reason}))


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    """Give the folder that filing copies are placed in."""
    folder = tmp_path / "ut"
    folder.mkdir()
    return folder


def test_each_stamped_copy_is_placed_in_the_outbox(
    tmp_path: Path, outbox: Path
) -> None:
    here = office(tmp_path, outbox)

    one = versions.stamp(taken(), here)
    two = versions.stamp(
        pipeline.take_in(PLAN, {**taken("Två.").data, "stamp": one.stamp}), here
    )

    assert one.stamp is not None
    day, reference = one.stamp["stamped_at"][:10], one.stamp["reference"]
    names = [f"{day}_barnets-plan_{reference}_v0{version}.pdf" for version in (1, 2)]
    assert sorted(path.name for path in outbox.iterdir()) == names
    assert attached((outbox / names[1]).read_bytes())["stamp"] == two.stamp


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_kind_can_be_stamped(kind: Kind, tmp_path: Path, outbox: Path) -> None:
    here = office(tmp_path, outbox)

    made = versions.stamp(pipeline.take_in(kind, kind.example()), here)

    (copy,) = outbox.iterdir()
    assert kind.slug in copy.name
    assert made.stamp is not None
    assert made.stamp["reference"].startswith(f"{kind.prefix}-")
    assert versions.verify(made, here).status is Status.CURRENT


def test_an_outbox_that_cannot_be_written_takes_no_number(tmp_path: Path) -> None:
    folder = tmp_path / "ut"
    here = office(tmp_path, folder)
    folder.rmdir()  # or a disk that has gone

    with pytest.raises(RefusedError, match="stämplade kopior"):
        versions.stamp(taken(), here)

    assert here.issuer.register.all() == []


def test_the_outbox_is_made_when_it_is_not_there_and_told_when_it_cannot_be(
    tmp_path: Path,
) -> None:
    office(tmp_path, tmp_path / "finns" / "inte")
    assert (tmp_path / "finns" / "inte").is_dir()

    (tmp_path / "fil").write_bytes(b"")
    with pytest.raises(UsageError, match="FORMSVC_OUTBOX"):
        office(tmp_path, tmp_path / "fil" / "ut")


def test_only_owner_and_group_read_the_outbox_and_nothing_is_left_in_it(
    tmp_path: Path, outbox: Path
) -> None:
    left, new = outbox / ".formsvc-gammal", outbox / ".formsvc-ny"
    for path in (left, new):
        path.write_bytes(b"en hel plan")
    os.utime(left, (0, 0))
    new.touch()

    versions.stamp(taken(), office(tmp_path, outbox))

    (copy,) = outbox.glob("*.pdf")
    assert copy.stat().st_mode & 0o007 == 0
    assert (left.exists(), new.exists()) == (False, True)


def test_a_version_that_lost_its_place_is_told_as_superseded(tmp_path: Path) -> None:
    here = office(tmp_path)
    one = versions.stamp(taken(), here)
    lost = versions.stamp(one, here)
    restored = office(tmp_path / "återställd")
    restored.issuer.register.add_missing(here.issuer.register.all()[:1])
    again = pipeline.take_in(PLAN, {**taken("Ny.").data, "stamp": one.stamp})
    two = versions.stamp(again, restored)

    assert versions.verify(two, restored).status is Status.CURRENT
    assert versions.verify(lost, restored).status is Status.SUPERSEDED


def test_a_copy_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, outbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = office(tmp_path, outbox)

    def broken(*_given: object) -> File:
        raise RenderError("trasig")

    monkeypatch.setattr(pipeline, "render", broken)
    with pytest.raises(RenderError):
        versions.stamp(taken(), here)

    assert here.issuer.register.all() == []
    assert list(outbox.iterdir()) == []


def test_an_answer_that_was_lost_comes_again_with_its_copy(
    tmp_path: Path, outbox: Path
) -> None:
    one = versions.stamp(taken(), office(tmp_path))

    again = versions.stamp(taken(), office(tmp_path, outbox))

    assert again.stamp == one.stamp
    (copy,) = outbox.iterdir()
    assert attached(copy.read_bytes())["stamp"] == one.stamp


def test_a_copy_with_a_number_that_was_not_given_is_never_seen(
    tmp_path: Path, outbox: Path
) -> None:
    here = office(tmp_path, outbox)
    inner: list[TakenIn] = []
    whole = here.outbox.filing

    @contextmanager
    def overtaken(make: object) -> Iterator[object]:
        with whole(make) as filing:  # type: ignore[arg-type]
            prepare = filing.prepare

            def slow(stamp: object) -> None:
                prepare(stamp)  # type: ignore[arg-type]
                inner.append(versions.stamp(taken(), office(tmp_path)))

            filing.prepare = slow  # type: ignore[method-assign]
            yield filing

    here.outbox.filing = overtaken  # type: ignore[method-assign,assignment]
    made = versions.stamp(taken(), here)

    assert made.stamp == inner[0].stamp
    (copy,) = outbox.iterdir()
    assert made.stamp is not None
    assert made.stamp["reference"] in copy.name


def test_a_document_with_errors_is_not_stamped(tmp_path: Path) -> None:
    here = office(tmp_path)
    empty = pipeline.take_in(PLAN, {})

    with pytest.raises(UnfinishedError):
        versions.stamp(empty, here)

    assert here.issuer.register.all() == []


def test_without_a_register_drafts_are_made_and_nothing_is_stamped(
    tmp_path: Path,
) -> None:
    here = office(tmp_path, url="postgresql+psycopg://ingen@127.0.0.1:1/x")

    assert pipeline.render(taken(), Format.TXT, here.profile, here.seal).content
    with pytest.raises(RegisterError, match="inget kan stämplas"):
        versions.stamp(taken(), here)
    assert versions.verify_anyway(taken(), here).status is Status.NONE


def test_a_document_is_told_where_it_stands(tmp_path: Path) -> None:
    here = office(tmp_path)
    one = versions.stamp(taken(), here)
    two = versions.stamp(one, here)
    closing = {
        "closing-date": "2027-06-01",
        "closing-reason": "Klart",
        "follow_up": {},
    }
    last = pipeline.take_in(PLAN, {**changed(PLAN, closing), "stamp": two.stamp})

    def told(each: TakenIn) -> tuple[object, ...]:
        return tuple(versions.verify(each, here)[:1]) + versions.verify(each, here)[2:]

    assert told(one) == ("superseded", 1, 2)
    assert told(two) == ("current", 2, 2)
    assert told(last) == ("changed", 2, 2)
    three = versions.stamp(last, here)
    assert told(three) == ("closed", 3, 3)
    assert told(two) == ("superseded", 2, 3)
    assert versions.verify(taken(), here).status is Status.NONE
    assert versions.verify(two, office(tmp_path / "tom")).status is Status.UNKNOWN
    broken = pipeline.take_in(PLAN, {**one.data, "stamp": {**one.stamp, "version": 5}})  # type: ignore[dict-item]
    assert versions.verify(broken, here).status is Status.CHANGED
    other = Office(here.issuer.__class__(seal(), here.issuer.register), here.outbox)
    assert told(two)[0] == "superseded"
    assert versions.verify(two, other).status is Status.FOREIGN
