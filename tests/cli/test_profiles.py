"""An organisation's profile is on its documents; a wrong one is told."""

from pathlib import Path

import pytest
from command import Run, is_plain
from reopen import pdf_text, squeezed

from formsvc.forms import KINDS

EXAMPLE = str(KINDS["consent"].folder / "example.json")
RENDER = ("render", "consent", EXAMPLE, "--format")
GOOD = """
organisation = "Växjö kommun"
address = "Provgatan 1, 352 31 Växjö"
phone = "0470-410 00"
email = "barn@example.se"
logo = "logga.svg"
logo_text = "Växjö kommuns vapen"
privacy = '''
Kommunstyrelsen ansvarar för personuppgifterna.

Dataskyddsombudet nås på dso@example.se.'''
"""
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90">
<rect width="90" height="30" fill="#00f"/></svg>"""


def profile(instance: Path, text: str, logo: bytes = LOGO.encode()) -> dict[str, str]:
    """Write a profile, and return the environment in which it is found."""
    folder = instance / "profiles"
    folder.mkdir(parents=True)
    (folder / "kommun.toml").write_text(text, encoding="utf-8")
    (folder / "logga.svg").write_bytes(logo)
    return {"FORMSVC_INSTANCE": str(instance)}


def test_a_profile_is_on_the_document(formsvc: Run, tmp_path: Path) -> None:
    environment = profile(tmp_path / "instans", GOOD)

    ended = formsvc(
        *RENDER, "pdf", "-o", "-", "--profile", "kommun", environment=environment
    )

    assert (ended.status, ended.err) == (0, "")
    text = pdf_text(ended.out)
    for told in ("Växjö kommun", "dso@example.se", "Kommunstyrelsen ansvarar"):
        assert squeezed(told) in text


def test_the_profile_of_the_settings_is_used_when_none_is_named(
    formsvc: Run, tmp_path: Path
) -> None:
    profile(tmp_path / "instance", "fax = 1")

    ended = formsvc(*RENDER, "txt", environment={"FORMSVC_PROFILE": "kommun"})

    assert ended.status == 3
    assert "kommun.toml" in ended.err


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('organisation = "Växjö', "TOML"),
        ('fax = "0470-1"', "fax"),
        ('name = "annan"', "name"),
        ("phone = 470", "phone"),
        ('logo = "saknas.png"', "logotypen"),
        ('logo = "../../hemlig.png"', "logotypen"),
        ('logo = "kommun.toml"', "logotypen"),
        ("[window]\nleft = 1" + "0" * 400, "window"),
        ("[window]\nleft = 1" + "0" * 5_000, "TOML"),
        ("[window]\ntop = nan", "window"),
        ("x = " + "[" * 20_000, "TOML"),
        ('logo = ""\n[privacy]\ntext = ""', "privacy"),
    ],
)
def test_a_profile_that_cannot_be_used_is_told(
    formsvc: Run, tmp_path: Path, text: str, named: str
) -> None:
    environment = profile(tmp_path / "instans", text)

    ended = formsvc(*RENDER, "txt", "--profile", "kommun", environment=environment)

    assert (ended.status, ended.out) == (3, b"")
    assert "kommun.toml" in ended.err
    assert named in ended.err
    assert is_plain(ended.err), ended.err


def test_a_logo_that_is_too_large_is_told(formsvc: Run, tmp_path: Path) -> None:
    large = LOGO.encode() + b" " * 500_000
    environment = profile(tmp_path / "instans", GOOD, large)

    ended = formsvc(*RENDER, "txt", "--profile", "kommun", environment=environment)

    assert ended.status == 3
    assert "500 kB" in ended.err
    assert is_plain(ended.err), ended.err


def test_the_profiles_that_there_are_are_named(formsvc: Run, tmp_path: Path) -> None:
    environment = profile(tmp_path / "instans", GOOD)

    ended = formsvc(*RENDER, "txt", "--profile", "region", environment=environment)

    assert ended.status == 2
    assert "kommun" in ended.err
    assert is_plain(ended.err), ended.err
