"""Measures what a Word document costs, beside docxtpl on the same template.

docxtpl renders what stands in the template: the first row of each list, and controls
that it leaves empty. Ours has every row, and every control with its value.
"""

from collections.abc import Iterator
from io import BytesIO

import docx
from docxtpl import DocxTemplate

from formsvc import pipeline
from formsvc.document import Document
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL
from formsvc.renderers.docx import render_docx, words_of
from formsvc.word.environment import ENVIRONMENT
from formsvc.word.kept import template_of
from tools.measuring import Target, Work, measured, table

PLAN = KINDS["plan"]


def targets() -> Iterator[Target]:
    """Measure, print the table, and yield what is promised."""
    data = pipeline.take_in(PLAN, PLAN.example()).tellable
    costs = measured(_rivals(Document("plan", data, "2026-12-15")))
    print("\nEn plan i Word\n")
    table(costs, "formsvc")
    print()
    yield Target("Word mot docxtpl", costs["formsvc"] / costs["docxtpl"], 1 / 4)


def _rivals(document: Document) -> dict[str, Work]:
    """Return what makes a document of the same template, by name."""
    path = template_of(PLAN, None).path
    words = words_of(PLAN, document, NEUTRAL)

    def by_docxtpl() -> bytes:
        template, buffer = DocxTemplate(path), BytesIO()
        template.render(words, ENVIRONMENT)
        template.save(buffer)
        return buffer.getvalue()

    def by_python_docx() -> bytes:
        buffer = BytesIO()
        docx.Document(str(path)).save(buffer)
        return buffer.getvalue()

    return {
        "formsvc": lambda: render_docx(PLAN, document, NEUTRAL),
        "docxtpl": by_docxtpl,
        "python-docx, öppna och spara": by_python_docx,
    }
