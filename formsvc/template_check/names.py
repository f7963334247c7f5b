"""What a tag says: judged as what makes documents judges it, a tag at a time."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any
from xml.sax.saxutils import escape

from jinja2 import TemplateError, meta, nodes

from formsvc.i18n import _
from formsvc.template_check.fault import Fault
from formsvc.template_check.tags import MIDDLE, OPENS, Tag
from formsvc.word.environment import ENVIRONMENT, patched
from formsvc.word.language import FILTERS, ForbiddenError, refuse_more

_HARD_SPACE = re.compile(r"\{[%{](?:p|tr)[\u00a0\u2007\u202f]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NO_SPACE = re.compile(r"\{%(p|tr)(?=if|for|el|end)|\{%(?:p |tr )?\s*((?:el)?if)(?=\w)")
_QUOTES = re.compile("[„‚«»‹›´`″′]")
_FILTER = re.compile(r"\|\s*(\w+)")


def name_faults(tags: list[Tag], variables: frozenset[str]) -> Iterator[Fault]:
    """Yield what the engine does not take, and names that are none of `variables`."""
    known = {*variables, "loop"}
    for tag in tags:
        try:
            tree = ENVIRONMENT.parse(_alone(tag))
            refuse_more(tree)
            _refuse_tests(tree)
            asked = meta.find_undeclared_variables(tree)
        except (TemplateError, RecursionError) as error:
            yield _refused(tag, error)
            continue
        if tag.word == "for":
            known |= {each.name for each in _targets(tree)}
        for name in sorted(asked - known):
            yield _unknown(tag, name, known)
        for name in _quoted(tree, variables):
            yield Fault(
                tag.where,
                _("”{tag}” skriver ut ordet ”{name}” som det står.").format(
                    tag=tag.text, name=name
                ),
                _("Ta bort citattecknen."),
            )


def _alone(tag: Tag) -> str:
    """Return a tag as the engine has it, closed where it opens a block."""
    text = patched(
        f"<w:tr><w:tc><w:p><w:r><w:t>{escape(tag.text)}</w:t></w:r></w:p></w:tc></w:tr>"
    )
    word = tag.word
    if word in OPENS:
        return f"{text}{{% {OPENS[word]} %}}"
    if word in MIDDLE:
        return f"{{% if true %}}{text}{{% endif %}}"
    opens = {"endif": "{% if true %}", "endfor": "{% for x in personuppgifter %}"}
    return opens[word] + text if word in opens else "" if word else text


def _refuse_tests(tree: Any) -> None:
    """Raise an error for a test that there is not: Jinja does so in a document."""
    for test in tree.find_all(nodes.Test):
        if test.name not in ENVIRONMENT.tests:
            raise ForbiddenError(_("”{}” finns inte").format(test.name), test.lineno)


def _targets(tree: Any) -> Iterator[Any]:
    for loop in tree.find_all(nodes.For):
        yield from loop.target.find_all(nodes.Name)
        if isinstance(loop.target, nodes.Name):
            yield loop.target


def _quoted(tree: Any, variables: frozenset[str]) -> Iterator[str]:
    for output in tree.find_all(nodes.Output):
        for each in output.nodes:
            if isinstance(each, nodes.Const) and each.value in variables:
                yield each.value


def _unknown(tag: Tag, name: str, known: set[str]) -> Fault:
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return Fault(
        tag.where,
        _("Namnet ”{name}” finns inte.").format(name=name),
        _("Menade du ”{name}”?").format(name=close[0])
        if close
        else _("Det här finns: {names}.").format(names=", ".join(sorted(known))),
    )


def _refused(tag: Tag, error: Exception) -> Fault:
    """Return why a tag cannot be used, by what is easily typed without being seen."""
    text = tag.text
    told = _("”{tag}” går inte att förstå").format(tag=text)
    if isinstance(error, ForbiddenError):
        told = _("”{tag}” går inte att använda: {why}").format(
            tag=text, why=error.message
        )
        fix = _("Skriv bara namnet, som {{{{ titel }}}}.").format()
        if _FILTER.search(text):
            fix = _("Ta bort det, eller använd {names}.").format(
                names=", ".join(FILTERS)
            )
    elif _HARD_SPACE.search(text):
        told, fix = (
            _("I ”{tag}” står ett hårt mellanslag").format(tag=text),
            _("Skriv ett vanligt mellanslag i stället."),
        )
    elif _UNSEEN.search(text):
        told, fix = (
            _("I ”{tag}” står ett tecken som inte syns").format(tag=text),
            _("Skriv om taggen för hand."),
        )
    elif found := _NO_SPACE.search(text):
        told, fix = (
            _("I ”{tag}” saknas ett mellanslag efter {word}").format(
                tag=text, word=found[1] or found[2]
            ),
            _("Skriv ett mellanslag där."),
        )
    elif _QUOTES.search(text):
        fix = _('Skriv raka citattecken: "…".')
    else:
        fix = _("Jämför med tjänstens egen mall.")
    return Fault(tag.where, f"{told}.", fix)
