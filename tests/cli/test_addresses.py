"""An address book at the command line, and recipients out of a file."""

from pathlib import Path

from command import Run, is_plain
from reopen import pdf_text

from formsvc.forms import KINDS

EXAMPLE = str(KINDS["invitation"].folder / "example.json")


def book(folder: Path, raw: bytes) -> None:
    (folder / "instance" / "addresses").mkdir(parents=True)
    (folder / "instance" / "addresses" / "formsvc.csv").write_bytes(raw)


def test_the_template_is_a_book_without_faults(formsvc: Run, tmp_path: Path) -> None:
    done = formsvc("addresses", "template", "-o", "bok.csv")
    raw = (tmp_path / "bok.csv").read_bytes()
    book(tmp_path, raw)

    checked = formsvc("addresses", "check")
    again = formsvc("addresses", "template", "-o", "bok.csv")

    assert done.status == 0
    assert raw.startswith(b"\xef\xbb\xbfSlag;Organisation;")
    assert (checked.status, "4 adresser" in checked.told) == (0, True)
    assert again.status == 4
    assert is_plain(again.err)


def test_each_faulty_line_is_told(formsvc: Run, tmp_path: Path) -> None:
    book(
        tmp_path,
        "Slag;Enhet;Gata;Postnr;Ort\nSkola;Provet;=A1;3523;Ort\nBarnet;Å;;;\n".encode(),
    )

    done = formsvc("addresses", "check")

    assert done.status == 3
    for words in ("Rad 2: ”3523”", "Rad 2: ”=A1”", "Rad 3: familjer"):
        assert words in done.err


def test_a_book_that_is_not_there_is_told(formsvc: Run) -> None:
    done = formsvc("addresses", "check")

    assert done.status == 3
    assert is_plain(done.err)


def test_letters_go_to_those_in_a_file_too(formsvc: Run, tmp_path: Path) -> None:
    rows = 'Skola;Adress;Samtycke\r\nProvskolan;"Gatan 1, 352 30 Växjö";ja\r\n'
    (tmp_path / "fler.csv").write_bytes(rows.encode("cp1252"))

    done = formsvc("letters", EXAMPLE, "--recipients", "fler.csv", "-o", "brev.pdf")

    assert done.status == 0
    assert "Provskolan" in pdf_text((tmp_path / "brev.pdf").read_bytes())


def test_a_file_with_a_row_that_has_no_place_is_told(
    formsvc: Run, tmp_path: Path
) -> None:
    (tmp_path / "fler.csv").write_text("Skola;Ort\nProvet;Ort;mer\n", encoding="utf-8")

    done = formsvc("letters", EXAMPLE, "--recipients", "fler.csv", "-o", "brev.pdf")

    assert done.status == 3
    assert "Rad 2 har fler celler" in done.err
    assert not (tmp_path / "brev.pdf").exists()
