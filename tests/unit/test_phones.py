"""Telephone numbers are found in text however they are written."""

import pytest

from formsvc.formkit.concealing import NOT_SHOWN, cut
from formsvc.formkit.phones import forms_of, numbers_in


@pytest.mark.parametrize(
    "written",
    [
        "0470-41000",
        "0470-410 00",
        "0470.410.00",
        "0470\u2011410\u00a000",
        "0470 – 410 00",
        "(0470)41000",
        "0701740606",
        "+46 (0)70 174 06 06",
        "0046470-41000",
        "070\u2009174\u200906\u200906",
    ],
)
def test_a_number_is_found_whole_also_at_the_end_of_a_sentence(written: str) -> None:
    for before, after in (("Ring ", "."), ("Tel.", ", hej"), ("tel:", "! 12 barn")):
        text = f"{before}{written}{after}"
        assert cut(text, numbers_in(text))[0] == f"{before}{NOT_SHOWN}{after}"


@pytest.mark.parametrize(
    "text",
    [
        "Kl. 0800-1630, 08.00–16.30 eller 13.00.",
        "Den 2026-12-15, 5/1 2027 och 05-01-2027.",
        "Personnummer 020101-2396 och 20220101-2396, dnr 2026-000123.",
        "Från 0 till 100 000 kr, 0,5 mg, 0-3 år.",
    ],
)
def test_times_days_and_other_numbers_stay_readable(text: str) -> None:
    assert list(numbers_in(text)) == []


def test_a_number_is_looked_for_without_its_area_code_and_from_abroad() -> None:
    assert {"047041000", "4647041000", "41000"} <= set(forms_of("0470-410 00 ankn 3"))
    assert {"0701740606", "1740606"} <= set(forms_of("+46 70-174 06 06"))
