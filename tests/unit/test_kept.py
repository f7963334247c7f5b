"""Compiled forms are kept, found again, and made anew when they are damaged or old."""

from pathlib import Path

import pytest

from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL, Profile
from formsvc.renderers.kept import IN_MEMORY, Kept
from formsvc.writable import shelf
from formsvc.writable.shape import BLANK, Shape
from formsvc.writable.template import Opening, Places, Tail, Template

KIND = KINDS["invitation"]
PLACES = Places(1, 1, 1, *[Opening(1, "<<", ">>")] * 6)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Shape]:
    """Count what is compiled; what is compiled here is no form."""
    from formsvc.renderers import kept

    shapes: list[Shape] = []

    def compile_form(_kind: object, shape: Shape, _profile: object) -> Template:
        shapes.append(shape)
        return Template(shape.as_key().encode(), (), (), Tail(1, 0, "", 1), PLACES)

    monkeypatch.setattr(kept, "_made", compile_form)
    return shapes


def only_form(folder: Path) -> Path:
    """Return the one form in a folder."""
    (path,) = folder.glob(f"{shelf.FOLDER}/*{shelf.ENDING}")
    return path


def test_a_form_is_compiled_once_and_found_by_the_next_process(
    tmp_path: Path, made: list[Shape]
) -> None:
    for _ in range(2):
        kept = Kept()
        kept.keep_in(tmp_path)
        first, second = (kept.get(KIND, BLANK, NEUTRAL) for _ in range(2))
        assert first is second

    assert made == [BLANK]


@pytest.mark.parametrize("damage", [b"", b"x", b"formsvc template 2\n" + b"0" * 99])
def test_a_damaged_form_is_made_anew(
    tmp_path: Path, made: list[Shape], damage: bytes
) -> None:
    Kept(tmp_path / shelf.FOLDER).get(KIND, BLANK, NEUTRAL)
    path = only_form(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage or whole[:-1])

    Kept(tmp_path / shelf.FOLDER).get(KIND, BLANK, NEUTRAL)

    assert len(made) == 2
    assert path.read_bytes() == whole


def test_another_shape_profile_or_source_is_another_form(
    tmp_path: Path, made: list[Shape], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Kept(tmp_path / shelf.FOLDER)
    kept.get(KIND, BLANK, NEUTRAL)
    kept.get(KIND, Shape(), NEUTRAL)
    kept.get(KIND, BLANK, Profile(organisation="Exempelkommunen"))
    monkeypatch.setattr(shelf, "sources", lambda: "changed")
    kept.get(KIND, BLANK, NEUTRAL)

    assert len(made) == 4


def test_few_are_held_and_the_folder_does_not_grow_for_ever(
    tmp_path: Path, made: list[Shape], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "ON_DISK", 5)
    kept = Kept(tmp_path / shelf.FOLDER)
    for rows in range(IN_MEMORY + 6):
        kept.get(KIND, Shape(rows={"recipients": rows}), NEUTRAL)

    assert len(kept._held) == IN_MEMORY
    assert len(list(tmp_path.glob(f"{shelf.FOLDER}/*{shelf.ENDING}"))) == 5
    assert len(made) == IN_MEMORY + 6


def test_a_folder_that_cannot_be_written_in_is_done_without(
    tmp_path: Path, made: list[Shape]
) -> None:
    (tmp_path / "file").write_text("no folder")

    Kept(tmp_path / "file" / shelf.FOLDER).get(KIND, BLANK, NEUTRAL)

    assert made == [BLANK]
