"""The secret key: set, or made once, and never used for two things."""

import os
import stat
from pathlib import Path

import pytest

from formsvc.config import Settings
from formsvc.errors import UsageError
from formsvc.keys import FILE, Keys, load_keys


def test_a_key_is_made_once_and_is_then_the_same(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "ny" / "mapp", "")

    first = load_keys(settings)

    assert load_keys(settings) == first
    assert len(first.current) == 64
    assert first.fallbacks == ()
    assert [path.name for path in settings.instance.iterdir()] == [FILE]


def test_two_installations_have_two_keys(tmp_path: Path) -> None:
    one, two = (Settings(tmp_path / name, "") for name in ("ett", "två"))

    assert load_keys(one) != load_keys(two)


def test_only_its_owner_reads_a_key(tmp_path: Path) -> None:
    load_keys(Settings(tmp_path, ""))

    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_a_key_that_another_process_made_first_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def too_late(made: Path, path: Path) -> None:
        path.write_text("den andras\n", encoding="ascii")
        link(made, path)

    monkeypatch.setattr(os, "link", too_late)

    assert load_keys(Settings(tmp_path, "")).current == b"den andras"
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_the_environment_goes_before_the_folder(tmp_path: Path) -> None:
    settings = Settings(
        tmp_path, "", secret_key="hemlig", secret_key_fallbacks=("äldre", "äldst")
    )

    keys = load_keys(settings)

    assert keys == Keys(b"hemlig", ("äldre".encode(), "äldst".encode()))
    assert list(tmp_path.iterdir()) == []


def test_older_keys_count_beside_the_one_that_was_made(tmp_path: Path) -> None:
    keys = load_keys(Settings(tmp_path, "", secret_key_fallbacks=("äldre",)))

    assert keys.fallbacks == ("äldre".encode(),)


def test_the_keys_are_read_from_the_environment() -> None:
    environ = {
        "FORMSVC_SECRET_KEY": "ny",
        "FORMSVC_SECRET_KEY_FALLBACKS": " gammal  äldst ",
    }

    settings = Settings.read(environ)

    assert settings.secret_key == "ny"
    assert settings.secret_key_fallbacks == ("gammal", "äldst")
    assert "ny" not in repr(settings).replace("instance", "")
    assert "gammal" not in repr(settings)


def test_an_empty_key_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(" \n", encoding="ascii")

    with pytest.raises(UsageError, match="är tom"):
        load_keys(Settings(tmp_path, ""))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"")

    with pytest.raises(UsageError, match="FORMSVC_SECRET_KEY"):
        load_keys(Settings(tmp_path / "fil" / "mapp", ""))


def test_a_key_is_derived_for_each_purpose_from_each_key() -> None:
    keys = Keys(b"ny", (b"gammal",))

    pages, stamps = keys.for_purpose("pages"), keys.for_purpose("stamps")

    assert pages != stamps
    assert pages == keys.for_purpose("pages")
    assert Keys(b"gammal").for_purpose("pages").current == pages.fallbacks[0]
    assert len({b"ny", pages.current, stamps.current, *pages.fallbacks}) == 4
