"""Contacts on a line of time: a mark each, in one lane for each kind."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from .svg import ACCENT, LINE, SHEET, add, as_text, frame, write

WIDTH = 420
_LEFT, _RIGHT, _TOP, _LANE, _SMALL, _RADIUS = 10, 14, 12, 46, 11.5, 5
_MONTHS = 12


class Point(NamedTuple):
    """Something that happened on a day, in the lane of that place; `name` is for those who do not see it."""

    day: datetime.date
    lane: int
    name: str


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
        return _LEFT + (WIDTH - _LEFT - _RIGHT) * min(max((day - first).days / days, 0), 1)

    _quarters(root, first, last, floor, x)
    for lane, word in enumerate(lanes):
        middle = _TOP + _LANE * lane + 30
        add(root, "path", class_="line", d=f"M{_LEFT} {middle}H{WIDTH - _RIGHT}", stroke=LINE)
        write(root, _LEFT, middle - 14, word, size=_SMALL + 0.5)
        for point in sorted(one for one in points if one.lane == lane):
            mark = add(root, "circle", class_=f"column column-{lane}", cx=x(point.day), cy=middle, r=_RADIUS,
                       fill=SHEET if lane else ACCENT, stroke=ACCENT, stroke_width=1.5)  # fmt: skip
            add(mark, "title", point.name[:200])
    return as_text(root)


def _quarters(
    root: Element, first: datetime.date, last: datetime.date, floor: float, x: Callable[[datetime.date], float]
) -> None:
    """A line at the beginning of each quarter, a year under that of January."""
    for month in range(first.year * _MONTHS + first.month, last.year * _MONTHS + last.month):
        year, number = divmod(month, _MONTHS)
        if number % 3 == 0:
            left = x(datetime.date(year, number + 1, 1))
            add(root, "path", class_="line", d=f"M{left:.1f} {floor}v{8 if number == 0 else 4}", stroke=LINE)
            if number == 0:
                write(root, min(left, WIDTH - 30), floor + 20, str(year), size=_SMALL, soft=True)
