"""The house is in order: what is there is described, and modules stay small."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from changes import changed
from sample_data import every, leaves

import formsvc
from formsvc import pipeline
from formsvc.cli import commands
from formsvc.config import SETTINGS
from formsvc.document import Format
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

PACKAGE = Path(formsvc.__file__).parent
ROOT = PACKAGE.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
}
HEAVY = (
    "weasyprint",
    "pypdf",
    "phonenumbers",
    "email_validator",
    "stdnum",
    "icalendar",
    "segno",
    "docxtpl",
)
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_README = 250, 40, 120

KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


def test_every_module_is_short_enough_to_read() -> None:
    lengths = {name: text.count("\n") for name, text in MODULES.items()}

    assert [name for name, lines in lengths.items() if lines >= LONGEST_MODULE] == []


def test_every_function_is_short_enough_to_read() -> None:
    long = [
        f"{name}: {node.name}"
        for name, text in MODULES.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.end_lineno or 0) - node.lineno + 1 >= LONGEST_FUNCTION
    ]

    assert long == []


def test_every_module_says_what_it_is_for() -> None:
    undescribed = [n for n, text in MODULES.items() if not ast.get_docstring(parsed(n))]

    assert undescribed == []


def test_each_heavy_library_is_imported_in_one_module() -> None:
    users: dict[str, set[str]] = defaultdict(set)
    for name in MODULES:
        for library in imported(parsed(name)):
            users[library].add(name)

    assert {library: len(users[library]) for library in HEAVY} == dict.fromkeys(
        HEAVY, 1
    )


COMMANDS = (
    *("serve", "blank", "render", "check", "compare"),
    *("read", "stamp", "verify", "register", "templates", "letters", "copies"),
    "addresses",
)


def parsed(name: str) -> ast.Module:
    return ast.parse(MODULES[name])


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield the packages that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_is_in_the_readme(name: str) -> None:
    assert set(commands.commands) == {*COMMANDS}
    command = commands.commands[name]

    assert command.help
    assert f"formsvc {name}" in README
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_every_format_and_setting_is_in_the_readme() -> None:
    assert [fmt for fmt in Format if f"--format {fmt}" not in README] == []
    assert [name for name, _default, _words in SETTINGS if name not in README] == []


def test_the_readme_is_short_and_what_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)

    assert README.count("\n") < LONGEST_README
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_answer_that_the_readme_shows_is_the_one_given() -> None:
    plan = KINDS["plan"]
    data = changed(plan, {"areas-safety-contact-name": ""})

    (finding,) = pipeline.check(pipeline.take_in(plan, data))

    assert f"{finding.field}: {finding.message} {finding.fix}\n" in README


@KIND
def test_every_kind_has_its_template_its_example_and_its_texts(kind: Kind) -> None:
    assert (PACKAGE / "templates" / "pdf" / f"{kind.name}.html").is_file()
    assert pipeline.take_in(kind, kind.example()).shape == []
    assert kind.rules
    assert kind.title[0].isupper()
    assert kind.lead.endswith(".")


@KIND
def test_the_example_shows_every_field(kind: Kind) -> None:
    data = pipeline.take_in(kind, kind.example()).data

    assert list(data) == list(kind.form()._fields)
    shown = {unnumbered(leaf.name) for leaf in leaves(kind, data)}
    there = {unnumbered(leaf.name) for leaf in leaves(kind, every(kind, lambda *_: ""))}
    rows = ("overrides", "third_parties", "review", "areas")
    assert [name for name in there - shown if not name.startswith(rows)] == []


def unnumbered(name: str) -> str:
    return re.sub(r"-\d+", "", name)


@KIND
def test_every_field_has_a_swedish_label(kind: Kind) -> None:
    everything = leaves(kind, every(kind, lambda *_: ""))
    labels = {leaf.name: str(leaf.field.label.text) for leaf in everything}

    assert [name for name, label in labels.items() if is_made_up(name, label)] == []


def is_made_up(name: str, label: str) -> bool:
    """Say whether a label is what WTForms makes of a name that has none."""
    key = unnumbered(name).split("-")[-1]
    words = key.replace("_", " ")
    borrowed = ("Organisation",)  # the same word in both languages
    return not label or (label.lower() == words and label not in borrowed)


@KIND
def test_no_two_fields_of_a_group_have_the_same_label(kind: Kind) -> None:
    everything = leaves(kind, every(kind, lambda *_: ""))

    labels = Counter(
        (leaf.name.rpartition("-")[0], str(leaf.field.label.text))
        for leaf in everything
        if not leaf.name.rpartition("-")[2].isdigit()
    )
    assert [label for label, count in labels.items() if count > 1] == []


@KIND
def test_every_rule_has_a_code_of_its_own_and_says_what_to_do(kind: Kind) -> None:
    codes = [rule.code for rule in kind.rules]

    assert len(set(codes)) == len(codes)
    for rule in kind.rules:
        assert rule.message.endswith((".", "?"))
        assert rule.fix.endswith(".")
        assert rule.source
