"""Rows come and go, with and without a script."""

import pytest
from browser.filling import (
    SAVE,
    add_row,
    button,
    field,
    press,
    row_names,
    take,
)
from browser.journey import NARROW, OpenPage
from browser.ways import SCRIPT, WAYS
from playwright.sync_api import Page, expect

LEGENDS = "rows => rows.map(row => row.querySelector('legend, label').innerText)"
NAMES = """
() => {
  const fields = [...document.getElementById("document").elements]
    .filter(one => one.name && !["radio", "submit"].includes(one.type));
  const names = fields.map(one => one.name);
  const ids = [...document.querySelectorAll("[id]")].map(one => one.id);
  return [...names, ...ids.map(id => `#${id}`)];
}
"""


def written(page: Page, listed: str, texts: list[str]) -> None:
    """Write a text in the first field of each row, asking for rows that lack."""
    for number, text in enumerate(texts):
        while len(row_names(page, listed)) <= number:
            add_row(page, listed)
        field(page, row_names(page, listed)[number]).fill(text)


def read(page: Page, listed: str) -> list[str]:
    """Return the texts of the first field of each row that has one."""
    texts = (field(page, name).input_value() for name in row_names(page, listed))
    return [text for text in texts if text]


def remove(page: Page, listed: str, place: int) -> None:
    """Take the row at that place away."""
    name = row_names(page, listed)[place]
    depth = listed.count("-") + 2
    row = "-".join(name.split("-")[:depth])
    press(page, f"remove {row}")
    page.get_by_text("Raden är borttagen.").wait_for()


@WAYS
@pytest.mark.parametrize(
    "listed", ["participants", pytest.param("absentees", marks=pytest.mark.slow)]
)
def test_rows_are_added_removed_and_put_back(
    open_page: OpenPage, listed: str, width: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    page.goto("/plan")
    written(page, listed, ["Ett", "Två", "Tre"])
    expect(field(page, add_row(page, listed))).to_be_focused()

    remove(page, listed, 1)
    assert read(page, listed) == ["Ett", "Tre"]
    button(page, "Ångra").click()
    page.get_by_text("Raden är borttagen.").wait_for(state="detached")

    assert read(page, listed) == ["Ett", "Två", "Tre"]


@pytest.mark.slow
@SCRIPT
def test_a_row_that_is_removed_is_in_no_draft(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(NARROW, script=script)
    page.goto("/samtycke")
    written(page, "copies_to", ["Ett", "Två", "Tre", "Fyra"])

    remove(page, "copies_to", 1)
    add_row(page, "copies_to")
    field(page, row_names(page, "copies_to")[-1]).fill("Fem")
    remove(page, "copies_to", 0)

    rows = page.locator('[data-list="copies_to"] > .row')
    assert rows.evaluate_all(LEGENDS) == ["Mottagare 1", "Mottagare 2", "Mottagare 3"]
    assert read(page, "copies_to") == ["Tre", "Fyra", "Fem"]
    assert take(page, SAVE).data["copies_to"] == ["Tre", "Fyra", "Fem"]


def test_names_never_collide(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    for listed in ("participants", "guardians", "participants"):
        page.locator(f'[data-list="{listed}"] > .row .remove').nth(1).click()
        add_row(page, listed)
        add_row(page, listed)
        page.locator(f'[data-list="{listed}"] > .row .remove').last.click()
        add_row(page, listed)

    names = page.evaluate(NAMES)

    assert len(row_names(page, "participants")) == 5
    assert [name for name in names if names.count(name) > 1] == []


def test_a_row_tells_its_new_number_to_eyes_and_ears(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    written(page, "participants", ["Ett", "Två", "Tre"])

    remove(page, "participants", 0)

    legends = page.locator('[data-list="participants"] > .row')
    assert legends.evaluate_all(LEGENDS) == ["Deltagare 1", "Deltagare 2"]
    expect(button(page, "Ta bort Deltagare 2")).to_have_count(1)
    expect(button(page, "Ta bort Deltagare 3")).to_have_count(0)


def test_an_empty_row_is_removed_without_a_word(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")

    press(page, "remove participants-2")

    expect(page.get_by_text("Raden är borttagen.")).to_have_count(0)
    expect(button(page, "Lägg till deltagare")).to_be_focused()


def test_an_answer_among_several_can_be_taken_back(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/samtycke")
    clear = page.locator('button[value="clear custody"]')
    assert clear.is_hidden()
    page.get_by_label("Gemensam vårdnad").check()

    clear.click()

    expect(page.locator("#custody :checked")).to_have_count(0)
    assert clear.is_hidden()
    assert field(page, "custody-joint").evaluate("e => e === document.activeElement")


def test_an_answer_is_taken_back_without_a_script(open_page: OpenPage) -> None:
    page = open_page(script=False)
    page.goto("/samtycke")
    page.get_by_label("Gemensam vårdnad").check()

    page.locator('button[value="clear custody"]').click()

    expect(page.locator("#custody :checked")).to_have_count(0)


def test_a_full_list_takes_no_more_rows_and_says_so(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    page.locator("#document").evaluate("form => { form.dataset.mostRows = 3 }")
    assert len(row_names(page, "participants")) == 3

    page.locator('button[value="add participants"]').click()

    expect(page.get_by_text("Fler rader får inte plats")).to_be_visible()
    assert len(row_names(page, "participants")) == 3
