"""The map of ties: who is tied to whom, points and arcs over the outlines of countries.

Units are those of a picture 1100 wide, whatever part of the world it shows; the outlines go on beyond its edges, so that
a page's script may move and widen the view.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, sin, sqrt
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .measure import fitted, width_of
from .outlines import shown
from .projection import WIDTH as WORLD
from .projection import east, on_map
from .svg import ACCENT, LINE, SEA, SHEET, add, as_text, frame, link, write

WIDTH = 1100.0
_LOW, _HIGH = 430.0, 560.0  # the least and the greatest height
_EDGE = 0.09  # of the view is left free around the points
_NARROWEST = 90.0  # units of the world: a view of a single region says nothing
_PARTS = 4  # the outlines are drawn in quarters of a unit
_TURN = 2.4  # radians; points that share a place are put around it, each so much further
_LABEL, _NAME_WIDTH = 12.0, 190.0
_BEND = 0.12  # of an arc's length
_IN_PRINT, _CROWDED, _MANY = 2.0, 1.3, 40  # so much larger are letters and points in a file: a page of paper shows it small
_STRONG = 6  # documents that make a thick arc where none has more


class Dot(NamedTuple):
    """A partner: where it lies in degrees, how many documents it has, where its page is."""

    name: str
    latitude: float
    longitude: float
    number: int
    label: str
    href: str = ""


class Arc(NamedTuple):
    """A tie between two dots, by their numbers in the list."""

    a: int
    b: int
    number: int
    label: str
    href: str = ""


class _View(NamedTuple):
    """The part of the world that is shown: its corner, and how many units of the picture one of the world makes."""

    left: float
    top: float
    scale: float
    height: float


def ties_picture(
    dots: Sequence[Dot], arcs: Sequence[Arc], *, outlines: str = "", title: str, desc: str, name: str = "ties"
) -> str:
    """The map as SVG text.

    Args:
        dots: partners, the busiest first: their names are written while there is room.
        arcs: ties, the closest first.
        outlines: address of the outlines (`tools/world_map.py` makes them) with the id of the drawing in it; empty: they are
            drawn into the picture, which is a file of its own then.
        title: its name.
        desc: what is to be seen.
        name: begins the ids in it.
    """
    world = [on_map(dot.latitude, east(dot.longitude)) for dot in dots]
    view = _view(world)
    places = _apart([((x - view.left) * view.scale, (y - view.top) * view.scale) for x, y in world])
    root = frame(name, WIDTH, view.height, title, desc)
    root.set("class", "picture ties")
    _draw_land(root, view, outlines)
    times = 1.0 if outlines else _IN_PRINT if len(dots) < _MANY else _CROWDED
    _draw_arcs(root, places, arcs, times)
    _draw_dots(root, places, dots, view.height, times)
    return as_text(root)


def _draw_land(root: Element, view: _View, outlines: str) -> None:
    scale = view.scale / _PARTS
    move = f"translate({-view.left * view.scale:.1f} {-view.top * view.scale:.1f}) scale({scale:.4f})"
    if outlines:
        add(root, "use", href=outlines, class_="land", transform=move, fill=LINE, stroke=SHEET, stroke_linejoin="round")
        return
    add(root, "rect", width=WIDTH, height=view.height, fill=SEA)
    left, top = view.left * _PARTS, view.top * _PARTS
    land, borders = shown(left, top, left + WIDTH / scale, top + view.height / scale)
    thin = f"{1 / scale:.3f}"
    group = add(root, "g", class_="land", transform=move, fill=LINE, stroke=SHEET, stroke_width=thin, stroke_linejoin="round")
    add(group, "path", d=land)
    add(group, "path", d=borders, fill="none")


def _view(places: Sequence[tuple[float, float]]) -> _View:
    """The smallest view in which all points stand free of the edges; Eurasia where there are none."""
    shown = places or [on_map(70, -10), on_map(10, 150)]
    left, right = min(x for x, _ in shown), max(x for x, _ in shown)
    top, bottom = min(y for _, y in shown), max(y for _, y in shown)
    wide = max(right - left, (bottom - top) * WIDTH / _HIGH, _NARROWEST) / (1 - 2 * _EDGE)
    scale = WIDTH / wide
    height = min(max((bottom - top) * scale / (1 - 2 * _EDGE), _LOW), _HIGH)
    begin = min(max((left + right - wide) / 2, 0.0), max(WORLD - wide, 0.0))
    return _View(begin, (top + bottom - height / scale) / 2, scale, height)


def _apart(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The places, those that are one and the same put around it."""
    met: dict[tuple[int, int], int] = {}
    found = []
    for x, y in places:
        spot = round(x), round(y)
        times = met[spot] = met.get(spot, -1) + 1
        away = 7 * sqrt(times)
        found.append((x + away * cos(_TURN * times), y + away * sin(_TURN * times)))
    return found


def _draw_arcs(root: Element, places: Sequence[tuple[float, float]], arcs: Sequence[Arc], times: float) -> None:
    """The thin arcs last, so that each can be pointed at; they are no stops of the keyboard: the points are."""
    group = add(root, "g", class_="arcs", fill="none", stroke=ACCENT, stroke_linecap="round", aria_hidden="true")
    most = max(_STRONG, *(arc.number for arc in arcs)) if arcs else _STRONG
    for arc in arcs:
        (ax, ay), (bx, by) = places[arc.a], places[arc.b]
        if hypot(bx - ax, by - ay) < 1:
            continue
        left, right = ((ax, ay), (bx, by)) if ax <= bx else ((bx, by), (ax, ay))
        bend_x, bend_y = (right[1] - left[1]) * _BEND, (left[0] - right[0]) * _BEND
        middle = (ax + bx) / 2 + bend_x, (ay + by) / 2 + bend_y
        drawn = f"M{ax:.1f} {ay:.1f}Q{middle[0]:.1f} {middle[1]:.1f} {bx:.1f} {by:.1f}"
        way = link(group, arc.href, arc.label)
        way.set("tabindex", "-1")
        wide = times * (1 + 5 * sqrt(arc.number / most))
        path = add(way, "path", d=drawn, stroke_width=wide, stroke_opacity="0.45", vector_effect="non-scaling-stroke")
        add(path, "title", arc.label)


def _draw_dots(root: Element, places: Sequence[tuple[float, float]], dots: Sequence[Dot], height: float, times: float) -> None:
    """The small ones last, so that each can be pointed at."""
    group = add(root, "g", class_="dots")
    most = max(_STRONG, *(dot.number for dot in dots)) if dots else _STRONG
    sizes = [times * (3.5 + 7 * sqrt(dot.number / most)) for dot in dots]
    label = _LABEL * times
    taken = [(x - size, y - size, 2 * size, 2 * size) for (x, y), size in zip(places, sizes, strict=True)]
    for (x, y), size, dot in zip(places, sizes, dots, strict=True):
        at = add(group, "g", class_="at", transform=f"translate({x:.1f} {y:.1f})")
        way = link(at, dot.href, dot.label)
        circle = add(way, "circle", r=size, fill=ACCENT, stroke=SHEET, stroke_width=1.5)
        add(circle, "title", dot.label)
        name = fitted(dot.name, _NAME_WIDTH * times, label)
        wide = width_of(name, label)
        ways = _ways(size, wide, label)
        boxes = [(x + left, y + top, wide, label * 1.2) for left, top, *_ in ways]
        free = [place for place, box in enumerate(boxes) if _within(box, height) and not any(_meet(box, one) for one in taken)]
        chosen = free[0] if free else 0
        taken += [boxes[chosen]] if free else []
        at_x, at_y, anchor = ways[chosen][2:]
        text = write(way, at_x, at_y, name, size=label, text_anchor=anchor,
                     stroke=LINE, stroke_width=3 * times, paint_order="stroke", stroke_linejoin="round")  # fmt: skip
        if not free:
            text.set("display", "none")


def _ways(size: float, wide: float, label: float) -> list[tuple[float, float, float, float, str]]:
    """Where a name may stand about its point: right, left, below, above; corner of its box, then where it is written and how."""
    beside, free = -label / 2, size + 4
    return [
        (free, beside, free, label / 3, "start"),
        (-free - wide, beside, -free, label / 3, "end"),
        (-wide / 2, free, 0, free + label * 0.8, "middle"),
        (-wide / 2, -free - label, 0, -free, "middle"),
    ]


def _within(box: tuple[float, float, float, float], height: float) -> bool:
    return box[0] > 0 and box[1] > 0 and box[0] + box[2] < WIDTH and box[1] + box[3] < height


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
