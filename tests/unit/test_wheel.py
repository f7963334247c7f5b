"""The seven areas, the drawing of the wheel and the sentence that stands for it."""

from collections.abc import Iterator
from itertools import chain, combinations
from xml.etree import ElementTree as ET

import pytest

from formsvc.areas import AREAS, AREAS_BY_ID, Area
from formsvc.wheel import icon_svg, wheel_svg, wheel_text

SVG = "{http://www.w3.org/2000/svg}"
IDS = [area.id for area in AREAS]
LEGIBLE = 4.5  # WCAG 2.2, 1.4.3


def subsets() -> Iterator[tuple[str, ...]]:
    """Give all 128 choices of needs."""
    return chain.from_iterable(combinations(IDS, n) for n in range(len(IDS) + 1))


def luminance(colour: str) -> float:
    """Give the relative luminance of "#rrggbb" as WCAG defines it."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ticks(svg: str) -> int:
    """Count the ticks in a drawing."""
    groups = ET.fromstring(svg).iter(f"{SVG}g")
    return sum(group.get("data-mark") == "need" for group in groups)


def test_there_are_seven_areas_in_the_order_of_the_wheel() -> None:
    assert [(area.number, area.id, area.name) for area in AREAS] == [
        (1, "health", "Hälsa"),
        (2, "development", "Utveckling"),
        (3, "learning", "Lärande"),
        (4, "care", "Omsorg"),
        (5, "home", "Hemmet"),
        (6, "relationships", "Relationer"),
        (7, "safety", "Trygghet"),
    ]


def test_an_area_is_found_by_its_id() -> None:
    assert all(AREAS_BY_ID[area.id] is area for area in AREAS)
    assert len(AREAS_BY_ID) == len(AREAS)


@pytest.mark.parametrize("area", AREAS, ids=IDS)
def test_a_colour_is_legible_on_white_and_on_its_own_surface(area: Area) -> None:
    assert contrast(area.colour, "#ffffff") >= LEGIBLE
    assert contrast(area.colour, area.surface) >= LEGIBLE


def test_neighbours_in_the_wheel_differ_in_lightness_and_not_in_hue_alone() -> None:
    ring = [area.colour for area in AREAS]
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    assert min(contrast(one, other) for one, other in pairs) >= 1.25


def test_every_area_has_a_colour_a_surface_and_an_icon_of_its_own() -> None:
    for values in zip(
        *((area.colour, area.surface, area.icon) for area in AREAS), strict=True
    ):
        assert len(set(values)) == len(AREAS)


def test_the_drawing_is_well_formed_for_every_choice_of_needs() -> None:
    for needs in subsets():
        root = ET.fromstring(wheel_svg(needs))
        assert root.tag == f"{SVG}svg"
        words = [text.text for text in root.iter(f"{SVG}text")]
        assert [area.name for area in AREAS if area.name in words] == [
            area.name for area in AREAS
        ]


def test_a_need_has_a_tick_so_that_colour_does_not_carry_it_alone() -> None:
    for needs in subsets():
        assert ticks(wheel_svg(needs)) == len(needs)


def test_a_need_reaches_farther_out_than_an_area_without_need() -> None:
    def reach(svg: str) -> float:
        """Give the upper edge of the first segment, which starts at the top."""
        path = next(ET.fromstring(svg).iter(f"{SVG}path")).get("d", "")
        first_corner = path.split("Q")[1].split()[1]
        return float(first_corner)

    assert reach(wheel_svg(["health"])) < reach(wheel_svg([])) - 3


def test_two_wheels_can_share_a_page_since_nothing_in_them_is_named() -> None:
    for element in ET.fromstring(wheel_svg(IDS)).iter():
        assert not {"id", "class", "style"} & set(element.keys())


def test_nothing_is_drawn_that_paper_or_word_draw_otherwise() -> None:
    tags = {element.tag for element in ET.fromstring(wheel_svg(IDS)).iter()}
    assert tags == {f"{SVG}{name}" for name in ("svg", "g", "path", "circle", "text")}


def test_the_order_of_the_needs_changes_nothing() -> None:
    assert wheel_svg({"safety", "health"}) == wheel_svg(["health", "safety"])
    assert wheel_text(["safety", "health"]) == wheel_text(["health", "safety"])


def test_the_text_names_the_needs() -> None:
    assert wheel_text(["safety", "development"]) == (
        "Barnets bästa-hjulet. Områden med behov: utveckling, trygghet."
    )


def test_the_text_says_that_nothing_is_marked() -> None:
    assert wheel_text([]) == "Barnets bästa-hjulet. Inga områden är markerade."


def test_a_described_wheel_carries_its_text_and_another_is_hidden() -> None:
    described = ET.fromstring(wheel_svg(["care"]))
    assert described.get("role") == "img"
    assert described.get("aria-label") == wheel_text(["care"])
    silent = ET.fromstring(wheel_svg(["care"], described=False))
    assert silent.get("aria-hidden") == "true"
    assert silent.get("role") is None
    assert silent.get("aria-label") is None


@pytest.mark.parametrize("area", AREAS, ids=IDS)
def test_an_icon_stands_alone_in_the_colour_of_its_area(area: Area) -> None:
    root = ET.fromstring(icon_svg(area.id))
    (path,) = root.iter(f"{SVG}path")
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("aria-hidden") == "true"
    assert (path.get("d"), path.get("stroke")) == (area.icon, area.colour)
    assert path.get("fill") == "none"


def test_an_icon_takes_another_colour_and_no_markup_through_it() -> None:
    (path,) = ET.fromstring(icon_svg("home", colour='red"/><x')).iter(f"{SVG}path")
    assert path.get("stroke") == 'red"/><x'


def test_an_unknown_area_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"unknown area id 'skola'.*health"):
        wheel_text(["health", "skola"])
    with pytest.raises(ValueError, match="unknown area id 'skola'"):
        wheel_svg(["skola"])
    with pytest.raises(ValueError, match="unknown area id 'skola'"):
        icon_svg("skola")
