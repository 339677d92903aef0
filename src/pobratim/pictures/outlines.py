"""The outlines of countries as parts of a picture, for one that is to be whole as a file: those of them that it shows."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from xml.etree import ElementTree

_NUMBER = re.compile(r"[-+]?\d+")
_SVG = "{http://www.w3.org/2000/svg}"


class _Ring(NamedTuple):
    """A coast or a border: its box in the units of the drawing, how it is drawn, whether it encloses land."""

    left: int
    top: int
    right: int
    bottom: int
    drawn: str
    land: bool


def shown(left: float, top: float, right: float, bottom: float) -> tuple[str, str]:
    """The land and the borders that meet a box, each as one path.

    Args:
        left: of the box, in the units of `world/world.svg`.
        top: as `left`.
        right: as `left`.
        bottom: as `left`.
    """
    met = [one for one in _rings() if one.left <= right and left <= one.right and one.top <= bottom and top <= one.bottom]
    return "".join(one.drawn for one in met if one.land), "".join(one.drawn for one in met if not one.land)


@cache
def _rings() -> list[_Ring]:
    root = ElementTree.fromstring(files(__package__).joinpath("world/world.svg").read_bytes())
    land, borders = (path.get("d", "") for path in root.iter(f"{_SVG}path"))
    return [_ring(f"M{part}", path is land) for path in (land, borders) for part in path.split("M")[1:]]


def _ring(drawn: str, land: bool) -> _Ring:
    """The path begins at a place; every further pair of numbers is a step."""
    steps = [int(one) for one in _NUMBER.findall(drawn)]
    xs, ys = [steps[0]], [steps[1]]
    for right, down in zip(steps[2::2], steps[3::2], strict=True):
        xs.append(xs[-1] + right)
        ys.append(ys[-1] + down)
    return _Ring(min(xs), min(ys), max(xs), max(ys), drawn, land)
