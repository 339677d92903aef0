"""The map of ties: everything stands within the picture, whatever is asked for."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pobratim.pictures.measure import width_of
from pobratim.pictures.projection import HEIGHT, WIDTH, east, on_map
from pobratim.pictures.ties import Arc, Dot, ties_picture

NUMBER = re.compile(r"-?[\d.]+")
dots = st.lists(
    st.builds(
        Dot,
        name=st.text(max_size=40),
        latitude=st.floats(-55, 80),
        longitude=st.floats(-180, 180),
        number=st.integers(1, 10_000),
        label=st.text(max_size=40),
        href=st.just("/partners/a1/"),
    ),
    max_size=12,
)


def drawn(some: list[Dot], arcs: list[Arc] | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(ties_picture(some, arcs or [], outlines="/world.svg#world", title="т", desc="о"))


def all_of(root: ElementTree.Element, tag: str) -> list[ElementTree.Element]:
    return list(root.iter(f"{{http://www.w3.org/2000/svg}}{tag}"))


@given(dots)
def test_every_partner_stands_in_the_picture(some: list[Dot]) -> None:
    root = drawn(some)
    *_, wide, high = map(float, str(root.get("viewBox")).split())
    places = [one for one in all_of(root, "g") if one.get("class") == "at"]
    assert len(places) == len(some)
    for place in places:
        x, y = map(float, NUMBER.findall(str(place.get("transform"))))
        assert -30 < x < wide + 30
        assert -30 < y < high + 30


@given(dots)
def test_names_do_not_cover_each_other(some: list[Dot]) -> None:
    """Partners of one place: as many names as there is room for about them."""
    same = [one._replace(latitude=55.0, longitude=37.0, name="Москва") for one in some]
    boxes = []
    for place in (one for one in all_of(drawn(same), "g") if one.get("class") == "at"):
        (text,) = all_of(place, "text")
        if text.get("display") != "none":
            x, y = map(float, NUMBER.findall(str(place.get("transform"))))
            wide, high = width_of(text.text or "", 12.0), 10
            left = x + float(str(text.get("x"))) - wide * {"start": 0, "middle": 0.5, "end": 1}[str(text.get("text-anchor"))]
            boxes.append((left, y + float(str(text.get("y"))) - high, left + wide, y + float(str(text.get("y")))))
    assert not [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[:number]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_a_map_that_is_a_file_of_its_own_has_its_land() -> None:
    some = [Dot("Карелия", 63.6, 34.0, 2, "Карелия"), Dot("Минск", 53.9, 27.6, 1, "Минск")]
    root = ElementTree.fromstring(ties_picture(some, [Arc(0, 1, 1, "2")], title="т", desc="о"))
    land, borders = next(one for one in all_of(root, "g") if one.get("class") == "land")
    assert not all_of(root, "use")
    assert str(land.get("d")).startswith("M")
    assert str(borders.get("d")).startswith("M")
    whole = ElementTree.fromstring(ties_picture([], [], title="т", desc="о"))
    assert len(ElementTree.tostring(root)) < len(ElementTree.tostring(whole)), "of the world only what is shown"


def test_a_name_that_has_no_room_on_the_right_stands_on_the_left() -> None:
    some = [Dot("Бухара", 39.8, 64.4, 1, "Бухара"), Dot("Карши", 38.9, 65.0, 1, "Карши"), Dot("Казань", 55.8, 49.1, 2, "Казань")]
    texts = all_of(ElementTree.fromstring(ties_picture(some, [], title="т", desc="о")), "text")
    assert all(one.get("display") != "none" for one in texts)
    assert {one.get("text-anchor") for one in texts} == {"start", "end"}


def test_partners_of_one_place_can_be_told_apart() -> None:
    some = [Dot("Тверь", 56.86, 35.9, 1, "Тверь") for _ in range(5)]
    places = {one.get("transform") for one in all_of(drawn(some), "g") if one.get("class") == "at"}
    assert len(places) == 5


def test_the_closest_tie_is_the_thickest() -> None:
    some = [Dot("Тверь", 56.86, 35.9, 9, ""), Dot("Витебск", 55.19, 30.2, 9, ""), Dot("Ош", 40.5, 72.8, 1, "")]
    root = drawn(some, [Arc(0, 1, 9, "часто", "/pair/1/"), Arc(1, 2, 1, "раз", "/pair/2/")])
    thick = [float(str(one.get("stroke-width"))) for one in all_of(root, "path")]
    assert thick == sorted(thick, reverse=True)
    assert len(set(thick)) == 2


def test_chukotka_lies_in_the_east() -> None:
    assert on_map(66.1, east(-169.8))[0] > on_map(43.1, 131.9)[0]
    assert on_map(65.6, east(-168.0))[0] < 10  # Alaska


@given(st.floats(-60, 84), st.floats(-180, 180))
def test_the_whole_world_is_on_the_map(latitude: float, longitude: float) -> None:
    x, y = on_map(latitude, east(longitude))
    assert -1e-6 <= x <= WIDTH + 1e-6
    assert -1e-6 <= y <= HEIGHT + 1e-6
