"""The language of the fixed text: that of docxtpl, which this module alone imports.

Of docxtpl it takes `patch_xml`: what is typed in Word becomes a Jinja template. The
rest of docxtpl would load the document, and repair what it cannot read by leaving it
out. Templates come from people: they get values, and no way to anything else.
"""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from formsvc.i18n import _
from formsvc.word.controls import broken
from formsvc.word.faults import UnusableError
from formsvc.word.language import ForbiddenError, refuse_more
from formsvc.word.mistakes import explained

_TAGS = re.compile("<[^>]*>")
_NOT_WORDS = re.compile("<[^>]*>|\x00\\d+\x00")
"""Tags, and the numbers of slots."""

_BETWEEN = re.compile(r"\s+")
_PARAGRAPH = re.compile("<w:p(?=[ >])")
_NEAR = 60
_WORDS = re.compile(r"\{[{%#]")

FAILURES = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError, TypeError),
    *(ValueError, RecursionError, MemoryError, SyntaxError),  # too deep a nesting
)
"""What a template can raise."""


def _finished(value: Any) -> Any:
    """Return a value as it stands in the text of a part."""
    if isinstance(value, str):
        return Markup(broken(value))  # noqa: S704  just escaped
    return "" if value is None else value


def _environment() -> SandboxedEnvironment:
    made = SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_finished
    )
    made.globals.clear()
    return made


ENVIRONMENT = _environment()


def is_template(text: str) -> bool:
    """Return whether there is anything of the language in the XML of a part."""
    return bool(_WORDS.search(_TAGS.sub("", text)))


def patched(text: str) -> str:
    """Return the XML of a part as a Jinja template."""
    from docxtpl import DocxTemplate

    # It is never opened: `patch_xml` needs no document.
    return str(DocxTemplate("").patch_xml(text))


def compiled(text: str) -> Template:
    """Return what `patched` gave, compiled.

    Raises `UnusableError` when it is no template, with where.
    """
    try:
        return ENVIRONMENT.from_string(_parsed(text))
    except FAILURES as error:
        raise _explained(error, text) from error


def _parsed(text: str) -> nodes.Template:
    """Return a template as Jinja reads it, when it uses no more than it may."""
    tree = ENVIRONMENT.parse(text)
    refuse_more(tree)
    return tree


def rendered(template: Template, text: str, words: Mapping[str, Any]) -> str:
    """Return the XML of a part with `words` in it; `text` is what was compiled.

    Raises `UnusableError` when the template asks for what there is not.
    """
    try:
        return template.render(words)
    except FAILURES as error:
        raise _explained(error, text) from error


def _explained(error: Exception, text: str) -> UnusableError:
    """Return the fault with the words near it: once more, a paragraph a line."""
    if isinstance(error, SyntaxError):
        return UnusableError(_("för många villkor står i varandra"))
    line = getattr(error, "lineno", None)
    why = str(error.message) if isinstance(error, ForbiddenError) else explained(error)
    if line is None:
        return UnusableError(why)
    lines = _PARAGRAPH.sub("\n<w:p", text)
    try:
        ENVIRONMENT.from_string(_parsed(lines))
    except TemplateError as again:
        line = getattr(again, "lineno", None) or 1
    near = lines.splitlines()[line - 1 : line] or [""]
    words = _BETWEEN.sub(" ", _NOT_WORDS.sub("", near[0])).strip()[:_NEAR]
    return UnusableError(_("{why}, vid ”{words}”").format(why=why, words=words))
