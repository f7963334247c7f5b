"""Names are told apart on the safe side, and so are lines that name two persons."""

import pytest

from formsvc.formkit.persons import folded, may_be_same, names_two

GUARDIANS = ("Örjan Testberg", "Lena Provdotter")


@pytest.mark.parametrize(
    "other",
    ["Örjan Testberg", "Åsa Provdotter", "Lena Berg", "Helena Provdottersson", "L P"],
)
def test_who_shares_but_a_word_of_a_name_is_someone_else(other: str) -> None:
    assert not may_be_same(folded("Lena Provdotter"), folded(other))


@pytest.mark.parametrize(
    "line",
    [
        "Familjen Testberg",
        "Båda vårdnadshavare",
        "Örjan Testberg - Lena Provdotter",
        "Örjan Testberg Lena Provdotter",
        "Örjan resp. Lena",
        "Örjan, Lena",
        "Örjan Testberg Lena",
        "mamma o pappa",
    ],
)
def test_a_line_to_two_persons_is_known(line: str) -> None:
    assert names_two(line, GUARDIANS)


@pytest.mark.parametrize(
    "line",
    ["Maria O Svensson", "Testberg, Örjan", "Örjan Testberg c/o Ek", "Örjan Testberg"],
)
def test_a_line_to_one_person_is_let_be(line: str) -> None:
    assert not names_two(line, GUARDIANS)
