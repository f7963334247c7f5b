"""A choice is understood by its value and by its words, whoever wrote them."""

import pytest
from wtforms import Form

from formsvc.formkit import vocabularies
from formsvc.formkit.fields import ChoiceField, FlagField
from formsvc.formkit.flattened import FormData

VOCABULARIES = {
    name: value
    for name, value in vars(vocabularies).items()
    if name.isupper() and name != "WHEEL_AREAS"
}

each = pytest.mark.parametrize("name", VOCABULARIES)


def chosen(name: str, typed: str) -> ChoiceField:
    """Return a choice from a vocabulary, with what was typed."""

    class Chosen(Form):
        one = ChoiceField("Ett", vocabulary=VOCABULARIES[name])

    return Chosen(FormData({"one": [typed]})).one


@each
def test_the_value_and_the_words_of_a_choice_are_understood(name: str) -> None:
    for value, words in VOCABULARIES[name]:
        for typed in (value, words, f" {words.upper()} "):
            assert chosen(name, typed).data == value
            assert chosen(name, typed).understood()


@each
def test_no_words_of_a_vocabulary_mean_two_things(name: str) -> None:
    values = {words.casefold(): value for value, words in VOCABULARIES[name]}

    assert len(values) == len(VOCABULARIES[name])
    for value, _words in VOCABULARIES[name]:
        assert values.get(value, value) == value


@pytest.mark.parametrize("typed", ["–", "—", " - "])
def test_a_dash_is_no_choice(typed: str) -> None:
    assert chosen("CUSTODY", typed).data == ""


def test_other_words_are_kept_as_they_are() -> None:
    field = chosen("CUSTODY", "Delad  vårdnad")

    assert field.data == "Delad vårdnad"
    assert not field.understood()


class Ticked(Form):
    """A form with a box to tick."""

    one = FlagField("Ett")


def ticked(typed: str) -> bool:
    return Ticked(FormData({"one": [typed]})).one.data is True


@pytest.mark.parametrize(
    "typed", ["Nej", "NEJ", "nej ", "no", "NO", "n", "False", "OFF", "0", "", " "]
)
def test_no_is_no_however_it_is_written(typed: str) -> None:
    assert not ticked(typed)


@pytest.mark.parametrize("typed", ["true", "on", "Ja", "x", "1"])
def test_all_else_is_a_tick(typed: str) -> None:
    assert ticked(typed)
