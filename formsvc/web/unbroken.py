"""What stays in one line on a narrow page: days, times and references."""

import re

from markupsafe import Markup, escape

from formsvc.reference_numbers import AFTER_PREFIX

_REFERENCE = re.compile(f"[A-Z]{{2}}{AFTER_PREFIX}")


def unbroken(words: str) -> str:
    """Return words with spaces that no line ends at."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def with_references(text: str) -> Markup:
    """Return a text as HTML whose references are not broken at their hyphen."""
    span = r'<span class="nowrap">\g<0></span>'
    return Markup(_REFERENCE.sub(span, str(escape(text))))  # noqa: S704  escaped
