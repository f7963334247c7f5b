"""The kinds of field a form is made of: each normalises what was typed.

A field keeps what it cannot understand as it was typed, so that nothing is lost;
`understood` then says no and a rule of `format_rules` tells the person.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from wtforms import BooleanField, Field, StringField, TextAreaField
from wtforms.utils import unset_value

from formsvc import clock
from formsvc.formkit import contact, dates, text
from formsvc.formkit.identity import IdentityKind, read_identity
from formsvc.formkit.vocabularies import Vocabulary

LINE_LIMIT = 200
"""Characters in a one-line text (contract, section 3)."""

LONG_LIMIT = 4000
"""Characters in a long text (contract, section 3)."""

LONG_LINE_LIMIT = 60
"""Lines in a long text (contract, section 3)."""

CHECKED = "true"
"""What a ticked box sends; JSON has it as `true`."""


class LineField(StringField):
    """One line of text."""

    data: str  # never None here: a missing value is empty
    limit: ClassVar[int] = LINE_LIMIT

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the first value in, normalised."""
        self.data = self.normal(str(valuelist[0])) if valuelist else ""

    def process_data(self, value: Any) -> None:
        """Take stored data in; a missing value is an empty one."""
        self.data = "" if value is None else str(value)

    def normal(self, typed: str) -> str:
        """Return `typed` as the contract writes it, or cleaned when not understood."""
        return text.clean_line(typed)

    def understood(self) -> bool:
        """Return whether the value is empty or of the form that the field asks for."""
        return True


class LongField(TextAreaField, LineField):
    """Several lines of text. `lines` is the room a blank gives a pen, in lines."""

    limit: ClassVar[int] = LONG_LIMIT

    def __init__(self, *args: Any, lines: int = 3, **kwargs: Any) -> None:
        """Take what any WTForms field takes, and the lines a blank shows."""
        super().__init__(*args, **kwargs)
        self.lines = lines

    def normal(self, typed: str) -> str:
        """Return `typed` cleaned, line breaks kept."""
        return text.clean_text(typed)


class ParsedField(LineField):
    """A line that has one right form."""

    def parse(self, typed: str) -> str | None:
        """Return the right form of `typed`, or nothing when it is not understood."""
        raise NotImplementedError

    def normal(self, typed: str) -> str:
        """Return the right form of `typed`, or the cleaned text."""
        cleaned = text.clean_line(typed)
        return (self.parse(cleaned) if cleaned else None) or cleaned

    def understood(self) -> bool:
        """Return whether the value is empty or of the right form."""
        return not self.data or self.parse(self.data) is not None


class DateField(ParsedField):
    """A calendar date, `2026-12-15`."""

    def parse(self, typed: str) -> str | None:
        """Return the right form of `typed`, or nothing when it is none."""
        day = dates.read_date(typed)
        return day.isoformat() if day else None


class TimeField(ParsedField):
    """A time of day in Sweden, `09:30`."""

    def parse(self, typed: str) -> str | None:
        """Return the right form of `typed`, or nothing when it is none."""
        time = dates.read_time(typed)
        return time.isoformat("minutes") if time else None


class PhoneField(ParsedField):
    """A telephone number, `0470-58 00 00`."""

    def parse(self, typed: str) -> str | None:
        """Return the right form of `typed`, or nothing when it is none."""
        return contact.normal_phone(typed)


class EmailField(ParsedField):
    """An e-mail address."""

    def parse(self, typed: str) -> str | None:
        """Return the right form of `typed`, or nothing when it is none."""
        return contact.normal_email(typed)


class PostalCodeField(ParsedField):
    """A Swedish postal code, `352 30`."""

    def parse(self, typed: str) -> str | None:
        """Return the right form of `typed`, or nothing when it is none."""
        return contact.normal_postal_code(typed)


class IdentityField(LineField):
    """A personnummer, samordningsnummer or reserve number, `20170101-2393`."""

    def normal(self, typed: str) -> str:
        """Return the number with century and hyphen, or the text as typed."""
        cleaned = text.clean_line(typed)
        if not cleaned:
            return ""
        return read_identity(cleaned, clock.today()).text

    def kind(self) -> IdentityKind | None:
        """Return what sort of number stands here, or nothing when it is empty."""
        if not self.data:
            return None
        return read_identity(self.data, clock.today()).kind


NO_CHOICE = ("\N{EN DASH}", "\N{EM DASH}", "-")
"""What is written where nothing is chosen."""


class ChoiceField(LineField):
    """One value of a closed vocabulary, or none."""

    def __init__(self, *args: Any, vocabulary: Vocabulary, **kwargs: Any) -> None:
        """Take what any WTForms field takes, and the vocabulary."""
        super().__init__(*args, **kwargs)
        self.vocabulary = vocabulary

    def normal(self, typed: str) -> str:
        """Return the value of what is typed, also when it is the words of one.

        Some PDF readers save the words of a choice; people write them too. A dash is no
        choice: Word shows one where nothing is chosen, and people write it in tables.
        """
        cleaned = text.clean_line(typed)
        if cleaned in NO_CHOICE:
            return ""
        if cleaned in dict(self.vocabulary):
            return cleaned
        value_of = {words.casefold(): value for value, words in self.vocabulary}
        return value_of.get(cleaned.casefold(), cleaned)

    def understood(self) -> bool:
        """Return whether the value is empty or in the vocabulary."""
        return not self.data or self.data in dict(self.vocabulary)


class FlagField(BooleanField):
    """A yes/no, ticked or not. Readers and people write no in their own ways."""

    false_values = ("", "0", "f", "false", "falskt", "n", "nej", "no", "off")

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        """Take the first value in: whatever does not say no is a tick."""
        super().process_formdata([str(v).strip().casefold() for v in valuelist])


class ChecksField(Field):
    """Any number of values of a vocabulary: one check box each, a list in JSON.

    The box of a value is named `{name}-{value}`; `data` holds the ticked values in
    the order of the vocabulary, then those that the vocabulary does not have.
    """

    def __init__(self, *args: Any, vocabulary: Vocabulary, **kwargs: Any) -> None:
        """Take what any WTForms field takes, and the vocabulary."""
        super().__init__(*args, **kwargs)
        self.vocabulary = vocabulary

    def process(
        self,
        formdata: Any,
        data: Any = unset_value,
        extra_filters: Any = None,  # noqa: ARG002  WTForms passes it by name
    ) -> None:
        """Read one box per value from `formdata`, or a list from `data`."""
        self.object_data = [] if data is unset_value or data is None else list(data)
        self.data = self._ordered(
            self._ticked(formdata) if formdata else self.object_data
        )

    def unknown(self) -> list[str]:
        """Return the values that the vocabulary does not have."""
        known = dict(self.vocabulary)
        return [value for value in self.data if value not in known]

    def _ticked(self, formdata: Any) -> Iterable[str]:
        start = f"{self.name}-"
        for key in formdata:
            if key.startswith(start) and formdata.getlist(key)[0] == CHECKED:
                yield text.clean_line(key[len(start) :])

    def _ordered(self, values: Iterable[str]) -> list[str]:
        given = list(dict.fromkeys(values))
        order = [value for value, _label in self.vocabulary]
        return [v for v in order if v in given] + [v for v in given if v not in order]
