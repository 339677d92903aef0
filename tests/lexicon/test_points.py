"""Where places lie and what countries are called: every place that the gazetteer knows by an id can be drawn."""

from __future__ import annotations

import pytest

from pobratim.lexicon.country import country_name
from pobratim.lexicon.point import point_of
from pobratim.lexicon.table import rows

UNPEOPLED = {"AQ", "BV", "HM", "UM"}
#: Countries some of whose regions have no towns that GeoNames files under them; the country's point stands for those.
OTHERS = set("AZ ET FI IE IN LT MG NL NO RS VN X-".split())


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("481964", 59.5, 30.9),  # Тосно
        ("481965", 59.5, 30.9),  # Тосненский район lies at Тосно
        ("RU-TVE", 57, 35),
        ("KG-C", 43, 74.5),  # Чуйская область
        ("BY", 53.5, 28),
        ("RU", 57, 56),
    ],
)
def test_places_lie_where_they_do(code: str, latitude: float, longitude: float) -> None:
    point = point_of(code)
    assert point is not None
    assert abs(point.latitude - latitude) < 0.6
    assert abs(point.longitude - longitude) < 0.6


def test_chukotka_is_not_in_europe() -> None:
    """Its towns lie on both sides of 180°: a plain mean of their longitudes would be near 0."""
    point = point_of("RU-CHU")
    assert point is not None
    assert abs(point.longitude) > 170


def test_all_points_are_on_the_globe() -> None:
    for code, latitude, longitude in rows("places/points.tsv", 3):
        assert -90 < float(latitude) < 90, code
        assert -180 <= float(longitude) <= 180, code


def test_every_town_and_nearly_every_territory_has_a_point() -> None:
    assert all(point_of(row[0]) for row in rows("places/cities.tsv", 6))
    assert {row[0] for row in rows("places/countries.tsv", 4) if not point_of(row[0])} == UNPEOPLED
    regions = [row[0] for row in rows("places/regions.tsv", 5)]
    assert {one[:2] for one in regions if not point_of(one)} <= OTHERS
    lacking = [row for row in rows("places/districts.tsv", 3) if row[1] and not point_of(row[1])]
    assert lacking == []


def test_every_country_has_both_names() -> None:
    for iso, *_ in rows("places/countries.tsv", 4):
        assert country_name(iso, "ru") != iso
        assert country_name(iso, "en").isascii() or iso in {"AX", "BL", "CI", "CW", "RE", "ST", "TR"}, country_name(iso, "en")


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert country_name("ZZ", "ru") == "ZZ"
    assert point_of("") is None
