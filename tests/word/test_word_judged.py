"""No judge has anything to say of a Word document, and none is blind."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from word import ooxml
from word.broken import BROKEN, BY_SCHEMA
from word.cases import each
from word.documents import Which, word
from word.fonts import embedded
from word.lint import faults


@each()
def test_no_judge_finds_anything(which: Which) -> None:
    assert ooxml.judged(word(which)) == []


def test_the_sdk_and_the_audit_see_what_no_schema_allows() -> None:
    broken = BROKEN[BY_SCHEMA](word(("plan", "stamped")))

    assert ooxml.sdk(broken)
    assert ooxml.audit(broken)


@pytest.mark.slow
@pytest.mark.parametrize("defect", BROKEN)
def test_every_defect_is_found(defect: str) -> None:
    broken = BROKEN[defect](word(("plan", "stamped")))

    assert faults(broken) or ooxml.sdk(broken) or ooxml.audit(broken)


@each()
def test_the_fonts_in_it_are_ours_and_can_be_used(which: Which) -> None:
    fonts = embedded(word(which))

    assert [font.style for font in fonts] == ["embedRegular", "embedBold"]
    for font in fonts:
        names = TTFont(BytesIO(font.content))["name"]
        assert names.getBestFamilyName() == font.family == "Formsvc Sans"
