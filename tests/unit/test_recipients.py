"""Cells out of a spreadsheet are understood, or told of by their row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formsvc.recipients import Sheet, read_file, read_text
from formsvc.recipients.headings import COLUMNS

OURS = (
    "Mottagare hösten 2026\t\t\t\t\t\n"
    "Skola\tGata\tPostnr\tPostadress\tKommun\tAtt\n"
    "Provskolan\tProvgatan 1\t35230\t352 30 VÄXJÖ\tVäxjö\tAtt: rektor\n"
    '"Förskolan\nProvet"\tBox 3\t352\u00a031\tVäxjö\tVäxjö\t\n'
    "\t\t\t\t\t\n"
    "Summa\t2\t\t\t\t\n"
)
LABELS = [label for _field, label in COLUMNS]
ROW = "förskola;Provköping;Förskolan Provet;Rektor;Box 1;352 30;Växjö;vanlig post"
CSV = f"{';'.join(LABELS)}\r\n{ROW};Ja;;nej\r\n"


def texts(sheet: Sheet) -> list[dict[str, str]]:
    assert sheet.faults == ()
    return [one.texts for one in sheet.recipients]


def test_columns_in_peoples_own_words_are_understood() -> None:
    first, second = texts(read_text(OURS))

    assert first == {
        "kind": "school",
        "organisation": "Provskolan",
        "attention": "rektor",
        "address": "Provgatan 1",
        "postal_code": "35230",
        "town": "Växjö",
        "channel": "post",
    }
    assert second["organisation"] == "Förskolan Provet"
    assert (second["kind"], second["postal_code"]) == ("preschool", "352 31")


def test_what_is_left_out_is_told() -> None:
    told = " ".join(read_text(OURS).told)

    for words in ("Rad 1 är en titel", "Kommun", "Rad 6 är en summa", "Slag är satt"):
        assert words in told


@pytest.mark.parametrize(
    "raw",
    [
        CSV.encode("utf-8"),
        CSV.encode("utf-8-sig"),
        CSV.encode("cp1252"),
        CSV.encode("cp850"),
        CSV.encode("utf-16"),
        CSV.encode("utf-16-le"),
        CSV.replace(";", ",").encode(),
        CSV.replace(";", "\t").encode("utf-16"),
        b"sep=;\r\n" + CSV.encode("cp1252"),
        CSV.replace("\r\n", "\n").encode(),
        "".join(CSV.splitlines(keepends=True)[1:]).encode(),
    ],
    ids=[
        *("utf-8", "excel utf-8", "excel 1252", "excel dos", "utf-16", "utf-16 bare"),
        *("numbers", "excel unicode", "excel sep", "libreoffice", "no headings"),
    ],
)
def test_a_file_is_read_whatever_wrote_it(raw: bytes) -> None:
    assert texts(read_file(raw)) == [
        {
            "kind": "preschool",
            "organisation": "Provköping",
            "unit": "Förskolan Provet",
            "attention": "Rektor",
            "address": "Box 1",
            "postal_code": "352 30",
            "town": "Växjö",
            "channel": "post",
            "consent_covers": "true",
            "protected_identity": "none",
        }
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "inga rader"),
        ("a\tb\nc\td", "rad 1 ser inte ut som rubriker"),
        ("Skola\tOrt\n", "inga rader"),
        ("Skola\tOrt\nProvet\tVäxjö\tröd\n", "Rad 2 har fler celler"),
        ("x" * 400_001, "för mycket text"),
        ("Skola\tOrt\n" + "P\tVäxjö\n" * 2_000, "fler än 2000 rader"),
        ("Skola" + "\tOrt" * 50, "Rad 1 har fler än 50 kolumner"),
    ],
)
def test_what_has_no_place_is_told_and_nothing_is_added(text: str, words: str) -> None:
    sheet = read_text(text)

    assert sheet.recipients == ()
    assert words in " ".join(sheet.faults)


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"%PDF-1.7", b"\0" * 3 + b"abc" * 9])
def test_a_file_of_another_sort_is_told(raw: bytes) -> None:
    assert read_file(raw).faults


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("Gatan 1, 352 30 Växjö", ("Gatan 1", "352 30", "Växjö")),
        ('"Gatan 1\n35230 VÄXJÖ"', ("Gatan 1", "35230", "Växjö")),
        ("S-352 30 Växjö", ("", "S-352 30", "Växjö")),
        ("Gatan 1", ("Gatan 1", "", "")),
        pytest.param(
            '"Gatan 1' + " \n" * 60_000 + '352 30 Växjö"',
            ("Gatan 1", "352 30", "Växjö"),
            id="with more empty lines than patience for a pattern that looks back",
        ),
    ],
)
def test_an_address_in_one_cell_is_taken_apart(
    cell: str, place: tuple[str, str, str]
) -> None:
    (row,) = texts(read_text(f"Skola\tAdress\nProvet\t{cell}\n"))

    keys = ("address", "postal_code", "town")
    assert tuple(row.get(key, "") for key in keys) == place


def test_what_is_not_understood_stays_as_it_is_typed() -> None:
    (row,) = texts(read_text("Slag\tNamn\tPostnr\tSkickas\nSkåla\t=A1\t3523\tduva\n"))

    assert row == {
        "kind": "Skåla",
        "organisation": "=A1",
        "postal_code": "3523",
        "channel": "duva",
    }


def test_two_cells_that_differ_are_never_chosen_between() -> None:
    sheet = read_text("Skola\tPostnr\tPostadress\tOrt\nP\t35231\t352 30 Ort\tAnnan\n")

    (row,) = texts(sheet)
    assert row["postal_code"] == "35231 / 352 30"
    assert any("två orter" in told for told in sheet.told)


def test_a_consent_is_never_assumed() -> None:
    sheet = read_text("Skola\tSamtycke\nA\tja\nB\t\nC\tkanske\nD\tnej\n")

    marked = ["consent_covers" in row for row in texts(sheet)]
    assert marked == [True, False, False, False]
    assert any("Rad 4: ”kanske”" in told for told in sheet.told)


def test_a_bare_yes_to_protection_protects_and_is_sent_to_nobody() -> None:
    (row,) = texts(
        read_text(
            "Slag\tNamn\tAdress\tPostnr\tOrt\tSkyddade personuppgifter\n"
            "Mamma\tÅsa\tGatan 1\t35230\tVäxjö\tja\n"
        )
    )

    assert row["protected_identity"] == "ja"
    assert "channel" not in row
    assert row["attention"] == "Åsa"


@given(st.text(max_size=300))
def test_any_text_is_read_or_told_of(text: str) -> None:
    sheet = read_text(text)

    assert bool(sheet.faults) != bool(sheet.recipients)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told_of(raw: bytes) -> None:
    sheet = read_file(raw)

    assert bool(sheet.faults) != bool(sheet.recipients)


WORD = st.text("abcdefåäö", min_size=2, max_size=12).map(lambda word: f"Prov{word}")


@given(
    st.lists(st.tuples(WORD, WORD, WORD), min_size=1, max_size=20),
    st.permutations([0, 1, 2]),
)
def test_columns_may_stand_in_any_order(
    rows: list[tuple[str, str, str]], order: list[int]
) -> None:
    names = ("Enhet", "Gata", "Ort")
    lines = [[row[at] for at in order] for row in (names, *rows)]

    sheet = read_text("\n".join("\t".join(line) for line in lines))

    found = [(t["unit"], t["address"], t["town"]) for t in texts(sheet)]
    assert found == rows
