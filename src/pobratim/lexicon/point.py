"""Where places lie: latitude and longitude by the id that the gazetteer knows them by."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from pobratim.core.memo import remembered


class Point(NamedTuple):
    """Degrees north and east, to a hundredth: about a kilometre."""

    latitude: float
    longitude: float


@remembered(5_000)
def point_of(code: str) -> Point | None:
    """Where a place lies: a town as GeoNames has it, a district at its seat, a region or country in the middle of its towns.

    Args:
        code: GeoNames number, else ISO 3166-2 of a region, else ISO 3166-1 of a country.

    >>> point_of("KG-C"), point_of("481964"), point_of("nowhere")
    (Point(latitude=42.83, longitude=74.69), Point(latitude=59.54, longitude=30.88), None)
    """
    place = _table().find(f"\n{code}\t") if code else -1
    if place < 0:
        return None
    _, latitude, longitude = _table()[place + 1 : _table().index("\n", place + 1)].split("\t")
    return Point(float(latitude), float(longitude))


@cache
def _table() -> str:
    """The whole table as text, each row after a line break: a map asks for some dozens of its 26,000 rows."""
    return files("pobratim.lexicon").joinpath("places/points.tsv").read_text(encoding="utf-8").rstrip() + "\n"
