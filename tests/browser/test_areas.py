"""The plan is the wheel: its areas, who does what in them, and whom one reaches."""

from browser.filling import SAVE, field, findings, press, row_names, take
from browser.journey import NARROW, OpenPage
from browser.ways import PLAN, SCRIPT
from playwright.sync_api import expect

from formsvc.areas import AREAS


@SCRIPT
def test_who_does_what_grows_as_one_writes(
    open_page: OpenPage, *, script: bool
) -> None:
    page = open_page(script=script)
    page.goto("/plan")
    listed = "areas-health-measures"
    if script:
        page.locator(".segment[data-area=health]").click()
    assert len(row_names(page, listed)) == 1

    field(page, f"{listed}-0-what").fill("Logopedbedömning")
    if not script:  # any button will do
        findings(page)

    assert len(row_names(page, listed)) == 2
    field(page, f"{listed}-1-responsible").fill("Karin Provman")
    assert take(page, SAVE).data["areas"]["health"]["measures"] == [
        {"what": "Logopedbedömning"},
        {"responsible": "Karin Provman"},
    ]


def test_seven_areas_of_five_measures_each_can_be_closed_again(
    open_page: OpenPage,
) -> None:
    page = open_page(NARROW)
    page.goto("/plan")
    for area in AREAS:
        page.locator(f".segment[data-area={area.id}]").click()
        for number in range(5):
            field(page, f"areas-{area.id}-measures-{number}-what").fill("Lek")
        page.locator(f"#areas-{area.id} > summary").click()

    expect(page.locator("details.area[open]")).to_have_count(0)
    told = page.locator("details.area > summary").all_inner_texts()
    assert all("behov · 5 insatser" in one for one in told)
    expect(page.locator(".segment.chosen")).to_have_count(7)
    areas = take(page, SAVE).data["areas"]
    assert [len(areas[area.id]["measures"]) for area in AREAS] == [5] * 7


def test_choosing_a_segment_opens_its_section_and_no_other(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.goto("/plan")

    page.locator(".segment[data-area=learning]").click()

    opened = page.locator("details.area[open]")
    expect(opened).to_have_count(1)
    assert opened.get_attribute("id") == "areas-learning"
    expect(opened.locator("> summary")).to_be_focused()
    expect(opened.locator("> summary")).to_be_in_viewport()
    page.get_by_label("Behov av insatser finns").and_(
        page.locator("#areas-learning-has_need")
    ).uncheck()
    expect(page.locator(".segment.chosen")).to_have_count(0)


def test_without_a_script_all_areas_are_open(open_page: OpenPage) -> None:
    page = open_page(script=False)
    page.goto(f"/{PLAN.page}")

    expect(page.locator("details.area[open]")).to_have_count(7)
    page.locator(".segment[data-area=learning]").click()
    expect(page.locator("#areas-learning > summary")).to_be_in_viewport()
    page.locator("#areas-learning-has_need").check()
    press(page, "create")
    expect(page.locator(".segment.chosen")).to_have_count(1)


def test_a_contact_is_offered_again_and_brings_all_with_it(
    open_page: OpenPage,
) -> None:
    page = open_page()
    page.goto("/plan")
    contact = {
        "name": "Karin Provman",
        "role": "BHV-sjuksköterska",
        "organisation": "Region Kronoberg",
        "phone": "0470-58 00 00",
        "email": "bvc-exempel@example.se",
    }
    page.locator(".segment[data-area=health]").click()
    for key, text in contact.items():
        field(page, f"areas-health-contact-{key}").fill(text)
    page.locator(".segment[data-area=care]").click()
    care = page.locator("#areas-care-contact")

    care.get_by_role("button", name="Karin Provman").click()

    for key, text in contact.items():
        expect(field(page, f"areas-care-contact-{key}")).to_have_value(text)
    assert care.get_by_text("Samma som:").is_hidden()
    assert take(page, SAVE).data["areas"]["care"]["contact"] == contact


def test_a_known_name_brings_role_and_organisation(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    for key, text in (
        ("name", "Maria Exempelsson"),
        ("role", "Rektor"),
        ("organisation", "Växjö kommun"),
        ("unit", "Gläntan"),
    ):
        field(page, f"participants-0-{key}").fill(text)
    names = page.locator("#people option").evaluate_all("all => all.map(o => o.value)")
    assert names == ["Maria Exempelsson"]

    field(page, "lead_professional-name").fill("Maria Exempelsson")
    page.keyboard.press("Tab")

    expect(field(page, "lead_professional-role")).to_have_value("Rektor")
    organisation = field(page, "lead_professional-organisation")
    expect(organisation).to_have_value("Växjö kommun, Gläntan")


def test_a_contact_is_the_same_also_when_they_took_part(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    for key, text in (
        ("name", "Karin Provman"),
        ("organisation", "Region Kronoberg"),
        ("unit", "BVC"),
    ):
        field(page, f"participants-0-{key}").fill(text)
    page.locator(".segment[data-area=health]").click()
    for key, text in (
        ("name", "Karin Provman"),
        ("organisation", "BVC Exempel, Region Kronoberg"),
        ("phone", "0470-58 00 00"),
    ):
        field(page, f"areas-health-contact-{key}").fill(text)
        field(page, f"areas-health-contact-{key}").blur()  # a name brings the rest
    page.locator(".segment[data-area=care]").click()
    care = page.locator("#areas-care-contact")

    care.get_by_role("button", name="Karin Provman").click()

    organisation = field(page, "areas-care-contact-organisation")
    expect(organisation).to_have_value("BVC Exempel, Region Kronoberg")


def test_a_known_name_writes_over_nothing(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/plan")
    field(page, "participants-0-name").fill("Maria Exempelsson")
    field(page, "participants-0-role").fill("Rektor")
    field(page, "participants-1-role").fill("Lärare")

    field(page, "participants-1-name").fill("Maria Exempelsson")
    page.keyboard.press("Tab")

    expect(field(page, "participants-1-role")).to_have_value("Lärare")
