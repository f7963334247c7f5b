"""The wheel of the web page: seven links, each with the segment in both its looks."""

from collections.abc import Iterator
from itertools import chain, combinations
from xml.etree import ElementTree as ET

import pytest

from formsvc.areas import AREAS, Area
from formsvc.wheel import linked_wheel_svg, wheel_svg
from formsvc.wheel.ring import raised_piece

SVG = "{http://www.w3.org/2000/svg}"
IDS = [area.id for area in AREAS]
TARGETS = {area.id: f"#area-{area.id}" for area in AREAS}


def subsets() -> Iterator[tuple[str, ...]]:
    """Give all 128 choices of needs."""
    return chain.from_iterable(combinations(IDS, n) for n in range(len(IDS) + 1))


def drawn(*needs: str) -> ET.Element:
    """Give the linked wheel with some areas chosen, as a tree."""
    return ET.fromstring(linked_wheel_svg(needs, TARGETS))


def links(root: ET.Element) -> list[ET.Element]:
    """Give the links of a wheel in the order in which one tabs through them."""
    return list(root.iter(f"{SVG}a"))


def link(root: ET.Element, area_id: str) -> ET.Element:
    """Give the link of one area."""
    (found,) = (a for a in links(root) if a.get("data-area") == area_id)
    return found


def look(segment: ET.Element, name: str) -> ET.Element:
    """Give the group that is a segment's look "on" or "off"."""
    (found,) = (group for group in segment if group.get("class") == name)
    return found


def shapes(look: ET.Element) -> list[tuple[str, dict[str, str], str | None]]:
    """Give everything that a look draws, in order."""
    return [(e.tag, dict(e.attrib), e.text) for e in look.iter() if e is not look]


def test_every_area_is_a_link_to_its_own_place_in_the_order_of_the_wheel() -> None:
    for needs in subsets():
        found = [(a.get("data-area"), a.get("href")) for a in links(drawn(*needs))]
        assert found == list(TARGETS.items())


def test_a_link_leads_where_the_page_says_and_no_markup_comes_through_it() -> None:
    odd = '/plan?a=1&b="2"><script>'
    root = ET.fromstring(linked_wheel_svg([], TARGETS | {"home": odd}))

    assert link(root, "home").get("href") == odd
    assert list(root.iter(f"{SVG}script")) == []


def test_the_links_are_a_group_that_says_what_to_do() -> None:
    root = drawn("home")

    assert root.get("role") == "group"
    assert root.get("aria-label") == (
        "Barnets bästa-hjulet: välj de områden där barnet har behov"
    )


def test_a_link_is_named_by_its_number_its_area_and_whether_it_is_chosen() -> None:
    assert [a.get("aria-label") for a in links(drawn("learning", "safety"))] == [
        "1 Hälsa, inget behov markerat",
        "2 Utveckling, inget behov markerat",
        "3 Lärande, behov markerat",
        "4 Omsorg, inget behov markerat",
        "5 Hemmet, inget behov markerat",
        "6 Relationer, inget behov markerat",
        "7 Trygghet, behov markerat",
    ]


@pytest.mark.parametrize("area", AREAS, ids=IDS)
def test_a_link_holds_both_its_names_for_the_script_of_the_page(area: Area) -> None:
    chosen, other = link(drawn(area.id), area.id), link(drawn(), area.id)

    for segment in (chosen, other):
        assert segment.get("data-label-on") == chosen.get("aria-label")
        assert segment.get("data-label-off") == other.get("aria-label")
    assert chosen.get("aria-label") != other.get("aria-label")


def test_exactly_the_areas_with_needs_are_chosen() -> None:
    for needs in subsets():
        for segment in links(drawn(*needs)):
            chosen = segment.get("data-area") in needs
            assert segment.get("class") == ("segment chosen" if chosen else "segment")


def test_exactly_the_look_that_fits_is_shown_without_a_style_sheet() -> None:
    for needs in subsets():
        for segment in links(drawn(*needs)):
            chosen = segment.get("data-area") in needs
            on, off = look(segment, "on"), look(segment, "off")
            assert on.get("display") == (None if chosen else "none")
            assert off.get("display") == ("none" if chosen else None)


def test_both_looks_are_the_segments_of_the_wheel_on_paper() -> None:
    # Without the group that sets the type, and the two lines in the middle.
    all_on = shapes(ET.fromstring(wheel_svg(IDS))[0])[:-2]
    all_off = shapes(ET.fromstring(wheel_svg([]))[0])[:-2]

    for needs in ([], ["care"], IDS):
        segments = links(drawn(*needs))
        assert [s for a in segments for s in shapes(look(a, "on"))] == all_on
        assert [s for a in segments for s in shapes(look(a, "off"))] == all_off


def test_only_the_look_of_a_need_has_a_tick() -> None:
    for segment in links(drawn("health")):
        marks = [
            [e for e in look(segment, name).iter() if e.get("data-mark") == "need"]
            for name in ("on", "off")
        ]
        assert [len(found) for found in marks] == [1, 0]


def test_the_mark_of_focus_lies_unseen_on_top_around_the_raised_segment() -> None:
    for area, segment in zip(AREAS, links(drawn("health")), strict=True):
        assert [part.get("class") for part in segment] == ["off", "on", "ring"]
        ring = segment[-1]
        assert ring.tag == f"{SVG}path"
        assert ring.get("d") == raised_piece(area.number)
        assert ring.get("fill") == "none"
        assert ring.get("stroke") is None


def test_the_drawing_is_silent_so_that_a_link_is_read_by_its_name_alone() -> None:
    root = drawn("health", "home")

    hidden = {
        inner
        for outer in root.iter()
        if outer.get("aria-hidden") == "true"
        for inner in outer.iter()
    }
    heard = [element.tag for element in root.iter() if element not in hidden]
    assert heard == [f"{SVG}svg", f"{SVG}g", *[f"{SVG}a"] * len(AREAS)]


def test_nothing_in_the_wheel_breaks_a_strict_policy_or_is_named_twice() -> None:
    allowed = {f"{SVG}{name}" for name in ("svg", "g", "a", "path", "circle", "text")}

    for element in drawn(*IDS[::2]).iter():
        assert element.tag in allowed
        assert not {"id", "style"} & set(element.attrib)
        assert not [name for name in element.attrib if name.startswith("on")]


def test_the_words_are_set_in_the_font_of_the_wheel_on_paper() -> None:
    (lettering,) = drawn("home")
    (on_paper,) = ET.fromstring(wheel_svg(["home"]))

    assert lettering.tag == f"{SVG}g"
    assert lettering.attrib == on_paper.attrib


def test_the_order_of_the_needs_changes_nothing() -> None:
    assert linked_wheel_svg({"safety", "health"}, TARGETS) == linked_wheel_svg(
        ["health", "safety"], TARGETS
    )


def test_an_unknown_area_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"unknown area id 'skola'.*health"):
        linked_wheel_svg(["health", "skola"], TARGETS)
    with pytest.raises(ValueError, match="unknown area id 'skola'"):
        linked_wheel_svg([], TARGETS | {"skola": "#area-skola"})


@pytest.mark.parametrize("area_id", IDS)
def test_an_area_that_leads_nowhere_is_refused_by_name(area_id: str) -> None:
    targets = {name: place for name, place in TARGETS.items() if name != area_id}

    with pytest.raises(ValueError, match=f"no target for area '{area_id}'"):
        linked_wheel_svg([], targets)
