"""Any text in a control of a Word document is read as it was written."""

import pytest
import worddocs
from hypothesis import HealthCheck, given, settings
from property.test_any_text import TEXT
from worddocs import docx, line, own_part, parts, run, sdt

from formsvc.formkit.text import clean_text
from formsvc.readers import read_file

FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=600)


def read(body: str) -> str:
    made = parts(body)
    made["customXml/item1.xml"] = own_part("plan 1")
    [(name, text)] = read_file(docx(made)).fields
    assert name == "reason"
    return clean_text(text)


def check(text: str) -> None:
    """Read a text whose line breaks are within a paragraph, and as paragraphs."""
    wanted = clean_text(text)
    paragraphs = "".join(line(run(each)) for each in wanted.split("\n"))

    assert read(line(sdt("reason", run(wanted)))) == wanted
    assert read(sdt("reason", paragraphs)) == wanted
    assert read(line(worddocs.typed("reason", wanted))) == wanted


@FEW
@given(TEXT)
def test_any_text_comes_back_from_a_control(text: str) -> None:
    check(text)


@pytest.mark.slow
@MANY
@given(TEXT)
def test_any_text_comes_back_from_many_controls(text: str) -> None:
    check(text)
