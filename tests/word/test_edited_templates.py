"""Templates as they come back from Word and LibreOffice: the same values, in place."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree
from word.hand_made import put_in
from word.inside_word import W, filled

from formsvc import pipeline
from formsvc.document import Format
from formsvc.forms import KINDS
from formsvc.profiles import Profile
from formsvc.word.kept import template_of

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
KIND = pytest.mark.parametrize("kind", KINDS)


def edited(kind: str, change: Callable[[Any], None]) -> bytes:
    """Return the template of a kind with a change of its document."""
    raw = template_of(KINDS[kind], None).path.read_bytes()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return made.getvalue()


def around_paragraphs(root: Any) -> None:
    """Let a control that is alone in its paragraph stand around it, as Word does."""
    for control in list(root.iter(f"{W}sdt")):
        paragraph = control.getparent()
        others = [each for each in paragraph if each.tag != f"{W}pPr"]
        if paragraph.tag == f"{W}p" and others == [control]:
            _wrap(control, paragraph)


def around_cells(root: Any) -> None:
    """Let a control that is alone in its cell stand around it, as Word does."""
    around_paragraphs(root)
    for control in list(root.iter(f"{W}sdt")):
        cell = control.getparent()
        others = [each for each in cell if each.tag != f"{W}tcPr"]
        if cell.tag == f"{W}tc" and others == [control]:
            _wrap(control, cell)


def _wrap(control: Any, outer: Any) -> None:
    """Turn a control in an element inside out."""
    content = control.find(f"{W}sdtContent")
    place = outer.index(control)
    outer.addprevious(control)
    for inner in reversed(list(content)):
        outer.insert(place, inner)
    content.append(outer)


def split_runs(root: Any) -> None:
    """Split the words of fixed text over runs, and mark who has edited what."""
    for number, run in enumerate(list(root.iter(f"{W}r"))):
        run.set(f"{W}rsidR", f"{number:08X}")
        text = run.find(f"{W}t")
        if text is None or "{" not in (text.text or ""):
            continue
        first, rest = text.text[:1], text.text[1:]
        other = etree.fromstring(etree.tostring(run))
        text.text, other.find(f"{W}t").text = first, rest
        proof = etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"})
        run.addnext(other)
        run.addnext(proof)
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        paragraph.set(f"{W14}paraId", f"{number:08X}")


CHANGES = [around_paragraphs, around_cells, split_runs]


@pytest.mark.parametrize("change", CHANGES)
@KIND
def test_what_word_does_to_a_template_changes_no_value(
    kind: str, change: Any, tmp_path: Any
) -> None:
    taken = pipeline.take_in(KINDS[kind], KINDS[kind].example())
    profile = Profile(instance=tmp_path)
    before = pipeline.render(taken, Format.DOCX, profile).content
    put_in(tmp_path, KINDS[kind], edited(kind, change))

    after = pipeline.render(taken, Format.DOCX, profile).content

    assert after != before or change is split_runs
    assert filled(after) == filled(before)
    # What is typed and printed stands in the same place, in the same order.
    assert list(filled(after)) == list(filled(before))
