"""What stands in a Word document comes back, from here, from LibreOffice, from Word."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from changes import changed
from hypothesis import HealthCheck, given, settings
from property.test_any_text import documents
from sample_data import taken
from stamped import Case, seal_of, stamp_of
from word.cases import each
from word.documents import Which, data_of, word
from word.libreoffice import Value, controls, saved
from word.parts import tags, unzipped

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import UnreadableError
from formsvc.formkit.data import Data, canonical
from formsvc.forms import KINDS
from formsvc.stamp import Standing

FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(FEW, max_examples=150)
SOME = settings(FEW, max_examples=40)

HARD_HYPHEN, SOFT_HYPHEN = "\N{NON-BREAKING HYPHEN}", "\N{SOFT HYPHEN}"

IN_OFFICE = (("consent", "empty"), ("invitation", "example"), ("plan", "stamped"))
"""Documents that LibreOffice saves in every run."""


def read_back(content: bytes, kind: str) -> Data:
    """Return the canonical data of a document in which everything has its place."""
    opened = pipeline.opened(content)
    assert opened.kind.name == kind
    assert opened.shape == []
    return canonical(opened.data)


def expected(kind: str, state: str) -> Data:
    return canonical(taken(kind, data_of(state)).data)


@each()
def test_what_stands_in_a_document_comes_back(which: Which) -> None:
    assert read_back(word(which), which[0]) == expected(*which)


@each(quick=IN_OFFICE)
def test_it_comes_back_as_libreoffice_saves_it(which: Which) -> None:
    assert read_back(saved(word(which)), which[0]) == expected(*which)


@pytest.mark.slow
@each(quick=())
def test_it_comes_back_when_libreoffice_has_saved_it_three_times(which: Which) -> None:
    content = word(which)
    for _time in range(3):
        content = saved(content)

    assert read_back(content, which[0]) == expected(*which)


@pytest.mark.parametrize("hyphen", [HARD_HYPHEN, SOFT_HYPHEN], ids=["hard", "soft"])
def test_a_hyphen_of_a_sort_comes_back_from_libreoffice(hyphen: str) -> None:
    data = changed(KINDS["consent"], {"purpose": f"Skriv 08{hyphen}1."})

    check(("consent", data), saved)


def check(
    document: tuple[str, Data],
    way: Callable[[bytes], bytes],
) -> None:
    """See that data comes back from a document that goes some way."""
    kind, data = document
    given = pipeline.take_in(KINDS[kind], data)

    there = read_back(way(pipeline.render(given, Format.DOCX).content), kind)

    assert there == canonical(given.data)


@FEW
@given(documents("consent", "invitation"))
def test_any_text_comes_back(document: tuple[str, Data]) -> None:
    check(document, bytes)


@pytest.mark.slow
@MANY
@given(documents(*KINDS))
def test_any_text_comes_back_from_many(document: tuple[str, Data]) -> None:
    check(document, bytes)


@pytest.mark.slow
@SOME
@given(documents(*KINDS))
def test_any_text_comes_back_from_libreoffice(document: tuple[str, Data]) -> None:
    check(document, saved)


MEASURE = "areas-development-measures-0"
LONG = "Rad ett & <b>.\n\nRad tre, med “citat” – och 🙂."
ROW = {"name": "Stina Provare"}
ONE_CHANGE: tuple[tuple[str, str, Value, dict[str, Any]], ...] = (
    ("consent", "child-name", "Örjan & <i>", {"child-name": "Örjan & <i>"}),
    ("consent", "purpose", LONG, {"purpose": LONG}),
    ("invitation", "meeting-date", "2027-02-03", {"meeting-date": "2027-02-03"}),
    ("plan", f"{MEASURE}-status", "Avbruten", {f"{MEASURE}-status": "cancelled"}),
    ("plan", f"{MEASURE}-status", "–", {f"{MEASURE}-status": ""}),
    ("plan", "areas-home-has_need", True, {"areas-home-has_need": True}),
    ("plan", "areas-safety-has_need", False, {"areas-safety-has_need": False}),
    ("plan", "participants-0-role", "", {"participants-0-role": ""}),
    ("plan", "participants-3-name", "Stina Provare", {"participants-2": ROW}),
)
"""What a person gives a field of an example in LibreOffice, and what is other then."""


EVERY_TIME = ("purpose", "meeting-date", "participants-3-name")


@pytest.mark.parametrize(
    ("kind", "name", "value", "changes"),
    [
        pytest.param(
            *one,
            id=f"{one[0]}-{one[1]}-{str(one[2])[:10]}",
            marks=() if one[1] in EVERY_TIME else pytest.mark.slow,
        )
        for one in ONE_CHANGE
    ],
)
def test_a_change_in_libreoffice_is_read_and_nothing_else(
    kind: str, name: str, value: Value, changes: dict[str, Any]
) -> None:
    there = saved(word((kind, "example")), {name: value})

    wanted = pipeline.take_in(KINDS[kind], changed(KINDS[kind], changes))
    assert read_back(there, kind) == canonical(wanted.data)


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, marks=() if kind == "consent" else pytest.mark.slow)
        for kind in KINDS
    ],
)
def test_everything_that_is_written_in_libreoffice_is_read(kind: str) -> None:
    filled, empty = word((kind, "example")), word((kind, "empty"))
    there = {
        control.tag: control.text if control.checked is None else control.checked
        for control in controls(filled)
        if not control.empty and control.tag in tags(empty)
    }

    content = saved(empty, there)

    posted = pipeline.opened(filled).formdata
    assert {n: v for n, v in pipeline.opened(content).formdata.items() if any(v)} == {
        n: v for n, v in posted.items() if any(v) and (n in there)
    }


@pytest.mark.parametrize("way", [bytes, saved], ids=["as it is", "by LibreOffice"])
def test_a_stamp_stays_with_its_document(way: Callable[[bytes], bytes]) -> None:
    case = Case("plan")

    opened = pipeline.opened(way(word(("plan", "stamped"))))

    assert opened.stamp == stamp_of(case).as_json()
    assert pipeline.checked(opened, seal_of(case)).standing is Standing.WHOLE


def test_a_change_in_libreoffice_makes_it_another_document() -> None:
    case = Case("plan")

    opened = pipeline.opened(saved(word(("plan", "stamped")), {"reason": "Nytt."}))

    assert opened.stamp == stamp_of(case).as_json()
    assert pipeline.checked(opened, seal_of(case)).standing is Standing.CHANGED


SAVED_BY_OLD = Path(__file__).with_name("saved_by_libreoffice_7_4.docx")
"""The example of a consent as LibreOffice 7.4.7.2 of Debian 12 saved it.

`soffice --headless --convert-to docx`, with the packages of bookworm unpacked in a
folder; only the fonts that it embedded, 3 MB of the machine's, were taken out after.
"""


def test_a_file_saved_by_an_old_libreoffice_is_refused_for_what_it_is() -> None:
    content = SAVED_BY_OLD.read_bytes()
    assert b"LibreOffice/7.4.7.2" in unzipped(content)["docProps/app.xml"]
    assert tags(content) == []

    with pytest.raises(UnreadableError, match=r"äldre version av LibreOffice"):
        pipeline.opened(content)
