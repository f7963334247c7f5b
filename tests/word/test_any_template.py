"""Any template: a document is made of it, or it is told why not, in Swedish."""

import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree
from word.inside_word import every_control, filled

from formsvc import pipeline
from formsvc.document import Document
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL
from formsvc.renderers.docx import contents_of
from formsvc.word.compiling import compile_template
from formsvc.word.faults import UnusableError
from formsvc.word.fields import fields_of
from formsvc.word.kept import template_of

KIND = KINDS["consent"]
RAW = template_of(KIND, None).path.read_bytes()
FIELDS = fields_of(KIND, {})
CONTENTS = contents_of(
    KIND,
    Document("consent", pipeline.take_in(KIND, KIND.example()).tellable, "2026-11-20"),
    NEUTRAL,
)
VALUES = ("", "0", "x", "-1", "{{ x }}", "areas-health", "purpose")
TEXTS = ("{{ titel }}", "{%p if tom %}", "{% endif %}", "{{", "x", "{%tr for a in b %}")
DOCUMENT = "word/document.xml"


def _without(element: Any, _other: Any, _chance: random.Random) -> None:
    element.getparent().remove(element)


def _twice(element: Any, _other: Any, _chance: random.Random) -> None:
    element.addnext(etree.fromstring(etree.tostring(element)))


def _attribute(element: Any, _other: Any, chance: random.Random) -> None:
    if element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))


def _text(element: Any, _other: Any, chance: random.Random) -> None:
    element.text = chance.choice(TEXTS)


def _moved(element: Any, other: Any, _chance: random.Random) -> None:
    if element not in other.iter():
        element.append(other)


CHANGES: list[Callable[[Any, Any, random.Random], None]] = [
    *(_without, _twice, _attribute, _text, _moved)
]


def mutant(chance: random.Random) -> bytes:
    """Return the template with something else in it."""
    if chance.random() < 0.1:
        raw = bytearray(RAW)
        for _ in range(chance.choice((1, 5, 50))):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        return bytes(raw)
    with zipfile.ZipFile(io.BytesIO(RAW)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    if chance.random() < 0.1:
        del files[chance.choice(list(files))]
    else:
        name = chance.choice(
            [*(n for n in files if n[-4:] in (".xml", "rels")), *[DOCUMENT] * 12]
        )
        files[name] = _changed(files[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, content in files.items():
            new.writestr(name, content)
    return made.getvalue()


def _changed(content: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(content)
    for _ in range(chance.choice((1, 1, 2, 5))):
        one, other = (chance.choice(list(root.iter())) for _ in range(2))
        if root not in (one, other):
            chance.choice(CHANGES)(one, other, chance)
    return bytes(etree.tostring(root))


def check(seed: int) -> None:
    """Make a document of a mutant: nothing that is written may be lost in silence."""
    try:
        made = compile_template(mutant(random.Random(seed)), FIELDS).render(CONTENTS)
    except UnusableError as why:
        told = str(why)
    else:
        told = "" if filled_twice(made) >= WHOLE else "\x00"
    assert "\x00" not in told


def filled_twice(content: bytes) -> set[tuple[str, str]]:
    """Return what is filled in, also where a field stands twice."""
    return {(each.tag, each.text) for each in every_control(content) if not each.empty}


WHOLE = set(filled(compile_template(RAW, FIELDS).render(CONTENTS)).items())


def test_some_templates_are_used_or_told_of() -> None:
    for seed in range(25):
        check(seed)


@pytest.mark.slow
def test_any_template_is_used_or_told_of() -> None:
    for seed in range(25, 600):
        check(seed)
