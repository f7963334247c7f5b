"""All of it can be done by keyboard alone, and one always sees where one is."""

from browser.filling import focus_unseen, shown
from browser.journey import NARROW, OpenPage
from browser.keys import Keyboard
from browser.ways import CONSENT, PLAN, WAYS
from playwright.sync_api import expect

from formsvc import pipeline
from formsvc.formkit.data import canonical
from formsvc.formkit.kind import Kind


def texts(kind: Kind) -> dict[str, str]:
    """Return the names and texts of the example of `kind`, without those empty."""
    formdata = pipeline.take_in(kind, kind.example()).formdata
    return {name: text for name, (text,) in formdata.items() if text}


def test_a_consent_is_filled_in_and_taken_along_by_keyboard(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.goto("/samtycke")
    keys = Keyboard(page)

    keys.fill(texts(CONSENT))
    keys.press("Enter")
    shown(page, "created")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    keys.go_to("file json")
    with page.expect_download() as download:
        keys.press("Enter")

    data = pipeline.opened(download.value.path().read_bytes()).data
    example = pipeline.take_in(CONSENT, CONSENT.example())
    assert canonical(data) == canonical(example.data)


def test_enter_in_a_field_sends_nothing_and_leaves_the_text(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.goto("/samtycke")
    keys = Keyboard(page)
    keys.go_to("child-name")
    keys.write("Åsa")

    keys.press("Enter")

    keys.write(" Testberg")
    expect(page.locator("#child-name")).to_have_value("Åsa Testberg")
    expect(page.locator("#child-name")).to_be_focused()


def test_enter_in_a_field_leaves_the_text_without_a_script(open_page: OpenPage) -> None:
    page = open_page(script=False)
    page.goto("/samtycke")
    page.locator("#child-name").fill("Åsa")

    page.keyboard.press("Enter")

    page.get_by_text("Allt står kvar.").wait_for()
    expect(page.locator("#child-name")).to_have_value("Åsa")


def test_the_wheel_opens_one_area_by_keyboard(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    keys = Keyboard(page)
    areas = page.locator("details.area[open]")
    expect(areas).to_have_count(0)

    keys.go_to("safety")
    assert keys.now["tag"] == "a"
    keys.press("Enter")

    expect(areas).to_have_count(1)
    assert keys.now["area"] == "areas-safety"
    assert focus_unseen(page) == ""
    expect(page.locator("#areas-safety-has_need")).to_be_checked()
    keys.press("Enter")
    expect(areas).to_have_count(0)


def test_measures_come_and_go_by_keyboard(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    keys = Keyboard(page)
    rows = page.locator('[data-list="areas-safety-measures"] > .row')
    keys.go_to("safety")
    keys.press("Enter")
    keys.go_to("areas-safety-measures-0-what")
    keys.write("Fast person tar emot")
    keys.go_to("areas-safety-measures-1-what")  # it grew
    keys.write("Lugn start")
    expect(rows).to_have_count(3)

    keys.go_to("remove areas-safety-measures-0", "Shift+Tab")
    keys.press("Enter")
    expect(rows).to_have_count(2)
    expect(page.get_by_role("button", name="Ångra")).to_be_focused()
    assert focus_unseen(page) == ""
    keys.press("Enter")

    expect(rows).to_have_count(3)
    assert keys.now["id"] == "areas-safety-measures-0-what"
    assert keys.now["value"] == "Fast person tar emot"
    told = page.locator("#areas-safety > summary").inner_text()
    assert "behov · 2 insatser" in told


def test_one_comes_back_to_the_wheel_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(NARROW)
    page.goto("/plan")
    keys = Keyboard(page)
    keys.go_to("health")
    keys.press("Enter")
    keys.go_to("areas-health-contact-email")
    keys.press("Tab")
    keys.press("Enter")

    keys.press("Tab")

    assert keys.now["area"] == "health"
    expect(page.locator("#hjulet")).to_be_in_viewport()


@WAYS
def test_the_content_is_one_key_away(
    open_page: OpenPage, width: int, *, script: bool
) -> None:
    page = open_page(width, script=script)
    page.goto(f"/{PLAN.page}")
    keys = Keyboard(page)

    keys.press("Tab")
    assert focus_unseen(page) == ""
    expect(page.get_by_role("link", name="Till innehållet")).to_be_focused()
    keys.press("Enter")
    keys.press("Tab")
    expect(page.get_by_role("link", name="Till formuläret")).to_be_focused()
    keys.press("Tab")

    assert keys.now["area"] == "health"
