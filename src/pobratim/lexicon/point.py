"""Where places lie: latitude and longitude by the id that the gazetteer knows them by."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .table import rows


class Point(NamedTuple):
    """Degrees north and east, to a hundredth: about a kilometre."""

    latitude: float
    longitude: float


def point_of(code: str) -> Point | None:
    """Where a place lies: a town as GeoNames has it, a district at its seat, a region or country in the middle of its towns.

    Args:
        code: GeoNames number, else ISO 3166-2 of a region, else ISO 3166-1 of a country.

    >>> point_of("KG-C"), point_of("481964"), point_of("nowhere")
    (Point(latitude=42.83, longitude=74.69), Point(latitude=59.54, longitude=30.88), None)
    """
    return _points().get(code)


@cache
def _points() -> dict[str, Point]:
    """All of them; read when a map is first drawn."""
    return {code: Point(float(latitude), float(longitude)) for code, latitude, longitude in rows("places/points.tsv", 3)}
