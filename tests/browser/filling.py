"""What people do on a form page: write, choose, ask for rows, and take files along."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Locator, Page, expect
from sample_data import Leaf, leaves

from formsvc import pipeline
from formsvc.document import Format
from formsvc.formkit.data import Data, canonical, is_empty
from formsvc.formkit.fields import ChecksField, ChoiceField, FlagField
from formsvc.formkit.kind import Kind

ROW = re.compile(r"(?P<list>.+?)-(?P<number>\d+)(?:-|$)")
HOW = """
id => {
  const box = document.getElementById(id);
  const shut = box?.closest("details:not([open])")?.id ?? "";
  return box && { listed: box.tagName === "SELECT", shut };
}
"""
OUTLINED = """
() => {
  const now = document.activeElement;
  if (!now || now === document.body) return "nothing";
  const ring = now.querySelector?.(".ring");
  const { outlineStyle, outlineWidth } = getComputedStyle(now);
  const seen = (ring && getComputedStyle(ring).stroke !== "none")
    || (outlineStyle !== "none" && parseFloat(outlineWidth) > 0);
  return seen ? "" : now.outerHTML.slice(0, 120);
}
"""

KNOWS_PEOPLE = ("-name", "-responsible")
"""What fields end with that bring more with them when one leaves them."""

SAVE = "Spara utkast (öppnas här igen)"
EDIT = "Tillbaka och ändra"
DATA, TEXT = "Utkast (json)", "Text"

NAME = "Åsa Testberg"

Step = Literal["form", "created"]


@dataclass(frozen=True)
class Taken:
    """A file that was taken along."""

    name: str
    content: bytes

    @property
    def data(self) -> Data:
        """The canonical data of a draft."""
        return canonical(pipeline.opened(self.content).data)


def field(page: Page, name: str) -> Locator:
    """Return the box of that name, or the fieldset that holds its answers."""
    return page.locator(f'main [id="{name}"]')


def button(page: Page, words: str) -> Locator:
    """Return the button that says just `words`."""
    return page.get_by_role("button", name=words, exact=True)


def press(page: Page, do: str) -> None:
    """Press the button whose value is `do`; the last, if there are several."""
    page.locator(f'main button[value="{do}"]').last.click()


def row_names(page: Page, listed: str) -> list[str]:
    """Return the names of the first field of every row of a list."""
    rows = page.locator(f'[data-list="{listed}"] > .row')
    names: list[str] = rows.evaluate_all(
        "rows => rows.map(row => row.querySelector('input, textarea, select').name)"
    )
    return names


def add_row(page: Page, listed: str) -> str:
    """Ask for one more row; return the name of its first field."""
    before = row_names(page, listed)
    press(page, f"add {listed}")
    # Counted from outside: where scripts are off, a page cannot wait for itself.
    rows = page.locator(f'[data-list="{listed}"] > .row')
    expect(rows).to_have_count(len(before) + 1)
    page.wait_for_load_state()
    return row_names(page, listed)[-1]


def fill(page: Page, kind: Kind, data: Data) -> None:
    """Write `data` into an empty page of `kind`, in its order."""
    for leaf in leaves(kind, data):
        if not is_empty(leaf.value):
            write(page, leaf)


def write(page: Page, leaf: Leaf) -> None:
    """Write one value, in a row and a section that are opened if they are not."""
    if isinstance(leaf.field, ChecksField):
        for value in leaf.value:
            field(page, f"{leaf.name}-{value}").check()
        return
    box, is_list = field(page, leaf.name), _is_list(page, leaf.name)
    if isinstance(leaf.field, FlagField):
        box.check()
    elif not isinstance(leaf.field, ChoiceField):
        box.fill(leaf.value)
    elif is_list:
        box.select_option(leaf.value)
    else:
        box.locator(f'input[value="{leaf.value}"]').check()
    if leaf.name.endswith(KNOWS_PEOPLE):
        box.blur()


def named(page: Page, name: str = NAME) -> Locator:
    """Write the child's name; return the field."""
    box = field(page, "child-name")
    box.fill(name)
    return box


def create(page: Page) -> None:
    """Ask for the documents, and get them."""
    press(page, "create")
    shown(page, "created")


def shown(page: Page, step: Step) -> None:
    """Wait for the form, or for the page that offers documents."""
    page.wait_for_selector(f'#document[data-step="{step}"]')
    page.wait_for_load_state()  # its script takes over only then


def findings(page: Page) -> Locator:
    """Ask for the documents, and return the summary of what has to be done first."""
    press(page, "create")
    summary = page.locator("#findings")
    summary.wait_for()
    return summary


def take(page: Page, words: str) -> Taken:
    """Press the button that gives a file, and take it."""
    with page.expect_download(timeout=60_000) as download:
        button(page, words).click()
    return Taken(
        download.value.suggested_filename, Path(download.value.path()).read_bytes()
    )


def draft(kind: Kind, data: Data) -> bytes:
    """Return the file of a draft that holds `data`."""
    return pipeline.render(pipeline.take_in(kind, data), Format.JSON).content


def open_draft(page: Page, content: bytes, name: str = "utkast.json") -> None:
    """Open a saved file again."""
    page.goto("/oppna")
    file: Any = {"name": name, "mimeType": "application/json", "buffer": content}
    page.set_input_files("#file", file)
    button(page, "Öppna").click()


def opened(page: Page, kind: Kind, data: Data) -> None:
    """Open a draft of `data`, and see its form."""
    open_draft(page, draft(kind, data))
    shown(page, "form")


def focus_unseen(page: Page) -> str:
    """Return what has the focus without showing it, or "nothing"; empty if seen."""
    unseen: str = page.evaluate(OUTLINED)
    return unseen


def _is_list(page: Page, name: str) -> bool:
    """Say whether one chooses from a list there; first bring the field into sight."""
    how = page.evaluate(HOW, name)
    if not how and (found := ROW.match(name)):
        add_row(page, found["list"])
        how = page.evaluate(HOW, name)
    if shut := how["shut"]:
        segment = page.locator(f'.segment[href="#{shut}"]')
        opener = segment if segment.count() else field(page, shut).locator("> summary")
        opener.click()
    return bool(how["listed"])
