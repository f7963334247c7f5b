"""What of Jinja a template may use: enough for text that differs, and no more.

A template comes from people. With these nodes it cannot count, call or multiply, and no
loop stands in a loop: what it makes is bounded by its own length (docs/decisions/0017).
"""

from jinja2 import TemplateSyntaxError, nodes

from formsvc.i18n import _

FILTERS = ("capitalize", "first", "join", "last", "length", "lower", "trim", "upper")
"""Filters whose result is no longer than what they are given."""

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const),
    *(nodes.If, nodes.For, nodes.Compare, nodes.Operand, nodes.Not, nodes.And),
    *(nodes.Or, nodes.CondExpr, nodes.Concat, nodes.Test, nodes.Filter),
)

_LOOP = "loop"
"""The one thing that has attributes: `loop.first`."""


class ForbiddenError(TemplateSyntaxError):
    """A template uses what it may not; the message is Swedish."""


def refuse_more(tree: nodes.Template) -> None:
    """Raise `ForbiddenError` when a parsed template uses more of Jinja than it may."""
    _refuse(tree, in_loop=False)


def _refuse(node: nodes.Node, *, in_loop: bool) -> None:
    if why := _reason(node, in_loop=in_loop):
        raise ForbiddenError(why, node.lineno)
    inner = in_loop or isinstance(node, nodes.For)
    for child in node.iter_child_nodes():
        _refuse(child, in_loop=inner)


def _reason(node: nodes.Node, *, in_loop: bool) -> str:
    if isinstance(node, nodes.For) and in_loop:
        return _("en slinga får inte stå i en slinga")
    if isinstance(node, nodes.For) and not isinstance(node.iter, nodes.Name):
        return _("en slinga får bara gå över ett namn, som personuppgifter")
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        return _("filtret ”{name}” får inte användas i en mall").format(name=node.name)
    if isinstance(node, _ALLOWED) or _is_of_loop(node):
        return ""
    return _("i en mall får det bara stå namn, if och for")


def _is_of_loop(node: nodes.Node) -> bool:
    is_attribute = isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name)
    return is_attribute and node.node.name == _LOOP  # type: ignore[attr-defined]
