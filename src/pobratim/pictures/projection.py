"""Where a place lies on the map: Miller's cylindrical projection, north up everywhere.

The map shows points and lines, not areas: shapes that one recognises and room where most partners lie (at 40–65° north)
count for more than true areas. The middle meridian is chosen so that the map is cut in the Bering Strait: no land is
divided, Russia stays whole.
"""

from __future__ import annotations

from math import log, pi, radians, tan

#: Units of the map from its left edge to its right one, and from 84° north to 60° south.
WIDTH = 2000.0
MIDDLE = 11.6  # degrees east; 180° from it lies between Chukotka and Alaska
NORTH, SOUTH = 84.0, -60.0


def _high(latitude: float) -> float:
    return 1.25 * log(tan(pi / 4 + 0.4 * radians(latitude)))


_SCALE = WIDTH / (2 * pi)
HEIGHT = (_high(NORTH) - _high(SOUTH)) * _SCALE


def on_map(latitude: float, longitude: float) -> tuple[float, float]:
    """The place in units of the map, from its upper left corner.

    Args:
        latitude: degrees north.
        longitude: degrees east as `east` gives them; what lies beyond the edges is drawn beyond them.

    >>> [round(one) for one in on_map(59.94, 30.31)], [round(one) for one in on_map(66.1, east(-169.8))]
    ([1104, 257], [1992, 203])
    """
    return WIDTH / 2 + radians(longitude - MIDDLE) * _SCALE, (_high(NORTH) - _high(latitude)) * _SCALE


def east(longitude: float) -> float:
    """The longitude, that of Chukotka's tip counted on beyond 180 degrees.

    >>> east(-169.8), east(-74.0)
    (190.2, -74.0)
    """
    return longitude + 360 if longitude - MIDDLE < -180 else longitude
