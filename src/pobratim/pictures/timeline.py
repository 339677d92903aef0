"""Contacts on a line of time: a mark each, in one lane for each kind."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .svg import ACCENT, LINE, SHEET, add, as_text, frame, link, write

WIDTH = 420
_LEFT, _RIGHT, _TOP, _LANE, _SMALL, _RADIUS = 10, 14, 12, 46, 11.5, 5
_MONTHS = 12
_QUARTERS_YEARS = 5  # up to so many years quarters are marked too
_LABELS = 9
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


class Point(NamedTuple):
    """Something that happened on a day, in the lane of that place; `name` tells what, `href` where its page is (empty: none)."""

    day: datetime.date
    lane: int
    name: str
    href: str = ""


def timeline_picture(
    points: Sequence[Point], lanes: Sequence[str], first: datetime.date, last: datetime.date, *, title: str, desc: str
) -> str:
    """The picture as SVG text.

    Args:
        points: in any order; those outside the time stand at its edge.
        lanes: what stands in each lane; at most two are told apart by their fill.
        first: where the time begins.
        last: where it ends, later than `first`.
        title: its name.
        desc: what is to be seen.
    """
    floor = _TOP + _LANE * len(lanes)
    root = frame("timeline", WIDTH, floor + 26, title, desc)
    days = (last - first).days

    def x(day: datetime.date) -> float:
        return _LEFT + _RADIUS + (WIDTH - _LEFT - _RIGHT - 2 * _RADIUS) * min(max((day - first).days / days, 0), 1)

    _ticks(root, first, last, floor, x)
    for lane, word in enumerate(lanes):
        middle = _TOP + _LANE * lane + 30
        add(root, "path", class_="line", d=f"M{_LEFT} {middle}H{WIDTH - _RIGHT}", stroke=LINE)
        write(root, _LEFT, middle - 14, word, size=_SMALL + 0.5)
        for point in sorted(one for one in points if one.lane == lane):
            way = link(root, point.href, point.name[:200])
            mark = add(way, "circle", class_=f"column column-{lane}", cx=x(point.day), cy=middle, r=_RADIUS,
                       fill=SHEET if lane else ACCENT, stroke=ACCENT, stroke_width=1.5)  # fmt: skip
            add(mark, "title", point.name[:200])
    return as_text(root)


def _ticks(root: Element, first: datetime.date, last: datetime.date, floor: float, x: Callable[[datetime.date], float]) -> None:
    """A line at the beginning of each year, of each quarter where the time is short; the year's number where there is room."""
    reach = last.year - first.year + 1
    step = next((one for one in _STEPS if reach / one <= _LABELS), 1000)
    months = range(first.year * _MONTHS + first.month, last.year * _MONTHS + last.month)
    for year, number in (divmod(month, _MONTHS) for month in months):
        if number % 3 or (number and reach > _QUARTERS_YEARS) or year % step:
            continue
        left = x(datetime.date(year, number + 1, 1))
        add(root, "path", class_="line", d=f"M{left:.1f} {_TOP if number == 0 else floor}V{floor + 4}", stroke=LINE)
        if number == 0:
            write(root, min(left + 1, WIDTH - 34), floor + 20, str(year), size=_SMALL, soft=True)
